import type { Span } from '../text/span.js';
import {
  canBeTerm,
  isColumnHead,
  isDefinitionHead,
  isLostDefinitionHead,
  opensMeaning,
  opensPlainMeaning,
  splitFusedRow,
} from './definitionLists.js';
import { readLineLabel } from './lineLabels.js';
import { isBlank, type Line } from './lines.js';
import { noRows, readColumns, readEntries, type LineAt, type LostRow, type LostRows } from './lostColumns.js';
import { isTitleLike, readPartTitle } from './partTitles.js';
import { readLabel } from './readNumbers.js';
import { partTitleAt, readTitle } from './readParts.js';
import { splitRow, type Row } from './tableRows.js';
import type { TreeState } from './treeState.js';

/* Definition lists and other tables, in the shapes that they come in (legal-text.md, Defined terms). */

export function readRow(state: TreeState, index: number, line: Line, row: Row): number {
  state.closeBlock();
  const [first, second, ...others] = row.cells;
  if (row.isRule || !first) return 0;
  const firstWords = state.text.slice(first.start, first.end);
  const secondWords = second ? state.text.slice(second.start, second.end) : '';
  if (second && others.length === 0) {
    if (isDefinitionHead(firstWords, secondWords)) {
      state.inDefinitions = true;
      row.cells.forEach((cell) => state.addLooseBlock(cell, 'heading'));
      return 0;
    }
    if (readCellLabel(state, index, line, first)) return 0;
    if (definesInRow(state, row, firstWords, secondWords)) {
      addDefinitionRow(state, first, second);
      return 0;
    }
  }
  if (row.kind === 'tab' && row.cells.length <= 2 && readTabbedLabel(state, index, line, first)) return 0;
  if (row.kind === 'tab' && state.definition !== -1 && firstWords === '' && second) {
    // `<tab>(a) the first case` below an empty cell.
    const label = readLineLabel(state.text, second);
    if (label?.kind === 'level' && readLabel(state, index, line, label)) return 0;
    state.addBlock(second, 'cell', second.start);
    state.growMeaning(second.end);
    state.closeBlock();
    return 0;
  }
  if (row.cells.length > 2 || row.kind === 'pipe') state.inDefinitions &&= row.cells.length === 2;
  for (const cell of row.cells) if (cell.end > cell.start) state.addLooseBlock(cell, 'cell');
  return 0;
}

function definesInRow(state: TreeState, row: Row, first: string, second: string): boolean {
  if (!canBeTerm(first) || second.trim() === '') return false;
  if (opensMeaning(second)) return true;
  if (!state.inDefinitions) return false;
  return row.kind === 'pipe' || /^[A-Z]/.test(first);
}

/** `(a)<tab>the first case` inside a definition, or any label that a tab follows. */
function readCellLabel(state: TreeState, index: number, line: Line, first: Span): boolean {
  const label = readLineLabel(state.text, first);
  if (!label || label.end < first.end) return false;
  return state.text[line.start] !== '|' && readLabel(state, index, line, label);
}

function readTabbedLabel(state: TreeState, index: number, line: Line, first: Span): boolean {
  const title = partTitleAt(state, index, line);
  if (title) {
    readTitle(state, index, title, !standsAlone(state, index));
    return true;
  }
  const label = readLineLabel(state.text, first);
  return label !== undefined && readLabel(state, index, line, label);
}

/**
 * Whether a line with a title stands below a blank one, and above another or the first clause of what it opens: `Annex A` and its
 * title, parted by a tab, are no row of a list.
 */
function standsAlone(state: TreeState, index: number): boolean {
  const isBreak = (line: Line | undefined): boolean => line === undefined || isBlank(line);
  const next = state.lines[index + 1];
  const label = next && readLineLabel(state.text, next);
  return (
    isBreak(state.lines[index - 1]) &&
    (isBreak(next) || (label?.kind === 'numbered' && /^1(?:\.1)?$/.test(label.number)))
  );
}

function addDefinitionRow(state: TreeState, term: Span, meaning: Span): void {
  state.levels = [];
  state.stacked = false;
  state.definition = addRow(state, term, meaning);
  state.addBlock(term, 'term', term.start);
  state.closeBlock();
  state.addBlock(meaning, 'cell', meaning.start);
}

/** @returns the index of the row */
function addRow({ rows, numbered }: TreeState, term: Span, meaning: Span): number {
  const copy = ({ start, end }: Span): Span => ({ start, end });
  return rows.push({ term: copy(term), meaning: copy(meaning), provision: numbered }) - 1;
}

/** A line that holds only a term, its meaning on the lines below; or `Term means …` on one line of a definition list. */
export function readStackedTerm(state: TreeState, index: number, line: Line): boolean {
  const words = state.text.slice(line.start, Math.min(line.end, line.start + 200));
  if (line.end - line.start <= 120 && canBeTerm(words) && /^["“'‘]?[A-Z0-9]/.test(words)) {
    const next = state.nextTextLine(index);
    if (next && opensStackedMeaning(state, words, next)) {
      addStackedTerm(state, line, next.start);
      return true;
    }
  }
  const fused = isLostDefinitionHead(words) ? undefined : splitFusedRow(words);
  if (!fused || !(state.inDefinitions || fused.isSure) || !state.beginsAnew() || state.isInstruction(line))
    return false;
  state.closeBlock();
  addDefinitionRow(
    state,
    { start: line.start, end: line.start + fused.term },
    { start: line.start + fused.head, end: line.end },
  );
  state.stacked = true;
  state.rememberLine(line);
  return true;
}

/** Whether the line below a term opens its meaning; in a definition list no verb need say so. */
function opensStackedMeaning(state: TreeState, term: string, next: Line): boolean {
  const words = state.text.slice(next.start, Math.min(next.end, next.start + 200));
  if (opensMeaning(words)) return true;
  if (!state.inDefinitions || !isTitleLike(term) || !state.beginsAnew()) return false;
  return opensPlainMeaning(words);
}

/** A definition list of which a paste took the columns or lines apart. Returns how many lines it took. */
export function readLostColumns(state: TreeState, index: number, line: Line): number {
  if (line.bullet || line.hashes > 0 || state.continuesSentence()) return 0;
  const words = state.text.slice(line.start, Math.min(line.end, line.start + 130));
  if (!/^["“'‘]?[A-Z]/.test(words)) return 0;
  const { rows, count } = lostRowsAt(state, index, words.length <= 120 && canBeTerm(words));
  addLostRows(state, rows);
  return rows.length === 0 ? 0 : count;
}

function lostRowsAt(state: TreeState, index: number, isTerm: boolean): LostRows {
  const lineAt = linesFrom(state, index);
  if (isTerm && index >= state.noColumnsBefore) {
    const columns = readColumns(state.text, lineAt, state.inDefinitions);
    if (columns.rows.length > 0) return columns;
    // What was looked at and is no column need not be looked at from each of its lines.
    state.noColumnsBefore = index + columns.count;
  }
  return state.inDefinitions ? readEntries(state.text, lineAt) : noRows;
}

/** The lines from one on, to the first that begins something else than words. */
function linesFrom(state: TreeState, index: number): LineAt {
  return (at) => {
    const next = index + at;
    return next >= state.count || state.skip[next] || opensElse(state, next) ? undefined : state.lines[next];
  };
}

/** Whether a line has a label, a title or cells, and so ends what columns may have been lost of. */
function opensElse(state: TreeState, index: number): boolean {
  const line = state.lines[index] as Line;
  if (isBlank(line)) return false;
  return (
    line.hashes > 0 ||
    readLineLabel(state.text, line) !== undefined ||
    splitRow(state.text, line) !== undefined ||
    readPartTitle(state.text, line) !== undefined
  );
}

function addLostRows(state: TreeState, rows: readonly LostRow[]): void {
  if (rows.length === 0) return;
  state.closeBlock();
  state.levels = [];
  state.stacked = false;
  const blocks = rows.flatMap(({ term, meaning }) => {
    const definition = addRow(state, term, meaning);
    return [
      { span: term, kind: 'term' as const, definition },
      { span: meaning, kind: 'cell' as const, definition },
    ];
  });
  for (const { span, kind, definition } of blocks.sort((a, b) => a.span.start - b.span.start)) {
    state.definition = definition;
    state.addLooseBlock(span, kind);
  }
  state.definition = -1;
}

/** A stacked term that is broken over two lines: `Planned` / `Outage` / `means …`, right behind the meaning before it. */
export function readBrokenTerm(state: TreeState, index: number, line: Line): boolean {
  if (!state.inDefinitions || line.bullet || line.hashes > 0) return false;
  const [second, third] = [state.lines[index + 1], state.lines[index + 2]];
  if (!second || !third || isBlank(second) || state.skip[index + 1] || state.skip[index + 2]) return false;
  const words = state.text.slice(line.start, second.end);
  const isTerm = words.length <= 80 && /^["“'‘]?[A-Z][A-Za-z]/.test(words) && canBeTerm(words);
  const isHeading = /^[^a-z]*\n/.test(words) && /[a-z]/.test(words);
  if (!isTerm || isHeading || isColumnHead(state.text.slice(line.start, line.end))) return false;
  if (!opensMeaning(state.text.slice(third.start, Math.min(third.end, third.start + 60)))) return false;
  if (
    opensMeaning(state.text.slice(second.start, second.end)) ||
    /[.;:,]$/.test(state.text.slice(line.start, line.end))
  )
    return false;
  addStackedTerm(state, { start: line.start, end: second.end }, third.start);
  return true;
}

function addStackedTerm(state: TreeState, term: Span, meaning: number): void {
  state.closeBlock();
  addDefinitionRow(state, term, { start: meaning, end: meaning });
  state.closeBlock();
  state.blocks.pop();
  state.stacked = true;
}

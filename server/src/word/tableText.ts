import { isDefinitionHead, opensMeaning } from '../syntax/definitionLists.js';
import { emptyParagraph, plainLine, type Block, type Change, type Row, type Table } from './blocks.js';
import { changeMark, isWritten, type ChangeTreatment } from './changes.js';
import { quote } from './lostWords.js';

/** What writing a table needs of the text around it. */
export interface TableSurroundings {
  readonly treatment: ChangeTreatment;
  /** The text of a cell, a line for each paragraph; without marks when its whole row is changed. */
  cell(blocks: readonly Block[], rowChange: Change | undefined): string;
}

export interface WrittenTable {
  /** A Markdown table; empty when the table only arranged paragraphs. */
  readonly lines: readonly string[];
  readonly losses: readonly string[];
  /** The paragraphs of a table that only arranged them. */
  readonly blocks: readonly Block[];
}

interface WrittenRow {
  readonly cells: readonly string[];
  readonly isHead: boolean;
  readonly change: Change | undefined;
}

/**
 * Writes a table as Markdown. A definition list becomes one row for each term, whatever rows and pages its meaning ran over; a
 * table of one column, or of numbers beside their paragraphs, becomes those paragraphs.
 */
export function writeTable(table: Table, around: TableSurroundings): WrittenTable {
  const rows = table.rows.filter(({ change }) => isWritten(change, around.treatment));
  const arranged = arrangedBlocks(rows);
  if (arranged) return { lines: [], losses: [], blocks: arranged };
  const written = dropEmptyColumns(rows.map((row) => writeRow(row, around)));
  const width = Math.max(0, ...written.map(({ cells }) => cells.length));
  if (width === 0) return { lines: [], losses: [], blocks: [] };
  const isDefinitions = isDefinitionTable(table);
  const whole = isDefinitions ? joinContinuedRows(written) : written;
  const isMerged = rows.some(({ cells }) =>
    cells.some(({ span, continuesAbove }) => span > 1 || continuesAbove),
  );
  return {
    lines: markdown(whole, width, isDefinitions),
    losses: isDefinitions
      ? lossesOfDefinitions(whole)
      : isMerged
        ? ['merged cells of a table stand in the first cell that they cover']
        : [],
    blocks: [],
  };
}

/** Definition lists that run on in a table of their own, as behind a page break, are one table. */
export function mergeSplitTables(blocks: readonly Block[]): Block[] {
  const merged: Block[] = [];
  let gap: Block[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.kind === 'paragraph' && last?.kind === 'table' && isBlank(block)) {
      gap.push(block);
    } else if (
      block.kind === 'table' &&
      last?.kind === 'table' &&
      isDefinitionTable(last) &&
      isDefinitionTable(block)
    ) {
      merged[merged.length - 1] = { kind: 'table', rows: [...last.rows, ...block.rows] };
      gap = [];
    } else {
      merged.push(...gap, block);
      gap = [];
    }
  }
  return [...merged, ...gap];
}

function isBlank(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.losses.length === 0 &&
    block.label.now === undefined &&
    block.label.before === undefined &&
    block.pieces.every((piece) => piece.kind === 'text' && piece.text.trim() === '')
  );
}

/** Two columns whose heads are those of a definition list, or whose second cells mostly open a meaning. */
function isDefinitionTable({ rows }: Table): boolean {
  const pairs = rows.map(({ cells }) =>
    cells.map(({ blocks }) => plainLine(blocks)).filter((text) => text !== ''),
  );
  const two = pairs.filter(({ length }) => length === 2) as [string, string][];
  if (pairs.some(({ length }) => length > 2) || two.length === 0) return false;
  const [head] = pairs;
  if (head?.length === 2 && isDefinitionHead(head[0] as string, head[1] as string)) return true;
  return two.filter(([, meaning]) => opensMeaning(meaning)).length * 2 >= two.length;
}

const numberCell = /^(?:\(?[A-Za-z]{1,5}\)|[A-Z]?\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*\.?|[•▪·*–-])$/;

/** The paragraphs of a table that is there for their place on the page only; undefined for a real one. */
function arrangedBlocks(rows: readonly Row[]): Block[] | undefined {
  if (rows.some(({ change }) => change)) return undefined;
  const filled = rows.map(({ cells }) =>
    cells.filter(({ blocks }) => plainLine(blocks) !== '' || hasLabel(blocks)),
  );
  if (filled.every(({ length }) => length <= 1) && rows.every(({ cells }) => cells.length <= 1))
    return filled.flatMap((cells) => cells.flatMap(({ blocks }) => blocks));
  const isNumbered =
    filled.length > 0 &&
    filled.every(({ length }) => length === 2) &&
    filled.every(([first]) => numberCell.test(plainLine(first?.blocks ?? [])));
  if (!isNumbered || filled.length < 2) return undefined;
  return filled.flatMap(([number, text]) => withNumber(number?.blocks ?? [], text?.blocks ?? []));
}

function hasLabel(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'table' || block.label.now !== undefined);
}

function withNumber(number: readonly Block[], text: readonly Block[]): Block[] {
  const [first, ...rest] = text;
  const [label] = number;
  if (first?.kind !== 'paragraph' || label?.kind !== 'paragraph') return [...number, ...text];
  const space = { kind: 'text', text: ' ' } as const;
  return [{ ...emptyParagraph(), ...first, pieces: [...label.pieces, space, ...first.pieces] }, ...rest];
}

function writeRow(row: Row, around: TableSurroundings): WrittenRow {
  const change = around.treatment === 'keep' ? row.change : undefined;
  const cells = row.cells.flatMap(({ blocks, span, continuesAbove }) => [
    continuesAbove && plainLine(blocks) === '' ? '' : around.cell(blocks, change),
    ...Array.from({ length: span - 1 }, () => ''),
  ]);
  return { cells, isHead: row.isHead, change };
}

function dropEmptyColumns(rows: readonly WrittenRow[]): WrittenRow[] {
  const used = new Set<number>();
  for (const { cells } of rows) cells.forEach((text, column) => text !== '' && used.add(column));
  return rows
    .map((row) => ({ ...row, cells: row.cells.filter((_, column) => used.has(column)) }))
    .filter(({ cells }) => cells.some((text) => text !== ''));
}

/** A row without a term goes on with the meaning above it; a head that is repeated on each page is left out. */
function joinContinuedRows(rows: readonly WrittenRow[]): WrittenRow[] {
  const joined: WrittenRow[] = [];
  const [first] = rows;
  for (const row of rows) {
    const last = joined.at(-1);
    const [term = '', ...meaning] = row.cells;
    if (last && last !== first && row.cells.join('\t') === first?.cells.join('\t')) continue;
    const isHead = last !== undefined && last === first && isHeadRow(last);
    if (last && !isHead && !last.change && !row.change && term === '') {
      const [lastTerm = '', ...lastMeaning] = last.cells;
      const whole = [...lastMeaning, ...meaning]
        .filter((text) => text !== '')
        .reduce((before, text) => `${before}${goesOn(before, text) ? ' ' : '\n'}${text}`);
      joined[joined.length - 1] = { ...last, cells: [lastTerm, whole] };
    } else {
      joined.push(row);
    }
  }
  return joined;
}

function isHeadRow({ isHead, cells: [term = '', meaning = ''] }: WrittenRow): boolean {
  return isHead || isDefinitionHead(term, meaning);
}

/** Whether a sentence runs on from one row to the next. */
function goesOn(before: string, text: string): boolean {
  return /[A-Za-z,]$/.test(before) && /^[a-z]/.test(text);
}

/** Rows that have no meaning, as where one cell spans both columns, define nothing: they are told, but for letters of the alphabet. */
function lossesOfDefinitions(rows: readonly WrittenRow[]): string[] {
  const alone = rows.flatMap(({ cells: [term = '', ...meaning] }) =>
    term.length > 1 && meaning.every((text) => text === '') ? [quote(term)] : [],
  );
  if (alone.length === 0) return [];
  const shown = alone.slice(0, 8).join(', ');
  const rest = alone.length > 8 ? ` and ${alone.length - 8} more` : '';
  return [`rows of a definition list that have one cell only stand as they are: ${shown}${rest}`];
}

function markdown(rows: readonly WrittenRow[], width: number, isDefinitions: boolean): string[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const [term = '', meaning = ''] = first.cells;
  const hasHead = first.isHead || !isDefinitions || isDefinitionHead(term, meaning);
  const lines = [
    hasHead ? lineOf(first.cells, width) : lineOf([], width),
    lineOf(
      Array.from({ length: width }, () => '---'),
      width,
    ),
  ];
  if (hasHead && first.change) lines[0] = marked(lines[0] as string, first.change);
  for (const { cells, change } of hasHead ? others : rows) {
    const line = lineOf(cells, width);
    if (!change) {
      lines.push(line);
      continue;
    }
    // The line break before a row belongs to the change, so that the table stays whole without the row.
    const { open, close } = changeMark(change);
    lines[lines.length - 1] += open;
    lines.push(`${line}${close}`);
  }
  return lines;
}

function marked(line: string, change: Change): string {
  const { open, close } = changeMark(change);
  return `${open}${line}${close}`;
}

function lineOf(cells: readonly string[], width: number): string {
  const padded = Array.from({ length: width }, (_, column) => escapeCell(cells[column] ?? ''));
  return `| ${padded.join(' | ')} |`;
}

function escapeCell(text: string): string {
  return text
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, '<br>')
    .replace(/\t/g, ' ');
}

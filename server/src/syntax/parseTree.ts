import type { NameLexicon } from '../model/names.js';
import type { Steps } from '../text/steps.js';
import { readLineLabel } from './lineLabels.js';
import { isBlank, type Line } from './lines.js';
import { readRow, readStackedTerm, readLostColumns, readBrokenTerm } from './readDefinitions.js';
import { readLabel, headingOnNextLine } from './readNumbers.js';
import { partTitleAt, readTitle, openPart, readDivision, listedTitles } from './readParts.js';
import { readPlain } from './readPlain.js';
import { splitRow } from './tableRows.js';
import { eachEnd, leaveOpen, type TreeContext, type TreeStretch } from './treeContext.js';
import { TreeState } from './treeState.js';

/**
 * Reads a stretch of a text into its provisions, blocks and definition lists (legal-text.md, Levels of a Section). Never
 * throws; what it cannot place it leaves as plain text of the provision before it. Time and memory are linear in the text.
 *
 * @param before what the text before the stretch leaves open; the provisions around it come first in the tree
 * @param next the line behind the stretch, where the text goes on: it is looked at and is no part of the tree
 */
export function parseTree(
  text: string,
  before: TreeContext,
  lexicon: NameLexicon,
  next?: string,
): Steps<TreeStretch> {
  const state = new TreeState(text, before, lexicon, next);
  if (before.namedPart) {
    openPart(state, {
      start: 0,
      end: 0,
      owner: before.namedPart,
      title: '',
      titleSpan: { start: 0, end: 0 },
      quoted: false,
    });
  }
  return readLines(state);
}

/** So many lines are read in one step. */
const linesInStep = 500;

function* readLines(state: TreeState): Steps<TreeStretch> {
  const listed = listedTitles(state.text, state.lines, state.skip);
  for (let i = 0; i < state.count; i++) {
    if (i % linesInStep === linesInStep - 1) yield;
    const line = state.lines[i] as Line;
    if (isBlank(line)) state.closeBlock();
    else if (state.skip[i] === 2) state.addLooseBlock(line, 'contents');
    else if (state.skip[i] === 1) continue;
    else i += readLine(state, i, line, listed.has(i));
  }
  const after = state.count < state.lines.length ? contextAt(state, state.count) : undefined;
  eachEnd(state.provisions, state.end, (index, end) => {
    (state.provisions[index] as { end: number }).end = end;
  });
  return {
    provisions: state.provisions,
    blocks: state.blocks,
    definitionRows: state.rows,
    parts: state.parts,
    furniture: state.lines
      .filter((_, i) => i < state.count && state.skip[i] === 1)
      .map(({ start, end }) => ({ start, end })),
    hasInstruction: state.hasInstruction,
    isAgreement: state.isAgreement,
    after,
  };
}

/** What is left open where a clause begins; undefined where the line opens no clause, so that what is open goes on there. */
function contextAt(state: TreeState, index: number): TreeStretch['after'] {
  const context = {
    owner: state.owner,
    divisions: state.divisions,
    annex: state.annex,
    number: state.number,
    lastNumber: state.lastNumber,
    sideHeading: state.sideHeading,
    subject: state.subject,
    partHashes: state.partHashes,
    headedNumbers: state.headedNumbers,
    paragraphsRun: state.paragraphsRun,
    inDefinitions: state.inDefinitions,
    hasParts: state.hasParts(),
    isAgreement: state.isAgreement,
    hasOwnSchedules: state.hasOwnSchedules,
    outer: state.outer,
  };
  const open = { part: state.partIndex, division: state.divisionIndex, numbered: state.numbered };
  const provisions = state.provisions.length;
  const blocks = state.blocks.length;
  const line = state.lines[index] as Line;
  const label = readLineLabel(state.text, line);
  const isPlain = index === state.lines.length - 1 && !state.skip[index] && !splitRow(state.text, line);
  if (!isPlain || !label || label.kind === 'level') return undefined;
  if (!readLabel(state, index, line, label)) return undefined;
  state.provisions.length = provisions;
  state.blocks.length = blocks;
  return leaveOpen(state.provisions, open, context);
}

/** Reads one line; returns how many further lines it took. */
function readLine(state: TreeState, index: number, line: Line, listed: boolean): number {
  const row = splitRow(state.text, line);
  if (row) return readRow(state, index, line, row);
  const title = partTitleAt(state, index, line);
  if (title && !state.continuesSentence() && !state.runsOnInto(line))
    return readTitle(state, index, title, listed);
  if (readDivision(state, line)) return 0;
  const label = readLineLabel(state.text, line);
  if (label && readLabel(state, index, line, label)) return headingOnNextLine(state, index, line);
  const lost = readLostColumns(state, index, line);
  if (lost > 0) return lost - 1;
  const broken = readBrokenTerm(state, index, line);
  if (broken || readStackedTerm(state, index, line)) return broken ? 1 : 0;
  readPlain(state, index, line);
  return 0;
}

import { parseOwner, type ProvisionOwner } from '../model/provisionId.js';
import { announcesDefinitions, isDefinitionsHeading, isLostDefinitionHead } from './definitionLists.js';
import type { Block } from './documentTree.js';
import { headingOf, isSideHeading, isUnfinishedSentence } from './headings.js';
import { readLineLabel } from './lineLabels.js';
import type { Span } from '../text/span.js';
import type { Line } from './lines.js';
import { isTitleLike } from './partTitles.js';
import type { TreeState, Mutable } from './treeState.js';
import { statedOwner } from './statedClauses.js';

/* Lines without number, title or cells: what they go on with, side headings, sentences that announce a list. */

const longestAnnouncement = 600;

const longestOpenLine = 200;

/** `(a) a Data` on one line, `Refresh within …` on the next: a term that is broken over two short lines. */
const articleBeforeTerm =
  /(?:^|[\s(])(?:[Aa]n?|[Tt]he|[Ee]ach|[Aa]ny|[Ee]very|[Ss]uch)(?:[\s\u00a0]+[A-Z][A-Za-z-]*){1,4}$/;

/** `M3.2` on one line, `The Affected` on the next, `Party shall …` behind it: the words of the clause, and no heading. */
const opensClause = /^(?:The|An?|Each|Every|Any|No|Where|If|Such)\b/;

function isBehindBareNumber({ blocks }: TreeState): boolean {
  const block = blocks.at(-1);
  return block?.kind === 'text' && block.provision !== -1 && block.textStart >= block.end;
}

export function readPlain(state: TreeState, index: number, line: Line): void {
  if (line.hashes > 0) {
    state.closeBlock();
    state.endDefinition();
    takeSideHeading(state, line);
    return;
  }
  if (continuesBlock(state, line)) {
    const block = state.blocks[state.open] as Mutable<Block>;
    block.end = line.end;
    state.rememberLine(line);
    state.growMeaning(line.end);
    if (state.definition === -1 && endsAnnouncement(state, block)) state.inDefinitions = true;
    return;
  }
  state.closeBlock();
  const words = headingOf(state.text, line);
  if (
    words !== undefined &&
    !line.bullet &&
    isSideHeading(words) &&
    headsWhatFollows(state, index) &&
    !(opensClause.test(words) && isBehindBareNumber(state))
  ) {
    state.endDefinition();
    takeSideHeading(state, line);
    return;
  }
  const isInstruction = state.isInstruction(line);
  if (!state.stacked || isInstruction) state.endDefinition();
  const whole = state.text.slice(line.start, line.end);
  if (state.hasParts() && isInstruction) state.hasInstruction = true;
  state.addBlock(line, 'text', line.start);
  state.rememberLine(line);
  if (state.definition !== -1) state.growMeaning(line.end);
  else if (announcesDefinitions(whole)) state.inDefinitions = true;
  // An instruction that is about something else ends the list that one before it announced.
  else if (isInstruction) state.inDefinitions = false;
  if (state.owner.kind === 'annex') state.subject = statedOwner(whole) ?? state.subject;
}

/** Whether a sentence over several lines announces a list of definitions. */
function endsAnnouncement(state: TreeState, { textStart, end }: Block): boolean {
  if (!/[:.]/.test(state.text.charAt(end - 1))) return false;
  const words = state.text.slice(Math.max(textStart, end - longestAnnouncement), end);
  return announcesDefinitions(words.replace(/\s+/g, ' '));
}

/** A heading without a number, with what it tells of the lines below. */
export function takeSideHeading(state: TreeState, line: Span, kind: 'heading' | 'title' = 'heading'): void {
  const words = state.text.slice(line.start, line.end);
  state.sideHeading = words;
  // What an Annex says of its clauses holds to its end.
  if (state.owner.kind !== 'annex') state.subject = partThatChanges(words);
  state.inDefinitions = isDefinitionsHeading(words) || isLostDefinitionHead(words);
  // What is no column of its own may be one of a list that is announced.
  if (state.inDefinitions) state.noColumnsBefore = 0;
  state.addBlock(line, kind, line.start);
  state.closeBlock();
}

const changesOf =
  /^(?:(?:further|other|our|general|proposed|detailed|consequential)[ \u00a0]){0,2}(?:changes|amendments|modifications|variations|comments|points|questions|observations|drafting)[ \u00a0](?:to|of|on|about|for)[ \u00a0](?:SEC[ \u00a0])?(appendix[ \u00a0][a-z]{1,2}|schedule[ \u00a0]\d{1,2})\b/i;

/** `Changes to Appendix I (Support Materials)`, `Comments on Appendix AK`: the part whose clauses the paragraphs below mean. */
export function partThatChanges(heading: string): ProvisionOwner | undefined {
  const part = changesOf.exec(heading)?.[1];
  return part === undefined ? undefined : parseOwner(part.replace('\u00a0', ' '));
}

/** A side heading stands above a number, a list, a definition list or a paragraph that begins anew. */
function headsWhatFollows(state: TreeState, index: number): boolean {
  const next = state.nextTextLine(index);
  if (!next) return false;
  if (state.definition !== -1) {
    const label = readLineLabel(state.text, next);
    return label?.kind === 'lettered' || label?.kind === 'numbered';
  }
  return /^[A-Z0-9(“"‘•|]/.test(state.text.slice(next.start, next.start + 1));
}

function continuesBlock(state: TreeState, line: Line): boolean {
  const block = state.open === -1 ? undefined : state.blocks[state.open];
  if (!block || line.bullet || (block.kind !== 'text' && block.kind !== 'cell')) return false;
  if (state.openLineEnd === -1) return false;
  const last = state.text.charAt(state.openLineEnd - 1);
  const first = state.text.charAt(line.start);
  if (/[a-z0-9,;)(&–—-]/.test(first) || /[,(–—-]/.test(last) || state.endsOpenly()) return true;
  if (isOpenInside(state, '“', '”') || isOpenInside(state, '(', ')')) return true;
  if (/[.;:?!]/.test(last))
    return state.definition !== -1 && block.kind === 'cell' && !state.isInstruction(line);
  if (state.openLineLength > 140) return false;
  const before = state.text.slice(state.openLineEnd - state.openLineLength, state.openLineEnd);
  if (state.openLineLength >= 40 || isUnfinishedSentence(before)) return true;
  const words = state.text.slice(line.start, Math.min(line.end, line.start + 200));
  return articleBeforeTerm.test(before) && (/[.;]$/.test(words) || !isTitleLike(words));
}

/** Whether the open line opens a bracket or a quotation that it does not close. */
function isOpenInside(state: TreeState, opening: string, closing: string): boolean {
  const from = state.openLineEnd - Math.min(state.openLineLength, longestOpenLine);
  const line = state.text.slice(from, state.openLineEnd);
  return line.lastIndexOf(opening) > line.lastIndexOf(closing);
}

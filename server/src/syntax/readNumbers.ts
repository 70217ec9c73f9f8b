import type { Span } from '../text/span.js';
import { announcesDefinitions, isDefinitionsHeading } from './definitionLists.js';
import type { Provision } from './documentTree.js';
import { headingOf, isSideHeading, pointedHeading, runInHeading } from './headings.js';
import { readLineLabel, type LineLabel } from './lineLabels.js';
import { isBlank, isSpace, type Line } from './lines.js';
import { placeLabel, type OpenLevel } from './listLevels.js';
import { acceptsNumber } from './numberSequence.js';
import { readPartTitle } from './partTitles.js';
import { partThatChanges, takeSideHeading } from './readPlain.js';
import { statedOwner } from './statedClauses.js';
import { splitRow } from './tableRows.js';
import type { OuterPart } from './treeContext.js';
import type { TreeState } from './treeState.js';

/* Numbers and labels at the head of a line, and the headings behind them (legal-text.md, Levels of a Section). */

export function readLabel(state: TreeState, index: number, line: Line, label: LineLabel): boolean {
  switch (label.kind) {
    case 'lettered':
      return readLettered(state, index, line, label);
    case 'numbered':
      return readNumbered(state, index, line, label);
    case 'level':
      return readLevel(state, index, line, label);
  }
}

function readLettered(
  state: TreeState,
  index: number,
  line: Line,
  label: LineLabel & { kind: 'lettered' },
): boolean {
  const inOwnSection = state.owner.kind === 'section' && state.owner.letter === label.letter;
  const rest = state.text.slice(label.end, line.end).trim();
  if (!inOwnSection && !opensLoosely(state, index, label, rest)) return false;
  // `- H8.15 (b): agreed.` is what a response says of it.
  if (!inOwnSection && (line.bullet || isInsideQuotation(state, line))) return false;
  const isBelowTitle = inOwnSection && rest === '' && state.endsInTitle();
  if ((state.continuesSentence() && !isBelowTitle) || /^[,;)]/.test(rest)) return false;
  if (rest !== '' && /^(?:and|or|to|of|above|below|shall|applies)\b/.test(rest)) return false;
  if (!inOwnSection) enterLooseSection(state, label.letter);
  startNumber(state, index, label, line);
  return true;
}

const longestQuotation = 6000;

/** `3. After Section F8.6 insert: “F8.6A …` above `F8.6B …`: what a paragraph quotes belongs to it, and opens no part of the Code. */
function isInsideQuotation({ text, provisions, numbered }: TreeState, line: Line): boolean {
  const from = Math.max(provisions[numbered]?.start ?? 0, line.start - longestQuotation);
  const before = text.slice(from, line.start);
  return before.split('“').length > before.split('”').length;
}

/** A lettered clause pasted without the title of its Section still tells where the text stands. */
function opensLoosely(
  state: TreeState,
  index: number,
  label: LineLabel & { kind: 'lettered' },
  rest: string,
): boolean {
  if (state.owner.kind === 'appendix' || state.owner.kind === 'schedule') return false;
  if (rest === '') return standsAboveItsClause(state, index, label);
  if (/^[RV]$/.test(label.letter) || !/^[A-Z“"‘([]/.test(rest)) return false;
  if (label.number.includes('.')) return !/\.0[A-Z]*$/.test(label.number);
  return rest === rest.toUpperCase() && /[A-Z]{3}/.test(rest) && state.lines[index + 1] !== undefined;
}

/** `K1`, `INTRODUCTION`, `K1.1 This …`, each on a line of its own, as some conversions leave them. */
function standsAboveItsClause(
  state: TreeState,
  index: number,
  label: LineLabel & { kind: 'lettered' },
): boolean {
  for (const line of state.lines.slice(index + 1, index + 6)) {
    const below = readLineLabel(state.text, line);
    if (below && below.kind !== 'level')
      return (
        below.kind === 'lettered' && below.letter === label.letter && below.number === `${label.number}.1`
      );
  }
  return false;
}

function enterLooseSection(state: TreeState, letter: string): void {
  const { owner, divisions, partIndex: part, lastNumber } = state;
  const isOwn = owner.kind === 'own' || owner.kind === 'annex';
  if (isOwn) state.outer = lastNumber === '' ? undefined : { owner, divisions, part, lastNumber };
  state.owner = { kind: 'section', letter };
  state.divisions = [];
  state.partIndex = -1;
  state.resetNumbers();
}

/** `3. In Section H13.1, …` behind the clauses that paragraph 2 inserts goes on with the paragraphs. */
function goesOnOutside(
  { outer, text }: TreeState,
  line: Line,
  label: LineLabel & { kind: 'numbered' },
): boolean {
  if (!outer || !label.dotted || label.number.includes('.')) return false;
  const isNextOutside = Number(label.number) === Number.parseInt(outer.lastNumber, 10) + 1;
  return isNextOutside && /^[\s\u00a0]+[A-Z“"‘']/.test(text.slice(label.end, line.end));
}

function leaveLooseSection(state: TreeState, { owner, divisions, part, lastNumber }: OuterPart): void {
  state.closeBlock();
  state.owner = owner;
  state.divisions = divisions;
  state.partIndex = part;
  state.resetNumbers();
  state.lastNumber = lastNumber;
  state.outer = undefined;
}

function readNumbered(
  state: TreeState,
  index: number,
  line: Line,
  label: LineLabel & { kind: 'numbered' },
): boolean {
  if (state.outer && goesOnOutside(state, line, label)) leaveLooseSection(state, state.outer);
  if (state.owner.kind === 'section' && state.partIndex !== -1) return false;
  if (label.word !== '' && line.bullet) return false;
  if (
    line.hashes === 0 &&
    !label.number.includes('.') &&
    (state.headedNumbers || headsBelow(state, index, label.number))
  ) {
    state.paragraphsRun ??= runThroughHeadings(state, index, Number.parseInt(label.number, 10));
    // `1. one thing` below `## 3. Solution` is an item of a list, unless the next heading has `2. another thing` below it.
    if (!state.paragraphsRun) {
      state.itemBefore = label.number;
      return false;
    }
    startNumber(state, index, label, line);
    return true;
  }
  const rest = state.text.slice(label.end, line.end).trim();
  if (state.isAgreement && label.dotted && index < headOfAgreement && isParty(rest)) return false;
  if (!label.dotted && isRowOfTable(state.text.slice(label.end, line.end))) return false;
  if (label.word !== '' && label.word !== 'condition' && numbersRunThrough(state, index)) {
    takeSideHeading(state, line, 'title');
    return true;
  }
  const nextLine = state.lines[index + 1];
  const alone = rest === '' && nextLine !== undefined && !isBlank(nextLine);
  if (state.continuesSentence()) return false;
  const candidate = { number: label.number, dotted: label.dotted, rest, alone };
  const beginsDivision = state.divisionIndex !== -1 && state.number === '';
  const goesOn = acceptsNumber({ ...candidate, last: state.lastNumber });
  if (!goesOn && !(beginsDivision && acceptsNumber({ ...candidate, last: '' }))) {
    state.itemBefore = label.number;
    return false;
  }
  const isRow = !label.dotted && isRightBehind(state, index, state.itemBefore);
  if (isNextItem(state.itemBefore, label.number) && (/^[a-z]/.test(rest) || isRow)) {
    state.itemBefore = label.number;
    return false;
  }
  rememberJump(state, label.number);
  startNumber(state, index, label, line);
  return true;
}

/** `5.4A.1` below `2. After paragraph 5.4 insert:` is put into another text: `3.` goes on from 2. */
function rememberJump(state: TreeState, number: string): void {
  const { owner, divisions, partIndex: part, lastNumber } = state;
  if (owner.kind !== 'own' && owner.kind !== 'annex') return;
  const isJump =
    number.includes('.') && /^\d+$/.test(lastNumber) && Number.parseInt(number, 10) > Number(lastNumber) + 1;
  if (isJump) state.outer = { owner, divisions, part, lastNumber };
}

/** Whether the line above begins with a number: of rows that a paste took out of their table all are rows, whatever the next one is. */
function isRightBehind(state: TreeState, index: number, number: string): boolean {
  const above = state.lines[index - 1];
  if (!above || isBlank(above)) return false;
  const label = readLineLabel(state.text, above);
  return label?.kind === 'numbered' && label.number === number && !label.dotted && label.end < above.end;
}

/** So many lines may stand before and between the parties of an agreement. */
const headOfAgreement = 60;
const bodyOfParty =
  /\b(?:company|registered|incorporated|whose|Limited|LIMITED|Ltd|LTD|plc|PLC|LLP)\b[^]*\((?:[^()“”"]{0,60}[“"][^“”"]{1,60}[”"][^()“”"]{0,20}|the [A-Z][^()]{1,60})\)[.,;]?(?: and)?$/;

/** `2. NOCTULE NETWORKS PLC (company number 09988776) (the “Incoming Provider”); and` is a party, and no clause. */
function isParty(rest: string): boolean {
  return rest.length <= 400 && bodyOfParty.test(rest);
}

const longestLook = 300;

/** Whether `1.` opens a list that stands above the first Markdown heading with a number. */
function headsBelow(state: TreeState, index: number, number: string): boolean {
  if (number === '1' && state.lastNumber === '' && state.numbersBelow === undefined)
    state.numbersBelow = state.lines.slice(index + 1, index + longestLook).some((line) => {
      const label = line.hashes > 0 ? readLineLabel(state.text, line) : undefined;
      return label?.kind === 'numbered' && !label.number.includes('.');
    });
  return state.lastNumber === '' && state.numbersBelow === true;
}

/** Whether plain numbers go on behind the next Markdown heading that has a number, and do not begin anew there. */
function runThroughHeadings(state: TreeState, index: number, from: number): boolean {
  let last = from;
  let crossed = false;
  for (const line of state.lines.slice(index + 1, index + longestLook)) {
    const label = isBlank(line) ? undefined : readLineLabel(state.text, line);
    if (label?.kind !== 'numbered' || label.number.includes('.')) continue;
    if (line.hashes > 0) crossed = true;
    else if (crossed) return Number.parseInt(label.number, 10) === last + 1;
    else last = Number.parseInt(label.number, 10);
  }
  return false;
}

/** `4      As soon as possible    Update the record    DCC`: cells that spaces part. */
function isRowOfTable(behindNumber: string): boolean {
  return /^ {3,}\S/.test(behindNumber) && /[^\s.:;] {2,}\S/.test(behindNumber);
}

/** `Section 2 – Definitions` above `5. In this text …`: clauses count through the Sections, which only hold them. */
function numbersRunThrough(state: TreeState, index: number): boolean {
  const next = state.nextTextLine(index);
  const label = next && readLineLabel(state.text, next);
  return label?.kind === 'numbered' && label.word === '' && !label.number.includes('.') && label.dotted;
}

/** `3. each of them …` behind `1. one …` and `2. two …` in clause 2.2 is the next item of that list, and no clause 3. */
function isNextItem(before: string, number: string): boolean {
  return before !== '' && !before.includes('.') && Number(number) === Number(before) + 1;
}

function startNumber(
  state: TreeState,
  index: number,
  label: LineLabel & { readonly number: string },
  line: Line,
): void {
  const { number } = label;
  state.closeBlock();
  state.levels = [];
  state.definition = -1;
  const isTop = !number.includes('.');
  if (isTop) {
    state.sideHeading = '';
    state.inDefinitions = false;
    state.headedNumbers ||= line.hashes > 0;
  }
  state.number = number;
  state.lastNumber = number;
  state.itemBefore = '';
  const rest = { start: restStart(state.text, label.end, line.end), end: line.end };
  const heading = runsOnBelow(state, index, rest)
    ? undefined
    : headingIn(state, rest, isTop && state.owner.kind === 'section');
  const wholeLine = heading !== undefined && heading.end >= rest.end - 1;
  if (isTop && wholeLine && state.owner.kind === 'own')
    state.subject = partThatChanges(state.text.slice(heading.start, heading.end));
  state.numbered = state.addProvision({
    number,
    levels: [],
    isCondition: label.kind === 'numbered' && label.word === 'condition',
    label: { start: label.start, end: labelEnd(state.text, label) },
    parent: parentOfNumber(state, number),
    heading: heading ? state.text.slice(heading.start, heading.end) : '',
    headingSpan: heading,
  });
  const words = state.text.slice(rest.start, rest.end);
  if (heading && isDefinitionsHeading(state.text.slice(heading.start, heading.end)))
    state.inDefinitions = true;
  state.addBlock({ start: label.start, end: line.end }, wholeLine ? 'heading' : 'text', rest.start);
  if (wholeLine) state.closeBlock();
  else if (announcesDefinitions(words)) state.inDefinitions = true;
  if (state.owner.kind === 'annex') state.subject = statedOwner(words) ?? state.subject;
}

function parentOfNumber(state: TreeState, number: string): number {
  for (let cut = number.lastIndexOf('.'); cut > 0; cut = number.lastIndexOf('.', cut - 1)) {
    const outer = lastWithNumber(state, number.slice(0, cut));
    if (outer !== -1) return outer;
  }
  return state.divisionIndex === -1 ? state.partIndex : state.divisionIndex;
}

function lastWithNumber(state: TreeState, number: string): number {
  for (let i = state.numbered; i > state.partIndex; i = (state.provisions[i] as Provision).parent) {
    if (i < 0) return -1;
    const provision = state.provisions[i] as Provision;
    if (provision.number === number && provision.levels.length === 0) return i;
  }
  return -1;
}

function readLevel(
  state: TreeState,
  index: number,
  line: Line,
  label: LineLabel & { kind: 'level' },
): boolean {
  const open = state.levels;
  if (label.form !== 'bracket' && state.continuesSentence()) return false;
  const placed = placeLabel(open, label.inner, line.indent, () => nextLevelLabel(state, index));
  if (!placed) return false;
  const above = open[placed.depth];
  const continues = above?.style === placed.reading.style;
  const isNext = continues && above.ordinal + 1 === placed.reading.ordinal;
  if (label.form === 'bracket' && !isNext && state.continuesReference()) return false;
  // `forty` on one line, `(14) minutes` on the next.
  if (/^\d/.test(label.inner) && !continues && placed.reading.ordinal > 1 && !state.beginsAnew())
    return false;
  if (label.form !== 'bracket' && placed.reading.ordinal !== 1 && !continues) return false;
  const rests = { start: restStart(state.text, label.end, line.end), end: line.end };
  if (label.form === 'point' && rests.start === rests.end) return false;
  state.closeBlock();
  const kept = open.slice(0, placed.depth);
  const parent = kept.at(-1)?.provision ?? state.numbered;
  const heading = headingIn(state, rests, false);
  const provision = state.addProvision({
    number: state.number,
    levels: labelsOf(kept, label.inner),
    label: { start: label.start, end: label.end },
    parent,
    heading: heading ? state.text.slice(heading.start, heading.end) : '',
    headingSpan: heading,
  });
  kept.push({
    style: placed.reading.style,
    ordinal: placed.reading.ordinal,
    label: label.inner,
    indent: line.indent,
    provision,
  });
  state.levels = kept;
  const wholeLine = heading !== undefined && heading.end >= rests.end - 1;
  state.addBlock({ start: label.start, end: line.end }, wholeLine ? 'heading' : 'text', rests.start);
  if (wholeLine) state.closeBlock();
  state.growMeaning(line.end);
  return true;
}

function labelsOf(levels: readonly OpenLevel[], innermost: string): string[] {
  const labels = levels.map(({ label }) => label);
  labels.push(innermost);
  return labels;
}

/** The sign of the next label line, to tell (i) the letter from (i) the numeral. */
function nextLevelLabel(state: TreeState, index: number): string | undefined {
  for (let i = index + 1; i < Math.min(state.lines.length, index + 40); i++) {
    const line = state.lines[i] as Line;
    if (isBlank(line) || state.skip[i]) continue;
    const label = readLineLabel(state.text, line);
    if (label?.kind === 'level') return label.inner;
    if (label) return undefined;
  }
  return undefined;
}

/** `2.4 Section L would change in L3.18, L3.19` above `and L3.21.` is a sentence, however short its first line is. */
function runsOnBelow(state: TreeState, index: number, rest: Span): boolean {
  const next = state.lines[index + 1];
  if (!next || isBlank(next) || state.skip[index + 1] || readLineLabel(state.text, next)) return false;
  const isSmall = /^[a-z]{2,}[\s\u00a0]/.test(
    state.text.slice(next.start, Math.min(next.end, next.start + 20)),
  );
  return (
    isSmall && !/(?:\b(?:of|and|the|for|to|in|or|with)|[,–—-])$/.test(state.text.slice(rest.start, rest.end))
  );
}

function headingIn(state: TreeState, rest: Span, always: boolean): Span | undefined {
  if (rest.end <= rest.start || isRemoved(state.text, rest)) return undefined;
  const whole = headingOf(state.text, rest);
  if (whole !== undefined && (always || isSideHeading(whole))) return rest;
  const pointed = pointedHeading(state.text, rest);
  if (pointed) return pointed;
  const runIn = runInHeading(state.text, rest);
  return runIn ? { start: rest.start, end: runIn } : undefined;
}

/** A heading split over two lines, or standing below its number (`K1` / `INTRODUCTION`). */
export function headingOnNextLine(state: TreeState, index: number, line: Line): number {
  const current = state.provisions.at(-1);
  const block = state.blocks.at(-1);
  const next = state.lines[index + 1];
  if (!current || !block || !next || isBlank(next) || state.skip[index + 1] || current.levels.length > 0)
    return 0;
  if (readLineLabel(state.text, next) || splitRow(state.text, next) || readPartTitle(state.text, next))
    return 0;
  const words = state.text.slice(next.start, next.end);
  const isTop = !current.number.includes('.');
  const bare = block.textStart >= line.end;
  const runsOn =
    current.heading !== '' && isTop && block.kind === 'heading' && headingRunsOn(current.heading, words);
  if (!runsOn && !(bare && isTop && headingOf(state.text, next) !== undefined && isSideHeading(words)))
    return 0;
  const start = bare ? next.start : (current.headingSpan?.start ?? next.start);
  current.heading = runsOn ? `${current.heading} ${words}` : words;
  current.headingSpan = { start, end: next.end };
  if (isDefinitionsHeading(current.heading)) state.inDefinitions = true;
  block.end = next.end;
  block.kind = 'heading';
  state.closeBlock();
  return 1;
}

const removed = /^\[?(?:not used|no longer (?:in use|used)|deleted|reserved)\.?\]?$/i;
const firstOfRemoved = '[nNdDrR';

/** `Not used`, `[Deleted]`: the number exists and has no content, and no heading either. */
function isRemoved(text: string, { start, end }: Span): boolean {
  return (
    firstOfRemoved.includes(text.charAt(start)) &&
    removed.test(text.slice(start, Math.min(end, start + 40)).trim())
  );
}

function restStart(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The label's span without a point behind its number. */
function labelEnd(text: string, label: LineLabel): number {
  const last = text[label.end - 1];
  return last === '.' || last === ':' ? label.end - 1 : label.end;
}

function headingRunsOn(heading: string, next: string): boolean {
  if (next.length > 100 || /[.;:]$/.test(next)) return false;
  const allCapitals = (words: string): boolean => words === words.toUpperCase() && /[A-Z]{2}/.test(words);
  if (allCapitals(heading) && allCapitals(next)) return true;
  return /(?:\b(?:of|and|the|for|to|in|or|with)|[,–—-])$/.test(heading) && /^[A-Za-z]/.test(next);
}

import { normaliseTerm } from '../model/termForms.js';
import { formatOwner, ownPaper, type ProvisionOwner } from '../model/provisionId.js';
import { isDefinitionsHeading } from './definitionLists.js';
import type { Provision } from './documentTree.js';
import { headingOf, isSideHeading } from './headings.js';
import { readLineLabel } from './lineLabels.js';
import { isBlank, type Line } from './lines.js';
import { readDivisionTitle, readPartTitle, type PartTitle } from './partTitles.js';
import { partThatChanges, takeSideHeading } from './readPlain.js';
import { splitRow } from './tableRows.js';
import { instruction, type TreeState, type Mutable } from './treeState.js';

/* Titles of parts, Annexes and Parts: what they open (legal-text.md, Levels of a Section). */

/** The title of a part that stands here, if the text may have such a part. */
export function partTitleAt(state: TreeState, index: number, line: Line): PartTitle | undefined {
  if (line.bullet) return undefined;
  const title = readPartTitle(state.text, line) ?? changedPart(state, index, line);
  return title && (isOfCodeOrAnnex(title.owner) || isOwnPart(state, title.owner)) ? title : undefined;
}

const changesTo =
  /(?:Proposed |PROPOSED )?(?:Changes|Amendments|Modifications|CHANGES|AMENDMENTS|MODIFICATIONS)[ \u00a0](?:to|TO)[ \u00a0](?:the[ \u00a0])?(?=S|A)/y;

/** `Changes to Appendix AD` above an instruction is as good as the name of the part. */
function changedPart(state: TreeState, index: number, line: Line): PartTitle | undefined {
  changesTo.lastIndex = line.start;
  const match = changesTo.exec(state.text);
  const named = match && readPartTitle(state.text, { start: line.start + match[0].length, end: line.end });
  return named && ordersChange(state, index, named) ? { ...named, start: line.start } : undefined;
}

const changeWords =
  /\b(?:(?:is|are|shall be) (?:amended|replaced|deleted|inserted)|insert|substitute|delete|replace)\b/i;

/** Whether the line below says what to change in the part, or is a clause of it. */
function ordersChange(state: TreeState, index: number, { owner }: PartTitle): boolean {
  const next = state.nextTextLine(index);
  if (!next || next.end - next.start > 400) return false;
  const label = readLineLabel(state.text, next);
  if (label?.kind === 'lettered') return owner.kind === 'section' && owner.letter === label.letter;
  const words = state.text.slice(next.start, next.end);
  return (
    instruction.test(words) ||
    (/^(?:In|After|Before|For|Section|Clause|Paragraph)\b/.test(words) && changeWords.test(words))
  );
}

/** Schedules of the Code have numbers, and its Appendices have letters; only an agreement has `Schedule A`, or one without either. */
function isOfCodeOrAnnex(owner: ProvisionOwner): boolean {
  if (owner.kind === 'schedule') return /^\d/.test(owner.name);
  return owner.kind !== 'appendix' || owner.name !== '';
}

export function readTitle(state: TreeState, index: number, title: PartTitle, listed: boolean): number {
  if (listed || (title.quoted && !ordersChange(state, index, title))) {
    state.addLooseBlock(title, listed ? 'contents' : 'heading');
    return 0;
  }
  if (goesOnBelow(state, index, title)) {
    takeSideHeading(state, title);
    state.subject = title.owner;
    return 0;
  }
  openPart(state, title, ordersChange(state, index, title), state.lines[index]?.hashes);
  if (title.title !== '') return 0;
  return titleBelow(state, index);
}

/** `Appendix G: …` between paragraphs 2 and 3 of a letter only heads what the letter says of it. */
function goesOnBelow(state: TreeState, index: number, { owner }: PartTitle): boolean {
  const next = state.lastNumber.replace(/\d+$/, (digits) => String(Number(digits) + 1));
  const isInPaper = state.owner.kind === 'own' && state.divisions.length === 0 && !state.isAgreement;
  if (!isInPaper || next === state.lastNumber || !isPartOfTheCode(owner)) return false;
  for (const line of state.lines.slice(index + 1, index + 6)) {
    const label = isBlank(line) ? undefined : readLineLabel(state.text, line);
    if (label) return label.kind === 'numbered' && label.number === next;
  }
  return false;
}

/**
 * @param isChanged whether the text below changes the part: then it stands in no other
 * @param hashes the number of `#` before the title
 */
export function openPart(state: TreeState, title: PartTitle, isChanged = false, hashes = 0): void {
  const { owner } = title;
  state.closeBlock();
  if (isAlreadyOpen(state, owner)) {
    nameOpenPart(state, title);
    return;
  }
  // A Markdown heading of the same depth is no part of the one before it.
  const isBeside = hashes > 0 && hashes <= state.partHashes;
  const nested = isChanged || isBeside ? undefined : nests(state, title);
  if (!nested) {
    state.partHashes = hashes;
    // An own Schedule behind inserted clauses stands beside the one in which they are inserted.
    if (state.outer) state.owner = state.outer.owner;
    state.outer = undefined;
  }
  if (nested) {
    state.divisions = [
      ...state.divisions.filter((division) => division.split(' ')[0] !== nested.split(' ')[0]),
      nested,
    ];
  } else {
    state.owner = isOwnPart(state, owner) || isOwnAppendix(state, title) ? ownPaper : owner;
    state.divisions = state.owner.kind === 'own' ? [formatOwner(owner)] : [];
    state.partIndex = -1;
  }
  if (state.owner.kind === 'annex') state.annex = state.owner.name;
  state.resetNumbers();
  const provision = state.addProvision({
    number: '',
    levels: [],
    label: title,
    parent: nested ? state.partIndex : -1,
    heading: title.title,
    headingSpan: title.title === '' ? undefined : title.titleSpan,
  });
  state.partIndex = provision;
  state.numbered = provision;
  const key = (state.provisions[provision] as Provision).key;
  if (isPartOfTheCode(state.owner) && !nested) state.parts.push({ key, owner, provision });
  state.inDefinitions = isDefinitionsHeading(title.title);
  if (state.owner.kind === 'annex') state.subject = partThatChanges(title.title);
  if (title.end > title.start) addTitleBlock(state, title);
  state.closeBlock();
}

/** The words of a title of the text's own are read; its name is no reference, and what a part of the Code is called no use. */
function addTitleBlock(state: TreeState, title: PartTitle): void {
  const isOwn = state.owner.kind === 'own' || state.owner.kind === 'annex';
  if (isOwn && title.title !== '') state.addBlock(title, 'heading', title.titleSpan.start);
  else state.addBlock(title, 'title', title.start);
}

/** `Appendix 1` is a paper's own; so is a Schedule behind the clauses of an agreement, or of a text that says so. */
function isOwnPart(state: TreeState, owner: ProvisionOwner): boolean {
  if (owner.kind === 'appendix' && !/^[A-Z]/.test(owner.name))
    return owner.name !== '' || state.owner.kind === 'own' || state.owner.kind === 'annex';
  if (owner.kind !== 'schedule') return false;
  if (!state.isAgreement && !state.hasOwnSchedules && /^\d/.test(owner.name)) return false;
  if (state.owner.kind === 'annex') return true;
  return state.owner.kind === 'own' && (state.number !== '' || state.divisions.length > 0);
}

/**
 * `Appendix A: Steps` behind the paragraphs of a paper, and `Appendix B: Draft` behind that: the first Appendices of the Code are
 * called otherwise.
 */
function isOwnAppendix(state: TreeState, { owner, title }: PartTitle): boolean {
  if (owner.kind !== 'appendix' || !/^[A-F]$/.test(owner.name) || title === '' || state.owner.kind !== 'own')
    return false;
  if (state.lexicon.documents.has(normaliseTerm(title))) return false;
  const [outer = ''] = state.divisions;
  if (owner.name === 'A') return outer === '' && state.lastNumber !== '' && !state.isAgreement;
  return outer === `Appendix ${String.fromCharCode(owner.name.charCodeAt(0) - 1)}`;
}

/** Front matter opened the part, and now its title line stands at the head of the text. */
function isAlreadyOpen(state: TreeState, owner: ProvisionOwner): boolean {
  return (
    state.provisions.length === 1 &&
    state.blocks.length === 0 &&
    formatOwner(state.owner) === formatOwner(owner)
  );
}

function nameOpenPart(state: TreeState, title: PartTitle): void {
  const part = state.provisions[state.partIndex] as Mutable<Provision>;
  part.label = { start: title.start, end: title.end };
  part.start = title.start;
  part.heading = title.title;
  part.headingSpan = title.title === '' ? undefined : title.titleSpan;
  state.inDefinitions = isDefinitionsHeading(title.title);
  state.addBlock(title, 'title', title.start);
  state.closeBlock();
}

/** An Annex, or an Appendix of another Appendix, is a division of the part it stands in (`Appendix M/Appendix F`). */
function nests(state: TreeState, { owner, title }: PartTitle): string | undefined {
  if (owner.kind === 'annex' && state.isInOwnSchedule()) return formatOwner(owner);
  if (state.owner.kind !== 'appendix' && state.owner.kind !== 'schedule') return undefined;
  if (owner.kind === 'annex') return isNextAnnex(state, owner.name) ? undefined : formatOwner(owner);
  // `SCHEDULE 1 TO APPENDIX AW`
  if (owner.kind === 'schedule' && /^to (?:this )?appendix\b/i.test(title)) return formatOwner(owner);
  if (owner.kind !== 'appendix' || state.owner.kind !== 'appendix') return undefined;
  const [before, next] = [state.owner.name, owner.name];
  const isNext = next.length === before.length ? next > before : next.length > before.length;
  return state.number !== '' && !isNext ? formatOwner(owner) : undefined;
}

/** `ANNEX B` behind the Appendix that a direction sets out in its `ANNEX A` is the direction's own. */
function isNextAnnex({ annex, divisions }: TreeState, name: string): boolean {
  return (
    follows(annex, name) && !divisions.some((division) => follows(division.replace(/^Annex /, ''), name))
  );
}

function follows(before: string, name: string): boolean {
  const ordinal = (sign: string): number =>
    /^[A-Z]$/.test(sign) ? sign.charCodeAt(0) : Number.parseInt(sign, 10);
  return before !== '' && before.length <= 2 && ordinal(name) === ordinal(before) + 1;
}

/** `Part 3: Testing`: numbers may run on through the Parts or begin anew, so it only holds them and is no part of their names. */
export function readDivision(state: TreeState, line: Line): boolean {
  const isPaper = state.owner.kind === 'own' && state.divisions.length === 0;
  if (!isPaper && (state.partIndex === -1 || state.owner.kind === 'section')) return false;
  const title = readDivisionTitle(state.text, line);
  if (!title || state.continuesSentence()) return false;
  state.closeBlock();
  const last = state.lastNumber;
  state.resetNumbers();
  state.lastNumber = last;
  state.divisionIndex = state.addProvision({
    number: '',
    levels: [],
    divisions: [...state.divisions, title.division],
    label: title,
    parent: state.partIndex,
    heading: title.title,
    headingSpan: title.title === '' ? undefined : title.titleSpan,
  });
  state.numbered = state.divisionIndex;
  state.inDefinitions = isDefinitionsHeading(title.title);
  // Its words are read, its name is no reference.
  state.addBlock(title, 'heading', title.title === '' ? title.end : title.titleSpan.start);
  state.closeBlock();
  return true;
}

/** The title of `APPENDIX AB` on a line of its own below the name. */
function titleBelow(state: TreeState, index: number): number {
  for (let next = index + 1, seen = 0; next < state.lines.length && seen < 3; next++, seen++) {
    const line = state.lines[next] as Line;
    if (isBlank(line)) continue;
    if (state.skip[next]) return 0;
    if (splitRow(state.text, line) || readPartTitle(state.text, line) || readLineLabel(state.text, line))
      return 0;
    if (readDivisionTitle(state.text, line) || changedPart(state, next, line)) return 0;
    const words = headingOf(state.text, line);
    if (words === undefined || instruction.test(words) || !isSideHeading(words)) return 0;
    const part = state.provisions[state.partIndex] as Mutable<Provision>;
    part.heading = words;
    part.headingSpan = { start: line.start, end: line.end };
    if (isDefinitionsHeading(words)) state.inDefinitions = true;
    if (state.owner.kind === 'annex') state.subject = partThatChanges(words);
    state.addBlock(line, 'heading', line.start);
    state.closeBlock();
    return next - index;
  }
  return 0;
}

function isPartOfTheCode(owner: ProvisionOwner): boolean {
  return (
    owner.kind === 'section' ||
    owner.kind === 'schedule' ||
    (owner.kind === 'appendix' && /^[A-Z]/.test(owner.name))
  );
}

/**
 * Titles that stand one after the other name parts in a list and open nothing: three or more, or two in front of a third
 * that differs in kind.
 */
export function listedTitles(text: string, lines: readonly Line[], skip: Uint8Array): Set<number> {
  const listed = new Set<number>();
  let run: number[] = [];
  const flush = (): void => {
    const group = [...run];
    run = [];
    if (group.length < 3) return;
    const last = group.at(-1) as number;
    const shape = (index: number): boolean => /^[A-Z]{3}/.test(text.slice((lines[index] as Line).start));
    if (shape(last) !== shape(group[0] as number)) group.pop();
    for (const index of group) listed.add(index);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (isBlank(line) || skip[i]) continue;
    if (!line.bullet && readPartTitle(text, line)) run.push(i);
    else if (run.length > 0) flush();
  }
  flush();
  return listed;
}

import type { DocumentName } from '../model/names.js';
import { normaliseTerm } from '../model/termForms.js';
import { assignOwner, readNestedOwner } from './nestedOwners.js';
import {
  article,
  isOfOtherDocument,
  isPartOfLonger,
  nameAhead,
  namedLaw,
  ofWord,
  readLaw,
  readShoutedLaw,
  theCode,
} from './otherTexts.js';
import { actBefore, lastNamed, readThereof, thatAct, ofIt } from './ownersNamedLast.js';
import type { LeadWord } from './reference.js';
import type { Draft, ReferenceCursor } from './referenceCursor.js';

/* What the numbers of a reference belong to: `of Schedule 4`, `of the DCC Licence`, `of this document` (legal-text.md, References). */

const thisOwner =
  /(?:(?:this|our)[\s\u00a0]+(?=(?:document|report|paper|letter|direction|agreement|contract|deed|guidance|policy|plan|note|Code)\b)|this[\s\u00a0]+(?=(?:guide|response|submission|consultation|notice)\b))([A-Za-z]+)/iy;

/** `clause 2.1 of the main body of this Appendix`: a number of the part itself, not of its Annex. */
const mainBody = /the[\s\u00a0]+(?:main[\s\u00a0]+)?body[\s\u00a0]+of[\s\u00a0]+(?=th(?:is|e)\b)/y;

const thisPart = /this[\s\u00a0]+(?:Appendix|Schedule|Annex)\b(?![\s\u00a0]+[A-Z0-9]{1,3}\b)/y;

const definitionOwner =
  /the[\s\u00a0]+definition[\s\u00a0]+of[\s\u00a0]+(?:the[\s\u00a0]+(?:term|expression)[\s\u00a0]+)?[“"‘']?((?:[A-Z][\w-]*)(?:[\s\u00a0]+(?:of[\s\u00a0]+|and[\s\u00a0]+)?[A-Z][\w-]*){0,7})[”"’']?/y;

/** `of the Schedule`, `of the Annex to this letter`: the only one that the text has. */
const onlyPart =
  /the[\s\u00a0]+(Schedule|Appendix|Annex)\b(?![\s\u00a0]+(?:[A-Z0-9]{1,3}\b|(?:of|to)[\s\u00a0]+(?!this\b)))/y;

/** `that Act`, and a Schedule or Chapter whose number is none of the Code's: `Schedule B1 to the Insolvency Act 1986`. */
const otherLaw =
  /(?:that|those|the[\s\u00a0]+said|such)[\s\u00a0]+(?:Acts?|Regulations?|Order|Directive|Rules)\b|(?:Schedule|Chapter|Title|Article)[\s\u00a0]+[A-Z]?\d/y;

const conditionAhead = /(?:standard[\s\u00a0]+)?condition[\s\u00a0]+\d/iy;

const thatLicence = /that[\s\u00a0]+licen[cs]e\b/iy;

const heldInAnnex =
  /(?:the|that)[\s\u00a0]+(?:[a-z]+[\s\u00a0]+){1,4}(?:in|at)[\s\u00a0]+(?=Annex[\s\u00a0])/y;

export function followedByOwner(cursor: ReferenceCursor): boolean {
  return cursor.run(ofWord, false) !== null;
}

/** `of Schedule 4`, `of the DCC Licence`, `of this document`: decides what the numbers before it belong to. */
export function readOwner(
  cursor: ReferenceCursor,
  lead: LeadWord,
  drafts: Draft[],
  nameBefore: DocumentName | undefined,
): void {
  const last = drafts.at(-1) as Draft;
  if (nameBefore) {
    for (const draft of drafts) draft.owner ??= nameBefore.owner;
  }
  if (drafts.every((draft) => draft.letter !== '')) {
    if (isOfOtherDocument(cursor)) for (const draft of drafts) draft.isElsewhere = true;
    if (drafts.every((draft) => draft.number === '' && draft.levels.length === 0)) return;
  }
  const resume = cursor.at;
  if (readThereof(cursor, drafts) || readShoutedLaw(cursor, drafts)) return;
  const isAside = skipAside(cursor);
  const of = cursor.run(ofWord, true);
  if (!of) {
    cursor.at = resume;
    return;
  }
  if (/to/.test(of[0]) && lead !== 'annex' && lead !== 'appendix' && lead !== 'part' && lead !== 'schedule') {
    cursor.at = resume;
    return;
  }
  if (/to/.test(of[0]) && isPartOfLonger(cursor)) {
    cursor.at = resume;
    return;
  }
  const owned = readOwnerName(
    cursor,
    lead,
    drafts,
    /of/.test(of[0]) && lead !== 'schedule' && lead !== 'appendix' && lead !== 'annex',
  );
  if (owned === undefined) {
    cursor.at = resume;
    return;
  }
  if (owned && !isAside) last.end = cursor.at;
  else cursor.at = resume;
}

/** `section 3(10) (as supplemented by section 205(4)) of the Act`: what stands in the bracket is of the same owner. */
const asideBeforeOwner =
  /\)(?=[\s\u00a0]+of[\s\u00a0])|[\s\u00a0]*\((?:as|read|together|and|or)\b(?:[^()\n]|\([^()\n]{1,12}\)){1,120}\)(?=[\s\u00a0]+of[\s\u00a0])/y;

/** Goes behind such a bracket where a law follows. */
function skipAside(cursor: ReferenceCursor): boolean {
  const resume = cursor.at;
  if (!cursor.run(asideBeforeOwner, true)) return false;
  const behind = cursor.at;
  cursor.run(ofWord, true);
  cursor.run(article, true);
  const isLaw = cursor.run(namedLaw, false) !== null;
  cursor.at = isLaw ? behind : resume;
  return isLaw;
}

/** @returns whether the owner decides the target and so belongs to the span; undefined when none is there */
function readOwnerName(
  cursor: ReferenceCursor,
  lead: LeadWord,
  drafts: Draft[],
  mayBeElsewhere: boolean,
): boolean | undefined {
  const open = drafts.filter((draft) => draft.letter === '' && draft.owner === undefined);
  const definition = cursor.run(definitionOwner, true);
  if (definition) {
    for (const draft of open) draft.definitionOf = normaliseTerm(definition[1] as string);
    return open.length > 0;
  }
  if (cursor.run(mainBody, true) && cursor.run(thisPart, true)) return open.length > 0;
  const self = cursor.run(thisOwner, true);
  if (self) {
    const word = (self[1] as string).toLowerCase();
    // A paper's Annexes are its own whether or not the words say so.
    if (word === 'code') for (const draft of drafts) draft.isOfCode = true;
    if (word === 'code' || lead === 'annex') return false;
    if (lead !== 'schedule' && (word === 'letter' || word === 'direction')) return false;
    for (const draft of open) draft.isOwn = true;
    return open.length > 0;
  }
  const only = cursor.run(onlyPart, true);
  if (only) {
    const kind = (only[1] as string).toLowerCase() as 'schedule' | 'appendix' | 'annex';
    for (const draft of open) draft.owner = { kind, name: '' };
    return open.length > 0;
  }
  const start = cursor.at;
  const nested = readNestedOwner(cursor);
  if (nested) {
    if (drafts.some((draft) => draft.letter !== '')) return undefined;
    for (const draft of open) assignOwner(draft, nested);
    return true;
  }
  cursor.at = start;
  const held = heldIn(cursor);
  if (held) {
    for (const draft of open) assignOwner(draft, held);
    return false;
  }
  if (cursor.run(conditionAhead, false)) {
    for (const draft of open) draft.isElsewhere = true;
    return undefined;
  }
  const licence = cursor.run(thatLicence, false)
    ? cursor.into.findLast(({ owner }) => owner?.kind === 'licence')?.owner
    : undefined;
  if (licence) {
    for (const draft of open) draft.owner = licence;
    return false;
  }
  if (cursor.run(ofIt, false) && cursor.into.at(-1)?.isOfCode) {
    // `Schedule 9 of the Code, or Schedule 11 of it`
    for (const draft of drafts) draft.isOfCode = true;
    return false;
  }
  const last = lastNamed(cursor, open);
  if (last) {
    for (const draft of open) assignOwner(draft, last);
    return false;
  }
  const sameLaw = cursor.run(thatAct, false) && actBefore(cursor);
  if (sameLaw) {
    cursor.run(thatAct, true);
    for (const draft of open) draft.owner = { kind: 'document', name: sameLaw };
    return open.length > 0;
  }
  if (cursor.run(otherLaw, false)) {
    for (const draft of open) draft.isElsewhere = true;
    return undefined;
  }
  cursor.run(article, true);
  if (cursor.run(theCode, false) && !nameAhead(cursor)) {
    for (const draft of drafts) draft.isOfCode = true;
    return false;
  }
  const ownerStart = cursor.at;
  const named = nameAhead(cursor);
  if (named) {
    for (const draft of open) Object.assign(draft, { owner: named.owner, ownerStart });
    cursor.at = named.end;
    return open.length > 0;
  }
  return readLaw(cursor, open, mayBeElsewhere);
}

/** `of the draft direction in Annex A`: the Annex that holds the text whose number it is. */
function heldIn(cursor: ReferenceCursor): Draft | undefined {
  const resume = cursor.at;
  const held = cursor.run(heldInAnnex, true) ? readNestedOwner(cursor) : undefined;
  cursor.at = resume;
  return held?.lead === 'annex' ? held : undefined;
}

import type { DocumentName } from '../model/names.js';
import { ownPaper, type ProvisionOwner } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import { titleCase } from '../model/titleCase.js';
import type { LeadWord, WrittenReference } from './reference.js';
import { blank, type Draft, isOneOf, type ReferenceCursor } from './referenceCursor.js';
import { triggerHere, leadOf } from './referenceTriggers.js';

/* What the numbers of a reference belong to: `of Schedule 4`, `of the DCC Licence`, `of this document` (legal-text.md, References). */

/** A possessive sign, and the punctuation behind a name. */
const behindName = /(?:['’]s)?[.,;:)’”"\]]*$/;

const ofWord = /[\s\u00a0]+(?:of|to)[\s\u00a0]+/y;

const article = /the[\s\u00a0]+/iy;

const theCode = /(?:SEC|Code|Smart[\s\u00a0]+Energy[\s\u00a0]+Code)\b/y;

const thisOwner =
  /(?:(?:this|our)[\s\u00a0]+(?=(?:document|report|paper|letter|direction|agreement|contract|deed|guidance|policy|plan|note|Code)\b)|this[\s\u00a0]+(?=(?:guide|response|submission|consultation|notice)\b))([A-Za-z]+)/iy;

/** `clause 2.1 of the main body of this Appendix`: a number of the part itself, not of its Annex. */
const mainBody = /the[\s\u00a0]+(?:main[\s\u00a0]+)?body[\s\u00a0]+of[\s\u00a0]+(?=th(?:is|e)\b)/y;

const thisPart = /this[\s\u00a0]+(?:Appendix|Schedule|Annex)\b(?![\s\u00a0]+[A-Z0-9]{1,3}\b)/y;

const ownWords =
  /(?:Agreement|Contract|Deed|Lease|Terms|Document|agreement|document)(?=[\s\u00a0]*(?:[^\sA-Z]|$|[\s\u00a0]))/y;

const definitionOwner =
  /the[\s\u00a0]+definition[\s\u00a0]+of[\s\u00a0]+(?:the[\s\u00a0]+(?:term|expression)[\s\u00a0]+)?[“"‘']?((?:[A-Z][\w-]*)(?:[\s\u00a0]+(?:of[\s\u00a0]+|and[\s\u00a0]+)?[A-Z][\w-]*){0,7})[”"’']?/y;

const namedLaw =
  /((?:[A-Z][A-Za-z’'&-]*|of|and|the|for|on|in|\(|\))(?:[\s\u00a0]+(?:[A-Z][A-Za-z’'&-]*|of|and|for|on|at|etc\.|\([A-Z][A-Za-z ]{1,40}\)))*?[\s\u00a0]+(?:Act|Regulations?|Order|Law|Directive|Licen[cs]e|Code|Agreement|Contract|Deed|Lease|Rules|Policy|Plan)(?!(?:[\s\u00a0]+(?:[A-Z][a-z]+|and|of|\([A-Z][A-Za-z ]{1,40}\))){1,5}[\s\u00a0]+(?:Act|Regulations|Order|Rules)[\s\u00a0]+(?:19|20)\d\d))(?:[\s\u00a0]+((?:19|20)\d{2}))?\b/y;

/** `of the Schedule`, `of the Annex to this letter`: the only one that the text has. */
const onlyPart =
  /the[\s\u00a0]+(Schedule|Appendix|Annex)\b(?![\s\u00a0]+(?:[A-Z0-9]{1,3}\b|(?:of|to)[\s\u00a0]+(?!this\b)))/y;

/** `that Act`, and a Schedule or Chapter whose number is none of the Code's: `Schedule B1 to the Insolvency Act 1986`. */
const otherLaw =
  /(?:that|those|the[\s\u00a0]+said|such)[\s\u00a0]+(?:Acts?|Regulations?|Order|Directive|Rules)\b|(?:Schedule|Chapter|Title|Article)[\s\u00a0]+[A-Z]?\d/y;

/** `paragraph (c) of that clause`, `of the same clause`: of the provision that was named last. */
const namedBefore =
  /(?:that|(?:the[\s\u00a0]+)?(?:same|said))[\s\u00a0]+([Ss]ection|[Cc]lause|(?:[Ss]ub-?)?[Pp]aragraph|[Ss]chedule|[Aa]ppendix|[Aa]nnex|[Pp]art)\b(?![\s\u00a0]+[A-Z(\d])/y;

const ofIt =
  /(?:it\b(?![\s\u00a0]+(?:is|was|has|had|shall|may|must|will|can|does|do)\b)|that[\s\u00a0]+provision\b)/y;

/** `Appendix AB, clause 15.5`, `Appendix AB (SRPD) clause 15.5`, `Appendix AB (clauses 15.5 and 15.6)`, `Appendix AB v2.0, clause 3.2`, and in columns `Appendix AB    Amend clause 3.1`. */
const behindOwner =
  /^[\s\u00a0]*\($|^(?:[\s\u00a0]*\([A-Z][A-Z0-9]{1,7}\))?(?:,?[\s\u00a0](?:v|version[\s\u00a0])\d{1,3}(?:\.\d{1,3}){0,2})?,?[\s\u00a0]+(?:[Pp]art[\s\u00a0]+[A-Z0-9]{1,3},?[\s\u00a0]+|of[\s\u00a0]+which[\s\u00a0]+)?$|^[ \u00a0]{3,20}(?:[A-Za-z]{2,12}[ \u00a0]){0,3}$/;

const conditionAhead = /(?:standard[\s\u00a0]+)?condition[\s\u00a0]+\d/iy;

const thatLicence = /that[\s\u00a0]+licen[cs]e\b/iy;

const heldInAnnex =
  /(?:the|that)[\s\u00a0]+(?:[a-z]+[\s\u00a0]+){1,4}(?:in|at)[\s\u00a0]+(?=Annex[\s\u00a0])/y;

const otherText = /(?:that|those|its|their|his|her|our|your|an?|any|each|such)[\s\u00a0]+[A-Za-z]/y;

/** A sentence is looked at for so many characters. */
const longestSentence = 800;

/** Deeper owners are no text that people write, and must not exhaust the stack. */
const deepestOwner = 4;

export function followedByOwner(cursor: ReferenceCursor): boolean {
  return cursor.run(ofWord, false) !== null;
}

/** `Schedule 4, paragraph 2` is paragraph 2 of Schedule 4. */
export function takeOwnerBefore(
  cursor: ReferenceCursor,
  lead: LeadWord,
  index: number,
  drafts: readonly Draft[],
): void {
  if (lead === 'part') takePartOwner(cursor, index, drafts);
  if (lead !== 'paragraph' && lead !== 'clause' && lead !== 'section') return;
  const last = cursor.into.at(-1);
  if (last && lead === 'paragraph' && takeClauseBefore(cursor, last, index, drafts)) return;
  const owner = partRightBefore(cursor, index) ?? (lead === 'clause' ? partAtHead(cursor) : undefined);
  if (!owner) return;
  for (const draft of drafts)
    if (draft.owner === undefined && draft.letter === '' && !draft.isOwn && draft.number !== '')
      assignOwner(draft, owner);
}

function partRightBefore({ into, text }: ReferenceCursor, index: number): WrittenReference | undefined {
  const owner = into.at(-1);
  if (!owner || owner.name === '' || !isNamedPart(owner)) return undefined;
  const end = owner.heading ? owner.heading.end + 1 : owner.end;
  return behindOwner.test(text.slice(end, index)) ? owner : undefined;
}

/** `Appendix AB: a new clause 15.7A, and changes to clause 15.5`: of the part that the words tell about from their head on. */
function partAtHead({ into, text, span }: ReferenceCursor): WrittenReference | undefined {
  const [owner] = into;
  if (!owner || owner.lead !== 'appendix' || !/^[A-Z]/.test(owner.name)) return undefined;
  const isHead = text.slice(span.start, owner.start).trim() === '' && owner.start - span.start < 8;
  const end = owner.heading ? owner.heading.end + 1 : owner.end;
  return isHead && /^[\s\u00a0]{0,4}:/.test(text.slice(end, end + 5)) ? owner : undefined;
}

const clauseBehindPart =
  /,?[\s\u00a0]+(?:at[\s\u00a0]+)?(?:(?:[Ss]ub-?)?[Pp]ara(?:graph)?s?|[Cc]lauses?|[Ss]ections?)\b/y;

/** `Schedule 8, Part A` is a Part of Schedule 8, unless it only tells where a paragraph stands. */
function takePartOwner(cursor: ReferenceCursor, index: number, drafts: readonly Draft[]): void {
  const owner = cursor.into.at(-1);
  if (!owner || owner.name === '' || !isNamedPart(owner) || cursor.run(clauseBehindPart, false)) return;
  const end = owner.heading ? owner.heading.end + 1 : owner.end;
  if (!behindOwner.test(cursor.text.slice(end, index))) return;
  for (const draft of drafts) if (draft.owner === undefined) assignOwner(draft, owner);
}

/** `Section G1.2 paragraph (b)`, `clause 3.1, paragraph (b)`. */
function takeClauseBefore(
  cursor: ReferenceCursor,
  owner: WrittenReference,
  index: number,
  drafts: readonly Draft[],
): boolean {
  const isClause = (owner.lead === 'section' || owner.lead === 'clause') && owner.number !== '';
  if (!isClause || owner.heading || !/^,?[\s\u00a0]+$/.test(cursor.text.slice(owner.end, index)))
    return false;
  const [draft] = drafts;
  if (!draft || draft.owner || draft.letter !== '' || draft.number !== '' || draft.levels.length === 0)
    return false;
  assignOwner(draft, owner);
  return true;
}

function isNamedPart({ lead }: WrittenReference): boolean {
  return lead === 'schedule' || lead === 'appendix' || lead === 'annex';
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

const shoutedLaw =
  /[\s\u00a0]+OF[\s\u00a0]+(?:THE[\s\u00a0]+)?((?:[A-Z]+[\s\u00a0]+){1,8}(?:ACT|REGULATIONS|ORDER)[\s\u00a0]+(?:19|20)\d\d)\b/y;

/** `SECTION 11A OF THE ELECTRICITY ACT 1989`, in a title all in capitals. */
function readShoutedLaw(cursor: ReferenceCursor, drafts: Draft[]): boolean {
  const law = cursor.run(shoutedLaw, true)?.[1];
  if (law === undefined) return false;
  const name = titleCase(law.replace(/[\s\u00a0]+/g, ' '), () => false);
  for (const draft of drafts) draft.owner ??= { kind: 'document', name };
  (drafts.at(-1) as Draft).end = cursor.at;
  return true;
}

const thereof = /[\s\u00a0]+there(?:of|to|in|under)\b/y;

/** `Schedule 4 and paragraphs 1 and 2 thereof`: of the part or document that was named last; of no other text that has a name. */
function readThereof(cursor: ReferenceCursor, drafts: readonly Draft[]): boolean {
  if (!cursor.run(thereof, false) || drafts.some(({ letter }) => letter !== '')) return false;
  const open = drafts.filter(({ owner }) => owner === undefined);
  const before = cursor.into.at(-1);
  const [first] = drafts as [Draft];
  const isNear = before !== undefined && !/[.;]\s/.test(cursor.text.slice(before.end, first.start));
  const isOfDocument = before?.owner?.kind === 'document' || before?.owner?.kind === 'licence';
  if (isNear && isOfDocument) for (const draft of open) draft.owner = before.owner;
  else if (isNear && before.name !== '' && isNamedPart(before) && before.owner === undefined)
    for (const draft of open) assignOwner(draft, before);
  else for (const draft of open) draft.isElsewhere = true;
  return true;
}

/** `it extends Appendix AG to SMETS1 Service Providers`: the document's name is the beginning of another. */
function isPartOfLonger(cursor: ReferenceCursor): boolean {
  const resume = cursor.at;
  cursor.run(article, true);
  const named = nameAhead(cursor);
  cursor.at = resume;
  return named !== undefined && /^[\s\u00a0]+[A-Z]/.test(cursor.text.slice(named.end, named.end + 3));
}

/** `Section J of the BSC`: its letters are not the Code's. */
function isOfOtherDocument(cursor: ReferenceCursor): boolean {
  const resume = cursor.at;
  const of = cursor.run(ofWord, true);
  if (of) cursor.run(article, true);
  const named = of && !cursor.run(theCode, false) ? nameAhead(cursor) : undefined;
  cursor.at = resume;
  return named?.owner.kind === 'document';
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

const thatAct = /that[\s\u00a0]+Act\b/y;
const actTitle =
  /[A-Z][A-Za-z’'-]*(?:[\s\u00a0](?:(?:of|and|for)[\s\u00a0])?[A-Z][A-Za-z’'-]*){0,6}[\s\u00a0]Act[\s\u00a0](?:19|20)\d\d/g;
/** The name of an Act is looked for in so many characters before. */
const longestWayBack = 400;

/** The title of the last Act that the block names before: `as in the Companies Act 2006, but so that section 1159 of that Act …`. */
function actBefore({ text, span, at }: ReferenceCursor): string | undefined {
  const before = text.slice(Math.max(span.start, at - longestWayBack), at);
  const title = [...before.matchAll(actTitle)].at(-1)?.[0];
  return title === undefined ? undefined : normaliseTerm(title);
}

/** `of the draft direction in Annex A`: the Annex that holds the text whose number it is. */
function heldIn(cursor: ReferenceCursor): Draft | undefined {
  const resume = cursor.at;
  const held = cursor.run(heldInAnnex, true) ? readNestedOwner(cursor) : undefined;
  cursor.at = resume;
  return held?.lead === 'annex' ? held : undefined;
}

/**
 * The last reference of the block whose lead word, or that of the clause that it is a paragraph of, is the one behind `that`;
 * without the levels that were not meant. Of `it` the last reference of all.
 */
function lastNamed(cursor: ReferenceCursor, open: readonly Draft[]): Draft | undefined {
  const match = cursor.run(namedBefore, false);
  if (!match) {
    const isParagraph = open.every(({ number, levels }) => number === '' && levels.length > 0);
    const named = cursor.into.at(-1);
    const isOfPart =
      named !== undefined && ((named.name !== '' && isNamedPart(named)) || named.owner !== undefined);
    return (isParagraph || isOfPart) && cursor.run(ofIt, false) ? ownerOfLast(cursor) : undefined;
  }
  const lead = leadOf(match[1] as string);
  if (lead === 'appendix' || lead === 'schedule' || lead === 'annex') return partNamedLast(cursor, lead);
  const fitting = cursor.into.filter(
    (reference) =>
      (reference.lead === lead || reference.ownerLead === lead) && reference.previous === undefined,
  );
  const before = wholeOf(cursor, fitting, lead);
  if (!before || (lead !== 'paragraph' && before.number === '' && before.name === '')) return undefined;
  return { ...before, levels: lead === 'paragraph' ? before.levels : [], isSelf: false };
}

/** `paragraph (b) of Section H5.14 … paragraph (d) of it`: of the clause whose paragraph was named, or of the clause itself. */
function ownerOfLast(cursor: ReferenceCursor): Draft | undefined {
  const before = cursor.into.findLast(({ previous }) => previous === undefined);
  if (!before || (before.number === '' && before.name === '')) return undefined;
  if (before.ownerLead !== undefined) return { ...before, levels: [], isSelf: false };
  // `paragraph 4 of Appendix X and clause 1 of it`
  if (before.owner !== undefined && before.name === '')
    return { ...before, number: '', levels: [], isSelf: false };
  return before.lead === 'paragraph' ? undefined : { ...before, isSelf: false };
}

/** `clause 4 of the same Appendix`: the last one that was named, or whose clause was. */
function partNamedLast(
  { into }: ReferenceCursor,
  lead: 'appendix' | 'schedule' | 'annex',
): Draft | undefined {
  const before = into.findLast(
    (reference) => (reference.lead === lead && reference.name !== '') || reference.owner?.kind === lead,
  );
  if (!before || before.lead === lead) return before && { ...before, levels: [], isSelf: false };
  const name = before.owner?.kind === lead ? before.owner.name : '';
  return { ...before, lead, name, owner: undefined, number: '', levels: [], divisions: [], isSelf: false };
}

/**
 * `In a decision under Section G8.14B it shall regard advice given under Section G7.16(a), and if it decides on paragraph (c) of
 * that Section`: a paragraph would be called so, and the Section that was named whole in the same sentence is meant.
 */
function wholeOf(
  { text, at }: ReferenceCursor,
  fitting: readonly Draft[],
  lead: LeadWord,
): Draft | undefined {
  const last = fitting.at(-1);
  if (!last || lead === 'paragraph' || last.lead !== lead || last.levels.length === 0) return last;
  const from = Math.max(0, at - longestSentence);
  const sentence = from + text.slice(from, at).lastIndexOf('. ') + 1;
  return fitting.findLast(({ start, levels }) => levels.length === 0 && start >= sentence) ?? last;
}

function readLaw(
  cursor: ReferenceCursor,
  open: readonly Draft[],
  mayBeElsewhere: boolean,
): boolean | undefined {
  if (cursor.run(ownWords, false) && !cursor.run(namedLaw, false)) {
    // `clause 5 of the Agreement`: the words say whose it is, and stay outside as a term of their own.
    for (const draft of open) Object.assign(draft, { isOwn: true, isOfAgreement: true });
    return false;
  }
  const ownerStart = cursor.at;
  const law = cursor.run(namedLaw, true);
  if (!law && cursor.run(lettersAlone, false)) {
    for (const draft of open) draft.isElsewhere = true;
    return undefined;
  }
  if (!law) return mayBeElsewhere ? readElsewhere(cursor, open) : readOther(cursor, open);
  const title = normaliseTerm(law[2] ? `${law[1]} ${law[2]}` : (law[1] as string));
  const isLicence = /Licen[cs]e$/.test(title);
  for (const draft of open)
    Object.assign(draft, { owner: { kind: isLicence ? 'licence' : 'document', name: title }, ownerStart });
  return open.length > 0;
}

/** `clause 6.1.3 of BS EN ISO 27701`, `Schedule 3 to the MSA`: a text that only letters name. */
const lettersAlone = /(?!SEC\b|DCC\b)[A-Z]{2,6}(?=[\s\u00a0.,;:)/]|$)/y;

/** `paragraph 4 of that direction`: a number of some other text, which nothing here can name. */
function readElsewhere(cursor: ReferenceCursor, open: readonly Draft[]): undefined {
  if (
    /(?:the|that|those|its|their|his|her|our|your|an?|any|each|such)[\s\u00a0]+$/i.test(
      cursor.text.slice(cursor.at - 8, cursor.at),
    ) ||
    cursor.run(otherText, false)
  ) {
    for (const draft of open) draft.isElsewhere = true;
  }
  return undefined;
}

/** `Annexes A and B to that letter`, `Annex B to the consultation`. */
function readOther(cursor: ReferenceCursor, open: readonly Draft[]): undefined {
  const isOther = cursor.run(otherText, false) !== null;
  const isThing =
    /\bthe[\s\u00a0]+$/i.test(cursor.text.slice(cursor.at - 6, cursor.at)) && cursor.run(someText, false);
  for (const draft of open) {
    if (isOther) draft.isElsewhere = true;
    else if (isThing) draft.isOfOther = true;
  }
  return undefined;
}

/** Kinds of texts that have Annexes. */
const someText =
  /(?:[a-z-]{3,15}[\s\u00a0]+){0,2}(?:consultation|response|report|paper|letter|proposal|guidance|guide|assessment|notice|decision|direction|document|submission|minutes|agreement|contract|licen[cs]e|plan)s?\b/y;

/** The longest name of a known document at this place. */
function nameAhead(cursor: ReferenceCursor): { owner: ProvisionOwner; end: number } | undefined {
  const window = cursor.text.slice(cursor.at, Math.min(cursor.span.end, cursor.at + 110));
  const first = /\S+/.exec(window)?.[0] ?? '';
  if (!isOneOf(cursor.lexicon.firstWords, first, first.replace(behindName, ''))) return undefined;
  let found: { owner: ProvisionOwner; end: number } | undefined;
  let count = 0;
  for (const word of window.matchAll(/[^\s\u00a0]+/g)) {
    if (++count > cursor.lexicon.longestName) break;
    const raw = window.slice(0, word.index + word[0].length);
    const bare = raw.replace(behindName, '');
    const name = cursor.lexicon.documents.get(normaliseTerm(bare));
    if (name) found = { owner: name.owner, end: cursor.at + bare.length };
    // `the Inventory, Enrolment and Decommissioning Procedures`: a name may have a comma in it.
    if (bare !== raw && !/['’,]$/.test(raw)) break;
  }
  return found;
}

/** `Schedule 4`, `Appendix AB`, `Annex A of the …`, `this Section D5`, `Section D9.4`, `clause 3` behind `of`. */
/** The part or clause that is named at the cursor, which goes behind it. */
export function readNestedOwner(cursor: ReferenceCursor): Draft | undefined {
  if (cursor.depth >= deepestOwner) return undefined;
  const clause = cursor.run(bareClause, true);
  if (clause) {
    const owner = blank('section', cursor.at - clause[0].length, cursor.at);
    return { ...owner, letter: clause[1] as string, number: clause[2] as string };
  }
  const match = /^(this[\s\u00a0]+)?([A-Za-z]+)/.exec(cursor.text.slice(cursor.at, cursor.at + 40));
  if (!match) return undefined;
  triggerHere.lastIndex = cursor.at + (match[1] ?? '').length;
  const word = triggerHere.exec(cursor.text);
  if (!word || word.index !== cursor.at + (match[1] ?? '').length) return undefined;
  if (word[0] !== match[2] && word[0] !== `${match[2]}.`) return undefined;
  const inner: WrittenReference[] = [];
  const reader = cursor.nested(inner);
  const end = cursor.readInner(reader, word.index, word[0]);
  const [owner] = inner;
  if (!owner || inner.length > 1) return undefined;
  cursor.at = Math.max(owner.end, owner.heading ? owner.end : Math.min(end, owner.end));
  return { ...owner };
}

/** `sub-paragraph (c) of K4.3` */
const bareClause = /([A-Z])(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})+)(?![A-Za-z0-9_(])/y;

/** Makes the numbers of a draft those of a part or clause. */
export function assignOwner(draft: Draft, nested: Draft): void {
  draft.ownerHeading = nested.heading;
  if (
    nested.lead === 'schedule' ||
    nested.lead === 'appendix' ||
    nested.lead === 'annex' ||
    (nested.lead === 'part' && nested.number === '')
  ) {
    const kind = nested.lead;
    const division = `${kind[0]?.toUpperCase()}${kind.slice(1)} ${nested.name}`;
    const isOwnPart = nested.isOwn && !nested.owner && (kind === 'schedule' || kind === 'annex');
    if ((nested.owner || nested.isOwn) && !isOwnPart) {
      draft.owner = nested.owner ?? ownPaper;
      draft.divisions = [...nested.divisions, division];
    } else if (kind === 'part' || nested.name === '') {
      draft.divisions = nested.name === '' ? nested.divisions : [division];
      if (nested.divisions.length > 0) draft.divisions = [...nested.divisions, division];
      if (nested.name === '') draft.isSelf = true;
    } else {
      draft.owner = { kind, name: nested.name };
      draft.divisions = nested.divisions;
    }
    return;
  }
  draft.ownerLead = nested.lead;
  // Its place tells whether the text has conditions of its own.
  if (nested.lead === 'condition' && !nested.owner) draft.lead = 'condition';
  draft.letter = nested.letter;
  // `paragraph 5.4 of Condition 5` has the whole number already.
  const isWhole = nested.number === '' || draft.number.startsWith(`${nested.number}.`);
  draft.number = isWhole ? draft.number : nested.number;
  draft.levels = [...nested.levels, ...draft.levels];
  draft.owner = nested.owner;
  draft.isSelf = nested.isSelf;
  draft.isOwn = nested.isOwn;
  draft.divisions = nested.divisions;
}

import type { DocumentName, NameLexicon } from '../model/names.js';
import { normaliseTerm } from '../model/termForms.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';
import { takeOwnerApart } from './ownersApart.js';
import { letteredNumber, readMembers } from './readMembers.js';
import { takeOwnerBefore } from './ownersBefore.js';
import { readOwner } from './readOwners.js';
import type { LeadWord, WrittenReference } from './reference.js';
import { type Draft, blank, isOneOf, ReferenceCursor } from './referenceCursor.js';
import { trigger, leadOf } from './referenceTriggers.js';

/** `GBCS v4.1 section 9.2`: the version behind the name of the document that owns the number. */
const versionAtEnd =
  /[\s\u00a0](?:[vV][\s\u00a0]?|[Vv]ersion[\s\u00a0])\d{1,3}(?:\.\d{1,3}){1,2}[\s\u00a0]+$/;

const nameAtEnd = /[A-Z]{2,}[\s\u00a0]+$/;

const directionWord = /[\s\u00a0]+(above|below)\b/y;

/** More characters than a trigger has with what it looks at behind it. */
const longestTrigger = 40;

/**
 * Finds every reference to a provision, each member of a list and both ends of a range apart (legal-text.md, References).
 * Linear: each trigger is read forward once, over bounded stretches.
 */
export class ReferenceScanner {
  readonly #text: string;
  readonly #lexicon: NameLexicon;
  readonly #triggers: ForwardSearch;

  /** @param end where the last stretch that is asked for ends, so that none is looked for up to the end of the text */
  constructor(text: string, lexicon: NameLexicon, end = text.length) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#triggers = new ForwardSearch(text.slice(0, end + longestTrigger), trigger);
  }

  /** The references of one stretch, in text order; stretches are asked for in text order too. */
  scan(span: Span): readonly WrittenReference[] {
    const found: WrittenReference[] = [];
    let at = span.start;
    for (
      let match = this.#triggers.next(at);
      match && match.index < span.end;
      match = this.#triggers.next(at)
    ) {
      const cursor = new ReferenceCursor({
        text: this.#text,
        span,
        lexicon: this.#lexicon,
        into: found,
        readInner: readReference,
      });
      at = Math.max(readReference(cursor, match.index, match[0]), match.index + match[0].length);
    }
    return found;
  }
}

/** @returns where reading goes on */
function readReference(cursor: ReferenceCursor, index: number, word: string): number {
  const lead = leadOf(word);
  const before = wordsBefore(cursor, index);
  cursor.at = lead === 'bare' ? index + (word.startsWith('SEC') ? word.length - 2 : 0) : index + word.length;
  if (lead === 'bare' && !startsBare(cursor, index, word)) return index + 1;
  if (lead !== 'bare') cursor.skipSpace();
  const drafts = readMembers(
    cursor,
    lead,
    lead === 'bare' && word.startsWith('SEC') ? index : before.start,
    before,
  );
  const first = drafts[0];
  if (!first)
    return before.isSelf && lead !== 'bare'
      ? selfAlone(cursor, index, word, lead, before.start)
      : index + word.length;
  readOwner(cursor, lead, drafts, before.name);
  takeOwnerBefore(cursor, lead, index, drafts);
  takeOwnerApart(cursor, drafts);
  if (isOfNumberedPaper(cursor, index, drafts) || isOfIts(cursor, lead, index, drafts))
    for (const draft of drafts) draft.isElsewhere = true;
  if (!isReference(lead, drafts, before)) return index + word.length;
  if (drafts.some((draft) => draft.isElsewhere)) {
    if (lead === 'condition') cursor.into.push(...drafts);
    return Math.max(cursor.at, (drafts.at(-1) as Draft).end);
  }
  if (/^sections?$/.test(word)) {
    for (const draft of drafts) {
      draft.isSmall = true;
      draft.followsName = nameAtEnd.test(cursor.text.slice(Math.max(cursor.span.start, index - 16), index));
    }
  }
  if (before.isOfCode) for (const draft of drafts) draft.isOfCode = true;
  if ((lead === 'clause' || lead === 'paragraph') && (isChanged(cursor) || isQuotedAtHead(cursor)))
    for (const draft of drafts) draft.isOfAgreement = true;
  readDirection(cursor, drafts);
  shareOwner(cursor, drafts);
  cursor.into.push(...drafts);
  return Math.max(cursor.at, (drafts.at(-1) as Draft).end);
}

const paperNumber = /[A-Z]{2,}[A-Z0-9]*(?:[_/-]\d{1,6}){2,},?[\s\u00a0]+(?:at[\s\u00a0]+)?$/;

/** `SECP_89_1902_07, section 3`: a number of that paper. */
function isOfNumberedPaper(
  { text, span }: ReferenceCursor,
  index: number,
  drafts: readonly Draft[],
): boolean {
  const isBare = drafts.every(({ letter, owner, isOwn }) => letter === '' && owner === undefined && !isOwn);
  return isBare && paperNumber.test(text.slice(Math.max(span.start, index - 40), index));
}

/** `paragraph 2(b) of its Schedule 4`: a part of the text that is spoken of. */
function isOfIts(
  { text, span }: ReferenceCursor,
  lead: LeadWord,
  index: number,
  [first]: readonly Draft[],
): boolean {
  const isPart = lead === 'schedule' || lead === 'annex' || lead === 'appendix';
  return (
    isPart &&
    first?.owner === undefined &&
    /\b(?:its|their)[\s\u00a0]+$/.test(text.slice(Math.max(span.start, index - 8), index))
  );
}

/** `this`, `SEC`, `Licence` or a document's name right before the lead word. */
function wordsBefore(
  cursor: ReferenceCursor,
  index: number,
): {
  start: number;
  isSelf: boolean;
  name: DocumentName | undefined;
  licence: boolean;
  isOfCode: boolean;
  isPartOfNamed: boolean;
} {
  const window = cursor.text.slice(Math.max(cursor.span.start, index - 90), index);
  const isPartOfNamed = partOfNamed.test(window);
  const plain = {
    start: index,
    isSelf: false,
    name: undefined,
    licence: false,
    isOfCode: false,
    isPartOfNamed,
  };
  if (!/[\s\u00a0]$/.test(window)) return plain;
  const self = /\bthis[\s\u00a0]+$/i.exec(window);
  if (self) return { ...plain, start: index - self[0].length, isSelf: true };
  const sec = /(?<![A-Za-z0-9-])SEC[\s\u00a0]+$/.exec(window);
  if (sec) return { ...plain, start: index - sec[0].length, isOfCode: true };
  const named = nameBefore(cursor, index, window);
  if (named) return { ...plain, start: named.start, name: named.name };
  const licence = /\bLicen[cs]e[\s\u00a0]+$/.exec(window);
  return licence ? { ...plain, start: index - licence[0].length, licence: true } : plain;
}

/** `Schedule 8, Part A, paragraph 3.1`: the Part belongs to the paragraph behind it. */
const partOfNamed = /\b(?:Schedule|Appendix|Annex|Condition)[\s\u00a0]+[A-Z0-9]{1,3},?[\s\u00a0]+$/;

function nameBefore(
  cursor: ReferenceCursor,
  index: number,
  window: string,
): { start: number; name: DocumentName } | undefined {
  const version = versionAtEnd.exec(window);
  if (version) {
    const named = nameBefore(cursor, index - version[0].length + 1, window.slice(0, version.index + 1));
    // The name and its version are a document of their own right before the reference.
    return named && { start: index, name: named.name };
  }
  const last = lastWord(window);
  if (!isOneOf(cursor.lexicon.lastWords, last, last.replace(/^[(“"‘']*/, ''))) return undefined;
  const words = [...window.matchAll(/[^\s\u00a0]+/g)];
  let found: { start: number; name: DocumentName } | undefined;
  for (let count = 1; count <= Math.min(words.length, cursor.lexicon.longestName); count++) {
    const from = words[words.length - count] as RegExpExecArray;
    const lead = /^[(“"‘']*/.exec(from[0])?.[0].length ?? 0;
    const phrase = normaliseTerm(window.slice(from.index + lead));
    // A comma may be one of the name's own.
    if (/[.;:]\s/.test(phrase)) break;
    const name = cursor.lexicon.documents.get(phrase);
    if (name) found = { start: index - window.length + from.index + lead, name };
  }
  return found;
}

/** `I2.3` in running text: the letter is a Section of the Code, and it is no release, version or URL. */
/** `“F8.6A<tab>A Supplier Party may …` in what an instruction inserts: the number of the new clause. */
function isQuotedLabel({ text, span }: ReferenceCursor, start: number, end: number): boolean {
  const isQuoted = start === span.start + 1 && /[“"]/.test(text[span.start] as string);
  if (start !== span.start && !isQuoted) return false;
  const behind = text.slice(end, end + 6);
  return /^\.?(?:\t[ \u00a0]*|[ \u00a0]{2,})[A-Z“(]/.test(behind) || (isQuoted && /^\.? [A-Z]/.test(behind));
}

function startsBare(cursor: ReferenceCursor, index: number, word: string): boolean {
  if (word.startsWith('SEC')) return true;
  if (!cursor.lexicon.sectionLetters.has(word[0] as string)) return false;
  const window = cursor.text.slice(Math.max(cursor.span.start, index - 16), index);
  if (
    /(?:\b(?:release|version|table|figure|fig|step|rev|issue|annex|appendix|page)[\s\u00a0.:]*|\bv[\s\u00a0.]?|[@#£$])$/i.test(
      window,
    )
  )
    return false;
  letteredNumber.lastIndex = index;
  const match = letteredNumber.exec(cursor.text);
  if (match && isQuotedLabel(cursor, index, index + match[0].length)) return false;
  return match !== null && !/\.0/.test(match[2] as string);
}

/** `this Section` alone is the lettered Section, `this Schedule` the Schedule that the text stands in. */
function selfAlone(
  cursor: ReferenceCursor,
  index: number,
  word: string,
  lead: LeadWord,
  start: number,
): number {
  const end = index + word.length;
  const capitalised = /^[A-Z]/.test(word) && !/s$/.test(word);
  if (capitalised && (lead === 'section' || lead === 'schedule' || lead === 'appendix' || lead === 'annex')) {
    cursor.into.push({ ...blank(lead, start, end), isSelf: true });
  }
  return end;
}

function isReference(
  lead: LeadWord,
  drafts: readonly Draft[],
  before: {
    licence: boolean;
    name: DocumentName | undefined;
    isSelf: boolean;
    /** `Schedule 8, Part A`. */
    isPartOfNamed: boolean;
  },
): boolean {
  const [first] = drafts as [Draft];
  // A Part alone may be one of the Schedule that it stands in: its place tells.
  if (lead === 'part')
    return first.owner !== undefined || first.divisions.length > 0 || !before.isPartOfNamed;
  if (lead === 'condition') {
    // Without a licence it may be a condition of this text: its place tells.
    if (first.owner || !before.licence) return true;
    for (const draft of drafts) draft.owner ??= { kind: 'licence', name: 'DCC Licence' };
    return true;
  }
  return true;
}

/** `“8A Subject to clause 9, …`: what a paragraph quotes whole belongs to another text. */
function isQuotedAtHead({ text, span }: ReferenceCursor): boolean {
  return /^[“"]/.test(text.slice(span.start, span.start + 1));
}

const changeWords =
  /\b(?:deleted|replaced|omitted|amended|inserted|substituted|insert|delete|replace|substitute)\b/;

/** Whether the words around order a change: what they name may stand in the text that is changed. */
function isChanged({ text, span, at }: ReferenceCursor): boolean {
  return changeWords.test(text.slice(Math.max(span.start, at - 120), Math.min(span.end, at + 160)));
}

const joint = /^[\s\u00a0]*(?:,|,?[\s\u00a0]*(?:and|or|and\/or))[\s\u00a0]+$/;

/** `clause 41.3, clause 52 or clause 53 of the Original Contract`: the last owner may be that of all, as their place tells. */
function shareOwner({ text, into }: ReferenceCursor, drafts: readonly Draft[]): void {
  const [first] = drafts as [Draft];
  if (first.owner?.kind !== 'document') return;
  let start = first.start;
  for (let i = into.length - 1; i >= 0; i--) {
    const before = into[i] as Draft;
    const end = before.heading ? before.heading.end + 1 : before.end;
    const isOpen = before.owner === undefined && before.letter === '' && before.number !== '';
    if (!isOpen || !joint.test(text.slice(end, start))) return;
    before.joinedOwner = first.owner;
    start = before.start;
  }
}

function readDirection(cursor: ReferenceCursor, drafts: readonly Draft[]): void {
  const direction = cursor.run(directionWord, false);
  if (!direction) return;
  for (const draft of drafts) draft.direction = direction[1] as 'above' | 'below';
}

function lastWord(words: string): string {
  const trimmed = words.trimEnd();
  let start = trimmed.length;
  while (start > 0 && !/\s/.test(trimmed[start - 1] as string)) start--;
  return trimmed.slice(start);
}

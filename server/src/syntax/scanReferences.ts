import type { DocumentName, NameLexicon } from '../model/names.js';
import { parseRoman } from '../model/numerals.js';
import { ownPaper, type ProvisionOwner } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';
import { isSpace } from './lines.js';
import type { LeadWord, WrittenReference } from './reference.js';

/** A possessive sign, and the punctuation behind a name. */
const behindName = /(?:['’]s)?[.,;:)’”"\]]*$/;

/** A reference while it is read; `isElsewhere` marks a number of a text that has no name. */
type Draft = { -readonly [K in keyof WrittenReference]: WrittenReference[K] } & { isElsewhere?: boolean };

const triggerWords =
  /\b(?:[Ss]ections?|SECTIONS?|[Ss]ec\.|(?:[Ss]ub-?)?[Cc]lauses?|CLAUSES?|(?:[Ss]ub-?)?[Pp]aragraphs?|[Pp]aras?\.?|[Ss]chedules?|SCHEDULES?|[Aa]ppendix|APPENDIX|[Aa]ppendices|[Aa]nnex(?:es)?|ANNEX|[Cc]onditions?|[Pp]arts?)(?=[\s\u00a0]|[A-Z]?\d|\((?!e?s\))[a-z]{1,4}\))|(?<=[Tt]his[\s\u00a0])(?:Section|Schedule|Appendix|Annex)(?=[.,;:)])|(?<![A-Za-z0-9.&/_-])[A-Z]\d{1,3}[A-Z]?\.\d|\bSEC[\s\u00a0][A-Z]\d/;
/** What all of them begin with comes first: most places are passed over by their first letter. */
const trigger = new RegExp(`(?=[A-Zacps])(?<!\\w)(?:${triggerWords.source})`, 'g');
/** The same, at one place only. */
const triggerHere = new RegExp(trigger.source, 'y');

const letteredNumber =
  /([A-Z])(?:\.|[\s\u00a0](?=\d{1,3}\.\d))?(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)(?![A-Za-z0-9_])/y;
const singleLetter = /([A-Z])(?![A-Za-z0-9_'’]|[.&/-][A-Za-z0-9])/y;
/** Four digits only of a statute that is named: `section 1159 of the Companies Act 2006`. */
const plainNumber =
  /(\d{1,3}[A-Z]{0,3}(?:\.\d{1,3}[A-Z]{0,2})*|\d{4}(?=(?:\([a-z0-9]{1,4}\)){0,3}[\s\u00a0]+of[\s\u00a0]))(?=[^A-Za-z0-9_]|$|[a-z]{1,3}\))/y;
const partName = /([A-Z]{1,2}|\d{1,3})(?![A-Za-z0-9_'’]|[.&/-][A-Za-z0-9])/y;
/** `GBCS v4.1 section 9.2`: the version behind the name of the document that owns the number. */
const versionAtEnd =
  /[\s\u00a0](?:[vV][\s\u00a0]?|[Vv]ersion[\s\u00a0])\d{1,3}(?:\.\d{1,3}){1,2}[\s\u00a0]+$/;
const closeLevel = /\(([a-z]{1,7}|[A-Z]{1,4}|\d{1,3}[A-Z]{0,2})\)/y;
const spacedLevel = /[\s\u00a0]+\(([a-z]{1,7})\)/y;
const halfLevel = /([a-z]{1,4})\)/y;
/** `section 2.2.2 d)`: a sign of its own only where no bracket is open that it would close. */
const spacedHalfLevel = /[\s\u00a0]([a-z]{1,4})\)/y;
const separator =
  /[\s\u00a0]*(?:,[\s\u00a0]*(?:and\/or|and|or|to)?(?=[\s\u00a0]|\()|and\/or\b|and\b|or\b|&|to\b|through\b|[-–—])[\s\u00a0]*/y;
const bracketWords = /[\s\u00a0]*\(((?:[^()\n]|\n(?!\n)){2,140}(?:\([^()\n]{1,40}\)[^()\n]{0,60})?)\)/y;
const inclusive = /[\s\u00a0]*\(inclusive\)/iy;
const ofWord = /[\s\u00a0]+(?:of|to)[\s\u00a0]+/y;
const article = /the[\s\u00a0]+/iy;
const directionWord = /[\s\u00a0]+(above|below)\b/y;
const theCode = /(?:SEC|Code|Smart[\s\u00a0]+Energy[\s\u00a0]+Code)\b/y;
const thisOwner =
  /this[\s\u00a0]+(document|report|paper|letter|direction|agreement|contract|deed|guidance|policy|plan|note|Code)\b/iy;
const ownWords =
  /(?:Agreement|Contract|Deed|Lease|Terms|Document|agreement|document)(?=[\s\u00a0]*(?:[^\sA-Z]|$|[\s\u00a0]))/y;
const definitionOwner =
  /the[\s\u00a0]+definition[\s\u00a0]+of[\s\u00a0]+(?:the[\s\u00a0]+(?:term|expression)[\s\u00a0]+)?[“"‘']?((?:[A-Z][\w-]*)(?:[\s\u00a0]+(?:of[\s\u00a0]+|and[\s\u00a0]+)?[A-Z][\w-]*){0,7})[”"’']?/y;
const namedLaw =
  /((?:[A-Z][A-Za-z’'&-]*|of|and|the|for|on|in|\(|\))(?:[\s\u00a0]+(?:[A-Z][A-Za-z’'&-]*|of|and|for|on|\([A-Z][A-Za-z ]{1,40}\)))*?[\s\u00a0]+(?:Act|Regulations?|Order|Law|Directive|Licen[cs]e|Code|Agreement|Contract|Deed|Lease|Rules|Policy|Plan))(?:[\s\u00a0]+((?:19|20)\d{2}))?\b/y;
/** `that Act`, and a Schedule or Chapter whose number is none of the Code's: `Schedule B1 to the Insolvency Act 1986`. */
const otherLaw =
  /(?:that|those|the[\s\u00a0]+said|such)[\s\u00a0]+(?:Acts?|Regulations?|Order|Directive|Rules)\b|(?:Schedule|Chapter|Title|Article)[\s\u00a0]+[A-Z]?\d/y;
/** `paragraph (c) of that clause`: of the provision that was named last. */
const namedBefore =
  /that[\s\u00a0]+([Ss]ection|[Cc]lause|(?:[Ss]ub-?)?[Pp]aragraph|[Ss]chedule|[Aa]ppendix|[Aa]nnex|[Pp]art)\b(?![\s\u00a0]+[A-Z(\d])/y;
/** `Appendix AB, clause 15.5`, `Appendix AB (SRPD) clause 15.5`. */
const behindOwner =
  /^(?:[\s\u00a0]*\([A-Z][A-Z0-9]{1,7}\))?,?[\s\u00a0]+(?:[Pp]art[\s\u00a0]+[A-Z0-9]{1,3},[\s\u00a0]+)?$/;
const conditionAhead = /(?:standard[\s\u00a0]+)?condition[\s\u00a0]+\d/iy;
const thatLicence = /that[\s\u00a0]+licen[cs]e\b/iy;
const heldInAnnex =
  /(?:the|that)[\s\u00a0]+(?:[a-z]+[\s\u00a0]+){1,4}(?:in|at)[\s\u00a0]+(?=Annex[\s\u00a0])/y;
const otherText = /(?:that|those|its|their|his|her|our|your|an?|any|each|such)[\s\u00a0]+[A-Za-z]/y;
const unitBehind =
  /[\s\u00a0]*(?:%|(?:working|business|calendar)?[\s\u00a0]*(?:days?|months?|years?|hours?|minutes?|seconds?|weeks?|parties|members|people|persons)\b)/iy;

/**
 * Finds every reference to a provision, each member of a list and both ends of a range apart (legal-text.md, References).
 * Linear: each trigger is read forward once, over bounded stretches.
 */
export class ReferenceScanner {
  readonly #text: string;
  readonly #lexicon: NameLexicon;
  readonly #triggers: ForwardSearch;

  constructor(text: string, lexicon: NameLexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#triggers = new ForwardSearch(text, trigger);
  }

  /** The references of one stretch, in text order; stretches are asked for in text order too. */
  scan(span: Span): WrittenReference[] {
    const found: WrittenReference[] = [];
    let at = span.start;
    for (
      let match = this.#triggers.next(at);
      match && match.index < span.end;
      match = this.#triggers.next(at)
    ) {
      const reader = new ReferenceReader(this.#text, span, this.#lexicon, found);
      at = Math.max(reader.read(match.index, match[0]), match.index + match[0].length);
    }
    return found;
  }
}

/** Deeper owners are no text that people write, and must not exhaust the stack. */
const deepestOwner = 4;

/** Reads one reference or list of references from its first word on. */
class ReferenceReader {
  readonly #text: string;
  readonly #span: Span;
  readonly #lexicon: NameLexicon;
  readonly #into: WrittenReference[];
  /** How many owners it stands behind: `paragraph (a) of clause 2 of Part 3 of Schedule 4` has three. */
  readonly #depth: number;
  #at = 0;

  constructor(text: string, span: Span, lexicon: NameLexicon, into: WrittenReference[], depth = 0) {
    this.#depth = depth;
    this.#text = text;
    this.#span = span;
    this.#lexicon = lexicon;
    this.#into = into;
  }

  /** @returns where reading goes on */
  read(index: number, word: string): number {
    const lead = leadOf(word);
    const before = this.#before(index);
    this.#at = lead === 'bare' ? index + (word.startsWith('SEC') ? word.length - 2 : 0) : index + word.length;
    if (lead === 'bare' && !this.#startsBare(index, word)) return index + 1;
    if (lead !== 'bare') this.#skipSpace();
    const drafts = this.#readMembers(
      lead,
      lead === 'bare' && word.startsWith('SEC') ? index : before.start,
      before,
    );
    const first = drafts[0];
    if (!first)
      return before.isSelf && lead !== 'bare'
        ? this.#selfAlone(index, word, lead, before.start)
        : index + word.length;
    this.#readOwner(lead, drafts, before.name);
    this.#takeOwnerBefore(lead, index, drafts);
    if (!this.#isReference(lead, drafts, before)) return index + word.length;
    if (drafts.some((draft) => draft.isElsewhere)) return Math.max(this.#at, (drafts.at(-1) as Draft).end);
    if (/^sections?$/.test(word)) for (const draft of drafts) draft.isSmall = true;
    if (before.isOfCode) for (const draft of drafts) draft.isOfCode = true;
    this.#readDirection(drafts);
    this.#into.push(...drafts);
    return Math.max(this.#at, (drafts.at(-1) as Draft).end);
  }

  // ---- what stands before the lead word -------------------------------------------------------------------------------

  /** `this`, `SEC`, `Licence` or a document's name right before the lead word. */
  #before(index: number): {
    start: number;
    isSelf: boolean;
    name: DocumentName | undefined;
    licence: boolean;
    isOfCode: boolean;
  } {
    const window = this.#text.slice(Math.max(this.#span.start, index - 90), index);
    const plain = { start: index, isSelf: false, name: undefined, licence: false, isOfCode: false };
    if (!/[\s\u00a0]$/.test(window)) return plain;
    const self = /\bthis[\s\u00a0]+$/i.exec(window);
    if (self) return { ...plain, start: index - self[0].length, isSelf: true };
    const sec = /(?<![A-Za-z0-9-])SEC[\s\u00a0]+$/.exec(window);
    if (sec) return { ...plain, start: index - sec[0].length, isOfCode: true };
    const named = this.#nameBefore(index, window);
    if (named) return { ...plain, start: named.start, name: named.name };
    const licence = /\bLicen[cs]e[\s\u00a0]+$/.exec(window);
    return licence ? { ...plain, start: index - licence[0].length, licence: true } : plain;
  }

  #nameBefore(index: number, window: string): { start: number; name: DocumentName } | undefined {
    const version = versionAtEnd.exec(window);
    if (version) {
      const named = this.#nameBefore(index - version[0].length + 1, window.slice(0, version.index + 1));
      // The name and its version are a document of their own right before the reference.
      return named && { start: index, name: named.name };
    }
    const last = lastWord(window);
    if (!isOneOf(this.#lexicon.lastWords, last, last.replace(/^[(“"‘']*/, ''))) return undefined;
    const words = [...window.matchAll(/[^\s\u00a0]+/g)];
    let found: { start: number; name: DocumentName } | undefined;
    for (let count = 1; count <= Math.min(words.length, this.#lexicon.longestName); count++) {
      const from = words[words.length - count] as RegExpExecArray;
      const lead = /^[(“"‘']*/.exec(from[0])?.[0].length ?? 0;
      const phrase = normaliseTerm(window.slice(from.index + lead));
      if (/[.;:,]\s/.test(phrase)) break;
      const name = this.#lexicon.documents.get(phrase);
      if (name) found = { start: index - window.length + from.index + lead, name };
    }
    return found;
  }

  /** `I2.3` in running text: the letter is a Section of the Code, and it is no release, version or URL. */
  #startsBare(index: number, word: string): boolean {
    if (word.startsWith('SEC')) return true;
    if (!this.#lexicon.sectionLetters.has(word[0] as string)) return false;
    const window = this.#text.slice(Math.max(this.#span.start, index - 16), index);
    if (
      /(?:\b(?:release|version|table|figure|fig|step|rev|issue|annex|appendix|page)[\s\u00a0.:]*|\bv[\s\u00a0.]?|[@#£$])$/i.test(
        window,
      )
    )
      return false;
    letteredNumber.lastIndex = index;
    const match = letteredNumber.exec(this.#text);
    return match !== null && !/\.0/.test(match[2] as string);
  }

  /** `this Section` alone is the lettered Section, `this Schedule` the Schedule that the text stands in. */
  #selfAlone(index: number, word: string, lead: LeadWord, start: number): number {
    const end = index + word.length;
    const capitalised = /^[A-Z]/.test(word) && !/s$/.test(word);
    if (
      capitalised &&
      (lead === 'section' || lead === 'schedule' || lead === 'appendix' || lead === 'annex')
    ) {
      this.#into.push({ ...blank(lead, start, end), isSelf: true });
    }
    return end;
  }

  // ---- members --------------------------------------------------------------------------------------------------------

  #readMembers(lead: LeadWord, start: number, before: { isSelf: boolean }): Draft[] {
    const drafts: Draft[] = [];
    let memberStart = start;
    let inRange = false;
    let resume = this.#at;
    for (;;) {
      const member = this.#readMember(lead, memberStart, drafts.at(-1));
      if (!member) {
        this.#at = resume;
        break;
      }
      if (
        drafts.length > 0 &&
        member.letter === '' &&
        member.levels.length === 0 &&
        this.#run(unitBehind, false)
      ) {
        this.#at = resume;
        break;
      }
      member.isSelf = before.isSelf && drafts.length === 0;
      if (member.number === '' && member.letter === '' && member.name === '' && drafts.length > 0) {
        member.previous = this.#into.length + drafts.length - 1;
      }
      if (inRange) (drafts.at(-1) as Draft).through = this.#into.length + drafts.length;
      drafts.push(member);
      this.#readHeading(member);
      resume = this.#at;
      const joint = this.#run(separator, true);
      if (!joint) break;
      inRange = /to|through|[-–—]/.test(joint[0].replace(/,/g, ''));
      if (inRange && (drafts.at(-2)?.through ?? undefined) !== undefined) {
        this.#at = resume;
        break;
      }
      memberStart = this.#at;
    }
    return drafts;
  }

  #readMember(lead: LeadWord, start: number, previous: Draft | undefined): Draft | undefined {
    const draft = blank(lead, start, this.#at);
    if (!this.#readNumber(lead, draft, previous)) return undefined;
    if (draft.number !== '' || draft.levels.length > 0) this.#readLevels(draft);
    if (this.#at > this.#span.end) return undefined;
    draft.end = this.#at;
    return draft;
  }

  #readNumber(lead: LeadWord, draft: Draft, previous: Draft | undefined): boolean {
    if (lead === 'schedule' || lead === 'appendix' || lead === 'annex' || lead === 'part') {
      const name = this.#run(partName, true);
      if (!name) return false;
      const letters = /[A-Z]/.test(name[1] as string);
      if (lead === 'schedule' && letters) return false;
      if (
        letters &&
        previous &&
        /^[AI]$/.test(name[1] as string) &&
        /^[\s\u00a0]+[a-z]/.test(this.#text.slice(this.#at, this.#at + 3)) &&
        !this.#followedByOwner()
      )
        return false;
      draft.name = name[1] as string;
      return true;
    }
    const lettered = lead === 'condition' ? null : this.#run(letteredNumber, true);
    if (lettered) {
      draft.letter = lettered[1] as string;
      draft.number = lettered[2] as string;
      return true;
    }
    const takesLetter = lead === 'section' || (lead === 'bare' && previous !== undefined);
    const single = takesLetter ? this.#run(singleLetter, false) : null;
    if (single && this.#isSectionLetter(single[1] as string, previous)) {
      this.#at += 1;
      draft.letter = single[1] as string;
      return true;
    }
    if (lead === 'bare')
      return (
        previous !== undefined &&
        previous.levels.length > 0 &&
        !previous.heading &&
        this.#readFirstLevel(draft)
      );
    const number = this.#run(plainNumber, true);
    if (number && this.#isPlausibleNumber(number[1] as string, previous)) {
      draft.number = number[1] as string;
      return true;
    }
    if (number) return false;
    if (previous && (previous.levels.length === 0 || previous.heading)) return false;
    return (
      (lead === 'paragraph' || lead === 'clause' || previous !== undefined) && this.#readFirstLevel(draft)
    );
  }

  /** A later member of a list that is only a letter (`Sections G, H and I`) must not be the first word of a sentence. */
  #isSectionLetter(letter: string, previous: Draft | undefined): boolean {
    if (!previous) return true;
    if (previous.letter === '') return false;
    const behind = this.#text.slice(this.#at + 1, this.#at + 4);
    return letter !== 'A' && letter !== 'I'
      ? true
      : !/^[\s\u00a0]+[a-z]/.test(behind) ||
          (this.#lexicon.sectionLetters.has(previous.letter) && previous.number === '');
  }

  /** A year or a quantity behind `and` is no member; a list of numbers keeps to numbers of its own kind. */
  #isPlausibleNumber(number: string, previous: Draft | undefined): boolean {
    if (previous && previous.letter !== '') return false;
    if (/^[\s\u00a0]*(?:%|st\b|nd\b|rd\b|th\b|\/\d)/.test(this.#text.slice(this.#at, this.#at + 4)))
      return false;
    return number !== '0';
  }

  #readFirstLevel(draft: Draft): boolean {
    const level = this.#run(closeLevel, false) ?? this.#run(halfLevel, false);
    if (!level || !isLevel(level[1] as string)) return false;
    this.#at += level[0].length;
    draft.levels = [level[1] as string];
    return true;
  }

  #spacedHalf(): RegExpExecArray | null {
    const half = this.#run(spacedHalfLevel, false);
    if (!half) return null;
    const before = this.#text.slice(Math.max(this.#span.start, this.#at - 200), this.#at);
    return before.lastIndexOf('(') > before.lastIndexOf(')') ? null : half;
  }

  #readLevels(draft: Draft): void {
    const levels = [...draft.levels];
    if (levels.length === 0) {
      const half = this.#run(halfLevel, false) ?? this.#spacedHalf();
      if (half && isLevel(half[1] as string)) {
        levels.push(half[1] as string);
        this.#at += half[0].length;
      }
    }
    for (;;) {
      const level = this.#run(closeLevel, false) ?? this.#run(spacedLevel, false);
      if (!level || !isLevel(level[1] as string) || this.#at + level[0].length > this.#span.end) break;
      if (/^[\s\u00a0]/.test(level[0]) && this.#listGoesOn(level[0].length)) break;
      levels.push(level[1] as string);
      this.#at += level[0].length;
    }
    draft.levels = levels;
  }

  /** `Section 9.1 (a) will comply …, and (b) represents`: a spaced bracket before a verb is a list in the text. */
  #listGoesOn(length: number): boolean {
    const behind = this.#text.slice(this.#at + length, this.#at + length + 24);
    return /^[\s\u00a0]+(?:the|a|an|any|each|all|will|shall|must|may|to|such|that|it|its|if|where|for)\b/.test(
      behind,
    );
  }

  #readHeading(member: Draft): void {
    if (this.#run(inclusive, true)) return;
    const bracket = this.#run(bracketWords, false);
    if (!bracket || this.#at + bracket[0].length > this.#span.end) return;
    const words = bracket[1] as string;
    if (!isHeadingWords(words)) return;
    const start = this.#at + bracket[0].length - 1 - words.length;
    member.heading = { start, end: start + words.length };
    this.#at += bracket[0].length;
  }

  // ---- owners ---------------------------------------------------------------------------------------------------------

  #followedByOwner(): boolean {
    return this.#run(ofWord, false) !== null;
  }

  /** `of Schedule 4`, `of the DCC Licence`, `of this document`: decides what the numbers before it belong to. */
  /** `Schedule 4, paragraph 2` is paragraph 2 of Schedule 4. */
  #takeOwnerBefore(lead: LeadWord, index: number, drafts: readonly Draft[]): void {
    if (lead !== 'paragraph' && lead !== 'clause' && lead !== 'section') return;
    const owner = this.#into.at(-1);
    if (!owner || owner.name === '' || !['schedule', 'appendix', 'annex'].includes(owner.lead)) return;
    const end = owner.heading ? owner.heading.end + 1 : owner.end;
    if (!behindOwner.test(this.#text.slice(end, index))) return;
    for (const draft of drafts)
      if (draft.owner === undefined && draft.letter === '' && !draft.isOwn && draft.number !== '')
        assignOwner(draft, owner);
  }

  #readOwner(lead: LeadWord, drafts: Draft[], nameBefore: DocumentName | undefined): void {
    const last = drafts.at(-1) as Draft;
    if (nameBefore) {
      for (const draft of drafts) draft.owner ??= nameBefore.owner;
    }
    if (drafts.every((draft) => draft.letter !== '')) {
      if (this.#isOfOtherDocument()) for (const draft of drafts) draft.isElsewhere = true;
      if (drafts.every((draft) => draft.number === '' && draft.levels.length === 0)) return;
    }
    const resume = this.#at;
    const of = this.#run(ofWord, true);
    if (!of) return;
    if (
      /to/.test(of[0]) &&
      lead !== 'annex' &&
      lead !== 'appendix' &&
      lead !== 'part' &&
      lead !== 'schedule'
    ) {
      this.#at = resume;
      return;
    }
    const owned = this.#readOwnerName(
      lead,
      drafts,
      /of/.test(of[0]) && lead !== 'schedule' && lead !== 'appendix' && lead !== 'annex',
    );
    if (owned === undefined) {
      this.#at = resume;
      return;
    }
    if (owned) last.end = this.#at;
    else this.#at = resume;
  }

  /** `Section J of the BSC`: its letters are not the Code's. */
  #isOfOtherDocument(): boolean {
    const resume = this.#at;
    const of = this.#run(ofWord, true);
    if (of) this.#run(article, true);
    const named = of && !this.#run(theCode, false) ? this.#nameAhead() : undefined;
    this.#at = resume;
    return named?.owner.kind === 'document';
  }

  /** @returns whether the owner decides the target and so belongs to the span; undefined when none is there */
  #readOwnerName(lead: LeadWord, drafts: Draft[], mayBeElsewhere: boolean): boolean | undefined {
    const open = drafts.filter((draft) => draft.letter === '' && draft.owner === undefined);
    const definition = this.#run(definitionOwner, true);
    if (definition) {
      for (const draft of open) draft.definitionOf = normaliseTerm(definition[1] as string);
      return open.length > 0;
    }
    const self = this.#run(thisOwner, true);
    if (self) {
      const word = (self[1] as string).toLowerCase();
      // A paper's Annexes are its own whether or not the words say so.
      if (word === 'code') for (const draft of drafts) draft.isOfCode = true;
      if (word === 'code' || lead === 'annex') return false;
      if (lead !== 'schedule' && (word === 'letter' || word === 'direction')) return false;
      for (const draft of open) draft.isOwn = true;
      return open.length > 0;
    }
    const start = this.#at;
    const nested = this.#readNestedOwner();
    if (nested) {
      if (drafts.some((draft) => draft.letter !== '')) return undefined;
      for (const draft of open) assignOwner(draft, nested);
      return true;
    }
    this.#at = start;
    const held = this.#heldIn();
    if (held) {
      for (const draft of open) assignOwner(draft, held);
      return false;
    }
    if (this.#run(conditionAhead, false)) {
      for (const draft of open) draft.isElsewhere = true;
      return undefined;
    }
    const licence = this.#run(thatLicence, false)
      ? this.#into.findLast(({ owner }) => owner?.kind === 'licence')?.owner
      : undefined;
    if (licence) {
      for (const draft of open) draft.owner = licence;
      return false;
    }
    const last = this.#namedBefore();
    if (last) {
      for (const draft of open) assignOwner(draft, last);
      return false;
    }
    if (this.#run(otherLaw, false)) {
      for (const draft of open) draft.isElsewhere = true;
      return undefined;
    }
    this.#run(article, true);
    if (this.#run(theCode, false) && !this.#nameAhead()) {
      for (const draft of drafts) draft.isOfCode = true;
      return false;
    }
    const ownerStart = this.#at;
    const named = this.#nameAhead();
    if (named) {
      for (const draft of open) Object.assign(draft, { owner: named.owner, ownerStart });
      this.#at = named.end;
      return open.length > 0;
    }
    return this.#readLaw(open, mayBeElsewhere);
  }

  /** `of the draft direction in Annex A`: the Annex that holds the text whose number it is. */
  #heldIn(): Draft | undefined {
    const resume = this.#at;
    const held = this.#run(heldInAnnex, true) ? this.#readNestedOwner() : undefined;
    this.#at = resume;
    return held?.lead === 'annex' ? held : undefined;
  }

  /** The last reference of the block whose lead word is the one behind `that`, without the levels that were not meant. */
  #namedBefore(): Draft | undefined {
    const match = this.#run(namedBefore, false);
    if (!match) return undefined;
    const lead = leadOf(match[1] as string);
    const before = this.#into.findLast(
      (reference) => reference.lead === lead && reference.previous === undefined,
    );
    if (!before || (lead !== 'paragraph' && before.number === '' && before.name === '')) return undefined;
    return { ...before, levels: lead === 'paragraph' ? before.levels : [], isSelf: false };
  }

  #readLaw(open: readonly Draft[], mayBeElsewhere: boolean): boolean | undefined {
    if (this.#run(ownWords, false) && !this.#run(namedLaw, false)) {
      // `clause 5 of the Agreement`: the words say whose it is, and stay outside as a term of their own.
      for (const draft of open) draft.isOwn = true;
      return false;
    }
    const ownerStart = this.#at;
    const law = this.#run(namedLaw, true);
    if (!law) return mayBeElsewhere ? this.#readElsewhere(open) : undefined;
    const title = normaliseTerm(law[2] ? `${law[1]} ${law[2]}` : (law[1] as string));
    const isLicence = /Licen[cs]e$/.test(title);
    for (const draft of open)
      Object.assign(draft, { owner: { kind: isLicence ? 'licence' : 'document', name: title }, ownerStart });
    return open.length > 0;
  }

  /** `paragraph 4 of that direction`: a number of some other text, which nothing here can name. */
  #readElsewhere(open: readonly Draft[]): undefined {
    if (
      /(?:the|that|those|its|their|his|her|our|your|an?|any|each|such)[\s\u00a0]+$/i.test(
        this.#text.slice(this.#at - 8, this.#at),
      ) ||
      this.#run(otherText, false)
    ) {
      for (const draft of open) draft.isElsewhere = true;
    }
    return undefined;
  }

  /** The longest name of a known document at this place. */
  #nameAhead(): { owner: ProvisionOwner; end: number } | undefined {
    const window = this.#text.slice(this.#at, Math.min(this.#span.end, this.#at + 110));
    const first = /\S+/.exec(window)?.[0] ?? '';
    if (!isOneOf(this.#lexicon.firstWords, first, first.replace(behindName, ''))) return undefined;
    let found: { owner: ProvisionOwner; end: number } | undefined;
    let count = 0;
    for (const word of window.matchAll(/[^\s\u00a0]+/g)) {
      if (++count > this.#lexicon.longestName) break;
      const raw = window.slice(0, word.index + word[0].length);
      const bare = raw.replace(behindName, '');
      const name = this.#lexicon.documents.get(normaliseTerm(bare));
      if (name) found = { owner: name.owner, end: this.#at + bare.length };
      if (bare !== raw && !/['’]$/.test(raw)) break;
    }
    return found;
  }

  /** `Schedule 4`, `Appendix AB`, `Annex A of the …`, `this Section D5`, `Section D9.4`, `clause 3` behind `of`. */
  #readNestedOwner(): Draft | undefined {
    if (this.#depth >= deepestOwner) return undefined;
    const match = /^(this[\s\u00a0]+)?([A-Za-z]+\.?)[\s\u00a0]+/.exec(
      this.#text.slice(this.#at, this.#at + 40),
    );
    if (!match) return undefined;
    triggerHere.lastIndex = this.#at + (match[1] ?? '').length;
    const word = triggerHere.exec(this.#text);
    if (!word || word.index !== this.#at + (match[1] ?? '').length || word[0] !== match[2]) return undefined;
    const inner: WrittenReference[] = [];
    const reader = new ReferenceReader(
      this.#text,
      { start: this.#at, end: this.#span.end },
      this.#lexicon,
      inner,
      this.#depth + 1,
    );
    const end = reader.read(word.index, word[0]);
    const [owner] = inner;
    if (!owner || inner.length > 1) return undefined;
    this.#at = Math.max(owner.end, owner.heading ? owner.end : Math.min(end, owner.end));
    return { ...owner };
  }

  // ---- the whole --------------------------------------------------------------------------------------------------------

  #isReference(
    lead: LeadWord,
    drafts: readonly Draft[],
    before: { licence: boolean; name: DocumentName | undefined; isSelf: boolean },
  ): boolean {
    const [first] = drafts as [Draft];
    if (lead === 'part') return first.owner !== undefined || first.divisions.length > 0;
    if (lead === 'condition') {
      if (first.owner) return true;
      if (!before.licence) return false;
      for (const draft of drafts) draft.owner ??= { kind: 'licence', name: 'DCC Licence' };
      return true;
    }
    return true;
  }

  #readDirection(drafts: readonly Draft[]): void {
    const direction = this.#run(directionWord, false);
    if (!direction) return;
    for (const draft of drafts) draft.direction = direction[1] as 'above' | 'below';
  }

  #run(pattern: RegExp, advance: boolean): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match || this.#at + match[0].length > this.#span.end) return null;
    if (advance) this.#at += match[0].length;
    return match;
  }

  #skipSpace(): void {
    while (this.#at < this.#span.end && isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}

function assignOwner(draft: Draft, nested: Draft): void {
  if (
    nested.lead === 'schedule' ||
    nested.lead === 'appendix' ||
    nested.lead === 'annex' ||
    nested.lead === 'part'
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
  draft.letter = nested.letter;
  draft.number = nested.number === '' ? draft.number : nested.number;
  draft.levels = [...nested.levels, ...draft.levels];
  draft.owner = nested.owner;
  draft.isSelf = nested.isSelf;
  draft.isOwn = nested.isOwn;
  draft.divisions = nested.divisions;
}

function blank(lead: LeadWord, start: number, end: number): Draft {
  return {
    lead,
    start,
    end,
    letter: '',
    number: '',
    levels: [],
    name: '',
    owner: undefined,
    ownerStart: undefined,
    divisions: [],
    isSelf: false,
    isSmall: false,
    isOwn: false,
    isOfCode: false,
    direction: undefined,
    previous: undefined,
    through: undefined,
    heading: undefined,
    definitionOf: undefined,
  };
}

function leadOf(word: string): LeadWord {
  const lower = word.toLowerCase();
  if (lower.startsWith('section') || lower === 'sec.') return 'section';
  if (/^(?:sub-?)?clause/.test(lower)) return 'clause';
  if (lower.startsWith('para') || lower.startsWith('sub')) return 'paragraph';
  if (lower.startsWith('schedule')) return 'schedule';
  if (lower.startsWith('append')) return 'appendix';
  if (lower.startsWith('annex')) return 'annex';
  if (lower.startsWith('condition')) return 'condition';
  if (lower.startsWith('part')) return 'part';
  return 'bare';
}

function lastWord(words: string): string {
  const trimmed = words.trimEnd();
  let start = trimmed.length;
  while (start > 0 && !/\s/.test(trimmed[start - 1] as string)) start--;
  return trimmed.slice(start);
}

/** Whether a word, with or without what clings to it, is one of those that names begin or end with. */
function isOneOf(words: ReadonlySet<string>, written: string, bare: string): boolean {
  return words.has(normaliseTerm(written)) || words.has(normaliseTerm(bare));
}

/** Whether a bracket's content is a level: one letter, a doubled letter, a roman numeral or a number. */
function isLevel(inner: string): boolean {
  if (/^\d/.test(inner)) return true;
  if (/^([A-Za-z])\1?$/.test(inner)) return true;
  return (
    parseRoman(inner.toLowerCase()) !== undefined && (inner === inner.toLowerCase() || inner.length <= 4)
  );
}

/**
 * A bracket behind a reference is its heading when it begins with a capital and is more than an abbreviation; one that holds
 * quoted words alone defines a term.
 */
function isHeadingWords(words: string): boolean {
  const trimmed = words.trim();
  if (!/^[A-Z“"‘']/.test(trimmed) || /^[“"‘'][^“”"‘’']*[”"’']$/.test(trimmed)) return false;
  return /[\s\u00a0]/.test(trimmed) || trimmed.length >= 5;
}

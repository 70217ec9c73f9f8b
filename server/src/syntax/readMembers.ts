import type { Span } from '../text/span.js';
import { parseRoman } from '../model/numerals.js';
import { isTitleLike } from './partTitles.js';
import { followedByOwner } from './readOwners.js';
import type { LeadWord } from './reference.js';
import { type Draft, blank, type ReferenceCursor } from './referenceCursor.js';

/* The members of a reference: numbers, levels and headings, in lists and ranges (legal-text.md, References). */

export const letteredNumber =
  /([A-Z])(?:\.|[\s\u00a0](?=\d{1,3}\.\d))?(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)(?![A-Za-z0-9_])/y;

const singleLetter = /([A-Z])(?![A-Za-z0-9_'’]|[.&/-][A-Za-z0-9])/y;

/** Four digits only of a statute that is named: `section 1159 of the Companies Act 2006`. */
const plainNumber =
  /(\d{1,3}[A-Z]{0,3}(?:\.\d{1,3}[A-Z]{0,2})*|\d{4}(?=(?:\([a-z0-9]{1,4}\)){0,3}[\s\u00a0]+of[\s\u00a0]))(?=[^A-Za-z0-9_]|$|[a-z]{1,3}\))/y;

/** With a point, or a letter before it, only what another text calls so: `Schedule 7.4 of the Original Contract`. */
const partName =
  /([A-Z]{1,2}|[IVX]{3,5}|(?:\d{1,2}\.|[A-Z])\d{1,2}(?=[\s\u00a0]+(?:of|to)[\s\u00a0])|\d{1,3})(?![A-Za-z0-9_'’]|[.&/-][A-Za-z0-9])/y;

/** `Part 4.9.1(B)`: the clauses of a Certificate Policy. */
const partNumber = /(\d{1,2}(?:\.\d{1,2}){1,4})(?![A-Za-z0-9_])/y;

const closeLevel = /\(([a-z]{1,7}|[A-Z]{1,4}|\d{1,3}[A-Z]{0,2})\)/y;

const spacedLevel = /[\s\u00a0]+\(([a-z]{1,7})\)/y;

const halfLevel = /([a-z]{1,4})\)/y;

/** `section 2.2.2 d)`: a sign of its own only where no bracket is open that it would close. */
const spacedHalfLevel = /[\s\u00a0]([a-z]{1,4})\)/y;

const separator =
  /[\s\u00a0]*(?:,[\s\u00a0]*(?:and\/or|and|or|to)?(?=[\s\u00a0]|\()|and\/or\b|and\b|or\b|&|to\b|through\b|[-–—])[\s\u00a0]*/y;

const bracketWords = /[\s\u00a0]*\(((?:[^()\n]|\n(?!\n)){2,140}(?:\([^()\n]{1,40}\)[^()\n]{0,60})?)\)/y;

/** `Section L3 ‘Registration as an Authorised Subscriber’`, as modification reports give titles. */
const quotedTitle =
  /[ \u00a0](?:‘([A-Z][^‘’\n]{3,100})’|'([A-Z][^'\n]{3,100})')(?!s?[ \u00a0](?:means?|has|have|is|are|shall|should|to|in|insert|delete|substitute)\b)/y;

const bracketBehindVersion =
  /,?[ \u00a0](?:version|v)[ \u00a0]?\d{1,3}(?:\.\d{1,3}){0,2}[ \u00a0]\(([A-Z][^()\n]{2,140})\)/y;

const bracketBehindLink = /\]\([^()\n]{1,200}\)[ \u00a0]\(([A-Z][^()\n]{2,140})\)/y;

const inclusive = /[\s\u00a0]*\(inclusive\)/iy;

const unitBehind =
  /[\s\u00a0]*(?:%|(?:working|business|calendar)?[\s\u00a0]*(?:days?|months?|years?|hours?|minutes?|seconds?|weeks?|parties|members|people|persons)\b)/iy;

export function readMembers(
  cursor: ReferenceCursor,
  lead: LeadWord,
  start: number,
  before: { isSelf: boolean },
): Draft[] {
  const drafts: Draft[] = [];
  let memberStart = start;
  let inRange = false;
  let resume = cursor.at;
  for (;;) {
    const member = readMember(cursor, lead, memberStart, drafts.at(-1));
    if (!member) {
      cursor.at = resume;
      break;
    }
    if (
      drafts.length > 0 &&
      member.letter === '' &&
      member.levels.length === 0 &&
      cursor.run(unitBehind, false)
    ) {
      cursor.at = resume;
      break;
    }
    member.isSelf = before.isSelf && drafts.length === 0;
    if (member.number === '' && member.letter === '' && member.name === '' && drafts.length > 0) {
      member.previous = cursor.into.length + drafts.length - 1;
    }
    if (inRange) (drafts.at(-1) as Draft).through = cursor.into.length + drafts.length;
    drafts.push(member);
    readHeading(cursor, member);
    resume = cursor.at;
    const joint = cursor.run(separator, true);
    if (!joint) break;
    inRange = /to|through|[-–—]/.test(joint[0].replace(/,/g, ''));
    if (inRange && (drafts.at(-2)?.through ?? undefined) !== undefined) {
      cursor.at = resume;
      break;
    }
    memberStart = cursor.at;
  }
  return drafts;
}

function readMember(
  cursor: ReferenceCursor,
  lead: LeadWord,
  start: number,
  previous: Draft | undefined,
): Draft | undefined {
  const draft = blank(lead, start, cursor.at);
  if (!readNumber(cursor, lead, draft, previous)) return undefined;
  if (draft.number !== '' || draft.levels.length > 0) readLevels(cursor, draft);
  if (cursor.at > cursor.span.end) return undefined;
  draft.end = cursor.at;
  return draft;
}

function readNumber(
  cursor: ReferenceCursor,
  lead: LeadWord,
  draft: Draft,
  previous: Draft | undefined,
): boolean {
  const part = lead === 'part' ? cursor.run(partNumber, true) : null;
  if (part) {
    draft.number = part[1] as string;
    return true;
  }
  if (lead === 'part' && previous && previous.number !== '')
    return previous.levels.length > 0 && readFirstLevel(cursor, draft);
  if (lead === 'schedule' || lead === 'appendix' || lead === 'annex' || lead === 'part') {
    const name = cursor.run(partName, true);
    if (!name) return false;
    const letters = /[A-Z]/.test(name[1] as string);
    if (lead === 'schedule' && letters && !/^(?:[A-Z]\d{0,2}|[IVX]+)$/.test(name[1] as string)) return false;
    if (
      letters &&
      previous &&
      /^[AI]$/.test(name[1] as string) &&
      /^[\s\u00a0]+[a-z]/.test(cursor.text.slice(cursor.at, cursor.at + 3)) &&
      !followedByOwner(cursor)
    )
      return false;
    draft.name = name[1] as string;
    return true;
  }
  const lettered = lead === 'condition' ? null : cursor.run(letteredNumber, true);
  if (lettered) {
    draft.letter = lettered[1] as string;
    draft.number = lettered[2] as string;
    return true;
  }
  const takesLetter = lead === 'section' || (lead === 'bare' && previous !== undefined);
  const single = takesLetter ? cursor.run(singleLetter, false) : null;
  if (single && isSectionLetter(cursor, single[1] as string, previous)) {
    cursor.at += 1;
    draft.letter = single[1] as string;
    return true;
  }
  if (previous && takeSharedLetter(cursor, draft, previous)) return true;
  if (lead === 'bare')
    return (
      previous !== undefined &&
      previous.levels.length > 0 &&
      !previous.heading &&
      readFirstLevel(cursor, draft)
    );
  const number = cursor.run(plainNumber, true);
  if (number && isPlausibleNumber(cursor, number[1] as string, previous)) {
    draft.number = number[1] as string;
    return true;
  }
  if (number) return false;
  if (previous && (previous.levels.length === 0 || previous.heading)) return false;
  return (
    (lead === 'paragraph' || lead === 'clause' || previous !== undefined) && readFirstLevel(cursor, draft)
  );
}

/** `Sections J1.4, 1.5 and 1.7`: later clauses of one sub-section may go without its letter. */
function takeSharedLetter(cursor: ReferenceCursor, draft: Draft, { letter, number }: Draft): boolean {
  const [top] = number.split('.');
  if (letter === '' || top === number) return false;
  const shared = cursor.run(plainNumber, false)?.[1];
  if (shared === undefined || !shared.startsWith(`${top}.`)) return false;
  const resume = cursor.at;
  cursor.at += shared.length;
  if (cursor.run(unitBehind, false)) {
    cursor.at = resume;
    return false;
  }
  Object.assign(draft, { letter, number: shared });
  return true;
}

/** A later member of a list that is only a letter (`Sections G, H and I`) must not be the first word of a sentence. */
function isSectionLetter(cursor: ReferenceCursor, letter: string, previous: Draft | undefined): boolean {
  if (!previous) return true;
  if (previous.letter === '') return false;
  const behind = cursor.text.slice(cursor.at + 1, cursor.at + 4);
  return letter !== 'A' && letter !== 'I'
    ? true
    : !/^[\s\u00a0]+[a-z]/.test(behind) ||
        (cursor.lexicon.sectionLetters.has(previous.letter) && previous.number === '');
}

/** A year or a quantity behind `and` is no member; a list of numbers keeps to numbers of its own kind. */
function isPlausibleNumber(cursor: ReferenceCursor, number: string, previous: Draft | undefined): boolean {
  if (previous && previous.letter !== '') return false;
  if (/^[\s\u00a0]*(?:%|st\b|nd\b|rd\b|th\b|\/\d)/.test(cursor.text.slice(cursor.at, cursor.at + 4)))
    return false;
  return number !== '0';
}

function readFirstLevel(cursor: ReferenceCursor, draft: Draft): boolean {
  const level = cursor.run(closeLevel, false) ?? cursor.run(halfLevel, false);
  if (!level || !(isLevel(level[1] as string) || isInsertedLevel(level))) return false;
  cursor.at += level[0].length;
  draft.levels = [level[1] as string];
  return true;
}

function spacedHalf(cursor: ReferenceCursor): RegExpExecArray | null {
  const half = cursor.run(spacedHalfLevel, false);
  if (!half) return null;
  const before = cursor.text.slice(Math.max(cursor.span.start, cursor.at - 200), cursor.at);
  return before.lastIndexOf('(') > before.lastIndexOf(')') ? null : half;
}

function readLevels(cursor: ReferenceCursor, draft: Draft): void {
  const levels = [...draft.levels];
  if (levels.length === 0) {
    const half = cursor.run(halfLevel, false) ?? spacedHalf(cursor);
    if (half && isLevel(half[1] as string)) {
      levels.push(half[1] as string);
      cursor.at += half[0].length;
    }
  }
  for (;;) {
    const level = cursor.run(closeLevel, false) ?? cursor.run(spacedLevel, false);
    if (!level || cursor.at + level[0].length > cursor.span.end) break;
    if (!isLevel(level[1] as string) && !isInsertedLevel(level)) break;
    if (/^[\s\u00a0]/.test(level[0]) && listGoesOn(cursor, level[0].length)) break;
    levels.push(level[1] as string);
    cursor.at += level[0].length;
  }
  draft.levels = levels;
}

/** `Section 9.1 (a) will comply …, and (b) represents`: a spaced bracket before a verb is a list in the text. */
function listGoesOn(cursor: ReferenceCursor, length: number): boolean {
  const behind = cursor.text.slice(cursor.at + length, cursor.at + length + 24);
  return /^[\s\u00a0]+(?:the|a|an|any|each|all|will|shall|must|may|to|such|that|it|its|if|where|for)\b/.test(
    behind,
  );
}

function readHeading(cursor: ReferenceCursor, member: Draft): void {
  if (cursor.run(inclusive, true)) return;
  const bracket = cursor.run(bracketWords, false) ?? titleBehind(cursor, member);
  if (!bracket) return readHeadingFarther(cursor, member);
  const heading = headingAt(cursor, bracket);
  if (!heading) return;
  member.heading = heading;
  cursor.at += bracket[0].length;
}

/** The title of a part or sub-section in quotation marks; Section A is named together with the terms that it defines. */
function titleBehind(
  cursor: ReferenceCursor,
  { letter, name, number, levels }: Draft,
): RegExpExecArray | undefined {
  if ((letter === '' && name === '') || number.includes('.') || levels.length > 0) return undefined;
  const quoted = cursor.run(quotedTitle, false);
  const words = quoted?.[1] ?? quoted?.[2];
  if (!quoted || words === undefined || !isTitleLike(words)) return undefined;
  return letter === 'A' && !/^Def/.test(words) ? undefined : quoted;
}

/** `Appendix AC version 12.0 (Inventory Procedures)`, `[Section I2](https://…) (Privacy Audits)`: what lies between stays to be read. */
function readHeadingFarther(cursor: ReferenceCursor, member: Draft): void {
  const ofPart = member.number === '' ? cursor.run(bracketBehindVersion, false) : null;
  const bracket = ofPart ?? cursor.run(bracketBehindLink, false);
  const heading = bracket && headingAt(cursor, bracket);
  if (heading) member.heading = heading;
}

/** The words of a bracket that ends the match, where they are a heading. */
function headingAt(cursor: ReferenceCursor, bracket: RegExpExecArray): Span | undefined {
  const end = cursor.at + bracket[0].length;
  const words = bracket[1] ?? bracket[2] ?? '';
  if (end > cursor.span.end || !isHeadingWords(words)) return undefined;
  return { start: end - 1 - words.length, end: end - 1 };
}

/** Whether a bracket's content is a level: one letter, a doubled letter, a roman numeral or a number. */
function isLevel(inner: string): boolean {
  if (/^\d/.test(inner)) return true;
  if (/^([A-Za-z])\1?$/.test(inner)) return true;
  return (
    parseRoman(inner.toLowerCase()) !== undefined && (inner === inner.toLowerCase() || inner.length <= 4)
  );
}

/** `H4.2(ba)`: the paragraph that was inserted behind (b). Right behind what it is a level of, where no word stands in brackets. */
function isInsertedLevel([written]: RegExpExecArray): boolean {
  return /^\([a-z]{2}\)$/.test(written);
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

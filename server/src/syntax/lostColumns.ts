import type { Span } from '../text/span.js';
import {
  bindsSomebody,
  canBeTerm,
  colonEntry,
  isColumnHead,
  opensMeaning,
  opensPlainMeaning,
} from './definitionLists.js';
import { isBlank, type Line } from './lines.js';
import { isTitleLike } from './partTitles.js';

/** A term and its meaning that a paste took apart. */
export interface LostRow {
  readonly term: Span;
  readonly meaning: Span;
}

/** Rows whose columns were lost, and how many lines they take; without rows so many lines begin none. */
export interface LostRows {
  readonly rows: readonly LostRow[];
  readonly count: number;
}

export const noRows: LostRows = { rows: [], count: 1 };

/** The lines from a place on; undefined where something else begins than words of a column. */
export type LineAt = (index: number) => Line | undefined;

/** As many lines are looked at: a longer column is no list that people paste. */
const longestColumn = 400;
/** The same for the lines of one meaning. */
const longestMeaning = 60;

/**
 * A definition table of which a paste left one column below the other: all terms, a line each, then as many meanings. The heads
 * of the columns may stand above the terms. None where the two do not number the same.
 *
 * @param inDefinitions whether a list is announced: then meanings need no verb that says what they are
 */
export function readColumns(text: string, lineAt: LineAt, inDefinitions: boolean): LostRows {
  const terms: Line[] = [];
  let at = 0;
  for (let line = lineAt(0); at < longestColumn; line = lineAt(++at)) {
    if (line && isBlank(line)) continue;
    const words = line ? text.slice(line.start, line.end) : '';
    if (terms.length === 0 && isColumnHead(words)) continue;
    if (!line || opens(words, inDefinitions) || !isTermLine(words)) break;
    terms.push(line);
  }
  const none = { rows: [], count: Math.max(1, at) };
  const meanings = terms.length < 2 ? [] : readMeanings(text, lineAt, at, terms.length, inDefinitions);
  const last = meanings.at(-1);
  if (!last || meanings.length !== terms.length) return none;
  return { rows: terms.map((term, i) => ({ term, meaning: meanings[i] as Span })), count: last.behind };
}

interface MeaningLines extends Span {
  /** Index of the line behind it. */
  readonly behind: number;
}

/** The meanings from a line on, each of a line or more: as many as there are, one more than are wanted at the most. */
function readMeanings(
  text: string,
  lineAt: LineAt,
  from: number,
  wanted: number,
  inDefinitions: boolean,
): MeaningLines[] {
  const meanings: MeaningLines[] = [];
  for (let at = from; at < from + longestColumn && meanings.length <= wanted; at++) {
    const line = lineAt(at);
    if (!line || (isBlank(line) && meanings.length === wanted)) break;
    if (isBlank(line)) continue;
    const last = meanings.at(-1);
    const hasEnded = !last || endsMeaning(text, last);
    const words = text.slice(line.start, line.end);
    if (opensMeaning(words.slice(0, 60)) || (hasEnded && opens(words, inDefinitions)))
      meanings.push({ start: line.start, end: line.end, behind: at + 1 });
    else if (!hasEnded && last)
      meanings[meanings.length - 1] = { start: last.start, end: line.end, behind: at + 1 };
    else break;
  }
  return meanings;
}

/**
 * Entries that hold term and meaning, parted by a colon or quotation marks: `Outage Plan: a plan of outages.` The term may be
 * broken over two lines. To be asked for inside a definition list only; one alone may be something else.
 */
export function readEntries(text: string, lineAt: LineAt): LostRows {
  const rows: LostRow[] = [];
  let count = 1;
  for (let at = 0; at < longestColumn;) {
    at = skipBlank(lineAt, at);
    const entry = readEntry(text, lineAt, at);
    if (!entry) break;
    const meaning = wholeMeaning(text, lineAt, entry.meaning, entry.behind);
    if (!meaning) break;
    rows.push({ term: entry.term, meaning });
    count = at = meaning.behind;
  }
  return rows.length < 2 ? noRows : { rows, count };
}

const byQuotes = /^["“]([A-Z][^"“”\n]{1,70})["”][ \t\u00a0]+(?=[a-z]|(?:An?|The|Any|Each|All) )/;

interface Entry extends LostRow {
  readonly behind: number;
}

function readEntry(text: string, lineAt: LineAt, at: number): Entry | undefined {
  const line = lineAt(at);
  if (!line) return undefined;
  const second = lineAt(at + 1);
  const words = text.slice(line.start, line.end);
  const below = second && !isBlank(second) && isTitleLine(words) && words.length <= 40 ? second : undefined;
  for (const pattern of [colonEntry, byQuotes]) {
    const own = pattern.exec(words);
    if (own && isEntryTerm(own[1] as string)) return entryOf(line.start, own, line.end, at + 1);
  }
  const rest = below && colonEntry.exec(text.slice(below.start, below.end));
  if (!below || !rest || !isTitleLine(rest[1] as string)) return undefined;
  const entry = entryOf(below.start, rest, below.end, at + 2);
  return { ...entry, term: { start: line.start, end: entry.term.end } };
}

function isEntryTerm(words: string): boolean {
  return isTitleLine(words) || /^[A-Z][A-Z0-9&+-]{1,9}$/.test(words);
}

function entryOf(start: number, match: RegExpExecArray, end: number, behind: number): Entry {
  const term = start + match[0].indexOf(match[1] as string);
  return {
    term: { start: term, end: term + (match[1] as string).length },
    meaning: { start: start + match[0].length, end },
    behind,
  };
}

/** A meaning with the lines that it runs over; undefined where it does not end, or binds somebody and is a clause. */
function wholeMeaning(text: string, lineAt: LineAt, first: Span, from: number): MeaningLines | undefined {
  let { end } = first;
  let at = from;
  for (let line = lineAt(at); at < from + longestMeaning; line = lineAt(++at)) {
    if (!line || isBlank(line) || endsMeaning(text, { start: first.start, end })) break;
    end = line.end;
  }
  const isWhole = endsMeaning(text, { start: first.start, end });
  return isWhole && !bindsSomebody(text.slice(first.start, end))
    ? { start: first.start, end, behind: at }
    : undefined;
}

const longestTermLine = 80;

function isTermLine(words: string): boolean {
  return (
    words.length <= longestTermLine && /^["“'‘]?[A-Z]/.test(words) && !words.endsWith(':') && canBeTerm(words)
  );
}

/** Every word of weight has a capital, as those of a term have; a line in capitals is a heading. */
function isTitleLine(words: string): boolean {
  return isTermLine(words) && words.length <= 60 && words !== words.toUpperCase() && isTitleLike(words);
}

function opens(words: string, inDefinitions: boolean): boolean {
  return opensMeaning(words.slice(0, 60)) || (inDefinitions && opensPlainMeaning(words));
}

function endsMeaning(text: string, { end }: Span): boolean {
  return /[.;]$/.test(text.slice(end - 1, end));
}

function skipBlank(lineAt: LineAt, from: number): number {
  let at = from;
  for (let line = lineAt(at); line && isBlank(line); line = lineAt(++at));
  return at;
}

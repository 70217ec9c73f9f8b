import { formatDay, isPlausibleDay, monthNumber } from '../model/calendar.js';
import { formatModificationId, parseModificationId } from '../model/modificationId.js';
import { formatOwner } from '../model/provisionId.js';
import { readPartTitle } from '../syntax/partTitles.js';

/** What an imported text says of itself: the front matter of its file. */
export interface Identity {
  /** Canonical name of the part of the Code that it is, or the first one that it changes: `Section D`. */
  readonly part?: string;
  /** Its file is named after a part. */
  readonly isNamedAsPart: boolean;
  readonly modification?: string;
  readonly title?: string;
  readonly version?: string;
  /** `YYYY-MM-DD`. */
  readonly effective?: string;
}

/** Where a paper says what it is. */
const headLines = 80;
const versionLine = /(?:^|\b(?:SEC|Code)\s+|[|–—-]\s*)(?:version|v)\s*:?\s*(\d{1,3}(?:\.\d{1,3}){1,2})\b/i;
const effectiveLine =
  /\b(?:effective|in force|designated|commencement)\b\D{0,40}(?:(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\s+(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4}))/i;
const modificationName = /\b(?:SECMP|DP|MP)[\s_-]?\d{2,5}[A-Z]?\b/i;

/**
 * Tells what a text is from its first lines, its page headers and its file's name.
 * @param text legal text without front matter
 * @param furniture lines of page headers and footers
 */
export function identify(text: string, fileName: string, furniture: readonly string[]): Identity {
  const head = text
    .split('\n', headLines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const title = partOf(head);
  const named = partOfName(fileName);
  const part = title ?? named;
  const short = [...furniture, ...head].filter((line) => line.length <= 120);
  const version = firstMatch(short, versionLine)?.[1];
  const effective = effectiveDay(firstMatch(short, effectiveLine));
  const before = head.slice(0, title ? title.line : 12);
  const modification = modificationOf(fileName) ?? modificationOf(before.join('\n'));
  return {
    ...(part ? { part: part.part } : {}),
    ...(title?.title === undefined ? {} : { title: title.title }),
    isNamedAsPart: named !== undefined,
    ...(modification === undefined ? {} : { modification }),
    ...(version === undefined ? {} : { version }),
    ...(effective === undefined ? {} : { effective }),
  };
}

interface FoundTitle {
  readonly part: string;
  readonly title: string | undefined;
  /** Its place among the first lines. */
  readonly line: number;
}

function partOf(head: readonly string[]): FoundTitle | undefined {
  for (const [i, line] of head.entries()) {
    const found = readPartTitle(line, { start: 0, end: line.length });
    if (!found || found.quoted || found.owner.kind === 'own') continue;
    const part = formatOwner(found.owner);
    if (!/^(?:[A-Z]|Schedule \d+|Appendix [A-Z]{1,2})$/.test(part)) continue;
    const below = head[i + 1] ?? '';
    const title = found.title !== '' ? found.title : isTitle(below) ? below : undefined;
    return { part: part.length === 1 ? `Section ${part}` : part, title, line: i };
  }
  return undefined;
}

/** The line below a part's bare name is its title unless it begins with a number or is a sentence. */
function isTitle(line: string): boolean {
  return /^[A-Z]/.test(line) && line.length <= 120 && !/^[A-Z]?\d|[.;:,]$/.test(line);
}

function partOfName(fileName: string): { readonly part: string } | undefined {
  const name = fileName.replace(/\.[^.]*$/, '').replace(/[_-]+/g, ' ');
  const match =
    /\b(section)\s+([A-Z])\b/i.exec(name) ??
    /\b(schedule)\s+(\d{1,2})\b/i.exec(name) ??
    /\b(appendix)\s+([A-Z]{1,2})\b/i.exec(name);
  if (!match) return undefined;
  const [, word = '', letter = ''] = match;
  return { part: `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${letter.toUpperCase()}` };
}

function modificationOf(text: string): string | undefined {
  const written = modificationName.exec(text.replace(/_/g, ' '))?.[0];
  const id = written === undefined ? undefined : parseModificationId(written.replace(/_/g, ' '));
  return id && formatModificationId(id);
}

function firstMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return match;
  }
  return undefined;
}

function effectiveDay(match: RegExpExecArray | undefined): string | undefined {
  if (!match) return undefined;
  const [, day, name, year, shortDay, shortMonth, shortYear] = match;
  const found =
    name === undefined
      ? { year: Number(shortYear), month: Number(shortMonth), day: Number(shortDay) }
      : { year: Number(year), month: monthNumber(name) ?? 0, day: Number(day) };
  return isPlausibleDay(found) ? formatDay(found) : undefined;
}

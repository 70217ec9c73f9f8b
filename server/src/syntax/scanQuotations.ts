import { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';

/** Words in quotation marks. `span` takes the marks in, `inner` leaves them and white space at their edges out. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly isSingle: boolean;
  /** Bold words in place of quoted ones: they define only where a bracket or a verb says so. */
  readonly isBold?: boolean;
}

const longest = 400;
const opening = /[“‘"']/g;

/**
 * Pairs the quotation marks of a paragraph: curly and straight, double and single. An apostrophe opens nothing: a single mark
 * opens only before a letter that no letter precedes, and closes only where no letter follows.
 *
 * @param spans the paragraphs, in text order
 */
export function scanQuotations(text: string, spans: readonly Span[], into: Quotation[]): void {
  const search = new ForwardSearch(text, opening);
  for (const span of spans) collectQuotations(text, span, search, into);
}

function collectQuotations(text: string, span: Span, search: ForwardSearch, into: Quotation[]): void {
  let next = span.start;
  for (let mark = search.next(next); mark && mark.index < span.end; mark = search.next(next)) {
    const at = mark.index;
    const code = text.charCodeAt(at);
    const close = closingMark(text, code, at, span.end);
    const isSingle = code === 0x2018 || code === 39;
    next = close === -1 || isSingle ? at + 1 : close + 1;
    if (close === -1) continue;
    const inner = trim(text, at + 1, close);
    if (inner.end > inner.start) into.push({ start: at, end: close + 1, inner, isSingle });
  }
}

function closingMark(text: string, code: number, at: number, end: number): number {
  const limit = Math.min(end, at + longest);
  switch (code) {
    case 0x201c: {
      const close = findAny(text, '”"', at + 1, limit);
      return close;
    }
    case 34:
      return findAny(text, '"”', at + 1, limit);
    case 0x2018:
    case 39:
      return singleClose(text, at, limit);
    default:
      return -1;
  }
}

function findAny(text: string, marks: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (marks.includes(text[at] as string)) return at;
  return -1;
}

function singleClose(text: string, at: number, limit: number): number {
  if (/[A-Za-z0-9]/.test(text[at - 1] ?? ' ') || !/[A-Za-z0-9[{ ]/.test(text[at + 1] ?? ' ')) return -1;
  for (let i = at + 2; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) continue;
    if ((code === 39 || code === 0x2019) && !/[A-Za-z0-9]/.test(text[i + 1] ?? ' ')) return i;
  }
  return -1;
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /[\s,]/.test(text[end - 1] as string)) end--;
  return { start, end };
}

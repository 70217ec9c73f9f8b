import type { Span } from '../text/span.js';

/** A line of the reading, white space at its ends, list bullets, Markdown `#` and `>` left out. */
export interface Line extends Span {
  /** Width of the white space before the text, a tab counted as four. */
  readonly indent: number;
  /** The number of `#` before a Markdown heading. */
  readonly hashes: number;
  readonly bullet: boolean;
}

const bulletSign = /(?:[-*•▪·o–][ \t\u00a0]+)/y;
const hashSign = /#{1,6}[ \t]+/y;
const quoteSign = />[ \t]?/y;

/** Cuts a text into lines; linear. `breaks` are further places where a line starts (a Section that arrived as one line). */
export function splitLines(text: string, breaks: readonly number[] = []): Line[] {
  const lines: Line[] = [];
  let next = 0;
  let at = 0;
  while (at <= text.length) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    const lineEnd = end;
    while (next < breaks.length && (breaks[next] as number) <= lineEnd) {
      const cut = breaks[next++] as number;
      if (cut > at) {
        lines.push(trimLine(text, at, cut));
        at = cut;
      }
    }
    lines.push(trimLine(text, at, lineEnd));
    at = lineEnd + 1;
  }
  return lines;
}

function trimLine(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  let indent = 0;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) {
    indent += text.charCodeAt(start) === 9 ? 4 : 1;
    start++;
  }
  let hashes = 0;
  let bullet = false;
  if (start < end) {
    start = skip(text, quoteSign, start, end);
    const afterHashes = skip(text, hashSign, start, end);
    hashes = text.slice(start, afterHashes).trim().length;
    start = afterHashes;
    const afterBullet = skip(text, bulletSign, start, end);
    bullet = afterBullet > start;
    start = afterBullet;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
  }
  return { start, end, indent, hashes, bullet };
}

function skip(text: string, sign: RegExp, start: number, end: number): number {
  sign.lastIndex = start;
  return sign.test(text) && sign.lastIndex <= end ? sign.lastIndex : start;
}

/** Space, tab, carriage return, no-break and other Unicode spaces, byte order mark. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 13 ||
    code === 10 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0xfeff ||
    code === 12
  );
}

export function isBlank(line: Line): boolean {
  return line.start >= line.end;
}

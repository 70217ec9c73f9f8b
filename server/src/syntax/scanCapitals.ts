import type { Block } from './documentTree.js';

/** A footnote's number that clings to a word: `Working Days12`. */
const footnote = /(?<=[a-z])\d{1,2}$/;

function endsInDigit(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  return code >= 48 && code <= 57;
}

/** `TABASC_71_1609`: what underscores join is the name of a file or a paper, and no words. */
function isInsideId(text: string, end: number): boolean {
  return text[end] === '_' && /[A-Za-z0-9]/.test(text[end + 1] ?? '');
}

/**
 * The words that begin with a capital, in all blocks that are read; a hyphenated word is one, a possessive sign no part of it.
 * @returns starts and ends in pairs, ascending
 */
export function scanCapitals(text: string, blocks: readonly Block[]): Uint32Array {
  const found: number[] = [];
  for (const block of blocks) {
    if (block.kind === 'title' || block.kind === 'contents') continue;
    for (let at = block.textStart; at < block.end; at++) {
      if (!isCapital(text.charCodeAt(at)) || isInsideWord(text.charCodeAt(at - 1))) continue;
      const start = at;
      const end = endOfWord(text, start);
      at = end - 1;
      if (isInsideId(text, end)) continue;
      const number = endsInDigit(text, end) ? (footnote.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
      found.push(start, Math.min(block.end, end - number));
    }
  }
  return Uint32Array.from(found);
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || isCapital(code) || (code >= 48 && code <= 57);
}

/** Whether no word begins behind a sign: `a`, `9`, `_`, an apostrophe. */
function isInsideWord(before: number): boolean {
  return isLetterOrDigit(before) || before === 95 || before === 39 || before === 0x2019;
}

/** Where a word ends that begins with a capital: `Sub-GHz`, `R&D`, `L+`. */
function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    while (isLetterOrDigit(text.charCodeAt(end))) end++;
    if (!isJoint(text.charCodeAt(end)) || !isLetterOrDigit(text.charCodeAt(end + 1))) break;
    end += 2;
  }
  return text.charCodeAt(end) === 43 ? end + 1 : end;
}

/** Hyphen, no-break hyphen, ampersand. */
function isJoint(code: number): boolean {
  return code === 45 || code === 0x2011 || code === 38;
}

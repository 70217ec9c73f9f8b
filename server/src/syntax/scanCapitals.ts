import { ForwardSearch } from '../text/forwardSearch.js';
import type { Block } from './documentTree.js';

const capitalised = /(?<![A-Za-z0-9_'’])[A-Z][A-Za-z0-9]*(?:[-‑&][A-Za-z0-9]+)*\+?/g;

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
  const search = new ForwardSearch(text, capitalised);
  for (const block of blocks) {
    if (block.kind === 'title' || block.kind === 'contents') continue;
    let at = block.textStart;
    for (let match = search.next(at); match && match.index < block.end; match = search.next(at)) {
      at = match.index + match[0].length;
      if (isInsideId(text, at)) continue;
      const number = endsInDigit(text, at) ? (footnote.exec(match[0])?.[0].length ?? 0) : 0;
      found.push(match.index, Math.min(block.end, at - number));
    }
  }
  return Uint32Array.from(found);
}

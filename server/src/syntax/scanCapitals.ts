import type { DocumentTree } from './documentTree.js';

const capitalised = /(?<![A-Za-z0-9_'’])[A-Z][A-Za-z0-9]*(?:[-‑&][A-Za-z0-9]+)*\+?/g;

/**
 * The words that begin with a capital, in all blocks that are read; a hyphenated word is one, a possessive sign no part of it.
 * @returns starts and ends in pairs, ascending
 */
export function scanCapitals(text: string, tree: DocumentTree): Uint32Array {
  const found: number[] = [];
  for (const block of tree.blocks) {
    if (block.kind === 'title' || block.kind === 'contents') continue;
    capitalised.lastIndex = block.textStart;
    for (
      let match = capitalised.exec(text);
      match && match.index < block.end;
      match = capitalised.exec(text)
    ) {
      found.push(match.index, Math.min(block.end, match.index + match[0].length));
    }
  }
  return Uint32Array.from(found);
}

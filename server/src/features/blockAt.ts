import type { DocumentFacts } from '../index/documentFacts.js';
import { lastAtOrBefore } from '../text/span.js';

/** The index of the block that a reading offset stands in or behind; -1 before the first. */
export function blockIndexAt({ tree: { blocks } }: DocumentFacts, offset: number): number {
  return lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, offset);
}

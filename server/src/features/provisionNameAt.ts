import type { DocumentFacts } from '../index/documentFacts.js';
import { lastAtOrBefore } from '../text/span.js';

/**
 * The canonical name of the innermost provision that a place stands in, `D9.4(a)`.
 * @param offset in the reading
 * @returns undefined before the first provision
 */
export function provisionNameAt({ tree }: DocumentFacts, offset: number): string | undefined {
  const { provisions } = tree;
  const index = lastAtOrBefore(provisions.length, (i) => provisions[i]?.start ?? 0, offset);
  return provisions[index]?.key;
}

import type { DocumentFacts } from '../index/documentFacts.js';
import type { Block, Provision } from '../syntax/documentTree.js';
import { lastAtOrBefore } from '../text/span.js';

/** Where the words of a provision end (reading offset): a side heading behind them belongs to the clauses that follow it. */
export function provisionEnd({ tree, reading }: DocumentFacts, provision: Provision): number {
  const { blocks } = tree;
  const { start, end } = provision;
  // The last paragraph of a definition ends with it, not where the next provision begins.
  let at = Math.min(end, tree.definitionRows[provision.definition]?.meaning.end ?? end);
  let last = lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, end - 1);
  for (
    let block = blocks[last];
    block && block.start > start && isUnnumberedHeading(block);
    block = blocks[--last]
  )
    at = block.start;
  while (at > start && /\s/.test(reading.slice(at - 1, at))) at--;
  return at;
}

/** A heading without a number before it. */
export function isUnnumberedHeading({ kind, start, textStart }: Block): boolean {
  return kind === 'heading' && start === textStart;
}

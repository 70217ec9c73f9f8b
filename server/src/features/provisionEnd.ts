import type { DocumentFacts } from '../index/documentFacts.js';
import type { Block, Provision } from '../syntax/documentTree.js';
import { lastAtOrBefore } from '../text/span.js';

/** Where the words of a provision end (reading offset): a side heading behind them belongs to the clauses that follow it. */
export function provisionEnd({ tree, reading }: DocumentFacts, { start, end }: Provision): number {
  const { blocks } = tree;
  let at = end;
  let last = lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, end - 1);
  for (let block = blocks[last]; block && block.start > start && isSideHeading(block); block = blocks[--last])
    at = block.start;
  while (at > start && /\s/.test(reading.text[at - 1] as string)) at--;
  return at;
}

/** A heading without a number before it. */
function isSideHeading({ kind, start, textStart }: Block): boolean {
  return kind === 'heading' && start === textStart;
}

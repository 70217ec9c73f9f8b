import type { DocumentFacts } from '../index/documentFacts.js';
import type { Block, Provision } from '../syntax/documentTree.js';
import { moveBlock, moveProvision } from '../syntax/moveFacts.js';
import type { PlacedStretch } from '../syntax/joinTrees.js';
import { lastAtOrBefore } from '../text/span.js';

/**
 * The block that a reading offset stands in or behind, and the provision that it belongs to; undefined before the first. Of a text
 * that was just edited only the stretch around the offset is asked: nothing is put together for it.
 */
export function blockAt(
  { places }: Pick<DocumentFacts, 'places'>,
  offset: number,
): { readonly block: Block; readonly provision: Provision | undefined } | undefined {
  for (let i = lastAtOrBefore(places.length, (at) => places[at]?.start ?? 0, offset); i >= 0; i--) {
    const place = places[i] as PlacedStretch;
    const { blocks, provisions } = place.bound.stretch.tree;
    const block = blocks[lastAtOrBefore(blocks.length, (at) => blocks[at]?.start ?? 0, offset - place.start)];
    if (!block) continue;
    const provision = provisions[block.provision];
    return { block: moveBlock(block, place), provision: provision && moveProvision(provision, place) };
  }
  return undefined;
}

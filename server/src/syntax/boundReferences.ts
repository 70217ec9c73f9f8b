import { firstAtOrAfter } from '../text/span.js';
import { finish, type Steps } from '../text/steps.js';
import type { ProvisionId } from '../model/provisionId.js';
import { bindReferences, type Reference } from './bindReferences.js';
import { longestChangeList } from './changeLists.js';
import type { BlockScans } from './blockScans.js';
import type { Block, DocumentTree } from './documentTree.js';
import type { Landmarks } from './landmarks.js';

/** What the references of a stretch are bound in. */
export interface BoundIn {
  readonly tree: DocumentTree;
  readonly scans: BlockScans;
  /** The provisions of the whole text. */
  readonly landmarks: Landmarks;
  /** Whether the written references are kept, since the stretch may be bound again. */
  readonly isKept: boolean;
}

/** So many blocks are read in one step. */
const blocksInStep = 50;

/**
 * The references of a stretch with their meaning in the text. They are read when they are first asked for: to read a Code's
 * definitions takes those of a few blocks only, and of most of its files nobody asks for more.
 */
export class BoundReferences {
  readonly #in: BoundIn;
  /** Of blocks that were asked for alone. */
  readonly #ofBlocks = new Map<number, readonly Reference[]>();
  #all: readonly Reference[] | undefined;

  constructor(boundIn: BoundIn) {
    this.#in = boundIn;
  }

  /** Sorted by start. */
  get all(): readonly Reference[] {
    return this.#all ?? finish(this.readInSteps());
  }

  /** Reads all of them in steps. */
  *readInSteps(): Steps<readonly Reference[]> {
    if (this.#all) return this.#all;
    const { tree, scans, landmarks, isKept } = this.#in;
    const written = isKept ? (index: number) => scans.references[index] ?? [] : scans.referenceReader();
    const all: Reference[] = [];
    let rowHead: ProvisionId | undefined;
    let listHead: ProvisionId | undefined;
    let listStart = 0;
    for (const [i, block] of tree.blocks.entries()) {
      if (i % blocksInStep === blocksInStep - 1) yield;
      const isInRow = scans.isInRow(i);
      const first = all.length;
      const here = written(i);
      const lead = scans.changeLeadOf(i, here);
      const isOver = listHead && (i - listStart > longestChangeList || !scans.isInChangeList(i, tree));
      if (lead || isOver) listHead = undefined;
      const heads = { rowHead: isInRow ? rowHead : undefined, changed: listHead, lead };
      const changed = bindReferences(here, block, tree, landmarks, heads, all);
      if (lead === 'list') {
        listHead = changed;
        listStart = i;
      }
      const named = headOf(block, all, first);
      if (!isInRow || named) rowHead = named;
    }
    this.#ofBlocks.clear();
    return (this.#all = all.sort(byPlace));
  }

  /** Lets go of them: asked for again, they are read anew. */
  release(): void {
    this.#all = undefined;
    this.#ofBlocks.clear();
  }

  /** Those that begin between two offsets. */
  between(start: number, end: number): readonly Reference[] {
    const isBetween = (reference: Reference): boolean => start <= reference.start && reference.start < end;
    if (this.#all) {
      const all = this.#all;
      const from = firstAtOrAfter(all.length, (i) => (all[i] as Reference).start, start);
      return all.slice(
        from,
        firstAtOrAfter(all.length, (i) => (all[i] as Reference).start, end),
      );
    }
    const { blocks } = this.#in.tree;
    const found: Reference[] = [];
    const from = firstAtOrAfter(blocks.length, (i) => blocks[i]?.end ?? 0, start + 1);
    for (let i = from; i < blocks.length && (blocks[i]?.start ?? 0) < end; i++)
      found.push(...this.#ofBlock(i).filter(isBetween));
    return found.sort(byPlace);
  }

  #ofBlock(index: number): readonly Reference[] {
    const held = this.#ofBlocks.get(index);
    if (held) return held;
    const { tree, scans, landmarks } = this.#in;
    const block = tree.blocks[index];
    const references: Reference[] = [];
    if (!block) return references;
    // Of the cells before it the nearest that names something.
    let rowHead: ProvisionId | undefined;
    for (let i = index; !rowHead && scans.isInRow(i); i--)
      rowHead = headOf(tree.blocks[i - 1] as Block, this.#ofBlock(i - 1), 0);
    const written = scans.referencesIn(index);
    const lead = scans.changeLeadOf(index, written);
    const heads = { rowHead, changed: lead ? undefined : this.#changedAround(index), lead };
    bindReferences(written, block, tree, landmarks, heads, references);
    this.#ofBlocks.set(index, references);
    return references;
  }

  /** What the list of changes in which a block stands changes. */
  #changedAround(index: number): ProvisionId | undefined {
    const { tree, scans } = this.#in;
    const first = Math.max(0, index - longestChangeList);
    for (let i = index; i > first && scans.isInChangeList(i, tree); i--) {
      if (!scans.mayLeadChange(i - 1)) continue;
      const written = scans.referencesIn(i - 1);
      const lead = scans.changeLeadOf(i - 1, written);
      if (lead === 'list') return this.#ofBlock(i - 1).find(({ start }) => start === written[0]?.start)?.id;
      if (lead) return undefined;
    }
    return undefined;
  }
}

/** What a cell names, where it holds one reference and nothing else but its heading. */
function headOf(
  { kind, textStart, end }: Block,
  references: readonly Reference[],
  first: number,
): ProvisionId | undefined {
  const reference = references[first];
  if (kind !== 'cell' || !reference || references.length > first + 1 || reference.start !== textStart)
    return undefined;
  const last = reference.heading ? reference.heading.end + 1 : reference.end;
  return last >= end ? reference.id : undefined;
}

function byPlace(a: Reference, b: Reference): number {
  return a.start - b.start || a.end - b.end;
}

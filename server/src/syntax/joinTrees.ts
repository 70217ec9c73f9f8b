import { eachInSteps, type Steps } from '../text/steps.js';
import type { Block, DefinitionRow, DocumentTree, OpenedPart, Provision } from './documentTree.js';
import { moveBlock, moveProvision, moveRow, moveSpan, type StretchPlace } from './moveFacts.js';
import type { BoundStretch } from './readStretch.js';
import { eachEnd } from './treeContext.js';

/** A stretch in its place. */
export interface PlacedStretch extends StretchPlace {
  readonly bound: BoundStretch;
  /** The index in the text of its first own provision. */
  readonly firstProvision: number;
  /** Of the provisions around it, their indexes in the text. */
  readonly around: readonly number[];
}

/** Where the stretches of a text stand, one behind the other. */
export function placeStretches(stretches: readonly BoundStretch[]): PlacedStretch[] {
  const places: PlacedStretch[] = [];
  let fileStart = 0;
  let start = 0;
  let provisions = 0;
  let definition = 0;
  let around: readonly number[] = [];
  for (const bound of stretches) {
    const { tree, reading, length, before } = bound.stretch;
    const outer = around;
    const first = provisions - before.around.length;
    const provision = (index: number): number =>
      index < before.around.length ? (outer[index] ?? -1) : first + index;
    places.push({
      bound,
      fileStart,
      start,
      provision,
      definition,
      firstProvision: provisions,
      around: outer,
    });
    fileStart += length;
    start += reading.text.length;
    provisions = first + tree.provisions.length;
    definition += tree.definitionRows.length;
    around = tree.after?.sources.map(provision) ?? [];
  }
  return places;
}

/** So many stretches are put together in one step. */
const stretchesInStep = 30;

/** The tree of a whole text. What stands in front of an edit is taken over from the last version. */
export function* joinTrees(places: readonly PlacedStretch[]): Steps<DocumentTree> {
  const provisions: Provision[] = [];
  const blocks: Block[] = [];
  const definitionRows: DefinitionRow[] = [];
  const parts: OpenedPart[] = [];
  let hasInstruction = false;
  yield* eachInSteps(places, stretchesInStep, (place) => {
    const moved = movedStretch(place);
    for (const provision of moved.provisions) provisions.push(provision);
    for (const block of moved.blocks) blocks.push(block);
    for (const row of moved.definitionRows) definitionRows.push(row);
    const { tree } = place.bound.stretch;
    for (const part of tree.parts) parts.push({ ...part, provision: place.provision(part.provision) });
    hasInstruction ||= tree.hasInstruction;
  });
  const furniture = places.flatMap(({ bound, start }) =>
    bound.stretch.tree.furniture.map((line) => moveSpan(line, start)),
  );
  yield;
  const last = places.at(-1);
  // Those that a stretch leaves open end behind it. Other versions have the same objects: none is changed.
  eachEnd(provisions, last ? last.start + last.bound.stretch.reading.text.length : 0, (index, end) => {
    const provision = provisions[index] as Provision;
    if (provision.end !== end) provisions[index] = { ...provision, end };
  });
  const isAgreement = places[0]?.bound.stretch.tree.isAgreement ?? false;
  return { provisions, blocks, definitionRows, parts, furniture, hasInstruction, isAgreement };
}

/** What a stretch adds to the tree of its text, and the place for which that holds. */
interface MovedStretch extends Pick<DocumentTree, 'provisions' | 'blocks' | 'definitionRows'> {
  readonly place: PlacedStretch;
}

const movedStretches = new WeakMap<BoundStretch, MovedStretch>();

function movedStretch(place: PlacedStretch): MovedStretch {
  const held = movedStretches.get(place.bound);
  if (held && isSamePlace(held.place, place)) return held;
  const { tree, before } = place.bound.stretch;
  const provisions: Provision[] = [];
  for (let i = before.around.length; i < tree.provisions.length; i++)
    provisions.push(moveProvision(tree.provisions[i] as Provision, place));
  const moved = {
    place,
    provisions,
    blocks: tree.blocks.map((block) => moveBlock(block, place)),
    definitionRows: tree.definitionRows.map((row) => moveRow(row, place)),
  };
  movedStretches.set(place.bound, moved);
  return moved;
}

function isSamePlace(a: PlacedStretch, b: PlacedStretch): boolean {
  return (
    a.start === b.start &&
    a.firstProvision === b.firstProvision &&
    a.definition === b.definition &&
    a.around.length === b.around.length &&
    a.around.every((index, i) => index === b.around[i])
  );
}

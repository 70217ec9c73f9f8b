import type { NameLexicon } from '../model/names.js';
import { JoinedReading } from '../text/joinReadings.js';
import type { Reading } from '../text/reading.js';
import { lastAtOrBefore, startingIn, type Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import type { Reference } from './bindReferences.js';
import type { CutText } from './cutText.js';
import type { DocumentTree, Provision } from './documentTree.js';
import { joinTrees, placeStretches, type PlacedStretch } from './joinTrees.js';
import type { ProvisionNames } from './landmarks.js';
import {
  moveDefinition,
  moveModification,
  moveProvision,
  moveQuotation,
  moveReference,
  moveSpan,
  moveVersion,
  type StretchPlace,
} from './moveFacts.js';
import type { ParsedDocument } from './parseDocument.js';
import type { BoundStretch } from './readStretch.js';
import type { Definition } from './definition.js';
import type { DocumentVersion } from './scanDocumentVersions.js';
import type { ModificationOccurrence } from './scanModificationIds.js';
import type { Quotation } from './scanQuotations.js';

export interface ParsedTextParts {
  readonly text: string;
  readonly lexicon: NameLexicon;
  readonly stretches: readonly BoundStretch[];
  readonly names: ProvisionNames;
  readonly isShallow: boolean;
}

/**
 * A text that was read stretch by stretch, as one. Each list is put together when it is first asked for; a text of one stretch
 * has its lists already.
 */
export class ParsedText implements ParsedDocument {
  readonly text: string;
  readonly lexicon: NameLexicon;
  readonly stretches: readonly BoundStretch[];
  readonly names: ProvisionNames;
  readonly isShallow: boolean;
  #places: readonly PlacedStretch[] | undefined;
  #reading: Reading | undefined;
  #tree: DocumentTree | undefined;
  #references: readonly Reference[] | undefined;
  #modifications: readonly ModificationOccurrence[] | undefined;
  #documentVersions: readonly DocumentVersion[] | undefined;
  #definitions: readonly Definition[] | undefined;
  #quotations: readonly Quotation[] | undefined;
  #capitals: Uint32Array | undefined;

  constructor(parts: ParsedTextParts) {
    this.text = parts.text;
    this.lexicon = parts.lexicon;
    this.stretches = parts.stretches;
    this.names = parts.names;
    this.isShallow = parts.isShallow;
  }

  /** For the next version of the text. */
  get cut(): CutText {
    return { text: this.text, stretches: this.stretches.map(({ stretch }) => stretch) };
  }

  get places(): readonly PlacedStretch[] {
    return (this.#places ??= placeStretches(this.stretches));
  }

  get reading(): Reading {
    const [first] = this.stretches;
    if (this.stretches.length === 1 && first) return first.stretch.reading;
    return (this.#reading ??= new JoinedReading(
      this.places.map(({ bound, fileStart, start }) => ({
        reading: bound.stretch.reading,
        fileStart,
        start,
      })),
    ));
  }

  get tree(): DocumentTree {
    return (this.#tree ??= this.#single?.stretch.tree ?? finish(joinTrees(this.places)));
  }

  /** One provision by its index: of a text that was just edited the tree is not put together for it. */
  provisionAt(index: number): Provision | undefined {
    if (this.#tree || index < 0) return this.#tree?.provisions[index];
    const { places } = this;
    const place = places[lastAtOrBefore(places.length, (i) => places[i]?.firstProvision ?? 0, index)];
    const { tree, before } = place?.bound.stretch ?? {};
    const found = place && tree?.provisions[index - place.firstProvision + (before?.around.length ?? 0)];
    return found && moveProvision(found, place);
  }

  get provisionIndex(): ReadonlyMap<string, number> {
    return this.names.index;
  }

  get repeatedKeys(): ReadonlySet<string> {
    return this.names.repeated;
  }

  get references(): readonly Reference[] {
    return (this.#references ??= finish(this.#joinInSteps(({ references }) => references, moveReference)));
  }

  /** The references that begin in a span: of a text that was just edited the list is not put together for them. */
  referencesIn(span: Span): readonly Reference[] {
    if (this.#references || this.#single) return startingIn(this.references, span);
    const { places } = this;
    const first = lastAtOrBefore(places.length, (i) => places[i]?.start ?? 0, span.start);
    const found: Reference[] = [];
    for (let i = Math.max(0, first); i < places.length; i++) {
      const place = places[i] as PlacedStretch;
      if (place.start >= span.end) break;
      for (const reference of startingIn(place.bound.references, moveSpan(span, -place.start)))
        found.push(moveReference(reference, place));
    }
    return found;
  }

  get modifications(): readonly ModificationOccurrence[] {
    return (this.#modifications ??= this.#join(
      ({ stretch }) => stretch.scans.modifications,
      moveModification,
    ));
  }

  get documentVersions(): readonly DocumentVersion[] {
    return finish(this.#versionsInSteps());
  }

  *#versionsInSteps(): Steps<readonly DocumentVersion[]> {
    return (this.#documentVersions ??= yield* this.#joinInSteps(
      ({ stretch }) => stretch.scans.documentVersions,
      moveVersion,
    ));
  }

  get definitions(): readonly Definition[] {
    return (this.#definitions ??= this.joinDefinitions(({ definitions }) => definitions));
  }

  /** The definitions of all stretches, or those of each that are chosen. */
  protected joinDefinitions(choose: (bound: BoundStretch) => readonly Definition[]): readonly Definition[] {
    return this.#join(choose, moveDefinition);
  }

  get quotations(): readonly Quotation[] {
    return (this.#quotations ??= this.#join(({ stretch }) => stretch.scans.quotations, moveQuotation));
  }

  get capitals(): Uint32Array {
    return (this.#capitals ??= this.#single?.stretch.scans.capitals ?? joinCapitals(this.places));
  }

  get #single(): BoundStretch | undefined {
    return this.stretches.length === 1 ? this.stretches[0] : undefined;
  }

  /** Puts the tree of a text that was just edited together before it is asked for, which is all that most rules ask of the whole text. */
  *joinTree(): Steps<void> {
    for (const { bound } of this.places) yield* bound.readReferences();
    this.#tree ??= this.#single?.stretch.tree ?? (yield* joinTrees(this.places));
  }

  /** The same for the words, the tree and the long lists. */
  *joinLists(): Steps<void> {
    yield* this.joinTree();
    void this.reading.text;
    yield* eachInSteps(this.places, stretchesInStep, ({ bound }) => bound.stretch.scans.capitals);
    this.#references ??= yield* this.#joinInSteps(({ references }) => references, moveReference);
    yield* this.#versionsInSteps();
    void this.capitals;
    yield;
    void this.definitions;
  }

  /** Lets go of the lists, but for the tree and the definitions: asked for again, they are made anew. */
  release(): void {
    this.#references = undefined;
    this.#modifications = undefined;
    this.#documentVersions = undefined;
    this.#quotations = undefined;
    this.#capitals = undefined;
    for (const stretch of this.stretches) stretch.release();
  }

  #join<T>(
    itemsOf: (bound: BoundStretch) => readonly T[],
    move: (item: T, place: StretchPlace) => T,
  ): readonly T[] {
    return finish(this.#joinInSteps(itemsOf, move));
  }

  *#joinInSteps<T>(
    itemsOf: (bound: BoundStretch) => readonly T[],
    move: (item: T, place: StretchPlace) => T,
  ): Steps<readonly T[]> {
    const single = this.#single;
    if (single) return itemsOf(single);
    const all: T[] = [];
    yield* eachInSteps(this.places, stretchesInStep, (place) => {
      for (const item of itemsOf(place.bound)) all.push(move(item, place));
    });
    return all;
  }
}

/** What so many stretches hold is put together in one step. */
const stretchesInStep = 30;

function joinCapitals(places: readonly PlacedStretch[]): Uint32Array {
  const all = new Uint32Array(
    places.reduce((sum, { bound }) => sum + bound.stretch.scans.capitals.length, 0),
  );
  let at = 0;
  for (const { bound, start } of places) {
    const { capitals } = bound.stretch.scans;
    for (let i = 0; i < capitals.length; i++) all[at++] = (capitals[i] as number) + start;
  }
  return all;
}

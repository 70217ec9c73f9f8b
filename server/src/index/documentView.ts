import type { Catalogue } from '../catalogue/catalogue.js';
import { formatOwner, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Provision } from '../syntax/documentTree.js';
import { firstAtOrAfter, lastAtOrBefore, spanAt, type Span } from '../text/span.js';
import { moveReference } from '../syntax/moveFacts.js';
import type { PlacedStretch } from '../syntax/joinTrees.js';
import { finish, type Steps } from '../text/steps.js';
import { makeBasis, prepareBasis, type Basis } from './basis.js';
import { closedSpansOf } from './closedSpans.js';
import type { DocumentFacts } from './documentFacts.js';
import {
  askStretch,
  keptAnswer,
  stretchMatches,
  PlacedAnswer,
  type KeptAnswer,
  type StretchQuestion,
} from './stretchAnswers.js';
import { factsOfStretch } from './stretchFacts.js';
import { resolveProvision, type Resolution } from './resolve.js';
import {
  sitesInForce,
  sitesOf,
  tableOfSitesInSteps,
  type DefinitionSite,
  type TermEntry,
  type TermTable,
} from './termTable.js';
import {
  findUses,
  findUsesInBlock,
  findUsesInSteps,
  type TermUse,
  joinUses,
  joinUsesInSteps,
  stretchUses,
  type UsesOfStretch,
} from './termUses.js';
import type { CodeAtHand } from './workspaceIndex.js';

/** So many answers that are held already are taken in one step. */
const keptInStep = 50;

/** What a term means in one place. */
export interface TermMeaning {
  readonly entry: TermEntry;
  /** The definitions in force there, the innermost scope first; empty where only facts know the term. */
  readonly sites: readonly DefinitionSite[];
}

export interface ViewParts {
  readonly document: DocumentFacts;
  /** Other drafts of the same modification. */
  readonly siblings: readonly DocumentFacts[];
  readonly code: CodeAtHand;
  readonly catalogue: Catalogue;
  readonly factTable: TermTable;
  /** What answers about the last version of the text rested on. */
  readonly lastBasis?: Basis | undefined;
}

/**
 * The workspace as one document sees it: its own text, the drafts of its modification, the Code at hand, the facts
 * (product.md, Where the Code's text comes from). Every feature asks this object, so they all give the same answer.
 */
export class DocumentView {
  readonly document: DocumentFacts;
  readonly siblings: readonly DocumentFacts[];
  readonly code: CodeAtHand;
  readonly catalogue: Catalogue;
  readonly factTable: TermTable;
  readonly #resolutions = new Map<string, Resolution>();
  #local: TermTable | undefined;
  #definedTables: readonly TermTable[] | undefined;
  #uses: readonly TermUse[] | undefined;
  #basis: Basis | undefined;
  readonly #lastBasis: Basis | undefined;
  readonly #usesByBlock = new Map<number, readonly TermUse[]>();

  constructor(parts: ViewParts) {
    this.document = parts.document;
    this.siblings = parts.siblings;
    this.code = parts.code;
    this.catalogue = parts.catalogue;
    this.factTable = parts.factTable;
    this.#lastBasis = parts.lastBasis;
  }

  /** What answers about this version rest on, where any was asked for. */
  get knownBasis(): Basis | undefined {
    return this.#basis;
  }

  /** What answers about this version rest on. */
  get basis(): Basis {
    return (this.#basis ??= makeBasis(this, this.#lastBasis));
  }

  /** Whether Section A is at hand, so that a term that nothing defines is certainly undefined. */
  get hasSectionA(): boolean {
    return this.code.parts.has('A');
  }

  /** Whether the facts' terms count: they stand in for Section A, in texts that speak of the Code at all. */
  get factsCount(): boolean {
    if (this.hasSectionA) return false;
    return this.document.namesTheCode || this.document.definitions.length < 3;
  }

  /** What this document and the drafts beside it define. */
  get localTerms(): TermTable {
    return finish(this.#localTermsInSteps());
  }

  *#localTermsInSteps(): Steps<TermTable> {
    this.#local ??= yield* tableOfSitesInSteps([this.document, ...this.siblings].flatMap(sitesOf));
    return this.#local;
  }

  /**
   * The tables of what texts define, in the order in which they count: this document and the drafts beside it; the parts of
   * the Code in which its provisions stand, each for itself; the whole Code. Which of the definitions hold depends on the place.
   */
  get definedTables(): readonly TermTable[] {
    this.#definedTables ??= [this.localTerms, ...this.#partTables(), this.code.terms];
    return this.#definedTables;
  }

  /** An own part's terms are local ones already. */
  #partTables(): TermTable[] {
    const { role, stretches } = this.document;
    const opened = new Set(
      stretches.flatMap(({ stretch }) => stretch.tree.parts.map(({ owner }) => formatOwner(owner))),
    );
    if (role.kind === 'part') opened.delete(role.key);
    return [...opened].flatMap((part) => this.code.partTerms.get(part) ?? []);
  }

  /** Where no use of a term can stand. */
  get closedSpans(): readonly Span[] {
    return closedSpansOf(this.document);
  }

  /** Puts the lists of a text that has just been edited together, one in each step. */
  joinInSteps(): Steps<unknown> {
    return this.document.joinLists();
  }

  /** All uses of known terms, in text order. */
  get uses(): readonly TermUse[] {
    this.#uses ??= this.#findUses();
    return this.#uses;
  }

  /** The same in steps, a stretch of the text in each. */
  *usesInSteps(): Steps<readonly TermUse[]> {
    if (this.#uses) return this.#uses;
    if (this.#isCut) {
      yield* this.prepareUses();
      return (this.#uses = yield* joinUsesInSteps(this, this.#usesOfStretches()));
    }
    yield* this.#localTermsInSteps();
    return (this.#uses = yield* findUsesInSteps(this));
  }

  /** Finds the uses of a text in steps, those of each stretch by itself where an editor has cut it. */
  *prepareUses(): Steps<void> {
    if (!this.#isCut) yield* this.usesInSteps();
    else {
      yield* prepareBasis(this.document);
      for (const place of this.document.places) {
        this.usesOfStretch(place);
        yield;
      }
    }
  }

  #findUses(): readonly TermUse[] {
    if (!this.#isCut) return findUses(this);
    return joinUses(this, this.#usesOfStretches());
  }

  #usesOfStretches(): UsesOfStretch[] {
    return this.document.places.map((place) => ({ place, uses: this.usesOfStretch(place) }));
  }

  /** The uses in one stretch of the text; offsets and blocks count from its start. */
  usesOfStretch(place: PlacedStretch): readonly TermUse[] {
    return this.#askOne(stretchUses, place);
  }

  /** Asks each stretch of the text, in text order, one in each step; a stretch that an edit left alone need not answer again. */
  *askInSteps<T>(question: StretchQuestion<T>): Steps<readonly PlacedAnswer<T>[]> {
    if (!this.#isCut) {
      const answer = question.askInSteps ? yield* question.askInSteps(this) : question.ask(this);
      return [new PlacedAnswer(answer, undefined)];
    }
    const answers: PlacedAnswer<T>[] = [];
    const { places } = this.document;
    for (const [i, place] of places.entries()) {
      const held = this.#keptAnswer(question, place);
      answers.push(new PlacedAnswer((held ?? this.#ask(question, place)).answer, place));
      if (!held || i % keptInStep === 0) yield;
    }
    return answers;
  }

  /** Whether a pattern has a match that lies in one clause of the text. */
  matches(pattern: string): boolean {
    return this.document.stretches.some((stretch) => stretchMatches(stretch, pattern));
  }

  /** A text that nobody edits is one stretch, whose answers are not asked for again. */
  get #isCut(): boolean {
    return this.document.places.length > 1;
  }

  #askOne<T>(question: StretchQuestion<T>, place: PlacedStretch): T {
    return (this.#keptAnswer(question, place) ?? this.#ask(question, place)).answer;
  }

  #keptAnswer<T>(question: StretchQuestion<T>, { bound }: PlacedStretch): KeptAnswer<T> | undefined {
    return keptAnswer(question, bound, this.basis, this.#matches);
  }

  #ask<T>(question: StretchQuestion<T>, place: PlacedStretch): KeptAnswer<T> {
    return askStretch(question, place.bound, this.basis, (asked) => new StretchView(this, place, asked));
  }

  readonly #matches = (pattern: string): boolean => this.matches(pattern);

  /** The uses in one block (an index into the tree's blocks): what is asked about one term need not read the whole text. */
  usesIn(block: number): readonly TermUse[] {
    const known = this.#usesByBlock.get(block);
    if (known) return known;
    if (this.#uses) return usesOfBlock(this.#uses, block);
    const uses = findUsesInBlock(this, block);
    this.#usesByBlock.set(block, uses);
    return uses;
  }

  /** The use that touches a reading offset: of a text that was just edited only the stretch around it is asked. */
  useAt(offset: number): TermUse | undefined {
    if (this.#uses || !this.#isCut) return spanAt(this.uses, offset);
    const { places, tree } = this.document;
    const place = places[lastAtOrBefore(places.length, (i) => places[i]?.start ?? 0, offset)];
    const found = place && spanAt(this.usesOfStretch(place), offset - place.start);
    const [use] = found ? joinUses(this, [{ place, uses: [found] }]) : [];
    const { blocks } = tree;
    return use && { ...use, block: lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, use.start) };
  }

  /** The one answer to where a provision is. `key` is the canonical name of `id`. */
  resolve(key: string, id: ProvisionId): Resolution {
    const known = this.#resolutions.get(key);
    if (known) return known;
    const resolution = resolveProvision(this, key, id);
    this.#resolutions.set(key, resolution);
    return resolution;
  }

  /** What a reference resolves to in its place. */
  resolveReference(reference: Reference): Resolution {
    const resolution = oneOfKind(this.resolve(reference.target, reference.id), reference);
    if (resolution.status !== 'missing') return resolution;
    if (reference.isOfAgreement && this.matches(otherAgreement))
      return { status: 'not-checked', why: 'it may be a number of the agreement that this text names' };
    if (!reference.mayBeElsewhere) return resolution;
    return { status: 'not-checked', why: 'this text has no such number; it may be that of a statute' };
  }

  /** What a spelling means at a place; undefined where nothing in force defines it. */
  meaningOf(term: string, place: Provision | undefined): TermMeaning | undefined {
    for (const table of this.definedTables) {
      const entry = table.get(term);
      const sites = entry ? sitesInForce(entry, this.document, place) : [];
      if (entry && sites.length > 0) return { entry, sites };
    }
    const entry = this.factTable.get(term);
    return entry && this.countsAsKnown(entry) ? { entry, sites: [] } : undefined;
  }

  /** Whether a fact makes a term known here: names always, terms only while they stand in for Section A. */
  countsAsKnown(entry: TermEntry): boolean {
    return entry.named !== undefined || (entry.fact !== undefined && this.factsCount);
  }

  /** The view of the whole text, of which this may be one stretch. */
  get whole(): DocumentView {
    return this;
  }

  /** A reference of this text as the whole text has it. */
  inWhole(reference: Reference): Reference {
    return reference;
  }

  /**
   * What is made, in steps, of the names, headings and labels of provisions at hand and of nothing else: made again only when
   * those change. Offsets must not be part of it.
   */
  *ofOutline<T>(held: WeakMap<object, T>, make: () => Steps<T>): Steps<T> {
    if (!this.#isCut) return yield* make();
    const key = this.basis.provisions;
    const known = held.get(key);
    if (known !== undefined) return known;
    const made = yield* make();
    held.set(key, made);
    return made;
  }

  placeOf(provision: number): Provision | undefined {
    return this.document.tree.provisions[provision];
  }
}

/** `an agreement dated 1 June 2020 (the “Agreement”)`: a text that changes another one, or joins it. */
const otherAgreement = String.raw`\b(?:[Aa]greement|[Cc]ontract|[Dd]eed|[Ll]ease|[Ll]icence)[\s\u00a0]+(?:[a-z]+[\s\u00a0]+){0,3}(?:dated|made)\b[^;]{0,160}\([^()]{0,60}\b(?:Agreement|Contract|Deed|Lease|Licence)[”"*]{0,3}\)`;

/** Where sections have headings and paragraphs count through them, `section 4` is the one and `paragraph 4` the other. */
function oneOfKind(resolution: Resolution, { kind }: Reference): Resolution {
  if (resolution.status !== 'ambiguous' || (kind !== 'section' && kind !== 'paragraph')) return resolution;
  const sites = resolution.sites.filter(
    ({ provision }) => (provision.heading !== '') === (kind === 'section'),
  );
  return sites.length === 1 ? { status: 'found', sites } : resolution;
}

function usesOfBlock(uses: readonly TermUse[], block: number): readonly TermUse[] {
  const blockOf = (i: number): number => uses[i]?.block ?? 0;
  return uses.slice(
    firstAtOrAfter(uses.length, blockOf, block),
    firstAtOrAfter(uses.length, blockOf, block + 1),
  );
}

/** What one stretch of a text sees: its own words as if they were the text, and the workspace as the whole text sees it. */
class StretchView extends DocumentView {
  readonly #outer: DocumentView;
  readonly #place: PlacedStretch;
  readonly #asked: Map<string, boolean>;

  /** @param asked takes down what is asked of the whole text */
  constructor(outer: DocumentView, place: PlacedStretch, asked: Map<string, boolean>) {
    super({
      document: factsOfStretch(outer.document, place),
      siblings: outer.siblings,
      code: outer.code,
      catalogue: outer.catalogue,
      factTable: outer.factTable,
    });
    this.#outer = outer;
    this.#place = place;
    this.#asked = asked;
  }

  override get whole(): DocumentView {
    return this.#outer;
  }

  override inWhole(reference: Reference): Reference {
    return moveReference(reference, this.#place);
  }

  override get factsCount(): boolean {
    return this.#outer.factsCount;
  }

  override get localTerms(): TermTable {
    return this.#outer.basis.localTerms;
  }

  override get definedTables(): readonly TermTable[] {
    return [this.localTerms, ...this.#outer.definedTables.slice(1)];
  }

  override get uses(): readonly TermUse[] {
    return this.#outer.usesOfStretch(this.#place);
  }

  override resolve(key: string, id: ProvisionId): Resolution {
    return this.#outer.resolve(key, id);
  }

  override matches(pattern: string): boolean {
    const is = this.#outer.matches(pattern);
    this.#asked.set(pattern, is);
    return is;
  }
}

import { findModification } from '../catalogue/catalogue.js';
import { parseModificationId, sameModification } from '../model/modificationId.js';
import { formatOwner, formatProvisionId, provisionId, type ProvisionId } from '../model/provisionId.js';
import { isBetween } from '../model/provisionRange.js';
import { termForms, normaliseTerm, termWords } from '../model/termForms.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Definition } from '../syntax/definition.js';
import type { Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import type { DocumentFacts } from './documentFacts.js';
import type { DocumentView } from './documentView.js';
import { clauseKey, referenceMapInSteps, referenceMapOf } from './referenceMap.js';
import { isSameTerm, termIdentity, type TermIdentity } from './termIdentity.js';
import { scopeOf, type DefinitionSite, type TermEntry } from './termTable.js';
import type { TermUse } from './termUses.js';
import { closedSpansInSteps } from './closedSpans.js';
import { wordMapInSteps, wordMapOf } from './wordMap.js';
import type { WorkspaceIndex } from './workspaceIndex.js';

/** A place where something is named. The span is in the document's reading offsets. */
export interface Occurrence extends Span {
  readonly document: DocumentFacts;
  readonly role: 'definition' | 'reference';
}

/** The definition of a term, or a use of it in any of its forms. */
export interface TermOccurrence extends Occurrence {
  readonly definition: Definition | undefined;
  readonly use: TermUse | undefined;
}

/** The label of a provision, or a reference to it. */
export interface ProvisionOccurrence extends Occurrence {
  /** Undefined for a label. */
  readonly reference: Reference | undefined;
  /**
   * `itself` names the provision; `inside` names a paragraph of it (`D9.4(a)` for `D9.4`) from outside of it; `between` is a
   * range that it stands in the middle of, and the span is the whole range.
   */
  readonly how: 'itself' | 'inside' | 'between';
}

/** Makes what the occurrences in a text are found by, ahead of the first question. */
export function* prepareOccurrences(document: DocumentFacts): Steps<void> {
  yield* document.joinLists();
  yield* wordMapInSteps(document);
  yield;
  yield* referenceMapInSteps(document);
  yield;
  yield* closedSpansInSteps(document);
}

// ---- terms --------------------------------------------------------------------------------------------------------------

/**
 * Every definition and every use of a term in the documents that read one Code: its plural and other forms too, never a use
 * inside a longer term. In document order, then text order. Only blocks that hold the term's first word are read.
 *
 * @param uri of any document that reads the Code
 */
export function termOccurrences(index: WorkspaceIndex, uri: string, wanted: TermIdentity): TermOccurrence[] {
  const words = firstWords(wanted.term);
  return index.sharing(uri).flatMap((document) => termOccurrencesOf(index, document, wanted, words));
}

/** The same in one of the documents, which may be one that cannot name the term. */
export function termOccurrencesOf(
  index: WorkspaceIndex,
  document: DocumentFacts,
  wanted: TermIdentity,
  words = firstWords(wanted.term),
): TermOccurrence[] {
  return finish(termOccurrencesInSteps(index, document, wanted, words));
}

/** The same in steps. */
export function* termOccurrencesInSteps(
  index: WorkspaceIndex,
  document: DocumentFacts,
  wanted: TermIdentity,
  words = firstWords(wanted.term),
): Steps<TermOccurrence[]> {
  if (wanted.holder.startsWith('document ') && wanted.holder !== `document ${document.uri}`) return [];
  const view = index.view(document.uri);
  return view ? yield* occurrencesInView(view, wanted, words) : [];
}

/** The same in one document, in text order. */
export function termOccurrencesIn(view: DocumentView, wanted: TermIdentity): TermOccurrence[] {
  return finish(occurrencesInView(view, wanted, firstWords(wanted.term)));
}

/** So many blocks are read in one step. */
const blocksInStep = 10;

function* occurrencesInView(
  view: DocumentView,
  wanted: TermIdentity,
  words: readonly string[],
): Steps<TermOccurrence[]> {
  const { document } = view;
  const found: TermOccurrence[] = [];
  for (const definition of document.definitions) {
    if (normaliseTerm(definition.term) !== wanted.term) continue;
    const site = { document, definition, scope: scopeOf(document, definition) };
    if (!isSameTerm(termIdentity(view, definition.term, site), wanted)) continue;
    const { start, end } = definition;
    found.push({ start, end, document, role: 'definition', definition, use: undefined });
  }
  /** Of the definitions that the uses are of, whether they define the wanted term. */
  const wantedSites = new Map<DefinitionSite | undefined, boolean>();
  const isSpelling = new Map<TermEntry, boolean>();
  yield* eachInSteps(blocksWithAny(document, words), blocksInStep, (block) => {
    for (const use of view.usesIn(block)) {
      const { start, end, entry, site } = use;
      const isSpelt = isSpelling.get(entry) ?? normaliseTerm(entry.term) === wanted.term;
      isSpelling.set(entry, isSpelt);
      if (!isSpelt) continue;
      const isWanted = wantedSites.get(site) ?? isSameTerm(identityOfUse(view, use), wanted);
      wantedSites.set(site, isWanted);
      if (!isWanted) continue;
      found.push({ start, end, document, role: 'reference', definition: undefined, use });
    }
  });
  return inTextOrder(found);
}

export function identityOfUse(view: DocumentView, use: TermUse): TermIdentity {
  return termIdentity(view, use.entry.term, use.site);
}

/** The words that a form of the term may begin with, as matchers know them. */
function firstWords(term: string): string[] {
  const first = termForms(term).flatMap((form) => {
    const [word = '', second] = termWords(form);
    // `2021 Letter`: numbers are no words with capitals.
    return (/^\d/.test(word) && second !== undefined ? second : word).split("'")[0] ?? [];
  });
  return [...new Set(first)];
}

function blocksWithAny(document: DocumentFacts, words: readonly string[]): number[] {
  const map = wordMapOf(document);
  const blocks = words.flatMap((word) => map.get(word) ?? []);
  return words.length === 1 ? blocks : [...new Set(blocks)].sort((a, b) => a - b);
}

// ---- provisions ---------------------------------------------------------------------------------------------------------

/**
 * Every label of a provision and every reference to it in the documents that read one Code; a paper's own number, and an
 * Annex, in that text alone. Relative references count by what they mean; of a list each member, of a range all between.
 *
 * @param home the document in which the provision is named or stands
 */
export function provisionOccurrences(
  index: WorkspaceIndex,
  home: DocumentFacts,
  id: ProvisionId,
): ProvisionOccurrence[] {
  const documents = isOfOneText(id) ? [home] : index.sharing(home.uri);
  return documents.flatMap((document) => provisionOccurrencesIn(index, document, id));
}

/** Whether the name means something in its own text only. */
export function isOfOneText({ owner }: ProvisionId): boolean {
  return owner.kind === 'own' || owner.kind === 'annex';
}

/** The same in one document, in text order. */
export function provisionOccurrencesIn(
  index: WorkspaceIndex,
  document: DocumentFacts,
  id: ProvisionId,
): ProvisionOccurrence[] {
  const key = formatProvisionId(id);
  const found: ProvisionOccurrence[] = labelsOf(document, key);
  const { byClause, ranges, inParts } = referenceMapOf(document);
  const isInside = (reference: Reference): boolean => isWithin(document, reference.place, key);
  for (const reference of byClause.get(clauseKey(id)) ?? []) {
    if (reference.target === key) found.push(toOccurrence(document, reference, 'itself'));
    else if (reference.target.startsWith(`${key}(`) && !isInside(reference))
      found.push(toOccurrence(document, reference, 'inside'));
  }
  for (const { first, through, start, end } of ranges) {
    if (isBetween(first.id, through, id))
      found.push({ ...toOccurrence(document, first, 'between'), start, end });
  }
  for (const reference of inParts) {
    if (partNumberMeans(index, document, reference, key))
      found.push(toOccurrence(document, reference, 'itself'));
  }
  return inTextOrder(found);
}

/** Makes what references are found by, in steps, in all documents that read the same Code. */
export function* prepareReferences(index: WorkspaceIndex, home: DocumentFacts): Steps<void> {
  yield* home.joinLists();
  for (const document of index.sharing(home.uri)) yield* referenceMapInSteps(document);
}

/**
 * Whether anything refers to a clause, a sub-section or a part: the same answer as from `provisionOccurrences`, but for numbers
 * that are named beside a Part, at a cost that does not grow with the references.
 *
 * @param home the document in which it stands
 */
export function isReferredTo(index: WorkspaceIndex, home: DocumentFacts, id: ProvisionId): boolean {
  const key = formatProvisionId(id);
  const documents = isOfOneText(id) ? [home] : index.sharing(home.uri);
  const owners = [formatOwner(id.owner), ...(id.number === '' ? [id.owner.kind] : [])];
  return documents.some((document) => {
    const { byClause, rangesByOwner } = referenceMapOf(document);
    const isNamed = byClause
      .get(clauseKey(id))
      ?.some(({ target, place }) => target === key || !isWithin(document, place, key));
    return (
      isNamed === true ||
      owners.some((owner) =>
        rangesByOwner.get(owner)?.some(({ first, through }) => isBetween(first.id, through, id)),
      )
    );
  });
}

function labelsOf(document: DocumentFacts, key: string): ProvisionOccurrence[] {
  const first = document.provisionIndex.get(key);
  if (first === undefined) return [];
  const { provisions } = document.tree;
  const last = document.repeatedKeys.has(key) ? provisions.length - 1 : first;
  const labels: ProvisionOccurrence[] = [];
  for (let i = first; i <= last; i++) {
    const provision = provisions[i];
    if (provision?.key !== key) continue;
    const { start, end } = provision.label;
    labels.push({ start, end, document, role: 'definition', reference: undefined, how: 'itself' });
  }
  return labels;
}

function toOccurrence(
  document: DocumentFacts,
  reference: Reference,
  how: ProvisionOccurrence['how'],
): ProvisionOccurrence {
  const { start, end } = reference;
  return { start, end, document, role: 'reference', reference, how };
}

function isWithin({ tree }: DocumentFacts, place: number, key: string): boolean {
  for (let at = tree.provisions[place]; at; at = tree.provisions[at.parent]) if (at.key === key) return true;
  return false;
}

/** `paragraph 1.1 of Part 2 of Appendix J` means `Appendix J/1.1` where that stands in the Part. */
function partNumberMeans(
  index: WorkspaceIndex,
  document: DocumentFacts,
  { id, target }: Reference,
  key: string,
): boolean {
  const plain = provisionId(id.owner, id.number, id.levels, id.divisions.slice(0, -1));
  if (formatProvisionId(plain) !== key) return false;
  const resolution = index.view(document.uri)?.resolve(target, id);
  return resolution !== undefined && 'sites' in resolution && resolution.sites.length > 0;
}

// ---- modifications and documents ----------------------------------------------------------------------------------------

/**
 * Every place in the documents that read one Code where a modification is named: DP and MP with one number are one, and so
 * are the numbers that the facts name together.
 */
export function modificationOccurrences(index: WorkspaceIndex, uri: string, canonical: string): Occurrence[] {
  const fact = findModification(index.catalogue, canonical);
  const names = new Set([canonical, ...(fact ? [fact.id, ...(fact.alsoNumbered ?? [])] : [])]);
  const wanted = [...names].flatMap((name) => parseModificationId(name) ?? []);
  return index
    .sharing(uri)
    .flatMap((document) =>
      document.modifications
        .filter(({ id }) => wanted.some((other) => sameModification(id, other)))
        .map(({ start, end }): Occurrence => ({ start, end, document, role: 'reference' })),
    );
}

/** Every place where one version of a document is cited. */
export function versionOccurrences(
  index: WorkspaceIndex,
  uri: string,
  name: string,
  version: string,
): Occurrence[] {
  return index
    .sharing(uri)
    .flatMap((document) =>
      document.documentVersions
        .filter((cited) => cited.name.name === name && cited.version === version)
        .map(({ start, end }): Occurrence => ({ start, end, document, role: 'reference' })),
    );
}

function inTextOrder<T extends Span>(found: T[]): T[] {
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

import Fuse from 'fuse.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { formatOwner, type ProvisionOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import type { PageName } from './generatedPages.js';
import { documentLabel, provisionLabel } from './placeLabel.js';

export type WorkspaceSymbolKind =
  'part' | 'sub-section' | 'clause' | 'paragraph' | 'definition' | 'modification';

/** Something of the workspace that has a name. */
export interface NamedSymbol {
  readonly kind: WorkspaceSymbolKind;
  /** `Section H14 Heading`, a term, `SECMP0023 Title`. */
  readonly name: string;
  /** What it stands in: `Section A`, `draft SECMP0023`, a file; `facts` where its text is not at hand. */
  readonly container: string;
  readonly place:
    | { readonly document: DocumentFacts; readonly span: Span }
    /** A page made from facts. */
    | { readonly page: PageName };
}

interface Entry extends NamedSymbol {
  /** The canonical name or term in small letters without spaces: what an exact query is compared with. */
  readonly key: string;
  /** The name in small letters. */
  readonly words: string;
}

/** The most symbols that an answer holds. */
const mostSymbols = 200;
/** Work that gives no symbol yet at each of its stops. */
type Stops<T> = Generator<readonly [], T>;

/** As many entries are looked at between two stops. */
const entriesInStep = 1000;
/** As many candidates are ranked by likeness; more of them are ranked by how they match alone. */
const mostRanked = 400;

/**
 * The provisions, terms and modifications whose names are like a query, the best first: exact names, then names that begin
 * with it, then names that hold its words, then likely misspellings. Paragraphs are found by a query with a bracket.
 */
export function workspaceSymbols(index: WorkspaceIndex, query: string): NamedSymbol[] {
  return [...symbolsInSteps(index, query)].flat();
}

/** The same piece by piece, in the order of the answer; stops often, so that a piece may be empty. */
export function* symbolsInSteps(
  index: WorkspaceIndex,
  query: string,
): Generator<readonly NamedSymbol[], void> {
  const words = query.toLowerCase().trim().slice(0, 80);
  const compact = words.replace(/^(?:section|clause)s?\s+/, '').replace(/\s+/g, '');
  const entries = yield* entriesOf(index);
  if (compact === '') {
    yield entries.filter(({ kind }) => kind === 'part' || kind === 'sub-section').slice(0, mostSymbols);
    return;
  }
  const tokens = words.split(/[\s,]+/).filter((token) => token !== '');
  const tiers: Entry[][] = [[], [], [], []];
  if (compact.includes('(')) tiers[0]?.push(...paragraphs(index, compact));
  for (const [i, entry] of entries.entries()) {
    if (i % entriesInStep === 0) yield [];
    const tier = tierOf(entry, compact, tokens);
    if (tier !== -1) tiers[tier]?.push(entry);
  }
  const found = new Set<Entry>();
  for (const tier of tiers) {
    const piece = (yield* ranked(tier, words)).slice(0, mostSymbols - found.size);
    for (const entry of piece) found.add(entry);
    yield piece;
  }
  // One number is not a misspelling of another.
  if (found.size < mostSymbols && compact.length > 2 && !/\d/.test(compact))
    yield (yield* misspelt(entries, found, words)).slice(0, mostSymbols - found.size);
}

/** Makes what is searched, ahead of the first query, in steps. */
export function* prepareSymbols(index: WorkspaceIndex): Steps<void> {
  for (const steps = entriesOf(index); !steps.next().done;) yield;
}

/** How an entry matches: 0 is its name, 1 begins with it or ends with its number, 2 holds words that begin so, 3 holds it; -1 not. */
function tierOf({ key, words }: Entry, compact: string, tokens: readonly string[]): number {
  if (key.includes(compact)) {
    if (key === compact) return 0;
    if (key.startsWith(compact)) return 1;
    if (key.endsWith(compact) && !/[a-z]/.test(compact.charAt(0))) return 1;
  }
  let tier = 2;
  for (const token of tokens) {
    const at = words.indexOf(token);
    if (at === -1) return -1;
    if (at > 0 && !` ${words}`.includes(` ${token}`)) tier = 3;
  }
  return tier;
}

/** The nearest first; of very many, the shortest. */
function* ranked(entries: readonly Entry[], query: string): Stops<readonly Entry[]> {
  if (entries.length < 2) return entries;
  if (entries.length > mostRanked || query.length < 3)
    return entries.toSorted((a, b) => a.name.length - b.name.length);
  const scores = yield* scoresOf(entries, query, 1);
  return entries.toSorted((a, b) => (scores.get(a) ?? 1) - (scores.get(b) ?? 1));
}

/** Entries that share most pairs of letters with the query are few enough to be compared letter by letter. */
function* misspelt(
  entries: readonly Entry[],
  taken: ReadonlySet<Entry>,
  query: string,
): Stops<readonly Entry[]> {
  const pairs = [...new Set(Array.from({ length: query.length - 1 }, (_, i) => query.slice(i, i + 2)))];
  const wanted = Math.ceil(pairs.length * 0.5);
  const like: Entry[] = [];
  for (const [i, entry] of entries.entries()) {
    if (i % entriesInStep === 0) yield [];
    if (taken.has(entry)) continue;
    let shared = 0;
    for (const pair of pairs) if (entry.words.includes(pair)) shared++;
    if (shared >= wanted) like.push(entry);
  }
  const scores = yield* scoresOf(like.slice(0, mostRanked), query, 0.35);
  return [...scores].sort(([, a], [, b]) => a - b).map(([entry]) => entry);
}

/** So many entries are compared with a query letter by letter in one step. */
const comparedInStep = 50;

/** How far the entries are from a query, 0 the nearest; those that are farther than the threshold are left out. */
function* scoresOf(
  entries: readonly Entry[],
  query: string,
  threshold: number,
): Stops<ReadonlyMap<Entry, number>> {
  const scores = new Map<Entry, number>();
  for (let at = 0; at < entries.length; at += comparedInStep) {
    yield [];
    const fuse = new Fuse(entries.slice(at, at + comparedInStep), {
      keys: ['words'],
      includeScore: true,
      ignoreLocation: true,
      threshold,
    });
    for (const { item, score = 1 } of fuse.search(query.slice(0, 32))) scores.set(item, score);
  }
  return scores;
}

// ---- what can be found --------------------------------------------------------------------------------------------------

const held = new WeakMap<WorkspaceIndex, { readonly revision: number; readonly entries: readonly Entry[] }>();
const heldOfDocument = new WeakMap<DocumentFacts, readonly Entry[]>();

/** All entries, put together again only when the workspace has changed, and of each text only when that text has. */
function* entriesOf(index: WorkspaceIndex): Stops<readonly Entry[]> {
  const { revision } = index;
  const known = held.get(index);
  if (known?.revision === revision) return known.entries;
  const entries: Entry[] = [];
  const parts = new Set<string>();
  for (const uri of [...index.documents()]) {
    const document = index.get(uri);
    if (!document) continue;
    if (document.role.kind === 'part') parts.add(document.role.key);
    for (const entry of yield* entriesOfDocument(document)) entries.push(entry);
    yield [];
  }
  for (const entry of factEntries(index.catalogue, parts)) entries.push(entry);
  // The workspace may have changed between two steps: what was read then is an answer of that time, and held no longer.
  if (index.revision === revision) held.set(index, { revision, entries });
  return entries;
}

/** So many provisions become entries in one step. */
const provisionsInStep = 100;

function* entriesOfDocument(document: DocumentFacts): Stops<readonly Entry[]> {
  const known = heldOfDocument.get(document);
  if (known) return known;
  const container = documentLabel(document);
  const entries: Entry[] = [];
  for (const steps = document.joinTree(); !steps.next().done;) yield [];
  for (const [i, provision] of document.tree.provisions.entries()) {
    if (i % provisionsInStep === provisionsInStep - 1) yield [];
    const { key, levels, number, label, heading, sideHeading, owner } = provision;
    if (levels.length > 0 || key === '#') continue;
    const kind = number === '' ? 'part' : number.includes('.') ? 'clause' : 'sub-section';
    const name = nameOf(provisionLabel({ key, owner }) || key, heading || sideHeading);
    entries.push(entry(kind, key.replace(/^#/, ''), name, container, { document, span: label }));
  }
  yield [];
  for (const { term, start, end } of document.definitions)
    entries.push(entry('definition', term, term, container, { document, span: { start, end } }));
  yield [];
  const { role, frontMatter } = document;
  if (role.kind === 'draft' && role.modification !== undefined) {
    const name = nameOf(role.modification, frontMatter.title ?? '');
    entries.push(
      entry('modification', role.modification, name, 'draft', { document, span: { start: 0, end: 0 } }),
    );
  }
  heldOfDocument.set(document, entries);
  return entries;
}

/** A paragraph is looked up by its name, not held: there are many times as many as clauses. */
function paragraphs(index: WorkspaceIndex, compact: string): Entry[] {
  const found: Entry[] = [];
  const stem = compact.slice(0, compact.indexOf('('));
  for (const uri of index.documents()) {
    const document = index.get(uri);
    if (!document) continue;
    for (const { key, levels, label, owner, number } of document.tree.provisions) {
      if (levels.length === 0 || found.length >= mostSymbols) continue;
      if (number === '' || !stem.endsWith(number.toLowerCase())) continue;
      if (!key.replace(/[\s#]/g, '').toLowerCase().startsWith(compact)) continue;
      const name = provisionLabel({ key, owner }) || key;
      found.push(entry('paragraph', key, name, documentLabel(document), { document, span: label }));
    }
  }
  return found.sort((a, b) => a.key.length - b.key.length);
}

/** What only facts know: parts that are not at hand with the headings that were seen, and the register of modifications. */
function factEntries(catalogue: Catalogue, atHand: ReadonlySet<string>): Entry[] {
  const entries: Entry[] = [];
  const addPart = (owner: ProvisionOwner, title: string): boolean => {
    const id = formatOwner(owner);
    if (atHand.has(id)) return false;
    const label = owner.kind === 'section' ? `Section ${id}` : id;
    entries.push(entry('part', id, nameOf(label, title), facts, { page: { kind: 'part', id } }));
    return true;
  };
  for (const [letter, section] of catalogue.sections) {
    if (!addPart({ kind: 'section', letter }, section.titles?.[0]?.title ?? '')) continue;
    const seen = new Set<string>();
    const add = (kind: 'sub-section' | 'clause', number: string, heading: string, status?: string): void => {
      if (status === 'recalled' || seen.has(number)) return;
      seen.add(number);
      const page: PageName = { kind: 'part', id: letter, provision: number };
      entries.push(entry(kind, number, nameOf(`Section ${number}`, heading), facts, { page }));
    };
    for (const { number, heading, status } of section.subsections ?? [])
      add('sub-section', number, heading ?? '', status);
    for (const { number, sideHeading, status } of section.clauses ?? [])
      add('clause', number, sideHeading ?? '', status);
  }
  for (const [name, { title }] of catalogue.schedules) addPart({ kind: 'schedule', name }, title);
  for (const [name, { title }] of catalogue.appendices) addPart({ kind: 'appendix', name }, title);
  if (!atHand.has('A')) {
    for (const [term, fact] of catalogue.terms) {
      if (fact.status === 'recalled' || /^[a-z]/.test(term)) continue;
      entries.push(entry('definition', term, term, facts, { page: { kind: 'name', id: term } }));
    }
  }
  for (const { id, title } of catalogue.modifications.values())
    entries.push(
      entry('modification', id, nameOf(id, title), 'register', { page: { kind: 'modification', id } }),
    );
  return entries;
}

const facts = 'facts';

function entry(
  kind: WorkspaceSymbolKind,
  key: string,
  name: string,
  container: string,
  place: NamedSymbol['place'],
): Entry {
  return {
    kind,
    name,
    container,
    place,
    key: key.toLowerCase().replace(/\s+/g, ''),
    words: name.toLowerCase(),
  };
}

function nameOf(label: string, heading: string): string {
  return heading === '' ? label : `${label} ${heading.replace(/\s+/g, ' ')}`;
}

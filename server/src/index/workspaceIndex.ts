import type { Catalogue } from '../catalogue/catalogue.js';
import { readDocument, type DocumentFacts, type DocumentSource } from './documentFacts.js';
import { finish, type Steps } from '../text/steps.js';
import type { Basis } from './basis.js';
import { DocumentView } from './documentView.js';
import {
  sitesOf,
  tableOfFacts,
  tableOfSitesInSteps,
  type DefinitionSite,
  type TermTable,
} from './termTable.js';

/** Which Code a document reads, and whether it is itself one of that Code's files. */
export interface Membership {
  /** The identity of a code folder, or of a group of files given together. */
  readonly code: string;
  readonly isMember: boolean;
}

/** The parts of one Code that are at hand, with the terms that they define. */
export interface CodeAtHand {
  readonly parts: ReadonlyMap<string, readonly DocumentFacts[]>;
  /** The terms that hold in the whole Code. */
  readonly terms: TermTable;
  /** By part: the terms that it defines for itself, or for one of its provisions. Parts without any are left out. */
  readonly partTerms: ReadonlyMap<string, TermTable>;
}

interface Entry {
  readonly facts: DocumentFacts;
  readonly source: DocumentSource;
  readonly membership: Membership;
}

/**
 * The documents of a workspace. Replacing one drops what was derived from it and nothing else: the parts of a Code and their
 * terms are put together again only when one of that Code's own files changes.
 */
export class WorkspaceIndex {
  #catalogue: Catalogue;
  #factTable: TermTable | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #codes = new Map<string, CodeAtHand>();
  readonly #views = new Map<string, DocumentView>();
  #revision = 0;
  /** What the answers about each document rested on when they were last asked for. */
  readonly #bases = new Map<string, Basis>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** Grows with every change: what was made of the whole workspace is right as long as this is the same. */
  get revision(): number {
    return this.#revision;
  }

  /** New facts: names may read differently, so every text is parsed again. */
  setCatalogue(catalogue: Catalogue): void {
    this.#catalogue = catalogue;
    this.#factTable = undefined;
    this.#revision++;
    const entries = [...this.#entries.values()];
    this.#codes.clear();
    this.#views.clear();
    this.#bases.clear();
    for (const { source, membership } of entries) this.put(source, membership);
  }

  /** Adds a document or replaces the one with its uri. */
  put(source: DocumentSource, membership: Membership): DocumentFacts {
    return finish(this.putInSteps(source, membership));
  }

  /**
   * The same in steps: nothing changes before the last.
   *
   * @param isWanted asked before the last step; what is not wanted any more is thrown away
   */
  *putInSteps(
    source: DocumentSource,
    membership: Membership,
    isWanted: () => boolean = () => true,
  ): Steps<DocumentFacts> {
    const last = this.#entries.get(source.uri)?.facts;
    const facts = yield* readDocument(source, this.#catalogue.lexicon, last);
    if (!isWanted()) return facts;
    const before = this.#entries.get(source.uri);
    if (before?.facts === facts && isSameMembership(before.membership, membership)) return facts;
    this.#entries.set(source.uri, { facts, source, membership });
    if (before) this.#forget(before);
    this.#forget({ facts, source, membership });
    return facts;
  }

  remove(uri: string): void {
    const before = this.#entries.get(uri);
    if (!before) return;
    this.#entries.delete(uri);
    this.#forget(before);
    this.#bases.delete(uri);
  }

  get(uri: string): DocumentFacts | undefined {
    return this.#entries.get(uri)?.facts;
  }

  documents(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** Other documents whose view a change of this one may alter: those that read the same Code. */
  dependants(uri: string): string[] {
    const entry = this.#entries.get(uri);
    if (!entry) return [];
    return [...this.#entries]
      .filter(([other, { membership }]) => other !== uri && membership.code === entry.membership.code)
      .map(([other]) => other);
  }

  /** The documents that read the same Code as this one, itself among them, in the order in which they came. */
  sharing(uri: string): DocumentFacts[] {
    const code = this.#entries.get(uri)?.membership.code;
    if (code === undefined) return [];
    return [...this.#entries.values()].flatMap(({ facts, membership }) =>
      membership.code === code ? facts : [],
    );
  }

  /** What a document sees of the workspace: the same object until something it depends on changes. */
  view(uri: string): DocumentView | undefined {
    const known = this.#views.get(uri);
    if (known) return known;
    const entry = this.#entries.get(uri);
    if (!entry) return undefined;
    const view = new DocumentView({
      document: entry.facts,
      siblings: this.#siblings(entry),
      code: this.#code(entry.membership.code),
      catalogue: this.#catalogue,
      factTable: this.#facts,
      lastBasis: this.#bases.get(uri),
    });
    this.#views.set(uri, view);
    return view;
  }

  /**
   * Lets go of what was found out to answer about a document: of a file that is checked once and not asked about again it would
   * only fill memory. Asked again, all is found out anew.
   */
  release(uri: string): void {
    this.#views.delete(uri);
    this.get(uri)?.release();
  }

  /** Puts the terms of every Code together, in steps, ahead of the first view: of a large Code that takes long. */
  *prepareTerms(): Steps<readonly TermTable[]> {
    const codes = new Set([...this.#entries.values()].map(({ membership }) => membership.code));
    const tables = [this.#facts];
    yield;
    for (const code of codes) tables.push((yield* this.#codeInSteps(code)).terms);
    return tables;
  }

  get #facts(): TermTable {
    return (this.#factTable ??= tableOfFacts(this.#catalogue));
  }

  /** All parts of a Code that are at hand. */
  codeOf(uri: string): CodeAtHand | undefined {
    const entry = this.#entries.get(uri);
    return entry && this.#code(entry.membership.code);
  }

  #forget(entry: Entry): void {
    this.#revision++;
    const { code, isMember } = entry.membership;
    if (isMember && entry.facts.role.kind === 'part') {
      this.#codes.delete(code);
      for (const [uri, { membership }] of this.#entries) if (membership.code === code) this.#dropView(uri);
      this.#dropView(entry.facts.uri);
      return;
    }
    this.#dropView(entry.facts.uri);
    const { role } = entry.facts;
    if (role.kind !== 'draft' || role.modification === undefined) return;
    for (const [uri, { facts }] of this.#entries) {
      if (facts.role.kind === 'draft' && facts.role.modification === role.modification) this.#dropView(uri);
    }
  }

  #dropView(uri: string): void {
    const basis = this.#views.get(uri)?.knownBasis;
    if (basis) this.#bases.set(uri, basis);
    this.#views.delete(uri);
  }

  #siblings({ facts, membership }: Entry): DocumentFacts[] {
    const { role } = facts;
    if (role.kind !== 'draft' || role.modification === undefined) return [];
    const siblings: DocumentFacts[] = [];
    for (const other of this.#entries.values()) {
      const { role: otherRole } = other.facts;
      if (other.facts.uri === facts.uri || other.membership.code !== membership.code) continue;
      if (otherRole.kind === 'draft' && otherRole.modification === role.modification)
        siblings.push(other.facts);
    }
    return siblings;
  }

  #code(id: string): CodeAtHand {
    return finish(this.#codeInSteps(id));
  }

  *#codeInSteps(id: string): Steps<CodeAtHand> {
    const known = this.#codes.get(id);
    if (known) return known;
    const revision = this.#revision;
    const parts = new Map<string, DocumentFacts[]>();
    for (const { facts, membership } of this.#entries.values()) {
      if (!membership.isMember || membership.code !== id || facts.role.kind !== 'part') continue;
      const holders = parts.get(facts.role.key);
      if (holders) holders.push(facts);
      else parts.set(facts.role.key, [facts]);
    }
    const code = { parts, ...(yield* termsOfParts(parts)) };
    // The workspace may have changed between two steps: then this is no answer to keep.
    if (this.#revision === revision) this.#codes.set(id, code);
    return code;
  }
}

function isSameMembership(a: Membership, b: Membership): boolean {
  return a.code === b.code && a.isMember === b.isMember;
}

function* termsOfParts(
  parts: ReadonlyMap<string, readonly DocumentFacts[]>,
): Steps<Pick<CodeAtHand, 'terms' | 'partTerms'>> {
  const ofCode: DefinitionSite[] = [];
  const partTerms = new Map<string, TermTable>();
  for (const [part, holders] of parts) {
    const ofPart: DefinitionSite[] = [];
    for (const site of holders.flatMap(sitesOf)) (site.scope === 'Code' ? ofCode : ofPart).push(site);
    if (ofPart.length > 0) partTerms.set(part, yield* tableOfSitesInSteps(ofPart));
  }
  return { terms: yield* tableOfSitesInSteps(ofCode), partTerms };
}

import { formatOwner, type ProvisionOwner } from '../model/provisionId.js';
import type { Provision } from './documentTree.js';

/** What a reference may ask of the whole text that it stands in. */
export interface Landmarks extends ProvisionLandmarks {
  /** The part whose clause of that whole number the text names first: `10` for `clause 10.4 of Appendix AB`. */
  clauseOwner(top: string): ProvisionOwner | undefined;
}

/** What it may ask of the provisions. */
export interface ProvisionLandmarks {
  /** Whether the text has a provision of that canonical name, or heads one as `Condition 4` (asked for by these words). */
  has(key: string): boolean;
  /** Whether more than one provision of the text has that canonical name. */
  isRepeated(key: string): boolean;
  /** The first paragraph inside the definition of a term. */
  paragraphOf(term: string): Provision | undefined;
}

/** The provisions of a text by their canonical names. Indexes count through the whole text. */
export interface ProvisionNames extends ProvisionLandmarks {
  /** The first provision of each name. */
  readonly index: ReadonlyMap<string, number>;
  /** Names that more than one provision has. */
  readonly repeated: ReadonlySet<string>;
}

/** Names the provisions of a text. */
export function nameProvisions(provisions: Iterable<Provision>): ProvisionNames {
  const index = new Map<string, number>();
  const repeated = new Set<string>();
  const paragraphs = new Map<string, Provision>();
  const conditions = new Set<string>();
  let at = 0;
  for (const provision of provisions) {
    const { key } = provision;
    if (index.has(key)) repeated.add(key);
    else index.set(key, at);
    if (provision.isCondition) conditions.add(`Condition ${provision.number}`);
    const term = definingTerm(provision);
    if (term !== undefined && !paragraphs.has(term)) paragraphs.set(term, provision);
    at++;
  }
  return {
    index,
    repeated,
    has: (key) => index.has(key) || conditions.has(key),
    isRepeated: (key) => repeated.has(key),
    paragraphOf: (term) => paragraphs.get(term),
  };
}

/** The term whose definition a paragraph belongs to. */
export function definingTerm({ key, definition }: Pick<Provision, 'key' | 'definition'>): string | undefined {
  return definition === -1 ? undefined : /"([^"]*)"/.exec(key)?.[1];
}

/** Remembers what is asked of landmarks, to tell whether another text would answer otherwise. */
export class AskedLandmarks implements Landmarks {
  readonly #landmarks: Landmarks;
  readonly keys = new Set<string>();
  readonly terms = new Set<string>();
  /** With the name of what each was answered. */
  readonly clauses = new Map<string, string | undefined>();

  constructor(landmarks: Landmarks) {
    this.#landmarks = landmarks;
  }

  has(key: string): boolean {
    this.keys.add(key);
    return this.#landmarks.has(key);
  }

  isRepeated(key: string): boolean {
    this.keys.add(key);
    return this.#landmarks.isRepeated(key);
  }

  paragraphOf(term: string): Provision | undefined {
    this.terms.add(term);
    return this.#landmarks.paragraphOf(term);
  }

  clauseOwner(top: string): ProvisionOwner | undefined {
    const owner = this.#landmarks.clauseOwner(top);
    this.clauses.set(top, owner && formatOwner(owner));
    return owner;
  }
}

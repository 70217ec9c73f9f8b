import type { ProvisionOwner } from './provisionId.js';

/** A name by which a document is cited, and what its numbers belong to. */
export interface DocumentName {
  /** The name to show and to build targets with: the abbreviation, or the title. */
  readonly name: string;
  /** The part of the Code that the document is (`SRPD` is Appendix AB), a licence, or the document itself. */
  readonly owner: ProvisionOwner;
  readonly isAbbreviation: boolean;
}

/** The names that the reader of references needs: given to `syntax` as a value, so that it knows no catalogue. */
export interface NameLexicon {
  /** Keys are names in one form: single spaces, straight apostrophes. */
  readonly documents: ReadonlyMap<string, DocumentName>;
  /** The most words that any name has. */
  readonly longestName: number;
  /** Letters of the Sections that the Code has. */
  readonly sectionLetters: ReadonlySet<string>;
}

export const emptyLexicon: NameLexicon = { documents: new Map(), longestName: 0, sectionLetters: new Set() };

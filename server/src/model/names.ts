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
  /** The words that names begin and end with: most text has none of them, and no longer phrase need be looked up there. */
  readonly firstWords: ReadonlySet<string>;
  readonly lastWords: ReadonlySet<string>;
  /** Letters of the Sections that the Code has. */
  readonly sectionLetters: ReadonlySet<string>;
  /** Whether the facts hold a term; in its one form. */
  isTerm(term: string): boolean;
}

/** Makes the lexicon of names in their one form. */
export function makeLexicon(
  documents: ReadonlyMap<string, DocumentName>,
  sectionLetters: ReadonlySet<string>,
  isTerm: (term: string) => boolean = () => false,
): NameLexicon {
  const names = [...documents.keys()].map((name) => name.split(' '));
  return {
    documents,
    longestName: Math.max(0, ...names.map((words) => words.length)),
    firstWords: new Set(names.map((words) => words[0] as string)),
    lastWords: new Set(names.map((words) => words.at(-1) as string)),
    sectionLetters,
    isTerm,
  };
}

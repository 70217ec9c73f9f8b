import type { DocumentView } from '../index/documentView.js';
import { scopeOf, type DefinitionSite, type Scope } from '../index/termTable.js';
import type { Span } from '../text/span.js';
import { meaningText } from './meaningText.js';

export interface ListedDefinition {
  readonly term: string;
  readonly scope: Scope;
  /** The meaning, white space drawn together. */
  readonly text: string;
  readonly span: Span;
}

export interface ListedUse {
  readonly term: string;
  readonly span: Span;
  readonly site: DefinitionSite | undefined;
  /** The fact that knows the term where no text at hand defines it. */
  readonly fact: string | undefined;
}

/** The definitions and uses of a document, in text order. Names of bodies alone are no uses of a defined term. */
export function listTerms(view: DocumentView): { definitions: ListedDefinition[]; uses: ListedUse[] } {
  const { document } = view;
  const definitions = document.definitions.map((definition) => ({
    term: definition.term,
    scope: scopeOf(document, definition),
    text: meaningText(document, definition),
    span: { start: definition.start, end: definition.end },
  }));
  const uses: ListedUse[] = [];
  for (const { entry, site, start, end } of view.uses) {
    if (!site && !entry.fact && entry.named?.kind === 'body') continue;
    const fact = site ? undefined : (entry.fact?.term ?? entry.term);
    uses.push({ term: site ? site.definition.term : entry.term, span: { start, end }, site, fact });
  }
  return { definitions, uses };
}

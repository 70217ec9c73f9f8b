import { listReferences } from '../../server/src/features/listReferences.js';
import { meaningText } from '../../server/src/features/meaningText.js';
import type { DocumentFacts } from '../../server/src/index/documentFacts.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { findTermCandidates } from '../../server/src/index/termCandidates.js';
import type { Span } from '../../server/src/text/span.js';
import { finish } from '../../server/src/text/steps.js';

/** What the product finds, as short strings: a test compares a list of them with the one it expects. */

/** The characters of the file at a span of its reading, line breaks drawn as `/`. */
export function written(document: DocumentFacts, span: Span): string {
  const { start, end } = document.reading.toFileSpan(span);
  return document.text.slice(start, end).replace(/\s*\n\s*/g, ' / ');
}

/** `text | kind | target`, with `.. through` for the first end of a range: all references, modifications and versions. */
export function references(view: DocumentView): string[] {
  return listReferences(view).map(({ span, kind, target, through }) =>
    [written(view.document, span), kind, through === undefined ? target : `${target} .. ${through}`].join(
      ' | ',
    ),
  );
}

/** The canonical names of the provisions, in text order. */
export function provisions(document: DocumentFacts): string[] {
  return document.tree.provisions.map(({ key }) => key);
}

/** `name | heading`, the side heading in brackets behind it: only provisions that have one. */
export function headings(document: DocumentFacts): string[] {
  return document.tree.provisions
    .filter(({ heading, sideHeading }) => heading !== '' || sideHeading !== '')
    .map(({ key, heading, sideHeading }) => `${key} | ${heading || `[${sideHeading}]`}`);
}

/** `term | meaning` of each definition. */
export function definitions(document: DocumentFacts): string[] {
  return document.definitions.map(
    (definition) => `${definition.term} | ${meaningText(document, definition)}`,
  );
}

export function definedTerms(document: DocumentFacts): string[] {
  return document.definitions.map(({ term }) => term);
}

/** `words -> term`, with the scope of the definition behind it where a text defines the term. */
export function uses(view: DocumentView): string[] {
  return view.uses.map(({ start, end, entry, site }) => {
    const by = site ? `${site.definition.term} (${site.scope})` : `fact ${entry.term}`;
    return `${written(view.document, { start, end })} -> ${by}`;
  });
}

/** Runs of capitalised words that nothing defines. */
export function candidates(view: DocumentView): string[] {
  return finish(findTermCandidates(view)).map(({ text }) => text);
}

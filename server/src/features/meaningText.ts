import type { DocumentFacts } from '../index/documentFacts.js';
import type { Definition } from '../syntax/definition.js';

/** A definition's meaning as people read it: as proposed, table signs and line breaks drawn together to single spaces. */
export function meaningText(document: DocumentFacts, definition: Definition): string {
  return document.reading
    .sliceDisplay(definition.meaning.start, definition.meaning.end)
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\\\|/g, '|')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

import type { DocumentView } from '../index/documentView.js';
import { addDefinition } from './addDefinition.js';
import { toBeWritten, type Refactoring } from './refactoring.js';

/** Adds a definition for words that nothing defines, its meaning still to be written. */
export function defineTerm(view: DocumentView, words: string): Refactoring | undefined {
  const term = words.replace(/[\s\u00a0]+/g, ' ').trim();
  const added = addDefinition(view, { term, meaning: `means ${toBeWritten}.` });
  return added && { id: 'define-term', title: `Define “${term}” in ${added.where}`, edits: added.edits };
}

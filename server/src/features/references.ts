import type { DocumentView } from '../index/documentView.js';
import {
  modificationOccurrences,
  provisionOccurrences,
  provisionOccurrencesIn,
  termOccurrences,
  termOccurrencesIn,
  versionOccurrences,
  type Occurrence,
} from '../index/occurrences.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { namedAt, type Named } from './namedAt.js';

export interface ReferencesQuery {
  /** Whether the definition of a term and the label of a provision are wanted too. */
  readonly includeDeclaration: boolean;
}

/**
 * Every place that names what stands at a reading offset, in all documents that read the same Code.
 * @returns undefined where nothing is named
 */
export function references(
  index: WorkspaceIndex,
  view: DocumentView,
  offset: number,
  { includeDeclaration }: ReferencesQuery,
): Occurrence[] | undefined {
  const named = namedAt(view, offset);
  if (!named) return undefined;
  const all = occurrencesOf(index, view, named);
  return includeDeclaration ? all : all.filter(({ role }) => role === 'reference');
}

/** The same within the document, its definitions and labels included. */
export function highlights(
  index: WorkspaceIndex,
  view: DocumentView,
  offset: number,
): Occurrence[] | undefined {
  const named = namedAt(view, offset);
  if (!named) return undefined;
  const { document } = view;
  switch (named.kind) {
    case 'term':
      return termOccurrencesIn(view, named.identity);
    case 'provision':
      return provisionOccurrencesIn(index, document, named.id);
    case 'modification':
    case 'version':
      return occurrencesOf(index, view, named).filter((occurrence) => occurrence.document === document);
  }
}

function occurrencesOf(index: WorkspaceIndex, { document }: DocumentView, named: Named): Occurrence[] {
  switch (named.kind) {
    case 'term':
      return termOccurrences(index, document.uri, named.identity);
    case 'provision':
      return provisionOccurrences(index, document, named.id);
    case 'modification':
      return modificationOccurrences(index, document.uri, named.canonical);
    case 'version':
      return versionOccurrences(index, document.uri, named.name, named.version);
  }
}

import type { DocumentView } from '../index/documentView.js';
import {
  isOfOneText,
  modificationOccurrences,
  prepareOccurrences,
  provisionOccurrencesIn,
  termOccurrencesIn,
  termOccurrencesInSteps,
  versionOccurrences,
  type Occurrence,
} from '../index/occurrences.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import type { Steps } from '../text/steps.js';
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
  query: ReferencesQuery,
): Occurrence[] | undefined {
  const steps = referencesInSteps(index, view, offset, query);
  return steps && [...steps].flat();
}

/** The same, document by document: each step gives the places in one of them, or nothing yet. */
export function referencesInSteps(
  index: WorkspaceIndex,
  view: DocumentView,
  offset: number,
  { includeDeclaration }: ReferencesQuery,
): Generator<Occurrence[]> | undefined {
  const named = namedAt(view, offset);
  if (!named) return undefined;
  return occurrencesInSteps(index, view, named, ({ role }) => includeDeclaration || role === 'reference');
}

function* occurrencesInSteps(
  index: WorkspaceIndex,
  view: DocumentView,
  named: Named,
  isWanted: (occurrence: Occurrence) => boolean,
): Generator<Occurrence[]> {
  switch (named.kind) {
    case 'term':
      for (const document of index.sharing(view.document.uri)) {
        yield* stopping(prepareOccurrences(document));
        const found = yield* stopping(termOccurrencesInSteps(index, document, named.identity));
        yield found.filter(isWanted);
      }
      return;
    case 'provision': {
      const documents = isOfOneText(named.id) ? [view.document] : index.sharing(view.document.uri);
      for (const document of documents) {
        yield* stopping(prepareOccurrences(document));
        yield provisionOccurrencesIn(index, document, named.id).filter(isWanted);
      }
      return;
    }
    case 'modification':
    case 'version':
      yield namedTogether(index, view, named).filter(isWanted);
  }
}

/** Gives no place yet at each of the steps. */
function* stopping<T>(steps: Steps<T>): Generator<Occurrence[], T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield [];
  return step.value;
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
      return namedTogether(index, view, named).filter((occurrence) => occurrence.document === document);
  }
}

function namedTogether(
  index: WorkspaceIndex,
  { document }: DocumentView,
  named: Named & { kind: 'modification' | 'version' },
): Occurrence[] {
  return named.kind === 'modification'
    ? modificationOccurrences(index, document.uri, named.canonical)
    : versionOccurrences(index, document.uri, named.name, named.version);
}

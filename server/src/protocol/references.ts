import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver/node';
import { highlights, referencesInSteps } from '../features/references.js';
import { toReadingOffset, toReadingRange } from './convert.js';
import type { LongRequest } from './longRequest.js';
import type { Session } from './session.js';
import { Slices } from './slices.js';

/** In slices; a client that takes partial results gets the places of each text as soon as they are found. */
export async function answerReferences(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
  { token, progress, partial }: LongRequest<Location[]>,
): Promise<Location[] | null> {
  const slices = new Slices(token);
  const view = session.view(textDocument.uri);
  if (view) await slices.finish(view.joinInSteps());
  const steps =
    view && referencesInSteps(session.index, view, toReadingOffset(view.document, position), context);
  if (!steps) return null;
  const all: Location[] = [];
  progress.begin('Finding references', undefined, undefined, true);
  try {
    for (const found of steps) {
      const locations = found.map(({ document, start, end }) => ({
        uri: session.clientUri(document.uri),
        range: toReadingRange(document, { start, end }),
      }));
      if (!partial) all.push(...locations);
      else if (locations.length > 0) partial.report(locations);
      await slices.next();
    }
  } finally {
    progress.done();
  }
  return all;
}

/** Definitions and labels are shown as what is written, all else as what is read. */
export function answerHighlights(
  session: Session,
  { textDocument, position }: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const view = session.view(textDocument.uri);
  const found = view && highlights(session.index, view, toReadingOffset(view.document, position));
  return (
    found?.map(({ document, start, end, role }) => ({
      range: toReadingRange(document, { start, end }),
      kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })) ?? null
  );
}

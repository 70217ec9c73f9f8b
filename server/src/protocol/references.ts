import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver/node';
import { highlights, references } from '../features/references.js';
import { toReadingOffset, toReadingRange } from './convert.js';
import type { Session } from './session.js';

export function answerReferences(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
): Location[] | null {
  const view = session.view(textDocument.uri);
  const found = view && references(session.index, view, toReadingOffset(view.document, position), context);
  return (
    found?.map(({ document, start, end }) => ({
      uri: document.uri,
      range: toReadingRange(document, { start, end }),
    })) ?? null
  );
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

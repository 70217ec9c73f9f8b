import type { InlayHint, InlayHintParams } from 'vscode-languageserver/node';
import { inlayHints, type InlayHint as Hint } from '../features/inlayHints.js';
import { toRange, toReadingOffset } from './convert.js';
import type { Session } from './session.js';

export function answerInlayHints(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  const view = session.view(textDocument.uri);
  const kinds = session.settingsOf(textDocument.uri).inlayHints;
  if (!view || (!kinds.headings && !kinds.owners)) return [];
  const { document } = view;
  const within = { start: toReadingOffset(document, range.start), end: toReadingOffset(document, range.end) };
  return inlayHints(view, within, kinds).map((hint) => {
    const { end } = document.reading.toFileSpan({ start: hint.offset - 1, end: hint.offset });
    return {
      position: document.lines.positionAt(end),
      label: [{ value: hint.words, ...locationOf(session, hint) }],
      paddingLeft: true,
    };
  });
}

/** A place at hand, so that the hint leads there. */
function locationOf(session: Session, { destination }: Hint): { location?: InlayHintLocation } {
  if (destination?.kind !== 'place') return {};
  const document = session.find(destination.uri);
  return document ? { location: { uri: destination.uri, range: toRange(document, destination.span) } } : {};
}

interface InlayHintLocation {
  readonly uri: string;
  readonly range: ReturnType<typeof toRange>;
}

import type { Hover, HoverParams, TextDocumentPositionParams } from 'vscode-languageserver/node';
import { renderPlainText } from '../features/content.js';
import { hover } from '../features/hover.js';
import { toHover, toReadingOffset } from './convert.js';
import type { ClientAbilities } from './abilities.js';
import type { Session } from './session.js';

export function answerHover(
  session: Session,
  { textDocument, position }: HoverParams,
  { markdownHover }: ClientAbilities,
): Hover | null {
  const view = session.view(textDocument.uri);
  const found = view && hover(view, toReadingOffset(view.document, position));
  return found ? toHover(view.document, found, markdownHover) : null;
}

/** The same words without markup, for a client that shows them in a document of their own. */
export function answerHoverText(
  session: Session,
  params: TextDocumentPositionParams,
): { text: string } | null {
  const view = session.view(params.textDocument.uri);
  const found = view && hover(view, toReadingOffset(view.document, params.position));
  return found ? { text: renderPlainText(found.content) } : null;
}

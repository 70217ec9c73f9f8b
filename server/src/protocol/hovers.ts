import type { Hover, HoverParams } from 'vscode-languageserver/node';
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

import type {
  DefinitionParams,
  Location,
  LocationLink,
  TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { definition, type Destination } from '../features/definition.js';
import { generatedPage } from '../features/generatedPages.js';
import type { DocumentView } from '../index/documentView.js';
import { toRange, toReadingOffset, toReadingRange } from './convert.js';
import { uriOfPage } from './pageUris.js';
import type { ClientAbilities } from './abilities.js';
import type { Session } from './session.js';

/** Links where the client takes them, so that it can underline the whole reference; else plain locations. */
export function answerDefinition(
  session: Session,
  { textDocument, position }: DefinitionParams,
  abilities: ClientAbilities,
): Location[] | LocationLink[] | null {
  const view = session.view(textDocument.uri);
  const answer = view && definition(view, toReadingOffset(view.document, position));
  if (!answer) return null;
  const originSelectionRange = toReadingRange(view.document, answer.origin);
  const links = answer.destinations
    .flatMap((destination) => toLink(session, view, destination, abilities) ?? [])
    .map((link) => ({ ...link, originSelectionRange }));
  if (links.length === 0) return null;
  return abilities.linkSupport
    ? links
    : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/**
 * Whether all that a place leads to stands in its own text. A text's own clauses and terms go before those of others, so that
 * what is still to be read would not change it.
 */
export function leadsIntoItsText(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): boolean {
  const view = session.view(textDocument.uri);
  const destinations =
    (view && definition(view, toReadingOffset(view.document, position)))?.destinations ?? [];
  return (
    destinations.length > 0 &&
    destinations.every((place) => place.kind === 'place' && place.uri === view?.document.uri)
  );
}

function toLink(
  session: Session,
  view: DocumentView,
  destination: Destination,
  abilities: ClientAbilities,
): LocationLink | undefined {
  if (destination.kind === 'place') {
    const document = session.find(destination.uri);
    if (!document) return undefined;
    return {
      targetUri: destination.uri,
      targetRange: toRange(document, destination.whole),
      targetSelectionRange: toRange(document, destination.span),
    };
  }
  const page = abilities.generatedPages ? generatedPage(view, destination.page) : undefined;
  if (!page) return undefined;
  const at = { line: page.line, character: 0 };
  const range = { start: at, end: at };
  return { targetUri: uriOfPage(destination.page), targetRange: range, targetSelectionRange: range };
}

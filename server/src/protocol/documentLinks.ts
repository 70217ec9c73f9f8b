import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import { documentLinks, type DocumentLink as Link } from '../features/documentLinks.js';
import type { ClientAbilities } from './abilities.js';
import { toRange } from './convert.js';
import { uriOfPage } from './pageUris.js';
import type { Session } from './session.js';

/** A place is named by its file with the line and character in the fragment, as editors open it. */
export function answerDocumentLinks(
  session: Session,
  { textDocument }: DocumentLinkParams,
  { generatedPages }: ClientAbilities,
): DocumentLink[] | null {
  const view = session.view(textDocument.uri);
  if (!view) return null;
  return documentLinks(view).flatMap(({ span, tooltip, target }) => {
    const uri = uriOf(session, target, generatedPages);
    return uri === undefined ? [] : [{ range: toRange(view.document, span), target: uri, tooltip }];
  });
}

function uriOf(session: Session, target: Link['target'], hasPages: boolean): string | undefined {
  switch (target.kind) {
    case 'url':
      return target.url;
    case 'page':
      return hasPages ? uriOfPage(target.page) : undefined;
    case 'place': {
      const document = session.find(target.uri);
      if (!document) return undefined;
      const { line, character } = document.lines.positionAt(target.span.start);
      return `${target.uri}#L${line + 1},${character + 1}`;
    }
  }
}

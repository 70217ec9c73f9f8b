import type { CancellationToken, Connection, DefinitionParams } from 'vscode-languageserver/node';
import { answerDefinition } from './definitions.js';
import type { HandlerContext } from './handlers.js';
import { answerHighlights, answerReferences } from './references.js';
import { answerDocumentSymbols, answerWorkspaceSymbols } from './symbols.js';

/** Requests that lead from one place to others. */
export function registerNavigation(connection: Connection, context: HandlerContext): void {
  const { session, abilities, isReady, answer } = context;
  const definition = (name: string) => (params: DefinitionParams, token: CancellationToken) =>
    answer(name, token, () => answerDefinition(session, params, abilities()));
  connection.onDefinition(definition('definition'));
  connection.onDeclaration(definition('declaration'));
  connection.onReferences((params, token) =>
    answer('references', token, () => answerReferences(session, params), isReady),
  );
  connection.onDocumentSymbol((params, token) =>
    answer('document symbols', token, () => answerDocumentSymbols(session, params, abilities())),
  );
  connection.onWorkspaceSymbol((params, token) =>
    answer('workspace symbols', token, () => answerWorkspaceSymbols(session, params, abilities()), isReady),
  );
  connection.onDocumentHighlight((params, token) =>
    answer('document highlight', token, () => answerHighlights(session, params)),
  );
}

import type { CancellationToken, Connection, DefinitionParams } from 'vscode-languageserver/node';
import { answerIncomingCalls, answerOutgoingCalls, answerPrepareCalls } from './callHierarchy.js';
import { answerDefinition } from './definitions.js';
import { answerDocumentLinks } from './documentLinks.js';
import { answerFolding } from './folding.js';
import { orThrow, type HandlerContext } from './handlers.js';
import { answerHighlights, answerReferences } from './references.js';
import { answerSelectionRanges } from './selectionRanges.js';
import { answerDocumentSymbols, answerWorkspaceSymbols } from './symbols.js';

/** Requests that lead from one place to others. */
export function registerNavigation(connection: Connection, context: HandlerContext): void {
  const { session, abilities, foldersRead, enoughFor, answer } = context;
  const definition = (name: string) => (params: DefinitionParams, token: CancellationToken) =>
    answer(name, token, () => answerDefinition(session, params, abilities()), enoughFor(params));
  connection.onDefinition(definition('definition'));
  connection.onDeclaration(definition('declaration'));
  connection.onReferences((params, token, progress, partial) =>
    answer(
      'references',
      token,
      () => answerReferences(session, params, { token, progress, partial }),
      foldersRead,
    ),
  );
  connection.onDocumentSymbol((params, token) =>
    answer('document symbols', token, () => answerDocumentSymbols(session, params, abilities(), token)),
  );
  connection.onWorkspaceSymbol((params, token, progress, partial) =>
    answer(
      'workspace symbols',
      token,
      () => answerWorkspaceSymbols(session, params, abilities(), { token, progress, partial }),
      foldersRead,
    ),
  );
  connection.onDocumentHighlight((params, token) =>
    answer('document highlight', token, () => answerHighlights(session, params)),
  );
  connection.onDocumentLinks((params, token) =>
    answer('document links', token, () => answerDocumentLinks(session, params, abilities()), foldersRead),
  );
  connection.onFoldingRanges((params, token) =>
    answer('folding', token, () => answerFolding(session, params)),
  );
  connection.onSelectionRanges((params, token) =>
    answer('selection ranges', token, () => answerSelectionRanges(session, params)),
  );
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(async (params, token) =>
    orThrow(await answer('call hierarchy', token, () => answerPrepareCalls(session, params), foldersRead)),
  );
  callHierarchy.onIncomingCalls(async (params, token) =>
    orThrow(await answer('incoming calls', token, () => answerIncomingCalls(session, params), foldersRead)),
  );
  callHierarchy.onOutgoingCalls(async (params, token) =>
    orThrow(await answer('outgoing calls', token, () => answerOutgoingCalls(session, params), foldersRead)),
  );
}

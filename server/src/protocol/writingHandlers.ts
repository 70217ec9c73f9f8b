import type { Connection } from 'vscode-languageserver/node';
import { answerCodeActionResolve, answerCodeActions } from './codeActions.js';
import { answerCompletion, answerCompletionResolve } from './completions.js';
import { answerOnTypeFormatting, answerRangeFormatting } from './formatting.js';
import { orThrow, type HandlerContext } from './handlers.js';
import { answerWillRenameFiles } from './movedFiles.js';
import { answerPrepareRename, answerRename } from './renames.js';

/** Requests that change a text or help to write one. */
export function registerWriting(connection: Connection, context: HandlerContext): void {
  const { session, abilities, foldersRead, answer } = context;
  connection.onCodeActionResolve((action, token) =>
    answer('code action resolve', token, () => answerCodeActionResolve(session, action, abilities())),
  );
  connection.onCompletion((params, token) =>
    answer('completion', token, () => answerCompletion(session, params, abilities())),
  );
  connection.onCompletionResolve((item, token) =>
    answer('completion resolve', token, () => answerCompletionResolve(session, item, abilities())),
  );
  connection.onPrepareRename((params, token) =>
    answer('prepare rename', token, () => answerPrepareRename(session, params), foldersRead),
  );
  connection.onRenameRequest((params, token) =>
    answer('rename', token, () => answerRename(session, params, abilities(), connection, token), foldersRead),
  );
  connection.workspace.onWillRenameFiles(async (params, token) =>
    orThrow(
      await answer(
        'will rename files',
        token,
        () => answerWillRenameFiles(session, params, abilities()),
        foldersRead,
      ),
    ),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    answer('range formatting', token, () => answerRangeFormatting(session, params)),
  );
  connection.onDocumentOnTypeFormatting((params, token) =>
    answer('on-type formatting', token, () => answerOnTypeFormatting(session, params)),
  );
  connection.onCodeAction((params, token) =>
    answer('code action', token, () => answerCodeActions(session, params, abilities())),
  );
}

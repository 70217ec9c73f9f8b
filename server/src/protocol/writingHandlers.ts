import type { Connection } from 'vscode-languageserver/node';
import { answerCodeActions } from './codeActions.js';
import type { HandlerContext } from './handlers.js';

/** Requests that change a text or help to write one. */
export function registerWriting(connection: Connection, context: HandlerContext): void {
  const { session, abilities, answer } = context;
  connection.onCodeAction((params, token) =>
    answer('code action', token, () => answerCodeActions(session, params, abilities())),
  );
}

import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver/node';
import type { ClientAbilities } from './abilities.js';

/** Asks the client to ask again for what it shows in open texts, since another text has changed what it says of them. */
export function refreshViews(connection: Connection, { refreshes }: ClientAbilities): void {
  const { semanticTokens, inlayHint } = connection.languages;
  const asked = [
    ...(refreshes.semanticTokens ? [semanticTokens.refresh()] : []),
    ...(refreshes.inlayHints ? [inlayHint.refresh()] : []),
    ...(refreshes.codeLenses ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
  ];
  // A client that refuses goes on showing what it has.
  void Promise.allSettled(asked);
}

import type { Location, Position } from 'vscode-languageclient';
import * as vscode from 'vscode';
import type { LanguageServer } from './languageServer.js';

/** The command of a lens that counts references: opens the peek on them. The server gives the arguments in the protocol's form. */
export function showReferences(server: LanguageServer): (...args: unknown[]) => Promise<void> {
  return async (uri, position, locations) => {
    const convert = server.client?.protocol2CodeConverter;
    if (convert === undefined) {
      throw new Error('The language server is not running.');
    }
    if (typeof uri !== 'string' || !Array.isArray(locations)) {
      throw new Error('The command is called by the lenses above provisions and definitions.');
    }
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position as Position),
      (locations as Location[]).map((location) => convert.asLocation(location)),
    );
  };
}

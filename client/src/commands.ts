import { HoverRequest } from 'vscode-languageclient/node';
import * as vscode from 'vscode';
import { reportFailure, runLogged } from './failures.js';
import { HoverTextDocument } from './hoverText.js';
import type { LanguageServer } from './languageServer.js';
import { setRule } from './setRule.js';
import { showReferences } from './showReferences.js';

export function registerCommands(server: LanguageServer, log: vscode.LogOutputChannel): vscode.Disposable {
  const hoverText = new HoverTextDocument();
  /** Registers a command that tells the user when it fails. */
  const register = (
    name: string,
    failed: string,
    run: (...args: unknown[]) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`smartEnergyCode.${name}`, (...args: unknown[]) =>
      run(...args).catch((failure: unknown) => reportFailure(log, failed, failure)),
    );
  return vscode.Disposable.from(
    hoverText,
    vscode.commands.registerCommand('smartEnergyCode.showLog', () => log.show()),
    register('restartServer', 'The SEC language server could not be restarted.', () => server.restart()),
    register('showHoverText', 'The hover text could not be shown.', () =>
      showHoverText(server, hoverText, log),
    ),
    register('showReferences', 'The references could not be shown.', showReferences(server)),
    register('setRule', 'The setting could not be changed.', setRule),
  );
}

/** A hover cannot be scrolled by every screen reader, searched or kept beside the text: a document can. */
async function showHoverText(
  server: LanguageServer,
  hoverText: HoverTextDocument,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return inform('Open a document with legal text first.', log);
  }
  const client = server.client;
  if (client === undefined) {
    throw new Error('The language server is not running.');
  }
  const position = client.code2ProtocolConverter.asTextDocumentPositionParams(
    editor.document,
    editor.selection.active,
  );
  const hover = await client.sendRequest(HoverRequest.type, position);
  if (hover === null) {
    return inform('There is nothing to show for the text at the cursor.', log);
  }
  await hoverText.show(hover);
}

/** The command ends without waiting for the message to be closed. */
function inform(message: string, log: vscode.LogOutputChannel): void {
  runLogged(log, 'The message could not be shown', vscode.window.showInformationMessage(message));
}

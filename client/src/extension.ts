import * as vscode from 'vscode';
import { registerActiveDocument } from './activeDocument.js';
import { registerCommands } from './commands.js';
import { ExampleWorkspace } from './exampleWorkspace.js';
import { describeFailure, runLogged } from './failures.js';
import { registerGeneratedPages } from './generatedPages.js';
import { LanguageServer } from './languageServer.js';
import { registerMovedSettings } from './movedSettings.js';
import { registerStatus } from './status.js';

/** Kept only for `deactivate`, which VS Code calls without arguments and waits for. */
let running: LanguageServer | undefined;

/** Does not wait for the server: the editor is usable while the server reads the Code. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Smart Energy Code', { log: true });
  const server = new LanguageServer(context, log);
  const example = new ExampleWorkspace(context);
  running = server;

  const restartForSelection = (): void =>
    runLogged(log, 'The language server could not be restarted', server.restartIfSelectionChanged());
  context.subscriptions.push(
    log,
    server,
    registerStatus(server),
    registerGeneratedPages(server, log),
    registerCommands({ context, server, example, log }),
    registerActiveDocument(log),
    registerMovedSettings((failure) => log.error(`A setting could not be kept: ${describeFailure(failure)}`)),
    vscode.workspace.onDidChangeWorkspaceFolders(restartForSelection),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('smartEnergyCode.include')) {
        restartForSelection();
      }
    }),
  );

  const ready = vscode.commands.executeCommand('setContext', 'smartEnergyCode.activated', true);
  runLogged(log, 'The commands could not be enabled', ready);
  // Not before VS Code has gone on: loading what speaks to the server takes longer than all of the above.
  const starting = setImmediate(() =>
    runLogged(log, 'The language server could not be started', server.start()),
  );
  context.subscriptions.push(new vscode.Disposable(() => clearImmediate(starting)));
  runLogged(log, 'The walkthrough could not be continued', example.continueWalkthrough());
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}

import * as vscode from 'vscode';
import { includedDocuments } from './documentSelector.js';
import { runLogged } from './failures.js';

/**
 * Keeps the context key `smartEnergyCode.documentActive`, by which menus and keys know that the server reads the
 * active document: an included Markdown file cannot be told from another by its language.
 */
export function registerActiveDocument(log: vscode.LogOutputChannel): vscode.Disposable {
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const active = document !== undefined && vscode.languages.match(includedDocuments(), document) > 0;
    const set = vscode.commands.executeCommand('setContext', 'smartEnergyCode.documentActive', active);
    runLogged(log, 'The context of the active document could not be set', set);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    // A document whose language changes is closed and opened again.
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidChangeConfiguration(update),
    vscode.workspace.onDidChangeWorkspaceFolders(update),
  );
}

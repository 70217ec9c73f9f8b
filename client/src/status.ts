import * as vscode from 'vscode';
import { includedDocuments } from './documentSelector.js';
import type { LanguageServer } from './languageServer.js';
import type { StatusParams } from './protocol.js';

/** The entry in the language status (the braces in the status bar): what the server does, and a way to its log. */
export function registerStatus(server: LanguageServer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('smartEnergyCode.status', []);
  item.name = 'Smart Energy Code';
  item.command = { title: vscode.l10n.t('Show Log'), command: 'smartEnergyCode.showLog' };
  return vscode.Disposable.from(
    item,
    server.onDidReportStatus((status) => {
      // Which documents are included may have changed with the client that reports.
      item.selector = includedDocuments();
      show(item, status);
    }),
  );
}

function show(item: vscode.LanguageStatusItem, { state, summary, detail, files }: StatusParams): void {
  item.text = summary;
  item.detail = detail !== '' ? detail : filesRead(files);
  item.busy = state === 'busy';
  item.severity =
    state === 'error' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `Smart Energy Code: ${item.text}. ${item.detail}` };
}

function filesRead(files: number): string {
  return files === 1 ? vscode.l10n.t('1 file read') : vscode.l10n.t('{0} files read', files);
}

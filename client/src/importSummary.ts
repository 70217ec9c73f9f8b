import * as vscode from 'vscode';
import { importSummaryScheme, type ImportedFile, type ImportResult } from './protocol.js';

/** Holds the summary of the last import, as a read-only Markdown document whose links open the files. */
export class ImportSummary implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  #text = '';

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(importSummaryScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: () => this.#text,
    });
  }

  async show(result: ImportResult): Promise<void> {
    this.#text = summaryOf(result);
    const uri = vscode.Uri.from({ scheme: importSummaryScheme, path: '/SEC import.md' });
    this.#changed.fire(uri);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

function summaryOf({ written, edited, errors }: ImportResult): string {
  const lines = [`# ${vscode.l10n.t('Import')}`, ''];
  if (errors.length > 0)
    lines.push(`## ${vscode.l10n.t('Not imported')}`, '', ...errors.map((error) => `- ${escape(error)}`), '');
  if (edited.length > 0) {
    const names = edited.map(({ path }) => `- ${link(path)}`);
    lines.push(`## ${vscode.l10n.t('Left alone: edited since the last import')}`, '', ...names, '');
  }
  if (written.length > 0)
    lines.push(`## ${vscode.l10n.t('Imported')}`, '', ...written.flatMap(fileLines), '');
  return lines.join('\n');
}

function fileLines({ source, path, provisions, definitions, warnings }: ImportedFile): string[] {
  const from = source.split(/[\\/]/).at(-1) ?? source;
  return [
    `- ${link(path)} ${vscode.l10n.t('from {0}: {1} provisions, {2} definitions', escape(from), provisions, definitions)}`,
    ...warnings.map((warning) => `  - ${escape(warning)}`),
  ];
}

function link(path: string): string {
  return `[${escape(path.split(/[\\/]/).at(-1) ?? path)}](${vscode.Uri.file(path).toString()})`;
}

/** Names and words of files are no Markdown. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|&!~]/g, '\\$&');
}

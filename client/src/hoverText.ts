import * as vscode from 'vscode';
import type { LanguageServer } from './languageServer.js';
import { hoverTextRequest, hoverTextScheme, type HoverText } from './protocol.js';

/** Holds the hover text that was last asked for, as a read-only document of plain text. */
export class HoverTextDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  #text = '';

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(hoverTextScheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: () => this.#text,
    });
  }

  /** Replaces the text that an open document shows, so that asking again opens no second editor. */
  async show(text: string): Promise<void> {
    this.#text = text;
    const uri = vscode.Uri.from({ scheme: hoverTextScheme, path: '/SEC hover text.txt' });
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** What the hover at the cursor says, findings included, without markup; undefined where it says nothing. */
export async function readHoverText(
  server: LanguageServer,
  { document, selection }: vscode.TextEditor,
): Promise<string | undefined> {
  const { client } = server;
  if (client === undefined) throw new Error('The language server is not running.');
  const position = client.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active);
  const answer = await client.sendRequest<HoverText | null>(hoverTextRequest, position);
  const findings = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ range, source }) => source === 'smart-energy-code' && range.contains(selection.active))
    .map(({ message }) => message);
  const paragraphs = [...(answer === null ? [] : [answer.text]), ...findings];
  return paragraphs.length === 0 ? undefined : `${paragraphs.join('\n\n')}\n`;
}

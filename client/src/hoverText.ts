import type { Hover, MarkedString } from 'vscode-languageclient/node';
import * as vscode from 'vscode';
import { hoverTextScheme } from './protocol.js';

/** Holds the hover text that was last asked for, as a read-only document. */
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
  async show(hover: Hover): Promise<void> {
    const { text, extension } = readable(hover.contents);
    this.#text = text;
    const uri = vscode.Uri.from({ scheme: hoverTextScheme, path: `/SEC hover text.${extension}` });
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** The file extension gives the document its language. */
interface ReadableText {
  readonly text: string;
  readonly extension: 'md' | 'txt';
}

function readable(contents: Hover['contents']): ReadableText {
  if (Array.isArray(contents)) {
    return { text: contents.map(fromMarkedString).join('\n\n'), extension: 'md' };
  }
  if (typeof contents === 'object' && 'kind' in contents) {
    return { text: contents.value, extension: contents.kind === 'markdown' ? 'md' : 'txt' };
  }
  return { text: fromMarkedString(contents), extension: 'md' };
}

function fromMarkedString(marked: MarkedString): string {
  return typeof marked === 'string' ? marked : `\`\`\`${marked.language}\n${marked.value}\n\`\`\``;
}

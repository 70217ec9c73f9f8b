import * as vscode from 'vscode';
import { runLogged } from './failures.js';
import type { LanguageServer } from './languageServer.js';
import {
  generatedPageRequest,
  generatedPageScheme,
  type GeneratedPage,
  type GeneratedPageParams,
} from './protocol.js';

/** Read-only pages about parts of the Code that no file holds; the server writes them from its facts. */
export function registerGeneratedPages(
  server: LanguageServer,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refreshOpenPages = (): void => {
    for (const document of vscode.workspace.textDocuments) {
      if (document.uri.scheme === generatedPageScheme) {
        changed.fire(document.uri);
      }
    }
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(generatedPageScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => readPage(server, uri, token),
    }),
    vscode.workspace.onDidOpenTextDocument((document) => showAsMarkdown(document, log)),
    // Other facts, or another as-at date, may have been set since a page was written.
    server.onDidReportStatus(({ state }) => {
      if (state === 'ready') {
        refreshOpenPages();
      }
    }),
  );
}

async function readPage(
  server: LanguageServer,
  uri: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<string> {
  const params: GeneratedPageParams = { uri: uri.toString() };
  const page = await server.client?.sendRequest<GeneratedPage | null>(generatedPageRequest, params, token);
  return page?.text ?? 'Nothing is known that this page could show.\n';
}

/** The path of a page need not end in `.md`. */
function showAsMarkdown(document: vscode.TextDocument, log: vscode.LogOutputChannel): void {
  if (document.uri.scheme === generatedPageScheme && document.languageId !== 'markdown') {
    const set = vscode.languages.setTextDocumentLanguage(document, 'markdown');
    runLogged(log, `${document.uri.toString()} could not be shown as Markdown`, set);
  }
}

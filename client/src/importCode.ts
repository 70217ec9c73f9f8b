import path from 'node:path';
import * as vscode from 'vscode';
import { setCodeFolder } from './chooseCodeFolder.js';
import { Refusal } from './failures.js';
import type { ImportSummary } from './importSummary.js';
import type { LanguageServer } from './languageServer.js';
import { importRequest, type ImportParams, type ImportResult } from './protocol.js';

/** Where an import that was asked for from a menu or by another program gets its files from, and where it puts them. */
export interface ImportArguments {
  readonly sources?: readonly vscode.Uri[] | undefined;
  readonly out?: vscode.Uri | undefined;
}

/** Reads what a menu gives a command: the entry that was clicked, and all that are selected; a third one is the folder. */
export function importArguments([clicked, selected, out]: readonly unknown[]): ImportArguments {
  const all = Array.isArray(selected) && selected.length > 0 ? (selected as readonly unknown[]) : [clicked];
  const sources = all.filter((uri) => uri instanceof vscode.Uri);
  return {
    ...(sources.length > 0 ? { sources } : {}),
    ...(out instanceof vscode.Uri ? { out } : {}),
  };
}

/**
 * Imports Word files, shows what became of them and offers to use the folder from now on. Asks for the files and the folder that
 * are not given.
 */
export async function importCode(
  server: LanguageServer,
  summary: ImportSummary,
  given: ImportArguments,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    throw new Refusal(vscode.l10n.t('Files are written only once you trust this workspace.'));
  }
  const sources = given.sources?.map((uri) => uri.fsPath) ?? (await pickSources());
  if (!sources) return;
  const out = given.out?.fsPath ?? (await pickFolder());
  if (out === undefined) return;
  let result = await run(server, sources, out, false);
  if (!result) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The import was cancelled. Nothing was written.'),
    );
    return;
  }
  if (result.edited.length > 0 && (await mayOverwrite())) {
    result = (await run(server, sources, out, true)) ?? result;
  }
  await summary.show(result);
  if (result.written.length > 0) await offerCodeFolder(out);
}

const extensions = ['docx', 'docm', 'zip', 'html', 'htm', 'txt', 'md'];

async function pickSources(): Promise<string[] | undefined> {
  const files = {
    label: vscode.l10n.t('Files…'),
    description: vscode.l10n.t('Word files, web pages, texts, or a zip of them'),
  };
  const folder = { label: vscode.l10n.t('A folder…'), description: vscode.l10n.t('all such files in it') };
  const choice = await vscode.window.showQuickPick([files, folder], {
    title: vscode.l10n.t('Import the Code from Word'),
    placeHolder: vscode.l10n.t('What holds the Code?'),
  });
  if (!choice) return undefined;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: choice === files,
    canSelectFolders: choice === folder,
    canSelectMany: true,
    openLabel: vscode.l10n.t('Import'),
    ...(choice === files
      ? { filters: { [vscode.l10n.t('Word files, web pages, texts and zips')]: extensions } }
      : {}),
  });
  return picked?.map((uri) => uri.fsPath);
}

/** The code folder of each workspace folder, or another one. */
async function pickFolder(): Promise<string | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
    const named = vscode.workspace.getConfiguration('smartEnergyCode', folder.uri).get('codeFolder', 'sec');
    const target = path.resolve(folder.uri.fsPath, named || 'sec');
    return { label: path.basename(target), description: target, target };
  });
  const another = { label: vscode.l10n.t('Another folder…'), description: '', target: undefined };
  const choice =
    folders.length === 0
      ? another
      : await vscode.window.showQuickPick([...folders, another], {
          title: vscode.l10n.t('Import the Code from Word'),
          placeHolder: vscode.l10n.t('Where shall the .sec files go?'),
        });
  if (!choice || choice.target !== undefined) return choice?.target;
  const [picked] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Import Here'),
    })) ?? [];
  return picked?.fsPath;
}

/** Undefined when the user cancelled it before anything was written. */
async function run(
  server: LanguageServer,
  sources: readonly string[],
  out: string,
  force: boolean,
): Promise<ImportResult | undefined> {
  const client = server.client;
  if (client === undefined) throw new Error('The language server is not running.');
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Importing the Code'),
      cancellable: true,
    },
    async (progress, token) => {
      const { isCancellation, workDoneProgress } = await import('./languageClient.js');
      const workDoneToken = `import-${Date.now()}`;
      let before = 0;
      const listening = client.onProgress(workDoneProgress, workDoneToken, (report) => {
        if (report.kind !== 'report') return;
        const { message = '', percentage = before } = report;
        progress.report({ message, increment: percentage - before });
        before = percentage;
      });
      try {
        const params: ImportParams = { sources, out, force, workDoneToken };
        const result = await client.sendRequest<ImportResult | null>(importRequest, params, token);
        return result ?? undefined;
      } catch (failure) {
        if (isCancellation(failure)) return undefined;
        throw failure;
      } finally {
        listening.dispose();
      }
    },
  );
}

async function mayOverwrite(): Promise<boolean> {
  const overwrite = vscode.l10n.t('Write Over Them');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Some files were edited since they were imported and were left alone. Write over them too?',
    ),
    { modal: true },
    overwrite,
  );
  return choice === overwrite;
}

/** Only asked when the folder is not the one that is read already. */
async function offerCodeFolder(out: string): Promise<void> {
  const folder =
    vscode.workspace.workspaceFolders?.find(({ uri }) => isInside(out, uri.fsPath)) ??
    vscode.workspace.workspaceFolders?.[0];
  if (!folder) return;
  const settings = vscode.workspace.getConfiguration('smartEnergyCode', folder.uri);
  if (path.resolve(folder.uri.fsPath, settings.get('codeFolder', 'sec')) === out) return;
  const use = vscode.l10n.t('Use It');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Use {0} as your copy of the Code in {1}?', out, folder.name),
    use,
  );
  if (choice === use) await setCodeFolder(folder, vscode.Uri.file(out));
}

function isInside(inner: string, outer: string): boolean {
  return inner.startsWith(outer + path.sep);
}

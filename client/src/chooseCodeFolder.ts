import path from 'node:path';
import * as vscode from 'vscode';
import { Refusal } from './failures.js';

/** Asks for the folder that holds the user's copy of the Code, and sets it. Ends without a word when the user gives up. */
export async function chooseCodeFolder(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder =
    folders.length > 1
      ? await vscode.window.showWorkspaceFolderPick({
          placeHolder: vscode.l10n.t('Whose drafts read the copy of the Code?'),
        })
      : folders[0];
  if (folder === undefined && folders.length > 0) return;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      title: vscode.l10n.t('The folder that holds your copy of the Code'),
      openLabel: vscode.l10n.t('Use as Code Folder'),
      ...(folder !== undefined && { defaultUri: folder.uri }),
    })) ?? [];
  if (chosen !== undefined) await setCodeFolder(folder, chosen);
}

/** Sets a folder of the explorer as the code folder of its workspace folder. */
export async function useAsCodeFolder(uri: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri)) throw new Error('The command needs a folder.');
  await setCodeFolder(vscode.workspace.getWorkspaceFolder(uri), uri);
}

/** In the settings of the workspace folder, relative to it where it lies inside; else in the user's, for every window. */
export async function setCodeFolder(
  folder: vscode.WorkspaceFolder | undefined,
  chosen: vscode.Uri,
): Promise<void> {
  if (chosen.scheme !== 'file') {
    throw new Refusal(vscode.l10n.t('A code folder must be a folder on a disk.'));
  }
  if (!vscode.workspace.isTrusted) {
    throw new Refusal(vscode.l10n.t('The settings of this workspace are changed only once you trust it.'));
  }
  const inside = folder === undefined ? undefined : insidePath(folder.uri.fsPath, chosen.fsPath);
  const target =
    folder === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.WorkspaceFolder;
  await vscode.workspace
    .getConfiguration('smartEnergyCode', folder)
    .update('codeFolder', inside ?? chosen.fsPath, target);
}

/** With `/`, so that the setting holds on every system; undefined for a folder that lies outside. */
function insidePath(outer: string, inner: string): string | undefined {
  const relative = path.relative(outer, inner);
  if (relative === '') return '.';
  if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  return relative.split(path.sep).join('/');
}

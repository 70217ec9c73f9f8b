import path from 'node:path';
import * as vscode from 'vscode';

/** Keeps the settings that name files and folders right when those are renamed or moved in the editor. */
export function registerMovedSettings(failed: (failure: unknown) => void): vscode.Disposable {
  return vscode.workspace.onDidRenameFiles(({ files }) => {
    followMoves(files).catch(failed);
  });
}

interface Move {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

type Inspected<T> = ReturnType<vscode.WorkspaceConfiguration['inspect']> & {
  readonly defaultValue?: T;
  readonly globalValue?: T;
  readonly workspaceValue?: T;
  readonly workspaceFolderValue?: T;
};

async function followMoves(moves: readonly Move[]): Promise<void> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (folder.uri.scheme !== 'file') continue;
    const root = folder.uri.fsPath;
    for (const { oldUri, newUri } of moves) {
      const move = { root, from: oldUri.fsPath, to: newUri.fsPath };
      for (const name of ['codeFolder', 'facts'] as const)
        await change<string>(folder, name, (value) => movedPath(value, move));
      await change<readonly string[]>(folder, 'include', (globs) => {
        const moved = globs.map((glob) => movedGlob(glob, move));
        return moved.some((glob, i) => glob !== globs[i]) ? moved : undefined;
      });
    }
  }
}

/** Changes a setting where it is set; one that is not set anywhere is set in the workspace folder. */
async function change<T>(
  folder: vscode.WorkspaceFolder,
  name: string,
  moved: (value: T) => T | undefined,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('smartEnergyCode', folder);
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  const inspected = configuration.inspect(name) as Inspected<T> | undefined;
  const places = [
    [inspected?.workspaceFolderValue, WorkspaceFolder],
    [inspected?.workspaceValue, Workspace],
    [inspected?.globalValue, Global],
    [inspected?.defaultValue, WorkspaceFolder],
  ] as const;
  const held = places.find(([value]) => value !== undefined);
  const value = held?.[0] === undefined ? undefined : moved(held[0]);
  if (held && value !== undefined) await configuration.update(name, value, held[1]);
}

interface PathMove {
  /** The workspace folder that relative paths start from. */
  readonly root: string;
  readonly from: string;
  readonly to: string;
}

/** The setting for a path that moved, or that stands below a folder that moved; undefined for any other. */
function movedPath(value: string, { root, from, to }: PathMove): string | undefined {
  if (value === '') return undefined;
  const below = path.relative(from, path.resolve(root, value));
  if (below.startsWith('..') || path.isAbsolute(below)) return undefined;
  const target = path.join(to, below);
  const inside = path.relative(root, target);
  if (path.isAbsolute(value) || inside.startsWith('..') || path.isAbsolute(inside)) return target;
  return inside.split(path.sep).join('/');
}

/** A glob whose steps before the first pattern name a folder that moved. */
function movedGlob(glob: string, move: PathMove): string {
  const steps = glob.split('/');
  const first = steps.findIndex((step) => /[*?{}[\]]/.test(step));
  const plain = first === -1 ? steps : steps.slice(0, first);
  const target = plain.length === 0 ? undefined : movedPath(plain.join('/'), move);
  return target === undefined ? glob : [target, ...steps.slice(plain.length)].join('/');
}

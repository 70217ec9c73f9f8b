import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { compareVersions } from '../model/version.js';

/** The files of a code folder: directly in it, or in folders named by version (product.md). */
export interface CodeFolder {
  readonly root: string;
  /** Versions from the oldest to the newest; empty when the files stand directly in the folder. */
  readonly versions: readonly string[];
}

const versionName = /^\d{1,3}(?:\.\d{1,3}){0,2}$/;

/** Looks at a folder; undefined when there is none. */
export async function openCodeFolder(root: string): Promise<CodeFolder | undefined> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    const versions = entries
      .filter((entry) => entry.isDirectory() && versionName.test(entry.name))
      .map(({ name }) => name);
    return { root, versions: versions.sort(compareVersions) };
  } catch {
    return undefined;
  }
}

/** The version to read for a draft: its baseline where that is held, else the newest. */
export function pickVersion(
  folder: CodeFolder,
  baseline: string | undefined,
): { version: string | undefined; isBaseline: boolean } {
  if (folder.versions.length === 0) return { version: undefined, isBaseline: true };
  const held =
    baseline === undefined
      ? undefined
      : folder.versions.find((version) => compareVersions(version, baseline) === 0);
  return {
    version: held ?? folder.versions.at(-1),
    isBaseline: baseline === undefined || held !== undefined,
  };
}

/** Absolute paths of the folder's `*.sec` files, sorted. Symbolic links are not followed out of it. */
export async function listCodeFiles(folder: CodeFolder, version: string | undefined): Promise<string[]> {
  const cwd = version === undefined ? folder.root : path.join(folder.root, version);
  const files = await glob('**/*.sec', { cwd, absolute: true, followSymbolicLinks: false, dot: false });
  return files.sort();
}

import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { listCodeFiles, openCodeFolder, pickVersion, type CodeFolder } from '../files/codeFolder.js';
import { decodeText } from '../files/decodeText.js';
import type { DocumentSource } from '../index/documentFacts.js';
import type { Membership } from '../index/workspaceIndex.js';
import { readFrontMatter } from '../text/frontMatter.js';
import type { Settings } from './settings.js';
import { uriOfPath } from './uris.js';

/** A workspace folder with its settings and the Code that its drafts read. */
export interface Folder {
  readonly path: string;
  readonly settings: Settings;
  readonly code: CodeFolder | undefined;
  /** Where its code folder stands, or would stand. */
  readonly codeRoot: string;
}

/** A file that was read, or one line that says why not; one that is not there any more is no fault. */
export type ReadFile =
  { readonly source: DocumentSource } | { readonly refused: string; readonly isGone?: boolean };

export async function openFolder(folderPath: string, settings: Settings): Promise<Folder> {
  const codeRoot = path.resolve(folderPath, settings.codeFolder);
  return { path: folderPath, settings, code: await openCodeFolder(codeRoot), codeRoot };
}

/** Whether a code folder is still what it was: there or not, and with the same folders of versions. */
export async function isSameCode({ code, codeRoot }: Folder): Promise<boolean> {
  const now = await openCodeFolder(codeRoot);
  return (code === undefined) === (now === undefined) && code?.versions.join() === now?.versions.join();
}

/** Files that the setting `include` may name beside `.sec` files: plain text and Markdown. */
const includable = /\.(?:txt|text|md|markdown)$/i;

/** Every `.sec` file of a workspace folder and of its code folder, and the files that it includes (absolute paths). */
export async function listFiles(folder: Folder): Promise<string[]> {
  const files = new Set(await matching(folder, ['**/*.sec']));
  const included = await matching(folder, folder.settings.include);
  for (const file of included) if (includable.test(file) && isInside(folder.path, file)) files.add(file);
  if (folder.code) {
    const versions = folder.code.versions.length === 0 ? [undefined] : folder.code.versions;
    for (const version of versions) {
      for (const file of await listCodeFiles(folder.code, version)) files.add(path.normalize(file));
    }
  }
  return [...files].sort();
}

async function matching(folder: Folder, patterns: readonly string[]): Promise<string[]> {
  if (patterns.length === 0) return [];
  const found = await glob([...patterns], {
    cwd: folder.path,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  return found.map((file) => path.normalize(file));
}

/** Whether a file is one of those of its folder. */
export async function isListed(folder: Folder, file: string): Promise<boolean> {
  if (file.endsWith('.sec')) return true;
  return includable.test(file) && (await listFiles(folder)).includes(path.normalize(file));
}

/** Reads one file from disk. Nothing is thrown for a file that is missing, unreadable or no text. */
export async function readSource(
  file: string,
  folder: Folder | undefined,
  settings: Settings,
): Promise<ReadFile> {
  try {
    if (!(await stat(file)).isFile()) return { refused: `${file}: it is no file` };
    const decoded = decodeText(await readFile(file), settings.maxFileSize);
    if ('refused' in decoded) return { refused: `${file}: ${decoded.refused}` };
    return { source: makeSource(uriOfPath(file), 0, decoded.text, file, folder, decoded.problem) };
  } catch (error) {
    const isGone = (error as { code?: unknown } | null)?.code === 'ENOENT';
    return { refused: `${file}: ${error instanceof Error ? error.message : String(error)}`, isGone };
  }
}

export function makeSource(
  uri: string,
  version: number,
  text: string,
  file: string,
  folder: Folder | undefined,
  problem: DocumentSource['problem'],
): DocumentSource {
  return {
    uri,
    version,
    text,
    fileName: path.basename(file),
    inCodeFolder: versionOf(file, folder) !== undefined,
    problem,
  };
}

/** The version folder that a file of the code folder stands in, `''` for one directly in it; undefined outside of it. */
function versionOf(file: string, folder: Folder | undefined): string | undefined {
  if (!folder?.code) return undefined;
  const relative = path.relative(folder.code.root, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  if (folder.code.versions.length === 0) return '';
  const [first = ''] = relative.split(path.sep);
  return folder.code.versions.includes(first) ? first : undefined;
}

/** Which Code a file reads: its folder's, at its baseline; a file in no folder reads the only folder's, else none. */
export function membershipOf(file: string, text: string, folder: Folder | undefined): Membership {
  if (!folder) return { code: `alone ${file}`, isMember: true };
  const held = versionOf(file, folder);
  const root = folder.code?.root ?? folder.path;
  if (held !== undefined) return { code: `${root}@${held}`, isMember: true };
  if (!folder.code || folder.code.versions.length === 0) return { code: `${root}@`, isMember: true };
  const { baseline } = readFrontMatter(text);
  const wanted = typeof baseline === 'string' ? baseline : Object.values(baseline ?? {})[0];
  return { code: `${root}@${pickVersion(folder.code, wanted).version ?? ''}`, isMember: true };
}

/** The folder that holds a file: the innermost; for a file outside of all the only one there is. */
export function folderOf(folders: readonly Folder[], file: string): Folder | undefined {
  const holding = folders
    .filter((folder) => isInside(folder.path, file) || (folder.code && isInside(folder.code.root, file)))
    .sort((a, b) => b.path.length - a.path.length);
  return holding[0] ?? (folders.length === 1 ? folders[0] : undefined);
}

export function isInside(outer: string, file: string): boolean {
  const relative = path.relative(outer, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Follows symbolic links of a workspace folder's own path, so that one file has one path. */
export async function realFolder(folderPath: string): Promise<string> {
  try {
    return await realpath(folderPath);
  } catch {
    return folderPath;
  }
}

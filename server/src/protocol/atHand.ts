import path from 'node:path';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { compareVersions } from '../model/version.js';
import type { Folder } from './folders.js';
import { uriOfPath } from './uris.js';

/** Which Code is at hand, for the status: each code folder with the version of its files, or the date of the bundled facts. */
export function describeCode(folders: readonly Folder[], index: WorkspaceIndex): string {
  const held = folders.flatMap(({ code }) => (code ? [code] : []));
  if (held.length === 0) return `Bundled facts as at ${index.catalogue.asAt}`;
  return held
    .map(({ root, versions }) => {
      const shown = versions.length > 0 ? versions.slice(-1) : statedVersions(root, index);
      return [path.basename(root), ...shown].join(' ');
    })
    .join(', ');
}

/** The versions that the files of a code folder without version folders state of themselves. */
function statedVersions(root: string, index: WorkspaceIndex): string[] {
  const inside = uriOfPath(root + path.sep);
  const stated = new Set<string>();
  for (const uri of index.documents()) {
    const version = uri.startsWith(inside) ? index.get(uri)?.frontMatter.version : undefined;
    if (version !== undefined) stated.add(version);
  }
  return [...stated].sort(compareVersions);
}

/** One line for each code folder that was named and is not there; that the usual one is not there is no fault. */
export function missingCodeFolders(folders: readonly Folder[], usual: string): string[] {
  return folders
    .filter(({ code, settings }) => !code && settings.codeFolder !== '' && settings.codeFolder !== usual)
    .map(({ settings }) => `smartEnergyCode.codeFolder: there is no folder “${settings.codeFolder}”.`);
}

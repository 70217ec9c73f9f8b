import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { reasonOf } from './reason.js';

/** The files to import: a named file whatever it is, a folder's files that can be, those that match a glob. */
export async function listSources(
  paths: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly errors: readonly string[] }> {
  const files = new Set<string>();
  const errors: string[] = [];
  for (const given of paths) {
    try {
      const isFolder = (await stat(given)).isDirectory();
      if (!isFolder) {
        files.add(given);
        continue;
      }
      await readdir(given);
      const found = await importable(given);
      if (found.length === 0)
        errors.push(`${given}: the folder holds no .docx, .zip, .html, .txt or .md files`);
      for (const file of found) files.add(file);
    } catch (error) {
      const found = isDynamicPattern(given) ? await glob(slashes(given), { followSymbolicLinks: false }) : [];
      if (found.length === 0)
        errors.push(`${given}: ${isDynamicPattern(given) ? 'no file matches' : reasonOf(error)}`);
      for (const file of found.sort()) files.add(file);
    }
  }
  return { files: [...files], errors };
}

/** Word's own lock files (`~$…`) are no documents. */
async function importable(folder: string): Promise<string[]> {
  const found = await glob('**/*.{docx,docm,zip,html,htm,txt,md}', {
    cwd: folder,
    followSymbolicLinks: false,
    ignore: ['**/~$*'],
    caseSensitiveMatch: false,
  });
  return found.sort().map((name) => path.join(folder, name));
}

function slashes(given: string): string {
  return path.sep === '\\' ? given.replaceAll('\\', '/') : given;
}

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { importFiles } from '../files/importFiles.js';
import { reasonOf } from '../files/reason.js';
import type { ChangeTreatment } from '../word/changes.js';
import { printJson, type Output } from './output.js';
import { exitCodes } from './program.js';

export interface ImportOptions {
  readonly out: string;
  readonly changes: ChangeTreatment;
  readonly draft?: boolean;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

/** `import`: turns Word files, web pages, texts and zips of them into `.sec` files. */
export async function runImport(
  paths: readonly string[],
  options: ImportOptions,
  output: Output,
): Promise<number> {
  const { files, errors } = await listSources(paths);
  const result = await importFiles(
    {
      files,
      out: options.out,
      changes: options.changes,
      isDraft: options.draft ?? false,
      force: options.force ?? false,
      importer: `smart-energy-code ${output.version}`,
    },
    {
      onFile: (name, done, total) => output.progress?.(`importing ${done + 1} of ${total}: ${name}`),
    },
  );
  output.progress?.('');
  const written = result.written.map((file) => ({ ...file, path: slashes(file.path) }));
  if (options.format === 'json') printJson(output, { written });
  else for (const file of written) printWritten(file, output);
  const all = [...errors, ...result.errors];
  for (const error of all) output.tell(`error: ${error}\n`);
  return all.length > 0 ? exitCodes.wrong : exitCodes.clean;
}

function printWritten(
  file: {
    source: string;
    path: string;
    provisions: number;
    definitions: number;
    warnings: readonly string[];
  },
  { colours, print }: Output,
): void {
  const counts = `${count(file.provisions, 'provision')}, ${count(file.definitions, 'definition')}`;
  print(`${colours.bold(file.path)} ${colours.dim(`from ${file.source}:`)} ${counts}\n`);
  for (const warning of file.warnings) print(`  ${colours.yellow('note:')} ${warning}\n`);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** A named file is always read; a folder gives the files in it that can be. */
async function listSources(
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

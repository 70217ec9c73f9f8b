import path from 'node:path';
import { importFiles } from '../files/importFiles.js';
import { listSources } from '../files/listSources.js';
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
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
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
      signal: stop.signal,
      onPoint: ({ name, number, total, ofFile }) =>
        output.progress?.(`importing ${number} of ${total}: ${name} (${ofFile} %)`),
    },
  ).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
    return undefined;
  });
  process.off('SIGINT', onInterrupt);
  output.progress?.('');
  if (!result) {
    output.tell('error: the import was stopped; nothing was written\n');
    return exitCodes.wrong;
  }
  const written = result.written.map((file) => ({ ...file, path: slashes(file.path) }));
  if (options.format === 'json') printJson(output, { written });
  else for (const file of written) printWritten(file, output);
  const edited = result.edited.map(
    ({ path: target, source }) =>
      `${slashes(target)}: it was edited since it was imported and is left alone; --force writes ${source} over it`,
  );
  const all = [...errors, ...edited, ...result.errors];
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

function slashes(given: string): string {
  return path.sep === '\\' ? given.replaceAll('\\', '/') : given;
}

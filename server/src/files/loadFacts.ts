import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { factKinds, type FactFiles, type FactKind } from '../catalogue/facts.js';
import { findDataFolder } from './dataFolder.js';

/** Facts that could be read, and one line for each file that could not. */
export interface LoadedFacts {
  readonly facts: FactFiles;
  readonly problems: readonly string[];
}

/**
 * The bundled facts; a file that is missing there is a broken installation and rejects. The files are few, small and on a disk
 * that the program was just read from: reading them at once takes half the time of asking for each.
 */
export function loadBundledFacts(folder?: string): Promise<FactFiles> {
  return new Promise((resolve) => resolve(readBundledFacts(folder ?? findDataFolder())));
}

function readBundledFacts(folder: string): FactFiles {
  const entries = factKinds.map((kind): [FactKind, unknown] => {
    const text = readFileSync(path.join(folder, `${kind}.json`), 'utf8');
    return [kind, JSON.parse(text)];
  });
  return Object.fromEntries(entries);
}

/**
 * A user's own facts: a folder of files named like those of `data/`, or one file whose `$schema` or name says its kind.
 * Each is held against its schema; one that does not fit is left out and named in one line.
 */
export async function loadUserFacts(location: string, folder = findDataFolder()): Promise<LoadedFacts> {
  const facts: Record<string, unknown> = {};
  const problems: string[] = [];
  let files: string[];
  try {
    files = (await stat(location)).isDirectory()
      ? (await readdir(location))
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => path.join(location, name))
      : [location];
  } catch {
    return { facts: {}, problems: [`${location}: there is no such file or folder of facts`] };
  }
  for (const file of files) {
    const read = await readFactFile(file, folder);
    if ('problem' in read) problems.push(read.problem);
    else facts[read.kind] = read.value;
  }
  return { facts, problems };
}

type ReadFactFile = { readonly kind: FactKind; readonly value: unknown } | { readonly problem: string };

async function readFactFile(file: string, folder: string): Promise<ReadFactFile> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${file}: not read as JSON (${reason.replace(/\s+/g, ' ')})` };
  }
  const kind = kindOf(file, value);
  if (!kind) return { problem: `${file}: its kind is not known; name it ${factKinds.join('.json, ')}.json` };
  const schema = JSON.parse(
    await readFile(path.join(folder, 'schema', `${kind}.schema.json`), 'utf8'),
  ) as object;
  const { misfit } = await import('./factSchema.js');
  const problem = misfit(schema, value);
  return problem === undefined ? { kind, value } : { problem: `${file}: ${problem}` };
}

function kindOf(file: string, value: unknown): FactKind | undefined {
  const named = path.basename(file).split('.')[0];
  const schema = (value as { $schema?: unknown } | null)?.$schema;
  const fromSchema = typeof schema === 'string' ? path.basename(schema).split('.')[0] : undefined;
  return factKinds.find((kind) => kind === named) ?? factKinds.find((kind) => kind === fromSchema);
}

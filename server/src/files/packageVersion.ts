import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findDataFolder } from './dataFolder.js';

/** The version of this product, from its manifest. */
export async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(path.join(findDataFolder(), '..', 'package.json'), 'utf8'),
  );
  return (manifest as { version: string }).version;
}

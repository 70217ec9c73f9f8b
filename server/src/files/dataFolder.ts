import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the bundled facts: beside the program, wherever it was built to. */
export function findDataFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 7; up++) {
    const candidate = path.join(folder, 'data');
    if (existsSync(path.join(candidate, 'schema', 'sections.schema.json'))) return candidate;
    folder = path.dirname(folder);
  }
  throw new Error('The folder data/ with the bundled facts is missing beside the program: install it again.');
}

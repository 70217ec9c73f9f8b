/**
 * Checks, rewrites or regenerates data/.
 *
 *   node scripts/data.mjs               check the files against their schemas and each other
 *   node scripts/data.mjs --write       write the files in canonical form, then check
 *   node scripts/data.mjs --from DIR    make the files anew from a folder of collected facts, then check
 *
 * --data DIR names another folder than data/ to check or write. Exits 1 with one line for each problem.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { canonicalText } from './data/canonical.mjs';
import { check } from './data/check.mjs';
import { clean } from './data/clean.mjs';
import { files } from './data/files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = Object.keys(files);

/** Texts of all files in a folder, by name. */
async function readAll(folder) {
  const texts = await Promise.all(names.map((name) => readFile(join(folder, `${name}.json`), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at]]));
}

async function readSchemas() {
  const folder = join(root, 'data', 'schema');
  const texts = await Promise.all(names.map((name) => readFile(join(folder, `${name}.schema.json`), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, JSON.parse(texts[at])]));
}

const parseAll = (texts) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.parse(text)]));

async function writeAll(folder, values) {
  const writes = names.map((name) =>
    writeFile(join(folder, `${name}.json`), canonicalText(name, values[name])),
  );
  await Promise.all(writes);
}

async function main() {
  const options = { write: { type: 'boolean' }, from: { type: 'string' }, data: { type: 'string' } };
  const { values } = parseArgs({ options });
  const folder = values.data ?? join(root, 'data');
  if (values.from) await writeAll(folder, clean(parseAll(await readAll(values.from))));
  else if (values.write) await writeAll(folder, parseAll(await readAll(folder)));
  const problems = check(await readAll(folder), await readSchemas());
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`${names.length} files, no problem`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

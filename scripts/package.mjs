// `npm run package [-- --out FILE]`: bundles and packs the extension as a `.vsix`. VS Code's own packer, as large as all our other
// tools together, is installed once, into the cache folder of the editor tests; from then on no network is needed.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The newest that runs on Node.js 20. */
const packerVersion = '3.9.2';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
const packagePath = path.resolve(values.out ?? `${name}-${version}.vsix`);

await import('./bundle.mjs');
const { createVSIX } = createRequire(import.meta.url)(await packer());
await createVSIX({
  packagePath,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
console.log(`${path.relative('.', packagePath)}: ${Math.round((await stat(packagePath)).size / 1000)} kB`);

/** The packer's module. It is installed beside its place, which it takes once it is complete. */
async function packer() {
  const caches = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const tools = process.env.SMART_ENERGY_CODE_EDITORS || path.join(caches, 'smart-energy-code-tests');
  const place = path.join(tools, `vsce-${packerVersion}`);
  const module = path.join(place, 'node_modules/@vscode/vsce');
  if (existsSync(module)) return module;
  console.log(`Installing @vscode/vsce ${packerVersion} into ${place} …`);
  const unfinished = `${place}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await writeFile(path.join(unfinished, 'package.json'), '{"private":true}\n');
  // Its install scripts are for signing and for the key ring, which packing does not need.
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--no-save'];
  execFileSync('npm', [...args, `@vscode/vsce@${packerVersion}`], { cwd: unfinished, stdio: 'inherit' });
  await rm(place, { recursive: true, force: true });
  await rename(unfinished, place);
  return module;
}

import { build } from 'esbuild';
import { cp, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './lanes/browser.js';
import { downloadable, editorsFolder, findEditors, type Age, type Editor } from './lanes/editors.js';
import { runInside } from './lanes/runInside.js';

/**
 * `npm run test:editor [-- --current] [-- --if-present]`: runs the tests in `suite/` inside the extension host of a real VS Code,
 * and says of which. Where none is to be had `--if-present` says so in one line; with `CI=true` that is a failure.
 */
const { values } = parseArgs({
  options: {
    current: { type: 'boolean', default: false },
    'if-present': { type: 'boolean', default: false },
  },
});
const age: Age = values.current ? 'current' : 'gate';
const output = path.resolve('test-output/editor');

const editor = pickEditor();
if (editor !== undefined) {
  console.log(`Editor tests run in ${editor.name}.`);
  await mkdir(output, { recursive: true });
  if (!(await runSuite(editor))) process.exitCode = 1;
}

function pickEditor(): Editor | undefined {
  const found = findEditors(age).find(({ kind }) => kind === 'desktop' || findBrowser() !== undefined);
  const isOptional = values['if-present'] && process.env['CI'] !== 'true';
  if (found !== undefined) return found;
  if (process.env['CI'] !== 'true' && !values['if-present']) return downloadable(age);
  const message =
    `Editor tests not run: there is no VS Code in VSCODE_PATH and no code-server with Chromium in ${editorsFolder()}. ` +
    '`npm run editor:install` installs code-server; `npm run test:editor` downloads VS Code.';
  console.log(message);
  if (!isOptional) process.exitCode = 1;
  return undefined;
}

async function runSuite(used: Editor): Promise<boolean> {
  const suite = path.resolve('out/editor-suite');
  await rm(suite, { recursive: true, force: true });
  const sources = await readdir('test/editor/suite');
  await build({
    entryPoints: sources
      .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
      .map((name) => path.join('test/editor/suite', name)),
    outdir: suite,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const scratch = await realpath(await mkdtemp(path.join(tmpdir(), 'sec-examples-')));
  try {
    const workspace = path.join(scratch, 'examples');
    await cp('examples', workspace, { recursive: true });
    const tests = path.join(suite, 'index.cjs');
    return await runInside({ editor: used, extension: process.cwd(), tests, workspace, output });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { findBrowser } from '../lanes/browser.js';
import { editorsFolder, findCodeServer } from '../lanes/editors.js';
import { giveRun, removeScratch } from './setting.js';

/**
 * `npm run test:page [-- --current] [-- --grep WORDS]`: packages the extension, installs the package into a code-server and drives
 * its page with a browser, as a person would. The pictures that it takes on the way are in `test-output/page`.
 *
 * `npm run screenshots`: the same, and takes the pictures of README from it.
 *
 * `npm run test:offline`: drives a current VS Code in a network of its own, which ends at this machine.
 */
const { values } = parseArgs({
  options: {
    current: { type: 'boolean', default: false },
    offline: { type: 'boolean', default: false },
    /** Set by a run with `--offline` for the run that it starts without a network. */
    packaged: { type: 'boolean', default: false },
    screenshots: { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});
/** The pictures that README shows. */
const shown = ['hover.png', 'quick-fix.png', 'generated-page.png', 'rename-preview.png'];
const age = values.current || values.offline ? 'current' : 'gate';
const vsix = path.resolve('test-output/smart-energy-code.vsix');
const editor = findCodeServer(age);

if (editor === undefined || findBrowser() === undefined) {
  const command = age === 'current' ? 'npm run editor:install -- --current' : 'npm run editor:install';
  console.log(
    `The page was not driven: there is no code-server with Chromium in ${editorsFolder()}. \`${command}\` installs it.`,
  );
  if (process.env['CI'] === 'true') process.exitCode = 1;
} else {
  if (!values.packaged) {
    const args = ['scripts/package.mjs', '--out', vsix];
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  if (values.offline && !values.packaged) process.exitCode = runWithoutNetwork();
  else process.exitCode = await drive(editor);
}

/** The same again where only the loopback interface is, which takes Linux and the right to make such a network. */
function runWithoutNetwork(): number {
  const own = [process.execPath, ...process.argv.slice(1), '--packaged'];
  const started = spawnSync(
    'unshare',
    ['--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...own],
    { stdio: 'inherit' },
  );
  if (started.error === undefined) return started.status ?? 1;
  console.log(`Not run without a network: this machine has no \`unshare\` (${started.error.message}).`);
  return process.env['CI'] === 'true' ? 1 : 0;
}

async function drive(used: NonNullable<typeof editor>): Promise<number> {
  const pictures = path.resolve('test-output/page', values.offline ? 'offline' : age);
  await mkdir(pictures, { recursive: true });
  giveRun({ editor: used, vsix, pictures });
  const network = Object.keys(networkInterfaces()).filter((name) => name !== 'lo');
  if (values.offline && network.length > 0) throw new Error(`there is a network: ${network.join()}`);
  console.log(
    `The page of ${used.name} is driven with the packaged extension${values.offline ? ', without a network' : ''}; ` +
      `pictures go to ${pictures}.`,
  );
  const mocha = new Mocha({ timeout: 240_000, forbidOnly: true, forbidPending: true, color: true });
  if (values.grep !== undefined) mocha.grep(values.grep);
  const folder = values.offline ? path.join(import.meta.dirname, 'offline') : import.meta.dirname;
  for (const file of (await readdir(folder)).sort())
    if (file.endsWith('.test.js')) mocha.addFile(path.join(folder, file));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await removeScratch();
  if (values.screenshots && failures === 0)
    for (const name of shown) await copyFile(path.join(pictures, name), path.join('docs/images', name));
  return failures > 0 ? 1 : 0;
}

import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { findBrowser } from '../lanes/browser.js';
import { editorsFolder, findCodeServer } from '../lanes/editors.js';
import { giveRun, removeScratch } from './setting.js';

/**
 * `npm run test:page [-- --current] [-- --grep WORDS]`: packages the extension, installs the package into a code-server and drives
 * its page with a browser, as a person would. The pictures that it takes on the way are in `test-output/page`.
 */
const { values } = parseArgs({
  options: { current: { type: 'boolean', default: false }, grep: { type: 'string' } },
});
const age = values.current ? 'current' : 'gate';
const editor = findCodeServer(age);

if (editor === undefined || findBrowser() === undefined) {
  const command = values.current ? 'npm run editor:install -- --current' : 'npm run editor:install';
  console.log(
    `The page was not driven: there is no code-server with Chromium in ${editorsFolder()}. \`${command}\` installs it.`,
  );
  if (process.env['CI'] === 'true') process.exitCode = 1;
} else {
  const pictures = path.resolve('test-output/page', age);
  await mkdir(pictures, { recursive: true });
  const vsix = path.resolve('test-output/smart-energy-code.vsix');
  execFileSync(process.execPath, ['scripts/package.mjs', '--out', vsix], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  giveRun({ editor, vsix, pictures });
  console.log(
    `The page of ${editor.name} is driven with the packaged extension; pictures go to ${pictures}.`,
  );
  const mocha = new Mocha({ timeout: 180_000, forbidOnly: true, forbidPending: true, color: true });
  if (values.grep !== undefined) mocha.grep(values.grep);
  for (const file of (await readdir(import.meta.dirname)).sort())
    if (file.endsWith('.test.js')) mocha.addFile(path.join(import.meta.dirname, file));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await removeScratch();
  if (failures > 0) process.exitCode = 1;
}

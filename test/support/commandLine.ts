import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled command line as a person would. */
export function runCommand(
  args: readonly string[],
  options: { cwd?: string; input?: string | Uint8Array } = {},
): CommandResult {
  const done = spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    cwd: options.cwd ?? process.cwd(),
    ...(options.input === undefined ? {} : { input: options.input }),
    maxBuffer: 1e9,
  });
  return { code: done.status, out: done.stdout.toString('utf8'), err: done.stderr.toString('utf8') };
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Measured } from './measure.js';

const rounds = 3;

/** Prints what the work tree and another revision of it take for the same work, measured in turn. */
export function compareWith(revision: string, codeFolder: string, draft: string): void {
  const there = mkdtempSync(path.join(tmpdir(), 'sec-bench-compare-'));
  const git = (...words: string[]): void => void execFileSync('git', words, { stdio: 'ignore' });
  git('worktree', 'add', '--detach', there, revision);
  try {
    symlinkSync(path.resolve('node_modules'), path.join(there, 'node_modules'), 'junction');
    execFileSync(process.execPath, [path.resolve('node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
      cwd: there,
    });
    for (const job of ['index', 'check', 'edit'] as const) {
      const now: number[] = [];
      const then: number[] = [];
      for (let round = 0; round < rounds; round++) {
        then.push(timeOf(there, job, codeFolder, draft));
        now.push(timeOf(process.cwd(), job, codeFolder, draft));
      }
      const [a, b] = [Math.min(...then), Math.min(...now)];
      console.log(
        `${job.padEnd(6)} ${a.toFixed(1)} ms at ${revision}, ${b.toFixed(1)} ms now: × ${(b / a).toFixed(2)}`,
      );
    }
  } finally {
    git('worktree', 'remove', '--force', there);
    rmSync(there, { recursive: true, force: true });
  }
}

function timeOf(root: string, job: 'index' | 'check' | 'edit', codeFolder: string, draft: string): number {
  const script = path.join(root, 'out', 'test', 'bench', 'measure.js');
  if (!existsSync(script)) return NaN;
  const out = execFileSync(process.execPath, ['--expose-gc', script, job, codeFolder, draft], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { figures, samples } = JSON.parse(out) as Measured;
  const sorted = [...(samples['edit'] ?? [])].sort((x, y) => x - y);
  return job === 'edit' ? (sorted[Math.floor(sorted.length / 2)] ?? NaN) : (figures['ms'] ?? NaN);
}

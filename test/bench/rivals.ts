import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Fetched when the benchmark first wants them, and kept outside of the project's own dependencies. */
const folder = path.resolve('node_modules', '.cache', 'bench-rivals');
const packages = [
  'vscode-markdown-languageservice@0.5',
  'markdown-it@14',
  'vscode-languageserver-textdocument@1',
  'vscode-uri@3',
  'cspell@9',
];

export interface RivalFigures {
  readonly ms: number;
  readonly peakMemory: number;
}

/** Fetches the programs that the product is measured beside. @returns whether they are at hand */
export function fetchRivals(): boolean {
  if (existsSync(path.join(folder, 'node_modules', 'cspell'))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return npm.status === 0;
}

/** vscode-markdown-languageservice opens the files of a folder and finds what refers to a heading. */
export function runMarkdownService(codeFolder: string): RivalFigures {
  const script = path.join(folder, 'markdownService.mjs');
  copyFileSync(path.resolve('test', 'bench', 'rivals', 'markdownService.mjs'), script);
  const out = execFileSync(process.execPath, [script, codeFolder], { encoding: 'utf8' });
  return JSON.parse(out) as RivalFigures;
}

/** cspell checks the files of a folder; its start is counted, as it is part of every check. */
export function runCspell(codeFolder: string): RivalFigures {
  const program = path.join(folder, 'node_modules', 'cspell', 'bin.mjs');
  const start = performance.now();
  spawnSync(
    process.execPath,
    [
      program,
      'lint',
      '--no-progress',
      '--no-summary',
      '--no-issues',
      '--no-gitignore',
      '--root',
      codeFolder,
      '**',
    ],
    { cwd: codeFolder, stdio: 'ignore' },
  );
  return { ms: performance.now() - start, peakMemory: NaN };
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareWith } from './compare.js';
import { fullCode, generateCode, type CodeSize } from './generateCode.js';
import type { Job, Measured } from './measure.js';
import { report, writePage, type Report, type Row, type SizePoint } from './report.js';
import { fetchRivals, runCspell, runMarkdownService } from './rivals.js';

/*
 * npm run bench                  every figure; writes docs/performance.md and its plot
 * npm run bench -- --quick       a small Code, without the programs beside it; writes nothing in docs
 * npm run bench -- --compare REV what changed since a revision
 */
const isQuick = process.argv.includes('--quick');
const measureModule = fileURLToPath(new URL('measure.js', import.meta.url));
const drafts = isQuick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 5_000_000];
const sizes = isQuick ? [1] : [1, 3, 12, 48];
const whole = isQuick ? 1 : 12;
const termCounts = isQuick ? [500, 2000] : [500, 2000, 8000];
/** How often each process is started, in turn with the others, so that a busy minute of the machine burdens all alike. */
const rounds = isQuick ? 1 : 3;

const root = mkdtempSync(path.join(tmpdir(), 'sec-bench-'));
try {
  const at = process.argv.indexOf('--compare');
  if (at !== -1) compareWith(process.argv[at + 1] ?? 'HEAD~1', writeCode(3, 500), writeDraft(100_000));
  else finish(measureAll());
} finally {
  rmSync(root, { recursive: true, force: true });
}

function finish(measured: Report): void {
  console.log(report(measured));
  mkdirSync('test-output', { recursive: true });
  writeFileSync(path.join('test-output', 'bench.json'), `${JSON.stringify(measured, null, 2)}\n`);
  if (!isQuick) writePage(measured);
}

// ---- what is measured on -----------------------------------------------------------------------------------------------------

function sizeOf(megabytes: number, definitions: number): CodeSize {
  const files = Math.max(10, Math.round(megabytes * 5));
  return {
    ...fullCode,
    bytes: megabytes * 1e6,
    files: Math.min(files, 100),
    definitions,
    draftBytes: 10_000,
  };
}

/** Writes a Code. @returns its folder */
function writeCode(megabytes: number, definitions: number): string {
  const folder = path.join(root, `${megabytes}-${definitions}`);
  const { files, terms } = generateCode(sizeOf(megabytes, definitions));
  mkdirSync(path.join(folder, 'sec'), { recursive: true });
  for (const { name, text } of files) writeFileSync(path.join(folder, 'sec', name), text);
  writeFileSync(path.join(folder, 'terms.json'), JSON.stringify(terms));
  return folder;
}

function writeDraft(bytes: number): string {
  const { draft } = generateCode({ ...sizeOf(1, 500), draftBytes: bytes });
  const file = path.join(root, `dp072-${bytes}.sec`);
  // A draft has a sub-section for each part at least: a smaller one is a part of it.
  const text =
    draft.text.length > bytes * 1.5 ? draft.text.slice(0, draft.text.indexOf('\n', bytes)) : draft.text;
  writeFileSync(file, text);
  return file;
}

// ---- measuring -----------------------------------------------------------------------------------------------------------------

/** Measures in a process of its own, so that no job is warmed up or burdened by another. */
function run(job: Job, folder: string, draft = ''): Measured {
  const out = execFileSync(process.execPath, ['--expose-gc', measureModule, job, folder, draft], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(out) as Measured;
}

/** The best of several: what a round took longer tells of the machine, not of the program. */
function best(measureOnce: () => Readonly<Record<string, number>>): Record<string, number> {
  let kept: Readonly<Record<string, number>> = { ms: Infinity };
  for (let round = 0; round < rounds; round++) {
    const now = measureOnce();
    if ((now['ms'] ?? NaN) < (kept['ms'] ?? NaN)) kept = now;
  }
  return { ...kept };
}

function measureAll(): Report {
  const points: SizePoint[] = sizes.map((megabytes) =>
    pointOf(megabytes, Math.round((megabytes * 2000) / 12)),
  );
  const terms = termCounts.map((count) => pointOf(whole, count));
  const folder = path.join(root, `${whole}-${Math.round((whole * 2000) / 12)}`);
  const draft = writeDraft(drafts.at(-2) as number);
  const rows: Row[] = [
    {
      name: 'bundled facts, to be asked',
      value: best(() => run('start', folder).figures)['ms'],
      unit: 'ms',
      aim: 15,
    },
    ...serveRows(folder, draft),
    ...indexRows(points.at(isQuick ? 0 : 2) as SizePoint, folder),
    ...editRows(folder),
    ...askRows(run('ask', folder, draft).samples),
    ...percentiles(
      'work on a request after word that it is cancelled',
      Object.values(run('cancel', folder, draft).samples).flat(),
      10,
    ),
  ];
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} processors, Node.js ${process.version}`;
  return { machine, whole, points, terms, rows };
}

function pointOf(megabytes: number, definitions: number): SizePoint {
  const folder = writeCode(megabytes, definitions);
  const floor = best(() => run('floor', folder).figures)['ms'] ?? NaN;
  const index = best(() => run('index', folder).figures);
  const checked = best(() => run('check', folder).figures);
  return { megabytes, definitions, floor, index, checked };
}

function serveRows(folder: string, draft: string): Row[] {
  const served = best(() => run('serve', folder, draft).figures);
  return [
    { name: 'folder and draft open, to the first hover', value: served['answers'], unit: 'ms' },
    { name: 'folder and draft open, all read', value: served['ms'], unit: 'ms' },
    { name: 'longest stall while the folder is read', value: served['stall'], unit: 'ms', aim: 50 },
  ];
}

function indexRows({ floor, index, checked }: SizePoint, folder: string): Row[] {
  const rows: Row[] = [
    { name: 'floor: read all files, look up every word', value: floor, unit: 'ms' },
    { name: 'cold index of all files', value: index['ms'], unit: 'ms' },
    { name: 'cold index of all files', value: (index['ms'] ?? NaN) / floor, unit: '× floor', aim: 4 },
    { name: 'warm index of all files', value: index['warm'], unit: 'ms' },
    { name: 'references of all files, when first asked for', value: index['references'], unit: 'ms' },
    { name: 'check of all files, index included', value: checked['ms'], unit: 'ms' },
    { name: 'peak memory, all indexed', value: index['peakMemory'], unit: 'MB', aim: 250 },
    { name: 'peak memory, all checked', value: checked['peakMemory'], unit: 'MB', aim: 250 },
  ];
  if (isQuick || !fetchRivals()) return rows;
  const markdown = best(() => ({ ...runMarkdownService(path.join(folder, 'sec')) }));
  const cspell = best(() => ({ ...runCspell(path.join(folder, 'sec')) }));
  rows.push(
    { name: 'vscode-markdown-languageservice opens the same', value: markdown['ms'], unit: 'ms' },
    {
      name: 'cold index, beside it',
      value: (index['ms'] ?? NaN) / (markdown['ms'] ?? NaN),
      unit: '×',
      aim: 1,
    },
    { name: 'its peak memory', value: markdown['peakMemory'], unit: 'MB' },
    { name: 'cspell checks the same', value: cspell['ms'], unit: 'ms' },
    { name: 'check, beside it', value: (checked['ms'] ?? NaN) / (cspell['ms'] ?? NaN), unit: '×', aim: 0.1 },
  );
  return rows;
}

function editRows(folder: string): Row[] {
  return drafts.flatMap((bytes) => {
    const { samples, figures } = run('edit', folder, writeDraft(bytes));
    const name = `${bytes / 1000} kB draft`;
    const isLarge = bytes === 1_000_000;
    return [
      ...percentiles(`edit to findings, ${name}`, samples['edit'] ?? [], isLarge ? 20 : undefined),
      ...percentiles(`completion behind an edit, ${name}`, samples['completion'] ?? [], undefined, 5),
      ...percentiles(`hover, ${name}`, samples['hover'] ?? [], undefined, 5),
      ...percentiles(`go to definition, ${name}`, samples['definition'] ?? [], undefined, 5),
      { name: `peak memory, ${name} edited`, value: figures['peakMemory'], unit: 'MB' as const },
    ];
  });
}

function askRows(samples: Measured['samples']): Row[] {
  return [
    ...percentiles('find all references', samples['references'] ?? [], 50),
    ...percentiles('references of a term with 5,000 uses', samples['oftenUsed'] ?? [], 50),
    ...percentiles('rename of a term with 5,000 uses', samples['rename'] ?? [], 50),
    ...percentiles('completion', samples['completion'] ?? [], undefined, 5),
    ...percentiles('workspace symbols', samples['symbols'] ?? [], 50),
    ...percentiles('semantic tokens, full', samples['tokens'] ?? []),
  ];
}

/** @param aim of the 95th percentile, @param worst of the 99th */
function percentiles(name: string, samples: readonly number[], aim?: number, worst?: number): Row[] {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return [
    { name: `${name}, p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}, p95`, value: at(0.95), unit: 'ms', ...(aim === undefined ? {} : { aim }) },
    { name: `${name}, p99`, value: at(0.99), unit: 'ms', ...(worst === undefined ? {} : { aim: worst }) },
  ];
}

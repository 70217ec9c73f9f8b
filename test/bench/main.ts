import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullCode, generateCode, quickCode, type CodeSize } from './generateCode.js';
import type { Job, Measured } from './measure.js';

/** One line of the report. The aim is told beside the figure; missing it fails nothing. */
interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '× floor';
  readonly aim?: number;
}

interface Best {
  readonly ms: number;
  readonly peakMemory: number;
  readonly heap: number;
}

const worst: Best = { ms: Infinity, peakMemory: NaN, heap: NaN };

const measureModule = fileURLToPath(new URL('measure.js', import.meta.url));
const reportFile = path.join('test-output', 'bench.json');
/** How often each process is started, in turn with the others, so that a busy minute of the machine burdens all alike. */
const rounds = 5;

const size = process.argv.includes('--quick') ? quickCode : fullCode;
const folder = mkdtempSync(path.join(tmpdir(), 'sec-bench-'));
try {
  const facts = writeCode(size);
  console.log(`${facts}\n`);
  const rows = measureAll();
  console.log(rows.map(line).join('\n'));
  if (size !== fullCode)
    console.log('\nThe aims are those for the full Code: in a small one the time goes into starting up.');
  mkdirSync(path.dirname(reportFile), { recursive: true });
  const machine = { node: process.version, processor: cpus()[0]?.model ?? '', processors: cpus().length };
  writeFileSync(reportFile, `${JSON.stringify({ size, machine, rows }, null, 2)}\n`);
  console.log(`\nwritten to ${reportFile}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeCode(size: CodeSize): string {
  const { files, draft, terms } = generateCode(size);
  mkdirSync(path.join(folder, 'sec'));
  for (const { name, text } of files) writeFileSync(path.join(folder, 'sec', name), text);
  writeFileSync(path.join(folder, draft.name), draft.text);
  writeFileSync(path.join(folder, 'terms.json'), JSON.stringify(terms));
  const megabytes = (texts: readonly { text: string }[]): string =>
    (texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6).toFixed(1);
  return `A Code of ${megabytes(files)} MB in ${files.length} files with ${terms.length} definitions, and a draft of ${megabytes([draft])} MB`;
}

// ---- measuring -----------------------------------------------------------------------------------------------------

function measureAll(): Row[] {
  const { floor, index, checked } = bestOfRounds();
  const { figures, samples } = run('session');
  return [
    { name: 'floor: read all files, look up every word', value: floor.ms, unit: 'ms' },
    { name: 'cold index of all files', value: index.ms, unit: 'ms' },
    { name: 'cold index of all files', value: index.ms / floor.ms, unit: '× floor', aim: 8 },
    { name: 'check of all files, index included', value: checked.ms, unit: 'ms' },
    { name: 'check of all files, index included', value: checked.ms / floor.ms, unit: '× floor', aim: 12 },
    ...percentiles('edit in the draft to its diagnostics', samples['diagnostics'] ?? [], 150),
    ...percentiles('hover', samples['hover'] ?? [], 10),
    ...percentiles('definition', samples['definition'] ?? [], 10),
    ...percentiles('references in the whole Code', samples['references'] ?? [], 50),
    ...percentiles('workspace symbols', samples['symbols'] ?? [], 50),
    { name: 'peak memory, all indexed', value: index.peakMemory, unit: 'MB', aim: 400 },
    { name: 'peak memory, all checked', value: checked.peakMemory, unit: 'MB', aim: 400 },
    { name: 'peak memory, editing session', value: figures['peakMemory'] ?? NaN, unit: 'MB', aim: 400 },
    { name: 'heap after collection, all indexed', value: index.heap, unit: 'MB' },
    { name: 'heap after collection, editing session', value: figures['heap'] ?? NaN, unit: 'MB' },
  ];
}

function percentiles(name: string, samples: readonly number[], aim: number): Row[] {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return [
    { name: `${name}, p50`, value: at(0.5), unit: 'ms', aim },
    { name: `${name}, p95`, value: at(0.95), unit: 'ms', aim },
  ];
}

/** The best of each job: what a round took longer tells of the machine, not of the program. */
function bestOfRounds(): Readonly<Record<'floor' | 'index' | 'checked', Best>> {
  const best = { floor: worst, index: worst, checked: worst };
  for (let round = 0; round < rounds; round++) {
    best.floor = better(best.floor, run('floor'));
    best.index = better(best.index, run('index'));
    best.checked = better(best.checked, run('check'));
  }
  return best;
}

function better(best: Best, { figures }: Measured): Best {
  const { ms = Infinity, peakMemory = NaN, heap = NaN } = figures;
  return ms < best.ms ? { ms, peakMemory, heap } : best;
}

/** Measures in a process of its own, so that no job is warmed up or burdened by another. */
function run(job: Job): Measured {
  const out = execFileSync(process.execPath, ['--expose-gc', measureModule, job, folder], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(out) as Measured;
}

// ---- reporting -----------------------------------------------------------------------------------------------------

function line({ name, value, unit, aim }: Row): string {
  const digits = value < 100 ? 1 : 0;
  const figure = `${value.toFixed(digits).padStart(9)} ${unit.padEnd(8)}`;
  return `${name.padEnd(46)} ${figure}${aim === undefined ? '' : ` aim: under ${aim}${value < aim ? '' : '  (missed)'}`}`;
}

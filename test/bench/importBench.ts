import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFiles } from '../../server/src/files/importFiles.js';
import { convertZip } from '../../server/src/word/convert.js';
import { deleted, inserted, list, onList, p, run, wordFile } from '../support/wordFile.js';

/**
 * Imports a Word file of 20,000 numbered paragraphs, every tenth with a tracked change, and prints what that took: the reading
 * by itself, and the whole command with its start, the counting of provisions and the writing.
 */
const count = 20_000;
const numbering = list(1, [
  { text: '%1', format: 'upperLetter', start: 4 },
  { text: '%1%2' },
  { text: '%1%2.%3' },
  { text: '(%4)', format: 'lowerLetter' },
  { text: '(%5)', format: 'lowerRoman' },
]);
const levels = [1, 2, 3, 3, 4, 4, 3, 2, 2, 3];
const words =
  'The Network Party shall give notice of each Planned Outage to the Panel within ten Working Days, and ';
const body = Array.from({ length: count }, (_, i) =>
  p(
    run(words.repeat(1 + (i % 6))) + (i % 10 === 0 ? deleted('may') + inserted('shall') : ''),
    onList(1, levels[i % levels.length] as number),
  ),
).join('');
const bytes = wordFile({ body: p('GARDENS', onList(1, 0)) + body, numbering });
console.log(`${count} paragraphs, ${(body.length / 1e6).toFixed(1)} MB of XML; aims: 1500 ms, 200 MB`);

const times: number[] = [];
for (let round = 0; round < 5; round++) {
  const start = performance.now();
  const read = await convertZip(bytes, { changes: 'keep' });
  times.push(performance.now() - start);
  if (!('kind' in read) || read.kind !== 'word') throw new Error('the file was not read');
  if (!read.converted.text.includes('D2000 ')) throw new Error('the paragraphs were not counted');
}
console.log(`  reading: first ${Math.round(times[0] ?? 0)} ms, best ${Math.round(Math.min(...times))} ms`);

const folder = mkdtempSync(path.join(tmpdir(), 'sec-import-'));
const file = path.join(folder, 'big.docx');
writeFileSync(file, bytes);

/** How often an import tells how far it is, and how long it works before it looks whether it is to stop. */
async function measureProgress(): Promise<string> {
  const request = {
    files: [file],
    out: folder,
    changes: 'keep',
    isDraft: false,
    force: true,
    importer: 'bench',
  } as const;
  const told: number[] = [];
  await importFiles(request, { onPoint: () => told.push(performance.now()) });
  const gaps = told.slice(1).map((at, i) => at - (told[i] as number));
  const stops: number[] = [];
  for (const percent of [10, 30, 50, 70, 90]) {
    const stop = new AbortController();
    let since = 0;
    const onPoint = ({ ofFile }: { ofFile: number }): void => {
      if (ofFile < percent || since > 0) return;
      // The word comes from outside, while the import works.
      setImmediate(() => {
        since = performance.now();
        stop.abort();
      });
    };
    await importFiles(request, { signal: stop.signal, onPoint }).catch(() => undefined);
    stops.push(performance.now() - since);
  }
  return `told ${told.length} times how far it is, at most ${Math.round(Math.max(...gaps))} ms apart; stops within ${Math.round(Math.max(...stops))} ms`;
}

interface Cost {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
}

/** Has a process tell what it took when it ends. */
const tell =
  'process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write(JSON.stringify({processor:(user+system)/1e3,memory:process.resourceUsage().maxRSS/1024}))})';
try {
  console.log(`  progress: ${await measureProgress()}`);
  const costs = Array.from({ length: 5 }, (): Cost => {
    const start = performance.now();
    const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
    const args = ['--import', hook, path.resolve('dist/cli.js'), 'import', file, '--force', '--out', folder];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the command failed: ${stderr}`);
    const told = JSON.parse(stderr) as Omit<Cost, 'wall'>;
    return { wall: performance.now() - start, ...told };
  });
  const best = (of: keyof Cost): number => Math.round(Math.min(...costs.map((cost) => cost[of])));
  console.log(
    `  the whole command: best ${best('wall')} ms, ${best('processor')} ms of processor time, peak ${best('memory')} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

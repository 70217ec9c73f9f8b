import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { definition } from '../../server/src/features/definition.js';
import { hover } from '../../server/src/features/hover.js';
import { references } from '../../server/src/features/references.js';
import { prepareSymbols, workspaceSymbols } from '../../server/src/features/workspaceSymbols.js';
import { keepHeapSmall } from '../../server/src/files/heap.js';
import { decodeText } from '../../server/src/files/decodeText.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';
import { check, type CheckSettings } from '../../server/src/findings/check.js';
import type { DocumentSource } from '../../server/src/index/documentFacts.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { prepareOccurrences } from '../../server/src/index/occurrences.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import type { Span } from '../../server/src/text/span.js';
import { runFloor } from './floor.js';
import { Chance } from './chance.js';

/** Lists of times, of which the reader takes the percentiles. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/** What one process measured. Times are in milliseconds, memory in megabytes. */
export interface Measured {
  readonly figures: Readonly<Record<string, number>>;
  readonly samples: Samples;
}

export type Job = 'floor' | 'index' | 'check' | 'session';

export const draftName = 'dp072.sec';
const settings: CheckSettings = { rules: {}, terms: [], asAt: '2026-01-01' };
const edits = 30;

const [job, folder] = process.argv.slice(2) as [Job, string];
process.stdout.write(JSON.stringify(await measure(job, folder)));

async function measure(job: Job, folder: string): Promise<Measured> {
  const codeFolder = path.join(folder, 'sec');
  const files = readdirSync(codeFolder).map((name) => path.join(codeFolder, name));
  if (job === 'floor') return { figures: { ...runFloor(files, readTerms(folder)) }, samples: {} };
  const index = new WorkspaceIndex(buildCatalogue(await loadBundledFacts()));
  const start = performance.now();
  for (const file of files) index.put(sourceOf(file, true), { code: 'code', isMember: true });
  index.codeOf(files[0] as string);
  const indexed = performance.now() - start;
  if (job === 'index') return { figures: { ms: indexed, ...memory() }, samples: {} };
  const findings = files.reduce((sum, file) => sum + check(viewOf(index, file), settings).length, 0);
  const checked = performance.now() - start;
  if (job === 'check') return { figures: { ms: checked, findings, ...memory() }, samples: {} };
  // As the language server does when it starts.
  keepHeapSmall();
  const samples = editingSession(index, path.join(folder, draftName));
  return { figures: memory(), samples };
}

function readTerms(folder: string): string[] {
  return JSON.parse(readFileSync(path.join(folder, 'terms.json'), 'utf8')) as string[];
}

function sourceOf(file: string, inCodeFolder: boolean): DocumentSource {
  const decoded = decodeText(readFileSync(file), 20_000_000);
  if ('refused' in decoded) throw new Error(`${file}: ${decoded.refused}`);
  return {
    uri: file,
    version: 0,
    text: decoded.text,
    fileName: path.basename(file),
    inCodeFolder,
    problem: decoded.problem,
  };
}

function viewOf(index: WorkspaceIndex, uri: string): DocumentView {
  const view = index.view(uri);
  if (!view) throw new Error(`${uri} was not read`);
  return view;
}

/** The most that the process held at any time, and what it holds once rubbish is out; in megabytes. */
function memory(): { peakMemory: number; heap: number } {
  const peakMemory = process.resourceUsage().maxRSS / 1000;
  globalThis.gc?.();
  return { peakMemory, heap: process.memoryUsage().heapUsed / 1e6 };
}

// ---- editing -------------------------------------------------------------------------------------------------------

/** Edits the draft again and again: after each edit its findings, then a hover and a definition at a place nearby. */
function editingSession(index: WorkspaceIndex, uri: string): Samples {
  const random = new Chance(1);
  const membership = { code: 'code', isMember: false };
  let source = sourceOf(uri, false);
  index.put(source, membership);
  check(viewOf(index, uri), settings);
  // As the language server does once it has read the folders.
  for (const each of index.documents()) prepareOccurrences(viewOf(index, each).document);
  prepareSymbols(index);
  const samples = {
    diagnostics: [] as number[],
    hover: [] as number[],
    definition: [] as number[],
    references: [] as number[],
    symbols: [] as number[],
  };
  for (let version = 1; version <= edits; version++) {
    source = { ...source, version, text: edited(source.text, random) };
    samples.diagnostics.push(
      timed(() => {
        index.put(source, membership);
        check(viewOf(index, uri), settings);
      }),
    );
    for (let i = 0; i < 5; i++) {
      const offset = namedPlace(viewOf(index, uri), random);
      samples.hover.push(timed(() => hover(viewOf(index, uri), offset)));
      samples.definition.push(timed(() => definition(viewOf(index, uri), offset)));
      samples.references.push(
        timed(() => references(index, viewOf(index, uri), offset, { includeDeclaration: true })),
      );
    }
    for (const query of ['h14', 'sub ghz', '0023'])
      samples.symbols.push(timed(() => workspaceSymbols(index, query)));
  }
  return samples;
}

/** Two words of the text in place of two others, anywhere between two lines' ends. */
function edited(text: string, random: Chance): string {
  const at = text.indexOf(' the ', random.between(1000, text.length - 1000));
  return `${text.slice(0, at)} every other ${text.slice(at + 5)}`;
}

/** The start of a reference or of a term's use, wherever it stands in the draft. */
function namedPlace({ document, uses }: DocumentView, random: Chance): number {
  return random.pick<Span>(random.chance(0.5) ? document.references : uses).start;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { definition } from '../../server/src/features/definition.js';
import { hover } from '../../server/src/features/hover.js';
import { complete } from '../../server/src/features/completion.js';
import { rename } from '../../server/src/features/prepareRename.js';
import { references } from '../../server/src/features/references.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { prepareSpellings } from '../../server/src/features/completeTerms.js';
import { prepareSymbols, workspaceSymbols } from '../../server/src/features/workspaceSymbols.js';
import { keepHeapSmall } from '../../server/src/files/heap.js';
import { decodeText } from '../../server/src/files/decodeText.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';
import { check, type CheckSettings } from '../../server/src/findings/check.js';
import type { DocumentSource } from '../../server/src/index/documentFacts.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { prepareOccurrences } from '../../server/src/index/occurrences.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { Session } from '../../server/src/protocol/session.js';
import type { Span } from '../../server/src/text/span.js';
import { finish } from '../../server/src/text/steps.js';
import { measureCancelled } from './cancel.js';
import { runFloor } from './floor.js';
import { Chance } from './chance.js';

/** Lists of times, of which the reader takes the percentiles. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/** What one process measured. Times are in milliseconds, memory in megabytes. */
export interface Measured {
  readonly figures: Readonly<Record<string, number>>;
  readonly samples: Samples;
}

export type Job = 'floor' | 'start' | 'index' | 'check' | 'edit' | 'ask' | 'serve' | 'cancel';

const settings: CheckSettings = { rules: {}, terms: [], asAt: '2026-01-01' };
const completionSettings = { asAt: settings.asAt, snippets: true };
const edits = 60;
/** How often the term is used that is looked for and renamed. */
const manyUses = 5000;
const membership = { code: 'code', isMember: false };

// The draft stands in a folder of its own: `edit` is measured with several of them beside one Code.
const [job, folder, draft = ''] = process.argv.slice(2) as [Job, string, string?];
process.stdout.write(JSON.stringify(await measure(job)));

async function measure(job: Job): Promise<Measured> {
  const codeFolder = path.join(folder, 'sec');
  const files = readdirSync(codeFolder).map((name) => path.join(codeFolder, name));
  if (job === 'floor') return { figures: { ...runFloor(files, readTerms()) }, samples: {} };
  if (job === 'serve') return serveFolder();
  if (job === 'cancel') return { figures: {}, samples: await measureCancelled(folder, draft) };
  // As the command and the language server do when they start.
  keepHeapSmall();
  const atStart = performance.now();
  const catalogue = buildCatalogue(await loadBundledFacts());
  const started = performance.now() - atStart;
  if (job === 'start') return { figures: { ms: started }, samples: {} };
  const index = new WorkspaceIndex(catalogue);
  const start = performance.now();
  putAll(index, files);
  const indexed = performance.now() - start;
  if (job === 'index') {
    const held = memory();
    const again = performance.now();
    putAll(index, files);
    const warm = performance.now() - again;
    const asked = performance.now();
    for (const file of files) finish(viewOf(index, file).document.joinLists());
    return { figures: { ms: indexed, warm, references: performance.now() - asked, ...held }, samples: {} };
  }
  if (job === 'check') {
    let findings = 0;
    for (const file of files) {
      findings += check(viewOf(index, file), settings).length;
      index.release(file);
    }
    return { figures: { ms: performance.now() - start, findings, ...memory() }, samples: {} };
  }
  const samples = job === 'edit' ? editDraft(index) : askDraft(index);
  return { figures: memory(), samples };
}

function putAll(index: WorkspaceIndex, files: readonly string[]): void {
  for (const file of files) index.put(sourceOf(file, true), { code: 'code', isMember: true });
  index.codeOf(files[0] as string);
}

function readTerms(): string[] {
  return JSON.parse(readFileSync(path.join(folder, 'terms.json'), 'utf8')) as string[];
}

function sourceOf(file: string, inCodeFolder: boolean): DocumentSource {
  const decoded = decodeText(readFileSync(file), 60_000_000);
  if ('refused' in decoded) throw new Error(`${file}: ${decoded.refused}`);
  return {
    uri: file,
    version: inCodeFolder ? 0 : 1,
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

// ---- editing and asking --------------------------------------------------------------------------------------------------

/** Edits the draft again and again: after each edit its findings, then a hover and a definition somewhere in it. */
function editDraft(index: WorkspaceIndex): Samples {
  const random = new Chance(1);
  let source = sourceOf(draft, false);
  index.put(source, membership);
  check(viewOf(index, draft), settings);
  const samples = {
    edit: [] as number[],
    completion: [] as number[],
    hover: [] as number[],
    definition: [] as number[],
  };
  for (let version = 2; version <= edits + 10; version++) {
    const { text, at } = edited(source.text, random);
    source = { ...source, version, text };
    const read = timed(() => index.put(source, membership));
    // What is typed is completed before its findings are asked for.
    const completed = timed(() =>
      complete(viewOf(index, draft), viewOf(index, draft).document.reading.fromFile(at), completionSettings),
    );
    const checked = timed(() => check(viewOf(index, draft), settings));
    // The first ones warm the process up, as the minute does before anybody types.
    if (version < 10) continue;
    samples.edit.push(read + checked);
    samples.completion.push(completed);
    for (let i = 0; i < 5; i++) {
      const offset = namedPlace(viewOf(index, draft), random);
      samples.hover.push(timed(() => hover(viewOf(index, draft), offset)));
      samples.definition.push(timed(() => definition(viewOf(index, draft), offset)));
    }
  }
  return samples;
}

/** An article in place of another with the beginning of a name behind it, anywhere between two lines' ends; and where it ends. */
function edited(text: string, random: Chance): { text: string; at: number } {
  const found = text.indexOf(' the ', random.between(1000, text.length - 1000));
  const start = found === -1 ? text.length : found;
  const words = ` every ${random.pick(['Re', 'Section D', 'Da', 'Ser'])}`;
  return { text: `${text.slice(0, start)}${words} ${text.slice(start + 5)}`, at: start + words.length };
}

/** The start of a reference or of a term's use, wherever it stands in the draft. */
function namedPlace({ document, uses }: DocumentView, random: Chance): number {
  return random.pick<Span>(random.chance(0.5) ? document.references : uses).start;
}

/** Asks about the whole workspace. */
function askDraft(index: WorkspaceIndex): Samples {
  const random = new Chance(2);
  index.put(sourceOf(draft, false), membership);
  const view = viewOf(index, draft);
  // As the language server does once it has read the folders.
  for (const each of index.documents()) finish(prepareOccurrences(viewOf(index, each).document));
  finish(prepareSymbols(index));
  for (const table of finish(index.prepareTerms())) finish(prepareSpellings(table));
  const samples = {
    references: [] as number[],
    oftenUsed: [] as number[],
    rename: [] as number[],
    completion: [] as number[],
    symbols: [] as number[],
    tokens: [] as number[],
  };
  const offset = view.uses[0]?.start ?? 0;
  for (let i = 0; i < 100; i++) {
    const at = i === 0 ? offset : namedPlace(view, random);
    samples.references.push(timed(() => references(index, view, at, { includeDeclaration: true })));
    samples.completion.push(timed(() => complete(view, at + 2, completionSettings)));
    samples.symbols.push(timed(() => workspaceSymbols(index, random.pick(['h14', 'sub ghz', '0023', 'D1']))));
  }
  for (let i = 0; i < 20; i++) samples.tokens.push(timed(() => semanticTokens(view)));
  const often = oftenUsed(index, view);
  for (let i = 0; i < 40; i++) {
    samples.oftenUsed.push(timed(() => references(index, view, often, { includeDeclaration: true })));
    samples.rename.push(timed(() => finish(rename(index, view, often, 'Fictitious Person'))));
  }
  return samples;
}

/** A use of the term whose words stand in all the texts about so often. They are counted as words, so that nothing is found ahead. */
function oftenUsed(index: WorkspaceIndex, { uses }: DocumentView): number {
  const texts = [...index.documents()].map((uri) => viewOf(index, uri).document.text);
  const distance = (term: string): number =>
    Math.abs(manyUses - texts.reduce((sum, text) => sum + text.split(term).length - 1, 0));
  const terms = [...new Set(uses.map(({ entry }) => entry.term))];
  const [often] = terms.map((term) => ({ term, far: distance(term) })).sort((a, b) => a.far - b.far);
  return uses.find(({ entry }) => entry.term === often?.term)?.start ?? 0;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

// ---- the server's own start ------------------------------------------------------------------------------------------------

/** Opens the folder as the server does, with the draft open: when it can be asked, when all is read, the longest stall. */
async function serveFolder(): Promise<Measured> {
  const nothing = (): void => undefined;
  const session = new Session({ error: nothing, warn: nothing, info: nothing, debug: nothing });
  const text = readFileSync(draft, 'utf8');
  session.put({ uri: new URL(`file://${draft}`).href, version: 1, getText: () => text });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  let answers = NaN;
  await session.configure(
    [{ path: folder, value: {} }],
    {},
    () => false,
    () => (answers = performance.now() - start),
  );
  const ms = performance.now() - start;
  delay.disable();
  return { figures: { answers, ms, stall: delay.max / 1e6 }, samples: {} };
}

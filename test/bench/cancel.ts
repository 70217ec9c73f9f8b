import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { LspClient, positionOf } from '../support/lspClient.js';

/** Milliseconds from a request to the word that it is cancelled: some while it waits, some while it works. */
const delays = [0, 2, 5, 10, 20, 40, 80, 160];

/**
 * Asks the bundled server, over its streams, long questions about a folder and a large open draft, and cancels each.
 *
 * @returns for each request, how long the server worked once the word was sent, for those that had no answer by then
 */
export async function measureCancelled(folder: string, draft: string): Promise<Record<string, number[]>> {
  const pull = { textDocument: { diagnostic: {} }, workspace: { diagnostics: {} } };
  const { client } = await LspClient.start({ folder, capabilities: pull });
  const text = readFileSync(draft, 'utf8');
  const uri = pathToFileURL(draft).href;
  await client.open(uri, text);
  const terms = JSON.parse(readFileSync(path.join(folder, 'terms.json'), 'utf8')) as string[];
  const position = positionOf(text, terms[0] as string, 1);
  const textDocument = { uri };
  const requests: readonly (readonly [string, string, object])[] = [
    ['findings of the workspace', 'workspace/diagnostic', { previousResultIds: [] }],
    ['findings of the draft', 'textDocument/diagnostic', { textDocument }],
    ['semantic tokens', 'textDocument/semanticTokens/full', { textDocument }],
    [
      'references',
      'textDocument/references',
      { textDocument, position, context: { includeDeclaration: true } },
    ],
    ['rename', 'textDocument/rename', { textDocument, position, newName: 'Fictitious Person' }],
    ['workspace symbols', 'workspace/symbol', { query: 'regional' }],
    ['code lenses', 'textDocument/codeLens', { textDocument }],
    ['document symbols', 'textDocument/documentSymbol', { textDocument }],
  ];
  // Answered once the folder is read.
  await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'no such thing' });
  await atRest(client.pid);
  const samples: Record<string, number[]> = {};
  for (const [name, method, params] of requests) {
    samples[name] = [];
    for (const [i, delay] of delays.entries()) {
      // What was made for the last question is of no use to the next.
      await client.change(uri, `${text}\n${i}\n`);
      // The edit itself is no part of the request: an unknown one is refused once it has been read.
      await client.connection.sendRequest('smartEnergyCode/nothing').catch(() => undefined);
      const ms = await cancelled(client, method, params, delay);
      if (ms !== undefined) samples[name].push(ms);
    }
  }
  await client.stop();
  return samples;
}

/** Undefined where the request was answered: before the word was sent, or while it was on its way. */
async function cancelled(
  client: LspClient,
  method: string,
  params: object,
  delay: number,
): Promise<number | undefined> {
  const source = new CancellationTokenSource();
  let worked: (() => number) | undefined;
  const timer = setTimeout(() => {
    worked = startClock(client.pid);
    source.cancel();
  }, delay);
  const isAnswered = await client.connection.sendRequest(method, params, source.token).then(
    () => true,
    () => false,
  );
  clearTimeout(timer);
  return isAnswered ? undefined : worked?.();
}

/**
 * Tells the milliseconds that the main thread of a process has worked since. The system brings the time of a running thread up
 * to date at its ticks only, every few milliseconds, and so may tell too much; the time that has gone by tells too much on a busy
 * machine. The smaller of the two is nearer.
 */
function startClock(pid: number): () => number {
  const threadFrom = threadTime(pid);
  const from = performance.now();
  return () => {
    const passed = performance.now() - from;
    const worked = threadTime(pid) - threadFrom;
    return Number.isNaN(worked) ? passed : Math.min(worked, passed);
  };
}

/** Resolves once a process has nothing more to do: what it gets ready by itself is no part of a request. */
async function atRest(pid: number): Promise<void> {
  for (let last = NaN, time = threadTime(pid); time !== last;) {
    last = time;
    await new Promise((resolve) => setTimeout(resolve, 300));
    time = threadTime(pid);
    if (Number.isNaN(time)) return;
  }
}

/** Milliseconds that the main thread of a process has run; NaN where that is not known. */
function threadTime(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return NaN;
  }
}

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { LspClient, positionOf } from '../support/lspClient.js';

const sectionD = [
  '---',
  'part: Section D',
  '---',
  'SECTION D: MODIFICATION PROCESS',
  'D9 DECISION',
  'D9.4 The panel shall vote.',
  '',
].join('\n');
const draftText = [
  '---',
  'modification: SECMP0023',
  '---',
  'Section D',
  '',
  'D9.5 The panel shall see Section D9.4 (the "Vote Rule").',
  '',
  'D9.6 The Vote Rule binds all under paragraph (a) below:',
  '(a) always; and',
  '(b) under Section D9.4.',
  '',
].join('\n');

describe('navigation over standard input and output', () => {
  let folder: string;
  let client: LspClient;
  const uriOf = (...names: string[]): string => pathToFileURL(path.join(folder, ...names)).href;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sec-lsp-'));
    await mkdir(path.join(folder, 'sec'));
    await writeFile(path.join(folder, 'sec', 'section-d.sec'), sectionD);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    await rm(folder, { recursive: true });
  });

  /** Starts the server with the draft open. */
  async function start(initializationOptions: unknown = {}): Promise<string> {
    ({ client } = await LspClient.start({
      folder,
      initializationOptions,
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    }));
    await client.open(uriOf('draft.sec'), draftText);
    return uriOf('draft.sec');
  }

  function at(words: string, skip = 0): { line: number; character: number } {
    return positionOf(draftText, words, skip);
  }

  function request<T>(method: string, params: object): Promise<T> {
    return client.connection.sendRequest(method, params);
  }

  it('finds references over files, with and without the label', async () => {
    const uri = await start();
    const references = (includeDeclaration: boolean): Promise<Location[]> =>
      request('textDocument/references', {
        textDocument: { uri },
        position: at('D9.4'),
        context: { includeDeclaration },
      });
    const uses = [
      { uri, range: { start: { line: 5, character: 25 }, end: { line: 5, character: 37 } } },
      { uri, range: { start: { line: 9, character: 10 }, end: { line: 9, character: 22 } } },
    ];
    const label = {
      uri: uriOf('sec', 'section-d.sec'),
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 4 } },
    };
    assert.deepEqual(await references(false), uses);
    const all = await references(true);
    assert.deepEqual(
      new Set(all.map((place) => JSON.stringify(place))),
      new Set([label, ...uses].map((place) => JSON.stringify(place))),
    );
    const shown = await client.at<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      uri,
      at('Vote Rule', 2),
    );
    assert.deepEqual(
      shown.map(({ range, kind }) => [range.start, kind]),
      [
        [{ line: 5, character: 44 }, 3],
        [{ line: 7, character: 9 }, 2],
      ],
    );
  });

  it('shows the outline, and finds symbols of the workspace', async () => {
    const uri = await start({ generatedPages: true });
    const [part] = await request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      part?.children?.map(({ name }) => name),
      ['D9.5', 'D9.6'],
    );
    const found = await request<SymbolInformation[]>('workspace/symbol', { query: 'd9' });
    assert.equal(found[0]?.name, 'Section D9 DECISION');
    assert.equal(found[0]?.location.uri, uriOf('sec', 'section-d.sec'));
    const [register] = await request<SymbolInformation[]>('workspace/symbol', { query: '0024' });
    assert.match(register?.location.uri ?? '', /^sec-facts:\/modification\/SECMP0024/);
  });

  it('follows calls up and down', async () => {
    const uri = await start();
    const [item] = await client.at<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', uri, at('D9.4'));
    assert.equal(item?.name, 'Section D9.4');
    const incoming = await request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges.length]),
      [
        ['Section D9.5', 1],
        ['Section D9.6', 1],
      ],
    );
    const outgoing = await request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: incoming[1]?.from,
    });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges]),
      [['Section D9.4', [{ start: { line: 9, character: 10 }, end: { line: 9, character: 22 } }]]],
    );
    const made = { ...item, data: { kind: 'provision', uri: 'file:///elsewhere', start: -1 } };
    assert.deepEqual(await request('callHierarchy/incomingCalls', { item: made }), []);
  });

  it('links, folds and grows the selection', async () => {
    const uri = await start();
    const links = await request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target }) => target),
      [`${uriOf('sec', 'section-d.sec')}#L6,1`, `${uri}#L9,1`, `${uriOf('sec', 'section-d.sec')}#L6,1`],
    );
    const folds = await request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [3, 9],
        [7, 9],
      ],
    );
    const [selection] = await request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [at('Vote Rule binds', 1)],
    });
    assert.deepEqual(selection?.range, { start: at('Vote Rule binds'), end: at('Vote Rule binds', 4) });
    assert.deepEqual(selection?.parent?.range.end, at('Vote Rule binds', 9));
  });

  it('gives semantic tokens whole, for a range, and what changed', async () => {
    const uri = await start();
    const full = await request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });
    assert.equal(full.data.length % 5, 0);
    assert.ok(full.data.length > 50);
    const range = await request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri },
      range: { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } },
    });
    assert.deepEqual(range.data.slice(0, 3), [9, 0, 3]);
    assert.equal(range.data.length, 10);
    await client.change(uri, draftText.replace('(b) under', '(b) only under'));
    const delta = await request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument: { uri },
      previousResultId: full.resultId,
    });
    assert.deepEqual(
      delta.edits.map(({ deleteCount, data }) => [deleteCount, data?.length]),
      [[1, 1]],
    );
  });

  it('gives hints only where they are switched on', async () => {
    let uri = await start();
    const hints = (): Promise<InlayHint[]> =>
      request('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } },
      });
    assert.deepEqual(await hints(), []);
    await client.stop();
    uri = await start({ inlayHints: { headings: true, owners: true } });
    assert.deepEqual(
      (await hints()).map(({ position, label }) => [
        position,
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      ]),
      [
        [{ line: 5, character: 37 }, '(DECISION)'],
        [{ line: 7, character: 48 }, 'of Section D9.6'],
        [{ line: 9, character: 22 }, '(DECISION)'],
      ],
    );
  });

  it('counts references above provisions and terms, and can be told not to', async () => {
    let uri = await start({ generatedPages: true });
    const lenses = (): Promise<CodeLens[]> => request('textDocument/codeLens', { textDocument: { uri } });
    const found = await lenses();
    assert.ok(found.every(({ command }) => command === undefined));
    const counted = await Promise.all(found.map((lens) => request<CodeLens>('codeLens/resolve', lens)));
    assert.deepEqual(
      counted.map(({ command }) => command?.title),
      ['used once'],
    );
    await client.stop();
    uri = await start({ codeLens: { references: false } });
    assert.deepEqual(await lenses(), []);
  });
});

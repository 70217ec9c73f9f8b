import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
  DocumentDiagnosticReport,
  Hover,
  Location,
  SemanticTokens,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver/node';
import { withServer } from '../support/memoryServer.js';

const files = {
  'sec/section-a.sec': `
    ---
    part: Section A
    ---
    SECTION A: DEFINITIONS
    A1 DEFINITIONS
    A1.1 In this Code, the following expressions have the meanings set out beside them:
    Party\tmeans a person that is bound by this Code.
  `,
  'sec/section-d.sec': `
    ---
    part: Section D
    ---
    SECTION D: PROCESS
    D1 PROPOSALS
    D1.1 A Party may propose a change.
    D1.2 A Party may ask the Gas Board.
  `,
};
const pulls = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

describe('what a client is told piece by piece', () => {
  it('references come text by text to a client that gives a token, and progress is begun and ended', async () => {
    await withServer({ files }, async ({ connection, uri, open }) => {
      await open('draft.sec', 'Section D\n\nD1.3 Each Party shall pay.\n');
      const pieces: Location[][] = [];
      const progress: string[] = [];
      connection.onNotification('$/progress', ({ token, value }: { token: string; value: unknown }) => {
        if (token === 'pieces') pieces.push(value as Location[]);
        else progress.push((value as { kind: string }).kind);
      });
      const rest: Location[] = await connection.sendRequest('textDocument/references', {
        textDocument: { uri: uri('draft.sec') },
        position: { line: 2, character: 12 },
        context: { includeDeclaration: true },
        partialResultToken: 'pieces',
        workDoneToken: 'work',
      });
      assert.deepEqual(rest, []);
      assert.equal(pieces.flat().length, 4);
      assert.ok(pieces.length > 1, 'each text is a piece');
      assert.deepEqual([progress[0], progress.at(-1)], ['begin', 'end']);
    });
  });

  it('symbols of the workspace come best first, piece by piece, with progress', async () => {
    await withServer({ files }, async ({ connection }) => {
      const pieces: SymbolInformation[][] = [];
      const progress: string[] = [];
      connection.onNotification('$/progress', ({ token, value }: { token: string; value: unknown }) => {
        if (token === 'pieces') pieces.push(value as SymbolInformation[]);
        else progress.push((value as { kind: string }).kind);
      });
      const rest: SymbolInformation[] = await connection.sendRequest('workspace/symbol', {
        query: 'd1.1',
        partialResultToken: 'pieces',
        workDoneToken: 'work',
      });
      assert.deepEqual(rest, []);
      assert.equal(pieces[0]?.[0]?.name, 'Section D1.1');
      const whole: SymbolInformation[] = await connection.sendRequest('workspace/symbol', { query: 'd1.1' });
      assert.deepEqual(pieces.flat(), whole);
      assert.deepEqual([progress[0], progress.at(-1)], ['begin', 'end']);
    });
  });

  it('findings of the workspace come file by file, and what did not change is not sent again', async () => {
    await withServer({ files, capabilities: pulls }, async ({ connection }) => {
      const pieces: WorkspaceDiagnosticReportPartialResult[] = [];
      connection.onNotification(
        '$/progress',
        ({ value }: { value: WorkspaceDiagnosticReportPartialResult }) => {
          pieces.push(value);
        },
      );
      const first: WorkspaceDiagnosticReport = await connection.sendRequest('workspace/diagnostic', {
        previousResultIds: [],
        partialResultToken: 'pieces',
      });
      assert.deepEqual(first.items, []);
      const items = pieces.flatMap(({ items }) => items);
      assert.equal(items.length, 2);
      const again: WorkspaceDiagnosticReport = await connection.sendRequest('workspace/diagnostic', {
        previousResultIds: items.map(({ uri, resultId }) => ({ uri, value: resultId })),
      });
      assert.deepEqual(
        again.items.map(({ kind }) => kind),
        ['unchanged', 'unchanged'],
      );
    });
  });

  it('the findings of one text have an id that holds until they change', async () => {
    await withServer({ files, capabilities: pulls }, async ({ connection, uri, open }) => {
      await open('draft.sec', 'Section D\n\nD1.3 Each Meter Board shall pay Section D9.\n');
      const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
        connection.sendRequest('textDocument/diagnostic', {
          textDocument: { uri: uri('draft.sec') },
          ...(previousResultId === undefined ? {} : { previousResultId }),
        });
      const first = await pull();
      assert.equal(first.kind, 'full');
      assert.equal((await pull(first.resultId)).kind, 'unchanged');
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri('draft.sec'), version: 2 },
        contentChanges: [{ text: 'Section D\n\nD1.3 Each Party shall pay.\n' }],
      });
      const second = await pull(first.resultId);
      assert.equal(second.kind, 'full');
    });
  });
});

describe('a request that is cancelled', () => {
  it('stops within a slice, and the server answers the next one', async () => {
    const clause = (i: number): string =>
      `D1.${i + 1} Each Party shall give the Gas Board ${i} what Section D1.${i} and Section D7.${i} say.`;
    const big = `---\npart: Section D\n---\nSECTION D: PROCESS\nD1 PROPOSALS\n${Array.from({ length: 900 }, (_, i) => clause(i)).join('\n')}\n`;
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`sec/${i}/section-d.sec`, big]));
    await withServer(
      { files: { ...files, ...many }, capabilities: pulls },
      async ({ connection, uri, open }) => {
        await open('draft.sec', 'Section D\n\nD1.3 Each Party shall pay.\n');
        const hover = (): Promise<Hover> =>
          connection.sendRequest('textDocument/hover', {
            textDocument: { uri: uri('draft.sec') },
            position: { line: 2, character: 12 },
          });
        await hover();
        const source = new CancellationTokenSource();
        const asked = connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
        setTimeout(() => source.cancel(), 20);
        await assert.rejects(asked, /cancelled/);
        assert.ok(await hover());
      },
    );
  });

  it('stops whatever it asks of a large text, and its answer is whole the next time', async () => {
    // Each answer takes several slices, also on a fast machine: what fits into one cannot be stopped.
    const clauses = Array.from(
      { length: 15_000 },
      (_, i) =>
        `D1.${i + 1} Each Party shall tell the Party ${i % 5 === 0 ? `that Section D7.${i} says it` : ''}.`,
    );
    const initializationOptions = { codeLens: { references: true } };
    await withServer(
      { files, capabilities: pulls, initializationOptions },
      async ({ connection, uri, open }) => {
        await open('draft.sec', `Section D\n\n${clauses.join('\n')}\n`);
        const textDocument = { uri: uri('draft.sec') };
        const position = { line: 2, character: 12 };
        const sizes: Record<string, number> = {};
        const stopped: string[] = [];
        for (const [method, params] of Object.entries({
          'textDocument/semanticTokens/full': { textDocument },
          'textDocument/documentSymbol': { textDocument },
          'textDocument/diagnostic': { textDocument },
          'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
        })) {
          const source = new CancellationTokenSource();
          const asked = connection.sendRequest(method, params, source.token);
          setImmediate(() => source.cancel());
          // An answer that was there before the word arrived is an answer.
          const stops = await asked.then(
            () => false,
            (error: unknown) => /cancelled/.test(String(error)),
          );
          if (stops) stopped.push(method);
          const answers = [
            await connection.sendRequest(method, params),
            await connection.sendRequest(method, params),
          ];
          sizes[method] = JSON.stringify(answers[0]).length;
          assert.equal(JSON.stringify(answers[1]).length, sizes[method], `${method} asked twice`);
        }
        for (const long of ['textDocument/semanticTokens/full', 'textDocument/diagnostic'])
          assert.ok(stopped.includes(long), `only ${stopped.join(', ')} stopped`);
        assert.ok(
          Object.values(sizes).every((size) => size > 10_000),
          JSON.stringify(sizes),
        );
      },
    );
  });
});

describe('positions in the units that the client asks for', () => {
  const text = 'Section D\n\nD1.3 “Fünf” 😀 and each Party shall pay.\n';
  for (const [encoding, before] of [
    ['utf-8', Buffer.byteLength('D1.3 “Fünf” 😀 and each ')],
    ['utf-32', 23],
    ['utf-16', 24],
  ] as const) {
    it(`${encoding}: of hovers, of edits as they are typed, and of what is found`, async () => {
      const capabilities = { general: { positionEncodings: [encoding] } };
      await withServer({ files, capabilities }, async ({ connection, result, uri, open }) => {
        assert.equal(result.capabilities.positionEncoding, encoding);
        await open('draft.sec', text);
        const hover = (character: number): Promise<Hover | null> =>
          connection.sendRequest('textDocument/hover', {
            textDocument: { uri: uri('draft.sec') },
            position: { line: 2, character },
          });
        assert.deepEqual((await hover(before))?.range, {
          start: { line: 2, character: before },
          end: { line: 2, character: before + 5 },
        });
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: uri('draft.sec'), version: 2 },
          contentChanges: [
            {
              range: { start: { line: 2, character: before }, end: { line: 2, character: before + 5 } },
              text: '😀 Party',
            },
            {
              range: { start: { line: 2, character: before }, end: { line: 2, character: before } },
              text: 'é',
            },
          ],
        });
        const shift = { 'utf-8': 2 + 5, 'utf-16': 4, 'utf-32': 3 }[encoding];
        assert.equal((await hover(before + shift))?.range?.start.character, before + shift);
      });
    });
  }

  it('of semantic tokens, whose lengths count in them too', async () => {
    const draft =
      'Section D\n\nD3 FÜNF 😀 STEPS\n\nD3.1 “Café 😀 Party” means a Party; each Café 😀 Party shall pay.\n';
    const lines = draft.split('\n');
    const cut = {
      'utf-8': (line: string, from: number, to: number) => Buffer.from(line).subarray(from, to).toString(),
      'utf-16': (line: string, from: number, to: number) => line.slice(from, to),
      'utf-32': (line: string, from: number, to: number) => [...line].slice(from, to).join(''),
    };
    const found: string[][] = [];
    for (const encoding of ['utf-16', 'utf-8', 'utf-32'] as const) {
      const capabilities = { general: { positionEncodings: [encoding] } };
      await withServer({ files, capabilities }, async ({ connection, uri, open }) => {
        await open('draft.sec', draft);
        const { data } = await connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
          textDocument: { uri: uri('draft.sec') },
        });
        const words: string[] = [];
        let [line, character] = [0, 0];
        for (let i = 0; i < data.length; i += 5) {
          const [down = 0, right = 0, length = 0] = data.slice(i, i + 3);
          line += down;
          character = down > 0 ? right : character + right;
          words.push(cut[encoding](lines[line] ?? '', character, character + length));
        }
        found.push(words);
      });
    }
    assert.ok(found[0]?.includes('FÜNF 😀 STEPS'), JSON.stringify(found[0]));
    assert.deepEqual(found[1], found[0]);
    assert.deepEqual(found[2], found[0]);
  });

  it('where nothing is offered they are UTF-16', async () => {
    await withServer({}, ({ result }) => {
      assert.equal(result.capabilities.positionEncoding, 'utf-16');
      return Promise.resolve();
    });
  });
});

describe('a large text', () => {
  /** As long as a paper of some hundred pages. */
  const clauses = Array.from(
    { length: 3000 },
    (_, i) => `D1.${i + 1} Each Party shall keep to it, as the board asks.`,
  );
  const text = `Section D\n\nD1 DUTIES\n\n${clauses.join('\n\n')}\n\nD1.3001 The Gas Board pays under Section D1.2.\n`;
  const lines = text.split('\n');
  const last = lines.length - 2;
  const column = (words: string): number => (lines[last] as string).indexOf(words) + 1;

  it('is answered for as a whole as soon as it is opened', async () => {
    await withServer({ files }, async ({ connection, uri, open }) => {
      await open('draft.sec', text);
      const found: Location[] = await connection.sendRequest('textDocument/definition', {
        textDocument: { uri: uri('draft.sec') },
        position: { line: last, character: column('D1.2') },
      });
      assert.ok(found.length > 0);
    });
  });

  it('is read again when it is closed and opened while it is opened', async () => {
    await withServer({ files }, async ({ connection, uri, open }) => {
      const textDocument = { uri: uri('draft.sec') };
      await connection.sendRequest('workspace/symbol', { query: 'D1' });
      await open('draft.sec', text.replace('D1.2.', 'D1.3.'));
      await connection.sendNotification('textDocument/didClose', { textDocument });
      await open('draft.sec', text);
      const found: Location[] = await connection.sendRequest('textDocument/definition', {
        textDocument,
        position: { line: last, character: column('D1.2') },
      });
      assert.ok(found.some(({ range }) => lines[range.start.line]?.startsWith('D1.2 ')));
    });
  });

  it('is read as it is after an edit that comes while it is opened', async () => {
    await withServer({ files, capabilities: pulls }, async ({ connection, uri, open }) => {
      const textDocument = { uri: uri('draft.sec') };
      await connection.sendRequest('workspace/symbol', { query: 'D1' });
      await open('draft.sec', text);
      const at = column('Gas Board') - 1;
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { ...textDocument, version: 2 },
        contentChanges: [
          {
            range: { start: { line: last, character: at }, end: { line: last, character: at + 9 } },
            text: 'Gas Party Board',
          },
        ],
      });
      const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
        textDocument,
      });
      assert.ok(report.kind === 'full');
      const told = report.items.filter(({ code }) => code === 'undefined-term');
      assert.deepEqual(
        told.map(({ range }) => [range.start.line, range.start.character, range.end.character]),
        [[last, at, at + 'Gas Party Board'.length]],
      );
    });
  });
});

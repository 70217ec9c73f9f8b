import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { withServer, type MemoryServer } from '../support/memoryServer.js';

const files = {
  'sec/section-a.sec': `
    ---
    part: Section A
    ---
    SECTION A: DEFINITIONS
    A1 DEFINITIONS
    A1.1 In this Code, the following expressions have the meanings set out beside them:
    Party\tmeans a person that is bound by this Code.
    Party Category\tmeans a kind of Party.
  `,
};
const draft = 'Section D\n\nD1.3 Each Party shall pay under SECMP022 and SECMP-4.\n';

function at(
  server: MemoryServer,
  method: string,
  line: number,
  character: number,
  more: object = {},
): Promise<unknown> {
  const textDocument = { uri: server.uri('draft.sec') };
  return server.connection.sendRequest(method, { textDocument, position: { line, character }, ...more });
}

describe('renames over the protocol', () => {
  it('a client that can ask gets versions, annotations, and longer terms as a choice to confirm', async () => {
    const capabilities = {
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
      textDocument: { rename: { prepareSupport: true } },
    };
    await withServer({ files, capabilities }, async (server) => {
      await server.open('draft.sec', draft);
      assert.deepEqual(server.result.capabilities.renameProvider, { prepareProvider: true });
      assert.deepEqual(await at(server, 'textDocument/prepareRename', 2, 12), {
        range: { start: { line: 2, character: 10 }, end: { line: 2, character: 15 } },
        placeholder: 'Party',
      });
      const edit = (await at(server, 'textDocument/rename', 2, 12, { newName: 'Member' })) as WorkspaceEdit;
      const changes = edit.documentChanges as TextDocumentEdit[];
      assert.deepEqual(
        changes.map(({ textDocument: { uri, version } }) => [uri, version]).sort(),
        [
          [server.uri('draft.sec'), 1],
          [server.uri('sec/section-a.sec'), null],
        ].sort(),
      );
      const annotations = Object.values(edit.changeAnnotations ?? {});
      assert.deepEqual(
        annotations.map(({ label, needsConfirmation }) => [label, needsConfirmation ?? false]),
        [
          ['Rename “Party” to “Member”', false],
          ['Also rename “Party Category” to “Member Category”', true],
        ],
      );
    });
  });

  it('any other client gets a plain list without the choices, and a reason where it is refused', async () => {
    await withServer({ files }, async (server) => {
      await server.open('draft.sec', draft);
      assert.equal(server.result.capabilities.renameProvider, true);
      const edit = (await at(server, 'textDocument/rename', 2, 12, { newName: 'Member' })) as WorkspaceEdit;
      assert.deepEqual(Object.keys(edit), ['changes']);
      assert.deepEqual(edit.changes?.[server.uri('draft.sec')], [
        { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 15 } }, newText: 'Member' },
      ]);
      assert.ok(!JSON.stringify(edit).includes('Member Category'));
      await assert.rejects(
        at(server, 'textDocument/rename', 2, 12, { newName: 'Party Category' }),
        /“Party Category” is defined already in Section A1\.1/,
      );
    });
  });
});

describe('completion over the protocol', () => {
  it('items replace what is typed, take no commit characters, and are explained when they are looked at', async () => {
    const capabilities = {
      textDocument: {
        completion: { completionItem: { documentationFormat: ['markdown' as const], snippetSupport: true } },
      },
    };
    await withServer({ files, capabilities }, async (server) => {
      await server.open('draft.sec', 'Section D\n\nD1.3 Each Par.\n');
      // References wait until the folder is read; completion answers from what is there.
      await at(server, 'textDocument/references', 2, 0, { context: { includeDeclaration: true } });
      const { items } = (await at(server, 'textDocument/completion', 2, 13)) as CompletionList;
      assert.deepEqual(
        items.slice(0, 2).map(({ label }) => label),
        ['Party', 'Party Category'],
      );
      const [first] = items as [CompletionItem];
      assert.equal(first.commitCharacters, undefined);
      assert.deepEqual(first.textEdit, {
        range: { start: { line: 2, character: 10 }, end: { line: 2, character: 13 } },
        newText: 'Party',
      });
      const resolved: CompletionItem = await server.connection.sendRequest('completionItem/resolve', first);
      assert.match(JSON.stringify(resolved.documentation), /means a person that is bound by this Code/);
    });
  });
});

describe('code actions over the protocol', () => {
  const range = (character: number): object => ({
    start: { line: 2, character },
    end: { line: 2, character },
  });
  const ask = (server: MemoryServer, only?: string[]): Promise<CodeAction[]> =>
    server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: server.uri('draft.sec') },
      range: range(34),
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });

  it('all ids of a file at once, and everything that has one sure mend', async () => {
    await withServer({ files }, async (server) => {
      await server.open('draft.sec', draft);
      const actions = await ask(server);
      const all = actions.find(({ title }) => title === 'Correct all 2 modification ids in this file');
      assert.deepEqual(
        all?.edit?.changes?.[server.uri('draft.sec')]?.map(({ newText }) => newText),
        ['SECMP0022', 'SECMP0004'],
      );
      assert.ok(actions.every(({ kind }) => !kind?.startsWith('source')));
      const source = await ask(server, ['source.fixAll']);
      assert.deepEqual(
        source.map(({ kind }) => kind),
        ['source.fixAll.smart-energy-code'],
      );
    });
  });

  it('a client that resolves gets the edits once it picks', async () => {
    const capabilities = {
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    };
    await withServer({ files, capabilities }, async (server) => {
      await server.open('draft.sec', draft);
      const [mend] = await ask(server);
      assert.equal(mend?.edit, undefined);
      const resolved: CodeAction = await server.connection.sendRequest('codeAction/resolve', mend);
      assert.deepEqual(
        resolved.edit?.changes?.[server.uri('draft.sec')]?.map(({ newText }) => newText),
        ['SECMP0022'],
      );
    });
  });
});

describe('formatting over the protocol', () => {
  const text = 'Section D\n\nD1.3 The Panel shall:\n(a) vote; and\n\n';
  const edits = async (settings: unknown): Promise<unknown[]> => {
    const answers: unknown[] = [];
    const capabilities = { workspace: { configuration: true } };
    await withServer({ settings, capabilities }, async ({ connection, uri, open }) => {
      await open('draft.sec', text);
      const textDocument = { uri: uri('draft.sec') };
      const options = { tabSize: 4, insertSpaces: true };
      answers.push(
        await connection.sendRequest('textDocument/rangeFormatting', {
          textDocument,
          range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
          options,
        }),
        await connection.sendRequest('textDocument/onTypeFormatting', {
          textDocument,
          position: { line: 4, character: 0 },
          ch: '\n',
          options,
        }),
      );
    });
    return answers;
  };

  it('does nothing until it is switched on', async () => {
    assert.deepEqual(await edits({}), [null, null]);
    const at = (line: number) => ({ line, character: 0 });
    assert.deepEqual(await edits({ format: { onType: true, selection: true } }), [
      [{ range: { start: at(3), end: at(3) }, newText: '    ' }],
      [{ range: { start: at(4), end: at(4) }, newText: '    (b) ' }],
    ]);
  });
});

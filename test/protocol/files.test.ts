import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Hover, WorkspaceEdit } from 'vscode-languageserver/node';
import { withServer, type MemoryServer } from '../support/memoryServer.js';

const sectionA = (meaning: string): string =>
  `---\npart: Section A\n---\nSECTION A: DEFINITIONS\n\nA1 DEFINITIONS\n\nA1.1 In this Code:\n\n| Term | Meaning |\n| --- | --- |\n| Tall Tree | means ${meaning}. |\n`;
const draft = 'Section D\n\nD1.3 Each Tall Tree is cut.\n';
const at = { line: 2, character: 12 };

/** Asks until it is so; fails after four seconds. */
async function eventually(ask: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail('it did not come about');
}

/** Asks until the hover over the draft's term says the words, or says nothing where `words` is undefined. */
async function hoverSays(
  { connection, uri }: MemoryServer,
  words: string | undefined,
  name = 'draft.sec',
): Promise<void> {
  await eventually(async () => {
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: name.startsWith('file:') ? name : uri(name) },
      position: at,
    });
    const shown = JSON.stringify(hover?.contents ?? null);
    return words === undefined ? !shown.includes('means') : shown.includes(words);
  });
}

describe('files that come, go and move', () => {
  it('a code folder that is made later is read as one', async () => {
    await withServer({ files: { 'draft.sec': draft } }, async (server) => {
      const { connection, folder, uri, open } = server;
      await open('draft.sec', draft);
      await hoverSays(server, undefined);
      await mkdir(path.join(folder, 'sec'));
      await writeFile(path.join(folder, 'sec/section-a.sec'), sectionA('a plant above two metres'));
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('sec/section-a.sec'), type: 1 }],
      });
      await hoverSays(server, 'above two metres');
    });
  });

  it('plain text and Markdown that `include` names are read, watched and followed while they are closed', async () => {
    const paper = (words: string): string => `A paper\n\nEach Tall Tree ${words}.\n`;
    const files = {
      'sec/section-a.sec': sectionA('a plant above two metres'),
      'draft.sec': draft,
      'papers/one.md': paper('counts'),
      'papers/picture.png': 'no text',
      'other/two.md': paper('does not count'),
    };
    const options = {
      files,
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
      initializationOptions: { include: ['papers/**', '../**/*.md'] },
    };
    await withServer(options, async (server) => {
      const { connection, folder, uri, open, asked } = server;
      await open('draft.sec', draft);
      const named = async (): Promise<string> => {
        const found: { uri: string }[] = await connection.sendRequest('textDocument/references', {
          textDocument: { uri: uri('draft.sec') },
          position: at,
          context: { includeDeclaration: false },
        });
        return found.map((place) => path.relative(uri('.'), place.uri)).join(' ');
      };
      const changed = (name: string): Promise<void> =>
        connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uri(name), type: 2 }],
        });
      assert.equal(await named(), 'draft.sec papers/one.md');
      await eventually(() => JSON.stringify(asked).includes('"pattern":"papers/**"'));
      await writeFile(path.join(folder, 'papers/three.md'), paper('comes later'));
      await changed('papers/three.md');
      await writeFile(path.join(folder, 'other/two.md'), paper('never counts'));
      await changed('other/two.md');
      await eventually(async () => (await named()) === 'draft.sec papers/one.md papers/three.md');
      await open('papers/one.md', paper('and another Tall Tree counts'));
      await eventually(
        async () => (await named()) === 'draft.sec papers/one.md papers/one.md papers/three.md',
      );
      await connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: uri('papers/one.md') },
      });
      await eventually(async () => (await named()) === 'draft.sec papers/one.md papers/three.md');
      await rm(path.join(folder, 'papers/one.md'));
      await changed('papers/one.md');
      await eventually(async () => (await named()) === 'draft.sec papers/three.md');
    });
  });

  it('a folder that is renamed is followed', async () => {
    const files = { 'draft.sec': draft, 'papers/a.sec': sectionA('a plant above two metres') };
    await withServer({ files }, async (server) => {
      const { connection, folder, uri, open } = server;
      await open('draft.sec', draft);
      await hoverSays(server, 'above two metres');
      await rename(path.join(folder, 'papers'), path.join(folder, 'other'));
      await connection.sendNotification('workspace/didRenameFiles', {
        files: [{ oldUri: uri('papers'), newUri: uri('other') }],
      });
      const where = async (): Promise<string[]> => {
        const symbols: { location: { uri: string } }[] = await connection.sendRequest('workspace/symbol', {
          query: 'Tall Tree',
        });
        return [...new Set(symbols.map(({ location }) => location.uri))];
      };
      await eventually(async () => (await where()).join() === uri('other/a.sec'));
      await hoverSays(server, 'above two metres');
      await rm(path.join(folder, 'other'), { recursive: true });
      await connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: uri('other') }] });
      await hoverSays(server, undefined);
    });
  });

  it('the links between files keep leading where they led', async () => {
    const files = {
      'papers/plan.sec': '# Plan\n\nSee [the draft](../drafts/one.sec#d1) and [the list](list.md).\n',
      'drafts/one.sec':
        'See [the plan](../papers/plan.sec), [it](<two words.md>) and [this](https://x.org/papers/a).\n',
    };
    const capabilities = { workspace: { workspaceEdit: { documentChanges: false } } };
    await withServer({ files, capabilities }, async ({ connection, uri }) => {
      const moving = async (from: string, to: string): Promise<Record<string, string[]>> => {
        const edit = await connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
          files: [{ oldUri: uri(from), newUri: uri(to) }],
        });
        return Object.fromEntries(
          Object.entries(edit?.changes ?? {}).map(([name, edits]) => [
            name,
            edits.map(({ newText, range }) => `${range.start.character}-${range.end.character} ${newText}`),
          ]),
        );
      };
      assert.deepEqual(await moving('papers', 'old papers'), {
        [uri('drafts/one.sec')]: ['15-33 ../old%20papers/plan.sec'],
      });
      assert.deepEqual(await moving('drafts/one.sec', 'one.sec'), {
        [uri('papers/plan.sec')]: ['16-33 ../one.sec'],
        [uri('drafts/one.sec')]: ['15-33 papers/plan.sec', '42-54 drafts/two words.md'],
      });
      assert.deepEqual(await moving('drafts/three.sec', 'drafts/four.sec'), {});
    });
  });
});

describe('what a client is asked to watch', () => {
  const capabilities: ClientCapabilities = {
    workspace: {
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    },
  };
  interface Registration {
    readonly registrations: {
      readonly id: string;
      readonly registerOptions: { readonly watchers: readonly { readonly globPattern: unknown }[] };
    }[];
  }

  /** The patterns that are watched, once there are as many registrations. */
  async function watched({ asked }: MemoryServer, count: number): Promise<unknown[]> {
    for (let turn = 0; turn < 200; turn++) {
      const all = asked.filter(
        ({ method, params }) =>
          method === 'client/registerCapability' &&
          (params as { registrations: { method: string }[] }).registrations[0]?.method ===
            'workspace/didChangeWatchedFiles',
      );
      const last = all.at(-1)?.params as Registration | undefined;
      if (all.length === count && last)
        return (last.registrations[0]?.registerOptions.watchers ?? []).map(({ globPattern }) => globPattern);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return assert.fail('not registered');
  }

  it('is code folders outside of its folders and the facts, anew when the settings change', async () => {
    const outside = await realpath(await mkdtemp(path.join(tmpdir(), 'sec-outside-')));
    try {
      await mkdir(path.join(outside, 'code'));
      await writeFile(path.join(outside, 'code/section-a.sec'), sectionA('a plant above two metres'));
      const settings: Record<string, unknown> = {
        codeFolder: path.join(outside, 'code'),
        facts: path.join(outside, 'facts.json'),
      };
      await withServer({ files: { 'draft.sec': draft }, capabilities, settings }, async (server) => {
        const { connection, open, asked } = server;
        const below = (name: string): string => pathToFileURL(path.join(outside, name)).href;
        assert.deepEqual(await watched(server, 2), [
          '**/*.sec',
          { baseUri: below('code'), pattern: '**/*.sec' },
          { baseUri: pathToFileURL(outside).href, pattern: 'facts.json' },
        ]);
        await open('draft.sec', draft);
        await hoverSays(server, 'above two metres');
        await writeFile(path.join(outside, 'code/section-a.sec'), sectionA('a plant below one metre'));
        await connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: below('code/section-a.sec'), type: 2 }],
        });
        await hoverSays(server, 'below one metre');
        settings['codeFolder'] = 'sec';
        settings['facts'] = '';
        await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        assert.deepEqual(await watched(server, 3), ['**/*.sec']);
        await hoverSays(server, undefined);
        const gone = asked.filter(({ method }) => method === 'client/unregisterCapability');
        assert.equal(gone.length, 2);
      });
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it('is facts, which are read anew when they change', async () => {
    const options = {
      files: { 'terms.json': '{ broken' },
      capabilities,
      settings: { facts: 'terms.json' },
      initializationOptions: { generatedPages: true },
    };
    await withServer(options, async (server) => {
      const { connection, folder, uri } = server;
      let status = '';
      connection.onNotification('smartEnergyCode/status', ({ detail }: { detail: string }) => {
        status = detail;
      });
      assert.deepEqual(await watched(server, 2), [
        '**/*.sec',
        { baseUri: pathToFileURL(folder).href, pattern: 'terms.json' },
      ]);
      await eventually(() => status.includes('terms.json: not read as JSON'));
      await rm(path.join(folder, 'terms.json'));
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uri('terms.json'), type: 3 }],
      });
      await eventually(() => status.includes('there is no such file or folder of facts'));
    });
  });
});

describe('several workspace folders', () => {
  it('each have their own Code; one that is added or removed is followed', async () => {
    const second = await realpath(await mkdtemp(path.join(tmpdir(), 'sec-second-')));
    try {
      await mkdir(path.join(second, 'sec'));
      await writeFile(path.join(second, 'sec/section-a.sec'), sectionA('a plant below one metre'));
      await writeFile(path.join(second, 'draft.sec'), draft);
      const capabilities = { workspace: { workspaceFolders: true } };
      const files = { 'draft.sec': draft, 'sec/section-a.sec': sectionA('a plant above two metres') };
      await withServer({ files, capabilities }, async (server) => {
        const { connection, open } = server;
        const other = pathToFileURL(path.join(second, 'draft.sec')).href;
        const change = (event: { added: string[]; removed: string[] }): Promise<void> => {
          const named = (folder: string) => ({ uri: pathToFileURL(folder).href, name: folder });
          return connection.sendNotification('workspace/didChangeWorkspaceFolders', {
            event: { added: event.added.map(named), removed: event.removed.map(named) },
          });
        };
        await open('draft.sec', draft);
        await hoverSays(server, 'above two metres');
        await change({ added: [second], removed: [] });
        await hoverSays(server, 'below one metre', other);
        await hoverSays(server, 'above two metres');
        await change({ added: [], removed: [second] });
        await hoverSays(server, undefined, other);
        await hoverSays(server, 'above two metres');
      });
    } finally {
      await rm(second, { recursive: true, force: true });
    }
  });
});

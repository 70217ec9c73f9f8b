import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Hover } from 'vscode-languageserver/node';
import { withServer, type MemoryServer } from '../support/memoryServer.js';

interface Status {
  readonly state: string;
  readonly summary: string;
  readonly detail: string;
  readonly files: number;
}

/** The next status that is not busy. */
function settled({ connection }: MemoryServer): Promise<Status> {
  return new Promise((resolve) => {
    const listening = connection.onNotification('smartEnergyCode/status', (status: Status) => {
      if (status.state === 'busy') return;
      listening.dispose();
      resolve(status);
    });
  });
}

const extension = { generatedPages: true, asAt: '2019-06-27' };

async function changed(server: MemoryServer, settings: object): Promise<Status> {
  const status = settled(server);
  await server.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { smartEnergyCode: { ...extension, ...settings } },
  });
  return status;
}

describe('the status', () => {
  it('names the code folder with the version of its files, how many were read, and the day', async () => {
    const files = {
      'sec/section-a.sec': '---\npart: Section A\nversion: "6.12"\n---\nSECTION A: DEFINITIONS\n',
      'drafts/x.sec': 'A paper.\n',
    };
    await withServer({ files, initializationOptions: extension }, async (server) => {
      assert.deepEqual(await changed(server, {}), {
        state: 'ready',
        summary: 'sec 6.12',
        detail: '2 files read; judged as at 2019-06-27.',
        files: 2,
      });
    });
  });

  it('names the newest of the version folders', async () => {
    const files = { 'sec/6.2/a.sec': 'SECTION A\n', 'sec/6.12/a.sec': 'SECTION A\n' };
    await withServer({ files, initializationOptions: extension }, async (server) => {
      assert.equal((await changed(server, {})).summary, 'sec 6.12');
    });
  });

  it('says that only facts are at hand, and as at when', async () => {
    await withServer({ initializationOptions: extension }, async (server) => {
      assert.match((await changed(server, {})).summary, /^Bundled facts as at \d{4}-\d\d/);
    });
  });

  it('tells of a code folder that is named and not there, and goes on without it', async () => {
    await withServer({ initializationOptions: extension }, async (server) => {
      const wrong = await changed(server, { codeFolder: 'no-such' });
      assert.equal(wrong.state, 'error');
      assert.equal(wrong.detail, 'smartEnergyCode.codeFolder: there is no folder “no-such”.');
      assert.equal((await changed(server, { codeFolder: 'sec' })).state, 'ready');
      assert.deepEqual(server.shown, []);
    });
  });

  it('tells of files that could not be read', async () => {
    await withServer({ initializationOptions: extension }, async (server) => {
      const sec = path.join(server.folder, 'sec');
      await mkdir(sec);
      await writeFile(path.join(sec, 'broken.sec'), Buffer.from([0, 1, 2, 0, 255, 254]));
      const status = await changed(server, {});
      assert.equal(status.state, 'error');
      assert.match(status.detail, /^0 files read, 1 not; the log says why\.$/);
    });
  });
});

describe('a text on no disk', () => {
  it('is read over the bundled facts', async () => {
    await withServer({}, async ({ connection }) => {
      const uri = 'vscode-vfs://github/owner/drafts/a.sec';
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'sec', version: 1, text: 'Section H\n\nH1.1 See Section D9.4.\n' },
      });
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 2, character: 15 },
      });
      assert.match(JSON.stringify(hover?.contents), /D9/);
    });
  });
});

describe('a server that was only just started', () => {
  it('reads the folders before it says what a term means', async () => {
    const definitions = `---
part: Section A
---
SECTION A: DEFINITIONS

A1 DEFINITIONS

Term	Meaning
Meter Reader	means a person that reads meters.
`;
    await withServer({ files: { 'section-a.sec': definitions } }, async ({ connection, open, uri }) => {
      await open('draft.sec', 'Section H\n\nH1.1 Each Meter Reader shall wait.\n');
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: uri('draft.sec') },
        position: { line: 2, character: 12 },
      });
      assert.match(JSON.stringify(hover?.contents), /means a person that reads meters/);
    });
  });
});

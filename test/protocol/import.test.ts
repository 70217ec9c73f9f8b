import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LspClient } from '../support/lspClient.js';
import { useTempFolder } from '../support/tempFolder.js';
import { p, wordFile } from '../support/wordFile.js';

interface ImportResult {
  readonly written: readonly { readonly path: string; readonly provisions: number }[];
  readonly edited: readonly { readonly path: string }[];
  readonly errors: readonly string[];
}

interface Report {
  readonly kind: string;
  readonly message: string;
  readonly percentage: number;
}

describe('import over the protocol', () => {
  const folder = useTempFolder({
    'd.docx': wordFile({ body: p('SECTION D: GARDENS') + p('D1 PLANTING') + p('D1.1 A Party may plant.') }),
    'long.docx': wordFile({
      body:
        p('SECTION H: HEDGES') +
        Array.from({ length: 4000 }, (_, i) => p(`H1.${i + 1} Each Party shall keep its hedge low.`)).join(
          '',
        ),
    }),
    'bad.docx': 'PK\u0003\u0004',
  });

  it('writes files, reports progress, tells what could not be read and leaves edited files alone', async () => {
    const { client } = await LspClient.start({ folder: folder.path });
    try {
      const reports: Report[] = [];
      client.connection.onNotification(
        '$/progress',
        ({ value }: { value: Report }) => void reports.push(value),
      );
      const at = (name: string): string => path.join(folder.path, name);
      const importing = (...sources: readonly string[]): Promise<ImportResult> =>
        client.connection.sendRequest('smartEnergyCode/import', {
          sources,
          out: at('sec'),
          force: false,
          workDoneToken: 'import-1',
        });
      const { written, edited, errors } = await importing(at('d.docx'), at('bad.docx'));
      assert.deepEqual(
        written.map((file) => [file.path, file.provisions]),
        [[at('sec/section-d.sec'), 3]],
      );
      assert.deepEqual(edited, []);
      assert.match(errors.join('\n'), /^.*bad\.docx: it is damaged or no zip file[^\n]*$/);
      assert.deepEqual(
        reports.filter(({ message }) => message.endsWith('(0 %)')),
        [
          { kind: 'report', message: '1 of 2: d.docx (0 %)', percentage: 0 },
          { kind: 'report', message: '2 of 2: bad.docx (0 %)', percentage: 50 },
        ],
      );
      const text = await readFile(at('sec/section-d.sec'), 'utf8');
      await folder.write('sec/section-d.sec', text.replace('may', 'shall'));
      assert.deepEqual(
        (await importing(at('d.docx'))).edited.map((file) => file.path),
        [at('sec/section-d.sec')],
      );
    } finally {
      await client.stop();
    }
  });

  it('can be cancelled inside a file: nothing is written then', async () => {
    const { client } = await LspClient.start({ folder: folder.path });
    try {
      const cancel = new CancellationTokenSource();
      const percentages: number[] = [];
      client.connection.onNotification('$/progress', ({ value }: { value: Report }) => {
        percentages.push(value.percentage);
        if (value.percentage >= 20) cancel.cancel();
      });
      const params = {
        sources: [path.join(folder.path, 'long.docx')],
        out: path.join(folder.path, 'new'),
        force: false,
        workDoneToken: 'import-2',
      };
      const importing = client.connection.sendRequest('smartEnergyCode/import', params, cancel.token);
      assert.equal(await importing, null);
      assert.ok((percentages.at(-1) as number) < 100);
      assert.equal((await readdir(folder.path)).includes('new'), false);
    } finally {
      await client.stop();
    }
  });
});

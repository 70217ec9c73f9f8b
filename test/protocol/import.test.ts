import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LspClient } from '../support/lspClient.js';
import { useTempFolder } from '../support/tempFolder.js';
import { p, wordFile } from '../support/wordFile.js';

interface ImportResult {
  readonly written: readonly { readonly path: string; readonly provisions: number }[];
  readonly edited: readonly { readonly path: string }[];
  readonly errors: readonly string[];
}

describe('import over the protocol', () => {
  const folder = useTempFolder({
    'd.docx': wordFile({ body: p('SECTION D: GARDENS') + p('D1 PLANTING') + p('D1.1 A Party may plant.') }),
    'bad.docx': 'PK\u0003\u0004',
  });

  it('writes files, reports progress, tells what could not be read and leaves edited files alone', async () => {
    const { client } = await LspClient.start({ folder: folder.path });
    try {
      const messages: string[] = [];
      client.connection.onNotification('$/progress', ({ value }: { value: { message: string } }) => {
        messages.push(value.message);
      });
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
      assert.deepEqual(messages, ['1 of 2: d.docx', '2 of 2: bad.docx']);
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
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { importFiles, type ImportRequest } from '../../server/src/files/importFiles.js';
import { useTempFolder } from '../support/tempFolder.js';
import { p, wordFile } from '../support/wordFile.js';

const section = (letter: string, words = 'A Party may plant.'): Uint8Array =>
  wordFile({ body: p(`SECTION ${letter}: GARDENS`) + p(`${letter}1 PLANTING`) + p(`${letter}1.1 ${words}`) });

describe('an import of several files', () => {
  const folder = useTempFolder({
    'd.docx': section('D'),
    'f.docx': section('F', 'A Party may plant. '.repeat(2000)),
    'sec/section-d.sec': 'SECTION D: AS IT WAS\n',
  });
  const at = (name: string): string => path.join(folder.path, name);
  const request = (out: string): ImportRequest => ({
    files: [at('d.docx'), at('f.docx')],
    out: at(out),
    changes: 'keep',
    isDraft: false,
    force: true,
    importer: 'test',
  });

  it('that is stopped changes nothing, however far it came', async () => {
    for (const out of ['sec', 'a/new/folder']) {
      const stop = new AbortController();
      const seen: string[] = [];
      const importing = importFiles(request(out), {
        signal: stop.signal,
        onFile: (name) => {
          seen.push(path.basename(name));
          if (seen.length === 2) stop.abort();
        },
      });
      await assert.rejects(importing, { name: 'AbortError' });
      assert.deepEqual(seen, ['d.docx', 'f.docx']);
    }
    assert.deepEqual((await readdir(folder.path)).sort(), ['d.docx', 'f.docx', 'sec']);
    assert.deepEqual(await readdir(at('sec')), ['section-d.sec']);
    assert.equal(await readFile(at('sec/section-d.sec'), 'utf8'), 'SECTION D: AS IT WAS\n');
  });

  it('that is stopped when all is in its place has happened', async () => {
    const stop = new AbortController();
    const { written } = await importFiles(request('sec'), { signal: stop.signal });
    stop.abort();
    assert.equal(written.length, 2);
    assert.deepEqual(await readdir(at('sec')), ['section-d.sec', 'section-f.sec']);
  });

  if (process.platform !== 'win32')
    it('for which there is no room writes none of them and says so', () => {
      // The shell lets no file grow above 16 kB: the second one fails half-way, as on a full disk.
      const command = `ulimit -f 16; "${process.execPath}" "${path.resolve('dist/cli.js')}" import d.docx f.docx --force --out`;
      for (const out of ['sec', 'a/new/folder']) {
        const { status, stdout, stderr } = spawnSync('bash', ['-c', `${command} ${out}`], {
          cwd: folder.path,
          encoding: 'utf8',
        });
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, /^error: [^\n]*section-f\.sec: [^\n]*; nothing was written\n$/);
      }
      return Promise.all([
        readdir(folder.path).then((names) => assert.deepEqual(names.sort(), ['d.docx', 'f.docx', 'sec'])),
        readdir(at('sec')).then((names) => assert.deepEqual(names, ['section-d.sec'])),
        readFile(at('sec/section-d.sec'), 'utf8').then((text) =>
          assert.equal(text, 'SECTION D: AS IT WAS\n'),
        ),
      ]);
    });

  it('that cannot put one file in its place says so of that file', async () => {
    await folder.write('out/section-f.sec/in-the-way', '');
    const { written, errors } = await importFiles(request('out'));
    assert.deepEqual(
      written.map((file) => path.basename(file.path)),
      ['section-d.sec'],
    );
    assert.match(errors.join('\n'), /^[^\n]*section-f\.sec: it is a folder$/);
    assert.deepEqual((await readdir(at('out'))).sort(), ['section-d.sec', 'section-f.sec']);
  });
});

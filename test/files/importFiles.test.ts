import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { importFiles, type ImportPoint, type ImportRequest } from '../../server/src/files/importFiles.js';
import { useTempFolder } from '../support/tempFolder.js';
import { p, wordFile } from '../support/wordFile.js';

const section = (letter: string, words = 'A Party may plant.'): Uint8Array =>
  wordFile({ body: p(`SECTION ${letter}: GARDENS`) + p(`${letter}1 PLANTING`) + p(`${letter}1.1 ${words}`) });

/** Of some thousand paragraphs. */
const longSection = (): Uint8Array =>
  wordFile({
    body:
      p('SECTION H: HEDGES') +
      Array.from({ length: 4000 }, (_, i) =>
        p(`H1.${i + 1} Each Party shall keep the hedge with number ${i} low. `.repeat(4)),
      ).join(''),
  });

describe('an import of several files', () => {
  const folder = useTempFolder({
    'd.docx': section('D'),
    'f.docx': section('F', 'A Party may plant. '.repeat(2000)),
    'long.docx': longSection(),
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
        onPoint: ({ name, ofFile }) => {
          if (ofFile > 0) return;
          seen.push(path.basename(name));
          if (seen.length === 2) stop.abort();
        },
      });
      await assert.rejects(importing, { name: 'AbortError' });
      assert.deepEqual(seen, ['d.docx', 'f.docx']);
    }
    assert.deepEqual((await readdir(folder.path)).sort(), ['d.docx', 'f.docx', 'long.docx', 'sec']);
    assert.deepEqual(await readdir(at('sec')), ['section-d.sec']);
    assert.equal(await readFile(at('sec/section-d.sec'), 'utf8'), 'SECTION D: AS IT WAS\n');
  });

  it('tells of each per cent of a file, and of all files together', async () => {
    const points: ImportPoint[] = [];
    const { files, ...rest } = request('out');
    await importFiles(
      { ...rest, files: [at('long.docx'), ...files] },
      { onPoint: (point) => points.push(point) },
    );
    const long = points.filter(({ name }) => name === at('long.docx'));
    assert.ok(long.length > 20, `it told ${long.length} times of a long file`);
    assert.deepEqual(
      points.map(({ ofAll }) => ofAll),
      points.map(({ number, ofFile }) => Math.floor((100 * (number - 1) + ofFile) / 3)),
    );
    for (const name of ['long.docx', 'd.docx', 'f.docx']) {
      const told = points.filter((point) => point.name === at(name)).map(({ ofFile }) => ofFile);
      assert.equal(told[0], 0);
      assert.ok((told.at(-1) as number) <= 100);
      assert.deepEqual(
        told,
        [...new Set(told)].sort((a, b) => a - b),
      );
    }
  });

  it('that is stopped inside a file, while it is read, written as text or counted, changes nothing', async () => {
    for (const percent of [20, 60, 80]) {
      const stop = new AbortController();
      const told: number[] = [];
      const importing = importFiles(
        { ...request('a/new/folder'), files: [at('long.docx')] },
        {
          signal: stop.signal,
          onPoint: ({ ofFile }) => {
            told.push(ofFile);
            if (ofFile >= percent) stop.abort();
          },
        },
      );
      await assert.rejects(importing, { name: 'AbortError' });
      assert.ok((told.at(-1) as number) < percent + 20, `it went on to ${told.at(-1)} % after ${percent} %`);
      assert.equal(told.filter((ofFile) => ofFile >= percent).length, 1);
    }
    assert.deepEqual((await readdir(folder.path)).includes('a'), false);
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
        readdir(folder.path).then((names) =>
          assert.deepEqual(names.sort(), ['d.docx', 'f.docx', 'long.docx', 'sec']),
        ),
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

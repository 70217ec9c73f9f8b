import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFiles, type ImportResult } from '../../server/src/files/importFiles.js';
import { runCommand } from '../support/commandLine.js';
import { wordCode } from '../support/wordCode.js';

/** A small Code laid out as the real one is, made with the library `docx`: imported, then checked. */
describe('a Code of several Word files', () => {
  let folder = '';
  let result: ImportResult;
  const at = (name: string): string => path.join(folder, name);

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sec-code-'));
    const files = await wordCode();
    for (const [name, bytes] of Object.entries(files)) await writeFile(at(name), bytes);
    result = await importFiles({
      files: Object.keys(files).map(at),
      out: at('sec'),
      changes: 'keep',
      isDraft: false,
      force: false,
      importer: 'test',
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is imported part by part, and tells what it could not carry over', () => {
    assert.deepEqual(result.errors, []);
    assert.deepEqual(
      result.written.map((file) => [path.basename(file.path), file.provisions, file.definitions]),
      [
        ['section-a.sec', 10, 14],
        ['section-d.sec', 19, 1],
        ['section-h.sec', 12, 1],
        ['appendix-ab.sec', 10, 2],
      ],
    );
    assert.deepEqual(
      result.written.map(({ warnings }) => warnings),
      [
        ['left out: 3 lines of page headers and footers, 1 page break'],
        [
          'left out: 3 lines of page headers and footers',
          'D2.3: the address behind “the Committee’s website” was left out: https://example.org/register',
        ],
        [
          'left out: 3 lines of page headers and footers',
          'H2.2: merged cells of a table stand in the first cell that they cover',
        ],
        ['left out: 3 lines of page headers and footers'],
      ],
    );
  });

  it('has the numbers, lists, definitions and changes of its files', async () => {
    const [a, d, appendix] = await Promise.all(
      ['section-a', 'section-d', 'appendix-ab'].map((name) => readFile(at(`sec/${name}.sec`), 'utf8')),
    );
    assert.match(a ?? '', /\nA2\.1 In this Code, [^\n]*:\n {4}\(a\) the singular/);
    assert.match(a ?? '', /\| Tree \| means a plant with one woody stem that is higher than two metres /);
    assert.match(a ?? '', /; and<br>\(b\) was planted:<br>\(i\) by the Committee; or<br>/);
    assert.match(
      d ?? '',
      /\n {12}\(A\) each Gardener; and\n {12}\(B\) the landowner; and\n {4}\(c\) comply /,
    );
    assert.match(d ?? '', /\n\{~~D1\.4~>D1\.5~~\} A decision under Section D1\.2 takes effect/);
    assert.match(appendix ?? '', /^---\npart: Appendix AB\ntitle: Composting Guide\nversion: "6\.12"\n/);
  });

  it('has no finding of any severity', () => {
    const { code, out } = runCommand(['check', at('sec'), '--code', at('sec'), '--fail-on', 'hint']);
    assert.equal(out, '4 files: no findings\n');
    assert.equal(code, 0);
  });
});

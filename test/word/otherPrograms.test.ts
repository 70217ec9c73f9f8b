import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importFiles, type ImportResult } from '../../server/src/files/importFiles.js';
import { convertZip } from '../../server/src/word/convert.js';
import { runCommand } from '../support/commandLine.js';

/** The words of a text in their order, without what a layout puts around them. */
function words(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\{>>.*?<<\}|<br>|^\|[ |-]*\|$/gm, ' ')
    .replace(/\\\||\|/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What `npm run word:fixtures` made with other programs, held against what LibreOffice prints of each file. */
describe('Word files that other programs made', () => {
  const differences: Readonly<Record<string, (printed: string) => string>> = {
    // LibreOffice runs a note's mark and the words of a change together, and prints no notes.
    library: (printed) =>
      printed
        .replace('May1 each year.', 'May¹ each year. ¹ The day on which the change was made.')
        .replace('mayshall', 'shall'),
    // It prints a bullet where a paragraph goes on without a number.
    pandoc: (printed) =>
      printed.replace('• continued.', 'continued.').replace('note.1 And', 'note.¹ And') + ' ¹ The note.',
    libreoffice: (printed) => printed,
  };
  const warnings: Readonly<Record<string, readonly string[]>> = {
    libreoffice: ['2.: rows of a definition list that have one cell only stand as they are: “both”'],
  };
  for (const [name, expected] of Object.entries(differences)) {
    it(`${name}: the words and numbers that LibreOffice prints`, async () => {
      const read = await convertZip(await readFile(`test/fixtures/word/${name}.docx`), { changes: 'accept' });
      assert.ok('kind' in read && read.kind === 'word');
      const printed = await readFile(`test/fixtures/word/${name}.txt`, 'utf8');
      assert.deepEqual(words(read.converted.text), words(expected(printed)));
      assert.deepEqual(read.converted.warnings, warnings[name] ?? []);
    });
  }
});

/** Two Sections by pandoc and an Appendix by LibreOffice: definitions with lists, notes, points, raised and lowered digits. */
describe('a small Code that other programs made', () => {
  const files = ['section-a', 'section-d', 'appendix-ac'];
  /** LibreOffice prints raised digits as others, and no notes. */
  const differences: Readonly<Record<string, (printed: string) => string>> = {
    'section-a': (printed) =>
      printed
        .replace('litres.1', 'litres.¹')
        .replace('A2 INT', '¹ A litre is a thousandth of a cubic metre (10⁻³ m³). A2 INT'),
    'section-d': (printed) =>
      printed
        .replace('(Compost)1.', '(Compost)¹. ¹ Not for hens, for which see Section A1.1.')
        .replace('m3', 'm³'),
    'appendix-ac': (printed) => printed.replace('chair1', 'chair¹'),
  };
  let folder = '';
  let result: ImportResult;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sec-code-'));
    result = await importFiles({
      files: files.map((name) => `test/fixtures/word/code/${name}.docx`),
      out: path.join(folder, 'sec'),
      changes: 'keep',
      isDraft: false,
      force: false,
      importer: 'test',
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('has the words and numbers that LibreOffice prints, and tells what it could not carry over', async () => {
    assert.deepEqual(result.errors, []);
    assert.deepEqual(
      result.written.map(({ provisions, definitions, warnings }) => [provisions, definitions, warnings]),
      [
        [10, 5, []],
        [13, 1, ['D2.2(3): subscript stands in the line: “2”']],
        [11, 2, ['2.1: merged cells of a table stand in the first cell that they cover']],
      ],
    );
    for (const name of files) {
      const written = await readFile(path.join(folder, `sec/${name}.sec`), 'utf8');
      const printed = await readFile(`test/fixtures/word/code/${name}.txt`, 'utf8');
      const expected = differences[name]?.(printed) ?? printed;
      assert.deepEqual(words(written.slice(written.indexOf('\n---\n') + 5)), words(expected));
    }
  });

  it('has no finding of any severity', () => {
    const { code, out } = runCommand(['check', 'sec', '--fail-on', 'hint'], { cwd: folder });
    assert.equal(out, '3 files: no findings\n');
    assert.equal(code, 0);
  });
});

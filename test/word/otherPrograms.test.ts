import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { convertZip } from '../../server/src/word/convert.js';

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

import assert from 'node:assert/strict';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** `canonical`, with `!` before one that is written wrongly, and its title. */
function find(source: string): string[] {
  const { modifications, reading } = openFixture(source, catalogue).document();
  return modifications.map(({ canonical, isWellFormed, title }) => {
    const words = title ? ` | ${reading.text.slice(title.start, title.end)}` : '';
    return `${isWellFormed ? '' : '!'}${canonical}${words}`;
  });
}

describe('modification ids', () => {
  for (const id of ['SECMP0023', 'DP072', 'MP072', 'MP134A']) {
    it(`${id} is well formed`, () => assert.deepEqual(find(`We read ${id} today.`), [id]));
  }

  const slips: [string, string][] = [
    ['SECMP022', 'SECMP0022'],
    ['SECMP-4', 'SECMP0004'],
    ['SECMP 23', 'SECMP0023'],
    ['Secmp0023', 'SECMP0023'],
    ['SECMP00023', 'SECMP0023'],
    ['SECMP\u00a00023', 'SECMP0023'],
    ['DP 072', 'DP072'],
    ['MP-12', 'MP012'],
  ];
  for (const [written, canonical] of slips) {
    it(`${written} is a slip for ${canonical}`, () => {
      assert.deepEqual(find(`We read ${written} today.`), [`!${canonical}`]);
    });
  }

  for (const words of [
    'SECMPXXXX',
    'XMP123',
    'an MP3 player',
    'MP072.1',
    'SECMP0023_text.docx',
    'MPAN 1234',
    'the SECMP',
    '0023',
  ]) {
    it(`${words} is none`, () => assert.deepEqual(find(`We read ${words} today.`), []));
  }

  it('several in a line are each found', () => {
    assert.deepEqual(find('SECMP0023, SECMP0024 and DP072/MP072 came before MP134A.'), [
      'SECMP0023',
      'SECMP0024',
      'DP072',
      'MP072',
      'MP134A',
    ]);
  });

  it('in a table under “SECMP #” the four digits stand alone', () => {
    const table =
      '| SECMP # | Title |\n|---|---|\n| 0023 | Correct the Units |\n| 0024 | Mend the Hub |\n\nIn 2018 there were two.';
    assert.deepEqual(find(table), ['SECMP0023 | Correct the Units', 'SECMP0024 | Mend the Hub']);
    const tabs = 'Title\tSECMP #\tRelease\nCorrect the Units\t0023\tJune\nMend the Hub\t0024\t2018';
    assert.deepEqual(find(tabs), ['SECMP0023 | Correct the Units', 'SECMP0024 | Mend the Hub']);
  });

  it('in a table under another head four digits are a number', () => {
    assert.deepEqual(find('| Year | Title |\n|---|---|\n| 2018 | Correct the Units |'), []);
    assert.deepEqual(
      find(
        '| SECMP # | Title |\n|---|---|\n| 0023 | Correct the Units |\n\n| Year | Title |\n|---|---|\n| 2018 | Mend it |',
      ),
      ['SECMP0023 | Correct the Units'],
    );
  });

  it('the title beside an id stands in quotes, in a bracket or behind a dash', () => {
    for (const beside of [
      '‘Correct the Units’',
      '"Correct the Units"',
      '“Correct the Units”',
      '(Correct the Units)',
      '– Correct the Units',
      '*(Correct the Units)*',
      '(‘Correct the Units’)',
      '– Correct the Units – and others',
    ]) {
      assert.deepEqual(find(`SECMP0023 ${beside}`), ['SECMP0023 | Correct the Units'], beside);
    }
  });

  it('what follows without a sign is no title', () => {
    assert.deepEqual(find('SECMP0023 corrects the units.'), ['SECMP0023']);
    assert.deepEqual(find('SECMP0023 (see below) corrects them.'), ['SECMP0023']);
  });
});

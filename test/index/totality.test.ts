import assert from 'node:assert/strict';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { headingsOf } from '../../server/src/index/provisionHeadings.js';
import { candidates, definitions, references, uses } from '../support/listing.js';
import { Random } from '../support/random.js';
import { bundledCatalogue, openFixture, putFile } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** A text with something of everything in it. */
const everything = `---
modification: SECMP0023
baseline: "6.12"
---
SECMP0023 ‘Correct the Units’
SEC – Section D
Page 3 of 40
CONTENTS
D1 FIRST THINGS ........ 3
# Section A (Definitions and Interpretation)
Insert the following definitions in alphabetical order:
{++Red Box\tmeans:++}
{++(a)\ta box; or++}
| Grey Box | has the meaning given in Section T3.34 (Extra Testing); or<br>(b) a \\| lid |
Section D: Changing the Rules
D9. DECIDING
D9.4 Each Party and its Users (each a "Keeper") shall, under Sections D1.1 to D1.4 (inclusive), paragraph (c) above,
SRPD clause 15.5(c), Condition 22 of the DCC Licence and GBCS v2.1, ask the **Board** (an Asker):
(a) by {~~28 October 2018~>1st April 2019~~}{>>@A. Drafter 2026-03-01T09:00:00Z<<}; and
\t(i)\tby “Import and Export Suppliers”; or
(ii) [Not used]
APPENDIX AB
Part 2: Special Cases
15.5 The 😀 user’s e-mail is a@example.org (see https://example.org/D9.4):
a) one <!-- smart-energy-code-disable -->
ii. two \`D9.4\` *three*
`;

const index = new WorkspaceIndex(catalogue);

/** Everything that features ask of a text. */
function readAll(text: string): unknown {
  putFile(index, 'text.sec', text);
  const view = index.view('text.sec');
  assert.ok(view);
  for (const { id } of view.document.references) headingsOf(view, id);
  return [references(view), uses(view), candidates(view), definitions(view.document)];
}

describe('any text is read', () => {
  it('without a fault, however it is cut and shuffled', () => {
    const random = new Random(7);
    const characters = [...everything];
    for (let i = 0; i < 100; i++) {
      const from = random.below(characters.length);
      readAll(characters.slice(from, from + random.below(characters.length)).join(''));
    }
    const pieces = everything.split(/(?<=[\s(){}“”"|])/);
    for (let i = 0; i < 120; i++)
      readAll(random.times(random.below(100), () => random.pick(pieces)).join(''));
    for (let i = 0; i < 120; i++)
      readAll(random.times(random.below(200), () => random.pick(characters)).join(''));
  });

  it('with every span inside the text and every block in order', () => {
    const random = new Random(8);
    const pieces = everything.split(/(?<=[\n(){}“”"|])/);
    for (let i = 0; i < 100; i++) {
      const { document } = openFixture(
        {
          files: [
            {
              name: 'a.sec',
              text: random.times(60, () => random.pick(pieces)).join(''),
              cursors: [],
              ranges: [],
            },
          ],
          cursor: { file: '', offset: 0 },
        },
        catalogue,
      );
      const { reading, tree, references: found, definitions: defined } = document();
      const { length } = reading.text;
      for (const { start, end } of [...tree.blocks, ...tree.provisions, ...found, ...defined]) {
        assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} in ${length}`);
      }
      tree.blocks.reduce(
        (before, block) => {
          assert.ok(before.end <= block.start, 'blocks do not overlap');
          return block;
        },
        { start: 0, end: 0 },
      );
      for (const [at, { parent }] of tree.provisions.entries()) assert.ok(parent < at);
    }
  });

  it('the same with any line ends', () => {
    const unix = readAll(everything);
    assert.deepEqual(readAll(everything.replace(/\n/g, '\r\n')), unix);
  });

  for (const text of [
    '',
    ' ',
    '\n',
    '\ufeff',
    '\0',
    '---',
    '---\n---\n',
    '{++',
    '++}',
    '(',
    '|',
    '\t',
    '“',
    'D',
    'D9',
    'Section',
    '\ud800',
    '\r',
  ]) {
    it(`${JSON.stringify(text)} holds nothing`, () => assert.deepEqual(readAll(text), [[], [], [], []]));
  }
});

describe('time grows with the length of a text, not faster', function () {
  this.timeout(60_000);
  const kinds: [string, string][] = [
    ['a whole file', everything.slice(everything.indexOf('Section D:'))],
    [
      'one line of sentences',
      'Each Party shall, under Section D9.4(a) and the Change Board’s own “Red Box”, ask SECMP0023 for GBCS v2.1 of it. ',
    ],
    ['one line without an end', 'Each Party and (the "Red Box") under Section D9.4, '],
    ['one line of its own clauses', 'D1.1 The "Red Box" means a box (an Asker); '],
    ['one line of openings', '(the “{++ <!-- <a ['],
    ['one line of capitals', 'Grey Box Of Import And '],
    ['lines of lists', '(a) the first;\n(i) the second;\n'],
    ['lines without capitals', 'it sees (as they do) this.\n'],
    ['paragraphs of definitions', 'The "Red Box" means a box.\n\n'],
    ['rows of a table', '| Red Box | means a box |\n'],
    ['blank space', ' \t\u00a0'],
  ];
  for (const [what, unit] of kinds) {
    it(what, () => {
      const make = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      readAll(make(50_000));
      const ratios: number[] = [];
      // A machine that is busy with something else may slow one attempt down, not three.
      while (ratios.length < 3 && !ratios.some((ratio) => ratio < 8)) {
        const small = Math.max(20, timeOf(make(250_000)));
        ratios.push(timeOf(make(1_000_000)) / small);
      }
      assert.ok(
        Math.min(...ratios) < 8,
        `1 MB takes ${ratios.map((ratio) => ratio.toFixed(1)).join(', ')} times as long as 250 kB`,
      );
    });
  }
});

/** Milliseconds to read a text. */
function timeOf(text: string): number {
  const start = performance.now();
  readAll(text);
  return performance.now() - start;
}

import assert from 'node:assert/strict';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** The quoted words of a text, `'` behind those in single marks. */
function find(text: string): string[] {
  const { quotations, reading } = openFixture(text, catalogue).document();
  return quotations.map(
    ({ inner, isSingle }) => reading.text.slice(inner.start, inner.end) + (isSingle ? "'" : ''),
  );
}

describe('quotation marks', () => {
  const cases: [string, ...string[]][] = [
    ['the “Red Box” and the "Grey Box"', 'Red Box', 'Grey Box'],
    ["the ‘Red Box’ and the 'Grey Box'", "Red Box'", "Grey Box'"],
    ['the “Red Box" of mixed marks', 'Red Box'],
    ['they talked for a long time about the “Red\nBox” there', 'Red\nBox'],
    ['the “ Red Box, ” with space inside', 'Red Box'],
    ['the users’ box and the board’s lid'],
    ["the users' box and the board's lid"],
    ["don't and won't"],
    ['never “closed here'],
    ['“” and ""'],
  ];
  for (const [text, ...expected] of cases) {
    it(`${JSON.stringify(text)} holds ${expected.length}`, () => assert.deepEqual(find(text), expected));
  }

  it('one that is never closed does not run into the next paragraph', () => {
    assert.deepEqual(find('He said “never here.\n\nThe “Red Box” is kept.'), ['Red Box']);
  });
});

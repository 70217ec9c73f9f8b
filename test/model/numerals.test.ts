import assert from 'node:assert/strict';
import {
  formatAlpha,
  formatLabel,
  formatRoman,
  parseAlpha,
  parseRoman,
  readLabel,
  type LabelStyle,
} from '../../server/src/model/numerals.js';

describe('numerals', () => {
  it('roman numerals in their usual form are read and written', () => {
    const examples: [string, number][] = [
      ['i', 1],
      ['iv', 4],
      ['ix', 9],
      ['xiv', 14],
      ['xl', 40],
      ['xcix', 99],
      ['cc', 200],
    ];
    for (const [text, value] of examples) {
      assert.equal(parseRoman(text), value);
      assert.equal(formatRoman(value), text);
    }
    for (const text of ['', 'iiii', 'vx', 'ic', 'a', 'I', 'iiv'])
      assert.equal(parseRoman(text), undefined, text);
  });

  it('letters double behind z, as in the Code', () => {
    assert.equal(parseAlpha('a'), 1);
    assert.equal(parseAlpha('z'), 26);
    assert.equal(parseAlpha('aa'), 27);
    assert.equal(parseAlpha('bb'), 28);
    for (const text of ['', 'ab', 'A', '1', 'aaaaa']) assert.equal(parseAlpha(text), undefined, text);
  });

  it('every number up to 300 comes back from both', () => {
    for (let value = 1; value <= 300; value++) assert.equal(parseRoman(formatRoman(value)), value);
    for (let value = 1; value <= 104; value++) assert.equal(parseAlpha(formatAlpha(value)), value);
  });

  it('a sign that may be letter or numeral has both readings, the letter first', () => {
    assert.deepEqual(readLabel('i'), [
      { style: 'alpha', ordinal: 9 },
      { style: 'roman', ordinal: 1 },
    ]);
    assert.deepEqual(readLabel('V'), [
      { style: 'ALPHA', ordinal: 22 },
      { style: 'ROMAN', ordinal: 5 },
    ]);
    assert.deepEqual(readLabel('b'), [{ style: 'alpha', ordinal: 2 }]);
    assert.deepEqual(readLabel('iv'), [{ style: 'roman', ordinal: 4 }]);
    assert.deepEqual(readLabel('12'), [{ style: 'number', ordinal: 12 }]);
    for (const text of ['', 'Iv', 'ab', '1a', '1234', '-']) assert.deepEqual(readLabel(text), [], text);
  });

  it('a label of any style and place can be read as what it is', () => {
    for (const style of ['alpha', 'ALPHA', 'roman', 'ROMAN', 'number'] satisfies LabelStyle[]) {
      for (let ordinal = 1; ordinal <= 60; ordinal++) {
        const label = formatLabel(style, ordinal);
        const found = readLabel(label).some(
          (reading) => reading.style === style && reading.ordinal === ordinal,
        );
        assert.ok(found, `${label} as ${style} ${ordinal}`);
      }
    }
  });
});

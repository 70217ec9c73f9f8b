import assert from 'node:assert/strict';
import { LineIndex } from '../../server/src/text/lineIndex.js';
import { lastAtOrBefore, spanAt } from '../../server/src/text/span.js';
import { Random } from '../support/random.js';

describe('lines and characters', () => {
  it('lines end at a line feed, at both signs, or at a lone carriage return', () => {
    const index = new LineIndex('one\ntwo\r\nthree\rfour');
    assert.equal(index.lineCount, 4);
    assert.deepEqual(
      [0, 3, 4, 7, 9, 14, 15].map((offset) => Object.values(index.positionAt(offset)).join(':')),
      ['0:0', '0:3', '1:0', '1:3', '2:0', '2:5', '3:0'],
    );
  });

  it('characters are UTF-16 units', () => {
    const index = new LineIndex('a😀b');
    assert.deepEqual(index.positionAt(3), { line: 0, character: 3 });
    assert.equal(index.offsetAt({ line: 0, character: 3 }), 3);
  });

  it('or what the client counts: bytes of UTF-8, or whole characters', () => {
    const text = 'é😀b';
    const places = (encoding: 'utf-8' | 'utf-32'): number[] =>
      [0, 1, 3, 4].map((offset) => new LineIndex(text, encoding).positionAt(offset).character);
    assert.deepEqual(places('utf-8'), [0, 2, 6, 7]);
    assert.deepEqual(places('utf-32'), [0, 1, 2, 3]);
    assert.equal(new LineIndex(text, 'utf-8').offsetAt({ line: 0, character: 6 }), 3);
    assert.equal(new LineIndex(text, 'utf-8').offsetAt({ line: 0, character: 4 }), 1, 'inside a character');
    assert.equal(new LineIndex(text, 'utf-32').offsetAt({ line: 0, character: 2 }), 3);
  });

  it('in a line of any length every place is counted alike', () => {
    const random = new Random(7);
    const text = `ab\n${random.times(9000, () => random.pick(['a', 'é', '–', '😀'])).join('')}\ncd`;
    for (const encoding of ['utf-8', 'utf-32'] as const) {
      const index = new LineIndex(text, encoding);
      for (const offset of random.times(200, () => 3 + random.below(text.length - 6))) {
        if (/[\udc00-\udfff]/.test(text[offset] as string)) continue;
        const written = text.slice(3, offset);
        const character = encoding === 'utf-8' ? Buffer.byteLength(written) : [...written].length;
        assert.deepEqual(index.positionAt(offset), { line: 1, character });
        assert.equal(index.offsetAt({ line: 1, character }), offset);
      }
    }
  });

  it('a place behind the end of a line or of the text is that end', () => {
    const index = new LineIndex('one\r\ntwo');
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 8);
    assert.equal(index.offsetAt({ line: -1, character: 0 }), 0);
    assert.deepEqual(index.positionAt(99), { line: 1, character: 3 });
  });

  it('an empty text has one empty line', () => {
    const index = new LineIndex('');
    assert.equal(index.lineCount, 1);
    assert.deepEqual(index.range(0, 0), { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  });

  it('every offset comes back from its place, but for those inside a line end', () => {
    const random = new Random(5);
    for (let i = 0; i < 200; i++) {
      const text = random
        .times(random.below(30), () => random.pick(['a', '\n', '\r\n', '\r', '😀', ' ']))
        .join('');
      const index = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) {
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        assert.equal(
          index.offsetAt(index.positionAt(offset)),
          offset,
          `${JSON.stringify(text)} at ${offset}`,
        );
      }
    }
  });
});

describe('spans', () => {
  it('the one at an offset is found, the place right behind its end included', () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 3, end: 5 },
      { start: 8, end: 9 },
    ];
    assert.deepEqual(
      [0, 3, 5, 6, 8, 9, 10].map((offset) => spanAt(spans, offset)?.start),
      [0, 3, 3, undefined, 8, 8, undefined],
    );
    assert.equal(spanAt([], 0), undefined);
  });

  it('binary search agrees with looking at each', () => {
    const random = new Random(6);
    for (let i = 0; i < 200; i++) {
      const starts = random.times(random.below(12), () => random.below(30)).sort((a, b) => a - b);
      const offset = random.below(32);
      const plain = starts.filter((start) => start <= offset).length - 1;
      assert.equal(
        lastAtOrBefore(starts.length, (at) => starts[at] as number, offset),
        plain,
      );
    }
  });
});

import assert from 'node:assert/strict';
import { readAsProposed } from '../../server/src/text/reading.js';
import { Random } from '../support/random.js';

/** The file's characters at the first place where the words stand in the reading. */
function inFile(file: string, words: string): string {
  const reading = readAsProposed(file);
  const start = reading.text.indexOf(words);
  assert.notEqual(start, -1, `"${words}" is in the reading "${reading.text}"`);
  const span = reading.toFileSpan({ start, end: start + words.length });
  return file.slice(span.start, span.end);
}

describe('the reading as proposed', () => {
  it('takes insertions in and leaves deletions and comments out', () => {
    const file = 'The {--old--}{++new++} board {~~may~>shall~~} meet{>>@A. Drafter 2026-03-01T09:00:00Z<<}.';
    assert.equal(readAsProposed(file).text, 'The new board shall meet.');
  });

  it('leaves a text without marks as it is', () => {
    const reading = readAsProposed('D9.4 One.');
    assert.equal(reading.text, 'D9.4 One.');
    assert.equal(reading.toFile(3), 3);
    assert.equal(reading.fromFile(3), 3);
  });

  it('maps a reference with deleted words inside to all that it stretches over', () => {
    assert.equal(inFile('see Section D{--8--}9.4 there', 'Section D9.4'), 'Section D{--8--}9.4');
    assert.equal(inFile('see Section D{~~8~>9~~}.4 there', 'Section D9.4'), 'Section D{~~8~>9~~}.4');
  });

  it('leaves deleted words at the edges out', () => {
    assert.equal(inFile('see {--Part --}Section D9.4{--(a)--} there', 'Section D9.4'), 'Section D9.4');
    assert.equal(inFile('{++Section D9.4++} there', 'Section D9.4'), 'Section D9.4');
  });

  it('maps a reference that a line break parts', () => {
    assert.equal(inFile('see {++++}Section\r\nD9.4 there', 'Section\r\nD9.4'), 'Section\r\nD9.4');
  });

  it('counts in UTF-16, line ends and spaces as they are written', () => {
    for (const before of ['a\r\nb ', '😀 ', '𝒟𝒟 ', 'a\u00a0b\u00a0', '“a” ‘b’ ', '\ufeff']) {
      const file = `${before}{--x--}Section\u00a0D9.4`;
      assert.equal(inFile(file, 'Section\u00a0D9.4'), 'Section\u00a0D9.4', JSON.stringify(before));
    }
  });

  it('maps a place inside deleted words to where they were taken out', () => {
    const file = 'ab{--cd--}ef';
    const reading = readAsProposed(file);
    assert.equal(reading.fromFile(6), 2);
    assert.equal(reading.fromFile(file.indexOf('e')), 2);
    assert.equal(reading.fromFile(file.length), 4);
    assert.equal(reading.toFile(2), file.indexOf('e'));
  });

  it('is all of nothing when everything is deleted', () => {
    const reading = readAsProposed('{--all of it--}');
    assert.equal(reading.text, '');
    assert.equal(reading.toFile(0), 15);
    assert.equal(reading.fromFile(9), 0);
  });

  it('maps every character to itself and back, whatever the marks', () => {
    const random = new Random(4);
    const pieces = [
      'plain ',
      '😀',
      '\r\n',
      '{--gone--}',
      '{++in++}',
      '{~~a~>b~~}',
      '{>>c<<}',
      '{==h==}',
      '\u00a0',
      '’',
      '{++',
    ];
    for (let i = 0; i < 400; i++) {
      const file = random.times(1 + random.below(9), () => random.pick(pieces)).join('');
      const reading = readAsProposed(file);
      for (let offset = 0; offset < reading.text.length; offset++) {
        const at = reading.toFile(offset);
        assert.equal(file[at], reading.text[offset], `${JSON.stringify(file)} at ${offset}`);
        assert.equal(reading.fromFile(at), offset, `${JSON.stringify(file)} at ${offset}`);
      }
    }
  });
});

describe('what is no legal text', () => {
  it('front matter is left out, with the marks in it', () => {
    const file = '---\npart: Section D9.4\ntitle: {++a}\n---\nwords {++more++}';
    const reading = readAsProposed(file);
    const { text, display, markErrors } = reading;
    assert.equal(text, 'words more');
    assert.equal(display, text);
    assert.deepEqual(markErrors, []);
    assert.equal(reading.toFile(0), file.indexOf('words'));
    assert.equal(reading.fromFile(5), 0);
  });

  const blanked: [string, string][] = [
    ['HTML comments', 'words <!-- see Section D9.4 --> words'],
    ['comments over several lines', 'words <!--\nSection D9.4\n--> words'],
    ['tags', 'words <a href="Section D9.4">there</a>'],
    ['code', 'words `Section D9.4` words'],
    ['fenced code', 'words\n```\nSection D9.4\n```\nwords'],
    ['links', 'words https://example.org/Section/D9.4 words'],
    ['e-mail addresses', 'words D9.4@example.org words'],
  ];
  for (const [what, file] of blanked) {
    it(`${what} are blanked, and every offset stays`, () => {
      const { text, display } = readAsProposed(file);
      assert.ok(!text.includes('D9.4'), text);
      assert.ok(text.includes('words'));
      assert.equal(text.length, file.length);
      assert.equal(text.replace(/[^\n]/g, '').length, file.replace(/[^\n]/g, '').length);
      assert.equal(display, file);
    });
  }

  const kept: [string, string][] = [
    ['a comment that never closes', 'words <!-- Section D9.4'],
    ['a fence that never closes', 'words\n```\nSection D9.4'],
    ['a bracket of less and greater', 'a < Section D9.4 > b'],
    ['a lone back tick', 'a ` Section D9.4'],
    ['an at sign alone', 'Section D9.4 @ noon'],
    ['dashes in the middle', 'words\n---\nSection D9.4\n---\n'],
  ];
  for (const [what, file] of kept) {
    it(`${what} hides nothing`, () => assert.ok(readAsProposed(file).text.includes('Section D9.4')));
  }

  it('emphasis signs are blanked and the words stay', () => {
    const { text, emphasis, bold } = readAsProposed('the *grey* and **red** box_a_b');
    assert.equal(text, 'the  grey  and   red   box_a_b');
    assert.deepEqual(emphasis, [{ start: 4, end: 10 }]);
    assert.deepEqual(bold, [{ start: 15, end: 22 }]);
  });

  it('comments are given in the file’s own offsets', () => {
    const file = '{--gone--}a <!-- b -->';
    const [comment] = readAsProposed(file).comments;
    assert.equal(file.slice(comment?.start, comment?.end), '<!-- b -->');
  });
});

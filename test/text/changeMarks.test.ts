import assert from 'node:assert/strict';
import { parseChangeMarks } from '../../server/src/text/changeMarks.js';
import { Random } from '../support/random.js';

/** `kind: kept words` of each mark. */
function marks(text: string): string[] {
  return parseChangeMarks(text).marks.map(({ kind, kept }) => `${kind}: ${text.slice(kept.start, kept.end)}`);
}

/** `problem at offset, what is missing` of each error. */
function errors(text: string): string[] {
  return parseChangeMarks(text).errors.map(
    ({ problem, start, expected }) => `${problem} at ${start}, ${expected}`,
  );
}

describe('change marks', () => {
  it('insertion, deletion, replacement, comment and highlight are read with the words that stand', () => {
    assert.deepEqual(marks('{++new++} {--old--} {~~was~>is~~} {>>why<<} {==this==}'), [
      'insertion: new',
      'deletion: ',
      'replacement: is',
      'comment: ',
      'highlight: this',
    ]);
  });

  it('the author stands in a comment right behind the change', () => {
    assert.deepEqual(marks('{++new++}{>>@A. Drafter 2026-03-01T09:00:00Z<<}'), [
      'insertion: new',
      'comment: ',
    ]);
  });

  it('a mark may cross a line break', () => {
    assert.deepEqual(marks('{++one\r\ntwo++}'), ['insertion: one\r\ntwo']);
    assert.deepEqual(errors('{++one\r\ntwo++}'), []);
  });

  it('a mark does not cross a blank line, so that one slip spoils one paragraph', () => {
    const text = '{++one\n\nD1.2 two {--old--}++}';
    assert.deepEqual(marks(text), ['deletion: ']);
    assert.deepEqual(errors(text), ['unclosed at 0, ++}', `unopened at ${text.length - 3}, {++`]);
  });

  it('a mark that is never closed is an error, and so is one that was never opened', () => {
    assert.deepEqual(errors('old {-- words'), ['unclosed at 4, --}']);
    assert.deepEqual(errors('old words --} here'), ['unopened at 10, {--']);
    assert.deepEqual(errors('{++ a --}'), ['unclosed at 0, ++}', 'unopened at 6, {--']);
  });

  it('marks side by side are each their own', () => {
    assert.deepEqual(marks('{--a--}{++b++}{++c++}'), ['deletion: ', 'insertion: b', 'insertion: c']);
    assert.deepEqual(errors('{--a--}{++b++}{++c++}'), []);
  });

  it('what only looks like a mark is none', () => {
    for (const text of ['{xx}', 'a ++ b', 'a -- b', '{+a+}', '~> {', '}', 'x << y', '']) {
      assert.deepEqual(marks(text), [], text);
      assert.deepEqual(errors(text), [], text);
    }
  });

  it('a replacement without an arrow deletes', () => {
    assert.deepEqual(marks('{~~was~~}'), ['replacement: ']);
  });

  it('a mark inside a comment is words of the comment', () => {
    assert.deepEqual(marks('{>>see {++ there<<} x'), ['comment: ']);
    assert.deepEqual(errors('{>>see {++ there<<} x'), []);
  });

  it('any marks that are put together are read back', () => {
    const random = new Random(3);
    const shapes = ['insertion', 'deletion', 'replacement', 'comment', 'highlight'] as const;
    const words = ['a', 'D9.4', 'two words', 'line\nbreak', '', '(a)', '+', '-', '“q”'];
    for (let i = 0; i < 300; i++) {
      const expected: string[] = [];
      const text = random
        .times(random.below(6), () => {
          const kind = random.pick(shapes);
          const [old, kept] = [random.pick(words), random.pick(words)];
          expected.push(`${kind}: ${kind === 'deletion' || kind === 'comment' ? '' : kept}`);
          const mark = {
            insertion: `{++${kept}++}`,
            deletion: `{--${old}--}`,
            replacement: `{~~${old}~>${kept}~~}`,
            comment: `{>>${old}<<}`,
            highlight: `{==${kept}==}`,
          }[kind];
          return `${random.pick(['', ' plain ', '\n'])}${mark}`;
        })
        .join('');
      assert.deepEqual(marks(text), expected, text);
      assert.deepEqual(errors(text), [], text);
    }
  });
});

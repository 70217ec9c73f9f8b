import assert from 'node:assert/strict';
import { readFixture } from './fixture.js';

describe('fixtures', () => {
  it('read a text without marks as one file', () => {
    const { files } = readFixture('D1.1 One.\nD1.2 Two.');
    assert.deepEqual(files, [{ name: 'text.sec', text: 'D1.1 One.\nD1.2 Two.', cursors: [], ranges: [] }]);
  });

  it('take the indentation of a template literal away, and keep what is indented further', () => {
    const { files } = readFixture(`
      (a) one:
          (i) two
    `);
    assert.equal(files[0]?.text, '(a) one:\n    (i) two');
  });

  it('split at file headers', () => {
    const { files } = readFixture('//- sec/a.sec\nOne.\n//- draft.sec\nTwo.');
    assert.deepEqual(
      files.map(({ name, text }) => [name, text]),
      [
        ['sec/a.sec', 'One.'],
        ['draft.sec', 'Two.'],
      ],
    );
    assert.throws(() => readFixture('loose\n//- a.sec\nOne.'), /before the first file/);
  });

  it('find the cursor, and throw unless there is exactly one', () => {
    const { cursor, files } = readFixture('//- a.sec\nOne.\n//- b.sec\nTwo: D$09.');
    assert.deepEqual(cursor, { file: 'b.sec', offset: 6 });
    assert.equal(files[1]?.text, 'Two: D9.');
    assert.throws(() => readFixture('none').cursor, /0 cursors/);
    assert.throws(() => readFixture('$0two$0').cursor, /2 cursors/);
  });

  it('read underlines below a line as ranges of it, cursors left out', () => {
    const [file] = readFixture(`
      see$0 Section D9.4 and E2
            ^^^^^^^^^^^^ D9.4
                             ^^ E2
      next
    `).files;
    assert.equal(file?.text, 'see Section D9.4 and E2\nnext');
    assert.deepEqual(file?.ranges, [
      { start: 4, end: 16, text: 'Section D9.4', label: 'D9.4' },
      { start: 21, end: 23, text: 'E2', label: 'E2' },
    ]);
    assert.throws(() => readFixture('^^^ above nothing'), /nothing above/);
  });
});

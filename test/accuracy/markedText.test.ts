import assert from 'node:assert/strict';
import { readMarkedText } from './markedText.js';

describe('marked texts', () => {
  it('takes the marks out and keeps what they say, with offsets in the plain text', () => {
    const { text, labels } = readMarkedText('The ⟦Panel|u⟧ shall follow ⟦Sections D1|r D1⟧ and ⟦D2|r D2⟧.');
    assert.equal(text, 'The Panel shall follow Sections D1 and D2.');
    assert.deepEqual(labels.uses, [{ start: 4, end: 9, term: undefined }]);
    assert.deepEqual(
      labels.references.map(({ start, end, target }) => [text.slice(start, end), target]),
      [
        ['Sections D1', 'D1'],
        ['D2', 'D2'],
      ],
    );
  });

  it('reads marks inside marks', () => {
    const { text, labels } = readMarkedText('a ⟦⟦Sub Ghz Alert|u Sub GHz Alert⟧|f near-miss-term⟧ is sent');
    assert.equal(text, 'a Sub Ghz Alert is sent');
    assert.deepEqual(labels.faults, [{ start: 2, end: 15, code: 'near-miss-term' }]);
    assert.deepEqual(labels.uses, [{ start: 2, end: 15, term: 'Sub GHz Alert' }]);
  });

  it('reads a table row whose cells are parted by bars', () => {
    const { text, labels } = readMarkedText('| ⟦Alarm|d C1.5 = Alarms⟧ | means ⟦Table|x|n⟧ |');
    assert.equal(text, '| Alarm | means Table|x |');
    assert.deepEqual(labels.definitions, [{ start: 2, end: 7, term: 'Alarms', scope: 'C1.5' }]);
    assert.deepEqual(labels.neutral, [{ start: 16, end: 23 }]);
  });

  it('reads kinds and ranges of references', () => {
    const { labels } = readMarkedText('⟦C8.11|r:section C8.11 through C8.15⟧');
    assert.deepEqual(labels.references, [
      { start: 0, end: 5, target: 'C8.11', kind: 'section', through: 'C8.15' },
    ]);
  });

  it('refuses a mark that is never closed and a label that is none', () => {
    assert.throws(() => readMarkedText('the ⟦Panel shall'), /never closed/);
    assert.throws(() => readMarkedText('the ⟦Panel|term⟧ shall'), /label that is none/);
    assert.throws(() => readMarkedText('the ⟦Panel⟧ shall'), /without a label/);
  });
});

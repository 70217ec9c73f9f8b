import assert from 'node:assert/strict';
import {
  formatModificationId,
  parseModificationId,
  sameModification,
  type ModificationId,
} from '../../server/src/model/modificationId.js';

const id = (text: string): ModificationId => parseModificationId(text) as ModificationId;

describe('modification ids', () => {
  it('are read however they are written', () => {
    const written = [
      'SECMP0023',
      'SECMP022',
      'SECMP-4',
      'SECMP 23',
      'Secmp0023',
      'SECMP00023',
      'DP072',
      'mp72',
      'MP134A',
    ];
    assert.deepEqual(
      written.map((text) => formatModificationId(id(text))),
      [
        'SECMP0023',
        'SECMP0022',
        'SECMP0004',
        'SECMP0023',
        'SECMP0023',
        'SECMP0023',
        'DP072',
        'MP072',
        'MP134A',
      ],
    );
  });

  it('are none without a number', () => {
    for (const text of ['', 'SECMP', 'SECMPXXXX', 'MP', 'XMP12', 'SECMP1234567', 'MP 3 player']) {
      assert.equal(parseModificationId(text), undefined, text);
    }
  });

  it('come back the same from their canonical form', () => {
    for (const series of ['SECMP', 'DP', 'MP'] as const) {
      for (let number = 0; number <= 1200; number += 7) {
        for (const suffix of ['', 'A', 'B']) {
          const written = { series, number, suffix };
          assert.deepEqual(parseModificationId(formatModificationId(written)), written);
        }
      }
    }
  });

  it('are one for DP and MP with one number, and for nothing else', () => {
    assert.ok(sameModification(id('DP072'), id('MP072')));
    assert.ok(!sameModification(id('DP072'), id('SECMP0072')));
    assert.ok(!sameModification(id('MP134'), id('MP134A')));
    assert.ok(!sameModification(id('MP134'), id('MP135')));
  });
});

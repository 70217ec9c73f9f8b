import assert from 'node:assert/strict';
import { checkFindings, checkNo, withCode } from '../support/findings.js';

describe('ambiguous-reference', () => {
  it('finds a reference to a number that two clauses have, and shows both', () => {
    const [finding] = checkFindings(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds.

      E1.2 The second holds.

      E1.2 The third holds.

      //- paper.sec
      The SEC says so in Section E1.2.
                         ^^^^^^^^^^^^ ambiguous-reference warning
    `);
    assert.match(
      finding?.message ?? '',
      /^Two provisions are called E1.2: section-e.sec, line 7 and section-e.sec, line 9\./,
    );
    assert.equal(finding?.related.length, 2);
  });

  it('finds a paragraph of two lists in one clause', () => {
    checkFindings(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds for:
          (a) one; and
          (b) two,
      and fails for:
          (a) three; and
          (b) four.

      //- paper.sec
      The SEC says so in Section E1.1(b).
                         ^^^^^^^^^^^^^^^ ambiguous-reference warning
    `);
  });

  it('tells once of two files that claim one part', () => {
    const [finding] = checkFindings(`
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds.

      //- sec/section-e-old.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first held.

      //- paper.sec
      The SEC says so in Section E1.1 and in Section E1.1 again.
                         ^^^^^^^^^^^^ ambiguous-reference warning
    `);
    assert.match(finding?.message ?? '', /Two files claim the same part/);
  });

  it('is silent for a paragraph of the list or Part that the words stand in', () => {
    checkNo(
      'ambiguous-reference',
      `
      //- sec/section-e.sec
      SECTION E: EXAMPLES

      E1 FIRST

      E1.1 The first holds for:
          (a) one; and
          (b) what paragraph (a) says,
      and fails for:
          (a) three; and
          (b) what paragraph (a) says.

      //- sec/appendix-ab.sec
      APPENDIX AB: PROCESSING

      Part 1: First

      1. The first holds.

      2. It is what clause 1 says.

      Part 2: Second

      1. The second holds.

      2. It is what clause 1 says.
    `,
    );
  });

  it('is silent for numbers of a paper that begin anew', () => {
    checkNo(
      'ambiguous-reference',
      withCode(`
        First part

        1. It is so.

        2. It is as section 1 says.

        Second part

        1. It is not so.

        2. It is as section 1 says.
      `),
    );
  });
});

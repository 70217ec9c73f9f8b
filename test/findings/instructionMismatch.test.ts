import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

const silent = (source: string): void => {
  checkNo('instruction-mismatch', withCode(source));
};

describe('instruction-mismatch', () => {
  it('finds words to replace that are not in the provision', () => {
    const [finding] = checkFindings(
      withCode(`
        Section D

        Replace “ten (10) Working Days” with “six (6) Working Days” in Section D9.4.
                 ^^^^^^^^^^^^^^^^^^^^^ instruction-mismatch error
      `),
    );
    assert.match(
      finding?.message ?? '',
      /^“ten \(10\) Working Days” does not stand in D9\.4 as it is at hand/,
    );
    assert.equal(finding?.related.length, 1);
  });

  it('finds words that stand there twice, unless the instruction says which or how often', () => {
    const [finding] = checkFindings(
      withCode(`
        Appendix AB

        Replace “each” with “every” in clause 15.5.
                 ^^^^ instruction-mismatch error

        Replace “each” with “every” wherever it stands in clause 15.5.

        Delete “each” where it first stands in clause 15.5.
      `),
    );
    assert.match(finding?.message ?? '', /stands twice in Appendix AB\/15\.5/);
  });

  it('finds what an instruction amends, deletes or builds on, where only the draft has it', () => {
    const [finding] = checkFindings(
      withCode(`
        Section D

        Amend Section D9.44 as follows:
              ^^^^^^^^^^^^^ instruction-mismatch error

        D9.44 The Panel shall do so.
      `),
    );
    assert.match(
      finding?.message ?? '',
      /There is no D9\.44 in the Code at hand, so it cannot be changed: D9 is there/,
    );
  });

  it('reads other orders of words: in a provision, after words, for words, words that shall be deleted, items of a list', () => {
    checkFindings(
      withCode(`
        Section D

        In Section D9.4, after “two hours” insert “or less”.
                                ^^^^^^^^^ instruction-mismatch error

        In Section D9.4, for “two hours” there shall be substituted “one hour”.
                              ^^^^^^^^^ instruction-mismatch error

        The words “two hours” shall be deleted from Section D9.4.
                   ^^^^^^^^^ instruction-mismatch error

        Amend Section D9.4 as follows:
        (a) replace “two hours” with “one hour”; and
                     ^^^^^^^^^ instruction-mismatch error
        (b) replace “Working Days” with “days”.
      `),
    );
  });

  it('finds a definition that is not there, and words that are not in one', () => {
    checkFindings(
      withCode(`
        Section A

        Delete the definition of “Gas Box”.
                                  ^^^^^^^ instruction-mismatch error

        In the definition of “Device”, replace “a box” with “a meter”.
                                                ^^^^^ instruction-mismatch error

        In the definition of “Device”, replace “a meter or a hub” with “a meter”.
      `),
    );
  });

  it('is silent for what can be applied, over line breaks and with other quotation marks', () => {
    checkSilent(
      withCode(`
        Section D

        Replace "do so within five (5) Working
        Days" with “do so within six (6) Working Days” in Section D9.4.

        Insert “or hold back” after “report” in Section D9.3.

        Delete Section D1.3.

        Amend Section D9.4 as follows:

        D9.4 The Panel shall do so within six (6) Working Days.
      `),
    );
  });

  it('is silent for what the draft itself put in before', () => {
    silent(`
      Section D

      Insert the following new clause after Section D9.4:

      D9.4A The Panel shall tell the Change Board.

      Insert the following new clause after Section D9.4A:

      D9.4B The Panel shall tell the DCC.

      Replace “Working Days” with “hours of work” in Section D9.4.

      Replace “hours of work” with “hours” in Section D9.4.
    `);
  });

  it('is silent where the part is not at hand, several provisions are named, or words are left out of the quotation', () => {
    silent(`
      Section E

      Replace “two hours” with “one hour” in Section E2.4.

      Section D

      Replace “two hours” with “one hour” in Sections D9.3 and D9.4.

      Replace “The Panel … hours” with “Nobody” in Section D9.4.
    `);
  });

  it('leaves to unresolved-reference what neither the Code nor the draft has', () => {
    checkFindings(
      withCode(`
        Section D

        Delete Section D9.44.
               ^^^^^^^^^^^^^ unresolved-reference error
      `),
    );
  });

  it('is silent for a text that tells what happened, and for a part of the Code', () => {
    silent(`
      //- paper.txt
      The SEC Panel was told that the words “two hours” in Section D9.4 had been meant, and asked for “one hour” in their place.
    `);
  });
});

import assert from 'node:assert/strict';
import { checkFindings, checkSilent, withCode } from '../support/findings.js';

describe('self-reference-mismatch', () => {
  it('finds “this” of a provision that the words do not stand in, and mends the number or leaves “this” out', () => {
    const [finding] = checkFindings(
      withCode(`
        Section D

        D9.5 The Panel may wait where this Section D1 says so.
                                      ^^^^^^^^^^^^^^^ self-reference-mismatch warning -> this Section D9 | Section D1
      `),
    );
    assert.match(finding?.message ?? '', /“this Section D1” stands in D9.5, not in D1/);
    assert.equal(finding?.related.length, 1);
  });

  it('finds it of a clause, of another Section and of an Appendix', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel may wait where this Section D9.4 says so.
                                      ^^^^^^^^^^^^^^^^^ self-reference-mismatch warning -> this Section D9.5 | Section D9.4

        D9.6 The Panel may wait where this Section A says so.
                                      ^^^^^^^^^^^^^^ self-reference-mismatch warning -> this Section D | Section A

        Appendix AB

        15.7 The DCC shall keep to this clause 15.6 at all times.
                                   ^^^^^^^^^^^^^^^^ self-reference-mismatch warning -> this clause 15.7 | clause 15.6
      `),
    );
  });

  it('is silent for the place itself and for what holds it', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 This Section D9.5, this Section D9, this Section D and this Section hold for the Panel:
            (a) this paragraph (a); and
            (b) this Section D9.5(b).
      `),
    );
  });

  it('is silent for a clause of this Appendix, whatever stands behind the words', () => {
    checkSilent(
      withCode(`
        Appendix AB

        15.7 The DCC shall keep to clause 15.6 of this Appendix and to clause 15.5 of this Appendix.
      `),
    );
  });

  it('is silent for quoted words, and in a paper, whose places have no number of the Code', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel may read “this Section D1” as it sees fit.
      `),
    );
    checkSilent(withCode('\n3.1 The SEC speaks of this Section D9 in many places.\n'));
  });
});

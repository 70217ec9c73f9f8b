import assert from 'node:assert/strict';
import { checkFindings, checkSilent, withCode } from '../support/findings.js';

describe('direction-mismatch', () => {
  it('finds “above” where the paragraph stands below, and mends the word', () => {
    const [finding] = checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall:
            (a) ask each Party named in paragraph (b) above;
                                        ^^^^^^^^^^^^^ direction-mismatch warning “above” -> below
            (b) name each Party that it wishes to ask.
      `),
    );
    assert.match(finding?.message ?? '', /D9.5\(b\) stands below \(line 5\), not above/);
  });

  it('finds “below” in the paragraph that is named itself', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall:
            (a) ask each Party; and
            (b) vote on it,
        and no vote under paragraph (b) below is a vote.
                          ^^^^^^^^^^^^^ direction-mismatch warning “below” -> above
      `),
    );
  });

  it('finds “below” in a paper whose only list with such a paragraph stands in a clause above', () => {
    checkFindings(`
      1. The Options

      1.1 Three were named:
      (a) the first; and
      (b) the second.

      1.2 Most liked the option in paragraph (a) below.
                                   ^^^^^^^^^^^^^ direction-mismatch warning “below” -> above

      1.3 Nothing else was said.
    `);
  });

  it('finds “below” where the clause stands above', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall name each Party.

        D9.6 The Panel shall ask each Party named under Section D9.5 below.
                                                        ^^^^^^^^^^^^ direction-mismatch warning “below” -> above
      `),
    );
  });

  it('tells once of a list that stands on the other side', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall do what paragraphs (a) and (b) above say:
                                                        ^^^ direction-mismatch warning “above” -> below
            (a) name each Party; and
            (b) ask each Party.
      `),
    );
  });

  it('finds it in the words behind a list', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall:
            (a) name each Party; and
            (b) ask each Party,

        but paragraph (b) below shall not hold in a year in which the Panel has asked each Party before, and
            ^^^^^^^^^^^^^ direction-mismatch warning “below” -> above
        paragraph (a) above shall.
      `),
    );
  });

  it('is silent where the word is right', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall do what paragraphs (a) and (b) below say:
            (a) name each Party; and
            (b) ask each Party named in paragraph (a) above.

        D9.6 The Panel shall do so as Section D9.5 above says.
      `),
    );
  });

  it('is silent for what encloses the place, stands elsewhere, or stands on both sides', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall look at Section D9.5 below, Section D9.1 below and Section D9.2 above:
            (a) for the one of paragraphs (a) and (c) above;
            (b) for the one of paragraphs (a) and (c) below; and
            (c) for the rest.
      `),
    );
  });

  it('is silent where another paragraph of the clause has the sign and stands on the right side', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall:
            (a) ask:
                (i) each Party; and
                (ii) the DCC;
            (b) ask again where paragraph (i) above says so:
                (i) each User.
      `),
    );
  });
});

import assert from 'node:assert/strict';
import { checkFindings, checkSilent, withCode } from '../support/findings.js';

const source = 'made up for tests';

describe('heading-mismatch', () => {
  it('finds the heading of another provision, and mends it', () => {
    const [finding] = checkFindings(
      withCode(`
        The SEC says so in Section D9 (Raising Proposals).
                                       ^^^^^^^^^^^^^^^^^ heading-mismatch warning -> Modification Proposal Decision
      `),
    );
    assert.match(
      finding?.message ?? '',
      /heading of D9 is “Modification Proposal Decision”, not “Raising Proposals”/,
    );
  });

  it('finds one in single quotation marks, as reports write titles', () => {
    checkFindings(
      withCode(`
        The SEC says so in Section D9 ‘Raising Proposals’ and in Section D9 ‘Modification Proposal Decision’.
                                       ^^^^^^^^^^^^^^^^^ heading-mismatch warning -> Modification Proposal Decision
      `),
    );
    checkSilent(withCode('In the SEC, the words of Section D9 ‘Raising Proposals’ means nothing.'));
  });

  it('finds a side heading that belongs to other clauses', () => {
    checkFindings(
      withCode(`
        The SEC says so in Section D9.4 (Voting).
                                         ^^^^^^ heading-mismatch warning -> Report to the Authority
      `),
    );
  });

  it('finds a title that is not the part’s', () => {
    checkFindings(
      withCode(`
        The SEC says so in Section D (Definitions).
                                      ^^^^^^^^^^^ heading-mismatch warning -> Modification Process
      `),
    );
  });

  it('is information against facts alone', () => {
    const [finding] = checkFindings(`
        The SEC says so in Section D1 (How to Object).
                                       ^^^^^^^^^^^^^ heading-mismatch information -> How to Propose
      `);
    assert.match(finding?.message ?? '', /no copy of the Code is at hand/);
  });

  it('is silent for the side heading, the sub-section heading and the title', () => {
    checkSilent(
      withCode(`
        The SEC says so in Section D9.1 (Voting), Section D9.2 (Voting), Section D9.4 (Report to the Authority),
        Section D9.4 (Modification Proposal Decision), Section D9 (Modification Proposal Decision), Section D (Modification
        Process) and Appendix AB (Service Request Processing Document).
      `),
    );
  });

  it('is silent where only case, dashes, & or white space differ', () => {
    checkSilent(
      withCode(`
        The SEC says so in Section D9 (MODIFICATION PROPOSAL
        DECISION), Section D10 (Appeals and Disputes), Section D10 (Appeals & Disputes) and Section D1 (Raising-Proposals).
      `),
    );
  });

  it('is silent for any heading that the provision is known to have had', () => {
    const facts = {
      sections: {
        records: [
          {
            letter: 'D',
            titles: [{ title: 'Changing the Rules', source }],
            subsections: [
              { number: 'D9', heading: 'Final Decision', status: 'superseded', source },
              { number: 'D9', heading: 'Recalled Decision', status: 'recalled', source },
            ],
          },
        ],
      },
    };
    checkSilent(
      withCode('\nThe SEC says so in Section D9 (Final Decision) and Section D9 (Recalled Decision).\n'),
      { facts },
    );
    checkSilent(withCode('\nThe SEC says so in Section D (Changing the Rules).\n'), { facts });
  });

  it('finds a spelling that the facts mark as a slip', () => {
    checkFindings(
      withCode(`
        The SEC says so in Section D (Modification Proces).
                                      ^^^^^^^^^^^^^^^^^^^ heading-mismatch warning -> Modification Process
      `),
      {
        facts: {
          sections: {
            records: [{ letter: 'D', titles: [{ title: 'Modification Proces', slip: true, source }] }],
          },
        },
      },
    );
  });

  it('is silent where the facts do not know the heading for certain', () => {
    checkSilent(
      'The SEC says so in Section D7 (Complaints), Section D8 (Anything), Section D1.2 (Anything) and Section D1.9 (Anything).\n',
    );
  });

  it('is silent for a level in brackets, and for a bracket that is no heading', () => {
    checkSilent(
      withCode(`
        The SEC says so in Section D1.2 (a), Section D1.2(b)(i), Section D9.4 (as it then was) and Sections D1.1 to D1.3 (inclusive).
      `),
    );
  });

  it('leaves a reference to what is not there to unresolved-reference', () => {
    checkFindings(
      withCode(`
        The SEC says so in Section D9.44 (Raising Proposals).
                           ^^^^^^^^^^^^^ unresolved-reference error
      `),
    );
  });

  it('takes the heading that a draft inserts', () => {
    checkSilent(
      withCode(`
        Section D

        D11 COSTS OF APPEALS

        D11.1 The Panel shall pay under Section D11 (Costs of Appeals).
      `),
    );
  });

  it('is silent for the heading that runs into a paragraph’s own words', () => {
    checkSilent(`
        1 DUTIES

        1.1 The maker has these duties:
        (a) Give assurance about tools. The maker is not aware of any fault.

        1.2 Section 1.1(a) (Give Assurance about Tools) of this document ends in May.
      `);
  });

  it('checks headings of a loose paper’s own provisions against the paper', () => {
    checkSilent(`
        1 INTRODUCTION

        1.1 This is short.

        2 COSTS

        2.1 They follow from Section 1 (Introduction) of this document.
      `);
  });
});

import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, listFindings, withCode } from '../support/findings.js';

const messages = (source: Parameters<typeof checkFindings>[0]): string[] =>
  checkFindings(source).map(({ message }) => message);

describe('unresolved-reference', () => {
  it('leaves numbers alone that an agreement may have which the text changes', () => {
    const text =
      'This Variation is made on 9 May 2023 by parties to an agreement dated 1 June 2020 (the Agreement).\n1. Clause 7.2 shall be deleted.\n2. Clause 31 of the Agreement applies.\n';
    checkNo('unresolved-reference', text);
    const alone = text.replace('an agreement dated 1 June 2020 (the Agreement)', 'it');
    assert.equal(listFindings(alone).filter((finding) => finding.includes('unresolved-reference')).length, 2);
  });

  it('finds a clause that is not there, and says how far the reference did resolve', () => {
    const [message] = messages(
      withCode(`
        The SEC says so in Section D9.44.
                           ^^^^^^^^^^^^^ unresolved-reference error
      `),
    );
    assert.match(message ?? '', /There is no D9\.44: D9 is there; its last clause is D9\.4/);
  });

  it('finds a small “section” with a point in its number that a paper lacks, and none that a statute may have', () => {
    checkFindings(`
      4. Results

      4.1 The first is told in section 4.2, the second in section 4.7 and the third in section 7.
                                                          ^^^^^^^^^^^ unresolved-reference error

      4.2 FAR section 4.9 is another's.
    `);
  });

  it('is silent for numbers that the draft gives to other clauses, and finds those behind them', () => {
    checkFindings(
      withCode(`
        Section D

        Insert the following new clause after Section D9.2:

        D9.3 The Panel shall also tell the DCC.

        Renumber Sections D9.3 to D9.4 as Sections D9.4 to D9.5.

        D10.1 A Party may ask the Authority to decide under Section D9.5 and Section D9.6.
                                                                             ^^^^^^^^^^^^ unresolved-reference error
      `),
    );
    checkSilent(
      withCode(`
        Section D

        Insert the following new clause after Section D9.2, and renumber the clauses that follow accordingly:

        D9.3 The Panel shall also tell the DCC.

        D10.1 A Party may ask the Authority to decide under Section D9.5.
      `),
    );
  });

  it('finds a number past the end of an Annex whose numbers begin at one', () => {
    checkFindings(`
      Consultation

      1. The draft is in Annex A, and paragraph 7 of Annex B says why.

      Annex A

      1. The Panel shall read it.

      2. Nothing is changed by paragraph 95 above.
                               ^^^^^^^^^^^^ unresolved-reference error
    `);
  });

  it('finds a paragraph of an Annex that stands in the text, and a clause of an agreement named in a Schedule without numbers', () => {
    checkFindings(`
      //- paper.txt
      ANNEX A
      DRAFT OF THE DIRECTION

      1. The conditions are that:
      (a) the maker has asked; and
      (b) the maker has paid.

      2. What is asked under paragraph 1(d) is kept, as paragraph 1(b) says.
                             ^^^^^^^^^^^^^^ unresolved-reference error
      //- agreement.txt
      This agreement is made between the parties.

      1. Services

      1.1 The services are given.

      Schedule 1 Services

      Audit: we look at the meters, as told in clause 1.1 and clause 1.9 of it all.
                                                              ^^^^^^^^^^ unresolved-reference error
    `);
  });

  it('finds a sub-section that is not there', () => {
    const [message] = messages(
      withCode(`
        The SEC says so in Section D14.
                           ^^^^^^^^^^^ unresolved-reference error
      `),
    );
    assert.match(message ?? '', /Section D is there; its last clause is D10/);
  });

  it('finds a paragraph and a sub-paragraph that are not there', () => {
    const [paragraph, below] = messages(
      withCode(`
        The SEC says so in Section D1.2(c) and Section D1.2(b)(iii).
                           ^^^^^^^^^^^^^^^ unresolved-reference error
                                               ^^^^^^^^^^^^^^^^^^^^ unresolved-reference error
      `),
    );
    assert.match(paragraph ?? '', /D1\.2 is there; its last paragraph is \(b\)/);
    assert.match(below ?? '', /D1\.2\(b\) is there; its last paragraph is \(ii\)/);
  });

  it('finds what is missing in an Appendix, named by letters or by its abbreviation', () => {
    checkFindings(
      withCode(`
        See clause 15.5(z) of Appendix AB and RPD clause 15.9 of the SEC.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unresolved-reference error
                                              ^^^^^^^^^^^^^^^ unresolved-reference error
      `),
    );
  });

  it('finds each missing member of a list and each missing end of a range', () => {
    checkFindings(
      withCode(`
        The SEC says so in Sections D1, D14 and D9.4, and in Sections D9.1 to D9.8.
                                        ^^^ unresolved-reference error
                                                                              ^^^^ unresolved-reference error
      `),
    );
  });

  it('finds a paragraph above that is not there', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall:
            (a) wait; and
            (b) act as paragraph (f) above says.
                       ^^^^^^^^^^^^^ unresolved-reference error
      `),
    );
  });

  it('finds a number that a loose paper with numbers of its own does not have', () => {
    const [message] = messages(`
        1. The first matter is short.

        2. The second follows from paragraph 1, not from paragraph 7.
                                                         ^^^^^^^^^^^ unresolved-reference error
      `);
    assert.match(message ?? '', /There is no number 7 of this text/);
  });

  it('is information for a part that neither the folder nor the facts know', () => {
    const [message] = messages(`
        The SEC says so in Schedule 77 and in Appendix ZZ.
                           ^^^^^^^^^^^ unresolved-reference information
                                              ^^^^^^^^^^^ unresolved-reference information
      `);
    assert.match(message ?? '', /No copy of the Code is at hand/);
  });

  it('is silent for what is there', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel acts under Section D9.4, SEC Section D1.2(b)(ii), Section D10, this Section D, clause 15.5(b) of
        Appendix AB and Sections D1.1 to D1.3.
      `),
    );
  });

  it('is silent for a provision that is not used: its number exists', () => {
    checkSilent(withCode('\nThe SEC says nothing in Section D1.3.\n'));
  });

  it('is silent for what the draft itself inserts, also below a clause of the Code', () => {
    checkSilent(
      withCode(`
        Section D

        {++D9.5 The Panel shall act under Section D9.6(a).++}

        {++D9.6 The Panel shall:
            (a) wait; and
            (b) act.++}
      `),
    );
  });

  it('is silent for what another draft of the same modification inserts, and finds it without that draft', () => {
    const first = '---\nmodification: SECMP0099\n---\nSection D\n\nD9.5 The Panel shall act.\n';
    const second =
      '---\nmodification: SECMP0099\n---\nAppendix AB\n\n15.7 The Panel acts under Section D9.5.\n';
    checkSilent(withCode(`//- one.sec\n${first}//- two.sec\n${second}`));
    checkFindings(
      withCode(`
        ---
        modification: SECMP0099
        ---
        Appendix AB

        15.7 The Panel acts under Section D9.5.
                                  ^^^^^^^^^^^^ unresolved-reference error
      `),
    );
  });

  it('checks nothing below a part that is not at hand, whatever the facts list of it', () => {
    checkSilent(`
        The SEC says so in Section D1, Section D1.2, Section D1.99, Section D99.1, Schedule 11, clause 99.9 of Appendix AB and
        paragraph 2.3(a) of Schedule 11.
      `);
  });

  it('checks no licence, statute, other document or annex of its own', () => {
    checkSilent(
      withCode(`
        The SEC follows Condition 22 of the DCC Licence, section 6(1A) of the Electricity Act 1989 and Annex C of this letter.
      `),
      {
        facts: {
          documents: {
            records: [
              { title: 'DCC Licence', source: 'made up for tests' },
              {
                title: 'Electricity Act 1989',
                alsoWrittenAs: ['Electricity Act'],
                source: 'made up for tests',
              },
            ],
          },
        },
      },
    );
  });

  it('is silent for the numbers of a paper that has none of its own', () => {
    checkSilent('The report says so in paragraph 7, and more in Section 3.3.4.\n');
  });

  it('is silent for lettered numbers in a loose paper without a folder, however the paper is numbered', () => {
    checkSilent(`
        1. The SEC says so in Section D9.4.

        2. It says more in Section D1.2(c).
      `);
  });

  it('knows a Section of the folder whose letter the facts do not know', () => {
    checkFindings(
      withCode(`
        //- sec/section-q.sec
        ---
        part: Section Q
        ---
        SECTION Q: QUESTIONS

        Q1 ASKING

        Q1.1 A Party may ask.

        //- paper.sec
        The SEC says so in Section Q1.1, not in Section Q1.2.
                                                ^^^^^^^^^^^^ unresolved-reference error
      `),
    );
  });

  it('is silent for releases, tables, service requests and page furniture', () => {
    checkNo(
      'unresolved-reference',
      withCode(`
        Section D

        D9.5 The DCC shall send Table 9, Figure 12, Release 2, R1.2, Stage 1, SEC Version 5.0 and Service Request 6.2.10, and
        E2E and SECP_68_1005_07.
      `),
    );
  });

  it('is silent in deleted words, links and contents', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall act {--under Section D9.44--} now, see https://example.org/Section D9.4.
      `),
    );
  });

  it('is silent where a paper makes a part, which nothing can know yet', () => {
    checkNo('unresolved-reference', '1. The document is incorporated into the Code as Appendix AO.\n');
    checkNo('unresolved-reference', '1. The document becomes the new SEC Appendix AO.\n');
    checkFindings(`
      1. See Appendix AO.
             ^^^^^^^^^^^ unresolved-reference information
    `);
  });
});

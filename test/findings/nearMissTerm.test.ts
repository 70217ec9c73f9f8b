import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

describe('near-miss-term', () => {
  it('finds a term whose letters have the wrong case', () => {
    const [finding] = checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send each Sub Ghz Alert to the Panel.
                                     ^^^^^^^^^^^^^ near-miss-term warning -> Sub GHz Alert
      `),
    );
    assert.match(finding?.message ?? '', /“Sub Ghz Alert”.*“Sub GHz Alert” is defined/);
    assert.equal(finding?.fixes[0]?.isPreferred, true);
    assert.equal(finding?.fixes[0]?.title, 'Change to “Sub GHz Alert”');
  });

  it('finds two letters exchanged in a short abbreviation', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The steps in the SPRD apply.
                              ^^^^ near-miss-term warning -> SRPD
      `),
    );
  });

  it('finds one letter replaced, added, dropped or exchanged in words', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 Each Netwerk Party pays the DCC.
                  ^^^^^^^^^^^^^ near-miss-term warning -> Network Party

        D9.6 Each Netwrok Party pays the DCC.
                  ^^^^^^^^^^^^^ near-miss-term warning -> Network Party

        D9.7 Each Netwoork Party pays the DCC.
                  ^^^^^^^^^^^^^^ near-miss-term warning -> Network Party

        D9.8 Each Network Prty pays the DCC.
                  ^^^^^^^^^^^^ near-miss-term warning -> Network Party
      `),
    );
  });

  it('keeps the number of the written words in the fix', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 All Netwerk Parties pay the DCC.
                 ^^^^^^^^^^^^^^^ near-miss-term warning -> Network Parties
      `),
    );
  });

  it('finds the slip inside a longer run and marks no more than the term', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Registred Supplier Agent may vote.
                 ^^^^^^^^^^^^^^^^^^^^^^^^ near-miss-term warning -> Registered Supplier Agent
      `),
    );
  });

  it('finds a slip that a change mark inserts', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send {++each Sub Ghz Alert++} to the Panel.
                                        ^^^^^^^^^^^^^ near-miss-term warning -> Sub GHz Alert
      `),
    );
  });

  it('offers no mend that would destroy a change mark inside the term', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send each Sub {++Ghz++} Alert to the Panel.
                                     ^^^^^^^^^^^^^^^^^^^ near-miss-term warning
      `),
    );
  });

  it('finds a slip of a term that only the draft defines', () => {
    checkFindings(
      withCode(`
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Flow Threshold\tmeans a rate of flow.

        Section D

        D9.5 The DCC shall note the Flow Treshold.
                                    ^^^^^^^^^^^^^ near-miss-term warning -> Flow Threshold
      `),
    );
  });

  it('is silent where the words are right', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The DCC shall send each Sub GHz Alert to the Network Parties and each Party’s Registered Supplier Agent
        under the SRPD.
      `),
    );
  });

  it('is silent in a short abbreviation with one letter replaced, added or dropped', () => {
    for (const other of ['SRPX', 'SRP', 'SRPDA', 'SXRPD']) {
      checkNo('near-miss-term', withCode(`\nSection D\n\nD9.5 The steps in the ${other} apply.\n`));
    }
  });

  it('is silent between two words that are both defined', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Import Supplier shall tell the Export Supplier.

        D9.6 The DCC shall tell the User, and each User the DCC.
      `),
    );
  });

  it('is silent between two words that both stand in the facts', () => {
    const source = 'made up for tests';
    checkSilent('The DCC shall send the Widget Report and the Widget Resort to the Panel of the SEC.\n', {
      facts: {
        terms: {
          records: [
            { term: 'Widget Report', source },
            { term: 'Widget Resort', source },
            { term: 'Panel', source },
            { term: 'DCC', source },
          ],
        },
      },
    });
  });

  it('is silent for a term that the settings know', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The DCC shall send each Sub Ghz Alert to the Panel.
      `),
      { terms: ['Sub Ghz Alert'] },
    );
  });

  it('is silent in deleted words, quotation marks, code, links and comments', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The DCC shall send {--each Sub Ghz Alert to--} the Panel “Sub Ghz Alert” and \`SPRD\`, see
        https://example.org/SPRD <!-- Sub Ghz Alert -->.
      `),
    );
  });

  it('is silent where the numbers differ: another number is another thing', () => {
    checkNo(
      'near-miss-term',
      withCode(`
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Path 1 Change\tmeans a change by the Authority.

        Section D

        D9.5 The Panel shall make each Path 2 Change.
      `),
    );
  });

  it('looks beyond the unknown word: at known terms beside it, joining words, possessives and words like Table', () => {
    checkFindings(`
        “Personal Record” means a record. “Personal Record Breach” means a loss. “Maker’s Given Address” means a place.
        “Time Before the Deadline” means days. “Sale Table” means a list. The “Maker” means a person.

        He shall report a Personal Record Brach to the Maker.
                          ^^^^^^^^^^^^^^^^^^^^^ near-miss-term warning -> Personal Record Breach

        He shall write to the Maker’s Given Adress on the day.
                              ^^^^^^^^^^^^^^^^^^^^ near-miss-term warning -> Maker's Given Address

        He shall count the Time Befroe the Deadline in days.
                           ^^^^^^^^^^^^^^^^^^^^^^^^ near-miss-term warning -> Time Before the Deadline

        He shall keep the Saale Table for a year.
                          ^^^^^^^^^^^ near-miss-term warning -> Sale Table
      `);
  });

  it('looks into an item that has nothing but terms and articles in it', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 It binds:
            (a) the Netwerk Party and the DCC.
                    ^^^^^^^^^^^^^ near-miss-term warning -> Network Party
      `),
    );
  });

  it('does not look over the end of a sentence', () => {
    checkNo(
      'near-miss-term',
      '“Sale Table” means a list. It holds each Sale. Tablet computers are not in it.',
    );
  });

  it('finds a slip of several words in an item, a cell or a heading that is nothing but the term', () => {
    checkFindings(`
      1. “Migration Batch” means a batch.

      2. The users are:

      (a) Migration Batcch;
          ^^^^^^^^^^^^^^^^ near-miss-term warning -> Migration Batch

      (b) Migration Batches; and

      (c) Migration.

      Migraton Batch
      ^^^^^^^^^^^^^^ near-miss-term warning -> Migration Batch

      3. Each Migration Batch is kept.
    `);
  });

  it('takes what is done to a thing for no slip of who does it', () => {
    checkNo(
      'near-miss-term',
      'A “Proposer” is one who asks. The Proposed Answer is read, and the Proposed Answer again.',
    );
  });

  it('takes another grammatical form of a term for no slip, nor for one of its other number', () => {
    checkNo('near-miss-term', '“Resolve” means to end it. It is Resolved at noon, and was Resolved before.');
  });

  it('takes a small letter beside another one for no slip', () => {
    checkNo('near-miss-term', 'An “Application Form” is a form. Application for seats is made in May.');
  });

  it('takes words on both sides of a bracket for no term', () => {
    checkNo('near-miss-term', 'The Master Registration Agreement (MRA) Development Board (MDB) met in May.');
  });

  it('leaves a term alone that is all in capitals, as the head of an agreement has it', () => {
    checkSilent(`
        THIS AGREEMENT is made on 14 May 2020 between Ardmore and Thornwick (the “Customer”).

        IT IS AGREED as follows:

        1. In this agreement, “Agreement” means this document. The Customer keeps the Agreement.
      `);
  });
});

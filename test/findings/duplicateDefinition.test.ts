import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, withCode } from '../support/findings.js';

describe('duplicate-definition', () => {
  it('finds a term that a list defines twice', () => {
    const [finding] = checkFindings(
      withCode(`
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Losing Supplier\tmeans the Supplier before.
        Losing Supplier\tmeans the Supplier that is replaced.
        ^^^^^^^^^^^^^^^ duplicate-definition error

        Section D

        D9.5 The Losing Supplier shall tell the Panel.
      `),
    );
    assert.match(finding?.message ?? '', /already defined .*keep one/);
    assert.deepEqual(
      finding?.related.map(({ message, span }) => [message, span.end - span.start]),
      [['“Losing Supplier” is defined here', 'Losing Supplier'.length]],
    );
  });

  it('finds a term that two sentences define', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall send a notice (the "Vote Notice").

        D9.6 The DCC shall send another notice (the "Vote Notice").
                                                     ^^^^^^^^^^^ duplicate-definition error

        D9.7 The Panel shall keep each Vote Notice.
      `),
    );
  });

  it('finds a term that two files of the Code define for the whole Code', () => {
    checkFindings(`
        //- sec/section-a.sec
        ---
        part: Section A
        ---
        SECTION A: DEFINITIONS

        A1.1 In this Code, the following expressions have the meanings set out beside them:

        Term\tMeaning
        Vote\tmeans a show of hands.
        ^^^^ duplicate-definition error

        //- sec/section-d.sec
        ---
        part: Section D
        ---
        SECTION D: MODIFICATION PROCESS

        D1.1 The SEC calls a ballot a vote (each a "Vote").
                                                    ^^^^ duplicate-definition error
      `);
  });

  it('is information where an inner scope redefines an outer one', () => {
    const [finding] = checkFindings(
      withCode(`
        //- sec/appendix-b.sec
        ---
        part: Appendix B
        ---
        APPENDIX B: RULES FOR HUBS

        1 DEFINITIONS

        1.1 In this document the following expressions have the meanings set beside them.

        Term\tMeaning
        Alarm\tmeans a bell.
        ^^^^^ duplicate-definition information
      `),
      { facts: { appendices: { records: [{ appendix: 'B', title: 'Rules for Hubs', source: 'made up' }] } } },
    );
    assert.match(
      finding?.message ?? '',
      /also defined in A1\.1 for the whole Code; in Appendix B this definition holds/,
    );
  });

  it('is information where one provision redefines a term of its own part', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall keep a period (the "Vote Period"). The Vote Period ends soon.

        D9.6 For the purposes of this Section D9.6, the term "Vote Period" means one day.
                                                              ^^^^^^^^^^^ duplicate-definition information
      `),
    );
  });

  it('is silent where a definition only points to the place of the other', () => {
    checkSilent(
      withCode(`
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Vote Notice\thas the meaning given to that expression in Section D9.5 (Voting).

        Section D

        Voting

        D9.5 The Panel shall send a notice (the "Vote Notice"). Each Vote Notice is short.
      `),
    );
  });

  it('is silent where a draft restates a definition of the Code: it replaces it', () => {
    checkSilent(
      withCode(`
        Section A (Definitions)

        Amend the following definitions:

        Term\tMeaning
        Working Day\tmeans a day on which the DCC works.
      `),
    );
  });

  it('is silent where the same words are defined in two scopes beside each other', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 For the purposes of this Section D9.5, the term "Vote Period" means one day. The Vote Period is short.

        D9.6 For the purposes of this Section D9.6, the term "Vote Period" means two days. The Vote Period is long.
      `),
    );
  });

  it('is silent for definitions that a change mark deletes, and for uses in quotation marks', () => {
    checkSilent(
      withCode(`
        Section D

        D9.5 The Panel shall send a notice (the "Vote Notice").

        {--D9.6 The DCC shall send another notice (the "Vote Notice").--}

        D9.7 The words “Vote Notice” shall stand on it.
      `),
    );
  });

  it('is silent for terms that differ in case, number or a word', () => {
    checkNo(
      'duplicate-definition',
      withCode(`
        Section D

        D9.5 The Panel shall send a notice (the "Vote Notice") and keep a list (the "Vote Notice List").
      `),
    );
  });

  it('finds a definition of a term that an agreement has named and used before', () => {
    checkFindings(`
        “Maker” and “Buyer” agree: Maker makes what Buyer asks for.

        Buyer pays. In addition, “Maker” means any other person.
                                  ^^^^^ duplicate-definition error
      `);
  });

  it('is silent where the term was only named before its definition', () => {
    checkSilent('This “Maker” is a person to be named. “Maker” means any person. Maker pays.');
  });
});

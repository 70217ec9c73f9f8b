import { checkHover, checkNoHover, inCode, withoutCode } from '../support/features.js';

describe('hover on a term', () => {
  it('shows the definition in force and where it stands', () => {
    checkHover(
      inCode(`
        The SEC binds each Par$0ty.
                           ^^^^^^^
      `),
      `
        **Party**

        > means a person bound by the Code.

        _Defined in Section A1.1, version 6.12 of the code folder._
      `,
    );
  });

  it('knows plurals and possessives, and leaves the possessive sign out', () => {
    const expected = `
        **Network Party**

        > means a Party that owns a network.

        _Defined in Section A1.1, version 6.12 of the code folder._
      `;
    checkHover(
      inCode(`
        The SEC binds the Network Part$0y’s agents.
                          ^^^^^^^^^^^^^^^
      `),
      expected,
    );
    checkHover(
      inCode(`
        The SEC binds the Network Parti$0es.
                          ^^^^^^^^^^^^^^^^^
      `),
      expected,
    );
  });

  it('takes the longest term', () => {
    checkHover(
      inCode(`
        The SEC names the Registered Supp$0lier Agent.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `),
      `
        **Registered Supplier Agent**

        > means a person that a Supplier has named.

        _Defined in Section A1.1, version 6.12 of the code folder._
      `,
    );
  });

  it('follows a definition that only points to another', () => {
    checkHover(
      inCode(`
        The SEC names the Change$0 Board.
                          ^^^^^^^^^^^^^^
      `),
      `
        **Change Board**

        > has the meaning given to that expression in Section D9.1 (Modification Proposal Decision).

        _Defined in Section A1.1, version 6.12 of the code folder._

        *As Section D9.1 gives it*

        > The Panel shall keep a board that votes (the "Change Board").
      `,
    );
  });

  const chain = (words: string): string => `
        //- sec/section-a.sec
        ---
        part: Section A
        ---
        SECTION A: DEFINITIONS

        A1.1 In this Code, the following expressions have the meanings set out beside them:

        Term\tMeaning
        Yard\thas the meaning given to that expression in Section D1.1.

        //- sec/section-d.sec
        ---
        part: Section D
        ---
        SECTION D: MEASURES

        D1.1 The term "Yard" has the meaning given to that expression in Section D1.2.

        D1.2 ${words}

        //- paper.sec
        The SEC asks for a Ya$0rd.
                           ^^^^^^
      `;

  it('follows a chain of several steps', () => {
    checkHover(
      withoutCode(chain('Each rod is three feet long (a "Yard").')),
      `
        **Yard**

        > has the meaning given to that expression in Section D1.1.

        _Defined in Section A1.1 of the code folder._

        *As Section D1.1 gives it*

        > has the meaning given to that expression in Section D1.2.

        *As Section D1.2 gives it*

        > Each rod is three feet long (a "Yard").
      `,
    );
  });

  it('says so when the definitions lead back to themselves', () => {
    checkHover(
      withoutCode(chain('The term "Yard" has the meaning given to that expression in Section D1.1.')),
      `
        **Yard**

        > has the meaning given to that expression in Section D1.1.

        _Defined in Section A1.1 of the code folder._

        *As Section D1.1 gives it*

        > has the meaning given to that expression in Section D1.2.

        *As Section D1.2 gives it*

        > has the meaning given to that expression in Section D1.1.

        _The definitions lead back to Section D1.1: they only point at each other._
      `,
    );
  });

  it('says where the chain ends: in a provision that is not there, or gives none', () => {
    checkHover(
      withoutCode(chain('Not used.')),
      `
        **Yard**

        > has the meaning given to that expression in Section D1.1.

        _Defined in Section A1.1 of the code folder._

        *As Section D1.1 gives it*

        > has the meaning given to that expression in Section D1.2.

        _The meaning lies in D1.2, which gives the term no definition of its own._
      `,
    );
    checkHover(
      withoutCode(chain('Not used.').replace('Section D1.2.', 'Section D1.7.')),
      `
        **Yard**

        > has the meaning given to that expression in Section D1.1.

        _Defined in Section A1.1 of the code folder._

        *As Section D1.1 gives it*

        > has the meaning given to that expression in Section D1.7.

        _The meaning is said to lie in D1.7, which is not there: Section D is there; its last clause is D1.2._
      `,
    );
  });

  it('says where the chain ends: in a part or a document that is not at hand', () => {
    checkHover(
      withoutCode(chain('Not used.').replace('Section D1.1.', 'Section E3.4.')),
      `
        **Yard**

        > has the meaning given to that expression in Section E3.4.

        _Defined in Section A1.1 of the code folder._

        _The meaning is said to lie in E3.4, which is not there: no Section E is known._
      `,
    );
    checkHover(
      withoutCode(chain('Not used.').replace('Section D1.1.', 'the Widget Manual.')),
      `
        **Yard**

        > has the meaning given to that expression in the Widget Manual.

        _Defined in Section A1.1 of the code folder._

        _The meaning lies in another document, which is not at hand._
      `,
    );
  });

  it('shows the meaning of the innermost scope, and the other one', () => {
    checkHover(
      withoutCode(`
        //- sec/section-d.sec
        ---
        part: Section D
        ---
        SECTION D: MODIFICATION PROCESS

        D1.1 A vote is open for a time (the "Vote Period").

        D1.2 For the purposes of this Section D1.2, the term "Vote Period" means one day. The Vote Per$0iod is short.
                                                                                              ^^^^^^^^^^^^^
      `),
      `
        **Vote Period**

        > means one day.

        _Defined in Section D1.2 of the code folder. It holds in D1.2 only._

        *Other meanings*

        - outside it (Section D1.1): A vote is open for a time (the "Vote Period").
      `,
    );
  });

  it('shows the meaning for the whole Code outside that scope, and the other one', () => {
    checkHover(
      withoutCode(`
        //- sec/section-d.sec
        ---
        part: Section D
        ---
        SECTION D: MODIFICATION PROCESS

        D1.1 A vote is open for a time (the "Vote Period"). The Vote Per$0iod is short.
                                                                ^^^^^^^^^^^^^

        D1.2 For the purposes of this Section D1.2, the term "Vote Period" means one day.
      `),
      `
        **Vote Period**

        > A vote is open for a time (the "Vote Period").

        _Defined in Section D1.1 of the code folder._

        *Other meanings*

        - in D1.2 (Section D1.2): means one day.
      `,
    );
  });

  it('shows what a draft defines, over what the Code does', () => {
    checkHover(
      inCode(`
        ---
        modification: SECMP0023
        ---
        Section A (Definitions)

        Amend the following definitions:

        Term\tMeaning
        Working Day\tmeans a day on which the DCC works.

        Section D

        D9.5 The DCC rests on no Working$0 Day.
                                 ^^^^^^^^^^^^^
      `),
      `
        **Working Day**

        > means a day on which the DCC works.

        _Defined in draft SECMP0023, Section A._

        *Other meanings*

        - in Code (Section A1.1): means a day on which banks are open.
      `,
    );
  });

  it('shows the same on the definition itself', () => {
    checkHover(
      withoutCode(`
        Section D

        D1.3 The SEC asks for a notice (the "Vote $0Notice").
                                             ^^^^^^^^^^^^^
      `),
      `
        **Vote Notice**

        > The SEC asks for a notice (the "Vote Notice").

        _Defined in draft modification, Section D1.3._
      `,
    );
  });

  it('shows a meaning as proposed, and spans change marks', () => {
    checkHover(
      inCode(`
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Vote Notice\tmeans a {--long--}{++short++} notice.

        Section D

        D9.5 The Vote {++No$0tice++} counts.
                 ^^^^^^^^^^^^^^^^
      `),
      `
        **Vote Notice**

        > means a short notice.

        _Defined in draft modification, Section A._
      `,
    );
  });
});

describe('hover on what only the facts know', () => {
  it('says how a term is defined, its abbreviation, and the date of the facts', () => {
    checkHover(
      withoutCode(`
        The SEC asks for each Widget$0 Report.
                              ^^^^^^^^^^^^^^^
      `),
      `
        **Widget Report**

        A defined term of the Code: by reference (Widget Manual).

        Abbreviated WGR.

        The manual came out in 2018.

        _From the bundled facts as at March 2020; the words of the definition are not at hand._
      `,
    );
  });

  it('says what an abbreviation stands for', () => {
    checkHover(
      withoutCode(`
        The SEC asks for each WG$0R.
                              ^^^^^
      `),
      `
        **WGR**

        A defined term of the Code: by reference (Widget Manual).

        Stands for Widget Report.

        The manual came out in 2018.

        _From the bundled facts as at March 2020; the words of the definition are not at hand._
      `,
    );
  });

  it('never states as fact what is only recalled', () => {
    checkHover(
      withoutCode(`
        The SEC asks for each Widget$0 Ledger.
                              ^^^^^^^^^^^^^^^
      `),
      `
        **Widget Ledger**

        Likely a defined term of the Code; no source at hand confirms it.

        _From the bundled facts as at March 2020; the words of the definition are not at hand._
      `,
    );
    checkHover(
      withoutCode(`
        The SEC names the Widget$0 Court.
                          ^^^^^^^^^^^^^^
      `),
      `
        **Widget Court**

        The name is not confirmed by any source at hand.

        Also written Court of Widgets.

        _From the bundled facts as at February 2020._
      `,
    );
  });

  it('says what a body is', () => {
    checkHover(
      withoutCode(`
        The SEC names the WO$0F twice.
                          ^^^^^
      `),
      `
        **Widget Office (WOF)**

        Keeps all widgets

        _From the bundled facts as at February 2020._
      `,
    );
  });

  it('says what a document is, its versions and when they are valid', () => {
    checkHover(
      withoutCode(`
        The SEC names the WT$0S twice.
                          ^^^^^
      `),
      `
        **Widget Technical Specification (WTS)**

        Schedule 9 (not confirmed by any source at hand).

        Known versions: 1.0, 1.2 (draft), 2.0.

        *Validity*

        - version 1.0: installation from 30 September 2016 to 27 October 2019; maintenance from 30 September 2016 to a day not determined; with GBCS v1.1
        - version 2.0: installation from 28 October 2018 to a day not determined (as proposed 1 October 2018)

        _From the bundled facts as at April 2020._
      `,
    );
  });

  it('says when a cited version is valid', () => {
    checkHover(
      withoutCode(`
        The SEC names WTS$0 v1.0 twice.
                      ^^^^^^^^^^
      `),
      `
        **Widget Technical Specification (WTS), version 1.0**

        Schedule 9 (not confirmed by any source at hand).

        *Validity*

        - version 1.0: installation from 30 September 2016 to 27 October 2019; maintenance from 30 September 2016 to a day not determined; with GBCS v1.1

        _From the bundled facts as at April 2020._
      `,
    );
  });

  it('says that a cited version is not among the known ones', () => {
    checkHover(
      withoutCode(`
        The SEC names v1.7$0 of the WTS twice.
                      ^^^^^^^^^^^^^^^^^
      `),
      `
        **Widget Technical Specification (WTS), version 1.7**

        Schedule 9 (not confirmed by any source at hand).

        Version 1.7 is not among the known ones: 1.0, 1.2, 2.0.

        _From the bundled facts as at April 2020._
      `,
    );
  });

  it('says which part of the Code a name stands for', () => {
    checkHover(
      withoutCode(`
        The SEC names the RP$0D twice.
                          ^^^^^
      `),
      `
        **Request Processing Document**

        Appendix AB of the Code.

        Abbreviated RPD.

        _From the bundled facts as at January 2020._
      `,
    );
  });
});

describe('hover on a reference', () => {
  it('shows heading and text of the provision', () => {
    checkHover(
      inCode(`
        The SEC says so in Section D9$0.4 (Report to the Authority).
                           ^^^^^^^^^^^^^^
      `),
      `
        **Section D9.4 Report to the Authority**

        > D9.4 The Panel shall do so within five (5) Working Days.

        _Section D9.4 in the code folder, version 6.12._
      `,
    );
  });

  it('leaves out the side heading of the clauses behind it', () => {
    checkHover(
      inCode(`
        The SEC says so in Section D9$0.2.
                           ^^^^^^^^^^^^^^
      `),
      `
        **Section D9.2 Voting**

        > D9.2 The Change Board shall vote on each Modification Proposal.

        _Section D9.2 in the code folder, version 6.12._
      `,
    );
  });

  it('shows a paragraph with what is below it', () => {
    checkHover(
      inCode(`
        The SEC says so in Section D1.2($0b).
                           ^^^^^^^^^^^^^^^^^
      `),
      `
        **Section D1.2(b) RAISING PROPOSALS**

        > (b) name:
        >
        > (i) its aim; and
        >
        > (ii) its costs.

        _Section D1.2(b) in the code folder, version 6.12._
      `,
    );
  });

  it('shows what is in an Appendix that an abbreviation names', () => {
    checkHover(
      inCode(`
        The SEC says so in RPD clause 15.5(b$0).
                           ^^^^^^^^^^^^^^^^^^^^
      `),
      `
        **Appendix AB, 15.5(b) ALARMS**

        > (b) each Sub GHz Alert.

        _Appendix AB, 15.5(b) in the code folder, version 6.12._
      `,
    );
  });

  it('counts the provisions of a range', () => {
    checkHover(
      inCode(`
        The SEC says so in Sections D9$0.1 to D9.4.
                           ^^^^^^^^^^^^^^^
      `),
      `
        **Section D9.1 Voting**

        From D9.1 to D9.4: 4 provisions.

        > D9.1 The Panel shall keep a board that votes (the "Change Board").

        _Section D9.1 in the code folder, version 6.12._
      `,
    );
  });

  it('counts the provisions of a range from its last end too', () => {
    checkHover(
      inCode(`
        The SEC says so in Sections D9.1 to D9$0.2 and D9.4.
                                            ^^^^^^
      `),
      `
        **Section D9.2 Voting**

        From D9.1 to D9.2: 2 provisions.

        > D9.2 The Change Board shall vote on each Modification Proposal.

        _Section D9.2 in the code folder, version 6.12._
      `,
    );
  });

  it('says how far a missing reference did resolve', () => {
    checkHover(
      inCode(`
        The SEC says so in Section D9.4$04.
                           ^^^^^^^^^^^^^^^
      `),
      `
        **Section D9.44**

        There is no such provision: D9 is there; its last clause is D9.4.
      `,
    );
  });

  it('shows what a draft inserts as the draft’s', () => {
    checkHover(
      inCode(`
        ---
        modification: SECMP0023
        ---
        Section D

        {++D9.5 The Panel shall act.++}

        D9.6 The Panel shall act under Section D9.$05.
                                       ^^^^^^^^^^^^^^
      `),
      `
        **Section D9.5**

        > D9.5 The Panel shall act.

        _Section D9.5 as draft SECMP0023 has it._
      `,
    );
  });

  it('shows a number of the paper itself', () => {
    checkHover(
      withoutCode(`
        1. The first matter is short.

        2. It follows from paragraph $01 above.
                           ^^^^^^^^^^^^^
      `),
      `
        **paragraph 1**

        > 1\\. The first matter is short.

        _paragraph 1 of this text._
      `,
    );
  });

  it('shows the headings that the facts know, with their date, and says that no copy is at hand', () => {
    checkHover(
      withoutCode(`
        The SEC says so in Section D$01.
                           ^^^^^^^^^^^^
      `),
      `
        **Section D1 How to Propose**

        *Heading*

        - How to Propose

        _From the bundled facts as at January 2020: no copy of Section D is at hand, so its words are not known here._
      `,
    );
  });

  it('marks a heading that is only recalled as not confirmed', () => {
    checkHover(
      withoutCode(`
        The SEC says so in Section D$07.
                           ^^^^^^^^^^^^
      `),
      `
        **Section D7**

        *Heading*

        - Appeals (not confirmed)

        _From the bundled facts as at January 2020: no copy of Section D is at hand, so its words are not known here._

        _Not checked: Section D is not at hand, and the facts do not list this provision._
      `,
    );
  });

  it('says that a provision below the facts is not checked', () => {
    checkHover(
      withoutCode(`
        The SEC says so in clause 15$0.5 of Appendix AB.
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `),
      `
        **Appendix AB, 15.5**

        _From the bundled facts as at January 2020: no copy of Appendix AB is at hand, so its words are not known here._

        _Not checked: Appendix AB is not at hand, and the facts do not list this provision._
      `,
    );
  });

  it('says that a part is not known', () => {
    checkHover(
      withoutCode(`
        The SEC says so in Schedule 7$07.
                           ^^^^^^^^^^^^^
      `),
      `
        **Schedule 77**

        There is no such provision: no Schedule 77 is known.
      `,
    );
  });
});

describe('hover on a modification', () => {
  const known = `
        **SECMP0023 Widget Flow**

        *Status*

        - 7 November 2016: raised
        - as at May 2018: in refinement (Refinement Process)

        Also titled: Widget Flows (a slip of its source).

        - planned implementation: November 2019

        _From the bundled facts as at May 2019; the register may have moved on._

        [Register of modifications](https://smartenergycodecompany.co.uk/modifications/)
      `;

  it('shows its title, its status history with dates, and where to look', () => {
    checkHover(
      withoutCode(`
        The Panel reads SECMP0$0023 first.
                        ^^^^^^^^^^^
      `),
      known,
    );
  });

  it('says what an id that is written wrongly reads as', () => {
    checkHover(
      withoutCode(`
        The Panel reads SECMP$0-23 first.
                        ^^^^^^^^^^
      `),
      known.replace('*Status*', 'Written “SECMP-23”; the id is SECMP0023.\n\n        *Status*'),
    );
  });

  it('says that the register at hand does not hold it', () => {
    checkHover(
      withoutCode(`
        The Panel reads SECMP0$0007 first.
                        ^^^^^^^^^^^
      `),
      `
        **SECMP0007**

        The register at hand does not hold this modification.

        _From the bundled facts as at May 2019; the register may have moved on._
      `,
    );
  });
});

describe('hover', () => {
  it('says nothing of words that are nothing', () => {
    checkNoHover(inCode('\nThe Panel shall me$0et.\n'));
    checkNoHover(inCode('\nThe panel shall not$0.\n'));
    checkNoHover(withoutCode('$0'));
  });

  it('says nothing in deleted words, code and comments', () => {
    checkNoHover(inCode('\nThe SEC binds `each Par$0ty` now.\n'));
    checkNoHover(inCode('\nThe SEC binds <!-- each Par$0ty --> all.\n'));
  });
});

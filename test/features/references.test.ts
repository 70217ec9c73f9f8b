import assert from 'node:assert/strict';
import { highlights } from '../../server/src/features/references.js';
import { checkReferences, inCode, placeOf, withoutCode } from '../support/features.js';

describe('references of a term', () => {
  it('are its uses in every form, in the Code and in drafts, and its definition', () => {
    checkReferences(
      inCode(`
        Section D

        D9.5 The Change Bo$0ard shall meet. Two Change
        Boards shall not. The Change Board's vote counts.
      `),
      '= sec/section-a.sec:14:1 “Change Board”',
      '= sec/section-d.sec:23:52 “Change Board”',
      'sec/section-d.sec:25:10 “Change Board”',
      'text.sec:3:10 “Change Board”',
      'text.sec:3:39 “Change Boards”',
      'text.sec:4:23 “Change Board”',
    );
  });

  it('leave out uses inside longer terms', () => {
    checkReferences(
      inCode(`
        Section D

        D9.5 A Registered Supplier Agent acts for a Sup$0plier; Import and Export Suppliers are Suppliers.
      `),
      'sec/section-a.sec:19:25 “Supplier”',
      'sec/section-a.sec:20:25 “Supplier”',
      'sec/section-a.sec:25:49 “Supplier”',
      '= sec/section-a.sec:32:1 “Supplier”',
      'text.sec:3:45 “Supplier”',
      'text.sec:3:87 “Suppliers”',
    );
  });

  it('are the same from a use, from the definition, and from a restated definition', () => {
    const draft = `
      Section A

      Insert the following definitions:

      Term\tMeaning
      Alarm\tmeans a loud message.

      Section D

      D9.5 Each Alarm shall be kept.
    `;
    const expected = [
      '= sec/section-a.sec:12:1 “Alarm”',
      'sec/section-a.sec:31:24 “Alarm”',
      'sec/appendix-ab.sec:10:14 “Alarm”',
      '= text.sec:6:1 “Alarm”',
      'text.sec:10:11 “Alarm”',
    ];
    checkReferences(inCode(draft.replace('Each Alarm', 'Each Al$0arm')), ...expected);
    checkReferences(inCode(draft.replace('Alarm\tmeans', '$0Alarm\tmeans')), ...expected);
  });

  it('of a draft’s own term are those of its modification', () => {
    checkReferences(
      inCode(`
        //- one.sec
        ---
        modification: SECMP0001
        ---
        Section D
        D9.5 The DCC shall send a notice (the "Vote Not$0ice").
        //- two.sec
        ---
        modification: SECMP0001
        ---
        Section D
        D9.6 Each Vote Notice shall be short.
        //- other.sec
        ---
        modification: SECMP0002
        ---
        Section D
        D9.7 The Panel shall send a list (the "Vote Notice"). A Vote Notice is long.
      `),
      '= one.sec:5:40 “Vote Notice”',
      'two.sec:5:11 “Vote Notice”',
    );
  });

  it('of a paper’s own term stay in the paper', () => {
    checkReferences(
      withoutCode(`
        //- one.sec
        The seller gives a list (the "Price List"). The Price L$0ist is long.
        //- two.sec
        The buyer gives a list (the "Price List"). The Price List is short.
      `),
      '= one.sec:1:31 “Price List”',
      'one.sec:1:49 “Price List”',
    );
  });

  it('of a term that only facts know are its uses', () => {
    checkReferences(
      withoutCode(`
        //- one.sec
        The SEC asks for a Widget Re$0port.
        //- two.sec
        The DCC keeps Widget Reports under the SEC.
      `),
      'one.sec:1:20 “Widget Report”',
      'two.sec:1:15 “Widget Reports”',
    );
  });

  it('read the text as proposed', () => {
    checkReferences(
      inCode(`
        Section D

        D9.5 The {~~Panel~>Change Bo$0ard~~} shall {--ask the Change Board--}{++tell the Change ++}{--old --}{++Board++}.
      `),
      '= sec/section-a.sec:14:1 “Change Board”',
      '= sec/section-d.sec:23:52 “Change Board”',
      'sec/section-d.sec:25:10 “Change Board”',
      'text.sec:3:20 “Change Board”',
      'text.sec:3:80 “Change ++}{--old --}{++Board”',
    );
  });
});

describe('references of a provision', () => {
  it('are those that name it, lists, ranges and relative ones included, and its label', () => {
    checkReferences(
      inCode(`
        Section D

        D9.5 See Section D9$0.2, Sections D9.1 to D9.4 (inclusive), and Sections D1, D9.2 and D10.

        D9.6 See clause 9.2 of Appendix AB, Section D9.21 and Sections D9.3 to D9.5.
      `),
      '= sec/section-d.sec:25:1 “D9.2”',
      'text.sec:3:10 “Section D9.2”',
      'text.sec:3:24 “Sections D9.1 to D9.4”',
      'text.sec:3:76 “D9.2”',
    );
  });

  it('hold those to its paragraphs from outside of it, as those name a piece of it', () => {
    checkReferences(
      inCode(`
        Section D

        $0D9.5 The Panel shall act if:
        (a) it must; or
        (b) paragraph (a) above is not met.

        D9.6 Section D9.5(b) binds the Panel.
      `),
      '= text.sec:3:1 “D9.5”',
      'text.sec:7:6 “Section D9.5(b)”',
    );
  });

  it('of a paragraph are relative references, and ranges over it', () => {
    checkReferences(
      inCode(`
        Section D

        D9.5 The Panel shall act if:
        (a) it must;
        $0(b) it may; or
        (c) paragraphs (a) to (c) above are met, or paragraph (b) above.

        D9.6 Paragraph (b) of Section D9.5 binds the Panel.
      `),
      '= text.sec:5:1 “(b)”',
      'text.sec:6:5 “paragraphs (a) to (c)”',
      'text.sec:6:45 “paragraph (b)”',
      'text.sec:8:6 “Paragraph (b) of Section D9.5”',
    );
  });

  it('of an Appendix’s clause come by number, by name and by abbreviation', () => {
    checkReferences(
      inCode(`
        //- sec/schedule-1.sec
        ---
        part: Schedule 1
        ---
        SCHEDULE 1: RULES
        1.1 See paragraph 15.6 of Appendix AB and paragraph 15.6 of this Schedule.
        //- text.sec
        Appendix AB

        15.7 Clause 15$0.6 applies.

        Section D

        D9.5 SRPD clause 15.6 applies; clause 15.6 does not.
      `),
      '= sec/appendix-ab.sec:13:1 “15.6”',
      'sec/schedule-1.sec:5:9 “paragraph 15.6 of Appendix AB”',
      'text.sec:3:6 “Clause 15.6”',
    );
  });

  it('of a part are those that name it whole, ranges of parts included', () => {
    checkReferences(
      inCode(`
        Section X

        X1.1 See Section D$0, Sections C to F, and Section D9.
      `),
      '= sec/section-d.sec:5:1 “SECTION D: MODIFICATION PROCESS”',
      'text.sec:3:10 “Section D”',
      'text.sec:3:21 “Sections C to F”',
    );
  });

  it('of a paper’s own number stay in the paper', () => {
    checkReferences(
      withoutCode(`
        //- one.sec
        1. COSTS
        1.1 They are high.
        1.2 See section 1.$01 above.
        //- two.sec
        1. COSTS
        1.1 They are low. See section 1.1.
      `),
      '= one.sec:2:1 “1.1”',
      'one.sec:3:9 “section 1.1”',
    );
  });

  it('do not cross from one Code to another', () => {
    const workspace = inCode('The SEC has Section D9$0.4.\n');
    workspace.index.put(
      {
        uri: 'far.sec',
        version: 0,
        text: 'The SEC has Section D9.4.\n',
        fileName: 'far.sec',
        inCodeFolder: false,
      },
      { code: 'another', isMember: true },
    );
    checkReferences(workspace, '= sec/section-d.sec:31:1 “D9.4”', 'text.sec:1:13 “Section D9.4”');
  });
});

describe('references of other things', () => {
  it('of a modification are all its spellings', () => {
    checkReferences(
      withoutCode(`
        The SEC changes by SECMP$00023. See SECMP-23 and SECMP0024.
      `),
      'text.sec:1:20 “SECMP0023”',
      'text.sec:1:35 “SECMP-23”',
    );
  });

  it('of a draft proposal are those of the modification that it became', () => {
    checkReferences(
      withoutCode('The SEC changed by DP0$072, now MP072.\n'),
      'text.sec:1:20 “DP072”',
      'text.sec:1:31 “MP072”',
    );
  });

  it('of a document are those of the same version', () => {
    checkReferences(
      withoutCode('The SEC names WTS v1$0.2, WTS v2.0 and v1.2 of WTS.\n'),
      'text.sec:1:15 “WTS v1.2”',
      'text.sec:1:38 “v1.2 of WTS”',
    );
  });

  it('are none where nothing is named', () => {
    checkReferences(withoutCode('The panel sh$0all meet.\n'));
  });
});

describe('document highlight', () => {
  it('shows the same within the document', () => {
    const workspace = inCode(`
      Section D

      D9.5 The Panel shall see Section D9$0.2 and Sections D9.1 to D9.3.
    `);
    const view = workspace.view();
    const offset = view.document.reading.fromFile(workspace.fixture.cursor.offset);
    assert.deepEqual(
      highlights(workspace.index, view, offset)?.map((found) => placeOf(found.document, found)),
      ['text.sec:3:26 “Section D9.2”', 'text.sec:3:43 “Sections D9.1 to D9.3”'],
    );
  });
});

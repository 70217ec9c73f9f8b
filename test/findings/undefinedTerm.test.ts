import assert from 'node:assert/strict';
import { checkFindings, checkNo, checkSilent, listFindings, withCode } from '../support/findings.js';

/** A draft of Section D with one clause, beside the small code folder. */
const clause = (words: string): ReturnType<typeof withCode> => withCode(`\nSection D\n\nD9.5 ${words}\n`);

describe('undefined-term', () => {
  it('finds a run of capitalised words that nothing defines', () => {
    const [finding] = checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send the Gas Volume Statement to the Panel.
                                    ^^^^^^^^^^^^^^^^^^^^ undefined-term warning
      `),
    );
    assert.match(finding?.message ?? '', /Nothing defines “Gas Volume Statement”/);
    assert.match(finding?.message ?? '', /Define it, correct it, or add it to the terms in the settings/);
  });

  it('finds an abbreviation of three capitals or more', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall pass the GVS on to the Panel.
                                    ^^^ undefined-term warning
      `),
    );
  });

  it('finds a term that goes on with one more word, or ends with a word that opens sentences', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send the Service Request Matrix and each Price Note to the Panel.
                                    ^^^^^^^^^^^^^^^^^^^^^^ undefined-term warning
                                                                    ^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds an abbreviation and a word that other terms hold, which together are no term', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall keep a DCC Service of its own, and shall tell the Panel of the DCC Service.
                                  ^^^^^^^^^^^ undefined-term warning
                                                                                          ^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds an abbreviation and one more word behind an article, and an ordinal with what it counts', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall keep a DCC Ledger until the First Cutover, as the First Schedule to it says.
                                    ^^^^^^^^^^ undefined-term warning
                                                         ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds one more word before a term, behind an article', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall tell the New Party of the Urgent Service Request.
                                      ^^^^^^^^^ undefined-term warning
                                                       ^^^^^^^^^^^^^^^^^^^^^^ undefined-term warning
      `),
    );
    checkSilent(clause('New Parties pay. The Panel shall read Urgent Service Requests, if any.'));
  });

  it('ends a run before a term that it is of', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall read the Price Plan of the Party.
                                      ^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds a run of words with a number behind it; a thing with its number alone is none', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The Panel shall give the Gravity Level 2 to what Table 3 and Level 4 name.
                                      ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('reads quoted sentences like the text around them, and no quoted names', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 It was asked “whether the DCC shall send the Gas Volume Statement to the Panel, or shall keep it back” of the “Gas Volume Paper”.
                                                          ^^^^^^^^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds what one of several is called', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send a fresh Entry Paper to the Panel.
                                        ^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds a single capitalised word behind an article that recurs', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall appoint a Delegate each year.
                                     ^^^^^^^^ undefined-term warning

        D9.6 The Delegate shall answer to the Panel.
                 ^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds a run that holds joining words, or stands over a line break', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 Each Party shall sign the Statement of Intent before the Panel does.
                                       ^^^^^^^^^^^^^^^^^^^ undefined-term warning
      `),
    );
    const broken = clause('Before it may use any service each Party shall sign the Consent\nForm in ink.');
    assert.deepEqual(listFindings(broken), ['undefined-term warning “Consent\nForm”']);
  });

  it('finds a run used three times without any article', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 A Party sends Meter Notices to the DCC.
                           ^^^^^^^^^^^^^ undefined-term warning

        D9.6 The DCC keeps Meter Notices for one year.
                           ^^^^^^^^^^^^^ undefined-term warning

        D9.7 The Panel may read Meter Notices at any time.
                                ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('tells at the first use what to do, and later only that it was told', () => {
    const [first, second] = checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send the Volume Notice to the Panel.
                                    ^^^^^^^^^^^^^ undefined-term warning

        D9.6 The Panel shall read the Volume Notice.
                                      ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
    assert.match(first?.message ?? '', /Define it/);
    assert.match(second?.message ?? '', /see its first use above/);
  });

  it('finds what a change mark inserts', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall send {++the Volume Notice to++} the Panel.
                                       ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('finds a term in a list item and in a table cell', () => {
    checkFindings(
      withCode(`
        Section D

        D9.5 The DCC shall:
            (a) send the Volume Notice to the Panel; and
                         ^^^^^^^^^^^^^ undefined-term warning
            (b) keep a copy.

        | Step | What is done |
        | --- | --- |
        | 1 | the Party signs the Consent Form in ink |
                                  ^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('is information without Section A at hand, and says so', () => {
    const [finding] = checkFindings(`
        Section D (Changing the Rules)

        D1.3 The SEC asks for the Volume Notice each month.
                                  ^^^^^^^^^^^^^ undefined-term information
      `);
    assert.match(finding?.message ?? '', /No copy of Section A is at hand/);
  });

  it('no longer counts the terms of the facts when Section A is at hand', () => {
    checkSilent('Under the SEC the Widget Report is due each month.\n');
    checkFindings(
      withCode(`
        Under the SEC the Widget Report is due each month.
                          ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('counts names of bodies and documents always', () => {
    const source = 'made up for tests';
    checkSilent(
      clause('The DCC shall send a copy to the Meter Forum (as the Metering Handbook asks) and to MFO.'),
      {
        facts: {
          bodies: { records: [{ name: 'Meter Forum', abbreviation: 'MFO', source }] },
          documents: { records: [{ title: 'Metering Handbook', abbreviation: 'MHB', source }] },
        },
      },
    );
  });

  it('is silent for what Section A, the text itself or a draft of the same modification defines', () => {
    checkSilent(clause('Each Party’s Working Days and the Secretaries of State count under the SRPD.'));
    checkSilent(
      withCode(`
        Section D

        D9.5 The DCC shall send a notice (the "Volume Notice") to the Panel.

        D9.6 The Volume Notice shall be short.
      `),
    );
    checkSilent(
      withCode(`
        //- SECMP0099-section-a.sec
        ---
        modification: SECMP0099
        ---
        Section A (Definitions)

        Insert the following definitions:

        Term\tMeaning
        Volume Notice\tmeans a notice.

        //- SECMP0099-section-d.sec
        ---
        modification: SECMP0099
        ---
        Section D

        D9.5 The DCC shall send the Volume Notice to the Panel.
      `),
    );
  });

  it('does not count what the draft of another modification defines', () => {
    checkFindings(
      withCode(`
        //- SECMP0098.sec
        Section D

        D9.5 The DCC shall send a notice (the "Volume Notice") to the Panel. The Volume Notice is short.

        //- SECMP0099.sec
        Section D

        D9.5 The DCC shall send the Volume Notice to the Panel.
                                    ^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('is silent for terms that the settings know', () => {
    checkSilent(clause('The DCC shall send the Volume Notices and the GVS to the Panel.'), {
      terms: ['Volume Notice', 'GVS'],
    });
  });

  const silent: Readonly<Record<string, string>> = {
    'the first word of a sentence, also behind a bracketed label':
      'Statements are short. Letters are long: Notices are neither. A Party shall: (a) Write to the DCC; or (b) Speak.',
    'a run that is used once without an article': 'The DCC shall write to Elm Grove Road about it.',
    'a single word that does not recur': 'The DCC shall appoint a Delegate each year.',
    'months and weekdays': 'The Panel shall meet on a Tuesday in March or the last Friday of June.',
    'Acts and Regulations with a year':
      'The Electricity Act 1989, the Gas (Metering and Supply) Regulations 2004 and the Data Protection Act 2018 apply.',
    'titles in quotation marks':
      'The Panel shall publish the paper “The Change Journey Explained” each year.',
    'titles in italics': 'The Panel shall publish the *Change Journey Explained* each year.',
    'a title beside a modification id':
      'The Panel shall read SECMP0099 ‘Firmware Image Hash’ and SECMP0098 (Second Fuel Billing) first.',
    'a heading in brackets behind a reference': 'The Panel shall act under Section D9.1 (Voting) of the SEC.',
    'names of persons':
      'The DCC shall write to Mr Arthur Penhaligon, Ms Jane Doe and the late Dr Ruth Ellis Mackay without delay.',
    'names of companies':
      'The DCC shall pay the Blue Meter Works Ltd, the Northern Grid plc and the Grey Harbour LLP each month.',
    'SEC or DCC before a known term':
      'The SEC Party and the DCC Panel shall act, and so shall each SEC User.',
    'a month and year beside a known name': 'The November 2020 SEC Release shall be paid for by the DCC.',
    'abbreviations in general use':
      'The DCC shall send XML over HTTPS with TLS at 10:00 UTC to the URL with a PIN.',
    'roman numerals': 'The DCC shall number its letters III, VII and XIV.',
    'emphasis in capitals': 'The DCC shall NOT pay, and SHALL NEVER ask. The DCC MUST wait.',
    'words in capitals that the text also has in small letters':
      'The DCC shall send a COPY of each letter; the copy shall be short.',
    'code, links and e-mail addresses':
      'The DCC shall send `GasVolume MeterRead` to Gas.Volume@example.org or https://example.org/Gas/Volume/GVS.',
    'a term that says where it is defined':
      'The DCC shall send the Settlement Run (as defined in the Balancing Handbook) to the Panel.',
    'expanded words with their abbreviation, which defines both':
      'The DCC shall send the Gas Volume Statement (GVS) to the Panel. The GVS shall be short and the Gas Volume Statement true.',
    'words in quotation marks that define nothing':
      "The DCC shall show the words 'Gas Volume Commence' on each page.",
    'deleted words': 'The DCC shall send {--the Volume Notice to--} the Panel.',
    'comments of both kinds':
      'The DCC {>>Is the Volume Notice meant?<<} shall write <!-- the Volume Notice --> now.',
    'things with a number':
      'The DCC shall fill in Table 3 and Figure 2 for Release 2 and the Stage 1 report.',
    postcodes: 'The DCC shall write to 12 Elm Street, Leeds LS1 4AP.',
  };
  for (const [what, words] of Object.entries(silent)) {
    it(`is silent for ${what}`, () => checkSilent(clause(words)));
  }

  it('reads the Annex behind a signature, and no names in the signature', () => {
    checkFindings(
      withCode(`
        Yours faithfully
        Ada Reyes, Head of the Winter Team
        Winter Team Ltd

        ANNEX A

        The DCC shall send the Gas Volume Statement to the Panel.
                               ^^^^^^^^^^^^^^^^^^^^ undefined-term warning
      `),
    );
  });

  it('is silent for the quoted words of an instruction', () => {
    checkNo(
      'undefined-term',
      withCode(`
        Section D

        Replace "the Volume Notice of the GVS" with "the Service Request" in Section D9.4.
      `),
    );
  });

  it('is silent in headings, titles and contents', () => {
    checkNo(
      'undefined-term',
      withCode(`
        Section D

        D11 THE VOLUME NOTICE AND ITS PURPOSES

        The Gas Volume Statement

        D11.1 The DCC shall write to the Panel.
      `),
    );
  });

  it('takes a possessive for an article, and a run that recurs for a term', () => {
    checkFindings(
      `
        The “Maker” means a person. The “Shop” means a place. The “Tool” means a thing.

        He knows Maker’s Country Office by name.
                         ^^^^^^^^^^^^^^ undefined-term information

        He follows Special Record Regulations in all he does, and Special Record Regulations bind him.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ undefined-term information
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ undefined-term information

        He pays under Applicable Rates, which any of the Applicable Rates may be.
                      ^^^^^^^^^^^^^^^^ undefined-term information
                                                         ^^^^^^^^^^^^^^^^ undefined-term information
      `,
    );
  });

  it('is silent in the address, the salutation and the signature of a letter', () => {
    checkSilent(
      withCode(`
        Meter House
        The Old Brewery Yard
        Leeds LS1 4AP

        Dear Reader of the Gas Letter,

        The DCC shall write to each Party about the SEC.

        Yours faithfully,

        Arthur Penhaligon
        Head of the Gas Volume Department
        Meter House Trading
      `),
    );
  });

  it('knows what the Appendix that a draft opens defines for itself, and its slips', () => {
    const appendix = `//- sec/appendix-zz.sec
---
part: Appendix ZZ
---
APPENDIX ZZ: BOXES

1 DEFINITIONS

1.1 In this Appendix, except where the context otherwise requires:

Box Keeper	means a person that keeps a box.

2 BOXES

2.1 Each Box Keeper shall keep its box shut.
`;
    const fixture = withCode('')
      .files.map(({ name, text }) => `//- ${name}\n${text}`)
      .slice(0, -1)
      .join('\n');
    checkFindings(`${fixture}
${appendix}
//- draft.sec
---
modification: SECMP0001
---
Appendix ZZ (Boxes)

2.2 The Box Keeper shall tell the DCC when the Box Keepr opens a box.
                                               ^^^^^^^^^ near-miss-term warning -> Box Keeper

Section D

D9.5 The Box Keeper shall tell the DCC.
         ^^^^^^^^^^ undefined-term warning
`);
  });
});

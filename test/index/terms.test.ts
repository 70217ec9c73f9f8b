import assert from 'node:assert/strict';
import { candidates, uses } from '../support/listing.js';
import {
  bundledCatalogue,
  openFixture,
  putFile,
  syntheticCatalogue,
  type TestWorkspace,
} from '../support/workspace.js';

const catalogue = syntheticCatalogue();
const bundled = await bundledCatalogue();

const sectionA = `//- sec/a.sec
SECTION A: DEFINITIONS AND INTERPRETATION
A1 DEFINITIONS
A1.1 In this Code, the following expressions shall have the meanings set out beside them:
Change Board\tmeans those who decide.
Export Supplier\tmeans one who supplies out.
Communications Hub\tmeans a hub.
Import Supplier\tmeans one who supplies in.
Party\tmeans a person.
Party Details\tmeans what is kept of one.
Registered Supplier Agent\tmeans an agent.
Secretary of State\tmeans that person.
Sub-Committee\tmeans a small group.
Supplier\tmeans one who supplies.
User\tmeans one who uses.
`;

/** A sentence of a paper that reads this Code. */
function inPaper(sentence: string): TestWorkspace {
  return openFixture(`${sectionA}//- paper.sec\n${sentence}\n`, catalogue);
}

/** The words of the sentence that are uses, and the terms that they are uses of. */
function found(sentence: string): string[] {
  return uses(inPaper(sentence).view()).map((use) => use.replace(' (Code)', ''));
}

describe('uses of defined terms', () => {
  const cases: [string, ...string[]][] = [
    ['Every Party pays.', 'Party -> Party'],
    [
      'The Parties and the Communications Hubs are told.',
      'Parties -> Party',
      'Communications Hubs -> Communications Hub',
    ],
    ['The Supplier Act 2018 and the Supplier (Parties) Regulations 2019 bind a Party.', 'Party -> Party'],
    ["The Party’s clerk and the Users' clerk met.", 'Party -> Party', 'Users -> User'],
    ['Clause 6 of Appendix R (Change Board Document) binds a Party.', 'Party -> Party'],
    ['It is for the Change\nBoard to say.', 'Change / Board -> Change Board'],
    ['It is for the Change\u00a0Board to say.', 'Change\u00a0Board -> Change Board'],
    ['It is for the Change {--old --}Board to say.', 'Change {--old --}Board -> Change Board'],
    [
      'The Sub-Committees and a Sub‑Committee met.',
      'Sub-Committees -> Sub-Committee',
      'Sub‑Committee -> Sub-Committee',
    ],
    [
      'A Registered Supplier Agent is no agent of a Supplier.',
      'Registered Supplier Agent -> Registered Supplier Agent',
      'Supplier -> Supplier',
    ],
    ['All Party Details are kept by a Party.', 'Party Details -> Party Details', 'Party -> Party'],
    ['The Secretaries of State wrote.', 'Secretaries of State -> Secretary of State'],
    [
      'All Import and Export Suppliers pay.',
      'Import -> Import Supplier',
      'Export Suppliers -> Export Supplier',
    ],
    ['A Party-led group and a Non-User met.', 'Party -> Party', 'User -> User'],
    ['{++Party++} and {--User--} met.', 'Party -> Party'],
  ];
  for (const [sentence, ...expected] of cases) {
    it(JSON.stringify(sentence), () => assert.deepEqual(found(sentence), expected));
  }

  const none = [
    'The party met the users.',
    'Partying is no use, nor is PARTY.',
    'A Userland and a Suppliership are none.',
    'Mail to Party@example.org or see https://example.org/User/Party there.',
    '`Party` and <a title="User">it</a> are code.',
    'See Section F5 (Communications Hub Forecasts and Orders) on it.',
  ];
  for (const sentence of none) {
    it(`none: ${sentence}`, () => assert.deepEqual(found(sentence), []));
  }

  it('a definition’s own term is no use, but the terms in its meaning are', () => {
    const workspace = openFixture(
      '//- sec/a.sec\nSECTION A: X\nA1.1 In this Code, the following expressions have the meanings:\nParty\tmeans a User.\nUser\tmeans one who uses.',
      catalogue,
    );
    assert.deepEqual(uses(workspace.view()), ['User -> User (Code)']);
  });

  it('facts stand in for Section A, and no longer count once it is at hand', () => {
    const sentence = 'The Widget Report on Section D1.1 is read.';
    assert.deepEqual(uses(openFixture(sentence, catalogue).view()), ['Widget Report -> fact Widget Report']);
    assert.deepEqual(found(sentence), []);
  });

  it('names of bodies and documents always count', () => {
    const workspace = openFixture(
      `${sectionA}//- paper.sec\nThe DCUSA and the Change Board are read.`,
      bundled,
    );
    assert.deepEqual(uses(workspace.view()), ['DCUSA -> fact DCUSA', 'Change Board -> Change Board (Code)']);
  });
});

describe('where definitions hold', () => {
  it('those of a Section hold in the whole Code', () => {
    const other = '//- sec/d.sec\nSECTION D: X\nD1.1 Every Party pays.\n';
    assert.deepEqual(uses(openFixture(sectionA + other, catalogue).view()), ['Party -> Party (Code)']);
  });

  it('those of an Appendix hold there, over those of Section A', () => {
    const appendix =
      '//- sec/ab.sec\nAPPENDIX AB: Sample\n1 Definitions\n1.1 In this Appendix:\nParty\tmeans a feast.\nRed Box\tmeans a box.\n1.2 Every Party has a Red Box.\n';
    const other = '//- sec/d.sec\nSECTION D: X\nD1.1 Every Party has a Red Box.\n';
    const workspace = openFixture(sectionA + appendix + other, catalogue);
    assert.deepEqual(uses(workspace.view('sec/ab.sec')), [
      'Party -> Party (Appendix AB)',
      'Red Box -> Red Box (Appendix AB)',
    ]);
    assert.deepEqual(uses(workspace.view('sec/d.sec')), ['Party -> Party (Code)']);
  });

  it('those of an Appendix at hand hold where a draft opens that Appendix, and nowhere else in the draft', () => {
    const appendix =
      '//- sec/ab.sec\nAPPENDIX AB: Sample\n1 Definitions\n1.1 In this Appendix:\nParty\tmeans a feast.\nRed Box\tmeans a box.\n1.2 Every Party has a Red Box.\n';
    const draft = `//- draft.sec
---
modification: SECMP0001
---
Appendix AB (Sample)

1.3 No Party opens a Red Box.

Section D

D1.2 No Party opens a Red Box.
`;
    const workspace = openFixture(sectionA + appendix + draft, catalogue);
    assert.deepEqual(uses(workspace.view('draft.sec')), [
      'Party -> Party (Appendix AB)',
      'Red Box -> Red Box (Appendix AB)',
      'Party -> Party (Code)',
    ]);
    const [inAppendix] = workspace.view('draft.sec').uses;
    assert.equal(inAppendix?.site?.document.uri, 'sec/ab.sec');
    putFile(workspace.index, 'sec/ab.sec', 'APPENDIX AB: Sample\n1 Rules\n1.1 Every Party counts.\n');
    assert.deepEqual(uses(workspace.view('draft.sec')), ['Party -> Party (Code)', 'Party -> Party (Code)']);
  });

  it('a longer term that holds elsewhere hides no shorter one', () => {
    const text =
      '//- sec/c.sec\nSECTION C: RULES\nC1.5 For the purposes of this Section C1.5, the term "Party Box" shall have the meaning given by the board. Each Party Box is kept.\nC1.6 A Party Box is what a Party has.\n';
    assert.deepEqual(uses(openFixture(sectionA + text, catalogue).view()), [
      'Party Box -> Party Box (C1.5)',
      'Party -> Party (Code)',
      'Party -> Party (Code)',
    ]);
  });

  it('those for the purposes of one clause hold in that clause', () => {
    const text =
      '//- sec/c.sec\nSECTION C: RULES\nC1.5 For the purposes of this Section C1.5, the terms "X Box" and "Y Box" shall have the meaning given by the board. Each X Box is kept:\n(a) a Y Box is not.\nC1.6 No X Box stands here.\n';
    assert.deepEqual(uses(openFixture(text, catalogue).view()), [
      'X Box -> X Box (C1.5)',
      'Y Box -> Y Box (C1.5)',
    ]);
  });

  it('those of a paper hold in that paper', () => {
    const workspace = openFixture(
      '//- a.sec\nIt pays a sum (the "Red Sum"). The Red Sum is high.\n//- b.sec\nThe Red Sum is high.',
      catalogue,
    );
    assert.deepEqual(uses(workspace.view('a.sec')), ['Red Sum -> Red Sum (document)']);
    assert.deepEqual(uses(workspace.view('b.sec')), []);
  });

  it('those of a draft hold for it and for the other drafts of its modification', () => {
    const draft = (name: string, id: string, text: string): string =>
      `//- ${name}\n---\nmodification: ${id}\n---\n${text}\n`;
    const insert =
      'Section A (Definitions)\nInsert the following definition:\nRed Box\tmeans a box.\n\nSection D\nD1.1 A Red Box is kept.';
    const workspace = openFixture(
      sectionA +
        draft('a.sec', 'SECMP0001', insert) +
        draft('b.sec', 'SECMP0001', 'Section D\n\nD1.2 A Red Box is kept.') +
        draft('c.sec', 'SECMP0002', 'Section D\n\nD1.2 A Red Box is kept.'),
      catalogue,
    );
    assert.deepEqual(uses(workspace.view('a.sec')), ['Red Box -> Red Box (Code)']);
    assert.deepEqual(uses(workspace.view('b.sec')), ['Red Box -> Red Box (Code)']);
    assert.deepEqual(uses(workspace.view('c.sec')), []);
  });

  it('a draft that restates a definition of the Code replaces it', () => {
    const draft =
      '//- draft.sec\n---\nmodification: SECMP0001\n---\nSection A (Definitions)\nAmend the definition as follows:\nParty\tmeans a feast.\n\nSection D\nD1.1 Every Party pays.';
    const view = openFixture(sectionA + draft, catalogue).view();
    assert.equal(view.meaningOf('Party', undefined)?.sites[0]?.document.uri, 'draft.sec');
    assert.equal(view.uses[0]?.site?.document.uri, 'draft.sec');
  });

  it('a changed Section A changes what others see', () => {
    const { index } = inPaper('Every Party pays.');
    assert.equal(index.view('paper.sec')?.uses.length, 1);
    putFile(
      index,
      'sec/a.sec',
      'SECTION A: X\nA1.1 In this Code, the following expressions have the meanings:\nUser\tmeans one who uses.',
    );
    assert.equal(index.view('paper.sec')?.uses.length, 0);
  });
});

describe('what may be a use of something undefined', () => {
  const cases: [string, ...string[]][] = [
    ['It is for the Grey Box to say.', 'Grey Box'],
    ['It asks the Keeper of Boxes to say.', 'Keeper of Boxes'],
    ['It is said of the WQX there.', 'WQX'],
    ['The Change Board keeps a Grey Box.', 'Grey Box'],
    ['No Party Feast is held.', 'Party Feast'],
  ];
  for (const [sentence, ...expected] of cases) {
    it(`${sentence} holds ${expected.join(', ')}`, () =>
      assert.deepEqual(candidates(inPaper(sentence).view()), expected));
  }

  const silent = [
    'NOW THIS DEED WITNESSES as follows:',
    'Every Party and the Change Board pay.',
    'Nothing is said here. Everything is said there.',
    'However, it pays.',
    'It was in March and on Monday that they met.',
    'The Gas Act 1986 and the Sale of Goods (Amendment) Regulations 1995 hold.',
    'They read “The Grey Box” and *The Red Box* there.',
    'SECMP0023 ‘Correct the Units’ and SECMP0024 (Mend the Hub) are read.',
    'See Section F5 (Hub Forecasts and Orders) on it.',
    'Mr John Smith and Dr. Jane Doe of Grey Box Ltd and Red Box plc met.',
    'Dear Jane Smith',
    'The SEC Party and the DCC User are named in November 2020.',
    'It is sent over HTTPS in XML at noon UTC with a PIN.',
    'It is told in part XIV and in chapter IV of it.',
    'It shall NOT and SHALL never pay.',
    'See `Grey Box` or https://example.org/Grey/Box or Grey.Box@example.org there.',
    'A Grey Box (as defined in the plan) is kept.',
    'The Widget Turning Group (WTG) met and the WTG voted.',
    "They said 'UIT DBCH Commence' to all.",
    'They met in Great Britain and in the United Kingdom.',
    'All Import and Export Suppliers pay.',
    'It is told in Table 3, Figure 2, Release 2 and Stage 1.',
    'NOW THIS DEED WITNESSES as follows.',
    'The Grey at Work Regulations 1989 and the Health and Safety at Work etc. Act 1974 hold.',
    'It is a Condition of it, and this Condition holds.',
    'The European Parliament agreed.',
    'They live in the Grey Hills area, and the Grey Boxes Association speaks for them.',
    'We confirm that [NAME] may act.',
    'We ask them to NOTE it and to APPROVE it as AMBER.',
    'It was varied by notes CAN001 to CAN114.',
    '# The Grey Box\n\nIt is told below.',
    'Yours faithfully,\n\nJane Smith\nHead of Boxes\n',
  ];
  for (const sentence of silent) {
    it(`silent: ${JSON.stringify(sentence)}`, () =>
      assert.deepEqual(candidates(inPaper(sentence).view()), []));
  }
});

describe('an ordinal before a term, in a paper that knows the Code by facts alone', () => {
  it('is no candidate', () => {
    const text = 'The Second Service Request and the First Service Request are those of the SEC.';
    assert.deepEqual(candidates(openFixture(text, bundled).view()), []);
  });
});

describe('a term that PDF breaks right behind the number of its clause', () => {
  it('is one use', () => {
    assert.deepEqual(found('Section D\n\nD1.4\nEach Import\nSupplier shall pay.'), [
      'Import / Supplier -> Import Supplier',
    ]);
  });
});

describe('a word that opens a sentence before a term of one word', () => {
  it('is no part of the term', () => {
    assert.deepEqual(found('| Effect |\n| --- |\n| Fewer Users |\n\nSending Users pay.'), [
      'Users -> User',
      'Users -> User',
    ]);
  });

  it('is where it stands inside the sentence', () => {
    assert.deepEqual(found('It tells the Sending Users.'), []);
  });
});

describe('the title of a paper', () => {
  it('uses terms as its words do', () => {
    assert.deepEqual(found('# Guide for a new Party\n\nRead it.'), ['Party -> Party']);
    assert.deepEqual(found('GUIDE FOR A PARTY\n\nRead it.'), []);
  });
});

describe('a term in the other number before a capitalised word', () => {
  it('is a part of some other name', () => {
    const terms = '“Services” means services.\n\n';
    assert.deepEqual(found(`${terms}The Service Level is met, and each Service too.`), [
      'Service -> Services (document)',
    ]);
  });
});

describe('what is no use of a term', () => {
  it('the head of a number', () => {
    const annex = 'An “Annex” is a part.\n\n';
    assert.deepEqual(found(`${annex}It is in Annex B to that letter, and in the Annex.`), [
      'Annex -> Annex (document)',
    ]);
  });

  it('a word in the name of a law or a company', () => {
    const terms = '“Act” means a law. “Services” means services.\n\n';
    assert.deepEqual(found(`${terms}The Companies Act 2006 and Harcombe Field Services Limited.`), []);
    assert.deepEqual(found('Osprey Grid Services Limited (“Osprey”) and Osprey.'), [
      'Osprey -> Osprey (document)',
    ]);
    assert.deepEqual(found(`${terms}The Act and the Services.`), [
      'Act -> Act (document)',
      'Services -> Services (document)',
    ]);
  });

  it('a part of a name that underscores join', () => {
    assert.deepEqual(found('See User_71_1609 and Party.'), ['Party -> Party']);
  });
});

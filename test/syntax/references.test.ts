import assert from 'node:assert/strict';
import { references } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** `text | kind | target` of all references of a text. */
function find(source: string): string[] {
  return references(openFixture(source, catalogue).view());
}

/** The references in a sentence of a loose paper around these words. */
function inPaper(words: string): string[] {
  return find(`The user follows ${words} in full.`);
}

/** A test for each example: the words, then what is expected of them. */
function examples(read: (words: string) => string[], cases: readonly [string, ...string[]][]): void {
  for (const [words, ...expected] of cases) {
    const outcome = expected.length === 0 ? 'nothing' : expected.join('; ');
    it(`${JSON.stringify(words).slice(1, -1)} gives ${outcome}`, () =>
      assert.deepEqual(read(words), expected));
  }
}

describe('references to Sections', () => {
  examples(inPaper, [
    ['Section D9.4', 'Section D9.4 | section | D9.4'],
    ['SEC Section D9.4', 'SEC Section D9.4 | section | D9.4'],
    ['SEC D6.9', 'SEC D6.9 | section | D6.9'],
    ['SEC C2.3(h)', 'SEC C2.3(h) | section | C2.3(h)'],
    ['SEC Section C2.3 (k)', 'SEC Section C2.3 (k) | section | C2.3(k)'],
    ['Section X2.4 (f)', 'Section X2.4 (f) | section | X2.4(f)'],
    ['Section A.1 (Definitions)', 'Section A.1 | section | A1'],
    ['Section Z 1.3', 'Section Z 1.3 | section | Z1.3'],
    ['Section F5 (Communications Hub Forecasts and Orders)', 'Section F5 | section | F5'],
    ['Section F5.2(c)(ii)(A)', 'Section F5.2(c)(ii)(A) | section | F5.2(c)(ii)(A)'],
    ['Section G: Security', 'Section G | section | G'],
    ['Section D', 'Section D | section | D'],
    ['SEC Section H', 'SEC Section H | section | H'],
    ['Section H4.2(ba)(ii)', 'Section H4.2(ba)(ii) | section | H4.2(ba)(ii)'],
    ['paragraph (ba) of H4.2', 'paragraph (ba) of H4.2 | section | H4.2(ba)'],
    ['Section H4.2 (or) its', 'Section H4.2 | section | H4.2'],
    ['Section H4.2(may) the', 'Section H4.2 | section | H4.2'],
    ['this Section D', 'this Section D | section | D'],
    ['this Section D1', 'this Section D1 | section | D1'],
    ['L11.5 of the Code', 'L11.5 | section | L11.5'],
    ['I2.3', 'I2.3 | section | I2.3'],
    ['K5A'],
    ['Section K5A', 'Section K5A | section | K5A'],
    ['Section H14.31A', 'Section H14.31A | section | H14.31A'],
  ]);
});

describe('lists and ranges', () => {
  examples(inPaper, [
    [
      'Sections H1, H2 and H3.22',
      'Sections H1 | section | H1',
      'H2 | section | H2',
      'H3.22 | section | H3.22',
    ],
    [
      'Section E2.1, E2.2 and Section K',
      'Section E2.1 | section | E2.1',
      'E2.2 | section | E2.2',
      'Section K | section | K',
    ],
    ['Section C8.11 – C8.15', 'Section C8.11 | section | C8.11 .. C8.15', 'C8.15 | section | C8.15'],
    ['Sections D1.1 to D1.4 (inclusive)', 'Sections D1.1 | section | D1.1 .. D1.4', 'D1.4 | section | D1.4'],
    ['Sections G3-G6', 'Sections G3 | section | G3 .. G6', 'G6 | section | G6'],
    ['Sections L11.5 - L11.7', 'Sections L11.5 | section | L11.5 .. L11.7', 'L11.7 | section | L11.7'],
    ['Sections D9.4—D9.6', 'Sections D9.4 | section | D9.4 .. D9.6', 'D9.6 | section | D9.6'],
    ['Section D1.1(a) and (b)', 'Section D1.1(a) | section | D1.1(a)', '(b) | section | D1.1(b)'],
    ['Sections G, H and I', 'Sections G | section | G', 'H | section | H', 'I | section | I'],
    ['Appendices A and B', 'Appendices A | appendix | Appendix A', 'B | appendix | Appendix B'],
    [
      'clauses 15.5(c), 15.6 or 15.7(a)',
      'clauses 15.5(c) | section | #15.5(c)',
      '15.6 | section | #15.6',
      '15.7(a) | section | #15.7(a)',
    ],
    [
      'Section D1.1 (Raising Proposals) and D1.2 (Content)',
      'Section D1.1 | section | D1.1',
      'D1.2 | section | D1.2',
    ],
    ['H8.16(f)–(h)', 'H8.16(f) | section | H8.16(f) .. H8.16(h)', '(h) | section | H8.16(h)'],
    ['I2.3(a) and (b)', 'I2.3(a) | section | I2.3(a)', '(b) | section | I2.3(b)'],
    ['I2.3 as (a) and (b)', 'I2.3 | section | I2.3'],
    ['Section D1.1 and two days', 'Section D1.1 | section | D1.1'],
    ['Section D1.1 and 10 Working Days', 'Section D1.1 | section | D1.1'],
    ['Section D1.1 and A user', 'Section D1.1 | section | D1.1'],
  ]);
});

describe('short forms of the leading words', () => {
  examples(inPaper, [
    ['s.G3.28', 's.G3.28 | section | G3.28'],
    ['ss. D4.6 and D4.7', 'ss. D4.6 | section | D4.6', 'D4.7 | section | D4.7'],
    ['Sch 5 para 2(c)', 'Sch 5 | schedule | Schedule 5', 'para 2(c) | schedule | Schedule 5/2(c)'],
    ['App AB cl. 3.1', 'App AB | appendix | Appendix AB', 'cl. 3.1 | appendix | Appendix AB/3.1'],
    ['App. AC', 'App. AC | appendix | Appendix AC'],
    ['the app Store and its sch 5a'],
    [
      'clause 5.3 of the Inventory Enrolment and Decommissioning Procedures',
      'clause 5.3 of the Inventory Enrolment and Decommissioning Procedures | appendix | Appendix AC/5.3',
    ],
  ]);
});

describe('later clauses of one sub-section', () => {
  examples(inPaper, [
    [
      'Sections J1.4, 1.5 and 1.7',
      'Sections J1.4 | section | J1.4',
      '1.5 | section | J1.5',
      '1.7 | section | J1.7',
    ],
    ['Section J1.4 and 1.5 days', 'Section J1.4 | section | J1.4'],
    ['Section J1.4 and 2.5', 'Section J1.4 | section | J1.4'],
  ]);
});

describe('a part that the words behind a number change', () => {
  examples(inPaper, [
    [
      'the plan to add a new paragraph (d) to Section H3.22',
      'paragraph (d) | section | H3.22(d)',
      'Section H3.22 | section | H3.22',
    ],
    [
      'the plan to delete clause 4.5 from Appendix AB',
      'clause 4.5 | appendix | Appendix AB/4.5',
      'Appendix AB | appendix | Appendix AB',
    ],
    ['paragraph (b) in Section D3.2', 'paragraph (b) | section | D3.2(b)', 'Section D3.2 | section | D3.2'],
    ['the step from paragraph 2 to Section D3', 'paragraph 2 | paragraph | #2', 'Section D3 | section | D3'],
    ['what section 3 puts in Section D3', 'section 3 | section | #3', 'Section D3 | section | D3'],
  ]);
});

describe('a paragraph beside one of the Code, in a paper', () => {
  it('is of the same clause, where the paper has no such list of its own', () => {
    const asked = '1. Must paragraph (d) of Section G3.4 go? If so, is paragraph (e) needed?\n';
    assert.deepEqual(find(asked), [
      'paragraph (d) of Section G3.4 | section | G3.4(d)',
      'paragraph (e) | section | G3.4(e)',
    ]);
    assert.equal(find(`${asked}\n(a) Yes.\n\n(e) No.\n`)[1], 'paragraph (e) | paragraph | #1(e)');
  });
});

describe('titles in single quotation marks', () => {
  examples(inPaper, [
    [
      "Appendix AB 'Service Request Processing Document' v2.0, clause 3.2(b)",
      'Appendix AB | appendix | Appendix AB',
      'clause 3.2(b) | appendix | Appendix AB/3.2(b)',
    ],
    [
      'Appendix AB v2.0, clause 3.2',
      'Appendix AB | appendix | Appendix AB',
      'clause 3.2 | appendix | Appendix AB/3.2',
    ],
  ]);
});

describe('relative references', () => {
  const clause = (words: string): string[] =>
    find(`SECTION D: X\nD1.1 Each of:\n(a) one;\n(b) two:\n(i) in;\n(ii) in; or\n(c) three, by ${words}.`);
  examples(clause, [
    ['paragraph (a) above', 'paragraph (a) | section | D1.1(a)'],
    ['paragraph (b)(ii)', 'paragraph (b)(ii) | section | D1.1(b)(ii)'],
    [
      'paragraphs (a) to (c) below',
      'paragraphs (a) | section | D1.1(a) .. D1.1(c)',
      '(c) | section | D1.1(c)',
    ],
    ['paragraph (a) or (b)(i) above', 'paragraph (a) | section | D1.1(a)', '(b)(i) | section | D1.1(b)(i)'],
    ['this Section', 'this Section | section | D'],
    ['this Section D', 'this Section D | section | D'],
    ['this Section D1', 'this Section D1 | section | D1'],
    ['this section of the road'],
  ]);

  it('sub-paragraph (ii) belongs to the list that it stands in', () => {
    const text = 'SECTION D: X\nD1.1 Each of:\n(a) one:\n(i) this, with sub-paragraph (ii);\n(ii) that.';
    assert.deepEqual(find(text), ['sub-paragraph (ii) | section | D1.1(a)(ii)']);
  });

  it('a number of a text that an Annex holds, and of a licence named before', () => {
    const found = find(
      '1. See paragraph 2(a) of the draft direction in Annex B, Condition 22 of the DCC Licence, paragraph 3 of Condition 13 of another licence, Section J of the BSC and Condition 14 of that licence.\nAnnex B: Draft\n1. It holds.\n2. It:\n(a) reads, as in Schedule 1 to this direction.',
    );
    assert.deepEqual(found, [
      'paragraph 2(a) | annex | Annex B/2(a)',
      'Annex B | annex | Annex B',
      'Condition 22 of the DCC Licence | licence-condition | DCC Licence/22',
      'Condition 14 | licence-condition | DCC Licence/14',
      'Schedule 1 to this direction | schedule | #Schedule 1',
    ]);
  });

  it('a clause behind the name of an Appendix, and a section of a statute with four digits', () => {
    const found = find(
      'SEC Appendix AB (SRPD), clause 15.5; Licence Conditions 13 and 15; Part E of Condition 13 of the DCC Licence; section 1159 of the Companies Act 2006.',
    );
    assert.deepEqual(found, [
      'SEC Appendix AB | appendix | Appendix AB',
      'clause 15.5 | appendix | Appendix AB/15.5',
      'Licence Conditions 13 | licence-condition | DCC Licence/13',
      '15 | licence-condition | DCC Licence/15',
      'Part E of Condition 13 of the DCC Licence | licence-condition | DCC Licence/13',
      'section 1159 of the Companies Act 2006 | document | Companies Act 2006/1159',
    ]);
  });

  it('paragraph (c) of that clause is of the clause that was named last', () => {
    const found = find(
      '4.1 The user shall:\n(a) read; and\n(b) write.\n4.2 Under clause 4.1, and under paragraph (b) of that clause or Section D1.2 and paragraph (a) of that Section, it pays.',
    );
    assert.deepEqual(found, [
      'clause 4.1 | section | #4.1',
      'paragraph (b) | paragraph | #4.1(b)',
      'Section D1.2 | section | D1.2',
      'paragraph (a) | section | D1.2(a)',
    ]);
  });

  it('paragraph (c) of that Section is of the Section that the sentence named whole, not of one whose paragraph it named since', () => {
    const found = find(
      'In a decision under Section G8.14 it regards advice under Section G7.16(a), and gives reasons for paragraph (c) of that Section.\nIt applies Section G8.14. Under Section G7.16(a), and paragraph (b) of that Section, it pays.',
    );
    assert.deepEqual(
      found.map((line) => line.split(' | ')[2]),
      ['G8.14', 'G7.16(a)', 'G8.14(c)', 'G8.14', 'G7.16(a)', 'G7.16(b)'],
    );
  });

  it('paragraphs of a clause are those of the agreement, in its Schedules too', () => {
    const found = find(
      'THIS DEED is made between A and B.\n1. TERMS\n1.1 The Firm pays where:\n(a) it is told; and\n(b) it can.\n\nSCHEDULE 1: FORM OF DEMAND\n1. We ask for it.\n2. None of paragraphs (a) and (b) of clause 1.1 applies, nor paragraph 1.',
    );
    assert.deepEqual(
      found.map((line) => line.split(' | ')[2]),
      ['#1.1(a)', '#1.1(b)', '#Schedule 1/1'],
    );
  });

  it('clause 4 of the same Appendix is of the one that was named last, or whose clause was', () => {
    const found = find(
      'See clause 2 of Appendix AG, and clause 4 of the same Appendix. Read Appendix AB too, with clause 5 of that Appendix. It extends Appendix AG to SMETS1 Service Providers.',
    );
    assert.deepEqual(
      found.map((line) => line.split(' | ')[2]),
      ['Appendix AG/2', 'Appendix AG/4', 'Appendix AB', 'Appendix AB/5', 'Appendix AG'],
    );
  });

  it('an Appendix with a colon at the head of a line owns the clauses behind it', () => {
    const found = find(
      'The draft would change these:\n\n- **Appendix AB:** a new clause 15.7A, and changes to clause 15.5(c)\n- Appendix AC: see paragraph 2.1\n- it adds Appendix AD: the user follows clause 3.2',
    );
    assert.deepEqual(
      found.map((line) => line.split(' | ')[2]),
      [
        'Appendix AB',
        'Appendix AB/15.7A',
        'Appendix AB/15.5(c)',
        'Appendix AC',
        '#2.1',
        'Appendix AD',
        '#3.2',
      ],
    );
  });

  it('paragraph (b) of that Section, of the same clause or of it is of the clause whose paragraph was named', () => {
    const found = find(
      'The board follows paragraph (a) of Section J1.4, and paragraph (b) of that Section. It follows paragraph (a) of clause 2.2 of Appendix AC, or paragraph (d) of the same clause.\nThe reference to paragraph (b) of Section H5.14 is now one to paragraph (d) of it. Section H5.15 applies, and paragraph (a) of it.',
    );
    assert.deepEqual(
      found.map((line) => line.replace(/ \| [a-z]+ \|/, ':')),
      [
        'paragraph (a) of Section J1.4: J1.4(a)',
        'paragraph (b): J1.4(b)',
        'paragraph (a) of clause 2.2 of Appendix AC: Appendix AC/2.2(a)',
        'paragraph (d): Appendix AC/2.2(d)',
        'paragraph (b) of Section H5.14: H5.14(b)',
        'paragraph (d): H5.14(d)',
        'Section H5.15: H5.15',
        'paragraph (a): H5.15(a)',
      ],
    );
  });

  it('a clause or part that stands right before a paragraph owns it', () => {
    const found = find(
      'It follows Section G1.2 paragraph (b), clause 3.1, paragraph (c), Schedule 8 Part B paragraph 2.3(a), and paragraph 4 of Appendix X and clause 1 of it.',
    );
    assert.deepEqual(
      found.map((line) => line.replace(/ \| [a-z-]+ \|/, ':')),
      [
        'Section G1.2: G1.2',
        'paragraph (b): G1.2(b)',
        'clause 3.1: #3.1',
        'paragraph (c): #3.1(c)',
        'Schedule 8: Schedule 8',
        'paragraph 2.3(a): Schedule 8/2.3(a)',
        'paragraph 4 of Appendix X: Appendix X/4',
        'clause 1: Appendix X/1',
      ],
    );
  });

  it('paragraph (b) in a clause that has no list is one of the list that the sentence has named', () => {
    const found = find(
      '3.1 There are:\n(a) a cap;\n(b) a queue; and\n(c) a reply.\n3.3 The part in paragraph (a) of section 3.1 needs a rule, and those in paragraphs (b) and (c) do not.',
    );
    assert.deepEqual(found, [
      'paragraph (a) of section 3.1 | paragraph | #3.1(a)',
      'paragraphs (b) | paragraph | #3.1(b)',
      '(c) | paragraph | #3.1(c)',
    ]);
  });

  it('paragraph (b) in a clause of a paper that has no list is one of the clause before', () => {
    const found = find(
      '6.1 It may choose:\n(a) a day; or\n(b) a night.\n6.2 Members preferred paragraph (b).\n6.3 Nobody asked for paragraph (c).',
    );
    assert.deepEqual(found, ['paragraph (b) | paragraph | #6.1(b)', 'paragraph (c) | paragraph | #6.3(c)']);
  });

  it('an Annex is that of the Appendix at hand', () => {
    const found = find(
      'APPENDIX G: GATEWAYS\n\n1 TESTS\n\n1.1 The tests in Part 1 of Annex B, paragraph 2 of Annex B and Annex A are carried out.\n',
    );
    assert.deepEqual(found, [
      'Part 1 of Annex B | appendix | Appendix G/Annex B/Part 1',
      'paragraph 2 of Annex B | appendix | Appendix G/Annex B/2',
      'Annex A | appendix | Appendix G/Annex A',
    ]);
  });

  it('a Part alone is one of the Schedule that it stands in, if that has it', () => {
    const found = find(
      'SCHEDULE 4: SHARES\nPart A: Terms\n1 The owner holds office by virtue of Part B, and not of Part F.\nPart B: Owners\n2 An owner pays.',
    );
    assert.deepEqual(found, ['Part B | schedule | Schedule 4/Part B']);
    assert.deepEqual(inPaper('Part B'), []);
  });

  it('the conditions and Parts of a licence are its own', () => {
    const found = find(
      'READING LICENCE\n\nPART A: GENERAL\n\nCondition 1. Definitions\n\n1.1 In this licence condition 2 and Part B apply.\n\nPART B: DUTIES\n\nCondition 2. Duties\n\n2.1 The holder complies with:\n(a) conditions 1 to 3; and\n(b) Schedule 1, Schedule 9 of the Code or Schedule 11 of it.\n\n2.2 Nothing in condition 2.1(b) or Condition 22 of the DCC Licence ends it.\n\nSCHEDULE 1\n\n1. The holder pays.\n',
    );
    assert.deepEqual(
      found.map((line) => line.replace(/ \| [a-z-]+ \|/, ':')),
      [
        'condition 2: #2',
        'Part B: #Part B',
        'conditions 1: #1 .. #3',
        '3: #3',
        'Schedule 1: #Schedule 1',
        'Schedule 9: Schedule 9',
        'Schedule 11: Schedule 11',
        'condition 2.1(b): #2.1(b)',
        'Condition 22 of the DCC Licence: DCC Licence/22',
      ],
    );
    assert.deepEqual(find('1. Scope\n\n1.1 See condition 1 and condition 1.1 of it all.'), []);
  });

  it('paragraph (b) that a paper says behind a clause of the Code is one of that clause', () => {
    const found = find('5.4 Section H9.3 leaves a gap between “paragraphs (a) and (b)”. Section H9 stays.');
    assert.deepEqual(found, [
      'Section H9.3 | section | H9.3',
      'paragraphs (a) | section | H9.3(a)',
      '(b) | section | H9.3(b)',
      'Section H9 | section | H9',
    ]);
  });

  it('clause 3 of our agreement is one of its own', () => {
    assert.deepEqual(inPaper('clause 3 of our agreement'), ['clause 3 of our agreement | section | #3']);
  });

  it('a bulleted list of parts refers to them and opens none', () => {
    const found = find(
      'It would change:\n- Section A ‘Definitions and Interpretation’\n- Section H ‘DCC Services’\n- Appendix AC ‘Inventory’\n',
    );
    assert.deepEqual(found, [
      'Section A | section | A',
      'Section H | section | H',
      'Appendix AC | appendix | Appendix AC',
    ]);
  });

  it('the Schedules of an agreement are its own, unless the Code is named', () => {
    const found = find(
      'This Deed is made on 2 May 2019.\n1. See Schedule 1, paragraph 2.1 of Schedule 1, Part 1 of Schedule 1, SEC Schedule 1 and Schedule 1 of the Code.\nSCHEDULE 1\nTests\nPart 1: Goods\n1. See clause 1 and paragraph 2.1.\n2. Each:\n2.1 is a test.',
    );
    assert.deepEqual(found, [
      'Schedule 1 | schedule | #Schedule 1',
      'paragraph 2.1 of Schedule 1 | schedule | #Schedule 1/2.1',
      'Part 1 of Schedule 1 | schedule | #Schedule 1/Part 1',
      'SEC Schedule 1 | schedule | Schedule 1',
      'Schedule 1 | schedule | Schedule 1',
      'clause 1 | section | #1',
      'paragraph 2.1 | schedule | #Schedule 1/2.1',
    ]);
  });

  it('paragraph (c) in paragraph 4 of an Annex E is a paragraph of that', () => {
    const text =
      'Annex E\n1. One thing.\n2. Two things.\n3. Three things.\n4. The user shall:\n(c) ask; and\n(d) wait, as in paragraph (c) above.';
    assert.deepEqual(find(text), ['paragraph (c) | paragraph | Annex E/4(c)']);
  });

  it('in a loose paper they belong to the paper', () => {
    assert.deepEqual(inPaper('paragraph (c) above'), ['paragraph (c) | paragraph | #(c)']);
    assert.deepEqual(inPaper('this Section'), []);
    assert.deepEqual(find('4. The user shall:\n(c) ask; and\n(d) wait, as in paragraph (c) above.'), [
      'paragraph (c) | paragraph | #4(c)',
    ]);
  });

  it('above and below tell the direction and stay outside', () => {
    const document = openFixture('1. See paragraph (c) below.', catalogue).document();
    assert.equal(document.references[0]?.direction, 'below');
  });

  it('a paragraph of a definition is named after the term', () => {
    assert.deepEqual(inPaper('paragraph (a) of the definition of Party'), [
      'paragraph (a) of the definition of Party | section | A1.1 "Party"(a)',
    ]);
  });
});

describe('references to Schedules, Appendices and other documents', () => {
  examples(inPaper, [
    ['Schedule 11 of the SEC', 'Schedule 11 | schedule | Schedule 11'],
    ['SEC Schedule 5', 'SEC Schedule 5 | schedule | Schedule 5'],
    ['Appendix E of the SEC', 'Appendix E | appendix | Appendix E'],
    ['SEC Appendix R', 'SEC Appendix R | appendix | Appendix R'],
    ['paragraph 2.3(a) of Schedule 4', 'paragraph 2.3(a) of Schedule 4 | schedule | Schedule 4/2.3(a)'],
    ['clause 15.5(c)', 'clause 15.5(c) | section | #15.5(c)'],
    ['clause 15.5(c) of Appendix AB', 'clause 15.5(c) of Appendix AB | appendix | Appendix AB/15.5(c)'],
    ['SRPD clause 15.5(c)', 'SRPD clause 15.5(c) | appendix | Appendix AB/15.5(c)'],
    ['DUIS clause 3.9.14', 'DUIS clause 3.9.14 | appendix | Appendix AD/3.9.14'],
    ['SMKI RAPP section 5.4', 'SMKI RAPP section 5.4 | appendix | Appendix D/5.4'],
    ['Part 3 of Appendix J', 'Part 3 of Appendix J | appendix | Appendix J/Part 3'],
    ['Annex C of this letter', 'Annex C | annex | Annex C'],
    ['Annex A of this report', 'Annex A | annex | Annex A'],
    ['clause 14.2 of the Grey Contract', 'clause 14.2 of the Grey Contract | document | Grey Contract/14.2'],
    [
      'Schedule 4, paragraph 2',
      'Schedule 4 | schedule | Schedule 4',
      'paragraph 2 | schedule | Schedule 4/2',
    ],
    ['sub-clause 2.1', 'sub-clause 2.1 | section | #2.1'],
    ['paragraph 14 of Schedule B1 to that Act'],
    ['clause 5.1 of the agreement', 'clause 5.1 | section | #5.1'],
    ['section 2.2.2 d)', 'section 2.2.2 d) | section | #2.2.2(d)'],
    ['(see section 2.2.2 a)', 'section 2.2.2 | section | #2.2.2'],
    [
      'Annex A of the Organisation Certificate Policy',
      'Annex A of the Organisation Certificate Policy | appendix | Appendix B/Annex A',
    ],
    ['paragraph 4(c) of Annex E', 'paragraph 4(c) of Annex E | annex | Annex E/4(c)'],
    [
      'Condition 22 of the DCC Licence',
      'Condition 22 of the DCC Licence | licence-condition | DCC Licence/22',
    ],
    [
      'Condition 22 (The Smart Energy Code) of the DCC Licence',
      'Condition 22 (The Smart Energy Code) of the DCC Licence | licence-condition | DCC Licence/22',
    ],
    ['Licence Condition 15', 'Licence Condition 15 | licence-condition | DCC Licence/15'],
    [
      'Schedule 4 of the DCC Licence',
      'Schedule 4 of the DCC Licence | licence-condition | DCC Licence/Schedule 4',
    ],
    [
      'section 6(1A) of the Electricity Act',
      'section 6(1A) of the Electricity Act | document | Electricity Act 1989/6(1A)',
    ],
    ['section 7.2 of GBCS', 'section 7.2 of GBCS | document | GBCS/7.2'],
    ['GBCS v2.1', 'GBCS v2.1 | document | GBCS v2.1'],
    ['GBCS v2.1 section 9.2.2', 'GBCS v2.1 | document | GBCS v2.1', 'section 9.2.2 | document | GBCS/9.2.2'],
    [
      'Schedule 8, Part A, paragraph 3.1',
      'Schedule 8 | schedule | Schedule 8',
      'paragraph 3.1 | schedule | Schedule 8/3.1',
    ],
    [
      'Appendix AB, clauses 15.5 and 15.6',
      'Appendix AB | appendix | Appendix AB',
      'clauses 15.5 | appendix | Appendix AB/15.5',
      '15.6 | appendix | Appendix AB/15.6',
    ],
    ['UISS v1.1', 'UISS v1.1 | document | UISS v1.1'],
    ['v1.1 of UISS', 'v1.1 of UISS | document | UISS v1.1'],
    [
      'it at noon. The Communications Hub Technical Specifications (CHTS) v1.7',
      'Communications Hub Technical Specifications (CHTS) v1.7 | document | CHTS v1.7',
    ],
    ['GBCS v2.0 and v2.1', 'GBCS v2.0 | document | GBCS v2.0', 'v2.1 | document | GBCS v2.1'],
    [
      'Appendix F of this document and Appendix A of the Code',
      'Appendix F of this document | appendix | #Appendix F',
      'Appendix A | appendix | Appendix A',
    ],
  ]);
});

describe('`above` in a paper', () => {
  it('means the nearest clause before that has such a paragraph', () => {
    const text = '1.1 Two ways:\n(a) one; and\n(b) two.\n\n1.2 One clause.\n\n1.3 Take paragraph (a) above.';
    assert.deepEqual(find(text), ['paragraph (a) | paragraph | #1.1(a)']);
  });
});

describe('bare numbers belong to the document at hand', () => {
  examples(inPaper, [
    ['Section 3.3.4', 'Section 3.3.4 | section | #3.3.4'],
    ['section 2.3.1.9d) of this document', 'section 2.3.1.9d) of this document | section | #2.3.1.9(d)'],
    ['Section 2.3 of this document', 'Section 2.3 of this document | section | #2.3'],
    ['Annex A (of this letter)', 'Annex A | annex | Annex A'],
    ['Appendix 1', 'Appendix 1 | appendix | #Appendix 1'],
    ['Section D9.4', 'Section D9.4 | section | D9.4'],
  ]);

  it('inside an Appendix they are its own', () => {
    const text =
      'APPENDIX AB: Sample\n15.5 The user shall:\n(c) wait, as in clause 15.5(c) and section 15.5a).';
    assert.deepEqual(find(text), [
      'clause 15.5(c) | appendix | Appendix AB/15.5(c)',
      'section 15.5a) | appendix | Appendix AB/15.5(a)',
    ]);
  });

  it('an Appendix of an Appendix is a division of it', () => {
    const text = 'APPENDIX M: Sample\n1. See Appendix F of this document and Appendix A of the Code.';
    assert.deepEqual(find(text), [
      'Appendix F of this document | appendix | Appendix M/Appendix F',
      'Appendix A | appendix | Appendix A',
    ]);
  });

  it('a number of some other text that has no name is none', () => {
    assert.deepEqual(inPaper('paragraph 4 of that direction'), []);
    assert.deepEqual(inPaper('paragraph (a) of that clause'), []);
    assert.deepEqual(inPaper('section 4 of their contract'), []);
  });
});

describe('how references are written', () => {
  examples(inPaper, [
    ['section D9.4', 'section D9.4 | section | D9.4'],
    ['SECTION D9.4', 'SECTION D9.4 | section | D9.4'],
    ['Sec. D9', 'Sec. D9 | section | D9'],
    ['Section\u00a0D9.4', 'Section\u00a0D9.4 | section | D9.4'],
    ['SEC\u00a0Section\u00a0D9.4', 'SEC\u00a0Section\u00a0D9.4 | section | D9.4'],
    ['SectionD9.4', 'SectionD9.4 | section | D9.4'],
    ['Appendix  AB', 'Appendix  AB | appendix | Appendix AB'],
    ['paragraph(c)', 'paragraph(c) | paragraph | #(c)'],
    ['Section\nD9.4', 'Section / D9.4 | section | D9.4'],
    ['the rules that hold for it in SEC\nSection D9.4', 'SEC / Section D9.4 | section | D9.4'],
    ['Section D1.1 and\nD1.2', 'Section D1.1 | section | D1.1', 'D1.2 | section | D1.2'],
    ['clause 15.5(c) of\nAppendix AB', 'clause 15.5(c) of / Appendix AB | appendix | Appendix AB/15.5(c)'],
  ]);

  it('a reference with deleted words inside is one reference, over all that it stretches over', () => {
    assert.deepEqual(inPaper('Section D{--8.1--}9.4'), ['Section D{--8.1--}9.4 | section | D9.4']);
    assert.deepEqual(inPaper('{++Section D9.4++}'), ['Section D9.4 | section | D9.4']);
    assert.deepEqual(inPaper('{--Section D9.4--}'), []);
    assert.deepEqual(inPaper('Section {~~D8~>D9~~}.4'), ['Section {~~D8~>D9~~}.4 | section | D9.4']);
  });

  it('a bracket with capitals behind it is the heading, one with a sign a level', () => {
    const { references: found, reading } = openFixture(
      'See Section F5.2(c) (Orders for Hubs) here.',
      catalogue,
    ).document();
    assert.deepEqual(
      found.map(({ target, heading }) => [target, reading.text.slice(heading?.start, heading?.end)]),
      [['F5.2(c)', 'Orders for Hubs']],
    );
  });

  it('a Section named inside the title of a modification is a reference', () => {
    assert.deepEqual(find('SECMP0023 ‘Changes to Section D9.4’ was raised.'), [
      'SECMP0023 | modification | SECMP0023',
      'Section D9.4 | section | D9.4',
    ]);
  });
});

describe('what is no reference', () => {
  examples(
    inPaper,
    [
      'R1.2',
      'R2.0',
      'E2E',
      'C&S',
      'LC13 Plan',
      'SECP_68_1005_07',
      '15 WD',
      'Service Request 6.2.10',
      'DCUSA¹',
      'the Energy Supply Schedule',
      'Table 3',
      'Figure 2',
      'Release 2',
      'Path 3',
      'SEC Version 5.0',
      'SEC Panel',
      'SEC Party',
      'Stage 1',
      'H1',
      'the SEC',
      'DUIS',
      'Release D9.4',
      'Version D1.2',
      'v D1.2',
      'https://example.org/Section/D9.4',
      'D9.4@example.org',
      'Section Error! Reference source not found.',
      'this section of the road',
      'any paragraph(s)',
      'a part of it',
      'a condition of sale',
      'sectional plan D',
    ].map((words): [string] => [words]),
  );

  it('a clause’s own number at its head', () => {
    assert.deepEqual(find('SECTION D: X\nD1 FIRST THINGS\nD1.1 The board meets here.'), []);
    assert.deepEqual(find('D9.4 The board meets here.'), []);
  });

  it('the heading that opens a part or an Annex, and a contents line', () => {
    assert.deepEqual(find('Section D: Changing the Rules\nD1.1 The board meets here.'), []);
    assert.deepEqual(find('Annex A: Forms\n1. They are used.'), []);
    assert.deepEqual(find('Section D9.4 and more ........ 12\nThe text begins here.'), []);
  });

  it('a page header in the middle of a sentence', () => {
    const text =
      'The board reads all that the users who met in the hall sent to it under\nSEC – Section D\nVersion 6.12\nPage 4 of 9\nSection E2.1 of the Code.';
    assert.deepEqual(find(text), ['Section E2.1 | section | E2.1']);
  });
});

describe('the place of a reference', () => {
  const source = `
    The 😀 users’ clerk,\u00a0under {--Part--} Section D{--8--}9.4 (Deciding), and “SEC D6.9” there,
                                          ^^^^^^^^^^^^^^^^^^^ D9.4
                                                                               ^^^^^^^^ D6.9
    reads {++Sections H1 and++} H2.
             ^^^^^^^^^^^ H1
                                ^^ H2
  `;

  it('is true to the file around marks, astral characters, no-break spaces and curly quotes', () => {
    const workspace = openFixture(source, catalogue);
    const { reading, references: found } = workspace.document();
    const spans = found.map((reference) => ({ ...reading.toFileSpan(reference), label: reference.target }));
    const expected = workspace.fixture.files[0]?.ranges.map(({ start, end, label }) => ({
      start,
      end,
      label,
    }));
    assert.deepEqual(spans, expected);
  });

  it('is counted in lines and UTF-16 characters, whatever the line ends', () => {
    const text = 'One 😀 line\r\n{--gone\r\n--}and Section\r\nD9.4 of it.';
    const { reading, references: found, lines } = openFixture(text, catalogue).document();
    const spans = found.map((reference) => reading.toFileSpan(reference));
    assert.deepEqual(
      spans.map(({ start, end }) => lines.range(start, end)),
      [{ start: { line: 2, character: 7 }, end: { line: 3, character: 4 } }],
    );
  });
});

describe('versions of documents', () => {
  examples(inPaper, [
    ['the GB Companion Specification v2.1', 'GB Companion Specification v2.1 | document | GBCS v2.1'],
    ['SMETS2 v3.0', 'SMETS2 v3.0 | document | SMETS2 v3.0'],
    ['GBCS version 2.1', 'GBCS version 2.1 | document | GBCS v2.1'],
    [
      'GBCS v2.0, v2.1 or v3.2',
      'GBCS v2.0 | document | GBCS v2.0',
      'v2.1 | document | GBCS v2.1',
      'v3.2 | document | GBCS v3.2',
    ],
    ['version 2.1 of it'],
    ['draft v2.1'],
    ['GBCS'],
  ]);
});

describe('references in texts of other shapes', () => {
  it('an Annex of an agreement’s Schedule, and the Schedule behind it', () => {
    assert.deepEqual(
      find(
        'This agreement is made between the parties.\n\n1. WORK\n\n1.1 The work is told in Schedule 1, Annex A to Schedule 1 and Schedule 2.\n\nSCHEDULE 1\nSites\n\n1. See Annex A, and clause 1.1.\n\nANNEX A\nMaps\n\n1. See paragraph 1.\n\nSCHEDULE 2\nPrices\n\n1. None.',
      ),
      [
        'Schedule 1 | schedule | #Schedule 1',
        'Annex A to Schedule 1 | schedule | #Schedule 1/Annex A',
        'Schedule 2 | schedule | #Schedule 2',
        'Annex A | schedule | #Schedule 1/Annex A',
        'clause 1.1 | section | #1.1',
        'paragraph 1 | schedule | #Schedule 1/Annex A/1',
      ],
    );
  });

  examples(inPaper, [
    [
      'Appendix AG (sections 2.3 and 2.4)',
      'Appendix AG | appendix | Appendix AG',
      'sections 2.3 | appendix | Appendix AG/2.3',
      '2.4 | appendix | Appendix AG/2.4',
    ],
    [
      'section 2(1) of the Unfair Contract Terms Act 1977',
      'section 2(1) of the Unfair Contract Terms Act 1977 | document | Unfair Contract Terms Act 1977/2(1)',
    ],
  ]);
});

import assert from 'node:assert/strict';
import { headings, provisions } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** The provisions of a text: names alone, and `name | heading` for those that have one. */
function read(source: string): { names: string[]; headings: string[] } {
  const document = openFixture(source, catalogue).document();
  return { names: provisions(document), headings: headings(document) };
}

/** The paragraphs of clause D1.1 with these labels, one on each line. */
function paragraphs(...labels: string[]): string[] {
  const lines = labels.map((label) => `${label} words of it;`).join('\n');
  const { names } = read(`SECTION D: CHANGING THE RULES\nD1.1 Each of:\n${lines}\n`);
  return names.slice(2).map((name) => name.replace('D1.1', ''));
}

describe('levels of a Section', () => {
  it('title, sub-section, side heading, clause, paragraph, sub-paragraph and lower', () => {
    const text = `
      SECTION D: MODIFICATION PROCESS
      D9. DECIDING ON A PROPOSAL
      Withdrawal by Proposer
      D9.4\tWhere the board meets:
      (a)\tit shall vote; and:
      (i)\tit shall count;
      (ii)\tit shall tell:
      (A)\tthe first;
      (B)\tthe second:
      (1)\tone; or
      (2)\ttwo.
      (b)\tit shall close.
      D9.5 The board may adjourn.
    `;
    assert.deepEqual(read(text).names, [
      'D',
      'D9',
      'D9.4',
      'D9.4(a)',
      'D9.4(a)(i)',
      'D9.4(a)(ii)',
      'D9.4(a)(ii)(A)',
      'D9.4(a)(ii)(B)',
      'D9.4(a)(ii)(B)(1)',
      'D9.4(a)(ii)(B)(2)',
      'D9.4(b)',
      'D9.5',
    ]);
    assert.deepEqual(read(text).headings.slice(0, 3), [
      'D | MODIFICATION PROCESS',
      'D9 | DECIDING ON A PROPOSAL',
      'D9.4 | [Withdrawal by Proposer]',
    ]);
  });

  for (const title of [
    'SECTION D: MODIFICATION PROCESS',
    'Section D – Modification Process',
    'Section D - Modification Process',
    'Section D (Modification Process)',
    '# Section D: Modification Process',
    'SECTION\u00a0D:\u00a0MODIFICATION PROCESS',
  ]) {
    it(`"${title}" opens Section D`, () => {
      const { names, headings: found } = read(`${title}\nD1.1 The board meets.`);
      assert.deepEqual(names, ['D', 'D1.1']);
      assert.match(found[0] ?? '', /^D \| modification\sprocess$/i);
    });
  }

  for (const line of [
    'Section D tells how proposals are made.',
    'section D: modification process',
    'Section D9',
    'Section DD: Something Else',
    'See Section D: Modification Process',
  ]) {
    it(`"${line}" opens nothing`, () => assert.deepEqual(read(line).names, []));
  }

  it('a sub-section is headed with or without a point', () => {
    const { headings: found } = read(
      'SECTION D: X\nD9. DECIDING\nD9.1 It votes on it.\nD10 Closing the Matter\nD10.1 It ends it.',
    );
    assert.deepEqual(found.slice(1), ['D9 | DECIDING', 'D10 | Closing the Matter']);
  });

  it('Schedules, Appendices and Annexes number their clauses without a letter', () => {
    assert.deepEqual(read('SCHEDULE 4: SETTING UP\n1 Start\n1.1 The company is set up.\n(a) by law.').names, [
      'Schedule 4',
      'Schedule 4/1',
      'Schedule 4/1.1',
      'Schedule 4/1.1(a)',
    ]);
    const appendix =
      'APPENDIX AB\nProcessing of Requests\n15.5 The user shall:\n(a) ask;\n(b) wait; and\n(c) read.';
    assert.deepEqual(read(appendix).names.at(-1), 'Appendix AB/15.5(c)');
    assert.equal(read(appendix).headings[0], 'Appendix AB | Processing of Requests');
    assert.deepEqual(read('Annex A\n1 The letter is sent.\n2.3.1 It is read.').names, [
      'Annex A',
      'Annex A/1',
      'Annex A/2.3.1',
    ]);
  });

  it('an Annex of an Appendix is a division of it', () => {
    const text =
      'APPENDIX B: Sample Policy\n1.1 It holds.\nANNEX A: FORMS\n1 Use of Forms\n1.1 They are used.';
    assert.deepEqual(read(text).names, [
      'Appendix B',
      'Appendix B/1.1',
      'Appendix B/Annex A',
      'Appendix B/Annex A/1',
      'Appendix B/Annex A/1.1',
    ]);
  });

  it('the Parts of an Appendix hold its clauses, whose numbers may run on', () => {
    const text = `
      APPENDIX J: Sample Approach
      Part 1: General
      1. This part opens it.
      2. It goes on here.
      Part 2: Special Cases
      3. It ends it here.
    `;
    assert.deepEqual(read(text).names, [
      'Appendix J',
      'Appendix J/Part 1',
      'Appendix J/1',
      'Appendix J/2',
      'Appendix J/Part 2',
      'Appendix J/3',
    ]);
    const { tree } = openFixture(text, catalogue).document();
    const parents = tree.provisions.map(({ parent }) => tree.provisions[parent]?.key);
    assert.deepEqual(parents.slice(2, 4), ['Appendix J/Part 1', 'Appendix J/Part 1']);
    assert.equal(parents[5], 'Appendix J/Part 2');
  });

  it('“Part 2” in a sentence or in a Section opens nothing', () => {
    assert.deepEqual(read('APPENDIX J: Sample\n1. As told in\nPart 2 of Appendix J\n2. It ends it.').names, [
      'Appendix J',
      'Appendix J/1',
      'Appendix J/2',
    ]);
    assert.deepEqual(read('SECTION D: X\nPart 2: General\nD1.1 It holds.').names, ['D', 'D1.1']);
  });
});

describe('signs that are a letter and a numeral', () => {
  it('(i) after (h) is the ninth paragraph when (j) follows', () => {
    assert.deepEqual(paragraphs('(g)', '(h)', '(i)', '(j)'), ['(g)', '(h)', '(i)', '(j)']);
  });

  it('(i) after (h) is a numeral when (ii) follows', () => {
    assert.deepEqual(paragraphs('(h)', '(i)', '(ii)'), ['(h)', '(h)(i)', '(h)(ii)']);
  });

  it('(i) under an open (a) is a sub-paragraph', () => {
    assert.deepEqual(paragraphs('(a)', '(i)', '(ii)', '(b)'), ['(a)', '(a)(i)', '(a)(ii)', '(b)']);
  });

  it('(v) after (iv) is a numeral, after (u) a letter', () => {
    assert.deepEqual(paragraphs('(a)', '(i)', '(ii)', '(iii)', '(iv)', '(v)', '(vi)').at(-2), '(a)(v)');
    assert.deepEqual(paragraphs('(t)', '(u)', '(v)', '(w)').slice(-2), ['(v)', '(w)']);
  });

  it('(x) after (ix) is a numeral, after (w) a letter', () => {
    const numerals = [
      '(i)',
      '(ii)',
      '(iii)',
      '(iv)',
      '(v)',
      '(vi)',
      '(vii)',
      '(viii)',
      '(ix)',
      '(x)',
      '(xi)',
    ];
    assert.deepEqual(paragraphs('(a)', ...numerals).slice(-2), ['(a)(x)', '(a)(xi)']);
    assert.deepEqual(paragraphs('(u)', '(v)', '(w)', '(x)', '(y)').slice(-2), ['(x)', '(y)']);
  });

  it('(c), (d), (l) and (m) go on with the letters before them', () => {
    assert.deepEqual(paragraphs('(a)', '(b)', '(i)', '(ii)', '(c)', '(d)').slice(-2), ['(c)', '(d)']);
    assert.deepEqual(paragraphs('(k)', '(l)', '(m)', '(n)'), ['(k)', '(l)', '(m)', '(n)']);
  });

  it('letters go on after (z) as (aa), (bb)', () => {
    assert.deepEqual(paragraphs('(y)', '(z)', '(aa)', '(bb)'), ['(y)', '(z)', '(aa)', '(bb)']);
  });

  it('(ba) and (bb) are put in behind (b), and (c) goes on', () => {
    assert.deepEqual(paragraphs('(a)', '(b)', '(ba)', '(i)', '(bb)', '(c)'), [
      '(a)',
      '(b)',
      '(ba)',
      '(ba)(i)',
      '(bb)',
      '(c)',
    ]);
    assert.deepEqual(paragraphs('(a)', '(b)', '(da)', '(c)').slice(1), ['(b)', '(c)']);
  });

  it('(I) under (A) is a numeral in capitals', () => {
    assert.deepEqual(paragraphs('(a)', '(A)', '(I)', '(II)', '(B)').slice(1), [
      '(a)(A)',
      '(a)(A)(I)',
      '(a)(A)(II)',
      '(a)(B)',
    ]);
  });

  it('indentation decides where the signs do not', () => {
    const text =
      'SECTION D: X\nD1.1 Each of:\n    (h) the eighth:\n        (i) in it.\nD1.2 Each of:\n    (h) the eighth;\n    (i) the ninth.';
    const { names } = read(text);
    assert.ok(names.includes('D1.1(h)(i)'));
    assert.ok(names.includes('D1.2(i)'));
  });

  it('a list of numerals goes on to (xxviii)', () => {
    const text = Array.from(
      { length: 28 },
      (_, i) =>
        `(${['', 'x', 'xx'][Math.floor((i + 1) / 10)]}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][(i + 1) % 10]})`,
    );
    assert.equal(paragraphs('(a)', ...text).at(-1), '(a)(xxviii)');
  });
});

describe('provisions that are not used', () => {
  for (const words of ['Not used', '[Not used]', '[No longer in use]', '[Deleted]', 'Not used.']) {
    it(`"D1.2 ${words}" exists, so that numbers stay`, () => {
      assert.deepEqual(read(`SECTION D: X\nD1.1 It meets here.\nD1.2 ${words}\nD1.3 It ends here.`).names, [
        'D',
        'D1.1',
        'D1.2',
        'D1.3',
      ]);
    });
  }

  it('a paragraph and a sub-section can be, too', () => {
    const { names } = read('SECTION D: X\nD1 NOT USED\nD2 GOING ON\nD2.1 It is:\n(a) [Not used]\n(b) left.');
    assert.deepEqual(names, ['D', 'D1', 'D2', 'D2.1', 'D2.1(a)', 'D2.1(b)']);
  });
});

describe('levels differ by part', () => {
  it('a Certificate Policy uses (A), then (i)', () => {
    const text =
      'APPENDIX A: Sample Certificate Policy\n1.1 Overview\n(A) A first thing:\n(i) inner one;\n(ii) inner two.\n(B) A second thing.';
    assert.deepEqual(read(text).names.slice(2), [
      'Appendix A/1.1(A)',
      'Appendix A/1.1(A)(i)',
      'Appendix A/1.1(A)(ii)',
      'Appendix A/1.1(B)',
    ]);
  });

  it('an Appendix uses 1, 1.1., 2.3.1.7, then a) or (a), then i. and A.', () => {
    const text = `
      APPENDIX M: Sample Interface
      1 General
      1.1. The user shall:
      a) ask; and
      b) wait:
      i. here; or
      ii. there:
      A. now; or
      B. then.
      2.3.1.7 The user shall:
      (a) read.
    `;
    assert.deepEqual(read(text).names.slice(1), [
      'Appendix M/1',
      'Appendix M/1.1',
      'Appendix M/1.1(a)',
      'Appendix M/1.1(b)',
      'Appendix M/1.1(b)(i)',
      'Appendix M/1.1(b)(ii)',
      'Appendix M/1.1(b)(ii)(A)',
      'Appendix M/1.1(b)(ii)(B)',
      'Appendix M/2.3.1.7',
      'Appendix M/2.3.1.7(a)',
    ]);
  });

  it('sub-sections and clauses carry suffixes', () => {
    const { names } = read(
      'SECTION K: CHARGING\nK5A FIXED THINGS\nK5A.1 It is fixed here.\nK6B OTHER THINGS\nK6B.2 It is not here.',
    );
    assert.deepEqual(names, ['K', 'K5A', 'K5A.1', 'K6B', 'K6B.2']);
  });

  it('transitional text inserts D9.4A, X2.4B, H14.31A', () => {
    assert.deepEqual(
      read(
        'SECTION H: X\nH14.31 It is here.\nH14.31A It is added here.\nH14.32 It is last here.',
      ).names.slice(1),
      ['H14.31', 'H14.31A', 'H14.32'],
    );
  });
});

describe('headings', () => {
  it('a side heading serves all clauses down to the next one', () => {
    const text = `
      SECTION T: TESTING
      T3.34 Extra tests are run.
      Further Tests
      T3.35 The board may ask for more tests.
      T3.36 It shall say which tests it asks for.
      Costs of Tests
      T3.37 The user pays for them.
    `;
    assert.deepEqual(read(text).headings.slice(1), [
      'T3.35 | [Further Tests]',
      'T3.36 | [Further Tests]',
      'T3.37 | [Costs of Tests]',
    ]);
  });

  it('a side heading may be words that ask', () => {
    const text = 'SECTION T: TESTING\nT3 TESTS\nWhat is Tested\nT3.1 They are run here.';
    assert.deepEqual(read(text).headings.slice(1), ['T3 | TESTS', 'T3.1 | [What is Tested]']);
  });

  it('rows of a table that a paste took apart are no clauses, whatever number comes next', () => {
    const text =
      'Appendix K (Tests)\n1\nThe Boxes\n1.1\nThe boxes are these:\n1 Red box All\n2 Green box None\n3 Blue box All\n4 Grey box All\n5 White box None\n1.2\nThey are kept.\n\n2\nThe Lids\n2.1\nThe lids are kept.';
    assert.deepEqual(read(text).names, [
      'Appendix K',
      'Appendix K/1',
      'Appendix K/1.1',
      'Appendix K/1.2',
      'Appendix K/2',
      'Appendix K/2.1',
    ]);
  });

  it('an Appendix that is changed, or that comes later in the Code, stands in no other', () => {
    const text =
      'ANNEX B\nCHANGES\n\nAppendix H (Box Materials)\n\nAmend clause 3.1 as follows:\n\n3.1 It is read.\n\nAppendix AG (Lid Policy)\n\n2.4 It is sent.\n\nAppendix C (Small Boxes)\n\nInsert the following clause:\n\n1.1 It is kept.';
    assert.deepEqual(read(text).names, [
      'Annex B',
      'Appendix H',
      'Appendix H/3.1',
      'Appendix AG',
      'Appendix AG/2.4',
      'Appendix C',
      'Appendix C/1.1',
    ]);
  });

  it('the title of an Annex may be in small letters behind a colon', () => {
    const text = '1 It is read.\n\nAnnex A: options that have been set aside\n\n1 The first one.';
    assert.deepEqual(read(text).names, ['#1', 'Annex A', 'Annex A/1']);
  });

  it('a side heading does not reach into the next sub-section', () => {
    const text =
      'SECTION T: TESTING\nT3 FIRST TESTS\nFurther Tests\nT3.1 They are run here.\nT4 LAST TESTS\nT4.1 They are run there.';
    assert.deepEqual(read(text).headings.slice(1), [
      'T3 | FIRST TESTS',
      'T3.1 | [Further Tests]',
      'T4 | LAST TESTS',
    ]);
  });

  it('a heading may be split over two lines', () => {
    const text = 'SECTION D: X\nD9. DECIDING ON A\nPROPOSAL AND AFTER\nD9.1 It votes on it.';
    assert.equal(read(text).headings[1], 'D9 | DECIDING ON A PROPOSAL AND AFTER');
  });

  it('a sentence alone on its line is no side heading', () => {
    const text = 'SECTION T: TESTING\nThe board shall run further tests.\nT3.35 It may ask for more tests.';
    assert.deepEqual(read(text).headings, ['T | TESTING']);
  });
});

describe('lists', () => {
  it('may be interrupted by a paragraph without a number and resume', () => {
    const text = `
      SECTION D: X
      D1.1 The board shall:
      (a) meet;
      (b) vote;
      and, where the vote is tied, its chair decides; and
      (c) close.
    `;
    assert.deepEqual(read(text).names, ['D', 'D1.1', 'D1.1(a)', 'D1.1(b)', 'D1.1(c)']);
  });

  it('items end with “; and”, “; or” or a point', () => {
    const text =
      'SECTION D: X\nD1.1 The board shall:\n(a) meet; and\n(b) vote; or\n(c) close.\nD1.2 It ends here.';
    assert.deepEqual(read(text).names.slice(2), ['D1.1(a)', 'D1.1(b)', 'D1.1(c)', 'D1.2']);
  });

  it('a closing flush line belongs to the clause', () => {
    const text =
      'SECTION D: X\nD1.1 The board shall:\n(a) meet; and\n(b) vote,\nwhichever comes first.\nD1.2 It ends here.';
    const { tree, reading } = openFixture(text, catalogue).document();
    const clause = tree.provisions.find(({ key }) => key === 'D1.1');
    assert.match(reading.text.slice(clause?.start, clause?.end), /whichever comes first\.\n$/);
    assert.deepEqual(read(text).names.at(-1), 'D1.2');
  });

  it('a number that goes on with a sentence is no clause', () => {
    const text =
      'SECTION D: X\nD1.1 The board follows what is set out in detail in Section\nD1.2 and tells all the users.\nD1.2 It ends here.';
    assert.deepEqual(read(text).names, ['D', 'D1.1', 'D1.2']);
    const years =
      'SCHEDULE 4: X\n1 The company shall keep all of its books for at least\n2 years after that day.\n2 It then burns them.';
    assert.deepEqual(read(years).names, ['Schedule 4', 'Schedule 4/1', 'Schedule 4/2']);
  });
});

describe('what is no provision', () => {
  it('contents pages, page headers, page numbers and footnote marks', () => {
    const text = `
      SEC – Section D
      Version 6.12
      CONTENTS
      D1 FIRST THINGS ........ 3
      D1.1 Meeting ........ 4
      SECTION D: MODIFICATION PROCESS
      D1 FIRST THINGS
      D1.1 The board shall meet
      Page 3 of 40
      and vote on 28 October 2018² as before.
      D1.2 It ends here.
    `;
    assert.deepEqual(read(text).names, ['D', 'D1', 'D1.1', 'D1.2']);
  });

  it('a contents list with tabs and page numbers', () => {
    const text = 'Contents\nSection D: Changing the Rules\t4\nD1 First Things\t5\n\nThe text begins here.';
    assert.deepEqual(read(text).names, []);
  });

  it('a page number at the end of a clause does not hide it', () => {
    assert.deepEqual(read('SECTION D: X\nD1.1 It meets on page 4').names, ['D', 'D1.1']);
  });

  it('releases, versions and dates at the head of a line', () => {
    assert.deepEqual(
      read('R1.2 went live.\nV2.0 Went live.\n28 October 2018 was a Sunday.\n12.5 % of all.').names,
      [],
    );
  });
});

describe('names of parts at the head of a broken line', () => {
  it('go on with their sentence', () => {
    const text = (line: string): string =>
      `SECTION N: METERS\nN1.2 In the event of a conflict, this Section N prevails over Section H but not over\n${line}\nN2 TESTS\nN2.1 There are some.\n`;
    const names = ['N', 'N1.2', 'N2', 'N2.1'];
    assert.deepEqual(read(text('Appendix AL or AM.²')).names, names);
    assert.deepEqual(read(text('Appendix AL')).names, names);
    assert.ok(read(text('APPENDIX AL')).names.includes('Appendix AL'));
  });
});

describe('numbers in running text', () => {
  it('a clause may be a sum of money', () => {
    assert.deepEqual(read('1. £18,500 for each quarter.\n\n2. £0.004 for each profile.\n').names, [
      '#1',
      '#2',
    ]);
    assert.deepEqual(read('1. The sum is\n2 £5 notes.\n').names, ['#1']);
  });

  it('the items of a numbered list in a clause are no clauses', () => {
    const text =
      '## 2. The issue\n\n### 2.2 What it costs\n\nOn average:\n\n1. one visit in nine comes to nothing;\n2. two in five are repeated; and\n3. each of them costs £74.\n\n## 3. The solution\n';
    assert.deepEqual(read(text).names, ['#2', '#2.2', '#3']);
  });
});

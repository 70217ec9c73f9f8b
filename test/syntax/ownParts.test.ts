import assert from 'node:assert/strict';
import { definedTerms, headings, provisions, references } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** `text | kind | target` of all references of a text. */
function find(source: string): string[] {
  return references(openFixture(source, catalogue).view());
}

/** The canonical names of the provisions of a text. */
function names(source: string): string[] {
  return provisions(openFixture(source, catalogue).document());
}

const clauses = 'This Deed is made on 2 May 2019.\n1. The fee is due.\n2. The parties keep to it.\n';

describe('numbers that begin anew in each Part', () => {
  const schedule = `${clauses}SCHEDULE 3\nTax\nPart A\nMeaning\n1 An item is taxed.\n2 It is paid.\n`;

  it('are those of the Part that they are said in', () => {
    assert.deepEqual(find(`${schedule}Part B\nLimits\n1 A limit holds.\n2 It ends under paragraph 1.\n`), [
      'paragraph 1 | schedule | #Schedule 3/Part B/1',
    ]);
  });

  it('or of the Part that is named', () => {
    const text = `${schedule}Part B\nLimits\n1 A limit holds.\n2 See paragraph 1 of this Part B and paragraph 2 of Part A.\n`;
    assert.deepEqual(find(text), [
      'paragraph 1 of this Part B | schedule | #Schedule 3/Part B/1',
      'paragraph 2 of Part A | schedule | #Schedule 3/Part A/2',
    ]);
  });

  it('or of the part that the words stand in, at the end of a sentence too', () => {
    const text = `${schedule}Part B\nLimits\n1 See paragraph 2 of Part A of this Schedule.\n2 See paragraph 1 of this Schedule, and pay.\n`;
    assert.deepEqual(find(text), [
      'paragraph 2 of Part A of this Schedule | schedule | #Schedule 3/Part A/2',
      'paragraph 1 of this Schedule | schedule | #Schedule 3/Part B/1',
    ]);
  });

  it('and numbers that run through need no Part in their names', () => {
    assert.deepEqual(find(`${schedule}Part B\nLimits\n3 A limit holds.\n4 It ends under paragraph 3.\n`), [
      'paragraph 3 | schedule | #Schedule 3/3',
    ]);
  });

  it('a Part behind its Schedule is a Part of that', () => {
    assert.deepEqual(find('The list in Schedule 9, Part B, is open, and in Appendix AB, Part 3.'), [
      'Schedule 9 | schedule | Schedule 9',
      'Part B | schedule | Schedule 9/Part B',
      'Appendix AB | appendix | Appendix AB',
      'Part 3 | appendix | Appendix AB/Part 3',
    ]);
  });
});

describe('a Schedule or Annex that is the only one', () => {
  for (const title of ['THE SCHEDULE', 'SCHEDULE', 'The Schedule', 'Schedule: Items']) {
    it(`${title} holds numbers of its own`, () => {
      const text = `${clauses}${title}\n\n1. One item.\n2. Another, and not that of paragraph 1.\n`;
      assert.deepEqual(names(text), ['#1', '#2', '#Schedule', '#Schedule/1', '#Schedule/2']);
      assert.deepEqual(find(text), ['paragraph 1 | schedule | #Schedule/1']);
    });
  }

  it('is meant by `the Schedule`', () => {
    const text = `${clauses}3. See paragraph 2 of the Schedule, and clause 2.\nTHE SCHEDULE\n1. One item.\n2. Another.\n`;
    assert.deepEqual(find(text), [
      'paragraph 2 of the Schedule | schedule | #Schedule/2',
      'clause 2 | section | #2',
    ]);
  });

  it('as is the only one that has a number, or a letter', () => {
    const text = '1. See paragraph 2 of the Annex.\nANNEX A\n1. One item.\n2. Another.\n';
    assert.deepEqual(find(text), ['paragraph 2 of the Annex | annex | Annex A/2']);
  });

  it('but not where the text has several, or none', () => {
    const text = `${clauses}3. See paragraph 2 of the Schedule.\nSCHEDULE 1\n1. One item.\n2. Another.\nSCHEDULE 2\n1. One.\n`;
    assert.deepEqual(find(text), []);
    assert.deepEqual(find(`${clauses}3. See paragraph 2 of the Schedule.\n`), []);
  });

  it('Schedules of an agreement may have letters, those of the Code have none', () => {
    const text = `${clauses}3. See Schedule B and paragraph 1 of Schedule A.\nSCHEDULE A\n1. One item.\nSCHEDULE B\n1. One.\n`;
    assert.deepEqual(find(text), [
      'Schedule B | schedule | #Schedule B',
      'paragraph 1 of Schedule A | schedule | #Schedule A/1',
    ]);
    assert.deepEqual(find('It is in Schedule B, in paragraph 2 of Schedule B and in the Schedule.'), []);
  });

  it('as those of a notice may', () => {
    const text = '1. See paragraph 1 of Schedule B.\nSCHEDULE A\n1. One item.\nSCHEDULE B\n1. One.\n';
    assert.deepEqual(find(text), ['paragraph 1 of Schedule B | schedule | #Schedule B/1']);
  });
});

describe('Annexes', () => {
  it('may have roman numbers', () => {
    const text =
      '1. See Annexes I to IV and Annex III.\nANNEX I – ITEMS\n1. One.\nANNEX III: TESTS\n1. One.\n';
    assert.deepEqual(find(text), [
      'Annexes I | annex | Annex I .. Annex IV',
      'IV | annex | Annex IV',
      'Annex III | annex | Annex III',
    ]);
    assert.deepEqual(names(text), ['#1', 'Annex I', 'Annex I/1', 'Annex III', 'Annex III/1']);
  });

  it('of a direction go on behind the Appendix that one of them sets out', () => {
    const text =
      '1. See Annex A and Annex B.\nANNEX A\nAPPENDIX AB: SERVICE REQUEST PROCESSING DOCUMENT\n1. A user asks.\nANNEX B\n1. Another thing.\n';
    assert.deepEqual(names(text), ['#1', 'Annex A', 'Appendix AB', 'Appendix AB/1', 'Annex B', 'Annex B/1']);
  });

  it('may have a tab before their title, and their first clause right below', () => {
    const text =
      'APPENDIX AB: PROCEDURE\n1\tSee Annex A.\n\nAnnex A\tTest Scripts\n1\tLog on.\n2\tLog off.\n';
    assert.deepEqual(names(text).slice(2), [
      'Appendix AB/Annex A',
      'Appendix AB/Annex A/1',
      'Appendix AB/Annex A/2',
    ]);
  });

  it('of that Appendix stay in it', () => {
    const text =
      '1. See Annex A.\nANNEX A\nAPPENDIX AB: SERVICE REQUEST PROCESSING DOCUMENT\n1. A user asks.\nANNEX A\n1. A form.\nANNEX B\n1. Another form.\n';
    assert.deepEqual(names(text).slice(4), [
      'Appendix AB/Annex A',
      'Appendix AB/Annex A/1',
      'Appendix AB/Annex B',
      'Appendix AB/Annex B/1',
    ]);
  });
});

describe('lines that name what is to be changed', () => {
  it('`Changes to Appendix AD` above an instruction opens that Appendix', () => {
    const text =
      '1. See Annex B.\nANNEX B\nChanges to Appendix AD\n\nClause 3.9.14 is amended as follows: after “one” insert “two”.\n';
    assert.deepEqual(find(text).slice(1), ['Clause 3.9.14 | appendix | Appendix AD/3.9.14']);
  });

  it('and above anything else it is a heading', () => {
    const text = '1. Aim\n\nChanges to Appendix AD\n\nWe think that these are right. See section 1.\n';
    assert.deepEqual(find(text), ['Appendix AD | appendix | Appendix AD', 'section 1 | section | #1']);
  });

  it('a part with its title in quotation marks is opened above an instruction', () => {
    const text =
      '## Appendix B ‘Organisation Certificate Policy’\n\nReplace Part 4.9.1(B)(ii) with:\n\n(ii) that person.\n';
    assert.deepEqual(find(text), ['Part 4.9.1(B)(ii) | appendix | Appendix B/4.9.1(B)(ii)']);
  });
});

describe('a Schedule to an Appendix', () => {
  const appendix =
    'APPENDIX AW: CONDUCT\n1 Keep to paragraph 2 of Schedule 1 and to Schedule 11 of the Code.\nSCHEDULE 1 TO APPENDIX AW\nPART A – BEFORE\n1 Ask.\n2 Knock.\n';

  it('is a part of it', () => {
    assert.deepEqual(names(appendix).slice(2), [
      'Appendix AW/Schedule 1',
      'Appendix AW/Schedule 1/Part A',
      'Appendix AW/Schedule 1/1',
      'Appendix AW/Schedule 1/2',
    ]);
    assert.deepEqual(find(appendix), [
      'paragraph 2 of Schedule 1 | appendix | Appendix AW/Schedule 1/2',
      'Schedule 11 | schedule | Schedule 11',
    ]);
  });
});

describe('a letter that speaks of parts of the Code under their names', () => {
  const letter =
    '1. We write to you.\n\n2. Both are mended.\n\nAppendix G: Code of Connection\n\n3. The change to clause 3.2(b) is right.\n\nAppendix AC: Procedures\n\n4. So is clause 6.4. See paragraph 2.\n\nDirection\n\n5. See clause 7.\n';

  it('goes on with its own numbers, and its clauses are those of the part', () => {
    assert.deepEqual(names(letter), ['#1', '#2', '#3', '#4', '#5']);
    assert.deepEqual(find(letter), [
      'Appendix G | appendix | Appendix G',
      'clause 3.2(b) | appendix | Appendix G/3.2(b)',
      'Appendix AC | appendix | Appendix AC',
      'clause 6.4 | appendix | Appendix AC/6.4',
      'paragraph 2 | paragraph | #2',
      'clause 7 | section | #7',
    ]);
  });

  it('and opens one whose numbers begin anew', () => {
    assert.deepEqual(names('1. We write to you.\n\nAppendix G: Code of Connection\n\n1. It applies.\n'), [
      '#1',
      'Appendix G',
      'Appendix G/1',
    ]);
  });
});

describe('Parts with points in their numbers', () => {
  it('are the clauses of a Certificate Policy', () => {
    const text =
      'APPENDIX B: POLICY\n4.9.1 Each of:\n(A) one; and\n(B) another.\n4.9.2 See Parts 4.9.1(A) and (B), and paragraph (B) of Part 4.9.1.\n';
    assert.deepEqual(find(text), [
      'Parts 4.9.1(A) | appendix | Appendix B/4.9.1(A)',
      '(B) | appendix | Appendix B/4.9.1(B)',
      'paragraph (B) of Part 4.9.1 | appendix | Appendix B/4.9.1(B)',
    ]);
  });

  it('and nothing where no Appendix is named', () => {
    assert.deepEqual(find('It stands in Part 4.9.1, and in Part 4.9.1 of Appendix B.'), [
      'Part 4.9.1 of Appendix B | appendix | Appendix B/4.9.1',
    ]);
  });
});

describe('heads of clauses with their word', () => {
  it('`Section 2 – Term` heads section 2 and refers to nothing', () => {
    const text =
      'Section 1 – Fees\n1.1 The fee is due.\nSECTION 2: TERM\n2.1 It ends under section 1.1.\nArticle 3. Law\n3.1 None.\n';
    assert.deepEqual(names(text), ['#1', '#1.1', '#2', '#2.1', '#3', '#3.1']);
    assert.deepEqual(find(text), ['section 1.1 | section | #1.1']);
  });

  it('only holds clauses that count through the Sections', () => {
    const text =
      'Section 1 – Fees\n\n1. The fee is due.\n2. It is paid.\n\nSection 2 – Term\n\n3. It ends under paragraph 2.\n';
    assert.deepEqual(names(text), ['#1', '#2', '#3']);
    assert.deepEqual(find(text), ['paragraph 2 | paragraph | #2']);
  });

  it('is named in a list of what a paper holds', () => {
    assert.deepEqual(find('It has:\n- Section 1 – Fees\n- Section 2 – Term\n\n1. Fees\n2. Term\n'), [
      'Section 1 | section | #1',
      'Section 2 | section | #2',
    ]);
  });
});

describe('numbers that are no clauses', () => {
  it('items below a Markdown heading that has the number of a section', () => {
    const text =
      '## 1. Issue\nThe members said:\n\n1. one thing is unclear;\n2. another is wrong; and\n3. See section 1.\n\n## 2. Answer\nNone.\n';
    assert.deepEqual(names(text), ['#1', '#2']);
    assert.deepEqual(find(text), ['section 1 | section | #1']);
  });

  it('items of a list above the first such heading', () => {
    const text =
      'We say:\n\n1. one thing;\n2. another; and\n3. a third.\n\n## 3. Costs\n\n3.1 See section 3.\n';
    assert.deepEqual(names(text), ['#3', '#3.1']);
  });

  it('but paragraphs that count through such headings are, and the word tells which is meant', () => {
    const text =
      '# 1 Aim\n\n1. One thing.\n\n2. See section 2.\n\n# 2 Next\n\n3. See paragraph 2, and paragraph 3.\n';
    const { view } = openFixture(text, catalogue);
    const resolved = view().document.references.map(({ target }, i) => {
      const reference = view().document.references[i];
      return `${target} ${reference ? view().resolveReference(reference).status : ''}`;
    });
    assert.deepEqual(resolved, ['#2 found', '#2 found', '#3 found']);
  });

  it('the parties of an agreement', () => {
    const text =
      'THIS DEED is dated 1 April 2021 and made between\n\n1. NOCTULE NETWORKS PLC (company number 09988776) (the “Provider”); and\n\n2. Alder Ltd (the “Client”).\n\nTHE PARTIES AGREE AS FOLLOWS\n\n1. TERM\n\n1.1 It ends under clause 2.\n\n2. LAW\n';
    assert.deepEqual(names(text), ['#1', '#1.1', '#2']);
  });

  it('the first cell of a row whose columns are parted by spaces', () => {
    const text =
      'APPENDIX AB: PROCEDURE\n3.1 Follow these steps.\nStep   What                      Who\n4      As soon as it can         DCC\n3.2 See clause 3.1.\n';
    assert.deepEqual(names(text), ['Appendix AB', 'Appendix AB/3.1', 'Appendix AB/3.2']);
  });

  it('a line of contents with a leader of underlines', () => {
    assert.deepEqual(
      names('Contents\n1 Aim ______________ 4\nAnnex A: Words ______________ 9\n1 Aim\n1.1 Go.\n'),
      ['#1', '#1.1'],
    );
  });
});

describe('what an Annex sets out', () => {
  const annex =
    'Annex 1: Draft changes\n\n39.1 The licensee must comply.\n\n39.2 It means what condition 39.1 says.\n';

  it('is meant by numbers of its kind, in it and before it', () => {
    assert.deepEqual(find(`1. See paragraph 39.7 and paragraph 9.2.\n\n${annex}`), [
      'paragraph 39.7 | annex | Annex 1/39.7',
      'paragraph 9.2 | paragraph | #9.2',
      'condition 39.1 | annex | Annex 1/39.1',
    ]);
  });

  it('and what changes a text that is not at hand is not checked', () => {
    const text = '1. See Annex 1.\n\n2. The rest is clear.\n\nAnnex 1\n\nClause 7.2(c) is deleted.\n';
    assert.deepEqual(find(text), ['Annex 1 | annex | Annex 1', 'Clause 7.2(c) | annex | Annex 1/7.2(c)']);
  });

  it('may speak of the main body of its Appendix', () => {
    const text =
      'APPENDIX AT: PROCEDURE\n1 Aim\n1.1 Go.\nAnnex A\n1 See clause 1.1 of the main body of this Appendix.\n';
    assert.deepEqual(find(text), [
      'clause 1.1 of the main body of this Appendix | appendix | Appendix AT/1.1',
    ]);
  });
});

describe('a short line behind a number', () => {
  it('is no heading where the next goes on with it', () => {
    const text =
      '1 Aim\nGo.\n2 Plan\n2.1 Section L would change in L3.18, L3.19\nand L3.21.\n2.2 Next Steps\nGo on.\n';
    assert.deepEqual(headings(openFixture(text, catalogue).document()), [
      '#1 | Aim',
      '#2 | Plan',
      '#2.2 | Next Steps',
    ]);
  });
});

describe('a number on a line of its own', () => {
  it('stands below a title that ends in `this Section`', () => {
    const text =
      'SECTION U: USAGE\nU1\nGENERAL\nPurpose of this Section\nU1.1\nThe purpose is to say so.\nU1.2\nIt keeps to Section\nU1.1 as it is.\n';
    assert.deepEqual(names(text), ['U', 'U1', 'U1.1', 'U1.2']);
    assert.deepEqual(find(text), ['this Section | section | U', 'Section / U1.1 | section | U1.1']);
  });
});

describe('heads of a definition list', () => {
  it('are no terms where spaces part the columns', () => {
    const text =
      '1 Definitions\nTerm                 Definition\nRed Box              means a box that is red.\nBlue Box             means another.\n';
    assert.deepEqual(definedTerms(openFixture(text, catalogue).document()), ['Red Box', 'Blue Box']);
  });

  it('may say that the second is the full term', () => {
    const text = '| Acronym | Full term |\n| --- | --- |\n| RBX | Red Box |\n| BBX | A box that is blue |\n';
    assert.deepEqual(definedTerms(openFixture(text, catalogue).document()), ['RBX', 'BBX']);
  });
});

import assert from 'node:assert/strict';
import { checkNo, listFindings } from '../support/findings.js';
import { definedTerms, provisions, references, uses } from '../support/listing.js';
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

/* Papers that change parts of the Code which are not their own: directions, decisions, reports. */

describe('whose clauses a paper means', () => {
  it('those that its Annex says, to the end of the Annex', () => {
    const annex =
      'ANNEX 1\nCHANGES\n1. In this Annex, a reference to a clause is to a clause of Appendix AB.\n2. In clause 3.1, omit “x”.\n3. See paragraph 2.\n';
    assert.deepEqual(find(`1. See Annex 1.\n${annex}ANNEX 2\nMORE\n1. See clause 1.\n`).slice(3), [
      'clause 3.1 | appendix | Appendix AB/3.1',
      'paragraph 2 | annex | Annex 1/2',
      'clause 1 | annex | Annex 2/1',
    ]);
  });

  it('those of the part that the heading above says is changed', () => {
    const text =
      '1. The Code changes.\nSCHEDULE\nPart 1\nChanges to Appendix I (Support Materials)\n1. In clause 5.2, for paragraph (a) put “x”.\n2. See paragraph 1, this Part 1 and clause 5.3.\n';
    assert.deepEqual(find(text).slice(1), [
      'clause 5.2 | appendix | Appendix I/5.2',
      'paragraph (a) | appendix | Appendix I/5.2(a)',
      'paragraph 1 | schedule | #Schedule/1',
      'this Part 1 | schedule | #Schedule/Part 1',
      'clause 5.3 | appendix | Appendix I/5.3',
    ]);
  });

  it('those of the part that its own numbered heading speaks of', () => {
    const text =
      'Reply\n\n1. General\n\nWe agree.\n\n2. Comments on Appendix AK\n\nClause 3.1 is unclear.\n\n3. Other comments\n\nSee clause 2.\n';
    assert.deepEqual(find(text).slice(1), [
      'Clause 3.1 | appendix | Appendix AK/3.1',
      'clause 2 | section | #2',
    ]);
  });

  it('those of the part at the head of a row whose columns are spaces', () => {
    const text =
      'Changes\n\nSection D    Amend D1.2 and D9.4(a)\nAppendix AB    Amend clause 3.1\n\nThat is all.\n';
    assert.deepEqual(find(text), [
      'Section D | section | D',
      'D1.2 | section | D1.2',
      'D9.4(a) | section | D9.4(a)',
      'Appendix AB | appendix | Appendix AB',
      'clause 3.1 | appendix | Appendix AB/3.1',
    ]);
  });

  it('but its own numbers stay its own between headings that only name parts', () => {
    const text =
      '3. Solution\n3.1 These change.\nAppendix AB (Service Request Processing Document)\n3.2 Clause 5.3 would go.\n4. Costs\n4.1 None for paragraph 3.2.\n';
    assert.deepEqual(names(text), ['#3', '#3.1', '#3.2', '#4', '#4.1']);
    assert.deepEqual(find(text).slice(1), [
      'Clause 5.3 | appendix | Appendix AB/5.3',
      'paragraph 3.2 | paragraph | #3.2',
    ]);
  });

  it('that of the part whose clauses its Annex names elsewhere, when the Annex has no such number', () => {
    const text =
      'ANNEX\nDIRECTION\n1. In this direction words have their meanings.\n2. From 1 May:\n(a) in clause 2.1 of Appendix H, omit “x”; and\n(b) clause 2.5(c) is omitted.\n';
    assert.deepEqual(find(text), [
      'clause 2.1 of Appendix H | appendix | Appendix H/2.1',
      'clause 2.5(c) | appendix | Appendix H/2.5(c)',
    ]);
  });

  it('what an instruction quotes opens no Section and its number is no reference', () => {
    const text =
      '1. After Section F8.6 insert:\n“F8.6A\tA Party may ask.\nF8.6B\tWhere it does, Section F8.6A applies.”\n2. Omit Section F8.9.\n3. See paragraph 2.\n';
    assert.deepEqual(names(text), ['#1', '#2', '#3']);
    assert.deepEqual(find(text), [
      'Section F8.6 | section | F8.6',
      'Section F8.6A | section | F8.6A',
      'Section F8.9 | section | F8.9',
      'paragraph 2 | paragraph | #2',
    ]);
  });

  it('the number that a quotation begins with, even with only a space behind', () => {
    const text = '1. After Section F5.10 insert:\n“F5.10A Section F5.10 does not apply before May.”\n';
    assert.deepEqual(find(text), ['Section F5.10 | section | F5.10', 'Section F5.10 | section | F5.10']);
  });
});

describe('a clause that a text has not itself', () => {
  const named = '2.1 See clauses 10.3 and 10.4 of Appendix AB.\n';

  it('is one of the part whose clause of that number it names', () => {
    assert.deepEqual(
      find(`2. Issue\n${named}2.2 The last words of clause 10.4 are not clear.\n`).at(-1),
      'clause 10.4 | appendix | Appendix AB/10.4',
    );
    assert.equal(
      find('Clause 3.5 would say “may”, as clause 3.4 of Appendix AF does.')[0],
      'Clause 3.5 | appendix | Appendix AF/3.5',
    );
  });

  it('but its own number stays its own, and one of another whole number too', () => {
    assert.equal(
      find(`10. Costs\n10.4 None.\n11. Issue\n${named}11.2 See clause 10.4.\n`).at(-1),
      'clause 10.4 | section | #10.4',
    );
    assert.equal(find(`2. Issue\n${named}2.2 See clause 9.4.\n`).at(-1), 'clause 9.4 | section | #9.4');
  });
});

describe('Appendices of a paper', () => {
  it('have letters like those of the Code and titles of their own', () => {
    const text =
      '1. Purpose\n1.1 See Appendix A and paragraph 2 of Appendix B.\nAppendix A: Steps\n1. One.\nAppendix B: Draft legal text\n1. One.\n2. See paragraph 1.\n';
    assert.deepEqual(find(text), [
      'Appendix A | appendix | #Appendix A',
      'paragraph 2 of Appendix B | appendix | #Appendix B/2',
      'paragraph 1 | appendix | #Appendix B/1',
    ]);
  });

  it('are those of the Code where they are called so, or where nothing stands before them', () => {
    assert.deepEqual(names('1. Purpose\nAppendix A: Device Certificate Policy\n1. One.\n').slice(1), [
      'Appendix A',
      'Appendix A/1',
    ]);
    assert.deepEqual(names('APPENDIX A: STEPS\n1. One.\n'), ['Appendix A', 'Appendix A/1']);
  });
});

describe('an Annex of an agreement', () => {
  const agreement =
    'THIS DEED is made on 2 May 2019.\n\n## 1. One\n\n1.1 It is a deed between two.\n\n## 2. Two\n\n2.1 It is.\n\n## Schedule 1: Prices\n\n1. One.\n\n';

  it('with a heading as deep as that of the Schedule before it stands beside it', () => {
    assert.deepEqual(names(`${agreement}## Annex A: Data\n\n1. It holds.\n`).slice(-2), [
      'Annex A',
      'Annex A/1',
    ]);
    assert.deepEqual(names(`${agreement}### Annex A: Data\n\n1. It holds.\n`).slice(-2), [
      '#Schedule 1/Annex A',
      '#Schedule 1/Annex A/1',
    ]);
  });

  it('has paragraphs, and the clauses are those of the agreement', () => {
    const annex = '## Annex A: Data\n\n1. See clause 2 and paragraph 2.\n\n2. It holds.\n';
    assert.deepEqual(find(`${agreement}${annex}`), [
      'clause 2 | section | #2',
      'paragraph 2 | annex | Annex A/2',
    ]);
  });
});

it('that provision is the one that was named last', () => {
  assert.equal(
    find('Section G8.47 lets it, but paragraph (b) of that provision limits it.').at(-1),
    'paragraph (b) | section | G8.47(b)',
  );
});

it('an Annex whose title says what it changes means the clauses of that part', () => {
  const text =
    '1. See Annex 1.\nANNEX 1\nChanges to Appendix H (CH Handover Support Materials)\n1. In clause 2.3, omit paragraph (d).\n2. See paragraph 1.\n';
  assert.deepEqual(find(text).slice(2), [
    'clause 2.3 | appendix | Appendix H/2.3',
    'paragraph (d) | appendix | Appendix H/2.3(d)',
    'paragraph 1 | annex | Annex 1/1',
  ]);
});

describe('cells of a row', () => {
  it('are of what the nearest cell before them names', () => {
    const text =
      '| Part | Clause | Note |\n| --- | --- | --- |\n| Appendix AB | clause 3.1 | see paragraph (b) |\n| Release 2 | Appendix AC | clause 4.2 changes |\n';
    assert.deepEqual(find(text), [
      'Appendix AB | appendix | Appendix AB',
      'clause 3.1 | appendix | Appendix AB/3.1',
      'paragraph (b) | appendix | Appendix AB/3.1(b)',
      'Appendix AC | appendix | Appendix AC',
      'clause 4.2 | appendix | Appendix AC/4.2',
    ]);
  });

  it('take their number or paragraph from the provision that the first one names', () => {
    const text =
      '| Part | Provision |\n| --- | --- |\n| Appendix Z | clause 3 |\n| Section G3.20 | In paragraph (a), omit “x”. |\n| Other | clause 4 |\n';
    assert.deepEqual(find(text), [
      'Appendix Z | appendix | Appendix Z',
      'clause 3 | appendix | Appendix Z/3',
      'Section G3.20 | section | G3.20',
      'paragraph (a) | section | G3.20(a)',
      'clause 4 | section | #4',
    ]);
  });

  it('take nothing from another row, or from a cell that says more', () => {
    assert.deepEqual(find('Section G3.20\tIt changes.\nNothing\tSee paragraph (a).\n').slice(1), [
      'paragraph (a) | paragraph | #(a)',
    ]);
    assert.deepEqual(find('What Appendix Z says\tSee clause 3.\n').slice(1), ['clause 3 | section | #3']);
  });
});

describe('a condition that no licence is named for', () => {
  it('is one of the licence that the words before or behind it name', () => {
    assert.deepEqual(find('Condition 18 of the DCC Licence asks for it, and Condition 36 limits it.'), [
      'Condition 18 of the DCC Licence | licence-condition | DCC Licence/18',
      'Condition 36 | licence-condition | DCC Licence/36',
    ]);
    assert.deepEqual(find('It is firm, as Condition 16 and Schedule 4 of the DCC Licence say.'), [
      'Condition 16 | licence-condition | DCC Licence/16',
      'Schedule 4 of the DCC Licence | licence-condition | DCC Licence/Schedule 4',
    ]);
  });

  it('and nothing where none is named', () => {
    assert.deepEqual(find('Condition 16 is met.'), []);
  });
});

describe('that Act', () => {
  it('is the one that the block names before', () => {
    assert.deepEqual(find('A word of the Companies Act 2006 is read as section 1159 of that Act has it.'), [
      'section 1159 of that Act | document | Companies Act 2006/1159',
    ]);
    assert.deepEqual(find('It is read as section 1159 of that Act has it.'), []);
  });
});

describe('what a paragraph quotes, and conditions that a notice does not set out', () => {
  it('are of another text, which is not at hand', () => {
    const deed =
      'DEED OF VARIATION dated 4 May 2022\nBETWEEN:\n(1) Alder Limited (the “Supplier”); and\n(2) Birch Limited (the “Customer”).\nBACKGROUND\n(A) They made an agreement dated 1 May 2020 (the “First Agreement”).\n1. Change\n1.1 After clause 8 insert:\n\n“8A Subject to clause 9, the Customer shall pay.”\n';
    checkNo('unresolved-reference', deed);
    const notice =
      'NOTICE UNDER SECTION 11A OF THE ELECTRICITY ACT 1989\n1. The licence changes as the Schedule to this notice says.\nTHE SCHEDULE\nCondition 49: Smart Metering\n49.1 The licensee must keep to paragraph 49.2.\n49.2 It must do so subject to paragraph 39.4.\n';
    checkNo('unresolved-reference', notice);
    assert.equal(
      find(notice)[0],
      'SECTION 11A OF THE ELECTRICITY ACT 1989 | document | Electricity Act 1989/11A',
    );
  });

  it('but a number beside those that are set out is missing', () => {
    assert.deepEqual(
      listFindings(
        'NOTICE\n1. The licence changes as the Schedule to this notice says.\nTHE SCHEDULE\nCondition 49: Smart Metering\n49.1 The licensee must keep to paragraph 49.5.\n49.2 It must do so.\n',
      ),
      ['unresolved-reference error “paragraph 49.5”'],
    );
  });
});

describe('uses in titles and names', () => {
  it('the title of a Part is read, and its name is no reference', () => {
    const text =
      'THIS DEED is made on 1 May 2020.\n1. “Fee” means a sum.\n2. The Fee is due.\nSCHEDULE 1\nPart A – The Fee\n1. It is £5.\n';
    assert.deepEqual(find(text), []);
    assert.equal(uses(openFixture(text, catalogue).view()).filter((use) => use.startsWith('Fee')).length, 2);
  });

  it('the name of a body that is made of terms uses each of them', () => {
    assert.deepEqual(uses(openFixture('The SEC Panel met under the SEC.', catalogue).view()), [
      'SEC -> fact SEC',
      'Panel -> fact Panel',
      'SEC -> fact SEC',
    ]);
  });

  it('a term that begins with a number is found whole', () => {
    const text = 'The “2021 Letter” means the letter.\nThe 2021 Letter is long, and so is 12021 Letter.\n';
    assert.deepEqual(uses(openFixture(text, catalogue).view()), ['2021 Letter -> 2021 Letter (document)']);
  });
});

it('a list below an empty cell belongs to the definition above it', () => {
  const text =
    'SECTION K: CHARGING METHODOLOGY\nK11 DEFINITIONS\nK11.1 In this Section the following expressions have the meanings set opposite them:\nGroup\tmeans any of:\n\t(a) one; or\n\t(b) two.\nK11.2 See paragraph (b) of the definition of Group.\n';
  assert.ok(names(text).includes('K11.1 "Group"(b)'));
  assert.equal(find(text).at(-1), 'paragraph (b) of the definition of Group | section | K11.1 "Group"(b)');
});

it('a heading stands behind the version too, and behind the address of a link', () => {
  const version = 'Appendix AC version 12.0 (Inventory, Enrolment and Decommissioning Procedures) changes.';
  assert.deepEqual(uses(openFixture(version, catalogue).view()), []);
  const link = 'See [Section I2](https://example.org/i2) (Other User Privacy Audits).';
  assert.deepEqual(uses(openFixture(link, catalogue).view()), []);
});

it('an instruction right below the title of a part means paragraphs of the clause that it names', () => {
  const text = 'SECTION G: SECURITY\nIn Section G5.25, after paragraph (c) insert:\n(d) more.\n';
  assert.deepEqual(find(text), ['Section G5.25 | section | G5.25', 'paragraph (c) | section | G5.25(c)']);
});

it('of which clauses are those of the part that was named last', () => {
  assert.deepEqual(
    find('I enclose Appendix G (DCC Gateway Connection Code of Connection), of which clause 3 comes first.'),
    ['Appendix G | appendix | Appendix G', 'clause 3 | appendix | Appendix G/3'],
  );
});

it('the name and the number of a page between clauses are furniture', () => {
  const text =
    'SCHEDULE 7\nAGREEMENT\n5 Liability\n5.1 It is limited.\nSchedule 7 – Page 3\n6 Ending\n6.1 See this clause 6.\n';
  assert.ok(names(text).includes('Schedule 7/6'));
});

it('an abbreviation behind a term of the facts defines the abbreviation alone', () => {
  const terms = (text: string): string[] => definedTerms(openFixture(text, catalogue).document());
  assert.deepEqual(
    terms('Under the SEC a Registration Data Provider (RDP) is named. The RDP sends a file.'),
    ['RDP'],
  );
  assert.deepEqual(terms('Under the SEC a Regional Duty Panel (RDP) is named. The RDP sends a file.'), [
    'Regional Duty Panel',
    'RDP',
  ]);
});

import assert from 'node:assert/strict';
import type { Definition } from '../../server/src/syntax/definition.js';
import { definedTerms, definitions } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

/** `term | meaning` of all definitions of a text. */
function find(source: string): string[] {
  return definitions(openFixture(source, catalogue).document());
}

function terms(source: string): string[] {
  return definedTerms(openFixture(source, catalogue).document());
}

function one(source: string, term: string): Definition {
  const found = openFixture(source, catalogue)
    .document()
    .definitions.find((definition) => definition.term === term);
  assert.ok(found, `${term} is defined`);
  return found;
}

/** The head of a Section A, with its list of definitions below. */
function sectionA(list: string): string {
  return `SECTION A: DEFINITIONS AND INTERPRETATION\nA1 DEFINITIONS\nA1.1 In this Code, the following expressions shall have the meanings set out beside them:\n${list}`;
}

describe('definition lists', () => {
  it('keeps to the Section whose purposes are all that its first words name', () => {
    const text =
      'SECTION C: GOVERNANCE\nC4 MEMBERS\nC4.1 For the purposes of this Section C4:\n“Ballot” means a vote; and\n“Seat” means a place.\nC4.2 A member (a “Member”) has a Seat.\n';
    assert.equal(one(text, 'Seat').holdsIn, 'C4');
    assert.equal(one(text, 'Member').holdsIn, undefined);
  });

  it('keeps to its Section behind a meaning that has paragraphs', () => {
    const text =
      'SECTION I: PRIVACY\nI2 AUDITS\nI2.1 For the purposes of this Section I2, the following expressions have the meanings that are set out below:\nFinding\tmeans a conclusion that:\n(a) a rule; or\n(b) a condition was broken.\nRemedy Plan\tmeans a plan.\n';
    assert.equal(one(text, 'Finding').holdsIn, 'I2');
    assert.equal(one(text, 'Remedy Plan').holdsIn, 'I2');
  });

  it('the caption of a figure defines nothing', () => {
    const list = 'Widget\tmeans a small thing that turns.\nFigure 1: The parts of the Widget\n';
    assert.deepEqual(terms(sectionA(list)), ['Widget']);
  });

  it('an instruction about something else ends a list', () => {
    const text =
      'Section A\n\nInsert the following definitions in alphabetical order:\n\nExit Check\tmeans a check.\n\nSection D\n\nDelete clause 6.2, and amend the others, as follows:\n\nD6.1 The board may add a box.\n\nImplementation\n\nThe changes are to take effect in June.\n';
    assert.deepEqual(terms(text), ['Exit Check']);
  });

  it('in two columns parted by a tab', () => {
    const list =
      'Widget\tmeans a small thing that turns.\nGrey Box\tshall be construed as a box.\nA1.2 Nothing else is defined here.';
    assert.deepEqual(find(sectionA(list)), [
      'Widget | means a small thing that turns.',
      'Grey Box | shall be construed as a box.',
    ]);
  });

  it('in cells parted by bars, with lists and bars inside', () => {
    const list =
      '| Term | Meaning |\n|---|---|\n| Widget | means a small thing. |\n| Grey Box | means:<br>(a) a box; or<br>(b) a \\| lid. |';
    assert.deepEqual(find(sectionA(list)), [
      'Widget | means a small thing.',
      'Grey Box | means: (a) a box; or (b) a | lid.',
    ]);
  });

  it('in stacked lines: the term, then its meaning', () => {
    const list =
      'Widget\nmeans a small thing\nthat turns.\n\nGrey Box\nhas the meaning given to that expression in\nSection T3.34 (Extra Testing).\n\nA1.2 Nothing else is defined here.';
    assert.deepEqual(find(sectionA(list)), [
      'Widget | means a small thing that turns.',
      'Grey Box | has the meaning given to that expression in Section T3.34 (Extra Testing).',
    ]);
  });

  it('with term and meaning on one line', () => {
    assert.deepEqual(
      find(sectionA('Widget means a small thing.\nGrey Box has the meaning given in Section T3.34.')),
      ['Widget | means a small thing.', 'Grey Box | has the meaning given in Section T3.34.'],
    );
  });

  it('with line breaks inside the meaning of a tabbed row', () => {
    const list =
      'Widget\tmeans a small thing that turns when it is told to do so by\nthe board or by its clerk.\nGrey Box\tmeans a box.';
    assert.equal(
      find(sectionA(list))[0],
      'Widget | means a small thing that turns when it is told to do so by the board or by its clerk.',
    );
  });

  it('with paragraphs inside the meaning, which are named after the term', () => {
    const list = 'Grey Box\tmeans:\n(a)\ta box; or\n(b)\ta lid.\nA1.2 Nothing else is defined here.';
    const document = openFixture(sectionA(list), catalogue).document();
    assert.deepEqual(definitions(document), ['Grey Box | means: (a) a box; or (b) a lid.']);
    const keys = document.tree.provisions.map(({ key }) => key);
    assert.deepEqual(keys.slice(-3), ['A1.1 "Grey Box"(a)', 'A1.1 "Grey Box"(b)', 'A1.2']);
  });

  it('under heads of their own: Acronym and Definition', () => {
    const table = '| Acronym | Definition |\n|---|---|\n| WDG | Widget Data Group |\n| GBX | the grey box |';
    assert.deepEqual(find(table), ['WDG | Widget Data Group', 'GBX | the grey box']);
  });

  it('under a Definitions heading', () => {
    assert.deepEqual(terms('# Definitions\n\n| Widget | a small thing |\n| Grey Box | a box |'), [
      'Widget',
      'Grey Box',
    ]);
  });

  it('under a sentence that announces them', () => {
    const text =
      'The following terms are used in this paper:\n\nWidget\tA small thing that turns\nGrey Box\tA box';
    assert.deepEqual(terms(text), ['Widget', 'Grey Box']);
  });

  it('whose columns were lost: run together, parted by spaces or a dash, with no verb, or fused', () => {
    const list =
      'Term Meaning\nRed Box means a box that is red.\nBlue Box a box that is blue.\nGreen Box  the box that is green.\nGrey Box – one that is grey.\nPink Boxmeans a box that is pink.\nTin shall mean a box of tin.\nThe clerk keeps the list.';
    assert.deepEqual(terms(sectionA(list)), [
      'Red Box',
      'Blue Box',
      'Green Box',
      'Grey Box',
      'Pink Box',
      'Tin',
    ]);
  });

  it('in stacked lines with no verb', () => {
    const list =
      'Red Box\nthe box that is red\nand stands in the hall.\nBlue Box\nThe box that is blue.\nWithdrawal of Boxes\nA1.2 The clerk keeps the list.';
    const document = openFixture(sectionA(list), catalogue).document();
    assert.deepEqual(definitions(document), [
      'Red Box | the box that is red and stands in the hall.',
      'Blue Box | The box that is blue.',
    ]);
  });

  it('in one paragraph, behind the sentence that announces them', () => {
    const text =
      'SECTION A: DEFINITIONS\nA1.1 In this Code the following expressions shall have the meanings set out below. Red Box means a box that is red. Blue Box has the meaning given in Section D1.';
    assert.deepEqual(terms(text), ['Red Box', 'Blue Box']);
  });

  it('announced by a sentence over several lines', () => {
    const text =
      'APPENDIX AF: BOXES\n1 General\n1.1\nIn this Appendix, unless the words around them say otherwise, the following\nexpressions shall have the meanings set\nout here:\nTin means a box of tin.\nCan means a box of steel.';
    assert.deepEqual(terms(text), ['Tin', 'Can']);
  });

  it('are none for an instruction or a sentence in their midst', () => {
    const list =
      'Red Box\tmeans a box that is red.\nInsert the following definitions:\nSuccess means that the box is shut.\nThe Panel the board has chosen meets.';
    assert.deepEqual(terms(sectionA(list)).slice(0, 1), ['Red Box']);
    assert.ok(!terms(sectionA(list)).includes('Insert'));
  });

  it('of a part of its own, where Means and Has may be capitalised', () => {
    const text =
      'APPENDIX H: Sample\n1 Start\n1.1 The user opens the Red Box first.\nAppendix H Definitions\nRed Box\tMeans a box that is red.\nBlue Box\tHas the meaning given in Section A1.1.';
    assert.deepEqual(find(text), [
      'Red Box | Means a box that is red.',
      'Blue Box | Has the meaning given in Section A1.1.',
    ]);
  });

  it('with two names for one thing in a cell', () => {
    const list = 'Widget Data Group (WDG)\tmeans a group.\n“Apple” or “Pear”\tmeans a fruit.';
    assert.deepEqual(terms(sectionA(list)), ['Widget Data Group', 'WDG', 'Apple', 'Pear']);
  });

  it('as a change inserts them, each row with a mark of its own', () => {
    const text =
      'Section A (Definitions)\nInsert the following definitions in alphabetical order:\n{++Red Box\tmeans a box that is red.++}\n{--Blue Box\tmeans a box that is blue.--}\nDelete Section D9.4.';
    assert.deepEqual(find(text), ['Red Box | means a box that is red.']);
  });

  it('are none for a table that says nothing of the kind', () => {
    assert.deepEqual(find('| Name | Place |\n|---|---|\n| Widget | the yard |\n| Grey Box | the shed |'), []);
    assert.deepEqual(find('Name\tPlace\nWidget\tthe yard\nGrey Box\tthe shed'), []);
  });

  it('do not take the instruction below them into a meaning', () => {
    const text =
      'Section A (Definitions)\nInsert the following definitions:\nRed Box\tmeans a box that is red.\nReplace "Grey Box" with "Green Box" in Section D9.4.';
    assert.deepEqual(find(text), ['Red Box | means a box that is red.']);
  });
});

describe('definition lists that a paste took apart', () => {
  it('with a term broken over two lines', () => {
    const list =
      'Widget means a small thing;\nGrey\nBox\nmeans a box that is grey;\nRed Lid\nmeans a lid.\nA1.2 Each Grey Box has a lid.';
    assert.deepEqual(find(sectionA(list)), [
      'Widget | means a small thing;',
      'Grey Box | means a box that is grey;',
      'Red Lid | means a lid.',
    ]);
  });

  it('with all terms first and as many meanings behind, in their order', () => {
    const list =
      'Term\nMeaning\nGrey Box\nRed Lid\nWidget\nmeans a box\nthat is grey;\nmeans a lid;\nmeans a small thing.\n\nA1.2 Each Grey Box has a Red Lid.';
    assert.deepEqual(find(sectionA(list)), [
      'Grey Box | means a box that is grey;',
      'Red Lid | means a lid;',
      'Widget | means a small thing.',
    ]);
  });

  it('are none where terms and meanings do not number the same', () => {
    const list = 'Grey Box\nRed Lid\nWidget\nmeans a box;\nmeans a lid.\n\nA1.2 Each Grey Box has a Red Lid.';
    assert.ok(!terms(sectionA(list)).includes('Grey Box'));
  });

  it('with terms and meanings in turn, where no meaning says that it is one', () => {
    const text =
      'Definitions\n\nIn this note, unless it says otherwise:\n\nGrey Box\nA box that is grey.\nRed Lid of Boxes\nThe lid that a Grey Box has,\nwhen it has one.\n\nH3.2 Each Grey Box has a lid.\n';
    assert.deepEqual(find(text), [
      'Grey Box | A box that is grey.',
      'Red Lid of Boxes | The lid that a Grey Box has, when it has one.',
    ]);
  });

  it('with the columns one below the other, where no meaning says that it is one', () => {
    const text =
      'DEFINITIONS\nGrey Box\nRed Lid\na box that is grey;\nthe lid of it.\n\nEach Grey Box has a lid.\n';
    assert.deepEqual(find(text), ['Grey Box | a box that is grey;', 'Red Lid | the lid of it.']);
  });

  it('on one line under heads on one line, with a single space where the gap was', () => {
    const text =
      'Defined Term Meaning\nGrey Box a box that is grey.\nLid of Boxes the lid\nof a box.\n\nH3.2 Each Grey Box has a lid.\n';
    assert.deepEqual(find(text), ['Grey Box | a box that is grey.', 'Lid of Boxes | the lid of a box.']);
    const verbs = 'Term Meaning\nGrey Box means a box;\nRed Lid means its lid.\n';
    assert.deepEqual(find(verbs), ['Grey Box | means a box;', 'Red Lid | means its lid.']);
  });

  it('with a colon, quotation marks or a wide gap between term and meaning', () => {
    const text =
      'Definitions\n\nGrey Box: a box that is grey.\n\n“Red Lid” the lid of it.\n\nBlue\nKey: what opens it.\n\nGVS     a sum of gas.\n';
    assert.deepEqual(find(text), [
      'Grey Box | a box that is grey.',
      'Red Lid | the lid of it.',
      'Blue Key | what opens it.',
      'GVS | a sum of gas.',
    ]);
    assert.deepEqual(find('Definitions\n\nNote: the Panel keeps a list of boxes.\n'), []);
  });

  it('are none for headings with the clauses below them, nor outside a list of definitions', () => {
    const clauses =
      'Grey Boxes\nThe Panel shall keep each box shut.\nRed Lids\nThe Panel must keep each lid.\n';
    assert.deepEqual(find(`Definitions\n\n${clauses}`), []);
    const words = 'Grey Boxes\nA box is grey by nature.\nRed Lids\nA lid is red by nature.\n';
    assert.deepEqual(find(`About boxes\n\n${words}`), []);
  });
});

describe('inline definitions', () => {
  const forms: [string, ...string[]][] = [
    ['The person who raises it (the "Proposer") signs it.', 'Proposer'],
    ['Two groups (each a "Working Group") met.', 'Working Group'],
    ['There is a code (such code being the "SEC") for it.', 'SEC'],
    ['These notes (together "DCC assessments") are kept.', 'DCC assessments'],
    ['There is a paper ("Draft Proposal") on it.', 'Draft Proposal'],
    ['For this text the "Panel" means those who sit on it.', 'Panel'],
    ['"Fees" and "Charges" have the meanings given in the plan.', 'Fees', 'Charges'],
    ['The person who raises it (the “Proposer”) signs it.', 'Proposer'],
    ['The person who raises it (the ‘Proposer’) signs it.', 'Proposer'],
    ["The person who raises it (the 'Proposer') signs it.", 'Proposer'],
    ['The person who raises it (the **Proposer**) signs it.', 'Proposer'],
    ['There is a code for it (**SEC**) at hand.', 'SEC'],
    [
      '**Seller**, **House Rule** and **Buyer** have the meanings given in the plan.',
      'Seller',
      'House Rule',
      'Buyer',
    ],
    ['A box (the **“Red Box”**) is kept.', 'Red Box'],
    ['The box on that row is, for the days on that row, a “Relevant Box” for that day.', 'Relevant Box'],
    [
      'Wear means loss (and Worn or Much Worn shall be construed accordingly). Wear is bad; the “Wear” means it.',
      'Worn',
      'Much Worn',
      'Wear',
    ],
    ['We call each of these a “Red Box”.', 'Red Box'],
    ['The board refers to this as the “Red Box”.', 'Red Box'],
    ['A box of these – a “Red Box” – is kept.', 'Red Box'],
    ['In this paper, a “Red Box” is any box in the hall.', 'Red Box'],
    ['We use “Red Box” to mean a box in the hall.', 'Red Box'],
    ['A firm of that name (“the Keeper”) keeps them.', 'Keeper'],
    ['The box recovery group (BRG) met.', 'BRG'],
    ['All other boxes are “Spare Boxes”.', 'Spare Boxes'],
    ['Boxes that it took under Section Z5.5 are “Exempt Boxes”, and remain so.', 'Exempt Boxes'],
    [
      '(b) the “First Date” is 29 June 2023 and the “Last Date” is 2 May 2024; and',
      'First Date',
      'Last Date',
    ],
    ['(1) Marlpit Software Limited, whose registered office is at Frome (Marlpit); and', 'Marlpit'],
    ['A person who asks for a seat (an Applicant) signs it.', 'Applicant'],
    ['It pays a sum to the board (the Application Fee).', 'Application Fee'],
    ['The one who makes it is the “Maker”.', 'Maker'],
    ['In it, references to a “Contract Month” are to a month of the year.', 'Contract Month'],
    ['It is paid. The “Efficiency Share” is one half of what was saved.', 'Efficiency Share'],
    ['In this clause 9 a party’s “Losses” are all that it has spent.', 'Losses'],
    ['Those who vote, being together the “Voting Group”, meet.', 'Voting Group'],
    ['It is paid in ten days (that day being its "Due Date") at most.', 'Due Date'],
    [
      'It has a maker (the “Maker”, and together with the Buyer the “Signatories” and each a “Signatory”).',
      'Maker',
      'Signatories',
      'Signatory',
    ],
    ['If it falls outside Annex 1 (“Additional Services”), a sum is paid.', 'Additional Services'],
    ['The Widget Turning Group (WTG) met.', 'Widget Turning Group', 'WTG'],
    ['The Operations Group (OPSG) met.', 'Operations Group', 'OPSG'],
  ];
  for (const [sentence, ...expected] of forms) {
    it(sentence, () => assert.deepEqual(terms(sentence), expected));
  }

  const none = [
    'It rose (the moon did not).',
    'It rose (the Moon did not).',
    'Marlpit Software Limited, whose registered office is at Frome (Somerset), pays.',
    'The book and the “Red Page” is theirs.',
    'The board said ‘Go Green Now’ to all.',
    'They read a paper entitled “The Red Book” there.',
    'Replace "Grey Box" with "Green Box" in Section D9.4.',
    'Delete the words “Grey Box” from it.',
    'There is a paper, called ‘Smart charging and the network’, on it.',
    'Its title is the “Red Book”.',
    'The firm is treated as “Buyer”. The Buyer is told.',
    'Faster Switching means that users pay less.',
    'Faster Switching means users pay less.',
    'SECMP0023 ‘Correct the Units’ means much to them.',
    'The **board** is told.',
    'Some goods (such as "Apples") are sold.',
    'See Section F5 (Communications Hub Forecasts and Orders) for it.',
    'The users’ boxes and the board’s lids are kept.',
  ];
  for (const sentence of none) {
    it(`none: ${sentence}`, () => assert.deepEqual(terms(sentence), []));
  }

  it('in an agreement, a quoted term is defined where it is first quoted and used without the marks later', () => {
    const text =
      'This contract is made between two firms. “Seller” and “Buyer” agree as follows.\nThe Seller sells to the Buyer under what are called “House Rules”.\nThe word “Apple” is said once.';
    assert.deepEqual(terms(text), ['Seller', 'Buyer', 'House Rules']);
  });

  it('in a paper about the Code, quoted words define nothing by being used', () => {
    assert.deepEqual(
      terms('SECAS wrote that “Seller” and “Buyer” agree.\nThe Seller sells to the Buyer.'),
      [],
    );
  });

  it('a meaning runs over a list, with unlettered words after it', () => {
    const text =
      '"Good Day" means either a dry day; or:\n(a) a day of sun; or\n(b) a day of wind,\nwhichever comes first.\nThe next sentence is apart.';
    assert.deepEqual(find(text), [
      'Good Day | means either a dry day; or: (a) a day of sun; or (b) a day of wind, whichever comes first.',
    ]);
  });

  it('a meaning ends before the next one', () => {
    assert.deepEqual(find('"Red" means the first; "Blue" means the second. The rest is apart.'), [
      'Red | means the first;',
      'Blue | means the second.',
    ]);
    assert.deepEqual(find('D1.1 In it:\n(a) "Red" means the first; and\n(b) "Blue" means the second.'), [
      'Red | means the first; and',
      'Blue | means the second.',
    ]);
  });
});

describe('definitions by reference', () => {
  it('point at the provision that their meaning lies in', () => {
    const list =
      'Widget\thas the meaning given to that expression in Section T3.34 (Additional Interface Testing).';
    const { isPointer, pointsTo } = one(sectionA(list), 'Widget');
    assert.deepEqual([isPointer, pointsTo], [true, ['T3.34']]);
  });

  it('point at a document that has no number', () => {
    const { isPointer, pointsTo } = one(
      sectionA('Widget\thas the meaning given in the GB Companion Specification.'),
      'Widget',
    );
    assert.deepEqual([isPointer, pointsTo], [true, []]);
  });

  it('each of two terms points to the same place', () => {
    const text = '"Fees" and "Charges" have the meanings given in Section K1.1.';
    assert.deepEqual([one(text, 'Fees').pointsTo, one(text, 'Charges').pointsTo], [['K1.1'], ['K1.1']]);
  });

  it('a meaning with words of its own is no pointer', () => {
    const { isPointer, pointsTo } = one(
      sectionA('Widget\tmeans a thing kept under Section T3.34.'),
      'Widget',
    );
    assert.deepEqual([isPointer, pointsTo], [false, []]);
  });
});

describe('scoped definitions', () => {
  it('“for the purposes of this Section C1.5” holds in C1.5 only', () => {
    const text =
      'SECTION C: RULES\nC1.5 For the purposes of this Section C1.5, the terms "X Box" and "Y Box" shall have the meaning given by the board.';
    assert.deepEqual([one(text, 'X Box').holdsIn, one(text, 'Y Box').holdsIn], ['C1.5', 'C1.5']);
  });

  it('“in this Section K” at the head of a list keeps the list to the Section', () => {
    const text =
      'SECTION K: CHARGES\n\nK1.4 In this Section K, the expressions in the list below shall have these meanings:\n\n“Grey Box” means a box;\n\n“Red Box” means a lid.\n\nK1.5 The DCC keeps a box (the “Blue Box”).';
    assert.equal(one(text, 'Red Box').holdsIn, 'K');
    assert.equal(one(text, 'Blue Box').holdsIn, undefined);
  });

  it('a thing made for the purposes of a Section has a name that holds everywhere', () => {
    const text =
      'SECTION D: CHANGE\n\nD8.1 The Panel sets up a board for the purposes of this Section D8, to be known as the “Grey Board”.';
    assert.equal(one(text, 'Grey Board').holdsIn, undefined);
  });

  it('a definition without such words holds where its part says', () => {
    assert.equal(
      one('SECTION C: RULES\nC1.5 In this text the "X Box" means a box.', 'X Box').holdsIn,
      undefined,
    );
    assert.equal(
      one('SECTION C: RULES\nC1.5 Under Section C1.4 the "X Box" means a box.', 'X Box').holdsIn,
      undefined,
    );
  });
});

describe('brackets whose bold was lost', () => {
  it('name what stands before them, over a broken line and of several too', () => {
    assert.deepEqual(
      terms(
        'Those who hold a part of it (each a Part\nHolder) meet, and ask the maker (an Applicant) to come.',
      ),
      ['Part Holder', 'Applicant'],
    );
  });
});

describe('definitions that hold in a provision alone', () => {
  it('by the words above their list, before them or behind the verb, for one provision or for several', () => {
    const text =
      'SECTION C: GOVERNANCE\nC3 MEMBERS\nC3.1 In this Section C3:\n(a) an “Election” is a vote; and\n(b) “Leaving Day” means the day of leaving.\nC3.2 A “Candidate” means, for the purposes of Section C3.4, a person who stands.\nC3.3 For the purposes of Sections C3.4 and C3.5, a “Vacancy” is a seat that nobody holds.\nC3.4 There is a chair (the “Chair”).\n';
    const { definitions: found } = openFixture(text, catalogue).document();
    assert.deepEqual(
      found.map(({ term, holdsIn }) => `${term} ${holdsIn ?? '-'}`),
      ['Election C3', 'Leaving Day C3', 'Candidate C3.4', 'Vacancy C3', 'Chair -'],
    );
  });
});

import assert from 'node:assert/strict';
import { candidates, definitions, headings, provisions, references, uses } from '../support/listing.js';
import { bundledCatalogue, openFixture } from '../support/workspace.js';

const catalogue = await bundledCatalogue();

describe('text that came through PDF', () => {
  it('a whole Section that arrived as one line is cut where its own numbers go on', () => {
    const text =
      'SECTION B: ACCESSION B1 ACCESSION Eligibility for Admission B1.1 Any person may join where (a) it is a firm; or (b) it is a body of firms, and it has told the board that it would like to join. ' +
      'B1.2 The board answers within ten days, as told in Section B1.1 (Eligibility for Admission) and in Section H1.2 of the Code. B2 LEAVING Notice to the Board B2.1 Any firm may leave when it has paid what it owes to all of the others.';
    const document = openFixture(text, catalogue).document();
    assert.deepEqual(provisions(document), ['B', 'B1', 'B1.1', 'B1.2', 'B2', 'B2.1']);
    assert.deepEqual(headings(document), [
      'B | ACCESSION',
      'B1 | ACCESSION',
      'B1.1 | [Eligibility for Admission]',
      'B1.2 | [Eligibility for Admission]',
      'B2 | LEAVING',
      'B2.1 | [Notice to the Board]',
    ]);
    assert.deepEqual(references(openFixture(text, catalogue).view()), [
      'Section B1.1 | section | B1.1',
      'Section H1.2 | section | H1.2',
    ]);
  });

  it('a title with the number of its page is no part of the sentence that it cuts', () => {
    const text =
      '1. Each Party shall pay the\nModification Proposal DP134    Page 3 of 7\nCharges under Section J1.2.\n2. See page 3 of 7    for the rest.\n';
    assert.deepEqual(references(openFixture(text, catalogue).view()), ['Section J1.2 | section | J1.2']);
  });

  it('a list of numbers goes on at the head of a line, and a term too', () => {
    const text =
      'SECTION K: CHARGES\nK1 RULES\nK1.1 This is paid under\nSections K2, K4 and\nK5.\nK1.2 It is kept with all of such Registration\nData in the Systems.\n';
    const view = openFixture(text, catalogue).view();
    assert.deepEqual(provisions(view.document), ['K', 'K1', 'K1.1', 'K1.2']);
    assert.deepEqual(references(view), [
      'Sections K2 | section | K2',
      'K4 | section | K4',
      'K5 | section | K5',
    ]);
    assert.deepEqual(
      uses(view).filter((use) => use.includes('Data')),
      ['Registration / Data -> fact Registration Data'],
    );
  });

  it('a long line that only cites its own numbers is left whole', () => {
    const line =
      'B1.1 Any person may join under Section B1.2 The rest of it, and B1.2 Or more of it, '.padEnd(
        400,
        'as is said before, ',
      );
    assert.deepEqual(provisions(openFixture(`SECTION B: ACCESSION\n${line}\n`, catalogue).document()), [
      'B',
      'B1.1',
    ]);
  });

  it('each level may stand on a line of its own', () => {
    const text =
      'SECTION K: CHARGES\nK1\nINTRODUCTION\nK1.1 This tells what is charged.\nK2\nFIXED CHARGES\nK2.1\nOne of them is paid by all.';
    const document = openFixture(text, catalogue).document();
    assert.deepEqual(provisions(document), ['K', 'K1', 'K1.1', 'K2', 'K2.1']);
    assert.deepEqual(headings(document), ['K | CHARGES', 'K1 | INTRODUCTION', 'K2 | FIXED CHARGES']);
  });

  it('labels that stand apart from their paragraphs do not start a chain of new levels', () => {
    const text =
      'SECTION D: X\nD1.1 The board shall:\n(a) (b) (c)\nmeet on the day;\nvote on the day; and\nclose on the day.\nD1.2 It ends here.';
    const workspace = openFixture(`${text} See Section D1.1(b).`, catalogue);
    const names = provisions(workspace.document());
    assert.deepEqual([names[0], names[1], names.at(-1)], ['D', 'D1.1', 'D1.2']);
    const [reference] = workspace.document().references;
    assert.ok(reference);
    assert.equal(workspace.view().resolveReference(reference).status, 'found');
  });

  it('a page header or number does not cut a sentence', () => {
    const text =
      'SECTION D: X\nD1.1 The board reads the papers of those who met in the hall under\nSEC – Section D\nVersion 6.12\nPage 4 of 9\nSection D1.2 and then votes on them all.\nD1.2 It ends here.';
    const workspace = openFixture(text, catalogue);
    assert.deepEqual(provisions(workspace.document()), ['D', 'D1.1', 'D1.2']);
    assert.deepEqual(references(workspace.view()), ['Section D1.2 | section | D1.2']);
    const { blocks } = workspace.document().tree;
    assert.equal(blocks.filter(({ kind }) => kind === 'text').length, 2);
    assert.deepEqual(candidates(workspace.view()), []);
  });

  it('page furniture is no part of a meaning', () => {
    const text =
      'SECTION A: DEFINITIONS\nA1.1 In this Code, the following expressions have the meanings:\nRed Box\tmeans a box that is red and that\nSEC – Section A\nPage 4 of 9\nstands in the hall.';
    assert.deepEqual(definitions(openFixture(text, catalogue).document()), [
      'Red Box | means a box that is red and that stands in the hall.',
    ]);
  });

  it('several pieces of furniture may stand on one line', () => {
    const text =
      'SECTION D: X\nD1.1 The board reads the papers of those who met in the hall and\nVersion 6.12   Page 4 of 9\nthen votes.\nSEC – Section D | v6.12 | 5 of 9\nSmart Energy Code      Page 6 of 9\nD1.2 It ends here.';
    const { reading } = openFixture(text, catalogue).document();
    assert.ok(!/Page|5 of 9|Energy/.test(reading.text));
  });

  it('headers, footers and page numbers inside a sentence are no part of it', () => {
    const text = [
      '1. The board has told each user that it keeps a list of boxes, each of which is kept in the hall (the “Red',
      'Board of Boxes                                 Paper BOX_09',
      'Classification: Green',
      'Page 2 of 3',
      'Box”), and that a Red Box is opened once a year, on the day before the one on which the',
      '',
      'Keeping of boxes | 3',
      '',
      'users meet; so that no Red',
      '',
      '4',
      '',
      'Box is empty then.',
      '2. It ends here.',
    ].join('\n');
    const document = openFixture(text, catalogue).document();
    assert.deepEqual(provisions(document), ['#1', '#2']);
    assert.ok(!/Board of Boxes|Green|Keeping/.test(document.reading.text));
    assert.equal(definitions(document).length, 1);
  });

  it('a number or a short line that cuts no sentence stays', () => {
    const text =
      '1. The board has told each user that it keeps a list of boxes.\n2\nBoxes\nIt ends here, and is read by those who keep\nThe Hall\n7 days of the week.';
    const { reading } = openFixture(text, catalogue).document();
    assert.equal(reading.text, text);
  });

  it('a word that a line break cuts in two is one word, and one use', () => {
    const text =
      'SECTION D: X\nD1.1 The DCC shall list each Smart Meter-\ning System and each Commun-\nications Hub that the Sub-\nCommittee named, by non-\ncompliance as in Section D1.1 of the Code.';
    const view = openFixture(text, catalogue).view();
    assert.deepEqual(
      uses(view).map((use) => use.replace(/ -> .*/, '')),
      ['DCC', 'Smart Meter- / ing System', 'Commun- / ications Hub', 'Sub- / Committee', 'Code'],
    );
    assert.deepEqual(candidates(view), []);
    assert.ok(view.document.reading.text.includes('non-compliance'));
    assert.deepEqual(references(view), ['Section D1.1 | section | D1.1']);
  });

  it('a dash at the end of a line is no broken word', () => {
    const text = 'D1.1 The board -\nand its clerk – shall meet on the 2-\nday plan.';
    const { reading } = openFixture(text, catalogue).document();
    assert.equal(reading.text, text);
  });

  it('a short line goes on where it leaves a bracket, a quotation or a term open', () => {
    const text =
      'SECTION D: X\nD1.1 It has (the “Widget\nRefresh”) rules:\n(a) a Widget\nRefresh in ten days; and\n(b) the Widget\nEnd Of Things\nD1.2 It ends here.';
    const document = openFixture(text, catalogue).document();
    assert.deepEqual(
      definitions(document).map((one) => one.replace(/ \|.*/, '')),
      ['Widget Refresh'],
    );
    assert.deepEqual(headings(document).at(-1), 'D1.2 | [End Of Things]');
    assert.equal(uses(openFixture(text, catalogue).view())[0], 'Widget / Refresh -> Widget Refresh (Code)');
  });

  it('a footnote’s number that clings to a term is no part of it', () => {
    const view = openFixture(
      'The Panel waits for twenty Working Days12 and tells each Party3.',
      catalogue,
    ).view();
    assert.deepEqual(
      uses(view).map((use) => use.replace(/ -> .*/, '')),
      ['Panel', 'Working Days', 'Party'],
    );
  });

  it('a sentence that names a version or a page is no furniture', () => {
    const text =
      'D1.1 The board reads what the users sent to it in\nVersion 6.12 of the Code on\npage 4 of it.';
    const { reading } = openFixture(text, catalogue).document();
    assert.ok(reading.text.includes('Version 6.12 of the Code'));
    assert.ok(reading.text.includes('page 4 of it.'));
  });

  it('fused words, footnote marks and run-together redlines are read as words', () => {
    for (const line of [
      'Not determined 27/10/19',
      '28 October 2018² and DCUSA¹ stand.',
      'the board12 and theboard meet.',
    ]) {
      const document = openFixture(line, catalogue).document();
      assert.deepEqual(provisions(document), [], line);
      assert.deepEqual(document.references, [], line);
    }
  });
});

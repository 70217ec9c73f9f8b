import assert from 'node:assert/strict';
import { parseProvisionId } from '../../server/src/model/provisionId.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { openFixture, putFile, syntheticCatalogue } from '../support/workspace.js';

const catalogue = syntheticCatalogue();

/** `found in file at words`, `ambiguous`, `missing: how far`, `not-checked: why` for a canonical name. */
function resolve(view: DocumentView, name: string): string {
  const id = parseProvisionId(name);
  assert.ok(id, name);
  const resolution = view.resolve(name, id);
  switch (resolution.status) {
    case 'found': {
      const [site] = resolution.sites;
      if (!site) return 'found in the facts';
      const { text } = site.document.reading;
      return `found in ${site.document.uri}: ${text.slice(site.span.start, site.span.end)}`;
    }
    case 'ambiguous':
      return `ambiguous in ${resolution.sites.map(({ document }) => document.uri).join(', ')}`;
    case 'missing':
      return `missing${resolution.atHand ? '' : ' from the facts'}: ${resolution.reach}`;
    case 'not-checked':
      return `not-checked: ${resolution.why}`;
  }
}

const sectionD = `//- sec/d.sec
SECTION D: CHANGING THE RULES
D1 HOW TO PROPOSE
D1.1 Any firm may propose a change:
(a) in words; or
(b) in a table:
(i) with rows.
D1.2 The board answers it if (a) it is short, or (b) it is new.
D2 DECIDING
D2.1 The board decides on it.
`;

const paper = '//- paper.sec\nThe board wrote to all.\n';

describe('the resolver, with the part at hand', () => {
  const { view } = openFixture(sectionD + paper, catalogue);
  const cases: [string, string][] = [
    ['D', 'found in sec/d.sec: SECTION D: CHANGING THE RULES'],
    ['D1', 'found in sec/d.sec: D1'],
    ['D1.1', 'found in sec/d.sec: D1.1'],
    ['D1.1(b)(i)', 'found in sec/d.sec: (i)'],
    ['D1.2(b)', 'found in sec/d.sec: (b)'],
    ['D1.1(c)', 'missing: D1.1 is there; its last paragraph is (b)'],
    ['D1.1(b)(ii)', 'missing: D1.1(b) is there; its last paragraph is (i)'],
    ['D1.2(c)', 'missing: D1.2 is there; it has nothing below it'],
    ['D1.9', 'missing: D1 is there; its last clause is D1.2'],
    ['D3', 'missing: Section D is there; its last clause is D2'],
    ['D3.1(a)', 'missing: Section D is there; its last clause is D2'],
  ];
  for (const [name, expected] of cases) {
    it(`${name} is ${expected}`, () => assert.equal(resolve(view(), name), expected));
  }
});

describe('the resolver, with facts only', () => {
  const { view } = openFixture(paper, catalogue);
  const notListed = (part: string): string =>
    `not-checked: ${part} is not at hand, and the facts do not list this provision`;
  const cases: [string, string][] = [
    ['D', 'found in the facts'],
    ['D1', 'found in the facts'],
    ['D1.2', 'found in the facts'],
    ['D1.3', notListed('Section D')],
    ['D1.2(a)', notListed('Section D')],
    ['D7', notListed('Section D')],
    ['D99', notListed('Section D')],
    ['Q', 'missing from the facts: no Section Q is known'],
    ['Q1.1', 'missing from the facts: no Section Q is known'],
    ['Schedule 11', 'found in the facts'],
    ['Schedule 11/2', notListed('Schedule 11')],
    ['Schedule 12', 'missing from the facts: no Schedule 12 is known'],
    ['Appendix AB', 'found in the facts'],
    ['Appendix AB/15.5', notListed('Appendix AB')],
    ['Appendix ZZ', 'missing from the facts: no Appendix ZZ is known'],
    ['Annex E', 'not-checked: Annex E does not stand in this text'],
  ];
  for (const [name, expected] of cases) {
    it(`${name} is ${expected}`, () => assert.equal(resolve(view(), name), expected));
  }

  it('a Section that the facts do not know but the folder holds is a Section like any other', () => {
    const workspace = openFixture(
      `//- sec/q.sec\nSECTION Q: QUESTIONS\nQ1.1 Any firm may ask.\n${paper}`,
      catalogue,
    );
    assert.equal(resolve(workspace.view(), 'Q1.1'), 'found in sec/q.sec: Q1.1');
    assert.equal(resolve(workspace.view(), 'Q1.2'), 'missing: Section Q is there; its last clause is Q1.1');
  });
});

describe('the resolver, with drafts', () => {
  const draft = '//- SECMP0001 a.sec\n'.replace(' a', '-a');
  const inserted = `${draft}Section D\n\nD1.2A The board may wait.\nD2.1 The board decides soon.\n`;

  it('what a draft inserts is there for that draft, over the code folder', () => {
    const workspace = openFixture(sectionD + inserted, catalogue);
    assert.equal(resolve(workspace.view(), 'D1.2A'), 'found in SECMP0001-a.sec: D1.2A');
    assert.equal(resolve(workspace.view(), 'D2.1'), 'found in SECMP0001-a.sec: D2.1');
    assert.equal(resolve(workspace.view(), 'D1.1'), 'found in sec/d.sec: D1.1');
  });

  it('and for other drafts of the same modification', () => {
    const sibling =
      '//- SECMP0001-b.sec\nSection A\n\nInsert the following definition:\nRed Box\tmeans a box.\n';
    const workspace = openFixture(sectionD + inserted + sibling, catalogue);
    assert.equal(resolve(workspace.view(), 'D1.2A'), 'found in SECMP0001-a.sec: D1.2A');
  });

  it('but not for drafts of another, for papers, or for the Code', () => {
    const other =
      '//- SECMP0002-b.sec\nSection A\n\nInsert the following definition:\nRed Box\tmeans a box.\n';
    const workspace = openFixture(sectionD + inserted + other + paper, catalogue);
    for (const file of ['SECMP0002-b.sec', 'paper.sec', 'sec/d.sec']) {
      assert.equal(
        resolve(workspace.view(file), 'D1.2A'),
        'missing: D1 is there; its last clause is D1.2',
        file,
      );
    }
  });

  it('a draft without an id stands alone', () => {
    const loose =
      '//- one.sec\nSection D\n\nD1.2A The board may wait.\n//- two.sec\nSection D\n\nD1.2B The board may not.\n';
    const workspace = openFixture(sectionD + loose, catalogue);
    assert.match(resolve(workspace.view('two.sec'), 'D1.2A'), /^missing/);
  });

  it('deleted provisions are not there as proposed', () => {
    const workspace = openFixture(`${draft}Section D\n\nD1.1 It holds.\n{--D1.3 It goes.--}\n`, catalogue);
    assert.match(resolve(workspace.view(), 'D1.3'), /^not-checked/);
  });
});

describe('the resolver, where two answer', () => {
  it('two provisions with one number are ambiguous', () => {
    const workspace = openFixture(
      '//- sec/d.sec\nSECTION D: X\nD1.1 It holds here.\nD1.1 It holds there.\n' + paper,
      catalogue,
    );
    assert.equal(resolve(workspace.view(), 'D1.1'), 'ambiguous in sec/d.sec, sec/d.sec');
  });

  it('two files that claim the same part answer both', () => {
    const second = '//- sec/d2.sec\nSECTION D: CHANGING\nD1.1 It holds there.\n';
    const workspace = openFixture(sectionD + second + paper, catalogue);
    assert.equal(resolve(workspace.view(), 'D1.1'), 'ambiguous in sec/d.sec, sec/d2.sec');
    assert.equal(resolve(workspace.view(), 'D2.1'), 'found in sec/d.sec: D2.1');
  });

  it('the numbers of a Part may begin anew in the next', () => {
    const appendix =
      '//- sec/ab.sec\nAPPENDIX AB: Sample\nPart 1: General\n1. It opens it.\nPart 2: Special\n1. It ends it.\n2. It does.\n';
    const { view } = openFixture(appendix + paper, catalogue);
    assert.equal(resolve(view(), 'Appendix AB/Part 2'), 'found in sec/ab.sec: Part 2: Special');
    assert.match(resolve(view(), 'Appendix AB/Part 2/1'), /^found/);
    assert.match(resolve(view(), 'Appendix AB/1'), /^ambiguous/);
    assert.match(resolve(view(), 'Appendix AB/Part 1/2'), /^missing/);
    assert.match(resolve(view(), 'Appendix AB/Part 3'), /^missing/);
  });
});

describe('the resolver, for a paper’s own numbers', () => {
  it('are found in the paper, or missing from it', () => {
    const { view } = openFixture(
      '1. It opens.\n1.1 It goes on:\n(a) here.\nAppendix 1: Aims\n1. To end it.',
      catalogue,
    );
    assert.equal(resolve(view(), '#1.1(a)'), 'found in text.sec: (a)');
    assert.equal(resolve(view(), '#Appendix 1'), 'found in text.sec: Appendix 1: Aims');
    assert.match(resolve(view(), '#1.2'), /^missing: 1 is there; its last clause is 1\.1$/);
    assert.match(resolve(view(), '#Appendix 2'), /^missing/);
  });

  it('are not checked where the paper has none', () => {
    const { view } = openFixture('The board wrote to all.', catalogue);
    assert.equal(resolve(view(), '#3.3.4'), 'not-checked: this text has no numbers of its own to look in');
  });

  it('a number behind a small “section” may be that of a statute', () => {
    const { document, view } = openFixture('1. It is said in section 12 and in Section 13 here.', catalogue);
    const statuses = document().references.map((reference) => view().resolveReference(reference).status);
    assert.deepEqual(statuses, ['not-checked', 'missing']);
  });

  it('are never those of another paper', () => {
    const { view } = openFixture('//- a.sec\n1. It opens.\n2. It ends.\n//- b.sec\n1. It opens.', catalogue);
    assert.match(resolve(view('b.sec'), '#2'), /^missing/);
  });
});

describe('the index', () => {
  it('gives the same view until something changes that it depends on', () => {
    const { index } = openFixture(sectionD + paper, catalogue);
    const before = index.view('paper.sec');
    assert.equal(index.view('paper.sec'), before);
    putFile(index, 'other.sec', 'Another paper.');
    assert.equal(index.view('paper.sec'), before);
    putFile(index, 'sec/d.sec', 'SECTION D: X\nD1.1 It holds here.\nD1.3 It is new here.');
    assert.notEqual(index.view('paper.sec'), before);
    assert.equal(resolve(index.view('paper.sec') as DocumentView, 'D1.3'), 'found in sec/d.sec: D1.3');
  });

  it('forgets what is removed', () => {
    const { index } = openFixture(sectionD + paper, catalogue);
    index.remove('sec/d.sec');
    assert.equal(resolve(index.view('paper.sec') as DocumentView, 'D1.2'), 'found in the facts');
    assert.equal(index.view('sec/d.sec'), undefined);
  });

  it('a file that stops being a part of the Code takes its provisions with it', () => {
    const { index } = openFixture(sectionD + paper, catalogue);
    index.view('paper.sec');
    putFile(index, 'sec/d.sec', 'Only words.');
    assert.equal(resolve(index.view('paper.sec') as DocumentView, 'D1.2'), 'found in the facts');
  });

  it('follows a draft that changes its modification', () => {
    const { index } = openFixture(
      '//- a.sec\n---\nmodification: SECMP0001\n---\nSection D\n\nD1.4 It is new.\n//- b.sec\n---\nmodification: SECMP0001\n---\nSection D\n\nD1.5 It is newer.',
      catalogue,
    );
    assert.match(resolve(index.view('b.sec') as DocumentView, 'D1.4'), /^found in a\.sec/);
    putFile(index, 'a.sec', '---\nmodification: SECMP0002\n---\nSection D\n\nD1.4 It is new.');
    assert.match(resolve(index.view('b.sec') as DocumentView, 'D1.4'), /^not-checked/);
  });
});

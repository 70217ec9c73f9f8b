import assert from 'node:assert/strict';
import { complete, type Completions } from '../../server/src/features/completion.js';
import { describeCompletion } from '../../server/src/features/describeCompletion.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { inCode, widgetCatalogue, withoutCode } from '../support/features.js';
import { openFixture, type TestWorkspace } from '../support/workspace.js';

function completionsAt(workspace: TestWorkspace, asAt = '2019-01-01'): Completions {
  const { file, offset } = workspace.fixture.cursor;
  const view = workspace.view(file);
  return complete(view, view.document.reading.fromFile(offset), { asAt, snippets: true });
}

/** What is offered at the cursor: each label with what stands beside it. */
function offered(workspace: TestWorkspace, asAt?: string): string[] {
  return completionsAt(workspace, asAt).items.map(({ label, detail }) =>
    detail === '' ? label : `${label}: ${detail}`,
  );
}

/** The line of the cursor once the first completion with a label is taken. */
function taken(workspace: TestWorkspace, label: string): string | undefined {
  const { file, offset } = workspace.fixture.cursor;
  const { reading, text } = workspace.document(file);
  const item = completionsAt(workspace).items.find((candidate) => candidate.label === label);
  if (!item) return undefined;
  const after = applyEdits(text, [{ ...reading.toFileSpan(item.replaces), newText: item.newText }]);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return after.slice(start).split('\n')[0];
}

const draft = (words: string): TestWorkspace => inCode(`Section D\nD9.5 ${words}`);

describe('terms behind a capital', () => {
  it('those that begin with what is typed, with where they are defined', () => {
    assert.deepEqual(offered(draft('Each Su$0 shall')), [
      'Sub GHz Alert: Section A1.1',
      'Supplier: Section A1.1',
    ]);
    assert.deepEqual(offered(draft('Each sup$0 shall')), []);
  });

  it('the longest run of words that begins one is replaced', () => {
    assert.equal(taken(draft('Each Sub G$0.'), 'Sub GHz Alert'), 'D9.5 Each Sub GHz Alert.');
    assert.equal(
      taken(draft('The Modification Secretary o$0.'), 'Secretary of State'),
      'D9.5 The Modification Secretary of State.',
    );
    assert.equal(taken(draft('The DCC S$0 fails.'), 'DCC System'), 'D9.5 The DCC System fails.');
  });

  it('a plural stays one, and only where the plural fits is it offered', () => {
    assert.equal(taken(draft('All De$0vics.'), 'Devices'), 'D9.5 All Devices.');
    assert.deepEqual(offered(draft('All Parti$0')), ['Parties: Section A1.1']);
    assert.deepEqual(offered(draft('A Part$0')), ['Party: Section A1.1']);
  });

  it('what the draft defines comes too, and what only facts know says so', () => {
    const workspace = inCode(
      'Section A\nInsert the following definitions:\n\nDevice Log\tmeans a list.\n\nThe Device L$0',
    );
    assert.deepEqual(offered(workspace), ['Device Log: Section A']);
    assert.deepEqual(offered(withoutCode('Under the SEC, a Widget R$0')), [
      'Widget Report: known from facts',
    ]);
  });

  it('none in comments, front matter and deleted words', () => {
    assert.deepEqual(offered(draft('<!-- Each Su$0 -->')), []);
    assert.deepEqual(offered(inCode('---\ntitle: Su$0\n---\nSection D\nD9.5 It.')), []);
  });

  it('a full stop is never swallowed', () => {
    assert.equal(taken(draft('Each Supp$0.'), 'Supplier'), 'D9.5 Each Supplier.');
  });
});

describe('provisions, level by level', () => {
  it('the Sections, by their letters', () => {
    assert.deepEqual(offered(inCode('Section H\nH1.1 See Section $0')), [
      'A: DEFINITIONS',
      'D: MODIFICATION PROCESS',
    ]);
  });

  it('the sub-sections of one, their clauses, their paragraphs', () => {
    assert.deepEqual(offered(draft('See Section D$0')), [
      'D1: RAISING PROPOSALS',
      'D9: MODIFICATION PROPOSAL DECISION',
      'D10: APPEALS & DISPUTES',
    ]);
    assert.deepEqual(offered(inCode('Section A\nA2.1 See Section D1.$0')), [
      'D1.1: RAISING PROPOSALS',
      'D1.2: RAISING PROPOSALS',
      'D1.3: RAISING PROPOSALS',
    ]);
    assert.deepEqual(
      completionsAt(inCode('Section A\nA2.1 See Section D1.2($0).')).items.map(({ label }) => label),
      ['D1.2(a)', 'D1.2(b)'],
    );
    assert.equal(
      taken(inCode('Section A\nA2.1 See Section D1.2($0).'), 'D1.2(b)'),
      'A2.1 See Section D1.2(b).',
    );
    assert.equal(
      taken(inCode('Section A\nA2.1 See Sections D9.1 and D9.$0.'), 'D9.3'),
      'A2.1 See Sections D9.1 and D9.3.',
    );
  });

  it('bare numbers are those of the part at hand', () => {
    assert.deepEqual(
      offered(inCode('Appendix AB\n15.7 Under clause 15.$0')).map((label) => label.split(':')[0]),
      ['15.7', '15.5', '15.6'],
    );
  });

  it('Appendices and Schedules with their titles', () => {
    assert.deepEqual(offered(draft('See Appendix $0')), ['Appendix AB: SERVICE REQUEST PROCESSING DOCUMENT']);
    assert.deepEqual(offered(draft('See Schedule 1$0')), ['Schedule 11: Tables of Versions']);
    assert.equal(taken(draft('See Appendix A$0.'), 'Appendix AB'), 'D9.5 See Appendix AB.');
  });

  it('a heading in capitals is written small, but for words that terms and names write in capitals', () => {
    const workspace = openFixture(
      `
      //- /sec/section-a.sec
      ---
      part: Section A
      ---
      SECTION A: DEFINITIONS
      A1 DEFINITIONS
      A1.1 In this Code, the following expressions have the meanings set out beside them:
      QXZ Board\tmeans a board.
      //- /sec/section-h.sec
      ---
      part: Section H
      ---
      SECTION H: SERVICES
      H1 DECISIONS OF THE QXZ AND ITS XML FILES
      H1.1 The QXZ Board decides.
      //- /draft.sec
      Section D
      D9.5 See Section H1 ($0
    `,
      widgetCatalogue,
    );
    assert.deepEqual(offered(workspace), ['Decisions of the QXZ and its XML Files: heading of Section H1']);
  });

  it('the heading behind a reference, and the bracket that the editor closed goes with it', () => {
    assert.equal(
      taken(inCode('Section A\nA2.1 See Section D9.3 ($0).'), 'Report to the Authority'),
      'A2.1 See Section D9.3 (Report to the Authority).',
    );
    assert.equal(
      taken(inCode('Section A\nA2.1 See Section D9 ($0.'), 'Modification Proposal Decision'),
      'A2.1 See Section D9 (Modification Proposal Decision).',
    );
    assert.deepEqual(offered(draft('The rule ($0')), []);
  });
});

describe('names from facts', () => {
  it('ids of modifications with their titles', () => {
    assert.deepEqual(offered(draft('Under SECMP00$0')), ['SECMP0023: Widget Flow']);
  });

  it('versions of a document that may be installed on the day', () => {
    const workspace = (): TestWorkspace => openFixture('Section D\nD9.5 The WTS v$0', widgetCatalogue);
    assert.deepEqual(offered(workspace(), '2017-01-01'), [
      'WTS v1.2: draft',
      'WTS v1.0: Widget Technical Specification',
    ]);
    assert.deepEqual(offered(workspace(), '2020-01-01'), [
      'WTS v2.0: Widget Technical Specification',
      'WTS v1.2: draft',
    ]);
  });
});

describe('outlines', () => {
  it('change marks behind a brace, and the brace that the editor closed goes with them', () => {
    assert.equal(completionsAt(draft('It {$0}')).items.length, 5);
    assert.equal(taken(draft('It {+$0}.'), '{++ ++}'), 'D9.5 It {++${1:new words}++}.');
  });

  it('a definition, a list, a paper, at the start of a line that says nothing else', () => {
    assert.deepEqual(
      completionsAt(inCode('Section D\n\n$0\n')).items.map(({ label }) => label),
      ['definition', 'list', 'legal text'],
    );
    assert.deepEqual(offered(draft('It de$0')), []);
  });
});

describe('what is shown beside a completion', () => {
  it('is what its hover says', () => {
    const view = draft('It.').view();
    assert.equal(describeCompletion(view, 'term', 'Sub GHz Alert')?.title, 'Sub GHz Alert');
    assert.equal(
      describeCompletion(view, 'provision', 'D9.3')?.title,
      'Section D9.3 Report to the Authority',
    );
    assert.equal(describeCompletion(view, 'modification', 'SECMP0023')?.title, 'SECMP0023 Widget Flow');
    assert.match(describeCompletion(view, 'version', 'WTS v1.0')?.title ?? '', /version 1\.0/);
    assert.equal(describeCompletion(view, 'heading', ''), undefined);
  });
});

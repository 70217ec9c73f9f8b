import assert from 'node:assert/strict';
import { prepareRename } from '../../server/src/features/prepareRename.js';
import { inCode, withoutCode } from '../support/features.js';
import { checkRefused, checkRename, planOf, renameAt, renamed } from '../support/renames.js';
import type { TestWorkspace } from '../support/workspace.js';

/** What a rename at the cursor starts from, or why it cannot be. */
function startAt({ fixture, view }: TestWorkspace): string | undefined {
  const { file, offset } = fixture.cursor;
  const asked = view(file);
  const start = prepareRename(asked, asked.document.reading.fromFile(offset));
  if (!start) return undefined;
  if ('refused' in start) return start.refused;
  return `“${asked.document.reading.text.slice(start.span.start, start.span.end)}” from ${start.placeholder}`;
}

const terms = `
  //- sec/section-a.sec
  ---
  part: Section A
  ---
  SECTION A: DEFINITIONS
  A1 DEFINITIONS
  A1.1 In this Code, the following expressions have the meanings set out beside them:

  Term	Meaning
  Alarm	means a message of a Device.
  Device	means a meter.
  Device Log	means the list of Devices that a Device keeps.
  Party	means a person.
`;

describe('renaming a term', () => {
  it('every use keeps its form, the definition goes to its place, and longer terms are left alone', () => {
    const workspace = withoutCode(`${terms}
  //- draft.sec
  Section D
  D1.1 Each $0Device sends an Alarm. The Devices' owner keeps the Device’s key and the Device Log.
  D1.2 A Device-led test, on each {~~meter~>Device~~} and {--Device--} of a Party.
    `);
    const plan = checkRename(workspace, 'Instrument', {
      'sec/section-a.sec': `
        ---
        part: Section A
        ---
        SECTION A: DEFINITIONS
        A1 DEFINITIONS
        A1.1 In this Code, the following expressions have the meanings set out beside them:

        Term	Meaning
        Alarm	means a message of an Instrument.
        Device Log	means the list of Instruments that an Instrument keeps.
        Instrument	means a meter.
        Party	means a person.
      `,
      'draft.sec': `
        Section D
        D1.1 Each Instrument sends an Alarm. The Instruments' owner keeps the Instrument’s key and the Device Log.
        D1.2 An Instrument-led test, on each {~~meter~>Instrument~~} and {--Device--} of a Party.
      `,
    });
    assert.deepEqual(plan.left, []);
    assert.deepEqual(
      plan.choices.map(({ label }) => label),
      ['Also rename “Device Log” to “Instrument Log”'],
    );
    const [choice] = plan.choices;
    const all = renamed(workspace, plan, [choice?.id ?? '']);
    assert.match(all.get('draft.sec') ?? '', /and the Instrument Log\./);
    assert.match(all.get('sec/section-a.sec') ?? '', /^Instrument Log\tmeans the list of Instruments/m);
  });

  it('the sign of possession fits the new name', () => {
    const workspace = withoutCode(`${terms}
  //- draft.sec
  Section D
  D1.1 The $0Party's duty and the Parties' duties.
    `);
    const plan = planOf(renameAt(workspace, 'Works'));
    assert.match(renamed(workspace, plan).get('draft.sec') ?? '', /The Works' duty and the Works' duties\./);
  });

  it('headings are renamed in their case, and so are the brackets that repeat them', () => {
    const workspace = withoutCode(`${terms}
  //- sec/section-d.sec
  ---
  part: Section D
  ---
  SECTION D: PROCESS
  D2 DEVICE TESTS AND DEVICE LOGS
  Tests of Devices
  D2.1 A test under Section D2 (Device Tests and Device Logs) is of one $0Device.
  D2.2 See Section D2.1 (Tests of Devices) and Section Q1 (Device Tests).
    `);
    const plan = planOf(renameAt(workspace, 'Gauge'));
    assert.equal(
      renamed(workspace, plan).get('sec/section-d.sec')?.split('\n').slice(4).join('\n').trim(),
      [
        'D2 GAUGE TESTS AND DEVICE LOGS',
        'Tests of Gauges',
        'D2.1 A test under Section D2 (Gauge Tests and Device Logs) is of one Gauge.',
        'D2.2 See Section D2.1 (Tests of Gauges) and Section Q1 (Device Tests).',
      ].join('\n'),
    );
  });

  it('words that a mark cuts through are left as they are, and it is said where', () => {
    const workspace = withoutCode(`${terms}
  //- draft.sec
  Section D
  D1.1 Each Device keeps the Device {++Log++} and the $0Device Log.
    `);
    const plan = planOf(renameAt(workspace, 'Diary'));
    assert.match(
      renamed(workspace, plan).get('draft.sec') ?? '',
      /the Device \{\+\+Log\+\+\} and the Diary\./,
    );
    assert.deepEqual(
      plan.left.map(({ uri, why }) => `${uri}: ${why}`),
      ['draft.sec: a change mark or emphasis cuts through the words'],
    );
  });

  it('a row with a change mark moves with it whole', () => {
    const workspace = withoutCode(`
      //- draft.sec
      Section A
      Insert the following definitions:

      | Term | Meaning |
      | --- | --- |
      | Apple | means {~~a~>one~~} fruit of a Tree. |
      | $0Pear | means the {++other++} fruit. |
      | Tree | means a plant with an Apple or a Pear. |
    `);
    checkRename(workspace, 'Zebra Fruit', {
      'draft.sec': `
        Section A
        Insert the following definitions:

        | Term | Meaning |
        | --- | --- |
        | Apple | means {~~a~>one~~} fruit of a Tree. |
        | Tree | means a plant with an Apple or a Zebra Fruit. |
        | Zebra Fruit | means the {++other++} fruit. |
      `,
    });
  });

  it('what a list points to is one with it: in the other number, or in the scope of its own Section', () => {
    const workspace = withoutCode(`
      //- sec/section-a.sec
      ---
      part: Section A
      ---
      SECTION A: DEFINITIONS
      A1 DEFINITIONS
      A1.1 In this Code, the following expressions have the meanings set out beside them:

      Term	Meaning
      $0Trial	has the meaning given to that expression in Section D1.1.
      //- sec/section-d.sec
      ---
      part: Section D
      ---
      SECTION D: TRIALS
      D1 OFFERS
      D1.1 For the purposes of this Section D1, "Trials" means tests.
      D1.2 All Trials end. A Trial ends.
    `);
    const texts = renamed(workspace, planOf(renameAt(workspace, 'Probe')));
    assert.match(
      texts.get('sec/section-d.sec') ?? '',
      /"Probes" means tests\.\nD1\.2 All Probes end\. A Probe ends\./,
    );
  });

  it('a list in no order keeps its order', () => {
    const workspace = withoutCode(`
      //- draft.sec
      Section A
      Insert the following definitions:

      Term	Meaning
      Tree	means a plant.
      $0Apple	means a fruit.
      Pear	means a fruit.
    `);
    const plan = planOf(renameAt(workspace, 'Zebra'));
    assert.match(renamed(workspace, plan).get('draft.sec') ?? '', /Tree\t.*\nZebra\t.*\nPear/);
  });

  it('is refused where the name is taken, in any of its forms, where it is no name, and where only facts know the term', () => {
    const draft = `
      Section D
      D1.1 Each $0Supplier sends it.
    `;
    checkRefused(inCode(draft), 'Users', /“User” is defined already in Section A1\.1\. Choose another name/);
    checkRefused(inCode(draft), 'supplier', /begins with a capital letter/);
    checkRefused(inCode(draft), 'Sup{++p++}lier', /holds no bracket/);
    checkRefused(inCode(draft), 'Supplier', /already/);
    checkRefused(
      withoutCode('Section D\nD1.1 The $0Widget Report under the SEC.'),
      'Thing',
      /known from facts alone.*code folder/,
    );
  });

  it('starts from the term as it is defined, whatever its form at the cursor', () => {
    assert.equal(startAt(inCode('Section D\nD1.1 All $0Parties pay.')), '“Parties” from Party');
    assert.equal(startAt(inCode('Section D\nD1.1 All $0persons pay.')), undefined);
    assert.match(startAt(inCode('Section D\nD1.1 See $0SECMP0023.')) ?? '', /register/);
  });
});

const process = `
  //- sec/section-d.sec
  ---
  part: Section D
  ---
  SECTION D: PROCESS
  D9 DECISION
  D9.1 See Sections D9.2 to D9.4, D9.3(b) and paragraph (a) of Section D9.3.
  D9.2 A vote.
  D9.3 It shall:
      (a) vote;
      (b) under paragraph (a) above, or Section D9.3 (c);
      (c) do so.
  D9.3A Not used.
  D9.4 The end.
`;

describe('renumbering a provision', () => {
  it('moves those behind it, and every reference to any of them', () => {
    const workspace = withoutCode(`${process}
  //- draft.sec
  Section H
  H1.1 $0SEC Section D9.3, Section D9.3A and D9.4, Section D9.1, Sections D9 and D9.3(a).
    `);
    assert.equal(startAt(workspace), '“SEC Section D9.3” from D9.3');
    checkRename(workspace, 'D9.5', {
      'sec/section-d.sec': `
        ---
        part: Section D
        ---
        SECTION D: PROCESS
        D9 DECISION
        D9.1 See Sections D9.2 to D9.6, D9.5(b) and paragraph (a) of Section D9.5.
        D9.2 A vote.
        D9.5 It shall:
            (a) vote;
            (b) under paragraph (a) above, or Section D9.5 (c);
            (c) do so.
        D9.5A Not used.
        D9.6 The end.
      `,
      'draft.sec': `
        Section H
        H1.1 SEC Section D9.5, Section D9.5A and D9.6, Section D9.1, Sections D9 and D9.5(a).
      `,
    });
  });

  it('of paragraphs, by their own list', () => {
    const workspace = withoutCode(`${process}
  //- draft.sec
  Section H
  H1.1 Section $0D9.3(b), Sections D9.3 (a) and (c) and clause 9.3(b).
    `);
    const plan = planOf(renameAt(workspace, '(d)'));
    const texts = renamed(workspace, plan);
    assert.match(
      texts.get('draft.sec') ?? '',
      /Section D9\.3\(d\), Sections D9\.3 \(a\) and \(e\) and clause/,
    );
    assert.match(
      texts.get('sec/section-d.sec') ?? '',
      /\(a\) vote;\n +\(d\) under paragraph \(a\) above, or Section D9\.3 \(e\);\n +\(e\) do so/,
    );
  });

  it('of a sub-section, with the numbers of all clauses in it', () => {
    const workspace = withoutCode(`${process}
  //- draft.sec
  Section H
  H1.1 Section $0D9 and Section D9.3(a).
    `);
    const texts = renamed(workspace, planOf(renameAt(workspace, 'D11')));
    assert.match(
      texts.get('sec/section-d.sec') ?? '',
      /^D11 DECISION\nD11\.1 See Sections D11\.2 to D11\.4, D11\.3\(b\)/m,
    );
    assert.match(texts.get('draft.sec') ?? '', /Section D11 and Section D11\.3\(a\)\./);
  });

  it('a number with a letter moves nothing behind it', () => {
    const workspace = withoutCode(`${process}
  //- draft.sec
  Section H
  H1.1 Section $0D9.2 and Section D9.4.
    `);
    const texts = renamed(workspace, planOf(renameAt(workspace, 'D9.1A')));
    assert.match(texts.get('draft.sec') ?? '', /Section D9\.1A and Section D9\.4\./);
  });

  it('what a draft inserts is renumbered in the drafts of its modification alone, inside its marks', () => {
    const workspace = withoutCode(`${process}
  //- one.sec
  ---
  modification: SECMP0023
  ---
  Section D
  {++D9.5 A new step under Section D9.4.++}
  {++D9.6 After Section $0D9.5.++}
  //- two.sec
  ---
  modification: SECMP0023
  ---
  Section H
  H1.1 Under Section D9.6.
    `);
    const texts = renamed(workspace, planOf(renameAt(workspace, 'D9.8')));
    assert.match(
      texts.get('one.sec') ?? '',
      /\{\+\+D9\.8 A new step under Section D9\.4\.\+\+\}\n\{\+\+D9\.9 After Section D9\.8\.\+\+\}/,
    );
    assert.match(texts.get('two.sec') ?? '', /Under Section D9\.9\./);
  });

  it('is refused on a collision, outside of its list, and for what has no line or number of its own', () => {
    const at = (words: string): TestWorkspace =>
      withoutCode(`${process}
  //- draft.sec
  Section H
  H1.1 ${words}.
    `);
    checkRefused(
      at('Section $0D9.3'),
      'D9.1',
      /Section D9\.1 is there already|Section D9\.2 is there already/,
    );
    checkRefused(at('Section $0D9.3'), 'D8.3', /within its list only/);
    checkRefused(at('Section $0D9.3(b)'), '(7)', /no number of that list/);
    checkRefused(at('Section $0D9.2'), 'D9.3A', /is there already/);
    checkRefused(at('Section $0D'), 'E', /whole part/);
    checkRefused(at('Section $0D7.7'), 'D7.8', /no line of its own/);
    checkRefused(at('Condition $022 of the DCC Licence'), '23', /no part of the Code|not ours|facts/);
  });
});

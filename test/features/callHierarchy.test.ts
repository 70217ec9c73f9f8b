import assert from 'node:assert/strict';
import {
  incomingCalls,
  outgoingCalls,
  prepareCalls,
  type HierarchyItem,
} from '../../server/src/features/callHierarchy.js';
import { inCode, placeOf } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

function prepared({ fixture, view }: TestWorkspace): HierarchyItem {
  const { file, offset } = fixture.cursor;
  const asked = view(file);
  const items = prepareCalls(asked, asked.document.reading.fromFile(offset));
  assert.equal(items.length, 1, 'one thing is named at the cursor');
  return items[0] as HierarchyItem;
}

/** Each caller with the places in it that name the item at the cursor. */
function incoming(workspace: TestWorkspace, item = prepared(workspace)): string[] {
  return incomingCalls(workspace.index, item.key).map(
    (call) =>
      `${call.item.name} [${call.item.detail}] ${call.spans.map((span) => placeOf(call.item.document, span)).join(', ')}`,
  );
}

/** Each thing that the item at the cursor names, with the places. */
function outgoing(workspace: TestWorkspace, item = prepared(workspace)): string[] {
  return outgoingCalls(workspace.index, item.key).map(
    (call) =>
      `${call.item.name} [${call.item.detail}] ${call.spans.map((span) => placeOf(item.document, span)).join(', ')}`,
  );
}

const draft = `
  Section D

  D9.5 The Panel shall act under Section D9.1 and Sections D1.1 to D1.3 if:
  (a) paragraph (b) below is met; or
  (b) Section D9.6 applies.

  D9.6 Section D9.5(a) and Section D9$0.5 bind the DCC.
`;

describe('call hierarchy of a provision', () => {
  it('shows the clauses and definitions that refer to it', () => {
    assert.deepEqual(incoming(inCode(draft)), [
      'Section D9.6 [draft] text.sec:7:6 “Section D9.5(a)”, text.sec:7:26 “Section D9.5”',
    ]);
    assert.deepEqual(incoming(inCode('Section D\n\nD9.6 Section D9.1$0 binds the DCC.\n')), [
      'Change Board [Section A, version 6.12] sec/section-a.sec:14:58 “Section D9.1”',
      'Section D9.6 [draft] text.sec:3:6 “Section D9.1”',
    ]);
  });

  it('shows the provisions that it refers to, ranges opened, its own paragraphs left out', () => {
    assert.deepEqual(outgoing(inCode(draft)), [
      'Section D9.1 Voting [Section D, version 6.12] text.sec:3:32 “Section D9.1”',
      'Section D1.1 [Section D, version 6.12] text.sec:3:49 “Sections D1.1”',
      'Section D1.2 [Section D, version 6.12] text.sec:3:49 “Sections D1.1 to D1.3”',
      'Section D1.3 [Section D, version 6.12] text.sec:3:66 “D1.3”',
      'Section D9.6 [draft] text.sec:5:5 “Section D9.6”',
    ]);
  });

  it('can be followed for ever where provisions refer to each other', () => {
    const workspace = inCode(`
      Section D

      D9.5 See Section D9.6.

      $0D9.6 See Section D9.5.
    `);
    let item = prepared(workspace);
    const names: string[] = [];
    for (let level = 0; level < 5; level++) {
      names.push(item.name);
      const [call] = outgoingCalls(workspace.index, item.key);
      assert.ok(call);
      item = call.item;
    }
    assert.deepEqual(names, ['Section D9.6', 'Section D9.5', 'Section D9.6', 'Section D9.5', 'Section D9.6']);
  });

  it('starts from a label, a heading or a reference, and from nothing else', () => {
    const item = prepared(inCode('Section D\n\nD9.5 VOT$0ES\n\nD9.5.1 The Panel votes.\n'));
    assert.equal(item.name, 'Section D9.5 VOTES');
    assert.equal(placeOf(item.document, item.label), 'text.sec:3:1 “D9.5”');
    const { view, fixture } = inCode('Section D\n\nD9.5 The panel sh$0all vote.\n');
    assert.deepEqual(prepareCalls(view(), fixture.cursor.offset), []);
  });
});

describe('call hierarchy of a term', () => {
  it('shows the definitions that use it', () => {
    assert.deepEqual(incoming(inCode('The SEC binds a Supp$0lier.\n')), [
      'Export Supplier [Section A, version 6.12] sec/section-a.sec:19:25 “Supplier”',
      'Import Supplier [Section A, version 6.12] sec/section-a.sec:20:25 “Supplier”',
      'Registered Supplier Agent [Section A, version 6.12] sec/section-a.sec:25:49 “Supplier”',
    ]);
  });

  it('shows the terms that its definition uses', () => {
    const workspace = inCode('The SEC has a Sub GHz Al$0ert.\n');
    assert.deepEqual(outgoing(workspace), [
      'Alarm [Section A, version 6.12] sec/section-a.sec:31:24 “Alarm”',
    ]);
    const [alarm] = outgoingCalls(workspace.index, prepared(workspace).key);
    assert.ok(alarm);
    assert.deepEqual(outgoing(workspace, alarm.item), [
      'Device [Section A, version 6.12] sec/section-a.sec:12:30 “Device”',
    ]);
  });
});

import assert from 'node:assert/strict';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.js';
import { inCode, placeOf, withoutCode } from '../support/features.js';
import { putFile, type TestWorkspace } from '../support/workspace.js';

/** Name, container and place of the symbols that a query finds. */
function symbols({ index }: TestWorkspace, query: string): string[] {
  return workspaceSymbols(index, query).map(({ name, container, place }) => {
    const where =
      'page' in place
        ? `page ${place.page.kind} ${place.page.id}`
        : placeOf(place.document, place.span).split(' “')[0];
    return `${name} [${container}] ${where}`;
  });
}

function first(workspace: TestWorkspace, query: string): string | undefined {
  return symbols(workspace, query)[0];
}

const code = (): TestWorkspace =>
  inCode(`
    ---
    modification: SECMP0001
    title: Grey Boxes
    ---
    Section D

    D9.5 The DCC shall keep a box (the "Grey Box").
  `);

describe('workspace symbols', () => {
  it('are found by the number of a provision, the exact one first', () => {
    assert.deepEqual(symbols(code(), 'd9').slice(0, 4), [
      'Section D9 MODIFICATION PROPOSAL DECISION [Section D, version 6.12] sec/section-d.sec:19:1',
      'Section D9.5 [draft SECMP0001] text.sec:7:1',
      'Section D9.1 Voting [Section D, version 6.12] sec/section-d.sec:23:1',
      'Section D9.2 Voting [Section D, version 6.12] sec/section-d.sec:25:1',
    ]);
    assert.equal(
      first(code(), 'Section D10.1'),
      'Section D10.1 [Section D, version 6.12] sec/section-d.sec:35:1',
    );
    assert.equal(
      first(code(), 'appendix ab 15.6'),
      'Appendix AB, 15.6 [Appendix AB, version 6.12] sec/appendix-ab.sec:13:1',
    );
  });

  it('are found by the words of a heading, in any case', () => {
    assert.equal(
      first(code(), 'appeals'),
      'Section D10 APPEALS & DISPUTES [Section D, version 6.12] sec/section-d.sec:33:1',
    );
  });

  it('are terms, by their beginnings and with slips', () => {
    const alert = 'Sub GHz Alert [Section A, version 6.12] sec/section-a.sec:31:1';
    assert.equal(first(code(), 'sub ghz'), alert);
    assert.equal(first(code(), 'ghz al'), alert);
    assert.equal(first(code(), 'sub gzh alert'), alert);
    assert.equal(first(code(), 'grey box'), 'Grey Box [draft SECMP0001] text.sec:7:37');
  });

  it('are modifications, by any part of the id and by title', () => {
    assert.equal(first(code(), '0023'), 'SECMP0023 Widget Flow [register] page modification SECMP0023');
    assert.equal(
      first(code(), 'widget flow'),
      'SECMP0023 Widget Flow [register] page modification SECMP0023',
    );
    assert.equal(first(code(), 'secmp0001'), 'SECMP0001 Grey Boxes [draft] text.sec:5:1');
  });

  it('are paragraphs where the query has a bracket', () => {
    assert.deepEqual(symbols(code(), 'D1.2(b)'), [
      'Section D1.2(b) [Section D, version 6.12] sec/section-d.sec:13:5',
      'Section D1.2(b)(i) [Section D, version 6.12] sec/section-d.sec:14:9',
      'Section D1.2(b)(ii) [Section D, version 6.12] sec/section-d.sec:15:9',
    ]);
  });

  it('of parts that are not at hand come from facts', () => {
    const workspace = withoutCode('The SEC has a Widget Report.\n');
    assert.deepEqual(symbols(workspace, 'd1').slice(0, 2), [
      'Section D1 How to Propose [facts] page part D',
      'Section D1.2 Who may Propose [facts] page part D',
    ]);
    assert.equal(first(workspace, 'widget rep'), 'Widget Report [facts] page name Widget Report');
  });

  it('follow a change of any text', () => {
    const workspace = code();
    assert.equal(symbols(workspace, 'purple').length, 0);
    putFile(workspace.index, 'new.sec', 'Section D\n\nD9.6 The DCC keeps a lid (the "Purple Lid").\n');
    assert.equal(first(workspace, 'purple'), 'Purple Lid [draft] new.sec:3:32');
  });

  it('without a query are parts and sub-sections', () => {
    assert.ok(
      symbols(code(), '').some(
        (line) => line.startsWith('Section D: MODIFICATION') || line.startsWith('Section D '),
      ),
    );
    assert.ok(symbols(code(), '').every((line) => !line.startsWith('Section D9.1')));
  });

  it('are none for what nothing is like', () => {
    assert.deepEqual(symbols(code(), 'zzzzqqqq'), []);
  });
});

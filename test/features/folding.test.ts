import assert from 'node:assert/strict';
import { folds } from '../../server/src/features/folding.js';
import { inCode, withoutCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** First and last line, counted from one, and what is folded. */
function folded(workspace: TestWorkspace): string[] {
  return folds(workspace.document()).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1} ${kind}`,
  );
}

describe('folding', () => {
  it('follows front matter, provisions, side headings and lists', () => {
    const workspace = inCode(`
      ---
      modification: SECMP0001
      ---
      Section D

      D9 DECISION

      Voting

      D9.5 The Panel shall vote.

      It shall do so if:
      (a) it must:
          (i) soon; or
          (ii) later; or
      (b) it may.

      D9.6 The Panel shall report.
    `);
    assert.deepEqual(folded(workspace), [
      '1-3 front matter',
      '4-18 provision',
      '6-18 provision',
      '8-18 provision',
      '10-16 provision',
      '12-16 list',
      '13-15 provision',
    ]);
  });

  it('follows tables and definitions of several lines', () => {
    const workspace = inCode(`
      Section A

      Insert the following definitions:

      Term\tMeaning
      Grey Box\tmeans a box that:
      (a) is grey; or
      (b) was grey.
      Grey Lid\tmeans a lid.

      Section X

      X1.1 The versions are:

      | Version | Start |
      |---------|-------|
      | 1.0     | now   |
      | 2.0     | later |
    `);
    assert.deepEqual(folded(workspace), [
      '1-9 provision',
      '5-9 table',
      '6-8 provision',
      '11-18 provision',
      '13-18 provision',
      '15-18 table',
    ]);
  });

  it('follows comments over several lines', () => {
    assert.deepEqual(folded(withoutCode('The SEC is long.\n\n<!-- why\nit is long -->\n')), ['3-4 comment']);
  });

  it('is nothing for single lines', () => {
    assert.deepEqual(folded(withoutCode('The SEC is long.\n')), []);
    assert.deepEqual(folded(withoutCode('')), []);
  });
});

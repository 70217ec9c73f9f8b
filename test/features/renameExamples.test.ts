import assert from 'node:assert/strict';
import { rename } from '../../server/src/features/prepareRename.js';
import { findingsOf } from '../support/findings.js';
import { openExamples } from '../support/exampleFiles.js';
import { answerOf, renamed, withTexts } from '../support/renames.js';
import { bundledCatalogue, type TestWorkspace } from '../support/workspace.js';

/** Every finding of the workspace by file and code: a rename may change its words, never what is found. */
function findings({ fixture, ...workspace }: TestWorkspace): string[] {
  return fixture.files.flatMap(({ name }) =>
    findingsOf({ fixture, ...workspace }, name, { asAt: '2019-06-27' })
      // A number further on leaves a gap in its list, as was asked.
      .filter(({ code }) => code !== 'numbering')
      .map(({ code }) => `${name} ${code}`),
  );
}

/** What every reference of a file means, in text order. */
function targets(workspace: TestWorkspace, name: string): string[] {
  return workspace.document(name).references.map(({ target }) => target);
}

describe('renames in the example workspace, made and checked again', () => {
  it('whatever term of Section A is renamed, nothing new is found', async () => {
    const workspace = await openExamples();
    const catalogue = await bundledCatalogue();
    const before = findings(workspace);
    const view = workspace.view('sec/section-a.sec');
    const rows = view.document.definitions.filter(({ form }) => form === 'row');
    assert.ok(rows.length > 80);
    for (const { start, term } of rows.filter((_, i) => i % 9 === 0)) {
      const answer = answerOf(rename(workspace.index, view, start, 'Quartz Ledger'));
      assert.ok(answer && !('refused' in answer), term);
      const after = withTexts(workspace, renamed(workspace, answer), catalogue);
      assert.deepEqual(findings(after), before, term);
    }
  });

  it('whatever provision is renumbered, nothing but the gap that was asked for is found and every reference means what it meant', async () => {
    const workspace = await openExamples();
    const catalogue = await bundledCatalogue();
    const before = findings(workspace);
    const names = workspace.fixture.files.map(({ name }) => name);
    let count = 0;
    for (const home of [
      'sec/section-d.sec',
      'sec/section-h.sec',
      'sec/appendix-ab.sec',
      'sec/section-x.sec',
    ]) {
      const view = workspace.view(home);
      const { provisions } = view.document.tree;
      const asked = provisions.filter(({ number, definition }) => number !== '' && definition === -1);
      for (const provision of asked.filter((_, i) => i % 11 === 0)) {
        const last = provisions.filter(({ parent }) => parent === provision.parent).at(-1);
        const step = last?.levels.at(-1) ?? last?.number.split('.').at(-1) ?? '';
        const higher =
          provision.levels.length > 0
            ? String.fromCharCode(step.charCodeAt(0) + 1)
            : String(Number.parseInt(step, 10) + 2);
        const newNumber =
          provision.levels.length > 0
            ? `(${higher})`
            : [...provision.number.split('.').slice(0, -1), higher].join('.');
        const written =
          provision.owner.kind === 'section' && provision.levels.length === 0
            ? provision.owner.letter + newNumber
            : newNumber;
        const answer = answerOf(rename(workspace.index, view, provision.label.start, written));
        assert.ok(answer, provision.key);
        if ('refused' in answer) {
          assert.match(
            answer.refused,
            /no number of that list/,
            `${provision.key} to ${written}: ${answer.refused}`,
          );
          continue;
        }
        count++;
        const after = withTexts(workspace, renamed(workspace, answer), catalogue);
        const gap = `${home} numbering`;
        assert.deepEqual(
          findings(after).filter((finding) => finding !== gap),
          before,
          provision.key,
        );
        for (const name of names) {
          const meant = targets(workspace, name);
          const means = targets(after, name);
          assert.equal(means.length, meant.length, `${provision.key}: ${name}`);
          // What was the same provision is the same one still, and what was another is another.
          const pairs = new Map(meant.map((target, i) => [target, means[i]]));
          assert.deepEqual(
            means,
            meant.map((target) => pairs.get(target)),
            `${provision.key}: ${name}`,
          );
        }
      }
    }
    assert.ok(count > 25, `${count} were renumbered`);
  });
});

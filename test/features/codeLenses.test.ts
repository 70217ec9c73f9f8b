import assert from 'node:assert/strict';
import { finish } from '../../server/src/text/steps.js';
import { codeLenses, countLens } from '../../server/src/features/codeLenses.js';
import { inCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** The lenses of a file as `line “characters” title`. */
function lenses(workspace: TestWorkspace, name?: string): string[] {
  const view = workspace.view(name);
  const { document } = view;
  return finish(codeLenses(workspace.index, document)).map((lens) => {
    const { start, end } = document.reading.toFileSpan(lens.span);
    const { line } = document.lines.positionAt(start);
    return `${line + 1} “${document.text.slice(start, end)}” ${countLens(workspace.index, view, lens)?.title}`;
  });
}

describe('code lenses', () => {
  it('count the references to parts, sub-sections and clauses, and the uses of terms', () => {
    const workspace = inCode(
      'The SEC has Section D9, Section D9.1 and Section D9.2, and the Change Board.\n',
    );
    assert.deepEqual(
      lenses(workspace, 'sec/section-d.sec').filter((line) => /D9|Board/.test(line)),
      [
        '19 “D9” 1 reference',
        '23 “D9.1” 2 references',
        '23 “Change Board” “Change Board”: 2 references',
        '25 “D9.2” 1 reference',
      ],
    );
  });

  it('say of what a draft adds whether it is used', () => {
    const workspace = inCode(`
      Section A

      Insert the following definitions:

      Term\tMeaning
      Alarm\tmeans a loud message.
      Grey Box\tmeans a box.
      Grey Lid\tmeans the lid of a Grey Box.
      Grey Rim\tmeans a rim.

      Section D

      D9.5 Each Grey Box shall have a Grey Lid.
    `);
    assert.deepEqual(lenses(workspace), [
      '6 “Alarm” 2 references',
      '7 “Grey Box” used 2 times',
      '8 “Grey Lid” used once',
      '9 “Grey Rim” never used',
    ]);
  });

  it('give nothing for what has gone from the text', () => {
    const workspace = inCode('The SEC is long.\n');
    const gone = { kind: 'provision', span: { start: 4, end: 7 }, isShared: false } as const;
    assert.equal(countLens(workspace.index, workspace.view(), gone), undefined);
  });
});

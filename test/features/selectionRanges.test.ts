import assert from 'node:assert/strict';
import { selectionRanges } from '../../server/src/features/selectionRanges.js';
import { inCode, withoutCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** What is selected, step by step; line breaks are shown as ⏎. */
function grown({ fixture, view }: TestWorkspace): string[] {
  const { file, offset } = fixture.cursor;
  const asked = view(file);
  const { document } = asked;
  return selectionRanges(asked, document.reading.fromFile(offset)).map((span) => {
    const { start, end } = document.reading.toFileSpan(span);
    return document.text.slice(start, end).replaceAll('\n', '⏎');
  });
}

describe('selection ranges', () => {
  it('grow from word to term, sentence, paragraph, clause, sub-section and Section', () => {
    const workspace = inCode(`
      Section D

      D9 DECISION

      D9.5 The Panel shall act if:
      (a) it can. The Sub G$0Hz Alert counts. It may:
      (b) wait.

      D9.6 It ends.
    `);
    const text = 'D9.5 The Panel shall act if:⏎(a) it can. The Sub GHz Alert counts. It may:⏎(b) wait.';
    assert.deepEqual(grown(workspace), [
      'GHz',
      'Sub GHz Alert',
      'The Sub GHz Alert counts.',
      'it can. The Sub GHz Alert counts. It may:',
      '(a) it can. The Sub GHz Alert counts. It may:',
      text,
      `D9 DECISION⏎⏎${text}⏎⏎D9.6 It ends.`,
      `Section D⏎⏎D9 DECISION⏎⏎${text}⏎⏎D9.6 It ends.`,
    ]);
  });

  it('take a reference whole', () => {
    assert.deepEqual(grown(inCode('Section D\n\nD9.7 See Section D9$0.2 (Voting).\n')).slice(0, 3), [
      'D9.2',
      'Section D9.2',
      'See Section D9.2 (Voting).',
    ]);
  });

  it('take what a mark deletes inside the words along', () => {
    assert.deepEqual(grown(inCode('The SEC bi$0nds {--all--} users.\n')), [
      'binds',
      'The SEC binds {--all--} users.',
    ]);
  });

  it('are the whole text where nothing stands', () => {
    assert.deepEqual(grown(withoutCode('One.\n$0\n\nTwo.\n')), ['One.⏎⏎⏎Two.⏎']);
    assert.deepEqual(grown(withoutCode('$0')), []);
  });
});

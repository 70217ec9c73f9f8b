import assert from 'node:assert/strict';
import { inlayHints, type InlayHintKinds } from '../../server/src/features/inlayHints.js';
import { inCode, withoutCode } from '../support/features.js';
import type { TestWorkspace } from '../support/workspace.js';

/** The text with the hints in it, as `«words»`. */
function shown(workspace: TestWorkspace, kinds: Partial<InlayHintKinds>): string {
  const view = workspace.view();
  const { text } = view.document.reading;
  const hints = inlayHints(
    view,
    { start: 0, end: text.length },
    { headings: false, owners: false, ...kinds },
  );
  return hints.reduceRight(
    (words, hint) => `${words.slice(0, hint.offset)} «${hint.words}»${words.slice(hint.offset)}`,
    text,
  );
}

describe('inlay hints', () => {
  it('show the heading of a provision behind a reference that has none', () => {
    assert.equal(
      shown(
        inCode('The SEC has Section D9.4, Section D9.1 (Voting), D1 and paragraph 15.6 of Appendix AB.\n'),
        { headings: true },
      ),
      'The SEC has Section D9.4 «(Report to the Authority)», Section D9.1 (Voting), D1 «(RAISING PROPOSALS)» and paragraph 15.6 of Appendix AB «(ALARMS)».',
    );
  });

  it('show headings that facts confirm, and none that is only recalled', () => {
    assert.equal(
      shown(withoutCode('The SEC has Section D1 and Section D7.\n'), { headings: true }),
      'The SEC has Section D1 «(How to Propose)» and Section D7.\n',
    );
  });

  it('show what a bare number belongs to', () => {
    const workspace = inCode(`
      Appendix AB

      15.7 Clause 15.6 and Section D9.1 apply to paragraphs (a) and (b)(i) below:
      (a) now; or
      (b) later:
          (i) by day; or
          (ii) under paragraph (i) above.
    `);
    assert.equal(
      shown(workspace, { owners: true }).split('\n').slice(2).join('\n'),
      [
        '15.7 Clause 15.6 «of Appendix AB» and Section D9.1 apply to paragraphs (a) «of Appendix AB, 15.7» and (b)(i) «of Appendix AB, 15.7» below:',
        '(a) now; or',
        '(b) later:',
        '    (i) by day; or',
        '    (ii) under paragraph (i) «of Appendix AB, 15.7(b)» above.',
      ].join('\n'),
    );
  });

  it('say that a paper’s own numbers are its own', () => {
    assert.equal(
      shown(withoutCode('1. COSTS\n1.1 See section 1.2 and Section D1 of the SEC.\n1.2 End.\n'), {
        owners: true,
      }),
      '1. COSTS\n1.1 See section 1.2 «of this document» and Section D1 of the SEC.\n1.2 End.\n',
    );
  });

  it('are none where none is wanted', () => {
    const text = 'The SEC has Section D9.4 and clause 1.2.';
    assert.equal(shown(inCode(text), {}), text);
  });

  it('lead to the provision that they tell of', () => {
    const view = inCode('The SEC has Section D9.4.\n').view();
    const [hint] = inlayHints(view, { start: 0, end: 100 }, { headings: true, owners: false });
    assert.equal(hint?.destination?.kind === 'place' && hint.destination.uri, 'sec/section-d.sec');
  });
});

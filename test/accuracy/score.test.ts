import assert from 'node:assert/strict';
import { syntheticCatalogue } from '../support/workspace.js';
import type { LabelledCase } from './labels.js';
import { readMarkedText } from './markedText.js';
import { measureCase } from './measure.js';
import { ScoreBoard } from './score.js';

/** `true false missed` of each thing that was measured in a marked text. */
function scores(marked: string): Record<string, string> {
  const labelled: LabelledCase = {
    name: 'made up',
    group: 'own texts',
    half: 'tuned',
    asAt: '2020-01-01',
    files: [{ name: 'paper.txt', inCodeFolder: false, ...readMarkedText(marked) }],
    scored: new Set(['definitions', 'uses', 'references', 'findings']),
    referenceMatch: 'span',
    unjudged: new Set(),
  };
  const board = new ScoreBoard();
  measureCase(labelled, syntheticCatalogue(), board);
  return Object.fromEntries(
    [...board.scores].map(([what, { hits, falses, missed }]) => [what, `${hits} ${falses} ${missed}`]),
  );
}

describe('scores of a labelled text', () => {
  it('counts what was found where it was marked', () => {
    assert.deepEqual(
      scores(
        '“⟦Widget|d⟧” means a thing. The ⟦Widgets|u⟧ are kept as ⟦Section D1.2|r D1.2⟧ of the SEC says.',
      ),
      { definitions: '1 0 0', uses: '1 0 0', references: '1 0 0' },
    );
  });

  it('counts a wrong target, and a span that is not exact, as false and as missed', () => {
    assert.equal(scores('See ⟦Section D9.4|r D9.5⟧ of the SEC.')['references'], '0 1 1');
    assert.equal(scores('See Section ⟦D9.4|r D9.4⟧ of the SEC.')['references'], '0 1 1');
  });

  it('counts a definition with another scope as false and as missed', () => {
    assert.equal(scores('“⟦Widget|d Code⟧” means a thing of the SEC.')['definitions'], '0 1 1');
  });

  it('counts findings by code and place, and nothing inside what is neutral', () => {
    assert.deepEqual(
      scores('By ⟦30 February 2019|f invalid-date⟧ the SEC ends; by 31 June 2019 too.')['invalid-date'],
      '1 1 0',
    );
    assert.equal(scores('By ⟦30 February 2019|n⟧ the SEC ends.')['invalid-date'], '0 0 0');
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { bundledCatalogue } from '../support/workspace.js';
import { halves } from './labels.js';
import { measureCase } from './measure.js';
import { mutateCase } from './mutation/mutate.js';
import { MutationBoard } from './mutation/mutationScore.js';
import { ownTexts } from './ownTexts.js';
import { ScoreBoard } from './score.js';

/** What our own labelled texts must reach: what is there today, a little below it. `npm run accuracy` prints the figures. */
const least = {
  tuned: { references: 0.995, definitions: 0.995, uses: 0.995 },
  untuned: { references: 0.985, definitions: 0.98, uses: 0.985 },
} as const;
const mostFalseIn1000Words = { tuned: 0.1, untuned: 0.3 } as const;
const leastFoundFaults = 0.98;

describe('accuracy over our own texts', function () {
  // It takes a few seconds; a busy machine may need many.
  this.timeout(120_000);
  const cases = ownTexts(path.resolve('test', 'accuracy', 'texts'));

  for (const half of halves.filter((one) => cases.some((labelled) => labelled.half === one))) {
    it(`does not fall: the ${half} half`, async () => {
      const board = new ScoreBoard();
      const catalogue = await bundledCatalogue();
      for (const labelled of cases) if (labelled.half === half) measureCase(labelled, catalogue, board);
      for (const [what, limit] of Object.entries(least[half])) {
        const { precision, recall, remarks } = board.score(what);
        assert.ok(
          Math.min(precision, recall) >= limit,
          `${what}: ${precision} ${recall}\n${remarks.length} wrong`,
        );
      }
      const { falses } = board.score('undefined-term');
      assert.ok(
        (1000 * falses) / board.words <= mostFalseIn1000Words[half],
        `${falses} in ${board.words} words`,
      );
    });
  }

  it('finds seeded faults of every kind', async () => {
    const board = new MutationBoard();
    const catalogue = await bundledCatalogue();
    for (const labelled of cases.slice(0, 4)) mutateCase(labelled, catalogue, board, 1);
    const all = [...board.scores.values()];
    const mutants = all.reduce((sum, score) => sum + score.mutants, 0);
    const found = all.reduce((sum, score) => sum + score.found, 0);
    assert.ok(mutants >= 50, `${mutants} mutants`);
    assert.ok(found / mutants >= leastFoundFaults, `${found} of ${mutants}`);
  });
});

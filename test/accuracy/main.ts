import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { buildCatalogue } from '../../server/src/catalogue/catalogue.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';
import { measureAgreement } from './agreement.js';
import { halves, type Half, type LabelledCase } from './labels.js';
import { measureCase } from './measure.js';
import { mutateCase, mutateShared } from './mutation/mutate.js';
import { MutationBoard } from './mutation/mutationScore.js';
import { ownTexts, twiceRead } from './ownTexts.js';
import { realAgreements, realPapers } from './realTexts.js';
import { jsonOf, markdownOf, tableOf, type MeasuredGroup, type Report } from './report.js';
import { ScoreBoard } from './score.js';

/**
 * `npm run accuracy`: how often the product is right, over labelled texts and over seeded faults. Our own texts always; real
 * papers and agreements when they lie in `shared/` beside the project (or where SEC_LABELLED_TEXTS says), and it says so when
 * not. `--verbose` lists what was false and missed in the tuned half, `--all` in the other half too.
 */
const { values: options } = parseArgs({
  options: {
    verbose: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    /** Only texts whose names hold these words. */
    only: { type: 'string', default: '' },
    'no-mutation': { type: 'boolean', default: false },
    'no-measure': { type: 'boolean', default: false },
  },
});
const beside = process.env['SEC_LABELLED_TEXTS'] ?? path.resolve('..', 'shared');
const texts = path.resolve('test', 'accuracy', 'texts');

const catalogue = buildCatalogue(await loadBundledFacts());
const papers = realPapers(path.join(beside, 'samples'));
const agreements = realAgreements(path.join(beside, 'accuracy'));
const cases: LabelledCase[] = [...ownTexts(texts), ...papers, ...agreements].filter(({ name }) =>
  name.includes(options.only),
);
if (papers.length === 0) console.log('The real papers are not beside the project: they were not measured.');
if (agreements.length === 0)
  console.log('The real agreements are not beside the project: they were not measured.');

const groups = new Map<string, MeasuredGroup>();
function groupOf({ group, half }: LabelledCase): MeasuredGroup {
  const key = `${group} ${half}`;
  const held = groups.get(key);
  if (held) return held;
  const made = { group, half, board: new ScoreBoard(), mutations: new MutationBoard() };
  groups.set(key, made);
  return made;
}

if (!options['no-measure'])
  for (const labelled of cases) measureCase(labelled, catalogue, groupOf(labelled).board);
if (!options['no-mutation']) {
  for (const labelled of cases) mutateCase(labelled, catalogue, groupOf(labelled).mutations);
  for (const agreement of agreements.filter(({ name }) => name.includes(options.only)))
    await mutateShared(
      agreement,
      path.join(beside, 'accuracy', 'mutate.mjs'),
      catalogue,
      groupOf(agreement).mutations,
    );
}

const report: Report = { groups: [...groups.values()], agreement: measureAgreement(twiceRead(texts)) };
console.log(tableOf(report));
if (options.verbose || options.all) {
  const shown: readonly Half[] = options.all ? halves : ['tuned'];
  for (const { group, half, board, mutations } of report.groups) {
    if (!shown.includes(half)) continue;
    for (const [what, { remarks }] of [...board.scores, ...mutations.scores])
      for (const remark of remarks) console.log(`${group}, ${half}, ${what}: ${remark}`);
  }
}

if (options.only === '' && !options['no-mutation'] && !options['no-measure']) {
  mkdirSync('test-output', { recursive: true });
  writeFileSync(path.join('test-output', 'accuracy.json'), `${JSON.stringify(jsonOf(report), null, 2)}\n`);
  if (papers.length > 0 && agreements.length > 0) {
    const file = path.join('docs', 'accuracy.md');
    const config = await resolveConfig(file);
    writeFileSync(file, await format(markdownOf(report), { ...config, parser: 'markdown' }));
    console.log(`The tables were written to ${file}.`);
  } else {
    console.log('docs/accuracy.md was left as it is: it holds the figures of the real texts too.');
  }
}

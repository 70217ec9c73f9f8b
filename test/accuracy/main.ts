import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../support/commandLine.js';
import {
  ownPapers,
  realAgreements,
  realPapers,
  type GoldSpan,
  type LabelledAgreement,
  type LabelledPaper,
} from './gold.js';
import { compare, Score } from './score.js';

/**
 * `npm run accuracy`: precision and recall over labelled texts, as a table and as JSON. Our own texts always; real papers and
 * agreements when they lie in `shared/` beside the project (or where SEC_LABELLED_TEXTS says), and it says so when not.
 */
const beside = process.env['SEC_LABELLED_TEXTS'] ?? path.resolve('..', 'shared');
const isLoud = process.argv.includes('--verbose');

interface Place {
  readonly line: number;
  readonly character: number;
}
interface ReferenceJson {
  readonly text: string;
  readonly kind: string;
  readonly target: string;
  readonly resolved: string;
  readonly range: { readonly start: Place; readonly end: Place };
}
interface TermJson {
  readonly term: string;
  readonly range: ReferenceJson['range'];
}

function read<T>(command: string, file: string): T {
  const { out, err, code } = runCommand([command, '--format', 'json', file], { cwd: path.dirname(file) });
  if (code !== 0) throw new Error(`${command} ${file}: ${err}`);
  return (JSON.parse(out) as { files: [T] }).files[0];
}

/** References of a paper: by line, kind and target. Documents may be named beyond those marked. */
function scorePaper({ file, references: gold }: LabelledPaper): Score {
  const { references } = read<{ references: ReferenceJson[] }>('references', file);
  return compare({
    gold,
    found: references,
    keyOfGold: ({ line, kind, target }) => `${line} ${kind} ${target}`,
    keyOfFound: ({ range, kind, target }) => `${range.start.line} ${kind} ${target}`,
    isNeutralGold: ({ neutral }) => neutral === true,
    isNeutralFound: ({ kind }) => kind === 'document',
    describe: (item) =>
      `${path.basename(file)}:${('line' in item ? item.line : item.range.start.line) + 1} ${item.text} -> ${item.target}`,
  });
}

interface AgreementScores {
  readonly definitions: Score;
  readonly uses: Score;
  readonly references: Score;
}

function scoreAgreement({ file, gold }: LabelledAgreement): AgreementScores {
  const terms = read<{ definitions: TermJson[]; uses: TermJson[] }>('terms', file);
  const { references } = read<{ references: ReferenceJson[] }>('references', file);
  const neutral = [...(gold.unmarked ?? []), ...(gold.ambiguous ?? []), ...(gold.headings ?? [])];
  const others = gold.otherReferences ?? [];
  const describe = (
    item: (GoldSpan & { term?: string; target?: string }) | TermJson | ReferenceJson,
  ): string => {
    const line = 'range' in item ? item.range.start.line : item.line;
    return `${path.basename(file)}:${line + 1} ${'term' in item ? item.term : ''}${'target' in item ? item.target : ''}`;
  };
  return {
    definitions: compare({
      gold: gold.definitions,
      found: terms.definitions,
      keyOfGold: keyOfSpan,
      keyOfFound: keyOfRange,
      describe,
    }),
    uses: compare({
      gold: gold.uses.filter((use) => use.undefined !== true),
      found: terms.uses,
      keyOfGold: keyOfSpan,
      keyOfFound: keyOfRange,
      isNeutralFound: ({ range }) => meets(range, neutral),
      describe,
    }),
    references: compare({
      gold: gold.references,
      found: references.filter(({ target }) => target.startsWith('#')),
      // A reference ends alike however far its span reaches to the left ("this Section 9").
      keyOfGold: ({ line, end, target }) => `${line} ${end} ${target}`,
      keyOfFound: ({ range, text, target }) =>
        `${range.start.line} ${range.start.character + withoutOwner(text).length} ${target.slice(1)}`,
      isNeutralFound: ({ range }) => meets(range, others),
      describe,
    }),
  };
}

/** `Clause 9 of this document` is marked as `Clause 9`. */
function withoutOwner(text: string): string {
  return text.replace(/\s+of (?:this|the) \w+$/, '');
}

function keyOfSpan({ line, start, end }: GoldSpan): string {
  return `${line} ${start} ${end}`;
}

function keyOfRange({ range }: { range: ReferenceJson['range'] }): string {
  return `${range.start.line} ${range.start.character} ${range.end.character}`;
}

function meets({ start, end }: ReferenceJson['range'], spans: readonly GoldSpan[]): boolean {
  return spans.some(
    (span) => span.line === start.line && span.start < end.character && start.character < span.end,
  );
}

const rows: { texts: string; what: string; score: Score }[] = [];
function row(texts: string, what: string, scores: readonly Score[]): void {
  const score = new Score();
  for (const one of scores) score.add(one);
  rows.push({ texts, what, score });
}

const scratch = mkdtempSync(path.join(tmpdir(), 'sec-accuracy-'));
try {
  const own = ownPapers(path.resolve('test', 'accuracy', 'own')).map((paper) => {
    const file = path.join(scratch, paper.name);
    writeFileSync(file, paper.text);
    return scorePaper({ ...paper, file });
  });
  row(`own texts (${own.length})`, 'references', own);
} finally {
  rmSync(scratch, { recursive: true });
}
const papers = realPapers(path.join(beside, 'samples'));
const agreements = realAgreements(path.join(beside, 'accuracy'));
if (papers.length > 0) row(`real papers (${papers.length})`, 'references', papers.map(scorePaper));
else console.log('The real papers are not beside the project: they were not measured.');
if (agreements.length > 0) {
  const scores = agreements.map(scoreAgreement);
  const name = `real agreements (${agreements.length})`;
  row(
    name,
    'definitions',
    scores.map(({ definitions }) => definitions),
  );
  row(
    name,
    'uses',
    scores.map(({ uses }) => uses),
  );
  row(
    name,
    'references',
    scores.map(({ references }) => references),
  );
} else {
  console.log('The real agreements are not beside the project: they were not measured.');
}

const pad = (words: string | number, width: number): string => String(words).padEnd(width);
console.log(
  `${pad('texts', 22)}${pad('what', 13)}${pad('true', 7)}${pad('false', 7)}${pad('missed', 8)}${pad('precision', 11)}recall`,
);
for (const { texts, what, score } of rows) {
  console.log(
    `${pad(texts, 22)}${pad(what, 13)}${pad(score.hits, 7)}${pad(score.falses, 7)}${pad(score.missed, 8)}${pad(score.precision.toFixed(4), 11)}${score.recall.toFixed(4)}`,
  );
  if (isLoud) for (const remark of score.remarks) console.log(`    ${remark}`);
}
mkdirSync('test-output', { recursive: true });
const json = rows.map(({ texts, what, score: { hits, falses, missed, precision, recall } }) => ({
  texts,
  what,
  hits,
  falses,
  missed,
  precision,
  recall,
}));
writeFileSync(path.join('test-output', 'accuracy.json'), `${JSON.stringify(json, null, 2)}\n`);

import { firstSightMarkdown } from './firstSight.js';
import { findingCodes } from '../../server/src/findings/codes.js';
import type { KindAgreement } from './agreement.js';
import type { Group, Half } from './labels.js';
import type { MutationBoard } from './mutation/mutationScore.js';
import type { Score, ScoreBoard } from './score.js';

export interface MeasuredGroup {
  readonly group: Group;
  readonly half: Half;
  readonly board: ScoreBoard;
  readonly mutations: MutationBoard;
}

export interface Report {
  readonly groups: readonly MeasuredGroup[];
  readonly agreement: readonly KindAgreement[];
}

type Cell = string | number;

interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const order = ['references', 'definitions', 'uses', ...Object.keys(findingCodes)];

function sorted(board: ScoreBoard): [string, Score][] {
  const place = (what: string): number => (order.includes(what) ? order.indexOf(what) : order.length);
  return [...board.scores].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

function tables({ groups, agreement }: Report): Table[] {
  const measured = groups.filter(({ board }) => board.texts > 0);
  const mutated = groups.filter(({ mutations }) => mutations.scores.size > 0);
  return [
    {
      title: 'Labelled texts',
      heads: ['texts', 'half', 'what', 'true', 'false', 'missed', 'precision', 'recall'],
      rows: measured.flatMap(({ group, half, board }) =>
        sorted(board).map(([what, { hits, falses, missed, precision, recall }]): Cell[] => [
          group,
          half,
          what,
          hits,
          falses,
          missed,
          precision.toFixed(4),
          recall.toFixed(4),
        ]),
      ),
    },
    {
      title: 'False `undefined-term` in 1,000 words',
      heads: ['texts', 'half', 'number', 'words', 'false', 'in 1,000 words'],
      rows: measured
        .filter(({ group }) => group !== 'real papers')
        .map(({ group, half, board }): Cell[] => {
          const { falses } = board.score('undefined-term');
          return [group, half, board.texts, board.words, falses, ((1000 * falses) / board.words).toFixed(2)];
        }),
    },
    {
      title: 'Seeded faults',
      heads: ['texts', 'half', 'fault', 'mutants', 'found', 'found and nothing else', 'recall', 'exact'],
      rows: mutated.flatMap(({ group, half, mutations }) =>
        [...mutations.scores].map(([kind, { mutants, found, exact }]): Cell[] => [
          group,
          half,
          kind,
          mutants,
          found,
          exact,
          (found / mutants).toFixed(4),
          (exact / mutants).toFixed(4),
        ]),
      ),
    },
    {
      title: 'Two readers',
      heads: ['labels', 'both', 'first only', 'second only', 'F1', 'kappa over words'],
      rows: agreement.map(({ kind, both, first, second, f1, kappa }): Cell[] => [
        kind,
        both,
        first,
        second,
        f1.toFixed(4),
        kappa.toFixed(4),
      ]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** For the terminal. */
export function tableOf(report: Report): string {
  return tables(report)
    .map(({ title, heads, rows }) => {
      const lines = [heads, ...rows].map((row) => row.map(String));
      const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
      const drawn = lines.map((line) =>
        line
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd(),
      );
      return [title, ...drawn, ''].join('\n');
    })
    .join('\n');
}

/** For `docs/accuracy.md`. */
export function markdownOf(report: Report): string {
  const words = report.groups.reduce((sum, { board }) => sum + board.words, 0);
  const mutants = report.groups.reduce((sum, { mutations }) => sum + mutations.count, 0);
  return [
    '# How right it is',
    '',
    `Written by \`npm run accuracy\` over ${words.toLocaleString('en-GB')} words of labelled text and ${mutants.toLocaleString('en-GB')} seeded faults. The _tuned_ half was read while the product was improved, false and missed ones one by one. Our own texts are in \`test/accuracy/texts\`, labelled before the first run on them. The _untuned_ ones are the latest: their misses were looked at to correct labels, and nothing in the product was changed for them. They are few, as every text that was untuned before has been read since: the table of first runs says more. The real texts are others' and are not part of this repository. A seeded fault is one change to a text; it counts as found when the expected finding stands at the expected place, and as exact when nothing else is new.`,
    '',
    ...firstSightMarkdown(),
    ...tables(report).flatMap(({ title, heads, rows }) => [
      `## ${title}`,
      '',
      `| ${heads.join(' | ')} |`,
      `| ${heads.map(() => '---').join(' | ')} |`,
      ...rows.map(
        (row) =>
          `| ${row.map((cell) => (order.includes(String(cell)) ? `\`${cell}\`` : cell)).join(' | ')} |`,
      ),
      '',
    ]),
  ].join('\n');
}

/** For `test-output/accuracy.json`: each table as a list of records. */
export function jsonOf(report: Report): Record<string, Record<string, Cell>[]> {
  return Object.fromEntries(
    tables(report).map(({ title, heads, rows }) => [
      title,
      rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, numberOr(row[i] ?? '')]))),
    ]),
  );
}

function numberOr(cell: Cell): Cell {
  return typeof cell === 'string' && /^\d+\.\d+$/.test(cell) ? Number(cell) : cell;
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** One line of the report. The aim is told beside the figure; missing it fails nothing. */
export interface Row {
  readonly name: string;
  readonly value: number | undefined;
  readonly unit: 'ms' | 'MB' | '× floor' | '×';
  /** The most that it should be. */
  readonly aim?: number;
}

/** What a Code of one size costs, in milliseconds and megabytes. */
export interface SizePoint {
  readonly megabytes: number;
  readonly definitions: number;
  readonly floor: number;
  readonly index: Readonly<Record<string, number>>;
  readonly checked: Readonly<Record<string, number>>;
}

export interface Report {
  readonly machine: string;
  /** The size in megabytes of the Code that the rows are about. */
  readonly whole: number;
  readonly points: readonly SizePoint[];
  /** The same Code with more and more terms. */
  readonly terms: readonly SizePoint[];
  readonly rows: readonly Row[];
}

/** The report as text for a terminal. */
export function report({ machine, whole, points, terms, rows }: Report): string {
  const lines = rows.map(({ name, value, unit, aim }) => {
    const aimed = aim === undefined ? '' : `  aim: at most ${aim}${isMissed(value, aim) ? '  (missed)' : ''}`;
    return `${name.padEnd(52)} ${number(value).padStart(9)} ${unit.padEnd(8)}${aimed}`;
  });
  const sizes = [...points, ...terms].map(
    ({ megabytes, definitions, floor, index, checked }) =>
      `${String(megabytes).padStart(4)} MB, ${String(definitions).padStart(5)} terms: floor ${number(floor)} ms, index ${number(index['ms'])} ms, check ${number(checked['ms'])} ms, peak ${number(checked['peakMemory'])} MB`,
  );
  return [`${machine}; a Code of ${whole} MB`, '', ...lines, '', ...sizes].join('\n');
}

function isMissed(value: number | undefined, aim: number): boolean {
  return value === undefined || !(value <= aim);
}

function number(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

// ---- docs/performance.md -------------------------------------------------------------------------------------------------------

/** Writes the page and its plot. */
export function writePage(measured: Report): void {
  const { machine, whole, points, terms, rows } = measured;
  const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
    [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const page = `# How fast it is

Written by \`npm run bench\` on ${machine}. The Code is made up, of ${whole} MB where nothing else is said; each process is the
best of several. The _floor_ is a process that reads the files and looks every word up in a map of the terms. The _index_ holds
provisions, definitions and terms; the references of files that are not open are read once somebody asks for them, by the server
as soon as all is read.

${table(
  ['figure', 'measured', 'aim'],
  rows.map(({ name, value, unit, aim }) => [
    name,
    `${number(value)} ${unit}`,
    aim === undefined ? '' : `${aim} ${unit}${isMissed(value, aim) ? ' (missed)' : ''}`,
  ]),
)}

## Cost against size

![Time to index and to check a Code against its size](performance.svg)

${table(
  ['Code', 'terms', 'floor', 'index', 'check', 'peak memory'],
  [...points, ...terms].map(({ megabytes, definitions, floor, index, checked }) => [
    `${megabytes} MB`,
    String(definitions),
    `${number(floor)} ms`,
    `${number(index['ms'])} ms`,
    `${number(checked['ms'])} ms`,
    `${number(checked['peakMemory'])} MB`,
  ]),
)}

## What an edit costs

A text that is open in an editor is read in stretches that begin at numbered clauses, each in the context that the text before
it leaves (\`server/src/syntax/cutText.ts\`). An edit reads the stretches again that it touches, and those behind them only while
that context differs. Findings are kept stretch by stretch, with what they rest on besides the stretch: nothing, the terms in
force, or the provisions at hand (\`server/src/index/basis.ts\`). What is left that grows with the text: putting the
editor's text together and comparing it with its last version (some 10 ms of a megabyte on the machine above), and joining the
lists of the text for the rules that judge it as a whole.

## What a cancelled request costs

Long requests work in slices of 3 ms, between which the word that they are cancelled can arrive (\`server/src/protocol/slices.ts\`);
what they do is cut into steps that are short beside that. The figure above is what the thread of the server still works once the
word is sent, over requests about a draft of a megabyte that was edited just before (\`test/bench/cancel.ts\`).
`;
  writeFileSync(path.join('docs', 'performance.md'), page);
  writeFileSync(path.join('docs', 'performance.svg'), plot(points));
}

const width = 640;
const height = 360;
const edge = 56;

/** Both axes are logarithmic: cost that is linear in the size is a straight line of one slope. */
function plot(points: readonly SizePoint[]): string {
  const series = [
    { name: 'check', colour: '#123c55', of: (point: SizePoint) => point.checked['ms'] ?? NaN },
    { name: 'index', colour: '#2a8fbd', of: (point: SizePoint) => point.index['ms'] ?? NaN },
    { name: 'floor', colour: '#888888', of: (point: SizePoint) => point.floor },
  ];
  const all = points.flatMap((point) => series.map(({ of }) => of(point)));
  const scale = (value: number, low: number, high: number, from: number, to: number): number =>
    from + ((Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (to - from);
  const [least, most] = [points[0]?.megabytes ?? 1, points.at(-1)?.megabytes ?? 48];
  const [quickest, slowest] = [Math.min(...all), Math.max(...all)];
  const x = (megabytes: number): number => Math.round(scale(megabytes, least, most, edge, width - 90));
  const y = (ms: number): number => Math.round(scale(ms, quickest, slowest, height - edge, 24));
  const lines = series.map(({ name, colour, of }) => {
    const path = points.map((point) => `${x(point.megabytes)},${y(of(point))}`).join(' ');
    const last = points.at(-1) as SizePoint;
    const label = `${name} ${number(of(last))} ms`;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${x(last.megabytes) + 6}" y="${y(of(last)) + 4}" fill="${colour}">${label}</text>`;
  });
  const ticks = points.map(
    ({ megabytes }) =>
      `<text x="${x(megabytes)}" y="${height - edge + 20}" text-anchor="middle" fill="#555555">${megabytes} MB</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#ffffff"/>${ticks.join('')}${lines.join('')}<text x="${width / 2}" y="${height - 12}" text-anchor="middle" fill="#555555">size of the Code; both axes are logarithmic</text></svg>\n`;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A thing that a reader marked in a text: zero-based line, and what it is. */
export interface GoldReference {
  readonly line: number;
  readonly kind: string;
  readonly target: string;
  readonly text: string;
  /** Counts neither as a hit nor as an error. */
  readonly neutral?: boolean;
}

/** A place on a line, in UTF-16 units. */
export interface GoldSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface GoldAgreement {
  readonly definitions: readonly (GoldSpan & { term: string })[];
  readonly uses: readonly (GoldSpan & { term: string; undefined?: boolean })[];
  readonly references: readonly (GoldSpan & { target: string })[];
  /** Neutral stretches: they count neither way. */
  readonly unmarked?: readonly GoldSpan[];
  readonly ambiguous?: readonly GoldSpan[];
  readonly headings?: readonly GoldSpan[];
  readonly otherReferences?: readonly GoldSpan[];
}

export interface LabelledText {
  readonly name: string;
  readonly file: string;
}

export type LabelledPaper = LabelledText & { readonly references: readonly GoldReference[] };
export type LabelledAgreement = LabelledText & { readonly gold: GoldAgreement };

/** Our own labelled texts: `[[SEC C2.3(h)|section|C2.3(h)]]` marks a reference in place. */
export function ownPapers(folder: string): (LabelledPaper & { readonly text: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { name, file, ...stripLabels(readFileSync(file, 'utf8')) };
    });
}

const label = /\[\[([^|\]]+)\|([^|\]]+)\|([^\]]+)\]\]/g;

function stripLabels(labelled: string): { text: string; references: GoldReference[] } {
  const references: GoldReference[] = [];
  const lines = labelled.split('\n').map((line, number) =>
    line.replace(label, (_, text: string, kind: string, target: string) => {
      references.push({ line: number, text, kind, target });
      return text;
    }),
  );
  return { text: lines.join('\n'), references };
}

/** Real papers with their references marked, when they lie beside the project. */
export function realPapers(folder: string): LabelledPaper[] {
  const labels = path.join(folder, 'references.jsonl');
  if (!existsSync(labels)) return [];
  const records = readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldReference & { file: string });
  const names = [...new Set(records.map(({ file }) => file))];
  return names.map((name) => ({
    name,
    file: path.join(folder, name),
    references: records.filter(({ file }) => file === name),
  }));
}

/** Real agreements with definitions, uses and references marked, when they lie beside the project. */
export function realAgreements(folder: string): LabelledAgreement[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && existsSync(path.join(folder, name.replace(/\.txt$/, '.json'))))
    .sort()
    .map((name) => ({
      name,
      file: path.join(folder, name),
      gold: JSON.parse(
        readFileSync(path.join(folder, name.replace(/\.txt$/, '.json')), 'utf8'),
      ) as GoldAgreement,
    }));
}

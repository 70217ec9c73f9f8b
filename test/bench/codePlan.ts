import { termHeads, termWords } from './codeWords.js';
import type { Chance } from './chance.js';

/** A numbered piece of the Code that is to be written: how long it is and what stands below it. */
export interface PlannedProvision {
  /** As it stands at the head of the line: `D1.4`, `15.5`, `(a)`. */
  readonly label: string;
  /** As it is cited after its part's letter or `paragraph`: `1.4`, `15.5(a)(ii)`. */
  readonly number: string;
  /** The characters of its own text. */
  readonly size: number;
  readonly children: readonly PlannedProvision[];
}

export interface PlannedSubsection {
  readonly number: number;
  readonly heading: string;
  readonly clauses: readonly PlannedProvision[];
}

export type PartKind = 'Section' | 'Schedule' | 'Appendix';

/** A part of the Code: one file. */
export interface PlannedPart {
  readonly kind: PartKind;
  readonly name: string;
  readonly title: string;
  readonly subsections: readonly PlannedSubsection[];
}

const sectionLetters = [...'ABCDEFGHIJKLMNPTXZ'];
const scheduleNumbers = Array.from({ length: 11 }, (_, i) => String(i + 1));

/** The kinds and names of the parts, the three kinds in turn while each lasts; Section A, with the definitions, is first. */
export function partNames(count: number): { kind: PartKind; name: string }[] {
  const named: { kind: PartKind; name: string }[] = [];
  for (let i = 0; named.length < count; i++) {
    const letter = sectionLetters[i];
    const number = scheduleNumbers[i];
    if (letter) named.push({ kind: 'Section', name: letter });
    if (number) named.push({ kind: 'Schedule', name: number });
    named.push({ kind: 'Appendix', name: appendixName(i) });
  }
  return named.slice(0, count);
}

/** `A` to `Z`, `AA` to `AZ`, `BA` … */
function appendixName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : appendixName(Math.floor(index / 26) - 1) + last;
}

/** Plans the sub-sections from `first` on until their text fills `size` characters. */
export function planSubsections(
  random: Chance,
  part: { kind: PartKind; name: string },
  first: number,
  size: number,
): PlannedSubsection[] {
  const subsections: PlannedSubsection[] = [];
  const prefix = part.kind === 'Section' ? part.name : '';
  let left = size;
  for (let number = first; left > 0; number++) {
    const heading = planHeading(random);
    left -= heading.length + 8;
    const clauses: PlannedProvision[] = [];
    for (
      let clause = 1, last = random.between(4, 14);
      clause <= last && (left > 0 || clause === 1);
      clause++
    ) {
      const planned = planClause(random, prefix, `${number}.${clause}`);
      clauses.push(planned);
      left -= fullSize(planned);
    }
    subsections.push({ number, heading, clauses });
  }
  return subsections;
}

export function planHeading(random: Chance): string {
  const middle = random.chance(0.3) ? ` and ${random.pick(termHeads)}` : '';
  return `${random.pick(termWords)} ${random.pick(termHeads)}${middle}`;
}

function planClause(random: Chance, prefix: string, number: string): PlannedProvision {
  const children = random.chance(0.45) ? planLevel(random, number, 0) : [];
  return { label: prefix + number, number, size: random.between(140, 420), children };
}

const levelLabels: readonly (readonly string[])[] = [
  [...'abcdefghijkl'],
  ['i', 'ii', 'iii', 'iv', 'v', 'vi'],
  [...'ABCD'],
];

function planLevel(random: Chance, above: string, depth: number): PlannedProvision[] {
  const labels = levelLabels[depth] as readonly string[];
  const count = random.between(2, labels.length);
  return labels.slice(0, count).map((label) => {
    const number = `${above}(${label})`;
    const goesDeeper = depth + 1 < levelLabels.length && random.chance(0.12);
    const children = goesDeeper ? planLevel(random, number, depth + 1) : [];
    return { label: `(${label})`, number, size: random.between(50, 190), children };
  });
}

/** The characters of a provision with all that stands below it, labels and indents included. */
function fullSize(provision: PlannedProvision): number {
  return provision.children.reduce(
    (sum, child) => sum + fullSize(child) + 6,
    provision.size + provision.label.length + 3,
  );
}

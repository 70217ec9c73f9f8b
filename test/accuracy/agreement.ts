import { overlaps, type Span } from '../../server/src/text/span.js';
import type { Labels } from './labels.js';
import type { TwiceRead } from './ownTexts.js';

/** How far two readers who did not see each other's labels agree on one kind of label. */
export interface KindAgreement {
  readonly kind: string;
  readonly both: number;
  /** Marked by the first reader only. */
  readonly first: number;
  readonly second: number;
  readonly f1: number;
  /** Cohen's kappa over the words of the texts: marked or not, beyond what chance would give. */
  readonly kappa: number;
}

const kinds: { kind: string; of: (labels: Labels) => readonly (Span & { readonly key: string })[] }[] = [
  {
    kind: 'references',
    of: ({ references }) => references.map((label) => ({ ...label, key: label.target })),
  },
  {
    kind: 'definitions',
    of: ({ definitions }) => definitions.map((label) => ({ ...label, key: label.term })),
  },
  { kind: 'uses', of: ({ uses }) => uses.map((label) => ({ ...label, key: '' })) },
  { kind: 'faults', of: ({ faults }) => faults.map((label) => ({ ...label, key: label.code })) },
];

/** Labels agree when they cover the same characters and say the same; what either reader calls neutral counts neither way. */
export function measureAgreement(texts: readonly TwiceRead[]): KindAgreement[] {
  if (texts.length === 0) return [];
  return kinds.map(({ kind, of }) => {
    let both = 0;
    let first = 0;
    let second = 0;
    const counts = { both: 0, first: 0, second: 0, neither: 0 };
    for (const text of texts) {
      const neutral = [...text.first.neutral, ...text.second.neutral];
      const isCounted = (label: Span): boolean => !neutral.some((span) => overlaps(span, label));
      const keyOf = ({ start, end, key }: Span & { key: string }): string => `${start} ${end} ${key}`;
      const one = of(text.first).filter(isCounted);
      const other = of(text.second).filter(isCounted);
      const shared = new Set(one.map(keyOf));
      const agreed = other.filter((label) => shared.has(keyOf(label))).length;
      both += agreed;
      first += one.length - agreed;
      second += other.length - agreed;
      for (const { index, 0: word } of text.text.matchAll(/\S+/g)) {
        const span = { start: index, end: index + word.length };
        if (!isCounted(span)) continue;
        const inFirst = one.some((label) => overlaps(label, span));
        const inSecond = other.some((label) => overlaps(label, span));
        counts[inFirst ? (inSecond ? 'both' : 'first') : inSecond ? 'second' : 'neither']++;
      }
    }
    const f1 = both + first + second === 0 ? 1 : (2 * both) / (2 * both + first + second);
    return { kind, both, first, second, f1, kappa: kappaOf(counts) };
  });
}

function kappaOf(counts: { both: number; first: number; second: number; neither: number }): number {
  const total = counts.both + counts.first + counts.second + counts.neither;
  const seen = (counts.both + counts.neither) / total;
  const a = (counts.both + counts.first) / total;
  const b = (counts.both + counts.second) / total;
  const chance = a * b + (1 - a) * (1 - b);
  return chance === 1 ? 1 : (seen - chance) / (1 - chance);
}

import { isRunning, lineOf, meets, type Mutant, type MutableText, type MutationKind } from './mutableText.js';

/** A kind whose places are told by a pattern in the text. */
function patternKind(
  name: string,
  codes: readonly string[],
  pattern: RegExp,
  make: (
    text: MutableText,
    match: RegExpExecArray,
    pick: <T>(choices: readonly T[]) => T,
  ) => Mutant | undefined,
): MutationKind {
  return {
    name,
    codes,
    *mutants(text, pick) {
      for (const match of text.text.matchAll(pattern)) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (meets(text.baseline, span) || meets(text.labels.neutral, span) || isDeleted(text, span)) continue;
        yield () => make(text, match, pick);
      }
    },
  };
}

/** Whether a change mark takes the words out: then nothing is wrong in the text as proposed. */
function isDeleted({ view }: MutableText, { start, end }: { start: number; end: number }): boolean {
  const { reading } = view.document;
  return reading.fromFile(end) - reading.fromFile(start) < end - start;
}

const shortMonths = /^(?:April|June|September|November)$/;

export const dateImpossible = patternKind(
  'date impossible',
  ['invalid-date'],
  /\b(\d{1,2})((?:st|nd|rd|th)?) (January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20)\d\d)\b/g,
  (_, match, pick) => {
    const [whole, day = '', , month = ''] = match;
    const impossible = month === 'February' ? ['30', '31'] : shortMonths.test(month) ? ['31'] : ['32', '45'];
    const span = { start: match.index, end: match.index + whole.length };
    return {
      edits: [{ start: match.index, end: match.index + day.length, newText: pick(impossible) }],
      codes: ['invalid-date'],
      places: [span],
      note: `the day of “${whole}” is impossible`,
    };
  },
);

export const figuresWrong = patternKind(
  'words and figures disagree',
  ['number-words'],
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety) \((\d+)\)/gi,
  (_, match) => {
    const figure = match[2] ?? '';
    const at = match.index + match[0].length - 1 - figure.length;
    return {
      edits: [{ start: at, end: at + figure.length, newText: String(Number(figure) + 2) }],
      codes: ['number-words'],
      places: [{ start: match.index, end: match.index + match[0].length }],
      note: `“${match[0]}” got another figure`,
    };
  },
);

/** The closing bracket of a remark; brackets that define, that hold a heading or that are a level are other faults. */
export const bracketDropped = patternKind(
  'bracket dropped',
  ['unbalanced-mark'],
  /\(([a-z][^()\n“”"]{8,120})\)/g,
  (text, match) => {
    const start = match.index;
    const end = start + match[0].length;
    const { definitions, references } = text.labels;
    if (!/\s/.test(match[1] ?? '') || meets(definitions, { start, end }) || !isRunning(text, { start, end }))
      return undefined;
    if (references.some((label) => Math.abs(label.end - start) <= 1 || label.end === end - 1))
      return undefined;
    return {
      edits: [{ start: end - 1, end, newText: '' }],
      codes: ['unbalanced-mark'],
      places: [{ start, end: start + 1 }],
      note: `“${match[0]}” lost its closing bracket`,
    };
  },
);

interface Item {
  readonly key: string;
  readonly label: { readonly start: number; readonly end: number };
  readonly start: number;
  readonly end: number;
}

/** Leaves between two siblings that nothing refers to and that define nothing. */
function* middleItems(text: MutableText): Iterable<{ item: Item; next: Item; before: Item }> {
  const { document } = text.view;
  if (document.role.kind === 'draft' || document.reading.marks.length > 0) return;
  const { provisions } = document.tree;
  const { reading } = document;
  const inFile = ({ key, label, start, end }: Item): Item => {
    return { key, label: reading.toFileSpan(label), start: reading.toFile(start), end: reading.toFile(end) };
  };
  const children = new Map<number, number[]>();
  for (const [i, { parent }] of provisions.entries())
    children.set(parent, [...(children.get(parent) ?? []), i]);
  for (const [, siblings] of children) {
    const numbered = siblings.filter((i) => provisions[i]?.number !== '');
    for (let i = 1; i + 1 < numbered.length; i++) {
      const at = numbered[i] as number;
      const [before, item, next] = [numbered[i - 1] as number, at, numbered[i + 1] as number].map((index) =>
        inFile(provisions[index] as Item),
      ) as [Item, Item, Item];
      if (children.has(at) || text.labels.references.some(({ target }) => target.startsWith(item.key)))
        continue;
      if (text.labels.references.some(({ target }) => target.startsWith(next.key))) continue;
      const line = lineOf(text, item.label.start);
      if (lineOf(text, next.label.start).start === line.start || meets(text.baseline, line)) continue;
      // The number behind it is wrong already, and is told of.
      if (meets(text.baseline, next.label)) continue;
      yield { item, next, before };
    }
  }
}

export const numberSkipped: MutationKind = {
  name: 'number skipped',
  codes: ['numbering'],
  *mutants(text) {
    for (const { item, next } of middleItems(text)) {
      yield () => {
        const start = lineOf(text, item.label.start).start;
        const end = lineOf(text, next.label.start).start;
        const { definitions, references, uses } = text.labels;
        if (meets(definitions, { start, end }) || meets(references, { start, end }) || uses.length === 0)
          return undefined;
        return {
          edits: [{ start, end, newText: '' }],
          codes: ['numbering'],
          places: [next.label],
          follows: ['unused-definition'],
          note: `${item.key} was taken out`,
        };
      };
    }
  },
};

export const numberRepeated: MutationKind = {
  name: 'number repeated',
  codes: ['numbering'],
  *mutants(text) {
    for (const { item, before } of middleItems(text)) {
      yield () => {
        const label = text.text.slice(item.label.start, item.label.end);
        const repeated = text.text.slice(before.label.start, before.label.end);
        if (label === repeated || text.labels.references.some(({ target }) => target.startsWith(before.key)))
          return undefined;
        return {
          edits: [{ ...item.label, newText: repeated }],
          codes: ['numbering'],
          places: [item.label],
          note: `${item.key} is numbered as ${before.key}`,
        };
      };
    }
  },
};

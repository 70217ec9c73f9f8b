import { insertedBehind, readLabel, type LabelReading, type LabelStyle } from '../model/numerals.js';

/** An open level of the list that the text stands in. */
export interface OpenLevel {
  readonly style: LabelStyle;
  readonly ordinal: number;
  readonly label: string;
  readonly indent: number;
}

export interface PlacedLabel {
  /** How many of the open levels stay open above the label. */
  readonly depth: number;
  readonly reading: LabelReading;
}

/**
 * Decides the level of a label such as `(i)`: the ninth letter after (h), or the first numeral under an open (a).
 * What the sequence needs decides, then the label that follows, then the indentation (legal-text.md, Levels).
 *
 * @param inner the label without brackets
 * @param findNext gives the label that follows in the text, if any; asked for only where the sign leaves a doubt
 * @returns undefined when the sign is no label at all
 */
export function placeLabel(
  open: readonly OpenLevel[],
  inner: string,
  indent: number,
  findNext: () => string | undefined,
): PlacedLabel | undefined {
  const readings = readLabel(inner);
  const inserted = placeInserted(open, inner, readings.length > 0);
  if (inserted || readings.length === 0) return inserted;
  const continuing = continuations(open, readings);
  const starting = readings.find((reading) => reading.ordinal === 1);
  const [deepest] = continuing;
  if (deepest && starting && starting.style !== deepest.reading.style) {
    return startsAnew(deepest, starting, findNext(), indent, open)
      ? { depth: open.length, reading: starting }
      : deepest;
  }
  if (deepest) return preferByIndent(continuing, open, indent);
  const letter = starting && skippedLetter(open, readings, indent, findNext);
  if (letter) return letter;
  if (starting) return { depth: startDepth(open, starting), reading: starting };
  return afterGap(open, readings) ?? { depth: open.length, reading: likeliest(readings) };
}

/** `(ba)` and `(bb)` behind `(b)`: they were put in later, and the list goes on behind them with `(c)`. */
function placeInserted(
  open: readonly OpenLevel[],
  inner: string,
  hasPlace: boolean,
): PlacedLabel | undefined {
  // `(bb)` may be the 28th of a list too: it is put in where `(ba)` was.
  const before = hasPlace ? /^([a-z])\1$/.exec(inner)?.[1] : insertedBehind(inner);
  if (before === undefined) return undefined;
  const depth = open.findLastIndex(
    ({ label }) => (label === before && !hasPlace) || (insertedBehind(label) === before && label < inner),
  );
  const level = open[depth];
  return level && { depth, reading: { style: level.style, ordinal: level.ordinal } };
}

/** Where a first label opens its list: below all levels of other styles, in place of an earlier list of its own style. */
function startDepth(open: readonly OpenLevel[], starting: LabelReading): number {
  const same = open.findIndex((level) => level.style === starting.style);
  return same === -1 ? open.length : same;
}

/** `(i)` after `(g)` with `(j)` behind it: the letter of a list that lost one, not a list of one numeral. */
function skippedLetter(
  open: readonly OpenLevel[],
  readings: readonly LabelReading[],
  indent: number,
  findNext: () => string | undefined,
): PlacedLabel | undefined {
  const last = open.at(-1);
  const letter = readings.find(
    ({ style, ordinal }) => style === last?.style && ordinal > 1 && ordinal - last.ordinal === 2,
  );
  if (!last || !letter || indent > last.indent) return undefined;
  const next = findNext();
  const goesOn =
    next !== undefined &&
    readLabel(next).some(({ style, ordinal }) => style === letter.style && ordinal === letter.ordinal + 1);
  return goesOn ? { depth: open.length - 1, reading: letter } : undefined;
}

/** The open levels that the label continues by exactly one, the deepest first. */
function continuations(open: readonly OpenLevel[], readings: readonly LabelReading[]): PlacedLabel[] {
  const found: PlacedLabel[] = [];
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const level = open[depth] as OpenLevel;
    for (const reading of readings) {
      if (reading.style === level.style && reading.ordinal === level.ordinal + 1)
        found.push({ depth, reading });
    }
  }
  return found;
}

/** `(i)` after `(h)`: the first numeral when `(ii)` follows, the ninth letter when `(j)` does or when nothing tells. */
function startsAnew(
  continuing: PlacedLabel,
  starting: LabelReading,
  next: string | undefined,
  indent: number,
  open: readonly OpenLevel[],
): boolean {
  const following = next === undefined ? [] : readLabel(next);
  const continuesStart = following.some((r) => r.style === starting.style && r.ordinal === 2);
  const continuesList = following.some(
    (r) => r.style === continuing.reading.style && r.ordinal === continuing.reading.ordinal + 1,
  );
  if (continuesStart !== continuesList) return continuesStart;
  return indent > (open[continuing.depth] as OpenLevel).indent;
}

function preferByIndent(
  continuing: readonly PlacedLabel[],
  open: readonly OpenLevel[],
  indent: number,
): PlacedLabel {
  const sameIndent = continuing.find((placed) => (open[placed.depth] as OpenLevel).indent === indent);
  return sameIndent ?? (continuing[0] as PlacedLabel);
}

/** A label that is written twice is nearest to its list, then one that skips a few; going back is a slip of its own. */
function jumpTo(from: number, to: number): number {
  if (to === from) return 1;
  return to > from ? to - from : 10 + from - to;
}

/** A label that skips ahead in an open list, or goes back in one: the list with the smallest jump. */
function afterGap(open: readonly OpenLevel[], readings: readonly LabelReading[]): PlacedLabel | undefined {
  let best: PlacedLabel | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const level = open[depth] as OpenLevel;
    for (const reading of readings) {
      // Letters are doubled behind (z) only: (ii) is no far letter of a list that has come to (b).
      const isFarLetter = reading.ordinal > 26 && level.ordinal < 20;
      if (reading.style !== level.style || isFarLetter) continue;
      const jump = jumpTo(level.ordinal, reading.ordinal);
      if (jump < smallest) {
        smallest = jump;
        best = { depth, reading };
      }
    }
  }
  return best;
}

/** A label that fits nothing: a numeral of several signs is roman, a single sign a letter. */
function likeliest(readings: readonly LabelReading[]): LabelReading {
  const first = readings[0] as LabelReading;
  return readings.find((reading) => reading.ordinal < first.ordinal) ?? first;
}

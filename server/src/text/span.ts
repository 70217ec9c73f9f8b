/** A half-open range of UTF-16 offsets, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` touches the span; the position right after its last character counts, as a cursor there does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The index of the last element whose start is at or before `offset`, or -1.
 * `starts` is sorted ascending: the search is binary.
 */
export function lastAtOrBefore(count: number, startOf: (index: number) => number, offset: number): number {
  let low = 0;
  let high = count - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (startOf(middle) <= offset) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** The index of the first element whose start is at or behind `offset`; `count` when there is none. */
export function firstAtOrAfter(count: number, startOf: (index: number) => number, offset: number): number {
  return lastAtOrBefore(count, startOf, offset - 1) + 1;
}

/** The members of `sorted` (ascending) that begin in the span. */
export function startingIn<T extends Span>(sorted: readonly T[], { start, end }: Span): readonly T[] {
  const startOf = (i: number): number => (sorted[i] as T).start;
  const first = firstAtOrAfter(sorted.length, startOf, start);
  let last = first;
  while (last < sorted.length && startOf(last) < end) last++;
  return sorted.slice(first, last);
}

/** The element of `sorted` (ascending, not overlapping) that holds the character at `offset`, if any. */
export function spanOver<T extends Span>(sorted: readonly T[], offset: number): T | undefined {
  const found = sorted[lastAtOrBefore(sorted.length, (i) => (sorted[i] as T).start, offset)];
  return found && offset < found.end ? found : undefined;
}

/** The element of `sorted` (ascending, not overlapping) that touches `offset`, if any. */
export function spanAt<T extends Span>(sorted: readonly T[], offset: number): T | undefined {
  const index = lastAtOrBefore(sorted.length, (i) => (sorted[i] as T).start, offset);
  for (let i = index; i >= Math.max(0, index - 1); i--) {
    const candidate = sorted[i];
    if (candidate && touches(candidate, offset)) return candidate;
  }
  return undefined;
}

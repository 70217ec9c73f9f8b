import type { ListedRow } from '../index/definitionEntries.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import { compareTerms } from '../model/termOrder.js';
import { applyEdits, type Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

export function isSorted(rows: readonly ListedRow[]): boolean {
  return rows.every((row, i) => i === 0 || compareTerms((rows[i - 1] as ListedRow).term, row.term) <= 0);
}

/** Whether no change mark lies partly in the lines: they can be moved whole. */
export function isMovable({ reading }: DocumentFacts, { start, end }: Span): boolean {
  return reading.marks.every(
    (mark) => mark.end <= start || mark.start >= end || (start <= mark.start && mark.end <= end),
  );
}

/**
 * Edits that move a row to its alphabetical place under a new name, with the edits inside of it already made; undefined where
 * it stands right, the list is in no order, or marks hold the row where it is.
 */
export function moveToPlace(
  document: DocumentFacts,
  rows: readonly ListedRow[],
  moved: ListedRow,
  newTerm: string,
  inside: readonly Edit[],
): Edit[] | undefined {
  const others = rows.filter((row) => row !== moved);
  if (others.length === 0 || !isSorted(rows) || !isMovable(document, moved.lines)) return undefined;
  const from = rows.indexOf(moved);
  const at = others.findIndex(({ term }) => compareTerms(term, newTerm) > 0);
  const to = at === -1 ? others.length : at;
  if (to === from) return undefined;
  const { text } = document;
  const { start, end } = moved.lines;
  const shifted = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const words = applyEdits(text.slice(start, end), shifted);
  const isLast = from === rows.length - 1;
  const before = rows[from - 1];
  const gap = isLast
    ? { start: (before as ListedRow).lines.end, end: start }
    : { start: end, end: (rows[from + 1] as ListedRow).lines.start };
  const space = text.slice(gap.start, gap.end);
  const removal: Edit = { start: Math.min(start, gap.start), end: Math.max(end, gap.end), newText: '' };
  return [removal, insertionAt(others, to, words, space)];
}

/** The edit that puts a row's words before the row with an index, or behind the last. */
export function insertionAt(rows: readonly ListedRow[], index: number, words: string, space: string): Edit {
  const next = rows[index];
  if (next) return { start: next.lines.start, end: next.lines.start, newText: words + space };
  const { end } = (rows.at(-1) as ListedRow).lines;
  return { start: end, end, newText: space + words };
}

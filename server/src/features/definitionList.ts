import type { DocumentFacts } from '../index/documentFacts.js';
import { compareTerms } from '../model/termOrder.js';
import type { DefinitionRow } from '../syntax/documentTree.js';
import { applyEdits, type Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** A row of a definition list with the lines that it takes. */
export interface ListedRow {
  readonly term: string;
  readonly row: DefinitionRow;
  /** From the start of its first line to the end of its last, the line break left out (the file's own offsets). */
  readonly lines: Span;
}

/** The rows of the list that a definition stands in: those of one provision with nothing but space between their lines. */
export function listAround(document: DocumentFacts, definitionStart: number): ListedRow[] {
  const lists = listsOf(document);
  return (
    lists.find((rows) =>
      rows.some(({ row }) => row.term.start <= definitionStart && definitionStart < row.meaning.end),
    ) ?? []
  );
}

/** Every definition list of a text, in text order. */
export function listsOf(document: DocumentFacts): ListedRow[][] {
  const lists: ListedRow[][] = [];
  let last: ListedRow | undefined;
  for (const row of ownRows(document)) {
    const listed = listRow(document, row);
    const isNext =
      last?.row.provision === row.provision &&
      document.text.slice(last.lines.end, listed.lines.start).trim() === '';
    if (isNext) lists.at(-1)?.push(listed);
    else lists.push([listed]);
    last = listed;
  }
  return lists;
}

/** The rows that stand by themselves, without those whose columns a paste took apart: their lines cannot be moved. */
function ownRows({ tree: { definitionRows: rows } }: DocumentFacts): readonly DefinitionRow[] {
  return rows.filter(({ term, meaning }, i) => {
    const before = rows[i - 1];
    const next = rows[i + 1];
    return !(before && before.meaning.end > term.start) && !(next && next.term.start < meaning.start);
  });
}

function listRow(document: DocumentFacts, row: DefinitionRow): ListedRow {
  const { reading, lines, text } = document;
  const end = Math.max(row.term.end, row.meaning.end);
  const span = reading.toFileSpan({ start: row.term.start, end });
  const first = lines.positionAt(span.start).line;
  const last = lines.positionAt(span.end).line;
  const start = lines.lineStart(first);
  const lineEnd = lines.lineEnd(last);
  const trailing = /[ \t]*$/.exec(text.slice(start, lineEnd))?.[0].length ?? 0;
  const bare = reading.slice(row.term.start, row.term.end).replace(/^[\s"“”‘’'*]+|[\s"“”‘’'*:]+$/g, '');
  return { term: bare, row, lines: { start, end: lineEnd - trailing } };
}

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

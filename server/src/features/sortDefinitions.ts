import { rowsAround, type ListedRow } from '../index/definitionEntries.js';
import type { DocumentView } from '../index/documentView.js';
import { compareTerms } from '../model/termOrder.js';
import { isMovable, isSorted } from './moveRows.js';
import type { Refactoring } from './refactoring.js';

/** Puts the rows of the definition list at a reading offset in the order of the alphabet; their lines are moved whole. */
export function sortDefinitions(view: DocumentView, offset: number): Refactoring | undefined {
  const { document } = view;
  const rows = rowsAround(document, offset);
  if (rows.length < 2 || isSorted(rows)) return undefined;
  if (!rows.every(({ lines }) => isMovable(document, lines))) return undefined;
  const sorted = [...rows].sort((a, b) => compareTerms(a.term, b.term));
  const edits = rows.flatMap((row, i) => {
    const other = sorted[i] as ListedRow;
    if (other === row) return [];
    const newText = document.text.slice(other.lines.start, other.lines.end);
    return [{ ...row.lines, newText, uri: document.uri }];
  });
  return { id: 'sort-definitions', title: `Sort the ${rows.length} definitions of this list`, edits };
}

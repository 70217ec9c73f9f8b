import { rowLists, type ListedRow } from '../index/definitionEntries.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { compareTerms } from '../model/termOrder.js';
import { insertionAt, isMovable, isSorted } from './moveRows.js';
import type { Refactoring } from './refactoring.js';

/** A row to be added to a definition list. */
export interface NewRow {
  readonly term: string;
  readonly meaning: string;
}

/**
 * The edit that adds a row to the list in which a document's terms are defined: the draft's own for Section A, else a new one in
 * the draft; for any other text Section A of the code folder. In its alphabetical place, in the form of the rows beside it.
 * @returns undefined where there is no such list, or marks cut through the place
 */
export function addDefinition(
  view: DocumentView,
  row: NewRow,
): { where: string; edits: Refactoring['edits'] } | undefined {
  const { document } = view;
  if (document.role.kind === 'draft') {
    const list = rowLists(document).at(-1);
    if (list) return inList(document, list, row, 'this draft');
    return newList(document, row);
  }
  const own = rowLists(document).at(-1);
  if (document.role.kind === 'paper' || (document.role.key !== 'A' && own)) {
    return own && inList(document, own, row, 'this text');
  }
  const [sectionA] = view.code.parts.get('A') ?? [];
  const list = sectionA && rowLists(sectionA).sort((a, b) => b.length - a.length)[0];
  return sectionA && list && inList(sectionA, list, row, 'Section A');
}

function inList(
  document: DocumentFacts,
  rows: readonly ListedRow[],
  { term, meaning }: NewRow,
  where: string,
): { where: string; edits: Refactoring['edits'] } | undefined {
  const at = isSorted(rows) ? rows.findIndex((row) => compareTerms(row.term, term) > 0) : -1;
  const index = at === -1 ? rows.length : at;
  const beside = rows[Math.min(index, rows.length - 1)] as ListedRow;
  if (!isMovable(document, beside.lines)) return undefined;
  const { text } = document;
  const isPipe = text.slice(beside.lines.start, beside.lines.end).trimStart().startsWith('|');
  const words = isPipe ? `| ${term} | ${meaning} |` : `${term}\t${meaning}`;
  const edit = insertionAt(rows, index, words, spaceBetween(document, rows));
  return { where, edits: [{ ...edit, uri: document.uri }] };
}

/** What stands between two rows of the list: a line break, and an empty line where the list has them. */
function spaceBetween({ text }: DocumentFacts, [first, second]: readonly ListedRow[]): string {
  if (first && second) return text.slice(first.lines.end, second.lines.start);
  return lineBreakOf(text);
}

export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A draft that defines nothing yet: a list under Section A, before the first part that it changes. */
function newList(
  document: DocumentFacts,
  { term, meaning }: NewRow,
): { where: string; edits: Refactoring['edits'] } | undefined {
  const [first] = document.tree.parts;
  const provision = first && document.tree.provisions[first.provision];
  if (!provision) return undefined;
  const file = document.reading.toFileSpan({ start: provision.start, end: provision.start + 1 });
  const start = document.lines.lineStart(document.lines.positionAt(file.start).line);
  const lines = [
    'Section A (Definitions and Interpretation)',
    '',
    'Insert the following definitions in alphabetical order:',
    '',
    'Term\tMeaning',
    `${term}\t${meaning}`,
    '',
    '',
  ];
  const newText = lines.join(lineBreakOf(document.text));
  return { where: 'a new list of this draft', edits: [{ start, end: start, newText, uri: document.uri }] };
}

import type { Block, DefinitionRow } from '../syntax/documentTree.js';
import type { Definition } from '../syntax/definition.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import type { DocumentFacts } from './documentFacts.js';

/** A definition that opens an entry of a list: a row, or a paragraph that begins with the quoted term. */
export interface ListedDefinition extends Span {
  readonly term: string;
  /** Index of the block that it opens. */
  readonly block: number;
}

/**
 * The definition lists of a text, each with its entries in text order. Paragraphs and lists inside a meaning do not part a
 * list; a heading, a title, an instruction and another provision's words do.
 */
export function* definitionLists(document: DocumentFacts): Iterable<readonly ListedDefinition[]> {
  const { blocks } = document.tree;
  let list: ListedDefinition[] = [];
  let group = -2;
  let next = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    while (
      next < document.definitions.length &&
      (document.definitions[next] as Definition).start < block.textStart
    )
      next++;
    const definition = document.definitions[next];
    const opens = definition !== undefined && opensBlock(document, block, definition);
    const home = opens ? groupOf(document, block) : group;
    const isBreak = opens ? home !== group : breaksList(document, block, group);
    if (isBreak) {
      if (list.length > 0) yield list;
      list = [];
      group = -2;
    }
    if (opens) {
      const { term, start, end } = definition;
      list.push({ term, start, end, block: index });
      group = home;
    }
  }
  if (list.length > 0) yield list;
}

/** Whether a block begins with the term that it defines. */
function opensBlock({ reading }: DocumentFacts, block: Block, definition: Definition): boolean {
  const { form, start } = definition;
  if (start >= block.end) return false;
  if (block.kind === 'term') return form === 'row';
  if (block.kind !== 'text' || form !== 'quoted' || start - block.textStart > 4) return false;
  if (!/^[“"‘'*\s]+$/.test(reading.slice(block.textStart, start))) return false;
  // `“Fees” and “Charges” have …` sorts by the first; a sentence about a term is no entry.
  const verb =
    /^[”"’'*]+[\s\u00a0]*(?:\([^()]{1,80}\)[\s\u00a0]*)?(?:(?:shall|will)[\s\u00a0]+)?(?:means?|has|have|includes?|refers?|is|are|:|–|—|-)/i;
  return verb.test(reading.slice(definition.end, definition.end + 140));
}

/** Entries with numbers of their own belong to the provision that holds those; all others to the one they stand in. */
function groupOf({ tree }: DocumentFacts, block: Block): number {
  const provision = tree.provisions[block.provision];
  const isLabelled = provision !== undefined && provision.start === block.start && provision.number !== '';
  return isLabelled ? provision.parent : block.provision;
}

function breaksList({ tree, reading }: DocumentFacts, block: Block, group: number): boolean {
  if (group === -2 || block.kind === 'cell' || block.kind === 'term' || block.definition !== -1) return false;
  if (block.kind !== 'text') return block.kind !== 'contents';
  const words = reading.slice(Math.max(block.textStart, block.end - 4), block.end);
  if (block.provision === group) return /:\s*$/.test(words);
  for (let at = block.provision; at !== -1; at = tree.provisions[at]?.parent ?? -1)
    if (at === group) return false;
  return group !== -1;
}

/** Whether the words before a list say that it is alphabetical: `Insert the following definitions in alphabetical order:`. */
export function announcesOrder({ tree, reading }: DocumentFacts, first: ListedDefinition): boolean {
  for (let i = first.block - 1; i >= Math.max(0, first.block - 6); i--) {
    const block = tree.blocks[i] as Block;
    if (block.kind === 'text') return /\balphabetical/i.test(reading.slice(block.textStart, block.end));
    if (block.kind === 'title') return false;
  }
  return false;
}

// ---- rows and their lines ----------------------------------------------------------------------------------------------

/** A row of a definition list with the lines that it takes. */
export interface ListedRow {
  readonly term: string;
  readonly row: DefinitionRow;
  /** From the start of its first line to the end of its last, the line break left out (the file's own offsets). */
  readonly lines: Span;
}

/** The rows of the list that a definition stands in, as `rowLists` has them. */
export function rowsAround(document: DocumentFacts, definitionStart: number): readonly ListedRow[] {
  const lists = rowLists(document);
  return (
    lists.find((rows) =>
      rows.some(({ row }) => row.term.start <= definitionStart && definitionStart < row.meaning.end),
    ) ?? []
  );
}

/**
 * The rows of each definition list whose lines can be moved past one another, in text order: those with nothing but space
 * between their lines. A list that other words part is several of them.
 */
export function rowLists(document: DocumentFacts): (readonly ListedRow[])[] {
  const lists: ListedRow[][] = [];
  const own = ownRows(document);
  for (const list of definitionLists(document)) {
    let last: ListedRow | undefined;
    for (const row of rowsOf(list, own)) {
      const listed = listRow(document, row);
      const isNext = last && document.text.slice(last.lines.end, listed.lines.start).trim() === '';
      if (isNext) lists.at(-1)?.push(listed);
      else lists.push([listed]);
      last = listed;
    }
  }
  return lists;
}

/** The rows that the entries of a list open; a row may define several terms. */
function rowsOf(list: readonly ListedDefinition[], rows: readonly DefinitionRow[]): Set<DefinitionRow> {
  const startOf = (i: number): number => rows[i]?.term.start ?? 0;
  return new Set(
    list.flatMap(({ start }) => {
      const row = rows[lastAtOrBefore(rows.length, startOf, start)];
      return row && start < row.term.end ? row : [];
    }),
  );
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
  let lineEnd = lines.lineEnd(last);
  while (lineEnd > start && /[ \t]/.test(text.charAt(lineEnd - 1))) lineEnd--;
  const bare = reading.slice(row.term.start, row.term.end).replace(/^[\s"“”‘’'*]+|[\s"“”‘’'*:]+$/g, '');
  return { term: bare, row, lines: { start, end: lineEnd } };
}

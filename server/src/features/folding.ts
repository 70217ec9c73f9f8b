import type { DocumentFacts } from '../index/documentFacts.js';
import type { Block } from '../syntax/documentTree.js';
import { frontMatterEnd } from '../text/masks.js';
import { lastAtOrBefore } from '../text/span.js';
import { documentSymbols, type DocumentSymbolNode } from './documentSymbols.js';

/** Lines that can be folded away behind their first (zero-based lines of the file, the last one included). */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'provision' | 'list' | 'table' | 'comment' | 'front matter';
}

/** The folds of a text: provisions, side headings and definitions, lists, tables, comments, front matter. One for each first line. */
export function folds(document: DocumentFacts): Fold[] {
  const found = new Map<number, Fold>();
  const add = (kind: Fold['kind'], start: number, end: number): void => {
    const startLine = document.lines.positionAt(start).line;
    const endLine = document.lines.positionAt(Math.max(start, end - 1)).line;
    if (endLine > startLine && !found.has(startLine)) found.set(startLine, { startLine, endLine, kind });
  };
  const addReading = (kind: Fold['kind'], start: number, end: number): void => {
    const span = document.reading.toFileSpan({ start, end });
    add(kind, span.start, span.end);
  };
  const walk = (node: DocumentSymbolNode): void => {
    addReading('provision', node.span.start, node.span.end);
    const list = listIn(document, node);
    if (list) addReading('list', list.start, list.end);
    node.children.forEach(walk);
  };
  add('front matter', 0, frontMatterEnd(document.text));
  documentSymbols(document).forEach(walk);
  for (const table of tables(document)) addReading('table', table.start, table.end);
  for (const { start, end } of document.reading.comments) add('comment', start, end);
  return [...found.values()].sort((a, b) => a.startLine - b.startLine);
}

/** A list with the paragraph that leads to it, where that is not the provision's first line. */
function listIn(
  { tree }: DocumentFacts,
  { children }: DocumentSymbolNode,
): { start: number; end: number } | undefined {
  const items = children.filter(({ kind }) => kind === 'paragraph');
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return undefined;
  const { blocks } = tree;
  const before = lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, first.span.start - 1);
  const lead = blocks[before];
  return lead?.kind === 'text' ? { start: lead.start, end: last.span.end } : undefined;
}

/** Neighbouring rows of cells, from the head of their table. */
function tables({ tree, reading }: DocumentFacts): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (const block of tree.blocks) {
    if (isCell(block, reading.text)) {
      if (open) open.end = block.end;
      else found.push((open = { start: block.start, end: block.end }));
    } else open = undefined;
  }
  return found;
}

function isCell({ kind, definition, start }: Block, text: string): boolean {
  if (kind === 'cell' || kind === 'term' || definition !== -1) return true;
  if (kind !== 'heading') return false;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  return line.startsWith('|') || line.includes('\t');
}

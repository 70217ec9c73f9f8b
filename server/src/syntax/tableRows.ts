import type { Span } from '../text/span.js';
import { isSpace, type Line } from './lines.js';

/** A line of a table: Markdown pipes, or cells parted by tabs. */
export interface Row {
  readonly kind: 'pipe' | 'tab';
  readonly cells: readonly Span[];
  /** The line of dashes under a Markdown table's head. */
  readonly isRule: boolean;
}

/** Reads a table row; undefined for a line that is none. A tab behind a number label alone makes no row of two cells. */
export function splitRow(text: string, line: Line): Row | undefined {
  if (text[line.start] === '|') return pipeRow(text, line);
  // Only the line is searched: its neighbours may have no tab for a long way.
  if (!text.slice(line.start, line.end).includes('\t')) {
    return line.indent > 0 && startsWithTab(text, line)
      ? { kind: 'tab', cells: [{ start: line.start, end: line.start }, line], isRule: false }
      : undefined;
  }
  const cells = cut(text, line.start, line.end, '\t');
  const first = cells[0] as Span;
  if (cells.length === 2 && isLabelCell(text, first)) return undefined;
  return { kind: 'tab', cells, isRule: false };
}

function startsWithTab(text: string, line: Line): boolean {
  let at = line.start - 1;
  while (at >= 0 && isSpace(text.charCodeAt(at)) && text[at] !== '\n') {
    if (text[at] === '\t') return true;
    at--;
  }
  return false;
}

const labelCell =
  /^(?:\(?[A-Za-z]{1,5}\)|\(\d{1,3}\)|[A-Za-z]{1,4}\.|[A-Z]?\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*\.?|[•▪·*–-])$/;

function isLabelCell(text: string, cell: Span): boolean {
  return cell.end - cell.start <= 16 && labelCell.test(text.slice(cell.start, cell.end));
}

function pipeRow(text: string, line: Line): Row {
  let end = line.end;
  if (text[end - 1] === '|' && text[end - 2] !== '\\') end--;
  const cells = cut(text, line.start + 1, end, '|');
  const isRule = cells.every((cell) => /^:?-{1,}:?$/.test(text.slice(cell.start, cell.end)));
  return { kind: 'pipe', cells, isRule };
}

function cut(text: string, start: number, end: number, separator: string): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const isEnd = at === end;
    if (!isEnd && (text[at] !== separator || text[at - 1] === '\\')) continue;
    cells.push(trim(text, from, at));
    from = at + 1;
  }
  if (separator === '\t') return cells.filter((cell, i) => cell.end > cell.start || i === 0);
  return cells;
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

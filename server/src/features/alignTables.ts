import type { DocumentFacts } from '../index/documentFacts.js';
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** A column whose cells are longer is not filled up: meanings would push each other out of the window. */
const widest = 40;

const row = /^[ \t]*\|.*\|[ \t]*$/;
const rule = /^:?-+:?$/;

/**
 * Edits that put the bars of the pipe tables which a span touches below each other. A table in which a change mark holds a whole
 * row, or whose rows differ in their number of cells, is left alone.
 */
export function alignTables({ lines, text }: DocumentFacts, span: Span): Edit[] {
  const edits: Edit[] = [];
  const lineOf = (line: number): string => text.slice(lines.lineStart(line), lines.lineEnd(line));
  const isTable = (line: number): boolean =>
    line >= 0 && line < lines.lineCount && lineOf(line).includes('|');
  let line = lines.positionAt(span.start).line;
  while (isTable(line - 1) && isTable(line)) line--;
  const last = lines.positionAt(span.end).line;
  for (; line <= last; line++) {
    if (!isTable(line)) continue;
    const from = line;
    while (isTable(line + 1)) line++;
    const rows = Array.from({ length: line - from + 1 }, (_, i) => lineOf(from + i));
    for (const [i, aligned] of alignRows(rows).entries())
      if (aligned !== rows[i])
        edits.push({ start: lines.lineStart(from + i), end: lines.lineEnd(from + i), newText: aligned });
  }
  return edits;
}

/** The rows of one table, aligned; as they are when they are not all rows of one table. */
function alignRows(rows: readonly string[]): readonly string[] {
  const cells = rows.map((line) => (row.test(line) ? cellsOf(line.trim()) : []));
  const count = cells[0]?.length ?? 0;
  const isTable = cells.length > 1 && count > 0 && cells.every(({ length }) => length === count);
  if (!isTable || !cells[1]?.every((cell) => rule.test(cell))) return rows;
  const widths = Array.from({ length: count }, (_, column) => {
    const longest = Math.max(3, ...cells.map((line, i) => (i === 1 ? 3 : widthOf(line[column] ?? ''))));
    return longest <= widest ? longest : 0;
  });
  const indent = /^[ \t]*/.exec(rows[0] ?? '')?.[0] ?? '';
  return cells.map((line, i) => {
    const padded = line.map((cell, column) =>
      i === 1
        ? ruleOf(cell, widths[column] ?? 0)
        : cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))),
    );
    return `${indent}| ${padded.join(' | ')} |`;
  });
}

/** `:---:` as wide as its column. */
function ruleOf(cell: string, width: number): string {
  const [left, right] = [cell.startsWith(':') ? ':' : '', cell.length > 1 && cell.endsWith(':') ? ':' : ''];
  return left + '-'.repeat(Math.max(3, width) - left.length - right.length) + right;
}

/** The words between the bars; `\|` is no bar, and neither is one inside a change mark. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let from = 1;
  let depth = 0;
  for (let at = 1; at < line.length; at++) {
    const two = line.slice(at, at + 3);
    if (line[at] === '\\') at++;
    else if (/^\{(?:\+\+|--|~~|>>|==)/.test(two)) depth++;
    else if (/^(?:\+\+|--|~~|<<|==)\}/.test(two)) depth--;
    else if (line[at] === '|' && depth <= 0) {
      cells.push(line.slice(from, at).trim());
      from = at + 1;
    }
  }
  return depth === 0 ? cells : [];
}

/** Columns of a fixed-width font: signs beyond the basic plane are one, joined ones are not looked into. */
function widthOf(text: string): number {
  return [...text].length;
}

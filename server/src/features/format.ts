import type { DocumentFacts } from '../index/documentFacts.js';
import { frontMatterEnd } from '../text/masks.js';
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { alignTables } from './alignTables.js';
import { continueList } from './continueList.js';

const step = '    ';

/**
 * Edits (the file's own offsets) that lay out the lines which a span touches: labels of lists are indented by their depth and
 * the bars of tables stand below each other. No word, number, mark or line break is touched.
 */
export function formatRange(document: DocumentFacts, span: Span): Edit[] {
  return [...indentLabels(document, span), ...alignTables(document, span)].sort((a, b) => a.start - b.start);
}

/**
 * Edits behind a sign that was typed: a line break goes on with the list that it stands in, a bar aligns its table.
 * @param offset behind the sign (the file's own)
 */
export function formatOnType(document: DocumentFacts, offset: number, sign: string): Edit[] {
  if (offset <= frontMatterEnd(document.text)) return [];
  if (sign === '\n') return continueList(document, offset);
  return sign === '|' ? alignTables(document, { start: offset, end: offset }) : [];
}

/** Only where nothing but space stands before a label: marks and emphasis keep their place. */
function indentLabels({ tree, reading, lines, text }: DocumentFacts, span: Span): Edit[] {
  const edits: Edit[] = [];
  for (const { levels, label, definition } of tree.provisions) {
    if (levels.length === 0 || definition !== -1) continue;
    const { start } = reading.toFileSpan(label);
    const lineStart = lines.lineStart(lines.positionAt(start).line);
    if (start < span.start && lines.lineEnd(lines.positionAt(start).line) < span.start) continue;
    if (lineStart > span.end) break;
    const before = text.slice(lineStart, start);
    const wanted = step.repeat(levels.length);
    if (before.trim() === '' && before !== wanted)
      edits.push({ start: lineStart, end: start, newText: wanted });
  }
  return edits;
}

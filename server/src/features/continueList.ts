import type { DocumentFacts } from '../index/documentFacts.js';
import { formatLabel, readLabel, type LabelStyle } from '../model/numerals.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Edit } from '../text/edit.js';
import { styleOfList } from './listSteps.js';

const step = '    ';
/** How the Code counts its lists, outermost first: (a), (i), (A), (1). */
const styles: readonly LabelStyle[] = ['alpha', 'roman', 'ALPHA', 'number'];

/**
 * What a line break goes on with: the next label behind an item that ends in a semicolon or comma, with or without `and` or
 * `or`; the first label of the list that a colon opens. Behind an empty item the list ends: its label goes.
 *
 * @param offset the place behind the line break, on a line that is empty (the file's own)
 */
export function continueList(document: DocumentFacts, offset: number): Edit[] {
  const { text, lines } = document;
  const { line } = lines.positionAt(offset);
  const lineStart = lines.lineStart(line);
  const lineEnd = lines.lineEnd(line);
  if (line === 0 || text.slice(lineStart, lineEnd).trim() !== '') return [];
  const before = { start: lines.lineStart(line - 1), end: lines.lineEnd(line - 1) };
  const words = text.slice(before.start, before.end);
  if (/^[ \t]*\([A-Za-z0-9]{1,6}\)[ \t]*$/.test(words)) return [{ ...before, newText: '' }];
  const provision = provisionAbove(document, before.end);
  const label = provision && nextLabel(document, provision, words.trimEnd());
  if (label === undefined) return [];
  return [{ start: lineStart, end: lineEnd, newText: `${step.repeat(label.depth)}(${label.sign}) ` }];
}

/** The provision whose paragraph runs up to the end of a line. */
function provisionAbove({ tree, reading, text }: DocumentFacts, lineEnd: number): Provision | undefined {
  let found: Provision | undefined;
  for (const provision of tree.provisions) {
    if (reading.toFile(provision.start) > lineEnd) break;
    found = provision;
  }
  if (!found || found.number === '' || found.definition !== -1) return undefined;
  const isSameParagraph = !/\n[ \t\r]*\n/.test(text.slice(reading.toFile(found.label.start), lineEnd));
  return isSameParagraph ? found : undefined;
}

function nextLabel(
  document: DocumentFacts,
  provision: Provision,
  words: string,
): { readonly sign: string; readonly depth: number } | undefined {
  const depth = provision.levels.length;
  if (words.endsWith(':')) {
    const style = styles[depth];
    return style && { sign: formatLabel(style, 1), depth: depth + 1 };
  }
  const last = provision.levels.at(-1);
  if (last === undefined || !/[;,](?:[ \t]+(?:and|or))?$/.test(words)) return undefined;
  const style = styleOf(document, provision, last);
  const reading = readLabel(last).find((candidate) => candidate.style === style);
  return reading && { sign: formatLabel(reading.style, reading.ordinal + 1), depth };
}

/** `(i)` is a letter behind (h), a numeral where its list begins with it. */
function styleOf({ tree }: DocumentFacts, { parent, levels }: Provision, last: string): LabelStyle {
  const siblings = tree.provisions
    .filter((other) => other.parent === parent && other.levels.length === levels.length)
    .map((other) => other.levels.at(-1) ?? '');
  return styleOfList(siblings.slice(0, siblings.lastIndexOf(last) + 1));
}

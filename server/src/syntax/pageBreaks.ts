import { isSideHeading } from './headings.js';
import { isBlank, type Line } from './lines.js';

const loneNumber =
  /^(?:[-–—]?[ \u00a0]*\d{1,3}[ \u00a0]*[-–—]?|\d{1,3} ?\/ ?\d{1,3}|page ?\| ?\d{1,3}|\d{1,3} ?\| ?page)$/i;
const classification =
  /^(?:(?:security |document )?classification\b.{0,40}|(?:SEC )?(?:public|official|confidential|restricted|internal|controlled)\b.{0,30}|TLP.{0,20})$/i;
/** A header with the page number at its end, or columns in it. */
const endsWithPage = /(?:\bpage \d{1,3}(?: of \d{1,3})?|\d{1,3} of \d{1,3}|\| ?\d{1,3})$/i;
const inColumns = /\S(?: {2,}|\t| \| )\S/;
const endsSentence = /[.:;?!][”"’')\]]*$/;
const goesOn =
  /(?:\b(?:and|or|to|of|the|an?|in|with|by|under|from|on|at|than|each|any|such|that|which|shall|must|may)|,|\(|–)$/;
/** `every Recovery` above the break, `Run` below it. */
const leavesTermOpen = /\b(?:an?|the|each|any|every|such)(?: [A-Z][A-Za-z-]*){1,4}$/;
const mostLines = 3;
const longestHeader = 90;
/** A header is shorter than the lines of the text around it. */
const headerShare = 0.8;

/**
 * Marks as furniture what a page break puts inside a sentence: a page number or classification and the header or footer lines
 * beside it, with the blank lines between them (legal-text.md, Text that came through PDF). Only where the line above leaves its
 * sentence open and the line below goes on with it.
 *
 * @param skip 1 where a line is furniture already; filled in
 */
export function markPageBreaks(text: string, lines: readonly Line[], skip: Uint8Array): void {
  for (let i = 0; i < lines.length; i++) {
    if (skip[i] === 2 || !isAnchor(text, lines[i] as Line, skip[i] === 1)) continue;
    const end = markAround(text, lines, skip, i);
    if (end > i) i = end;
  }
}

function isAnchor(text: string, line: Line, isFurniture: boolean): boolean {
  if (isFurniture) return true;
  const length = line.end - line.start;
  if (length === 0 || length > longestHeader) return false;
  const words = text.slice(line.start, line.end);
  if (length <= 60 && (loneNumber.test(words) || classification.test(words))) return true;
  return endsWithPage.test(words) && /^[A-Z]/.test(words);
}

/** @returns the last line that was marked, or -1 */
function markAround(text: string, lines: readonly Line[], skip: Uint8Array, anchor: number): number {
  const above = neighbours(text, lines, skip, anchor, -1);
  const below = neighbours(text, lines, skip, anchor, 1);
  for (const goesOnBelow of [startsSmall, () => true]) {
    for (let a = above.length - 1; a >= 0; a--) {
      for (let b = 0; b < below.length; b++) {
        const before = above[a] as number;
        const after = below[b] as number;
        if (
          !goesOnBelow(text, lines[after] as Line) ||
          !isCut(text, lines[before] as Line, lines[after] as Line)
        )
          continue;
        if (!areHeaders(text, lines, [...above.slice(0, a), ...below.slice(0, b)], before)) continue;
        for (let i = before + 1; i < after; i++) skip[i] = 1;
        return after - 1;
      }
    }
  }
  return -1;
}

/** A line that goes on in small letters, or closes what is open. */
function startsSmall(text: string, { start, end }: Line): boolean {
  return /^[a-z]{2,}|^[a-z] |^[”’)]/.test(text.slice(start, Math.min(end, start + 4)));
}

/** The lines with words above or below a line, the nearest first; at most so many, and one behind those that may be headers. */
function neighbours(
  text: string,
  lines: readonly Line[],
  skip: Uint8Array,
  from: number,
  step: 1 | -1,
): number[] {
  const found: number[] = [];
  for (let i = from + step; i >= 0 && i < lines.length && found.length <= mostLines; i += step) {
    const line = lines[i] as Line;
    if (isBlank(line) || skip[i] === 1) continue;
    if (skip[i] === 2) break;
    found.push(i);
    const words = text.slice(line.start, Math.min(line.end, line.start + longestHeader + 1));
    const canBeHeader =
      words.length <= longestHeader &&
      !/[.,;](?:\s|$)/.test(words) &&
      /^[A-Z©]/.test(words) &&
      (isSideHeading(words) || inColumns.test(words) || endsWithPage.test(words));
    if (!loneNumber.test(words) && !canBeHeader) break;
  }
  return found;
}

/** Whether a sentence runs from one line to the other. */
function isCut(text: string, before: Line, after: Line): boolean {
  const above = text.slice(before.start, before.end);
  const below = text.slice(after.start, Math.min(after.end, after.start + 80));
  if (above.length < 25 || endsSentence.test(above) || loneNumber.test(below)) return false;
  if (startsSmall(text, after)) return /[a-z,(–-]/.test(above);
  return goesOn.test(above) || leavesTermOpen.test(above) || above.lastIndexOf('“') > above.lastIndexOf('”');
}

/** Whether lines between are as short as headers are, or in columns or capitals as the text is not. */
function areHeaders(
  text: string,
  lines: readonly Line[],
  between: readonly number[],
  before: number,
): boolean {
  const width = lengthOf(lines[before] as Line);
  return between.every((i) => {
    const line = lines[i] as Line;
    if (lengthOf(line) <= headerShare * width) return true;
    const words = text.slice(line.start, line.end);
    return inColumns.test(words) || endsWithPage.test(words) || words === words.toUpperCase();
  });
}

function lengthOf({ start, end }: Line): number {
  return end - start;
}

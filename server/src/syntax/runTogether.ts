import { isDeterminer, isSentenceOpener } from './words.js';

/**
 * A whole Section may arrive as one line (legal-text.md, Text that came through PDF):
 * `SECTION B: ACCESSION B1 ACCESSION Eligibility for Admission B1.1 Any person …`.
 */
const longLine = 300;
const label = /(?<=[\s.;:])([A-Z])(\d{1,3}[A-Z]?)(?:\.(\d{1,3}[A-Z]?))?[ \t\u00a0]+(?=[A-Z“"‘(])/g;
const leadBefore = /(?:\b(?:sections?|clauses?|paragraphs?|sec|and|or|to|of|in|with)|[,(–-])[\s\u00a0]*$/i;
/** The heading of a sub-section in capitals, up to the side heading behind it. */
const capitalHeading = /^(?:[A-Z0-9][A-Z0-9’'&,()/–-]*[ \t\u00a0]+)+(?=[A-Z][a-z])/;
const titleOpening = /(?:^|\n)[ \t]*SECTION[ \t]+([A-Z])\b/;

/** Offsets where a provision starts in the middle of a long line; only labels that continue the Section's own sequence. */
export function findRunTogetherLabels(text: string): number[] {
  const breaks: number[] = [];
  for (let at = 0; at < text.length;) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    if (end - at > longLine) collectBreaks(text, at, end, breaks);
    if (end - at > longDefinitions) collectDefinitions(text, at, end, breaks);
    at = end + 1;
  }
  return breaks.sort((a, b) => a - b);
}

/** Two definitions on one line make it long. */
const longDefinitions = 100;
const definitionInLine =
  /(?<=[.;:][ \u00a0]{1,3})([A-Z][A-Za-z0-9’'/&-]*)(?:[ \u00a0](?:(?:of|and|for|to|or)[ \u00a0])?[A-Z][A-Za-z0-9’'/&-]*){0,7}[ \u00a0]+(?:means[ \u00a0](?!that\b|of\b|to\b)|has the meaning\b|shall (?:have the meaning|mean)\b)/g;

/** `… below. Red Box means a box. Blue Box means …`: a definition list whose rows have run together, from its second row on. */
function collectDefinitions(text: string, start: number, end: number, breaks: number[]): void {
  const line = text.slice(start, end);
  if (!line.includes('mean')) return;
  const rows = [...line.matchAll(definitionInLine)].filter(
    ([, first = '']) => !isDeterminer(first) && !isSentenceOpener(first),
  );
  const opensWithRow = /^[A-Z][^.;:]{0,80}? (?:means|has the meaning|shall)\b/.test(line);
  if (rows.length + Number(opensWithRow) < 2) return;
  for (const { index } of rows) breaks.push(start + index);
}

function collectBreaks(text: string, start: number, end: number, breaks: number[]): void {
  const line = text.slice(start, end);
  const title = titleOpening.exec(line.slice(0, 80));
  const first = /^[ \t]*([A-Z])\d/.exec(line);
  const letter = title?.[1] ?? first?.[1];
  if (!letter) return;
  let top = 0;
  let clause = 0;
  if (first && !title) {
    const numbers = /^[ \t]*[A-Z](\d{1,3})(?:\.(\d{1,3}))?/.exec(line);
    top = Number(numbers?.[1] ?? 0);
    clause = Number(numbers?.[2] ?? 0);
  }
  label.lastIndex = 0;
  for (let match = label.exec(line); match; match = label.exec(line)) {
    if (match[1] !== letter || leadBefore.test(line.slice(Math.max(0, match.index - 20), match.index)))
      continue;
    const number = Number.parseInt(match[2] as string, 10);
    const sub = match[3] === undefined ? undefined : Number.parseInt(match[3], 10);
    if (sub === undefined && number === top + 1) {
      top = number;
      clause = 0;
    } else if (sub !== undefined && number === top && (sub === clause + 1 || sub === clause)) {
      clause = sub;
    } else {
      continue;
    }
    breaks.push(start + match.index);
    if (sub !== undefined) continue;
    const heading = capitalHeading.exec(line.slice(label.lastIndex, label.lastIndex + 200));
    if (heading) breaks.push(start + label.lastIndex + heading[0].length);
  }
}

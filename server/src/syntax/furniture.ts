import type { Line } from './lines.js';
import { markPageBreaks } from './pageBreaks.js';

const pageNumber = /^(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|\d{1,4}\s+of\s+\d{1,4})$/i;
const laterPage = /^(?:page\s+)?(?:[2-9]|\d{2,4})\b/i;
const partName = /^(?:Section|Schedule|Appendix)[ \u00a0][A-Z0-9]{1,2}$/i;
const runningHeader =
  /^(?:SEC|Smart Energy Code)(?:\s*[-–—|]|\t)\s*(?:Section|Schedule|Appendix)\s+[A-Z0-9]{1,2}\b[^.]{0,80}$/i;
/** `Schedule 7 – Page 2`. */
const pageOfPart =
  /^(?:Section|Schedule|Appendix)\s[A-Z0-9]{1,2}\s?[-–—|]\s?page\s\d{1,4}(?:\sof\s\d{1,4})?$/i;
const versionLine = /^(?:(?:SEC\s+)?Version|v)\s*[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,2}$/i;
const dotLeader = /(?:\.{3,}|…+|_{3,}|(?:\s\.){3,})\s*\d{1,4}$/;
const pageAtEnd = /(?:\t|\s{2,})\d{1,4}$/;
const contentsHead = /^(?:table of )?contents(?: page)?:?$/i;

/** `Version 2.3 Page 1 of 9`, `SEC – Appendix AC   Page 2`, `Smart Energy Code   Page 2`, `v6.3 | 3 of 40`: several of them on one line. */
const pieceOfFurniture =
  /(?:page\s\d{1,4}(?:\sof\s\d{1,4})?|\d{1,4}\sof\s\d{1,4}|(?:SEC\s)?version\s(?:[A-Z]{1,2}\s)?\d{1,3}(?:\.\d{1,3}){0,2}|v\d{1,3}(?:\.\d{1,3}){1,2}|(?:SEC|Smart Energy Code)(?:\s?[-–—|]\s?(?:Section|Schedule|Appendix)\s[A-Z0-9]{1,2})?\b)[\s|,;–—-]*/iy;

/** `Modification Proposal DP134    Page 2 of 7`: a title and, in a column of its own, the number of the page. */
const titledPage = /^[^.;:]{3,90}(?:\t| {3})[ \t]*page\s\d{1,4}\sof\s\d{1,4}$/i;

/** Page headers, page numbers and version lines (legal-text.md: they are no provisions and cut sentences). */
export function isFurniture(text: string): boolean {
  return (
    text.length <= 120 &&
    (pageNumber.test(text) ||
      pageOfPart.test(text) ||
      runningHeader.test(text) ||
      versionLine.test(text) ||
      (endsInDigit(text) && titledPage.test(text)) ||
      isAllFurniture(text))
  );
}

function isAllFurniture(text: string): boolean {
  if (!endsInDigit(text) || !/\b(?:page|of)\s/i.test(text)) return false;
  const words = text.replace(/\s+/g, ' ');
  pieceOfFurniture.lastIndex = 0;
  while (pieceOfFurniture.test(words)) if (pieceOfFurniture.lastIndex === words.length) return true;
  return false;
}

/** Only a line with a number at its end is worth the patterns. */
function endsInDigit(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 48 && code <= 57;
}

/** A line of a contents list: dot leaders and a page number at its end. */
export function isContentsLine(text: string): boolean {
  return text.length <= 240 && endsInDigit(text) && dotLeader.test(text);
}

/** The name of the part above or below the number of any page but the first: a header that opens nothing. */
function markNamesBeside(text: string, lines: readonly Line[], page: number, skip: Uint8Array): void {
  for (const i of [page - 1, page + 1]) {
    const line = lines[i];
    if (line && line.end - line.start <= 20 && partName.test(text.slice(line.start, line.end))) skip[i] = 1;
  }
}

/** Inside a contents list a tab and a page number at the end are enough. */
export function isLikelyContentsLine(text: string): boolean {
  return text.length <= 240 && endsInDigit(text) && (dotLeader.test(text) || pageAtEnd.test(text));
}

export function isContentsHead(text: string): boolean {
  return text.length <= 30 && contentsHead.test(text);
}

/**
 * Which lines are contents or page furniture. A run of two or more lines that end in a tab and a page number is a contents
 * list too when they begin with a number or stand under the word Contents.
 */
export function findNonText(text: string, lines: readonly Line[]): Uint8Array {
  const skip = new Uint8Array(lines.length);
  let inContents = false;
  let likelyBefore = -1;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const length = line.end - line.start;
    if (length === 0) continue;
    if (length > 240) {
      inContents = false;
      likelyBefore = -1;
      continue;
    }
    const words = text.slice(line.start, line.end);
    if (isContentsHead(words)) {
      inContents = true;
      skip[i] = 2;
    } else if (isContentsLine(words)) {
      skip[i] = 2;
    } else if (isFurniture(words)) {
      skip[i] = 1;
      if (laterPage.test(words)) markNamesBeside(text, lines, i, skip);
    } else if (isLikelyContentsLine(words) && (inContents || /^[A-Z]?\d/.test(words))) {
      const atHead = likelyBefore !== -1;
      if (inContents || atHead) skip[i] = 2;
      if (atHead) skip[likelyBefore] = 2;
      likelyBefore = i;
      continue;
    } else {
      inContents = false;
    }
    likelyBefore = -1;
  }
  markPageBreaks(text, lines, skip);
  return skip;
}

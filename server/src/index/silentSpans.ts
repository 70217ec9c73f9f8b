import type { Span } from '../text/span.js';
import type { DocumentFacts } from './documentFacts.js';
import type { DocumentView } from './documentView.js';

/*
 * Where no capitalised word is a candidate: names, titles, addresses, things with their numbers (legal-text.md, What is a use of
 * something undefined?).
 */

const longestSignature = 100;

/** An Act is law with or without its year; Regulations, an Order or Rules may be an agreement's own where no year is named. */
const actTitle =
  /(?:[A-Z][A-Za-z’'&-]*[\s\u00a0]+(?:(?:of|and|for|the|in|to|on|at|by|under|with|from|etc\.?)[\s\u00a0]+){0,2}|\([A-Z][A-Za-z ,]{1,50}\)[\s\u00a0]+){1,12}(?:(?:Acts?|Bill|Convention|Treaty)\b(?:[\s\u00a0]+\d{4})?|(?:Regulations?|Order|Directive|Rules)[\s\u00a0]+(?:\d{4}|(?:No\.?[\s\u00a0]+)?\(?[A-Z]*\)?[\s\u00a0]*\d))/g;
const personName =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\.?[\s\u00a0]+[A-Z][A-Za-z’'-]*(?:[\s\u00a0]+[A-Z][A-Za-z’'-]*){0,2}/g;
const companyName =
  /(?:[A-Z][A-Za-z0-9’'&-]*,?[\s\u00a0]+(?:(?:and|of|&)[\s\u00a0]+)?){1,6}(?:Ltd|Limited|plc|PLC|LLP|Inc|LLC|GmbH|Corporation|Corp)\b\.?/g;
const definedElsewhere =
  /(?:[A-Z][A-Za-z0-9-]*[\s\u00a0]+){0,6}[A-Z][A-Za-z0-9-]*[’'”"]?[\s\u00a0]+\((?:each[\s\u00a0]+)?(?:as|which is|having the meaning)[\s\u00a0]+(?:defined|given|set out|described)[^()]{0,160}/g;
/** `the Northern Fells area`, `the Energy Networks Association`. */
const placeName =
  /(?:[A-Z][A-Za-z’'-]*[\s\u00a0]+){1,4}(?:area|region|valley|coast|district|county|borough|constituency)\b/g;
const institution =
  /(?:[A-Z][A-Za-z’'-]*[\s\u00a0]+(?:(?:of|for|and)[\s\u00a0]+(?:the[\s\u00a0]+)?)?){1,5}(?:Association|Institute|Institution|University|Society|Federation|Foundation|Union|Museum|Chamber)\b/g;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?[\s\u00a0]\d[A-Z]{2}\b/g;
/** `Table 3`, `Release 2`, `Path 3`, `Stage 1`: a thing with its number. */
export const numbered =
  /\b(?:Tables?|Figures?|Fig|Releases?|Versions?|Stages?|Paths?|Phases?|Steps?|Box|Chart|Options?|Questions?|Volume|Items?|Pages?|Tier|Level|Band|Year|Articles?|Chapter|Parts?|Annex(?:es)?|Appendix|Appendices|Schedules?|Sections?|Clauses?|Paragraphs?|Regulations?|Conditions?|Notes?|Number|No|Nos|Exhibit|Attachment)\.?[\s\u00a0]+(?:\d|[A-Z](?![A-Za-z])|[IVX]+\b|\{)/g;
const signature = /^[ \t]*Yours[ \t]+(?:faithfully|sincerely|truly)\b.*$/gim;
const salutation = /^[ \t]*Dear\b.*$/gm;

/** Names and titles that are told by the words around them; looked for only around what would be a candidate. */
export const namePatterns = [
  actTitle,
  personName,
  companyName,
  definedElsewhere,
  placeName,
  institution,
  postcode,
  numbered,
];

/** Stretches in which no capitalised word is a candidate. Sorted, possibly overlapping. */
export function silentSpans(view: DocumentView): Span[] {
  const { document } = view;
  const { text } = document.reading;
  const spans: Span[] = [...view.closedSpans, ...document.reading.emphasis];
  for (const { inner } of document.quotations)
    if (!isQuotedSentence(text.slice(inner.start, inner.end))) spans.push(inner);
  for (const { title } of document.modifications) if (title) spans.push(title);
  for (const { headingSpan } of document.tree.provisions) if (headingSpan) spans.push(headingSpan);
  for (const reference of document.references) {
    if (reference.ownerStart !== undefined) spans.push({ start: reference.ownerStart, end: reference.end });
  }
  for (const match of text.includes('Dear') ? text.matchAll(salutation) : [])
    spans.push({ start: match.index, end: match.index + match[0].length });
  for (const match of /yours/i.test(text) ? text.matchAll(signature) : [])
    spans.push({ start: match.index, end: signatureEnd(document, match.index) });
  return mergeSpans(spans);
}

const shortestSentence = 80;

/** What is quoted at such length that it says something is read like the text around it; a few words may be a name. */
function isQuotedSentence(words: string): boolean {
  return (
    words.length >= shortestSentence && /\b(?:shall|must|may|will|would|is|are|has|have|be)\b/.test(words)
  );
}

/** A block of signatures has some short lines; no numbered clause, Annex or longer sentence stands in it. */
function signatureEnd({ reading, tree }: DocumentFacts, from: number): number {
  const clause = tree.provisions.find(
    ({ start, label, number, levels, divisions, owner }) =>
      start > from &&
      label.end > label.start &&
      (number !== '' || divisions.length > 0 || owner.kind !== 'own') &&
      levels.length === 0,
  );
  return Math.min(linesBehind(reading.text, from, 8), clause?.start ?? Infinity);
}

function linesBehind(text: string, from: number, count: number): number {
  let at = from;
  let lines = 0;
  while (lines < count) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    if (lines > 0 && end - at > longestSignature) return at;
    if (text.slice(at, end).trim() !== '') lines++;
    at = end + 1;
  }
  return at;
}

function mergeSpans(spans: Span[]): Span[] {
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

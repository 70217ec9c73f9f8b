import type { DocumentFacts } from '../index/documentFacts.js';
import type { Range } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';

/** A span of a file as lines and characters. */
export function rangeOf(document: DocumentFacts, fileSpan: Span): Range {
  return document.lines.range(fileSpan.start, fileSpan.end);
}

/** A span of the reading as lines and characters of the file. */
export function readingRange(document: DocumentFacts, span: Span): Range {
  return rangeOf(document, document.reading.toFileSpan(span));
}

/** The file's own characters at a span of the reading. */
export function writtenText(document: DocumentFacts, span: Span): string {
  const { start, end } = document.reading.toFileSpan(span);
  return document.text.slice(start, end);
}

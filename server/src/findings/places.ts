import type { DocumentFacts } from '../index/documentFacts.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import type { Related } from './finding.js';

/** A place of a document as another one that explains a finding; the span is a reading span. */
export function relatedTo(document: DocumentFacts, span: Span, message: string): Related {
  return { uri: document.uri, span: document.reading.toFileSpan(span), message };
}

/** The line of a reading offset in the file, counted from one. */
export function lineOf(document: DocumentFacts, offset: number): number {
  return document.lines.positionAt(document.reading.toFile(offset)).line + 1;
}

/** Whether a place stands in quotation marks: what is quoted speaks of another place. */
export function isQuoted({ quotations }: DocumentFacts, { start, end }: Span): boolean {
  const before = lastAtOrBefore(quotations.length, (i) => (quotations[i] as Span).start, start);
  for (let i = before; i >= Math.max(0, before - 3); i--) {
    const quotation = quotations[i] as Span;
    if (quotation.start <= start && end <= quotation.end) return true;
  }
  return false;
}

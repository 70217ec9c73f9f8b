import type { Span } from '../text/span.js';
import type { DocumentFacts } from './documentFacts.js';

/**
 * The file's span of words, where they can be replaced as they stand: undefined where a change mark, emphasis or a comment
 * cuts through them, which new words in their place would destroy.
 *
 * @param span in reading offsets; the result is in the file's own
 */
export function editableSpan({ reading, text }: DocumentFacts, span: Span): Span | undefined {
  const file = reading.toFileSpan({ start: span.start, end: span.end });
  const words = text.slice(file.start, file.end);
  return words === reading.slice(span.start, span.end) ? file : undefined;
}

import type { Span } from './span.js';

/** New words in place of a span of a text (UTF-16 offsets); an insertion where the span is empty. */
export interface Edit extends Span {
  readonly newText: string;
}

/** Puts edits into a text: they do not overlap, and of two at one place the earlier in the list comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of sorted) {
    if (start < at) throw new Error(`edits overlap at ${start}`);
    pieces.push(text.slice(at, start), newText);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

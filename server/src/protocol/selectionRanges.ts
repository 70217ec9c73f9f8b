import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver/node';
import { selectionRanges } from '../features/selectionRanges.js';
import { toReadingOffset, toReadingRange } from './convert.js';
import type { Session } from './session.js';

export function answerSelectionRanges(
  session: Session,
  { textDocument, positions }: SelectionRangeParams,
): SelectionRange[] | null {
  const view = session.view(textDocument.uri);
  if (!view) return null;
  return positions.map((position) => {
    const spans = selectionRanges(view, toReadingOffset(view.document, position));
    const ranges = spans.map((span) => toReadingRange(view.document, span));
    // Each range holds the one before it; the last is the outermost.
    const outermost = ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => ({ range, ...(parent ? { parent } : {}) }),
      undefined,
    );
    return outermost ?? { range: { start: position, end: position } };
  });
}

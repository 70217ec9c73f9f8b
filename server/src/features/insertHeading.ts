import type { DocumentView } from '../index/documentView.js';
import { editableSpan } from '../index/editable.js';
import { headingsOf } from '../index/provisionHeadings.js';
import { spanAt } from '../text/span.js';
import { inTitleCase } from './headingCase.js';
import type { Refactoring } from './refactoring.js';

/** Puts the heading of what a reference means in brackets behind it; undefined where it has one, or none is known. */
export function insertHeading(view: DocumentView, offset: number): Refactoring | undefined {
  const { document } = view;
  const reference = spanAt(document.references, offset);
  if (
    !reference ||
    reference.heading ||
    reference.isSelf ||
    reference.direction ||
    reference.ownerStart !== undefined
  )
    return undefined;
  const { kind } = reference.id.owner;
  if (kind !== 'section' && kind !== 'schedule' && kind !== 'appendix') return undefined;
  const [heading] = headingsOf(view, reference.id).filter(({ isRecalled }) => !isRecalled);
  const written = document.reading.slice(reference.start, reference.end);
  if (!heading || !/\d|Appendix|Schedule|Section/.test(written)) return undefined;
  const span = editableSpan(document, reference);
  if (!span) return undefined;
  const words = inTitleCase(view, heading.words);
  return {
    id: 'insert-heading',
    title: `Insert the heading “${words}”`,
    edits: [{ start: span.end, end: span.end, newText: ` (${words})`, uri: document.uri }],
  };
}

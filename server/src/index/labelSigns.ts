import type { Provision } from '../syntax/documentTree.js';
import type { Reading } from '../text/reading.js';

/*
 * What the words around the label of a provision tell of it. They are part of the outline of a text (basis.ts), so that an
 * answer about the order of provisions holds until one of these changes.
 */

type Labelled = Pick<Provision, 'label' | 'end'>;

/** `(b) above`, `(b) to (d)`, `(b) of this Section`. */
const reference =
  /^\s*(?:above|below)\b|^[,;.)]|^\s*(?:or|and|to)[\s\u00a0]+\(?[a-z0-9]{1,4}\)|^\s*of[\s\u00a0]+(?:this|the|that|section|clause|paragraph)\b/i;
/** `(a) (b) (c)`: labels apart from their words. */
const beforeAnother = /^\s*\([a-z0-9]{1,5}\)(?:\s*\(|\s*$)/i;

/** A label that may be a reference at the head of a broken line, or has no words of its own: `(b) above`, `(a) (b) (c)`. */
export function isDoubtfulLabel(reading: Reading, { label: { start, end }, end: last }: Labelled): boolean {
  const behind = reading.slice(end, Math.min(last, end + 24));
  if (reference.test(behind) || beforeAnother.test(behind)) return true;
  if (behind.trim() === '') return true;
  const before = reading.slice(Math.max(0, start - 24), start);
  return /(?:\b(?:paragraphs?|clauses?|sections?)|\)[\s\u00a0]*(?:and|or|to|,))\s*$/i.test(before);
}

/** Whether the words before a label say that an item of its list goes before it: `…; and`. */
export function isJoinedLabel(reading: Reading, { label }: Labelled): boolean {
  const before = reading.slice(Math.max(0, label.start - 24), label.start);
  return /[;,][\s\u00a0]*(?:and|or)?\s*$/.test(before);
}

/** A label whose words stand elsewhere, as PDF leaves them, tells nothing of where its paragraph is. */
export function isDetachedLabel(reading: Reading, { label, end }: Labelled): boolean {
  return /^\s*(?:\([a-z0-9]{1,5}\)|$)/i.test(reading.slice(label.end, Math.min(end, label.end + 40)));
}

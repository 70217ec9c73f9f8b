import type { DocumentView } from '../index/documentView.js';
import { lastAtOrBefore, touches, type Span } from '../text/span.js';
import { provisionEnd } from './provisionEnd.js';
import { targetAt } from './targetAt.js';

const word = /[A-Za-z0-9À-ɏ]+(?:[-‑’'.][A-Za-z0-9À-ɏ]+)*/g;
const sentenceEnd = /[.?!][”"’)]*[\s\u00a0]+(?=[A-Z“"‘(])/g;

/**
 * What a selection grows over from a reading offset, the smallest first, each in the next: word, term or reference, sentence,
 * paragraph with its label, then the provisions from the innermost out, then the text.
 */
export function selectionRanges(view: DocumentView, offset: number): Span[] {
  const { document } = view;
  const { reading, tree } = document;
  const index = lastAtOrBefore(tree.blocks.length, (i) => tree.blocks[i]?.start ?? 0, offset);
  const block = tree.blocks[index];
  const spans: Span[] = [];
  if (block && touches(block, offset)) {
    const text = reading.slice(block.start, block.end);
    spans.push(...wordAt(text, offset - block.start).map((span) => shifted(span, block.start)));
    const named = targetAt(view, offset);
    if (named) spans.push(named.span);
    if (offset >= block.textStart) {
      const words = reading.slice(block.textStart, block.end);
      spans.push(shifted(sentenceAt(words, offset - block.textStart), block.textStart));
    }
    spans.push({ start: block.textStart, end: block.end }, block);
  }
  let provision = tree.provisions[provisionAround(view, offset)];
  while (provision) {
    spans.push({ start: provision.start, end: provisionEnd(document, provision) });
    provision = tree.provisions[provision.parent];
  }
  spans.push({ start: 0, end: reading.text.length });
  return nested(spans, offset);
}

/** The innermost provision that holds the offset, or -1. */
function provisionAround({ document }: DocumentView, offset: number): number {
  const { provisions } = document.tree;
  let index = lastAtOrBefore(provisions.length, (i) => provisions[i]?.start ?? 0, offset);
  while (index !== -1 && (provisions[index]?.end ?? 0) < offset) index = provisions[index]?.parent ?? -1;
  return index;
}

function wordAt(text: string, at: number): Span[] {
  for (const { index, 0: found } of text.matchAll(word)) {
    if (index > at) return [];
    if (at <= index + found.length) return [{ start: index, end: index + found.length }];
  }
  return [];
}

function sentenceAt(text: string, at: number): Span {
  let start = 0;
  for (const { index, 0: found } of text.matchAll(sentenceEnd)) {
    const next = index + found.length;
    if (at < next) return { start, end: next - (found.length - found.trimEnd().length) };
    start = next;
  }
  return { start, end: text.length };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Keeps what holds the offset and is larger than the one before. */
function nested(spans: readonly Span[], offset: number): Span[] {
  const kept: Span[] = [];
  for (const { start, end } of spans) {
    if (start > offset || end < offset || start === end) continue;
    const inner = kept.at(-1);
    if (!inner) kept.push({ start, end });
    else if (start <= inner.start && end >= inner.end && end - start > inner.end - inner.start)
      kept.push({ start, end });
  }
  return kept;
}

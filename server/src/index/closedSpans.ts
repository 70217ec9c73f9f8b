import type { Reference } from '../syntax/bindReferences.js';
import type { Block } from '../syntax/documentTree.js';
import type { Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import type { DocumentFacts } from './documentFacts.js';

/** With the references of a text, of which most are: where those are let go of, these are too. */
const closedSpans = new WeakMap<readonly Reference[], readonly Span[]>();

/**
 * Where no use can stand: references, the headings behind them, cited versions, ids, and the terms of definitions. In an
 * agreement of its own the document that owns a number is one of its terms (`section 3 of the Services Agreement`). Sorted; found
 * once for as long as the text stays as it is.
 */
export function closedSpansOf(document: DocumentFacts): readonly Span[] {
  return finish(closedSpansInSteps(document));
}

/** The same in steps. */
export function* closedSpansInSteps(document: DocumentFacts): Steps<readonly Span[]> {
  const held = closedSpans.get(document.references);
  if (held) return held;
  const found = yield* findClosedSpans(document);
  closedSpans.set(document.references, found);
  return found;
}

/** So many references, provisions or blocks are looked at in one step. */
const inStep = 1000;

function* findClosedSpans(document: DocumentFacts): Steps<Span[]> {
  const spans: Span[] = [];
  yield* eachInSteps(document.references, inStep, ({ start, end, heading, ownerHeading, ownerStart }) => {
    spans.push({ start, end: document.namesTheCode ? end : (ownerStart ?? end) });
    for (const words of [heading, ownerHeading])
      if (words) spans.push({ start: words.start - 1, end: words.end + 1 });
  });
  spans.push(...document.documentVersions, ...document.modifications);
  for (const { title } of document.modifications) if (title) spans.push(title);
  yield;
  spans.push(...document.definitions);
  yield* addTitles(document, spans);
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Titles: of parts of the Code, and headings and lines all in capitals, in which nothing tells a term from another word.
 */
function* addTitles({ tree, reading }: DocumentFacts, spans: Span[]): Steps<void> {
  for (const { provision } of tree.parts) {
    const heading = tree.provisions[provision]?.headingSpan;
    if (heading) spans.push(heading);
  }
  yield* eachInSteps(tree.provisions, inStep, ({ headingSpan }) => {
    const words = headingSpan ? reading.slice(headingSpan.start, headingSpan.end) : '';
    if (headingSpan && /\s/.test(words) && words === words.toUpperCase()) spans.push(headingSpan);
  });
  yield* eachInSteps(tree.blocks, inStep, (block) => {
    if (block.kind === 'text' && isInCapitals(reading, block)) spans.push(block);
  });
}

/** `IT IS AGREED`: words, and not abbreviations alone. */
function isInCapitals(reading: DocumentFacts['reading'], { textStart, end }: Block): boolean {
  const head = reading.slice(textStart, Math.min(end, textStart + 24));
  if (/[a-z]/.test(head) || !/\s/.test(head)) return false;
  const words = reading.slice(textStart, end);
  return !/[a-z]/.test(words) && /\b(?:IT|IS|THE|OF|AND|TO|BY|FOR|IN|ON|OR|AS|THIS|ALL|BE)\b/.test(words);
}

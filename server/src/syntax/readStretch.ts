import type { NameLexicon } from '../model/names.js';
import { blankSpans } from '../text/masks.js';
import { readAsProposed, type Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import type { Reference } from './bindReferences.js';
import { BlockScans } from './blockScans.js';
import { BoundReferences } from './boundReferences.js';
import { AskedLandmarks, type Landmarks } from './landmarks.js';
import { parseTree } from './parseTree.js';
import type { Definition } from './definition.js';
import { scanDefinitions } from './scanDefinitions.js';
import type { Quotation } from './scanQuotations.js';
import type { TreeContext, TreeStretch } from './treeContext.js';

/**
 * A stretch of a text, read by itself in the context that the text before it leaves. Offsets count from its start, so that it
 * stays as it is when text before it changes. A text that nobody edits is one stretch.
 */
export interface Stretch {
  /** Characters of the file. */
  readonly length: number;
  readonly before: TreeContext;
  /** The line behind it, where the next stretch begins; undefined at the end of the text. */
  readonly next: string | undefined;
  readonly reading: Reading;
  readonly tree: TreeStretch;
  readonly scans: BlockScans;
}

/** A stretch with what depends on the provisions of the whole text. */
export interface BoundStretch {
  readonly stretch: Stretch;
  /** Sorted by start; of a text that nobody edits they are read when they are first asked for. */
  readonly references: readonly Reference[];
  /** Reads them in steps, before they are asked for. */
  readReferences(): Steps<unknown>;
  /** Lets go of what was read when it was first asked for: asked for again, it is read anew. */
  release(): void;
  readonly definitions: readonly Definition[];
  /** What was asked of the whole text; undefined where nobody will want to know. */
  readonly asked: AskedLandmarks | undefined;
}

/**
 * Reads a stretch.
 *
 * @param next the line behind it, on which the text may be cut
 * @returns undefined where the text cannot be cut there: something that the stretch opens goes on behind it
 */
export function* readStretch(
  text: string,
  before: TreeContext,
  next: string | undefined,
  lexicon: NameLexicon,
): Steps<Stretch | undefined> {
  const whole = readAsProposed(text);
  if (next !== undefined && isOpenAtEnd(text, whole)) return undefined;
  yield;
  const tree = yield* parseTree(whole.text, before, lexicon, next);
  if (next !== undefined && !tree.after) return undefined;
  const reading = withoutFurniture(whole, tree.furniture);
  return {
    length: text.length,
    before,
    next,
    reading,
    tree,
    scans: new BlockScans(reading.text, tree.blocks, lexicon),
  };
}

/** Whether a change mark, a comment or fenced code may be closed behind the stretch. */
function isOpenAtEnd(text: string, { display, markErrors }: Reading): boolean {
  const endsInBlankLine = /\n[ \t\r]*\n$/.test(text.slice(-200));
  if (!endsInBlankLine && markErrors.some(({ problem }) => problem === 'unclosed')) return true;
  const comment = display.lastIndexOf('<!--');
  if (comment !== -1 && display.indexOf('-->', comment + 4) === -1) return true;
  return (display.match(/^(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
}

/** Page furniture inside a paragraph is blanked, so that a sentence goes on behind it and nothing in it is read. */
function withoutFurniture(reading: Reading, furniture: readonly Span[]): Reading {
  if (furniture.length === 0) return reading;
  const text = blankSpans(reading.text, [...furniture]);
  const display = blankSpans(reading.display, [...furniture]);
  return {
    ...reading,
    text,
    display,
    slice: (start, end) => text.slice(start, end),
    sliceDisplay: (start, end) => display.slice(start, end),
  };
}

/** Reads the definitions of a stretch, and its references where an edit may give them another meaning: `isKept`. */
export function* bindStretch(stretch: Stretch, landmarks: Landmarks, isKept: boolean): Steps<BoundStretch> {
  const { tree, scans, reading } = stretch;
  const asked = isKept ? new AskedLandmarks(landmarks) : undefined;
  const references = new BoundReferences({ tree, scans, landmarks: asked ?? landmarks, isKept });
  if (isKept) yield* references.readInSteps();
  yield;
  const definitions = scanDefinitions({
    text: quoteBold(reading.text, reading.bold),
    tree,
    references,
    quotations: withBold(scans.quotations, reading.bold),
    // Few texts define a term in quotation marks, which alone asks for them.
    get modifications() {
      return scans.modifications;
    },
  });
  return {
    stretch,
    get references() {
      return references.all;
    },
    readReferences: () => references.readInSteps(),
    release: () => {
      references.release();
      scans.release();
    },
    definitions,
    asked,
  };
}

/**
 * The text with quotation marks where the signs of bold words stood, of the same length: `**A**, **B** and **C** have the
 * meanings` reads as if they were quoted.
 */
function quoteBold(text: string, bold: readonly Span[]): string {
  if (bold.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of bold) {
    const words = text.slice(start + 2, end - 2);
    if (/^[“"‘']/.test(words)) continue;
    pieces.push(text.slice(at, start), ' “', words, '” ');
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Bold words stand for quoted ones where a bracket or a verb defines them. */
function withBold(quotations: readonly Quotation[], bold: readonly Span[]): readonly Quotation[] {
  if (bold.length === 0) return quotations;
  const words = bold.map(({ start, end }): Quotation => {
    return { start, end, inner: { start: start + 2, end: end - 2 }, isSingle: false, isBold: true };
  });
  return [...quotations, ...words].sort((a, b) => a.start - b.start);
}

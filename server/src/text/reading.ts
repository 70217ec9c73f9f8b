import { parseChangeMarks, type ChangeMark, type MarkError } from './changeMarks.js';
import { frontMatterEnd, maskNonText } from './masks.js';
import { joinBrokenWords, withLineBreaks } from './brokenWords.js';
import { lastAtOrBefore, type Span } from './span.js';

/**
 * A text as it is to be analysed: as proposed (insertions in, deletions and comments out), with what is not legal text
 * (front matter, HTML comments and tags, code, links, emphasis signs) blanked, and words that are broken over two lines joined.
 * Offsets in a reading are *reading offsets*; `toFile` gives the place in the file.
 */
export interface Reading {
  /** The text to analyse: masked characters are spaces, so that lengths and line breaks stay. */
  readonly text: string;
  /** The same text with nothing masked, for what people read. */
  readonly display: string;
  /** A part of the text: of an edited text nothing but that part is put together. */
  slice(start: number, end: number): string;
  /** The same of `display`. */
  sliceDisplay(start: number, end: number): string;
  readonly marks: readonly ChangeMark[];
  readonly markErrors: readonly MarkError[];
  /** Emphasised words (reading offsets): titles stand in italics. */
  readonly emphasis: readonly Span[];
  /** Bold words with their signs (reading offsets): a bracket may define them. */
  readonly bold: readonly Span[];
  /** HTML comments in the file's own offsets: suppressions are written in them. */
  readonly comments: readonly Span[];
  toFile(offset: number): number;
  /** The file's span of a reading span; words that a mark deletes inside it lie in it, those at its edges do not. */
  toFileSpan(span: Span): Span;
  /** The reading offset of a file offset; a place inside deleted words is where they were taken out. */
  fromFile(offset: number): number;
}

/** Makes the as-proposed reading of a file's text. Never throws; linear in the text. */
export function readAsProposed(text: string): Reading {
  const { marks, errors } = parseChangeMarks(text);
  const front = frontMatterEnd(text);
  const { pieces, breaks } = joinBrokenWords(
    text,
    marks.length === 0 ? undefined : keptPieces(text, marks),
    front,
  );
  const mask = maskNonText(keptText(text, pieces), front);
  const read = withLineBreaks(mask.text, breaks);
  let display: string | undefined;
  // Put together when it is asked for: few texts are shown to people, and it is as large as the text itself.
  const shown = (): string => (display ??= keptText(text, pieces));
  const map = pieces ? pieceMap(pieces) : identity;
  return {
    text: read,
    get display() {
      return shown();
    },
    slice: (start, end) => read.slice(start, end),
    sliceDisplay: (start, end) => shown().slice(start, end),
    marks,
    markErrors: errors,
    emphasis: mask.emphasis,
    bold: mask.bold,
    comments: mask.comments.map((comment) => map.toFileSpan(comment)),
    ...map,
  };
}

interface OffsetMap {
  toFile(offset: number): number;
  toFileSpan(span: Span): Span;
  fromFile(offset: number): number;
}

const identity: OffsetMap = {
  toFile: (offset) => offset,
  toFileSpan: (span) => span,
  fromFile: (offset) => offset,
};

function keptText(text: string, pieces: readonly Span[] | undefined): string {
  return pieces ? pieces.map((piece) => text.slice(piece.start, piece.end)).join('') : text;
}

function keptPieces(text: string, marks: readonly ChangeMark[]): Span[] {
  const pieces: Span[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({ start: at, end: mark.start });
    if (mark.kept.end > mark.kept.start) pieces.push(mark.kept);
    at = mark.end;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ start: at, end: text.length });
  return pieces;
}

function pieceMap(pieces: readonly Span[]): OffsetMap {
  const readingStarts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    readingStarts.push(length);
    length += piece.end - piece.start;
  }
  const toFile = (offset: number): number => {
    const index = Math.max(
      0,
      lastAtOrBefore(pieces.length, (i) => readingStarts[i] as number, offset),
    );
    return (pieces[index] as Span).start + (offset - (readingStarts[index] as number));
  };
  return {
    toFile,
    toFileSpan: ({ start, end }) => {
      const fileStart = toFile(start);
      return { start: fileStart, end: end > start ? toFile(end - 1) + 1 : fileStart };
    },
    fromFile: (offset) => {
      const index = lastAtOrBefore(pieces.length, (i) => (pieces[i] as Span).start, offset);
      if (index === -1) return 0;
      const piece = pieces[index] as Span;
      return (readingStarts[index] as number) + Math.min(offset, piece.end) - piece.start;
    },
  };
}

import { parseChangeMarks, type ChangeMark, type MarkError } from './changeMarks.js';
import { frontMatterEnd, maskNonText } from './masks.js';
import { joinBrokenWords, withLineBreaks } from './brokenWords.js';
import { lastAtOrBefore, type Span } from './span.js';

/**
 * A text as it is to be analysed: as proposed (insertions in, deletions and front matter out), with what else is not legal text
 * (HTML comments and tags, code, links, emphasis signs) blanked, and words that are broken over two lines joined. Offsets in a
 * reading are *reading offsets*; `toFile` gives the place in the file.
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
    marks.length === 0 && front === 0 ? undefined : keptPieces(text, marks, front),
    front,
  );
  const kept = keptText(text, pieces);
  const mask = maskNonText(kept);
  const read = withLineBreaks(mask.text, breaks);
  // Where nothing is masked the two are one string; where something is, few texts are shown to people.
  let display = mask.text === kept ? kept : undefined;
  const shown = (): string => (display ??= keptText(text, pieces));
  const map = pieces ? pieceMap(pieces) : identity;
  return {
    text: read,
    get display() {
      return shown();
    },
    slice: (start, end) => read.slice(start, end),
    sliceDisplay: (start, end) => shown().slice(start, end),
    marks: front === 0 ? marks : marks.filter(({ start }) => start >= front),
    markErrors: front === 0 ? errors : errors.filter(({ start }) => start >= front),
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
  if (!pieces) return text;
  const [first] = pieces;
  // One piece shares the characters of the file's text; joining would copy them.
  if (pieces.length === 1 && first) return text.slice(first.start, first.end);
  return pieces.map((piece) => text.slice(piece.start, piece.end)).join('');
}

/** What is left of a text without its front matter, up to `front`, and without what its marks delete. */
function keptPieces(text: string, marks: readonly ChangeMark[], front: number): Span[] {
  const pieces: Span[] = [];
  let at = front;
  for (const mark of marks) {
    if (mark.start < front) continue;
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

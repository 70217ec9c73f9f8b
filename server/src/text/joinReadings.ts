import type { ChangeMark, MarkError } from './changeMarks.js';
import type { Reading } from './reading.js';
import { lastAtOrBefore, type Span } from './span.js';

/** A reading of a stretch of a text, and where the stretch begins in the whole text's file and reading. */
export interface PlacedReading {
  readonly reading: Reading;
  readonly fileStart: number;
  readonly start: number;
}

/** The reading of a text of which each stretch was read by itself; it is put together as far as it is asked for. */
export class JoinedReading implements Reading {
  readonly #parts: readonly PlacedReading[];
  #text: string | undefined;
  #display: string | undefined;
  #marks: readonly ChangeMark[] | undefined;
  #markErrors: readonly MarkError[] | undefined;
  #emphasis: readonly Span[] | undefined;
  #bold: readonly Span[] | undefined;
  #comments: readonly Span[] | undefined;

  /** @param parts in text order, the first at 0; none is empty but that of an empty text */
  constructor(parts: readonly PlacedReading[]) {
    this.#parts = parts;
  }

  get text(): string {
    return (this.#text ??= this.#parts.map(({ reading }) => reading.text).join(''));
  }

  get display(): string {
    return (this.#display ??= this.#parts.map(({ reading }) => reading.display).join(''));
  }

  slice(start: number, end: number): string {
    return this.#text === undefined
      ? this.#slice(start, end, (reading, from, to) => reading.slice(from, to))
      : this.#text.slice(start, end);
  }

  sliceDisplay(start: number, end: number): string {
    return this.#display === undefined
      ? this.#slice(start, end, (reading, from, to) => reading.sliceDisplay(from, to))
      : this.#display.slice(start, end);
  }

  /** Puts together what the parts have between two offsets. */
  #slice(start: number, end: number, take: (reading: Reading, from: number, to: number) => string): string {
    let words = '';
    for (let i = this.#indexAt(start); i < this.#parts.length; i++) {
      const { reading, start: at } = this.#parts[i] as PlacedReading;
      if (at >= end) break;
      words += take(reading, Math.max(0, start - at), end - at);
    }
    return words;
  }

  get marks(): readonly ChangeMark[] {
    return (this.#marks ??= this.#parts.flatMap(({ reading, fileStart }) =>
      reading.marks.map((mark) => ({ ...moved(mark, fileStart), kept: moved(mark.kept, fileStart) })),
    ));
  }

  get markErrors(): readonly MarkError[] {
    return (this.#markErrors ??= this.#inFile(({ markErrors }) => markErrors));
  }

  get emphasis(): readonly Span[] {
    return (this.#emphasis ??= this.#inReading(({ emphasis }) => emphasis));
  }

  get bold(): readonly Span[] {
    return (this.#bold ??= this.#inReading(({ bold }) => bold));
  }

  get comments(): readonly Span[] {
    return (this.#comments ??= this.#inFile(({ comments }) => comments));
  }

  toFile(offset: number): number {
    const { reading, fileStart, start } = this.#at(offset);
    return fileStart + reading.toFile(offset - start);
  }

  toFileSpan({ start, end }: Span): Span {
    const fileStart = this.toFile(start);
    return { start: fileStart, end: end > start ? this.toFile(end - 1) + 1 : fileStart };
  }

  fromFile(offset: number): number {
    const index = lastAtOrBefore(
      this.#parts.length,
      (i) => (this.#parts[i] as PlacedReading).fileStart,
      offset,
    );
    const { reading, fileStart, start } = this.#parts[Math.max(0, index)] as PlacedReading;
    return start + reading.fromFile(offset - fileStart);
  }

  #at(offset: number): PlacedReading {
    return this.#parts[this.#indexAt(offset)] as PlacedReading;
  }

  #indexAt(offset: number): number {
    const starts = (i: number): number => (this.#parts[i] as PlacedReading).start;
    return Math.max(0, lastAtOrBefore(this.#parts.length, starts, offset));
  }

  #inFile<T extends Span>(spansOf: (reading: Reading) => readonly T[]): T[] {
    return this.#parts.flatMap(({ reading, fileStart }) =>
      spansOf(reading).map((span) => moved(span, fileStart)),
    );
  }

  #inReading(spansOf: (reading: Reading) => readonly Span[]): Span[] {
    return this.#parts.flatMap(({ reading, start }) => spansOf(reading).map((span) => moved(span, start)));
  }
}

function moved<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

import { lastAtOrBefore } from './span.js';

/** A place in a text: zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns UTF-16 offsets into lines and characters and back. Lines end at `\n`, `\r\n` or a lone `\r`. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const hasCarriageReturn = text.includes('\r');
    for (
      let at = nextBreak(text, 0, hasCarriageReturn);
      at !== -1;
      at = nextBreak(text, at, hasCarriageReturn)
    ) {
      this.#starts.push(at);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastAtOrBefore(this.#starts.length, (i) => this.#starts[i] as number, bounded);
    return { line, character: bounded - (this.#starts[line] as number) };
  }

  /** The offset of a position; a character past the line's end is the line's end, a line past the last the text's end. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#text.length;
    const end = this.lineEnd(position.line);
    return Math.min(start + Math.max(0, position.character), end);
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The offset behind the last character of the line, its line break left out. */
  lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    if (line + 1 < this.#starts.length) {
      if (this.#text[end - 1] === '\n') end--;
      if (this.#text[end - 1] === '\r') end--;
    }
    return Math.max(end, this.#starts[line] ?? end);
  }
}

/** The start of the line after the first line break at or behind `from`, or -1. */
function nextBreak(text: string, from: number, hasCarriageReturn: boolean): number {
  const feed = text.indexOf('\n', from);
  if (!hasCarriageReturn) return feed === -1 ? -1 : feed + 1;
  const carriage = text.indexOf('\r', from);
  if (carriage === -1 || (feed !== -1 && feed < carriage)) return feed === -1 ? -1 : feed + 1;
  return text[carriage + 1] === '\n' ? carriage + 2 : carriage + 1;
}

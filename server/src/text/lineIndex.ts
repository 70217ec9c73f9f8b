import { countUnits, offsetBehind, type PositionEncoding } from './positionEncoding.js';
import { lastAtOrBefore } from './span.js';

/** A place in a text: zero-based line and character, in UTF-16 units unless its line index was made for another encoding. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A line is counted from the nearest of its checkpoints, so that a Section on one line costs no more than one on many. */
const checkpointEvery = 2048;

/**
 * Turns UTF-16 offsets into lines and characters and back: the only place where characters are counted, in the units that the
 * client asked for. Lines end at `\n`, `\r\n` or a lone `\r`.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;
  readonly #encoding: PositionEncoding;
  /** Units before each checkpoint of a long line, by line; empty for UTF-16. */
  readonly #checkpoints = new Map<number, readonly number[]>();

  constructor(text: string, encoding: PositionEncoding = 'utf-16') {
    this.#text = text;
    this.#encoding = encoding;
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
    return { line, character: this.#unitsBefore(line, bounded) };
  }

  /** The offset of a position; a character past the line's end is the line's end, a line past the last the text's end. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#text.length;
    return this.#offsetIn(position.line, start, Math.max(0, position.character), this.lineEnd(position.line));
  }

  #unitsBefore(line: number, offset: number): number {
    const start = this.#starts[line] as number;
    if (this.#encoding === 'utf-16') return offset - start;
    const step = Math.floor((offset - start) / checkpointEvery);
    const known = step === 0 ? 0 : (this.#checkpointsOf(line)[step] ?? 0);
    return known + countUnits(this.#text, start + step * checkpointEvery, offset, this.#encoding);
  }

  #offsetIn(line: number, start: number, units: number, end: number): number {
    if (this.#encoding === 'utf-16') return Math.min(start + units, end);
    if (end - start < checkpointEvery) return offsetBehind(this.#text, start, units, end, this.#encoding);
    const known = this.#checkpointsOf(line);
    const step = lastAtOrBefore(known.length, (i) => known[i] as number, units);
    const from = start + step * checkpointEvery;
    return offsetBehind(this.#text, from, units - (known[step] as number), end, this.#encoding);
  }

  #checkpointsOf(line: number): readonly number[] {
    const held = this.#checkpoints.get(line);
    if (held) return held;
    const end = this.lineEnd(line);
    const made = [0];
    let at = this.#starts[line] as number;
    for (; at + checkpointEvery <= end; at += checkpointEvery) {
      const units = countUnits(this.#text, at, at + checkpointEvery, this.#encoding);
      made.push((made.at(-1) as number) + units);
    }
    this.#checkpoints.set(line, made);
    return made;
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

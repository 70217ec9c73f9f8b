/**
 * Searches stretch after stretch of one text for a pattern. A match that lies behind a stretch is kept for the stretches to
 * come: where each began its own search, every one without a match would run to the end of the text.
 */
export class ForwardSearch {
  readonly #text: string;
  readonly #pattern: RegExp;
  #from = Infinity;
  #match: RegExpExecArray | null = null;

  /** @param pattern a pattern with the flag `g` */
  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = pattern;
  }

  /** The first match that begins at or behind `from`. */
  next(from: number): RegExpExecArray | null {
    const isKnown = from >= this.#from && (this.#match === null || this.#match.index >= from);
    if (isKnown) return this.#match;
    this.#pattern.lastIndex = from;
    this.#match = this.#pattern.exec(this.#text);
    this.#from = from;
    return this.#match;
  }

  /** The matches that begin between two offsets, one behind the other. */
  within(from: number, to: number): Iterable<RegExpExecArray> {
    const first = this.next(from);
    // Most stretches hold none; a generator for each of them would be a good part of what a whole Code allocates.
    return first && first.index < to ? this.#eachUpTo(first, to) : none;
  }

  *#eachUpTo(first: RegExpExecArray, to: number): Iterable<RegExpExecArray> {
    for (
      let match: RegExpExecArray | null = first;
      match && match.index < to;
      match = this.next(match.index + match[0].length)
    )
      yield match;
  }
}

const none: readonly RegExpExecArray[] = [];

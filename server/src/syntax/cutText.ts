import type { NameLexicon } from '../model/names.js';
import { frontMatterEnd } from '../text/masks.js';
import type { Steps } from '../text/steps.js';
import { readStretch, type Stretch } from './readStretch.js';
import { isSameContext, type TreeContext } from './treeContext.js';

/** The stretches of the last version of a text. */
export interface CutText {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

export interface CutRequest {
  readonly text: string;
  /** What stands open at the head of the text. */
  readonly head: TreeContext;
  readonly lexicon: NameLexicon;
  /** The last version of the text. */
  readonly before: { readonly cut: CutText } | undefined;
  /** About as many characters as a stretch has; a text that nobody edits is left whole. */
  readonly stretchSize: number;
}

/**
 * Cuts a text into stretches where numbered clauses begin and reads each. Of the last version every stretch is taken over that
 * the edit left alone and that stands in the same context as before: an edit costs what it touches.
 */
export function* cutText(request: CutRequest): Steps<Stretch[]> {
  const { text, head, before } = request;
  const stretches: Stretch[] = [];
  const old = before ? new OldStretches(before.cut, text) : undefined;
  const front = frontMatterEnd(text);
  let context = head;
  let at = 0;
  while (at < text.length || stretches.length === 0) {
    const rest = at < front ? undefined : old?.restFrom(at, context);
    if (rest) return [...stretches, ...rest];
    const same = old?.sameAt(at, context);
    const isSame = same && at + same.length >= front;
    const stretch = isSame ? same : yield* readNext(request, at, Math.max(at, front), context, old);
    stretches.push(stretch);
    at += stretch.length;
    if (!stretch.tree.after) break;
    context = stretch.tree.after.context;
  }
  return stretches;
}

/** Reads the stretch at `at`: to the first place at which the text can be cut, or to its end. */
function* readNext(
  { text, lexicon, stretchSize }: CutRequest,
  at: number,
  from: number,
  context: TreeContext,
  old: OldStretches | undefined,
): Steps<Stretch> {
  // Where places are refused they are tried ever farther apart, so that the work stays linear.
  for (let least = stretchSize; ; least *= 2) {
    const cut = old?.cutBehind(text, from + least / 2, from + 3 * least) ?? findClause(text, from + least);
    const next = cut === undefined ? undefined : detached(text, cut, lineEnd(text, cut), old);
    const words = detached(text, at, cut ?? text.length, old);
    const stretch = yield* readStretch(words, context, next, lexicon);
    if (stretch) return stretch;
  }
}

/**
 * A copy of its own. What is read from it holds on to the string that it was sliced from: without a copy each stretch of an
 * edited text would keep the whole of another version.
 */
function detached(text: string, start: number, end: number, old: OldStretches | undefined): string {
  const words = text.slice(start, end);
  return old ? Buffer.from(words, 'utf16le').toString('utf16le') : words;
}

// ---- where a text may be cut --------------------------------------------------------------------------------------------

/** A line of plain words that begins with the number of a clause and does not end in a digit, as lines of contents do. */
const clauseLine =
  /(?:[A-Z]\d{1,3}[A-Z]{0,2}|\d{1,3}[A-Z]{0,2})(?:\.\d{1,3}[A-Z]{0,2})*\.?[ \u00a0]+[^\n\t{}<>`*_|@~]*[^\n\t{}<>`*_|@~\d\s] *\r?$/my;

function findClause(text: string, from: number): number | undefined {
  for (let feed = text.indexOf('\n', from - 1); feed !== -1; feed = text.indexOf('\n', feed + 1)) {
    const at = feed + 1;
    if (isClauseLine(text, at)) return at;
  }
  return undefined;
}

function isClauseLine(text: string, at: number): boolean {
  clauseLine.lastIndex = at;
  const match = clauseLine.exec(text);
  return match !== null && !/:\/\/|www\./.test(match[0]);
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.length : feed;
}

// ---- what stayed the same -----------------------------------------------------------------------------------------------

/** The stretches of the last version, where they stand now. */
class OldStretches {
  readonly #stretches: readonly Stretch[];
  /** The start of each in the last version. */
  readonly #starts: number[] = [];
  readonly #sameHead: number;
  /** Where the unchanged end of the text begins, in the last version. */
  readonly #sameTail: number;
  /** By how much the unchanged end has moved. */
  readonly #shift: number;

  constructor({ text: before, stretches }: CutText, text: string) {
    this.#stretches = stretches;
    let at = 0;
    for (const { length } of stretches) {
      this.#starts.push(at);
      at += length;
    }
    this.#sameHead = commonHead(before, text);
    this.#sameTail = before.length - commonTail(before, text, this.#sameHead);
    this.#shift = text.length - before.length;
  }

  /** The stretch in front of the edit that stands at a place. */
  sameAt(at: number, context: TreeContext): Stretch | undefined {
    const index = this.#indexAt(at);
    const stretch = index === -1 ? undefined : this.#stretches[index];
    if (!stretch) return undefined;
    // The line behind it, and the character behind that line, belong to what it was read from.
    const end = at + stretch.length + (stretch.next === undefined ? 0 : stretch.next.length) + 1;
    return end <= this.#sameHead && isSameContext(stretch.before, context) ? stretch : undefined;
  }

  /** All stretches from a place behind the edit, if the first stands in the same context as before. */
  restFrom(at: number, context: TreeContext): readonly Stretch[] | undefined {
    const start = at - this.#shift;
    const index = start < this.#sameTail ? -1 : this.#indexAt(start);
    const stretch = index === -1 ? undefined : this.#stretches[index];
    return stretch && isSameContext(stretch.before, context) ? this.#stretches.slice(index) : undefined;
  }

  /** A place between two offsets at which the last version was cut, behind the edit. */
  cutBehind(text: string, from: number, to: number): number | undefined {
    const least = Math.max(from - this.#shift, this.#sameTail);
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) < least) low = middle + 1;
      else high = middle;
    }
    const at = (this.#starts[low] ?? Infinity) + this.#shift;
    return at <= to && text[at - 1] === '\n' ? at : undefined;
  }

  #indexAt(start: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#starts[middle] as number;
      if (found === start) return middle;
      if (found < start) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Texts are compared by stretches first: that is many times quicker than character by character. */
const chunk = 4096;

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + chunk <= most && a.slice(at, at + chunk) === b.slice(at, at + chunk)) at += chunk;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Characters that both end with, not reaching into their common head. */
function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let count = 0;
  const sameChunk = (): boolean =>
    a.slice(a.length - count - chunk, a.length - count) ===
    b.slice(b.length - count - chunk, b.length - count);
  while (count + chunk <= most && sameChunk()) count += chunk;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

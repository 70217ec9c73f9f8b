import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
import { addCode } from '../model/wordNumbers.js';
import type { Span } from '../text/span.js';

/** A spelling of a term of two words or more, in small letters. */
export interface SmallForm {
  readonly term: string;
  /** The spelling with its capitals. */
  readonly form: string;
  readonly first: string;
  /** The words behind the first. */
  readonly rest: readonly string[];
}

/** Words that may be a term in small letters; its first word may have a capital still. */
export interface SmallWords extends Span {
  /** The end of the first word. */
  readonly firstEnd: number;
  /** Their spellings begin with the same two words; the longest that stands here is the one meant. */
  readonly forms: readonly SmallForm[];
}

/**
 * Terms as they look in small letters, found by a number made of their first two words: a text is passed over in one loop that
 * makes no strings, and costs the same whatever the number of terms that begin with one word.
 */
export class SmallForms {
  /** Which numbers a first word has: most words of a text are none, and cost one look-up of a bit. */
  readonly #firsts = new Bits();
  readonly #pairs = new Map<number, SmallForm[]>();

  add(term: string): void {
    if (!/[\s\u00a0]/.test(term) || !hasPlainCapitals(term)) return;
    for (const form of termForms(normaliseTerm(term))) {
      const [first = '', ...rest] = termWords(form).map((word) => word.toLowerCase());
      this.#add({ term, form, first, rest });
    }
  }

  mayBegin(firstWord: number): boolean {
    return this.#firsts.has(firstWord);
  }

  formsOf(pair: number): readonly SmallForm[] | undefined {
    return this.#pairs.get(pair);
  }

  #add(form: SmallForm): void {
    const { first, rest } = form;
    const number = numberOfWord(first);
    const pair = pairOf(number, numberOfWord(/^[a-z]+/.exec(rest[0] ?? '')?.[0] ?? ''));
    this.#firsts.add(number);
    const forms = this.#pairs.get(pair);
    if (forms) forms.push(form);
    else this.#pairs.set(pair, [form]);
  }
}

/** `Working Day`, `Secretary of State`: an abbreviation in a term would have to be guessed at. */
function hasPlainCapitals(term: string): boolean {
  const words = termWords(term);
  return (
    words.filter((word) => /^[A-Z]/.test(word)).length >= 2 &&
    words.every((word) => /^(?:[A-Z][a-z’'-]+(?:-[A-Z]?[a-z]+)*|[a-z]+)$/.test(word))
  );
}

/**
 * The places in a stretch of text where two words stand with which a term begins, in text order.
 *
 * @param codes those of the text
 * @param tables the terms, in the order in which they count
 */
export function* smallWordsIn(
  codes: Uint16Array,
  { start: from, end: limit }: Span,
  tables: readonly SmallForms[],
): Iterable<SmallWords> {
  let isInside = false;
  for (let at = from; at < limit;) {
    const first = codes[at] as number;
    if (!isLetter(first)) {
      isInside = isInner(first);
      at++;
      continue;
    }
    const start = at;
    let number = addCode(0, first | smallBit);
    for (at++; at < limit && isSmallInner(codes[at] as number); at++)
      number = addCode(number, codes[at] as number);
    // `mid-working days`, `Re-service`: a word behind a hyphen or a letter begins no term.
    const begins = !isInside;
    isInside = true;
    if (!begins || !mayBegin(tables, number)) continue;
    const second = gapEnd(codes, at, limit);
    const secondEnd = lettersEnd(codes, second, limit);
    if (second === at || secondEnd === second) continue;
    const forms = formsOf(tables, pairOf(number, numberOf(codes, second, secondEnd)));
    if (forms.length > 0) yield { start, firstEnd: at, end: secondEnd, forms };
  }
}

function mayBegin(tables: readonly SmallForms[], firstWord: number): boolean {
  for (const table of tables) if (table.mayBegin(firstWord)) return true;
  return false;
}

const none: readonly SmallForm[] = [];

function formsOf(tables: readonly SmallForms[], pair: number): readonly SmallForm[] {
  let found = none;
  for (const table of tables) {
    const forms = table.formsOf(pair);
    if (forms) found = found === none ? forms : [...found, ...forms];
  }
  return found;
}

// ---- words as numbers ----------------------------------------------------------------------------------------------------

function numberOf(codes: Uint16Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = addCode(number, codes[at] as number);
  return number;
}

function numberOfWord(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at++) number = addCode(number, word.charCodeAt(at));
  return number;
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 0x5bd1e995) ^ second;
}

/** All bits of a number count for its place. */
function bitOf(number: number): number {
  return (number ^ (number >>> 16)) & 0xffff;
}

/** A set of numbers that may take others for members. */
class Bits {
  readonly #words = new Uint32Array(1 << 11);

  add(number: number): void {
    const bit = bitOf(number);
    this.#words[bit >>> 5] = (this.#words[bit >>> 5] as number) | (1 << (bit & 31));
  }

  has(number: number): boolean {
    const bit = bitOf(number);
    return (((this.#words[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  }
}

// ---- letters -------------------------------------------------------------------------------------------------------------

/** A letter with this bit is a small one. */
const smallBit = 0x20;

function isHigh(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isLetter(code: number): boolean {
  return isSmall(code) || isHigh(code);
}

/** What goes on with a word that has begun: a small letter, a hyphen or an apostrophe. */
function isSmallInner(code: number): boolean {
  return isSmall(code) || code === 45 || code === 39 || code === 0x2019;
}

/** What makes the word behind it the rest of another. */
function isInner(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45 || code === 39 || code === 0x2019 || code === 95;
}

/** Where the white space behind an offset ends. */
export function gapEnd(codes: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && isWhite(codes[at] as number)) at++;
  return at;
}

function isWhite(code: number): boolean {
  return code === 32 || (code < 128 ? code >= 9 && code <= 13 : /\s/.test(String.fromCharCode(code)));
}

function lettersEnd(codes: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSmall(codes[at] as number)) at++;
  return at;
}

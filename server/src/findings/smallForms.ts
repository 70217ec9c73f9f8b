import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
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
    const second = rest[0] ?? '';
    const number = numberOf(first, 0, first.length);
    const pair = pairOf(number, numberOf(second, 0, lettersEnd(second, 0, second.length)));
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
 * @param tables the terms, in the order in which they count
 */
export function* smallWordsIn(text: string, span: Span, tables: readonly SmallForms[]): Iterable<SmallWords> {
  let isInside = false;
  for (let at = span.start; at < span.end;) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) {
      isInside = isInner(code);
      at++;
      continue;
    }
    const start = at;
    do at++;
    while (at < span.end && isSmallInner(text.charCodeAt(at)));
    // `mid-working days`, `Re-service`: a word behind a hyphen or a letter begins no term.
    const begins = !isInside;
    isInside = true;
    if (!begins) continue;
    const number = numberOf(text, start, at);
    if (!tables.some((table) => table.mayBegin(number))) continue;
    const second = gapEnd(text, at, span.end);
    const secondEnd = lettersEnd(text, second, span.end);
    if (second === at || secondEnd === second) continue;
    const pair = pairOf(number, numberOf(text, second, secondEnd));
    const forms = formsOf(tables, pair);
    if (forms.length > 0) yield { start, firstEnd: at, end: secondEnd, forms };
  }
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

/** A number for the word at a place, whatever the case of its letters; other words may have the same. */
function numberOf(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    number = Math.imul(number ^ (isHigh(code) ? code + 32 : code), 0x01000193);
  }
  return number ^ (number >>> 15);
}

function pairOf(first: number, second: number): number {
  return Math.imul(first, 0x5bd1e995) ^ second;
}

/** A set of numbers that may take others for members. */
class Bits {
  readonly #words = new Uint32Array(1 << 11);

  add(number: number): void {
    const bit = number & 0xffff;
    this.#words[bit >>> 5] = (this.#words[bit >>> 5] as number) | (1 << (bit & 31));
  }

  has(number: number): boolean {
    const bit = number & 0xffff;
    return (((this.#words[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  }
}

// ---- letters -------------------------------------------------------------------------------------------------------------

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
export function gapEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isWhite(text, at)) at++;
  return at;
}

function isWhite(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code < 128 ? code >= 9 && code <= 13 : /\s/.test(text[at] as string));
}

function lettersEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSmall(text.charCodeAt(at))) at++;
  return at;
}

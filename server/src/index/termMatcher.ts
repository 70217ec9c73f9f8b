import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
import { numberOfLetters } from '../model/wordNumbers.js';
import { isSpace } from '../syntax/lines.js';

/** `Business, Energy & Industrial Strategy`: the sign and the word are one. */
function otherAnd(term: string): string {
  return term.includes(' & ') ? term.replace(/ & /g, ' and ') : term.replace(/ and /g, ' & ');
}

interface Candidate<T> {
  /** `'s` where the first word has one: a capitalised word of a text ends before it. */
  readonly suffix: string;
  readonly rest: readonly string[];
  /** Whether a sign in it may be written in another way: an apostrophe or a hyphen. */
  readonly hasSigns: boolean;
  readonly length: number;
  readonly isExact: boolean;
  readonly value: T;
}

export interface TermMatch<T> {
  readonly end: number;
  readonly value: T;
  /** Whether the term stands in its own spelling, not in its other number. */
  readonly isExact: boolean;
}

/** So many terms that begin with one word are gone through; more are found by their second word. */
const fewTerms = 6;

/** The terms that begin with one word, the longest first. */
class TermsOfWord<T> {
  #all: Candidate<T>[] = [];
  #isSorted = true;
  /** By the letters that the second word begins with; behind them those whose second word does not tell. */
  #bySecond: Map<number, Candidate<T>[]> | undefined;
  #others: Candidate<T>[] = [];

  add(candidate: Candidate<T>): void {
    this.#all.push(candidate);
    this.#isSorted = this.#all.length === 1;
    this.#bySecond = undefined;
  }

  /** Those that may stand in a text where the first word ends at `end`: all others do not. */
  at(text: string, end: number, limit: number): readonly Candidate<T>[] {
    if (!this.#isSorted) this.#sort();
    if (this.#all.length <= fewTerms) return this.#all;
    const bySecond = (this.#bySecond ??= this.#sortBySecond());
    const second = gapEnd(text, end, limit);
    if (second === end) return this.#others;
    return bySecond.get(numberOfLetters(text, second, limit)) ?? this.#others;
  }

  #sort(): void {
    this.#all.sort((a, b) => b.length - a.length || Number(b.isExact) - Number(a.isExact));
    this.#isSorted = true;
  }

  /** A term of several words is longer than one that is their first word alone. */
  #sortBySecond(): Map<number, Candidate<T>[]> {
    const bySecond = new Map<number, Candidate<T>[]>();
    this.#others = [];
    for (const candidate of this.#all) {
      const [second] = candidate.rest;
      if (second === undefined || candidate.suffix !== '') {
        this.#others.push(candidate);
        continue;
      }
      const number = numberOfLetters(second, 0, second.length);
      const held = bySecond.get(number);
      if (held) held.push(candidate);
      else bySecond.set(number, [candidate]);
    }
    for (const candidates of bySecond.values()) candidates.push(...this.#others);
    return bySecond;
  }
}

/**
 * Finds the longest term that begins at a word. Terms are found by their first word, and where many have the same by the second
 * too, so the cost of a look-up does not grow with their number. A term's own spelling wins over a bent form of another
 * (`Deliverables` over the plural of `Deliverable`).
 */
export class TermMatcher<T> {
  readonly #byFirstWord = new Map<string, TermsOfWord<T>>();
  readonly #exact = new Map<string, T>();

  /** Adds a term with all its forms; the first value of a spelling stays. */
  add(term: string, value: T): void {
    const exact = normaliseTerm(term);
    for (const form of termForms(exact)) this.#addForm(form, form === exact, value);
    const other = otherAnd(exact);
    if (other !== exact) this.#addForm(other, true, value);
    if (!this.#exact.has(exact)) this.#exact.set(exact, value);
  }

  get(term: string): T | undefined {
    return this.#exact.get(normaliseTerm(term));
  }

  /** The spellings that were added, without their bent forms. */
  terms(): IterableIterator<string> {
    return this.#exact.keys();
  }

  #addForm(form: string, isExact: boolean, value: T): void {
    const [word, ...rest] = termWords(form);
    if (word === undefined) return;
    const apostrophe = word.indexOf("'");
    const first = apostrophe > 0 ? word.slice(0, apostrophe) : word;
    const suffix = word.slice(first.length);
    const terms = this.#byFirstWord.get(first) ?? new TermsOfWord<T>();
    this.#byFirstWord.set(first, terms);
    terms.add({ suffix, rest, hasSigns: /['-]/.test(form), length: form.length, isExact, value });
  }

  /**
   * The longest term whose first word is the word from `start` to `end` and which ends at or before `limit`.
   * White space between the words may be of any kind and length.
   */
  find(text: string, start: number, end: number, limit: number): TermMatch<T> | undefined {
    return this.findBehind(firstWord(text, start, end), text, end, limit);
  }

  /**
   * The same for a first word that `firstWord` gave, which several matchers are asked for; `end` is where it ends.
   *
   * @param holds passes over a term that means nothing in the place, so that a shorter one is found
   */
  findBehind(
    word: string,
    text: string,
    end: number,
    limit: number,
    holds: (value: T) => boolean = () => true,
  ): TermMatch<T> | undefined {
    const terms = this.#byFirstWord.get(word);
    if (!terms) return undefined;
    for (const candidate of terms.at(text, end, limit)) {
      const matchEnd = matchRest(text, end, candidate, limit);
      if (matchEnd !== -1 && holds(candidate.value))
        return { end: matchEnd, value: candidate.value, isExact: candidate.isExact };
    }
    return undefined;
  }
}

/** A word of a text as matchers know it: with a plain hyphen. */
export function firstWord(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  return word.includes('\u2011') ? word.replace(/\u2011/g, '-') : word;
}

function matchRest<T>(text: string, from: number, candidate: Candidate<T>, limit: number): number {
  const { suffix, rest, hasSigns } = candidate;
  if (suffix !== '' && !sameWord(text, from, suffix, hasSigns)) return -1;
  let at = from + suffix.length;
  for (const word of rest) {
    const gap = at;
    at = gapEnd(text, gap, limit);
    if (at === gap || at + word.length > limit || !sameWord(text, at, word, hasSigns)) return -1;
    at += word.length;
    if (isWordCharacter(text.charCodeAt(at)) && !isFootnoteNumber(text, at)) return -1;
  }
  return goesOn(text, at, limit) ? -1 : at;
}

function gapEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Whether a number of one or two digits clings to the word that ends there, as footnote marks do in pasted text. */
function isFootnoteNumber(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before < 97 || before > 122 || !isDigit(text.charCodeAt(at))) return false;
  return !isWordCharacter(text.charCodeAt(isDigit(text.charCodeAt(at + 1)) ? at + 2 : at + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a hyphen ties the word to another capitalised one, which makes it a different word. */
function goesOn(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at);
  if (at + 1 >= limit || (code !== 45 && code !== 0x2011)) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 65 && next <= 90;
}

function sameWord(text: string, at: number, word: string, hasSigns: boolean): boolean {
  if (text.startsWith(word, at)) return true;
  if (!hasSigns) return false;
  return (
    text
      .slice(at, at + word.length)
      .replace(/[‘’]/g, "'")
      .replace(/[‐‑–]/g, '-') === word
  );
}

function isWordCharacter(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

import Fuse from 'fuse.js';
import type { DocumentView } from '../index/documentView.js';
import type { TermCandidate } from '../index/termCandidates.js';
import { normaliseTerm, termForms } from '../model/termForms.js';
import { isSpace } from '../syntax/lines.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import { TableCache } from './tableCache.js';

/** A known term that differs from the written words by one slip. Spans are reading offsets. */
export interface NearTerm {
  /** What to write: the term in the form that was meant. */
  readonly form: string;
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const longestAbbreviation = 5;
const shortestWord = 6;

/**
 * The known terms one slip away from the words around an unknown word: one letter changed, dropped, doubled or swapped, or
 * letters in the wrong case. The known words beside it count too (`Personal Data Brach`), and so do joining words; of several
 * terms the longest were meant. In abbreviations of five capitals or fewer only two letters exchanged count.
 */
export function nearestTerms(view: DocumentView, candidate: TermCandidate): NearTerm[] {
  const indexes = slipIndexes.of(view);
  const { text } = view.document.reading;
  let found: NearTerm[] = [];
  let longest = 1;
  for (const word of candidate.words) {
    if (word.use) continue;
    const tokens = new Tokens(text, word);
    for (const { form, term, words, at } of likeForms(
      indexes,
      normaliseTerm(text.slice(word.start, word.end)),
    )) {
      if (words < longest) continue;
      const span = tokens.window(at, words - 1 - at);
      if (!span || Math.abs(span.end - span.start - form.length) > 1) continue;
      const { written } = span;
      if (!isOneSlip(written, form) || indexes.some((index) => index.termOf(written) !== undefined)) continue;
      if (words === 1 && !isLongEnough(view, written)) continue;
      if (words > longest) found = [];
      longest = words;
      found.push({ form, term, start: span.start, end: span.end });
    }
  }
  return rank(found, candidate.text);
}

const openingSigns = /^[([“"‘']+/;
const closingSigns = /(?:[’']s?)?[)\]”"’'.,;:!?]*$/;

/** Words as they are written, and in the form in which terms are compared. */
interface WrittenWords extends Span {
  readonly written: string;
}

/** More words than any term has. */
const mostWords = 1000;

/** The words around a word, parted by white space; read as far as they are asked for. */
class Tokens {
  readonly #text: string;
  readonly #word: Span;
  /** Where thousands of terms have one word, the same few windows around it are asked for by each. */
  readonly #windows = new Map<number, WrittenWords | undefined>();

  constructor(text: string, word: Span) {
    this.#text = text;
    this.#word = word;
  }

  /** The span from so many words before the word to so many behind it; undefined where a sentence or the text ends between. */
  window(before: number, behind: number): WrittenWords | undefined {
    const key = before * mostWords + behind;
    if (this.#windows.has(key)) return this.#windows.get(key);
    const span = this.#readWindow(before, behind);
    const window = span && { ...span, written: normaliseTerm(this.#text.slice(span.start, span.end)) };
    this.#windows.set(key, window);
    return window;
  }

  #readWindow(before: number, behind: number): Span | undefined {
    let { start, end } = this.#word;
    for (let i = 0; i < before; i++) {
      const gap = this.#gapBefore(start);
      if (gap === start || gap === 0) return undefined;
      start = gap;
      while (start > 0 && !isSpace(this.#text.charCodeAt(start - 1))) start--;
    }
    for (let i = 0; i < behind; i++) {
      const gap = this.#gapBehind(end);
      if (gap === end || gap === this.#text.length) return undefined;
      end = gap;
      while (end < this.#text.length && !isSpace(this.#text.charCodeAt(end))) end++;
    }
    if (before > 0) start += openingSigns.exec(this.#text.slice(start, start + 4))?.[0].length ?? 0;
    if (behind > 0)
      end -= closingSigns.exec(this.#text.slice(Math.max(start, end - 6), end))?.[0].length ?? 0;
    return start < end ? { start, end } : undefined;
  }

  #gapBefore(from: number): number {
    let at = from;
    while (at > 0 && isSpace(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }

  #gapBehind(from: number): number {
    let at = from;
    while (at < this.#text.length && isSpace(this.#text.charCodeAt(at))) at++;
    return at;
  }
}

/** A single word must be long, and no word that the text also uses in small letters: `Suplier`, not `Part`. */
function isLongEnough(view: DocumentView, word: string): boolean {
  if (isShortAbbreviation(word)) return word.length >= 3;
  if (word === word.toUpperCase()) return word.length > longestAbbreviation;
  return word.length >= shortestWord && !view.matches(` ${escapePattern(word.toLowerCase())}`);
}

function escapePattern(words: string): string {
  return words.replace(/[^a-z0-9 ]/g, '\\$&');
}

/** Of a term that is meant in the singular, the plural is one slip away too: where a form has as many letters, it was meant. */
function withoutOtherNumber(found: readonly NearTerm[], written: string): readonly NearTerm[] {
  const isAsLong = ({ form }: NearTerm): boolean => form.length === normaliseTerm(written).length;
  const sure = new Set(found.filter(isAsLong).map(({ term }) => term));
  return found.filter((near) => isAsLong(near) || !sure.has(near.term));
}

/** fuse.js puts the likeliest first. */
function rank(found: readonly NearTerm[], written: string): NearTerm[] {
  const meant = withoutOtherNumber(found, written);
  const unique = [...new Map(meant.map((near) => [near.form, near])).values()];
  if (unique.length < 2) return unique;
  const fuse = new Fuse(unique, {
    keys: ['form'],
    isCaseSensitive: true,
    threshold: 1,
    ignoreLocation: true,
  });
  const ranked = fuse.search(written).map(({ item }) => item);
  return ranked.length > 0 ? ranked : unique;
}

// ---- one slip ------------------------------------------------------------------------------------------------------------

/** A spelling of a term that has a word like the one that was asked for. */
interface LikeForm {
  readonly form: string;
  readonly term: string;
  /** How many words it has, and which of them is the like one. */
  readonly words: number;
  readonly at: number;
}

/**
 * The words of terms, found by what is left when one letter is dropped from them (symmetric deletion): a look-up costs as much
 * as the word has letters, whatever the number of terms.
 */
class SlipIndex {
  readonly #words = new Map<string, string[]>();
  readonly #forms = new Map<string, LikeForm[]>();
  readonly #terms = new Map<string, string>();

  /** The term that a spelling is a form of. */
  termOf(form: string): string | undefined {
    return this.#terms.get(form);
  }

  wordsAt(remainder: string): readonly string[] {
    return this.#words.get(remainder) ?? [];
  }

  formsWith(word: string): readonly LikeForm[] {
    return this.#forms.get(word) ?? [];
  }

  add(term: string): void {
    for (const form of termForms(term)) {
      if (this.#terms.has(form) || /^[a-z]/.test(form)) continue;
      this.#terms.set(form, term);
      const words = form.split(' ');
      for (const [at, word] of words.entries())
        this.#addWord(word.toLowerCase(), { form, term, words: words.length, at });
    }
  }

  #addWord(word: string, like: LikeForm): void {
    const known = this.#forms.get(word);
    if (known) {
      known.push(like);
      return;
    }
    this.#forms.set(word, [like]);
    for (const key of remainders(word)) {
      const held = this.#words.get(key);
      if (held) held.push(word);
      else this.#words.set(key, [word]);
    }
  }
}

const slipIndexes = new TableCache(
  () => new SlipIndex(),
  (index, term) => index.add(term),
);

/** Makes what `nearestTerms` looks up, in steps. */
export function* prepareNearTerms(view: DocumentView): Steps<void> {
  yield* slipIndexes.ofInSteps(view);
}

/** The spellings of terms that have the word, or one that is a slip away from it. */
function* likeForms(indexes: readonly SlipIndex[], written: string): Iterable<LikeForm> {
  for (const index of indexes) {
    const words = new Set<string>();
    for (const remainder of remainders(written.toLowerCase()))
      for (const word of index.wordsAt(remainder)) words.add(word);
    for (const word of words) yield* index.formsWith(word);
  }
}

function* remainders(word: string): Iterable<string> {
  yield word;
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

function isShortAbbreviation(word: string): boolean {
  return word.length <= longestAbbreviation && /^[A-Z0-9]+$/.test(word);
}

/** Whether two spellings differ by case alone, or by one letter changed, dropped, added, or two exchanged. */
export function isOneSlip(written: string, form: string): boolean {
  if (written === form || !isAlike(written, form)) return false;
  if (isShortAbbreviation(form) || isShortAbbreviation(written)) return isExchange(written, form);
  if (written.toLowerCase() === form.toLowerCase()) return /\s/.test(form);
  // `THIS AGREEMENT`: all in capitals it is no slip of `Agreements` either.
  if (written === written.toUpperCase() && form.toLowerCase() === `${written.toLowerCase()}s`) return false;
  if (written[0]?.toLowerCase() !== form[0]?.toLowerCase()) return false;
  if (differsOnlyByNumber(written, form) || isOtherForm(written, form) || isOtherForm(form, written))
    return false;
  const a = written.toLowerCase();
  const b = form.toLowerCase();
  // `Application for` is no slip of `Application Form`: with its small letter it would be two.
  if (a !== b && hasOtherCapitals(written, form)) return false;
  if (a.length === b.length) return isExchange(a, b) || isChange(a, b);
  return a.length < b.length ? isDrop(a, b) : isDrop(b, a);
}

/** Whether two letters at most, of any case, stand between what both begin with and what both end with: one slip is no more. */
function isAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && isSameLetter(a.charCodeAt(head), b.charCodeAt(head))) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    isSameLetter(a.charCodeAt(a.length - 1 - tail), b.charCodeAt(b.length - 1 - tail))
  )
    tail++;
  return Math.max(a.length, b.length) - head - tail <= 2;
}

/** Great and small letters differ in one bit. */
function isSameLetter(a: number, b: number): boolean {
  return (a | 32) === (b | 32);
}

/** Whether words in the same place begin with a capital in one and a small letter in the other. */
function hasOtherCapitals(written: string, form: string): boolean {
  const [a, b] = [written.split(' '), form.split(' ')];
  const isHigh = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase();
  return a.length === b.length && a.some((word, i) => isHigh(word) !== isHigh(b[i] as string));
}

/** A digit that differs, or a plural, is another thing and no slip. */
function differsOnlyByNumber(written: string, form: string): boolean {
  const digits = (word: string): string => word.replace(/\D/g, '');
  return digits(written) !== digits(form);
}

/** `Compromised` beside `Compromise`: a grammatical form, which has the corresponding meaning (Section A2). */
function isOtherForm(longer: string, shorter: string): boolean {
  if (/e$/.test(shorter) && longer === `${shorter}d`) return true;
  // Beside its other number too.
  if (/es$/.test(shorter) && longer === `${shorter.slice(0, -1)}d`) return true;
  // The `Proposed` thing and its `Proposer`.
  return /ed$/.test(longer) && /ers?$/.test(shorter) && shorter.replace(/ers?$/, 'ed') === longer;
}

function isChange(a: string, b: string): boolean {
  let differences = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && ++differences > 1) return false;
  return differences === 1;
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a[i] !== a[i + 1] && a.slice(i + 2) === b.slice(i + 2);
}

function isDrop(shorter: string, longer: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let i = 0;
  while (i < shorter.length && shorter[i] === longer[i]) i++;
  return shorter.slice(i) === longer.slice(i + 1);
}

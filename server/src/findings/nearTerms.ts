import Fuse from 'fuse.js';
import type { DocumentView } from '../index/documentView.js';
import type { TermCandidate } from '../index/termCandidates.js';
import { normaliseTerm, termForms } from '../model/termForms.js';
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
 * The known terms one slip away from a candidate or from a part of it that holds the unknown word: one letter changed,
 * dropped, doubled or swapped, or letters in the wrong case. In abbreviations of five capitals or fewer only two letters
 * exchanged count.
 */
export function nearestTerms(view: DocumentView, candidate: TermCandidate): NearTerm[] {
  const indexes = slipIndexes.of(view);
  const { text } = view.document.reading;
  const found: NearTerm[] = [];
  const { words } = candidate;
  for (let length = words.length; length >= 1 && found.length === 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const window = words.slice(first, first + length);
      if (window.every(({ use }) => use !== undefined)) continue;
      const start = window[0]?.start ?? candidate.start;
      const end = window.at(-1)?.end ?? candidate.end;
      const written = normaliseTerm(text.slice(start, end));
      const near = nearForms(indexes, written);
      if (near.size === 0 || (length === 1 && !isLongEnough(view, written))) continue;
      for (const [form, term] of near) found.push({ form, term, start, end });
    }
  }
  return rank(found, candidate.text);
}

/** A single word must be long, and no word that the text also uses in small letters: `Suplier`, not `Part`. */
function isLongEnough(view: DocumentView, word: string): boolean {
  if (isShortAbbreviation(word)) return word.length >= 3;
  if (word === word.toUpperCase()) return word.length > longestAbbreviation;
  return word.length >= shortestWord && !view.document.reading.text.includes(` ${word.toLowerCase()}`);
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

/**
 * The spellings of terms, found by what is left when one letter is dropped from them (symmetric deletion): a look-up costs as
 * much as the word has letters, whatever the number of terms.
 */
class SlipIndex {
  readonly #byRemainder = new Map<string, string[]>();
  readonly #terms = new Map<string, string>();

  constructor(terms: Iterable<string>) {
    for (const term of terms) this.#add(term);
  }

  /** The term that a spelling is a form of. */
  termOf(form: string): string | undefined {
    return this.#terms.get(form);
  }

  formsAt(remainder: string): readonly string[] {
    return this.#byRemainder.get(remainder) ?? [];
  }

  #add(term: string): void {
    for (const form of termForms(term)) {
      if (this.#terms.has(form) || /^[a-z]/.test(form)) continue;
      this.#terms.set(form, term);
      for (const key of remainders(form.toLowerCase())) {
        const held = this.#byRemainder.get(key);
        if (held) held.push(form);
        else this.#byRemainder.set(key, [form]);
      }
    }
  }
}

const slipIndexes = new TableCache((terms) => new SlipIndex(terms));

/** The forms that may be meant, with their terms; none where the written words are themselves known. */
function nearForms(indexes: readonly SlipIndex[], written: string): ReadonlyMap<string, string> {
  const near = new Map<string, string>();
  if (indexes.some((index) => index.termOf(written) !== undefined)) return near;
  for (const remainder of remainders(written.toLowerCase())) {
    for (const index of indexes) {
      for (const form of index.formsAt(remainder)) {
        if (!near.has(form) && isOneSlip(written, form)) near.set(form, index.termOf(form) as string);
      }
    }
  }
  return near;
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
  if (written === form) return false;
  if (isShortAbbreviation(form) || isShortAbbreviation(written)) return isExchange(written, form);
  if (written.toLowerCase() === form.toLowerCase()) return /\s/.test(form);
  if (written[0]?.toLowerCase() !== form[0]?.toLowerCase()) return false;
  if (differsOnlyByNumber(written, form)) return false;
  const a = written.toLowerCase();
  const b = form.toLowerCase();
  if (a.length === b.length) return isExchange(a, b) || isChange(a, b);
  return a.length < b.length ? isDrop(a, b) : isDrop(b, a);
}

/** A digit that differs, or a plural, is another thing and no slip. */
function differsOnlyByNumber(written: string, form: string): boolean {
  const digits = (word: string): string => word.replace(/\D/g, '');
  return digits(written) !== digits(form);
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

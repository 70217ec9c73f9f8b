import type { Block } from '../syntax/documentTree.js';
import {
  isCalendarWord,
  isDescribing,
  isDeterminer,
  isPersonTitle,
  isSentenceOpener,
} from '../syntax/words.js';
import { parseRoman } from '../model/numerals.js';
import type { Span } from '../text/span.js';
import type { DocumentView } from './documentView.js';
import type { TermUse } from './termUses.js';

/** A capitalised word of a text, and the known term that it belongs to, if any. */
export interface CapitalWord extends Span {
  readonly use: TermUse | undefined;
}

/** So many words in capitals are looked at in a row. */
const longestShout = 6;

/** Goes through the capitalised words of a text, its uses and its silent stretches side by side. */
export class CapitalWords {
  readonly #view: DocumentView;
  readonly #silent: readonly Span[];
  #next = 0;
  #use = 0;
  #quiet = 0;

  constructor(view: DocumentView, silent: readonly Span[]) {
    this.#view = view;
    this.#silent = silent;
  }

  /**
   * The words of the next block, silent ones left out; none where each of them is known or an ordinary word, as in nearly
   * every block.
   */
  take(block: Block): readonly CapitalWord[] {
    const { capitals } = this.#view.document;
    while (this.#next < capitals.length && (capitals[this.#next] as number) < block.textStart)
      this.#next += 2;
    const first = this.#next;
    let isOfInterest = false;
    for (; this.#next < capitals.length && (capitals[this.#next] as number) < block.end; this.#next += 2) {
      if (isOfInterest) continue;
      const start = capitals[this.#next] as number;
      const end = capitals[this.#next + 1] as number;
      isOfInterest = !this.#isKnown(start, end) && !this.#isOrdinary(start, end);
    }
    return isOfInterest ? this.#wordsFrom(first, this.#next) : [];
  }

  /** Whether a word has its capital for reasons of its own; behind an article and before another capital it may open a term. */
  #isOrdinary(start: number, end: number): boolean {
    const { reading } = this.#view.document;
    const word = reading.slice(start, end);
    if (!isEdgeWord(word)) return false;
    if (!opensTerm.test(word)) return true;
    return (
      !/[a-z][\s\u00a0]$/.test(reading.slice(start - 2, start)) ||
      !/^[\s\u00a0][A-Z]/.test(reading.slice(end, end + 2))
    );
  }

  /** Whether a use or a silent stretch holds the word; asked for in text order. */
  #isKnown(start: number, end: number): boolean {
    return this.#useAt(start, end) !== undefined || this.#isSilent(start);
  }

  #useAt(start: number, end: number): TermUse | undefined {
    const { uses } = this.#view;
    while (this.#use > 0 && (uses[this.#use - 1] as TermUse).end > start) this.#use--;
    while (this.#use < uses.length && (uses[this.#use] as TermUse).end <= start) this.#use++;
    const use = uses[this.#use];
    return use !== undefined && use.start < end ? use : undefined;
  }

  #isSilent(start: number): boolean {
    while (this.#quiet > 0 && (this.#silent[this.#quiet - 1] as Span).end > start) this.#quiet--;
    while (this.#quiet < this.#silent.length && (this.#silent[this.#quiet] as Span).end <= start)
      this.#quiet++;
    return (this.#silent[this.#quiet]?.start ?? Infinity) <= start;
  }

  #wordsFrom(first: number, last: number): CapitalWord[] {
    const { capitals } = this.#view.document;
    const words: CapitalWord[] = [];
    for (let i = first; i < last; i += 2) {
      const start = capitals[i] as number;
      const end = capitals[i + 1] as number;
      if (!this.#isSilent(start) && !this.#isShouted(i))
        words.push({ start, end, use: this.#useAt(start, end) });
    }
    return words;
  }

  /**
   * `IT IS AGREED as follows`, `NOW THIS DEED WITNESSES`: a word in capitals that such words tie to a function word in capitals is
   * emphasised, and no abbreviation.
   */
  #isShouted(i: number): boolean {
    return this.#isInCapitals(i) && [-2, 2].some((step) => this.#leadsToFunctionWord(i, step));
  }

  #leadsToFunctionWord(i: number, step: number): boolean {
    for (let at = i; Math.abs(at - i) < 2 * longestShout; at += step) {
      const next = at + step;
      if (!this.#isInCapitals(next) || !this.#areBeside(at, next)) return false;
      if (this.#isFunctionWord(next)) return true;
    }
    return false;
  }

  #isInCapitals(i: number): boolean {
    const { capitals, reading } = this.#view.document;
    const start = capitals[i];
    const end = capitals[i + 1];
    const word = start !== undefined && end !== undefined ? reading.slice(start, end) : '';
    return word.length > 1 && word === word.toUpperCase();
  }

  #isFunctionWord(i: number): boolean {
    const { capitals, reading } = this.#view.document;
    return isSentenceOpener(reading.slice(capitals[i] as number, capitals[i + 1] as number));
  }

  #areBeside(a: number, b: number): boolean {
    const { capitals, reading } = this.#view.document;
    const [first, second] = a < b ? [a, b] : [b, a];
    return /^[\s\u00a0]$/.test(reading.slice(capitals[first + 1] as number, capitals[second] as number));
  }
}

/** Words that may open a sentence, and behind an article a term: `the First Cutover`, `the New Member`. */
export const opensTerm = /^(?:First|Second|Third|Fourth|Fifth|Final|New)$/;

const structural =
  /^(?:Sections?|Clauses?|Paragraphs?|Conditions?|Annex(?:es)?|Appendix|Appendices|Schedules?|Parts?|Tables?|Figures?|Article|Articles)$/;

/** A word that is capitalised for reasons of its own: a function word, a month, a numeral. */
export function isEdgeWord(word: string): boolean {
  return (
    word.length === 1 ||
    structural.test(word) ||
    (isDeterminer(word) && !isDescribing(word)) ||
    isSentenceOpener(word) ||
    isCalendarWord(word) ||
    isPersonTitle(word) ||
    (/^[IVXLC]+$/.test(word) && parseRoman(word.toLowerCase()) !== undefined)
  );
}

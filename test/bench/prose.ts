import type { CitingPlace, Citations } from './citations.js';
import { adjectives, months, nouns, numberWords, termHeads, termWords, verbs } from './codeWords.js';
import type { Chance } from './chance.js';
import { bent } from './terms.js';

/** How often a phrase is followed by a change mark: seldom in the Code, often in a draft. */
export type MarkShare = number;

/** Writes sentences as contracts have them. */
export class Prose {
  readonly #random: Chance;
  readonly #terms: readonly string[];
  readonly #citations: Citations;
  readonly #markShare: MarkShare;

  /** @param terms the defined terms to use; those of an Appendix's own list stand among them in that Appendix only */
  constructor(random: Chance, terms: readonly string[], citations: Citations, markShare: MarkShare) {
    this.#random = random;
    this.#terms = terms;
    this.#citations = citations;
    this.#markShare = markShare;
  }

  /** Whole sentences of about `size` characters; the last one has no point at its end. */
  sentences(size: number, place: CitingPlace): string {
    const sentences: string[] = [];
    for (
      let length = 0;
      length === 0 || length < size - 60;
      length += (sentences.at(-1) as string).length + 2
    ) {
      sentences.push(this.#sentence(Math.min(size - length, 240), place));
    }
    return sentences.join('. ');
  }

  /** What an item of a list says. */
  item(size: number, place: CitingPlace): string {
    return this.#extended(`${this.#random.pick(verbs)} ${this.#object()}`, size, place);
  }

  /** What stands behind `means` in a definition. */
  meaning(size: number, place: CitingPlace): string {
    const random = this.#random;
    if (random.chance(0.1))
      return `has the meaning given to that expression in ${this.#citations.next(place)}`;
    return this.#extended(`means ${this.#object()}`, size, place);
  }

  #sentence(size: number, place: CitingPlace): string {
    const random = this.#random;
    const modal = random.pick(['shall', 'shall', 'shall', 'may', 'must', 'shall not']);
    return this.#extended(`${this.#subject()} ${modal} ${random.pick(verbs)} ${this.#object()}`, size, place);
  }

  #extended(start: string, size: number, place: CitingPlace): string {
    let text = start;
    while (text.length < size - 30) text += this.#tail(place);
    return text;
  }

  #subject(): string {
    const random = this.#random;
    if (random.chance(0.25)) return `${random.pick(['The', 'Each', 'Any'])} ${this.#plainThing()}`;
    return `${random.pick(['The', 'Each', 'A', 'Any'])} ${this.#term()}`;
  }

  #object(): string {
    const random = this.#random;
    if (random.chance(0.35)) return `the ${bent(random, this.#term())}`;
    return `${random.pick(['the', 'each', 'any', 'all of the'])} ${this.#plainThing()}`;
  }

  #plainThing(): string {
    const random = this.#random;
    const thing = random.chance(0.5)
      ? random.pick(nouns)
      : `${random.pick(adjectives)} ${random.pick(nouns)}`;
    return random.chance(0.25) ? `${thing} of the ${random.pick(nouns)}` : thing;
  }

  /** A defined term, a few far oftener than the rest; once in a while two capitalised words that nothing defines. */
  #term(): string {
    const random = this.#random;
    if (random.chance(0.0004))
      return `${random.pick(termWords)} ${random.pick(termWords)} ${random.pick(termHeads)}`;
    const rank = random.chance(0.5) ? random.next() ** 3 : random.next();
    return this.#terms[Math.floor(rank * this.#terms.length)] as string;
  }

  #tail(place: CitingPlace): string {
    const random = this.#random;
    const share = random.next();
    if (share < 0.2) return this.#citation(place);
    if (share < 0.28) return ` within ${this.#days()} after the ${random.pick(nouns)}`;
    if (share < 0.32)
      return ` from ${random.between(1, 28)} ${random.pick(months)} ${random.between(2013, 2025)}`;
    if (share < 0.34) return ` marked “${random.pick(adjectives)} ${random.pick(nouns)}”`;
    if (share < 0.34 + this.#markShare) return this.#marked();
    if (share < 0.6)
      return ` where the ${random.pick(nouns)} of the ${this.#term()} is ${random.pick(adjectives)}`;
    if (share < 0.8)
      return ` by way of the ${random.pick(adjectives)} ${random.pick(nouns)} of each ${this.#plainThing()}`;
    return ` and that ${random.pick(nouns)} is not ${random.pick(adjectives)} to the ${random.pick(nouns)}`;
  }

  /** A comma ends it: without one the words behind could read as the owner of the number. */
  #citation(place: CitingPlace): string {
    const random = this.#random;
    const lead = random.pick(['in accordance with', 'for the purposes of', 'under', 'subject to']);
    return ` ${lead} ${this.#citations.next(place)}, as the ${random.pick(nouns)} requires`;
  }

  #days(): string {
    const number = this.#random.between(2, 10);
    return `${numberWords[number - 1]} (${number}) Working Days`;
  }

  #marked(): string {
    const random = this.#random;
    const [first, second] = [random.pick(nouns), random.pick(nouns)];
    switch (random.between(0, 3)) {
      case 0:
        return `{++ by the ${first} and the ${second}++}`;
      case 1:
        return `{-- by the ${first} and the ${second}--}`;
      case 2:
        return ` with the {~~${first}~>${second}~~}`;
      default:
        return ` with the {~~${first}~>${second}~~}{>>@A. Drafter 2026-03-01T09:00:00Z<<}`;
    }
  }
}

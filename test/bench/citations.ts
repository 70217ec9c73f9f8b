import { citedLaws, modifications } from './codeWords.js';
import type { PlannedPart, PlannedProvision, PlannedSubsection } from './codePlan.js';
import type { Chance } from './chance.js';

/** Where a citation is written. */
export interface CitingPlace {
  readonly part: PlannedPart;
  readonly subsection: PlannedSubsection | undefined;
  readonly clause: PlannedProvision | undefined;
}

type Citation = (place: CitingPlace) => string | undefined;

/** Writes references of every kind to the provisions of a planned Code, and counts those that it breaks on purpose. */
export class Citations {
  broken = 0;
  readonly #random: Chance;
  readonly #sections: readonly PlannedPart[];
  readonly #schedules: readonly PlannedPart[];
  readonly #appendices: readonly PlannedPart[];
  readonly #listed: readonly string[];
  readonly #brokenShare: number;
  readonly #kinds: readonly (readonly [number, Citation])[];

  /** @param listed terms of Section A whose definitions have paragraphs (a) and (b) */
  constructor(random: Chance, parts: readonly PlannedPart[], listed: readonly string[], brokenShare: number) {
    this.#random = random;
    this.#sections = parts.filter(({ kind }) => kind === 'Section');
    this.#schedules = parts.filter(({ kind }) => kind === 'Schedule');
    this.#appendices = parts.filter(({ kind }) => kind === 'Appendix');
    this.#listed = listed;
    this.#brokenShare = brokenShare;
    this.#kinds = [
      [30, () => `Section ${this.#provision(this.#sectionPart())}`],
      [12, () => this.#withHeading()],
      [4, () => this.#partWithTitle()],
      [6, () => this.#list()],
      [3, () => this.#range()],
      [4, (place) => this.#self(place)],
      [10, (place) => this.#relative(place)],
      [8, (place) => this.#own(place)],
      [6, () => this.#numbered('paragraph', this.#schedules)],
      [8, () => this.#numbered('clause', this.#appendices)],
      [4, () => this.#wholePart()],
      [5, () => random.pick(citedLaws)],
      [3, () => `SEC ${random.chance(0.5) ? 'Section ' : ''}${this.#provision(this.#sectionPart())}`],
      [1, () => random.pick(modifications)],
      [1, () => this.#definitionParagraph()],
    ];
  }

  next(place: CitingPlace): string {
    if (this.#random.chance(this.#brokenShare)) return this.#breakOne();
    let share = this.#random.next() * this.#kinds.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, cite] of this.#kinds) {
      share -= weight;
      const citation = share < 0 ? cite(place) : undefined;
      if (citation !== undefined) return citation;
    }
    return `Section ${this.#provision(this.#sectionPart())}`;
  }

  #breakOne(): string {
    this.broken++;
    const { name, subsections } = this.#sectionPart();
    const clause = this.#clause(subsections);
    if (this.#random.chance(0.5))
      return `Section ${name}${this.#random.between(900, 999)}.${this.#random.between(1, 9)}`;
    return `Section ${name}${clause.number}(y)`;
  }

  #sectionPart(): PlannedPart {
    return this.#random.pick(this.#sections);
  }

  #subsection(part: PlannedPart): PlannedSubsection {
    return this.#random.pick(part.subsections);
  }

  #clause(subsections: readonly PlannedSubsection[]): PlannedProvision {
    return this.#random.pick(this.#random.pick(subsections).clauses);
  }

  #provision(part: PlannedPart): string {
    const prefix = part.kind === 'Section' ? part.name : '';
    let provision = this.#clause(part.subsections);
    while (provision.children.length > 0 && this.#random.chance(0.4))
      provision = this.#random.pick(provision.children);
    return prefix + provision.number;
  }

  #withHeading(): string {
    const part = this.#sectionPart();
    const { number, heading } = this.#subsection(part);
    return `Section ${part.name}${number} (${heading})`;
  }

  #partWithTitle(): string {
    const { name, title } = this.#sectionPart();
    return `Section ${name} (${title})`;
  }

  #list(): string {
    const [first, second, third] = [this.#sectionPart(), this.#sectionPart(), this.#sectionPart()];
    const last = `${third.name}${this.#subsection(third).number}`;
    return `Sections ${this.#provision(first)}, ${this.#provision(second)} and ${last}`;
  }

  #range(): string {
    const part = this.#sectionPart();
    const { number, clauses } = this.#subsection(part);
    const name = part.name + String(number);
    return `Sections ${name}.1 to ${name}.${clauses.length}${this.#random.chance(0.5) ? ' (inclusive)' : ''}`;
  }

  #self({ part, subsection }: CitingPlace): string {
    if (part.kind !== 'Section') return `this ${part.kind} ${part.name}`;
    return `this Section ${part.name}${subsection && this.#random.chance(0.6) ? String(subsection.number) : ''}`;
  }

  /** `paragraph (a) above`, in a clause that has paragraphs. */
  #relative({ clause }: CitingPlace): string | undefined {
    const paragraphs = clause?.children ?? [];
    if (paragraphs.length < 2) return undefined;
    const [first, second] = paragraphs as [PlannedProvision, PlannedProvision];
    if (this.#random.chance(0.3)) return `paragraphs ${first.label} and ${second.label} above`;
    return `paragraph ${this.#random.pick(paragraphs).label} ${this.#random.pick(['above', 'below'])}`;
  }

  #own({ part }: CitingPlace): string | undefined {
    if (part.kind === 'Section') return undefined;
    return `${part.kind === 'Schedule' ? 'paragraph' : 'clause'} ${this.#provision(part)}`;
  }

  #numbered(word: string, parts: readonly PlannedPart[]): string | undefined {
    if (parts.length === 0) return undefined;
    const part = this.#random.pick(parts);
    return `${word} ${this.#provision(part)} of ${part.kind} ${part.name}`;
  }

  #wholePart(): string | undefined {
    const parts = [...this.#schedules, ...this.#appendices];
    if (parts.length === 0) return undefined;
    const { kind, name } = this.#random.pick(parts);
    return `${kind} ${name}`;
  }

  #definitionParagraph(): string | undefined {
    if (this.#listed.length === 0) return undefined;
    return `paragraph ${this.#random.pick(['(a)', '(b)'])} of the definition of ${this.#random.pick(this.#listed)}`;
  }
}

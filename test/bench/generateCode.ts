import { Citations, type CitingPlace } from './citations.js';
import { months } from './codeWords.js';
import {
  partNames,
  planHeading,
  planSubsections,
  type PlannedPart,
  type PlannedProvision,
  type PlannedSubsection,
} from './codePlan.js';
import { Prose } from './prose.js';
import { Chance } from './chance.js';
import { makeTerms } from './terms.js';

export interface CodeSize {
  readonly seed: number;
  /** The size of the Code, without the draft. */
  readonly bytes: number;
  readonly files: number;
  readonly definitions: number;
  readonly draftBytes: number;
}

export interface GeneratedFile {
  readonly name: string;
  readonly text: string;
  /** How many of its references name a provision that does not exist. */
  readonly brokenReferences: number;
}

export interface GeneratedCode {
  readonly files: readonly GeneratedFile[];
  readonly draft: GeneratedFile;
  /** The terms that the Code defines. */
  readonly terms: readonly string[];
}

export const fullCode: CodeSize = {
  seed: 20_190_426,
  bytes: 12_000_000,
  files: 60,
  definitions: 2000,
  draftBytes: 1_000_000,
};

/** The Code of `--quick`: as many files and definitions for each megabyte as the full one has, the same draft. */
export const quickCode: CodeSize = { ...fullCode, bytes: 1_000_000, files: 10, definitions: 170 };

interface PlannedDefinition {
  readonly term: string;
  readonly size: number;
  readonly hasParagraphs: boolean;
}

interface PlannedFile {
  readonly part: PlannedPart;
  readonly definitions: readonly PlannedDefinition[];
}

/** A draft names more than the Code what is not there, and is full of marks. */
const brokenShare = { code: 0.002, draft: 0.01 };
const markShare = { code: 0.002, draft: 0.06 };

/**
 * Makes a Code of the given size, and a draft modification of it: lettered Sections, Schedules and Appendices with their levels,
 * a definition list in Section A and one in each Appendix, references of all kinds. The same size and seed give the same text.
 */
export function generateCode(size: CodeSize): GeneratedCode {
  const random = new Chance(size.seed);
  const definitions = planDefinitions(random, size.definitions);
  const plan = planFiles(random, size, definitions);
  const parts = plan.map(({ part }) => part);
  const [sectionA] = plan as [PlannedFile, ...PlannedFile[]];
  const listed = sectionA.definitions.filter(({ hasParagraphs }) => hasParagraphs).map(({ term }) => term);
  const common = sectionA.definitions.map(({ term }) => term);
  const files = plan.map((file) => {
    const citations = new Citations(random, parts, listed, brokenShare.code);
    const terms = file === sectionA ? common : [...file.definitions.map(({ term }) => term), ...common];
    const writer = new Writer(new Prose(random, terms, citations, markShare.code));
    writer.codeFile(random, file);
    return writer.finish(`${file.part.kind}-${file.part.name}.sec`.toLowerCase(), citations);
  });
  const citations = new Citations(random, parts, listed, brokenShare.draft);
  const writer = new Writer(new Prose(random, common, citations, markShare.draft));
  writer.draft(random, parts, size.draftBytes);
  return { files, draft: writer.finish('dp072.sec', citations), terms: definitions.map(({ term }) => term) };
}

// ---- planning ------------------------------------------------------------------------------------------------------

function planDefinitions(random: Chance, count: number): PlannedDefinition[] {
  return makeTerms(random, count).map((term) => ({
    term,
    size: random.between(90, 260),
    hasParagraphs: random.chance(0.08),
  }));
}

/** Three quarters of the definitions stand in Section A, the rest in the Appendices' own lists. */
function planFiles(random: Chance, size: CodeSize, definitions: readonly PlannedDefinition[]): PlannedFile[] {
  const names = partNames(size.files);
  const appendices = names.filter(({ kind }) => kind === 'Appendix').length;
  const common = appendices === 0 ? definitions.length : Math.ceil(definitions.length * 0.75);
  const share = appendices === 0 ? 0 : Math.ceil((definitions.length - common) / appendices);
  const weights = names.map(() => 0.4 + random.next());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const bodyBytes = size.bytes - definitions.reduce((sum, definition) => sum + definition.size + 28, 0);
  let taken = common;
  return names.map((name, i) => {
    let own = i === 0 ? definitions.slice(0, common) : [];
    if (name.kind === 'Appendix') own = definitions.slice(taken, (taken += share));
    const first = i === 0 || own.length > 0 ? 2 : 1;
    const subsections = planSubsections(random, name, first, (bodyBytes * (weights[i] as number)) / whole);
    return { part: { ...name, title: planHeading(random), subsections }, definitions: own };
  });
}

// ---- writing -------------------------------------------------------------------------------------------------------

/** Writes one file line by line. */
class Writer {
  readonly #prose: Prose;
  readonly #lines: string[] = [];

  constructor(prose: Prose) {
    this.#prose = prose;
  }

  finish(name: string, citations: Citations): GeneratedFile {
    return { name, text: `${this.#lines.join('\n')}\n`, brokenReferences: citations.broken };
  }

  codeFile(random: Chance, { part, definitions }: PlannedFile): void {
    const { kind, name, title } = part;
    const month = String(months.indexOf(random.pick(months)) + 1).padStart(2, '0');
    this.#lines.push(
      '---',
      `part: ${kind} ${name}`,
      `title: ${title}`,
      'version: "6.12"',
      `effective: 2019-${month}-01`,
      '---',
    );
    this.#lines.push(`${kind.toUpperCase()} ${name}: ${title.toUpperCase()}`, '');
    if (definitions.length > 0) this.#definitionList(part, definitions);
    for (const subsection of part.subsections) this.#subsection(random, part, subsection, '');
  }

  /** A draft adds definitions to Section A and sub-sections behind the last one of each part. */
  draft(random: Chance, parts: readonly PlannedPart[], bytes: number): void {
    this.#lines.push('---', 'modification: DP072', 'baseline: "6.12"', '---');
    this.#lines.push('These changes have been drafted against SEC Version 6.12.', '');
    for (const part of parts) {
      const after = (part.subsections.at(-1)?.number ?? 0) + 1;
      const subsections = planSubsections(random, part, after, bytes / parts.length);
      this.#lines.push(`${part.kind} ${part.name} (${part.title})`, '');
      if (part === parts[0]) this.#newDefinitions(random, part);
      const added = { ...part, subsections };
      for (const subsection of subsections)
        this.#subsection(random, added, subsection, part.kind === 'Section' ? '' : '.');
    }
  }

  #newDefinitions(random: Chance, part: PlannedPart): void {
    this.#lines.push('Insert the following definitions in alphabetical order:', '', 'Term\tMeaning');
    const place = { part, subsection: undefined, clause: undefined };
    for (let i = 0; i < 20; i++) {
      const term = `${planHeading(random)} Record ${String.fromCharCode(65 + i)}`;
      this.#lines.push(`${term}\t${this.#prose.meaning(160, place)}.`);
    }
    this.#lines.push('');
  }

  #definitionList(part: PlannedPart, definitions: readonly PlannedDefinition[]): void {
    const prefix = part.kind === 'Section' ? part.name : '';
    const place: CitingPlace = { part, subsection: undefined, clause: undefined };
    this.#lines.push(`${prefix}1 DEFINITIONS`, '');
    this.#lines.push(
      `${prefix}1.1 In this text the following expressions shall have the meanings set out beside them:`,
      '',
    );
    this.#lines.push('Term\tMeaning');
    const sorted = [...definitions].sort((a, b) => (a.term < b.term ? -1 : 1));
    for (const { term, size, hasParagraphs } of sorted) {
      if (!hasParagraphs) {
        this.#lines.push(`${term}\t${this.#prose.meaning(size, place)}.`);
        continue;
      }
      this.#lines.push(`${term}\tmeans a person or thing that is able to:`);
      this.#lines.push(
        `(a) ${this.#prose.item(size / 2, place)}; or`,
        `(b) ${this.#prose.item(size / 2, place)}.`,
      );
    }
    this.#lines.push('');
  }

  #subsection(random: Chance, part: PlannedPart, subsection: PlannedSubsection, point: string): void {
    const prefix = part.kind === 'Section' ? part.name : '';
    this.#lines.push(`${prefix}${subsection.number}${point} ${subsection.heading.toUpperCase()}`, '');
    subsection.clauses.forEach((clause, i) => {
      if (i % 4 === 0 && random.chance(0.6)) this.#lines.push(planHeading(random), '');
      this.#clause({ part, subsection, clause }, clause, 0, '.');
      this.#lines.push('');
    });
  }

  #clause(place: CitingPlace, provision: PlannedProvision, depth: number, end: string): void {
    const { label, size, children } = provision;
    const words = depth === 0 ? this.#prose.sentences(size, place) : this.#prose.item(size, place);
    this.#lines.push(
      `${'    '.repeat(depth)}${label} ${words}${children.length > 0 ? ', in each case so as to:' : end}`,
    );
    children.forEach((child, i) => {
      const left = children.length - 1 - i;
      this.#clause(place, child, depth + 1, left === 0 ? end : left === 1 ? '; and' : ';');
    });
  }
}

import { parseModificationId, sameModification, type ModificationId } from '../model/modificationId.js';
import { makeLexicon, type DocumentName, type NameLexicon } from '../model/names.js';
import type { ProvisionOwner } from '../model/provisionId.js';
import { normaliseTerm, termForms } from '../model/termForms.js';
import type {
  AppendixFact,
  ApplicabilityFact,
  BodyFact,
  DocumentFact,
  FactFiles,
  FactKind,
  ModificationFact,
  PartFact,
  ScheduleFact,
  SectionFact,
  TermFact,
  VersionFact,
} from './facts.js';

/** A body or document that a name stands for. */
export type NamedFact =
  | { readonly kind: 'body'; readonly body: BodyFact }
  | { readonly kind: 'document'; readonly document: DocumentFact }
  | { readonly kind: 'part'; readonly owner: ProvisionOwner; readonly part: PartFact };

/** The bundled facts with the user's own laid over them; read-only, and the same object until facts change. */
export interface Catalogue {
  /** The newest date for which the facts have a source. */
  readonly asAt: string;
  /** The same for the facts of one kind. */
  asAtOf(kind: FactKind): string;
  readonly sections: ReadonlyMap<string, SectionFact>;
  readonly schedules: ReadonlyMap<string, ScheduleFact>;
  readonly appendices: ReadonlyMap<string, AppendixFact>;
  readonly documents: readonly DocumentFact[];
  readonly applicability: readonly ApplicabilityFact[];
  readonly modifications: ReadonlyMap<string, ModificationFact>;
  readonly versions: readonly VersionFact[];
  /** By the normalised term and by its abbreviation. */
  readonly terms: ReadonlyMap<string, TermFact>;
  /** Bodies, documents and parts by every name they are known to have. */
  readonly names: ReadonlyMap<string, NamedFact>;
  /** Titles of Sections and headings of sub-sections of two words or more: text may name them with capitals. */
  readonly headings: ReadonlySet<string>;
  readonly lexicon: NameLexicon;
  /** The highest number up to which a series of modifications is held whole, or undefined. */
  completeTo(series: ModificationId['series']): number | undefined;
}

/**
 * Builds the catalogue from the bundled fact files and, laid over them, the user's: a record with the same key replaces the
 * one below it, lists of clauses and headings add up.
 */
export function buildCatalogue(...layers: readonly FactFiles[]): Catalogue {
  const sections = new Map<string, SectionFact>();
  const schedules = new Map<string, ScheduleFact>();
  const appendices = new Map<string, AppendixFact>();
  const documents = new Map<string, DocumentFact>();
  const modifications = new Map<string, ModificationFact>();
  const versions = new Map<string, VersionFact>();
  const bodies = new Map<string, BodyFact>();
  const terms = new Map<string, TermFact>();
  const applicability = new Map<string, ApplicabilityFact>();
  const complete = new Map<string, number>();
  const newest = new Map<string, string>();
  for (const layer of layers) {
    for (const record of layer.sections?.records ?? [])
      sections.set(record.letter, overlay(sections.get(record.letter), record));
    for (const record of layer.schedules?.records ?? []) schedules.set(String(record.schedule), record);
    for (const record of layer.appendices?.records ?? []) appendices.set(record.appendix, record);
    for (const record of layer.documents?.records ?? [])
      documents.set(record.abbreviation ?? record.title, record);
    for (const record of layer.modifications?.records ?? []) modifications.set(record.id, record);
    for (const record of layer.versions?.records ?? []) versions.set(record.version, record);
    for (const record of layer.bodies?.records ?? []) bodies.set(record.name, record);
    for (const record of layer.terms?.records ?? []) terms.set(normaliseTerm(record.term), record);
    for (const record of layer.applicability?.records ?? []) {
      applicability.set(
        `${record.specification} ${record.version} ${record.relevantGbcsVersion ?? ''}`,
        record,
      );
    }
    for (const [series, number] of Object.entries(layer.modifications?.completeTo ?? {})) {
      if (number !== null) complete.set(series, number);
    }
    for (const [kind, { asAt = '' }] of Object.entries(layer) as [string, { asAt?: string }][]) {
      if (asAt > (newest.get(kind) ?? '')) newest.set(kind, asAt);
    }
  }
  for (const term of [...terms.values()]) {
    if (term.abbreviation && !terms.has(term.abbreviation)) terms.set(term.abbreviation, term);
  }
  const documentList = [...documents.values()];
  const asAt = [...newest.values()].sort().at(-1) ?? '';
  // They hold every form of every name, and nothing asks for them before a text is looked at.
  const names = lazily(() => collectNames(bodies.values(), documentList, schedules, appendices));
  const headings = lazily(() => collectHeadings(sections.values()));
  return {
    asAt,
    asAtOf: (kind) => newest.get(kind) ?? asAt,
    sections,
    schedules,
    appendices,
    documents: documentList,
    applicability: [...applicability.values()],
    modifications,
    versions: [...versions.values()],
    terms,
    get names() {
      return names();
    },
    get headings() {
      return headings();
    },
    lexicon: buildLexicon(documentList, sections, schedules, appendices, (term) => terms.has(term)),
    completeTo: (series) => complete.get(series),
  };
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function overlay(below: SectionFact | undefined, above: SectionFact): SectionFact {
  if (!below) return above;
  return {
    letter: above.letter,
    titles: [...(above.titles ?? []), ...(below.titles ?? [])],
    subsections: [...(above.subsections ?? []), ...(below.subsections ?? [])],
    clauses: [...(above.clauses ?? []), ...(below.clauses ?? [])],
  };
}

function collectNames(
  bodies: Iterable<BodyFact>,
  documents: readonly DocumentFact[],
  schedules: ReadonlyMap<string, ScheduleFact>,
  appendices: ReadonlyMap<string, AppendixFact>,
): Map<string, NamedFact> {
  const names = new Map<string, NamedFact>();
  const add = (name: string | null | undefined, fact: NamedFact): void => {
    if (name) for (const form of termForms(normaliseTerm(name))) if (!names.has(form)) names.set(form, fact);
  };
  for (const body of bodies) {
    for (const name of [body.name, body.abbreviation, ...(body.alsoWrittenAs ?? [])])
      add(name, { kind: 'body', body });
  }
  for (const document of documents) {
    for (const name of [document.title, document.abbreviation, ...(document.alsoWrittenAs ?? [])]) {
      add(name, { kind: 'document', document });
    }
  }
  const addPart = (owner: ProvisionOwner, part: PartFact): void => {
    for (const name of [
      part.title,
      part.abbreviation,
      ...(part.alsoWrittenAs ?? []).map(({ title }) => title),
    ]) {
      add(name, { kind: 'part', owner, part });
    }
  };
  for (const [name, part] of schedules) addPart({ kind: 'schedule', name }, part);
  for (const [name, part] of appendices) addPart({ kind: 'appendix', name }, part);
  return names;
}

function collectHeadings(sections: Iterable<SectionFact>): Set<string> {
  const headings = new Set<string>();
  for (const { titles = [], subsections = [], clauses = [] } of sections) {
    for (const words of [
      ...titles.map(({ title }) => title),
      ...subsections.map(({ heading }) => heading),
      ...clauses.map(({ sideHeading }) => sideHeading),
    ]) {
      if (words && /\s/.test(words)) for (const form of termForms(normaliseTerm(words))) headings.add(form);
    }
  }
  return headings;
}

/** The names that references cite documents by: an Appendix's are the Appendix, a licence's the licence, others themselves. */
function buildLexicon(
  documents: readonly DocumentFact[],
  sections: ReadonlyMap<string, SectionFact>,
  schedules: ReadonlyMap<string, ScheduleFact>,
  appendices: ReadonlyMap<string, AppendixFact>,
  isTerm: (term: string) => boolean,
): NameLexicon {
  const names = new Map<string, DocumentName>();
  const add = (name: string, owner: ProvisionOwner, shown: string, isAbbreviation: boolean): void => {
    // Commas in a title are left out as often as not.
    for (const key of [normaliseTerm(name), normaliseTerm(name.replaceAll(',', ''))])
      if (!names.has(key)) names.set(key, { name: shown, owner, isAbbreviation });
  };
  for (const [letters, part] of appendices) {
    const owner: ProvisionOwner = { kind: 'appendix', name: letters };
    const shown = part.abbreviation ?? part.title;
    if (part.abbreviation) add(part.abbreviation, owner, shown, true);
    for (const title of [part.title, ...(part.alsoWrittenAs ?? []).map((other) => other.title)])
      add(title, owner, shown, false);
  }
  for (const document of documents) {
    const shown = document.abbreviation ?? document.title;
    const isLicence = /\bLicence$/.test(document.title);
    const owner: ProvisionOwner = { kind: isLicence ? 'licence' : 'document', name: shown };
    if (document.abbreviation) add(document.abbreviation, owner, document.abbreviation, true);
    add(document.title, owner, shown, false);
    for (const other of document.alsoWrittenAs ?? []) {
      const isAbbreviation = /^[A-Z0-9+]+$/.test(other);
      add(other, owner, isAbbreviation ? other : shown, isAbbreviation);
    }
  }
  for (const [, part] of schedules) {
    if (part.abbreviation)
      add(part.abbreviation, { kind: 'document', name: part.abbreviation }, part.abbreviation, true);
  }
  return makeLexicon(names, new Set(sections.keys()), isTerm);
}

/** The register's record of an id; DP and MP with one number are one modification, and so are those the facts name together. */
export function findModification(catalogue: Catalogue, id: string): ModificationFact | undefined {
  const direct = catalogue.modifications.get(id);
  if (direct) return direct;
  const wanted = parseModificationId(id);
  if (!wanted) return undefined;
  for (const fact of catalogue.modifications.values()) {
    const held = parseModificationId(fact.id);
    if ((held && sameModification(held, wanted)) || fact.alsoNumbered?.includes(id)) return fact;
  }
  return undefined;
}

/** The record of a document by any name that references cite it by. */
export function findDocument(catalogue: Catalogue, name: string): DocumentFact | undefined {
  return catalogue.documents.find(
    ({ abbreviation, title, alsoWrittenAs }) =>
      abbreviation === name || title === name || alsoWrittenAs?.includes(name),
  );
}

import { formatOwner, formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Provision } from '../syntax/documentTree.js';
import type { DocumentFacts } from './documentFacts.js';
import type { DocumentView } from './documentView.js';

/** A heading that a provision has or is known to have had. */
export interface KnownHeading {
  readonly words: string;
  /** Whether the provision's own text is at hand, or only facts. */
  readonly atHand: boolean;
  /** No source at hand confirmed it: it may keep the product silent and is not shown as fact. */
  readonly isRecalled: boolean;
  readonly asOf: string | undefined;
  readonly source: string | undefined;
}

/**
 * Every heading that may stand in brackets behind a reference: the provision's own, the side heading that it shares, that of
 * the sub-section it is in, and all that the facts know; the one to show first.
 */
export function headingsOf(view: DocumentView, id: ProvisionId): KnownHeading[] {
  const headings: KnownHeading[] = [];
  const resolution = view.resolve(formatProvisionId(id), id);
  if (resolution.status === 'found' || resolution.status === 'ambiguous') {
    for (const site of resolution.sites) headings.push(...headingsAround(site.document, site.provision));
  }
  headings.push(...factHeadings(view, id));
  return headings.filter(({ words }) => words !== '');
}

function headingsAround(document: DocumentFacts, provision: Provision): KnownHeading[] {
  const headings: KnownHeading[] = [];
  const add = (words: string): void => {
    headings.push({ words, atHand: true, isRecalled: false, asOf: undefined, source: undefined });
  };
  for (let at: Provision | undefined = provision; at; at = document.provisionAt(at.parent)) {
    if (at.number === '' && at !== provision) break;
    add(at.heading);
    add(at.sideHeading);
  }
  return headings;
}

function factHeadings(view: DocumentView, id: ProvisionId): KnownHeading[] {
  const { owner } = id;
  if (owner.kind === 'section') return sectionHeadings(view, id, owner.letter);
  if (id.number !== '' || id.divisions.length > 0) return [];
  const part =
    owner.kind === 'schedule'
      ? view.catalogue.schedules.get(owner.name)
      : owner.kind === 'appendix'
        ? view.catalogue.appendices.get(owner.name)
        : undefined;
  if (!part) return [];
  const titles = [
    { title: part.title, source: part.source, status: part.status },
    ...(part.alsoWrittenAs ?? []),
  ];
  const abbreviation =
    part.abbreviation === undefined ? [] : [{ title: part.abbreviation, source: part.source }];
  return [...titles, ...abbreviation]
    .filter((title) => !('slip' in title && title.slip === true))
    .map((title) =>
      fact(
        title.title,
        'asOf' in title ? title.asOf : undefined,
        title.source,
        'status' in title ? title.status : undefined,
      ),
    );
}

function sectionHeadings(view: DocumentView, id: ProvisionId, letter: string): KnownHeading[] {
  const section = view.catalogue.sections.get(letter);
  if (!section) return [];
  if (id.number === '') {
    return (section.titles ?? [])
      .filter(({ slip }) => slip !== true)
      .map((title) => fact(title.title, title.asOf, title.source, title.status));
  }
  const key = formatProvisionId(id);
  const subsection = letter + (id.number.split('.')[0] ?? '');
  const headings: KnownHeading[] = [];
  for (const clause of section.clauses ?? []) {
    if (clause.sideHeading !== undefined && (clause.number === key || key.startsWith(`${clause.number}(`))) {
      headings.push(fact(clause.sideHeading, undefined, clause.source, clause.status));
    }
  }
  for (const known of section.subsections ?? []) {
    if (known.number === subsection && known.heading !== null) {
      headings.push(fact(known.heading, known.asOf, known.source, known.status));
    }
  }
  return headings;
}

function fact(
  words: string,
  asOf: string | undefined,
  source: string,
  status: string | undefined,
): KnownHeading {
  return { words, atHand: false, isRecalled: status === 'recalled', asOf, source };
}

/** One form for comparison: case, dashes, punctuation, `&` and `and` make no difference. */
export function headingForm(words: string): string {
  return words
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[‘’'“”"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export function partName(id: ProvisionId): string {
  return id.owner.kind === 'section' ? `Section ${formatOwner(id.owner)}` : formatOwner(id.owner);
}

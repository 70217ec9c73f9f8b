import type { DocumentView } from '../index/documentView.js';
import { findModification } from '../catalogue/catalogue.js';
import { formatOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';
import { pageOf, type PageName } from './generatedPages.js';
import { targetAt, type Target } from './targetAt.js';

/** Where a definition or provision stands. Spans are the file's own. */
export type Destination =
  | { readonly kind: 'place'; readonly uri: string; readonly span: Span; readonly whole: Span }
  /** A page made from facts: the text itself is not at hand. */
  | { readonly kind: 'page'; readonly page: PageName };

export interface DefinitionAnswer {
  /** What was asked about (reading offsets). */
  readonly origin: Span;
  readonly destinations: readonly Destination[];
}

/** Where to go from a reading offset: to the same place that hover describes. */
export function definition(view: DocumentView, offset: number): DefinitionAnswer | undefined {
  const target = targetAt(view, offset);
  if (!target) return undefined;
  const destinations = destinationsOf(view, target);
  return destinations.length === 0 ? undefined : { origin: target.span, destinations };
}

function destinationsOf(view: DocumentView, target: Target): Destination[] {
  switch (target.kind) {
    case 'reference':
      return provisionPlaces(view, target.reference);
    case 'modification': {
      const fact = findModification(view.catalogue, target.modification.canonical);
      return fact ? [{ kind: 'page', page: { kind: 'modification', id: fact.id } }] : [];
    }
    case 'version':
      return pages(pageOf(view, target.cited.name.name));
    case 'use': {
      const { use } = target;
      if (use.site) return [sitePlace(use.site)];
      return pages(pageOf(view, use.entry.term));
    }
    case 'definition':
      return [sitePlace({ document: view.document, definition: target.definition })];
  }
}

/** Where the provision of a reference stands. */
export function provisionPlaces(
  view: DocumentView,
  { target, id }: (Target & { kind: 'reference' })['reference'],
): Destination[] {
  const resolution = view.resolve(target, id);
  if (resolution.status === 'missing') return [];
  const sites = 'sites' in resolution ? resolution.sites : [];
  if (sites.length > 0) {
    return sites.map(({ document, provision, span }) => ({
      kind: 'place',
      uri: document.uri,
      span: document.reading.toFileSpan(span),
      whole: document.reading.toFileSpan({ start: provision.start, end: provision.end }),
    }));
  }
  if (id.owner.kind === 'section' || id.owner.kind === 'schedule' || id.owner.kind === 'appendix') {
    return [{ kind: 'page', page: { kind: 'part', id: formatOwner(id.owner), provision: target } }];
  }
  return pages(pageOf(view, formatOwner(id.owner)));
}

type DefinedPlace = {
  readonly document: DocumentView['document'];
  readonly definition: Span & { readonly meaning: Span };
};

function sitePlace({ document, definition: { start, end, meaning } }: DefinedPlace): Destination {
  const whole = { start: Math.min(start, meaning.start), end: Math.max(end, meaning.end) };
  return {
    kind: 'place',
    uri: document.uri,
    span: document.reading.toFileSpan({ start, end }),
    whole: document.reading.toFileSpan(whole),
  };
}

function pages(page: PageName | undefined): Destination[] {
  return page ? [{ kind: 'page', page }] : [];
}

import { findModification, type Catalogue } from '../catalogue/catalogue.js';
import type { ModificationFact } from '../catalogue/facts.js';
import type { DocumentView } from '../index/documentView.js';
import type { Span } from '../text/span.js';
import { provisionPlaces, type Destination } from './definition.js';
import { registerLink } from './describeModification.js';
import { provisionLabel } from './placeLabel.js';

/** A stretch of the file (file offsets) that leads somewhere. */
export interface DocumentLink {
  readonly span: Span;
  readonly tooltip: string;
  readonly target: { readonly kind: 'url'; readonly url: string } | Destination;
}

const url = /(?:https?:\/\/|www\.)[^\s<>"”)\]]+/g;
const trailing = /[.,;:!?'’*_|]+$/;

/**
 * Where the links of a text lead: a modification's id to its page in the register, a URL to itself, a reference to the
 * provision that it names. A reference that does not resolve to one provision at hand, or known from facts, is no link.
 */
export function documentLinks(view: DocumentView): DocumentLink[] {
  const { document } = view;
  const links: DocumentLink[] = urls(document.text);
  for (const { canonical, start, end } of document.modifications) {
    const page = registerPage(view.catalogue, canonical);
    links.push({ span: document.reading.toFileSpan({ start, end }), ...page });
  }
  for (const reference of document.references) {
    if (view.resolveReference(reference).status !== 'found') continue;
    const [target] = provisionPlaces(view, reference);
    if (!target) continue;
    const label = provisionLabel({ key: reference.target, owner: reference.id.owner }) || reference.target;
    const { start, end } = reference;
    links.push({ span: document.reading.toFileSpan({ start, end }), tooltip: `Go to ${label}`, target });
  }
  return links.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function urls(text: string): DocumentLink[] {
  return [...text.matchAll(url)].map(({ 0: found, index }) => {
    const words = found.replace(trailing, '');
    return {
      span: { start: index, end: index + words.length },
      tooltip: 'Open this address',
      target: { kind: 'url', url: words.startsWith('www.') ? `https://${words}` : words },
    };
  });
}

/**
 * A modification's page in the register: the address that a source gave, else the one that its title makes, as the register
 * makes them; the register itself where no title is known.
 */
function registerPage(catalogue: Catalogue, canonical: string): Pick<DocumentLink, 'tooltip' | 'target'> {
  const fact = findModification(catalogue, canonical);
  if (!fact)
    return { tooltip: 'Open the register of modifications', target: { kind: 'url', url: registerLink } };
  const seen = addressSeen(fact);
  if (seen !== undefined)
    return { tooltip: `Open ${fact.id} in the register`, target: { kind: 'url', url: seen } };
  return {
    tooltip: `Open ${fact.id} in the register (the address is made from its title)`,
    target: { kind: 'url', url: `${registerLink}${slugOf(fact.title)}/` },
  };
}

function addressSeen({ sources, titleSource, statuses = [] }: ModificationFact): string | undefined {
  const all = [titleSource, ...sources, ...statuses.map(({ source }) => source)];
  for (const source of all) {
    const start = source.indexOf(registerLink);
    const slug = start === -1 ? undefined : /^[a-z0-9-]+\//.exec(source.slice(start + registerLink.length));
    if (slug) return registerLink + slug[0];
  }
  return undefined;
}

/** `Use of SMKI Certificates` as `use-of-smki-certificates`. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[‘’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

import type { DocumentView } from '../index/documentView.js';
import type { ProvisionSite } from '../index/resolve.js';
import { formatOwner } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Definition } from '../syntax/definition.js';
import type { Report, Rule } from './finding.js';
import { mayGiveMeaning } from './meaningGiven.js';
import { relatedTo } from './places.js';

/**
 * `has the meaning given to that expression in Section T3.34` where the text of T3.34 is at hand and gives none. Silent where
 * any of the provisions that the meaning names is not at hand, and where only an extract of it is. Depends on the files that
 * hold the named provisions.
 */
export const danglingMeaning: Rule = {
  code: 'dangling-meaning',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    for (const [i, definition] of view.document.definitions.entries()) {
      if (i % definitionsInStep === definitionsInStep - 1) yield;
      const dangling = danglingReference(view, definition);
      if (!dangling) continue;
      const { reference, sites } = dangling;
      const name = reference.target.replace(/^#/, '');
      yield {
        span: reference,
        message: `“${definition.term}” is said to have its meaning from ${name}, but ${name} is at hand and defines no such term. Name the provision that does, or put the definition there.`,
        related: sites.slice(0, 1).map((site) => relatedTo(site.document, site.span, `${name} stands here`)),
      };
    }
  },
};

/** So many definitions are looked at in one step. */
const definitionsInStep = 25;

/** Whether a definition names a place for its meaning that is not there or gives none: another finding tells of it. */
export function pointsToNothing(view: DocumentView, definition: Definition): boolean {
  if (!definition.isPointer || definition.pointsTo.length === 0) return false;
  return (
    view.document
      .referencesIn(definition.meaning)
      .some((reference) => view.resolveReference(reference).status === 'missing') ||
    danglingReference(view, definition) !== undefined
  );
}

interface Dangling {
  readonly reference: Reference;
  readonly sites: readonly ProvisionSite[];
}

/** The first place that a definition names for its meaning, where none of those it names gives one. */
function danglingReference(view: DocumentView, definition: Definition): Dangling | undefined {
  if (!definition.isPointer || definition.pointsTo.length === 0) return undefined;
  const references = view.document.referencesIn(definition.meaning);
  const [reference] = references;
  if (!reference) return undefined;
  const all: ProvisionSite[] = [];
  for (const each of references) {
    const sites = sitesAtHand(view, each);
    if (!sites) return undefined;
    all.push(...sites);
  }
  return all.some((site) => gives(view, site, definition)) ? undefined : { reference, sites: all };
}

/** Where the named provision stands: in the draft and in the Code, whole; undefined where it is not at hand. */
function sitesAtHand(view: DocumentView, reference: Reference): readonly ProvisionSite[] | undefined {
  const { id, target } = reference;
  if (reference.through !== undefined || id.definitionOf !== undefined) return undefined;
  const resolution = view.resolveReference(reference);
  if (resolution.status !== 'found' && resolution.status !== 'ambiguous') return undefined;
  const { sites } = resolution;
  if (sites.length === 0 || sites.some(({ document }) => document.isShallow)) return undefined;
  if (sites.every(({ document }) => document.role.kind !== 'draft')) return sites;
  const inCode = (view.code.parts.get(formatOwner(id.owner)) ?? []).flatMap((document): ProvisionSite[] => {
    const provision = document.tree.provisions[document.provisionIndex.get(target) ?? -1];
    return provision ? [{ document, provision, span: provision.label }] : [];
  });
  // A draft gives single clauses whole; of all else it may hold only what changes.
  const isClause = id.number.includes('.');
  return inCode.length > 0 || isClause ? [...sites, ...inCode] : undefined;
}

function gives({ document: own }: DocumentView, site: ProvisionSite, definition: Definition): boolean {
  const { document, provision, span } = site;
  const stretch = { start: Math.min(provision.start, span.start), end: provision.end };
  // A definition that points to the place it stands in leads back to itself: that is another finding.
  if (document === own && stretch.start <= definition.start && definition.start < stretch.end) return true;
  return mayGiveMeaning(document, stretch, definition.term);
}

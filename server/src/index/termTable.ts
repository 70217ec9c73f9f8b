import type { Catalogue, NamedFact } from '../catalogue/catalogue.js';
import type { TermFact } from '../catalogue/facts.js';
import { containsProvision, formatOwner } from '../model/provisionId.js';
import { termForms } from '../model/termForms.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Definition } from '../syntax/definition.js';
import { finish, type Steps } from '../text/steps.js';
import type { DocumentFacts } from './documentFacts.js';
import { TermMatcher } from './termMatcher.js';

/** Where a definition holds: the whole Code, one paper or draft, or a provision by its canonical name. */
export type Scope = 'Code' | 'document' | (string & {});

/** A definition in its document. */
export interface DefinitionSite {
  readonly document: DocumentFacts;
  readonly definition: Definition;
  readonly scope: Scope;
}

/** Everything that one spelling of a term may mean. */
export interface TermEntry {
  readonly term: string;
  readonly sites: DefinitionSite[];
  fact: TermFact | undefined;
  named: NamedFact | undefined;
}

export type TermTable = TermMatcher<TermEntry>;

/** The scope of a definition (legal-text.md, Defined terms: an Appendix's or Schedule's own list holds there). */
export function scopeOf(document: DocumentFacts, definition: Definition): Scope {
  if (definition.holdsIn !== undefined) return definition.holdsIn;
  if (document.role.kind === 'paper') return 'document';
  const { owner } = definition;
  switch (owner?.kind) {
    case 'section':
      return 'Code';
    case 'schedule':
    case 'appendix':
      return formatOwner(owner);
    default:
      return document.role.kind === 'part' ? document.role.key : 'document';
  }
}

export function sitesOf(document: DocumentFacts): DefinitionSite[] {
  return document.definitions.map((definition) => ({
    document,
    definition,
    scope: scopeOf(document, definition),
  }));
}

/** A table of what texts define. */
export function tableOfSites(sites: readonly DefinitionSite[]): TermTable {
  return finish(tableOfSitesInSteps(sites));
}

/** So many definitions are put into a table in one step. */
const sitesInStep = 100;

/** The same in steps. */
export function* tableOfSitesInSteps(sites: readonly DefinitionSite[]): Steps<TermTable> {
  const table: TermTable = new TermMatcher();
  for (const [i, site] of sites.entries()) {
    if (i % sitesInStep === sitesInStep - 1) yield;
    const entry = table.get(site.definition.term);
    if (entry) entry.sites.push(site);
    else
      table.add(site.definition.term, {
        term: site.definition.term,
        sites: [site],
        fact: undefined,
        named: undefined,
      });
  }
  return table;
}

/** A table of the terms and names that the facts hold; terms with a part of their own as scope hold in that part only. */
export function tableOfFacts(catalogue: Catalogue): TermTable {
  const table: TermTable = new TermMatcher();
  for (const [key, fact] of catalogue.terms) {
    if (/^[a-z]/.test(key)) continue;
    table.add(key, { term: key, sites: [], fact, named: catalogue.names.get(key) });
  }
  for (const [key, named] of catalogue.names) {
    if (table.get(key) !== undefined) continue;
    // `Authorities` is the other number of the term `Authority`, not a name of its own.
    if (termForms(key).some((form) => form !== key && catalogue.terms.has(form))) continue;
    table.add(key, { term: key, sites: [], fact: undefined, named });
  }
  return table;
}

/** The definitions of an entry that hold at a place, the innermost scope first. */
export function sitesInForce(
  entry: TermEntry,
  document: DocumentFacts,
  place: Provision | undefined,
): DefinitionSite[] {
  const inForce = entry.sites.filter(({ scope, document: home }) => holdsAt(scope, home, document, place));
  return inForce.length < 2 ? inForce : inForce.sort((a, b) => rank(b.scope) - rank(a.scope));
}

/** The innermost of them; of several in one scope of one text the first. */
export function siteInForce(
  entry: TermEntry,
  document: DocumentFacts,
  place: Provision | undefined,
): DefinitionSite | undefined {
  let best: DefinitionSite | undefined;
  for (const site of firstSites(entry)) {
    if (!holdsAt(site.scope, site.document, document, place)) continue;
    if (!best || rank(site.scope) > rank(best.scope)) best = site;
  }
  return best;
}

const firsts = new WeakMap<TermEntry, { readonly of: number; readonly sites: readonly DefinitionSite[] }>();

/** The first definition of each scope in each text: a term that a text defines again and again costs no more at each use. */
function firstSites(entry: TermEntry): readonly DefinitionSite[] {
  if (entry.sites.length < 2) return entry.sites;
  const held = firsts.get(entry);
  if (held?.of === entry.sites.length) return held.sites;
  const first = new Map<string, DefinitionSite>();
  for (const site of entry.sites) {
    const key = `${site.scope}\n${site.document.uri}`;
    if (!first.has(key)) first.set(key, site);
  }
  const sites = [...first.values()];
  firsts.set(entry, { of: entry.sites.length, sites });
  return sites;
}

function holdsAt(
  scope: Scope,
  home: DocumentFacts,
  document: DocumentFacts,
  place: Provision | undefined,
): boolean {
  if (scope === 'Code') return true;
  if (scope === 'document') return home.uri === document.uri;
  // A paper quotes provisions of the Code without standing in them: what it defines for one of them holds in the paper.
  if (home.role.kind === 'paper') return home.uri === document.uri;
  if (place && containsProvision(scope, place.key)) return true;
  return document.role.kind === 'part' && containsProvision(scope, document.role.key);
}

function rank(scope: Scope): number {
  if (scope === 'Code') return 0;
  return scope === 'document' ? 1 : 1 + scope.length;
}

import type { DocumentView } from '../index/documentView.js';
import { scopeOf, sitesInForce, type DefinitionSite } from '../index/termTable.js';
import { containsProvision } from '../model/provisionId.js';
import { termForms } from '../model/termForms.js';
import type { Definition } from '../syntax/definition.js';
import type { Report, Rule } from './finding.js';
import { mayGiveMeaning } from './meaningGiven.js';
import { relatedTo } from './places.js';

/**
 * Definitions that only lead back to themselves: each has the meaning that another place gives, or means nothing but another
 * term, until the first one comes again. That two definitions mention one another is no fault. Depends on every definition that
 * the chain passes.
 */
export const circularDefinition: Rule = {
  code: 'circular-definition',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    const { document } = view;
    const done = new Set<Definition>();
    for (const [i, definition] of document.definitions.entries()) {
      if (i % definitionsInStep === 0) yield;
      if (!isReal(definition) || done.has(definition)) continue;
      const cycle = cycleFrom(view, { document, definition, scope: scopeOf(document, definition) }, done);
      const own = cycle.filter((site) => site.document === document);
      const last = own.sort((a, b) => b.definition.start - a.definition.start)[0];
      if (last) yield reportOf(cycle, last);
    }
  },
};

/** So many definitions are followed in one step. */
const definitionsInStep = 50;

function isReal({ form }: Definition): boolean {
  return form === 'row' || form === 'quoted';
}

/** The definitions of the circle that a chain ends in, or none; every definition is passed once. */
function cycleFrom(view: DocumentView, start: DefinitionSite, done: Set<Definition>): DefinitionSite[] {
  const chain: DefinitionSite[] = [];
  const places = new Map<Definition, number>();
  for (let site: DefinitionSite | undefined = start; site; site = nextOf(view, site)) {
    const before = places.get(site.definition);
    if (before !== undefined) return chain.slice(before);
    if (done.has(site.definition)) return [];
    done.add(site.definition);
    places.set(site.definition, chain.length);
    chain.push(site);
  }
  return [];
}

/** The definition that a meaning leads to and says nothing beside. */
function nextOf(view: DocumentView, site: DefinitionSite): DefinitionSite | undefined {
  return site.definition.isPointer ? pointedSite(view, site) : aliasSite(view, site);
}

/** The definition of the same term in the place that the meaning names. */
function pointedSite(view: DocumentView, site: DefinitionSite): DefinitionSite | undefined {
  const { definition, document } = site;
  const [target] = definition.pointsTo;
  if (target === undefined || definition.pointsTo.length !== 1) return undefined;
  const others = sitesNamed(view, definition.term).filter(
    (other) =>
      other.definition !== definition &&
      containsProvision(target, placeKey(other)) &&
      isReal(other.definition),
  );
  if (others.length > 0) return others.find((other) => !other.definition.isPointer) ?? others[0];
  const own = document.tree.provisions[definition.provision];
  if (!own || target !== own.key) return undefined;
  return mayGiveMeaning(document, own, definition.term, definition.start) ? undefined : site;
}

function placeKey({ document, definition }: DefinitionSite): string {
  return document.tree.provisions[definition.provision]?.key ?? '';
}

function sitesNamed(view: DocumentView, term: string): DefinitionSite[] {
  return view.definedTables.flatMap((table) => table.get(term)?.sites ?? []);
}

const alias =
  /^[”"’'*,:–—\s\u00a0]*(?:(?:shall[\s\u00a0]+)?(?:means?|refers?[\s\u00a0]+to)|(?:has|have|shall[\s\u00a0]+have)[\s\u00a0]+the[\s\u00a0]+(?:same[\s\u00a0]+)?meanings?[\s\u00a0]+(?:as|(?:given|ascribed|attributed)[\s\u00a0]+to))[\s\u00a0]+(?:(?:an?|the|any|each|every|all)[\s\u00a0]+)?[“"‘']?([A-Z][^.;:,()“”"]{1,110}?)[”"’']?[\s\u00a0]*[.;,]?[\s\u00a0]*$/;

/** `SEC means the Code.`: the definition of the one term that is the whole meaning. */
function aliasSite(view: DocumentView, { document, definition }: DefinitionSite): DefinitionSite | undefined {
  const { start, end } = definition.meaning;
  if (end - start > 200) return undefined;
  const term = alias.exec(document.reading.slice(start, end))?.[1];
  if (term === undefined) return undefined;
  const place = document.tree.provisions[definition.provision];
  for (const form of termForms(term)) {
    for (const table of view.definedTables) {
      const entry = table.get(form);
      const [found] = entry ? sitesInForce(entry, document, place) : [];
      if (found && isReal(found.definition)) return found;
    }
  }
  return undefined;
}

function reportOf(cycle: readonly DefinitionSite[], last: DefinitionSite): Report {
  const at = cycle.indexOf(last);
  const round = [...cycle.slice(at), ...cycle.slice(0, at)];
  const others = round.filter((site) => site !== last);
  const names = round.map(
    (site) =>
      `“${site.definition.term}”${others.length > 0 && isSameTerm(round) ? ` in ${placeName(site)}` : ''}`,
  );
  return {
    span: last.definition,
    message:
      others.length === 0
        ? `The definition of “${last.definition.term}” only points back to itself. Say what the term means.`
        : `These definitions only lead back to one another: ${[...names, names[0]].join(' → ')}. Say in one of them what the term means.`,
    related: others.map((site) =>
      relatedTo(site.document, site.definition, `“${site.definition.term}” is defined here`),
    ),
  };
}

function isSameTerm(round: readonly DefinitionSite[]): boolean {
  return round.every(({ definition }) => definition.term === round[0]?.definition.term);
}

function placeName(site: DefinitionSite): string {
  return placeKey(site).replace(/^#/, '') || 'this text';
}

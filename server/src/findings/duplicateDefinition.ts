import type { DocumentView } from '../index/documentView.js';
import { meaningText } from '../features/meaningText.js';
import { scopeOf, type DefinitionSite, type Scope } from '../index/termTable.js';
import { containsProvision } from '../model/provisionId.js';
import type { Definition } from '../syntax/definition.js';
import { pointsToNothing } from './danglingMeaning.js';
import type { Report, Rule } from './finding.js';

/**
 * A term defined twice in one scope. A definition that only points to the place of the other is none, nor is a draft's
 * restatement of a definition of the Code; an inner scope that defines an outer one's term anew is information.
 */
export const duplicateDefinition: Rule = {
  code: 'duplicate-definition',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    const { document } = view;
    const seen = new Map<string, Definition[]>();
    const real = document.definitions.filter(isReal);
    const byTerm = groupByTerm(real);
    for (const [i, definition] of real.entries()) {
      if (i % definitionsInStep === 0) yield;
      const scope = scopeOf(document, definition);
      const key = `${scope} ${definition.term}`;
      const before = seen.get(key) ?? [];
      const clash = before.find(
        (other) => !leadsTo(view, definition, other) && !leadsTo(view, other, definition),
      );
      const outer = clash ? undefined : outerSite(view, definition, scope, byTerm);
      if (clash) yield clashReport(view, definition, { document, definition: clash, scope });
      else if (outer) yield innerReport(definition, outer, scope);
      else yield* outside(view, definition, scope);
      before.push(definition);
      seen.set(key, before);
    }
  },
};

/** So many definitions are compared in one step. */
const definitionsInStep = 50;

/** Only lists and quotation marks define for certain; `named` ones are left only where the text uses the term. */
function isReal({ form }: Definition): boolean {
  return form === 'row' || form === 'quoted' || form === 'named';
}

/** A place of the text itself, named without a number; anything else is another document, which gives a meaning of its own. */
const ownPlace =
  /\b(?:above|below|herein(?:after|before)?|elsewhere|(?:this|that|these|the|its) (?:agreement|contract|document|code|terms|section|clause|paragraph|schedule|appendix|annex|part|list|table|definitions?|glossary|introduction|recitals?|preamble|parties|background)|recitals?)\b/i;

/** Whether a definition says nothing but that the meaning lies where the other one stands, or names a place that gives none. */
function leadsTo(view: DocumentView, from: Definition, to: Definition): boolean {
  if (!from.isPointer) return namesPlace(view, referencesOf(view, from), to);
  if (pointsToNothing(view, from)) return true;
  if (from.pointsTo.length === 0) return ownPlace.test(meaningText(view.document, from));
  return namesPlace(view, from.pointsTo, to);
}

/** What may stand behind the last reference of a meaning: `that clause 3.1 names; and`. */
const nothingMore =
  /^(?:\s(?:names|provides|requires|defines|describes|gives|says|sets\sout))?[.;,)\s]*(?:and)?\s*$/;

/** A longer tail says something more, and is not looked at sign by sign. */
const longestTail = 40;

/** `the sum set out in clause 3.1`, where clause 3.1 defines the same term: the meaning ends in telling where that is. */
function referencesOf({ document }: DocumentView, definition: Definition): string[] {
  const { meaning } = definition;
  return document
    .referencesIn(definition.meaning)
    .filter(
      ({ end, isSelf, id }) =>
        !isSelf &&
        id.number !== '' &&
        meaning.end - end <= longestTail &&
        nothingMore.test(document.reading.slice(end, meaning.end)),
    )
    .map(({ target }) => target);
}

/** Whether one of these is the clause that a definition stands in, or holds it; numbers are named without their Part. */
function namesPlace(view: DocumentView, targets: readonly string[], { provision }: Definition): boolean {
  const place = view.placeOf(provision);
  return (
    place !== undefined &&
    targets
      .map((target) => target.replace(/Part [A-Z0-9]{1,5}\/(?=\d)/, ''))
      .some((target) => containsProvision(target, place.key) || containsProvision(place.key, target))
  );
}

function groupByTerm(definitions: readonly Definition[]): Map<string, Definition[]> {
  const groups = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const group = groups.get(definition.term);
    if (group) group.push(definition);
    else groups.set(definition.term, [definition]);
  }
  return groups;
}

/** The definition of the same text that holds around a scope: for the whole Code, the whole text, or the provision above. */
function outerSite(
  view: DocumentView,
  definition: Definition,
  scope: Scope,
  byTerm: ReadonlyMap<string, readonly Definition[]>,
): DefinitionSite | undefined {
  if (definition.holdsIn === undefined || definition.isPointer) return undefined;
  const { document } = view;
  for (const other of byTerm.get(definition.term) ?? []) {
    const outer = scopeOf(document, other);
    if (leadsTo(view, definition, other)) continue;
    if (!other.isPointer && outer !== scope && holdsAround(outer, scope))
      return { document, definition: other, scope: outer };
  }
  return undefined;
}

function holdsAround(outer: Scope, inner: Scope): boolean {
  return outer === 'Code' || outer === 'document' || containsProvision(outer, inner);
}

/** The same term elsewhere: in another file of the Code with the same scope, or in an outer scope. */
function* outside(view: DocumentView, definition: Definition, scope: Scope): Iterable<Report> {
  const { document } = view;
  if (document.role.kind === 'paper' || definition.isPointer) return;
  const others = view.code.terms.get(definition.term)?.sites ?? [];
  for (const other of others) {
    if (other.document === document || !isReal(other.definition)) continue;
    if (document.role.kind === 'draft' && scope === 'Code') continue;
    if (other.definition.isPointer) continue;
    if (scope === other.scope) yield clashReport(view, definition, other);
    else yield innerReport(definition, other, scope);
    return;
  }
}

function clashReport(view: DocumentView, definition: Definition, other: DefinitionSite): Report {
  const where = other.document === view.document ? `on line ${lineOf(other)}` : placeName(other);
  return {
    span: definition,
    message: `“${definition.term}” is already defined ${where}. Two definitions in one scope leave its meaning open: keep one.`,
    related: [relatedTo(other)],
  };
}

function innerReport(definition: Definition, other: DefinitionSite, scope: Scope): Report {
  return {
    span: definition,
    message: `“${definition.term}” is also defined ${placeName(other)}${other.scope === 'Code' ? ' for the whole Code' : ''}; in ${scope} this definition holds instead. If that is meant, nothing need change.`,
    severity: 'information',
    related: [relatedTo(other)],
  };
}

function relatedTo(other: DefinitionSite): {
  uri: string;
  span: { start: number; end: number };
  message: string;
} {
  return {
    uri: other.document.uri,
    span: other.document.reading.toFileSpan(other.definition),
    message: `“${other.definition.term}” is defined here`,
  };
}

function lineOf(site: DefinitionSite): number {
  return site.document.lines.positionAt(site.document.reading.toFile(site.definition.start)).line + 1;
}

function placeName(site: DefinitionSite): string {
  const provision = site.document.tree.provisions[site.definition.provision];
  return provision ? `in ${provision.key.replace(/^#/, '')}` : `on line ${lineOf(site)}`;
}

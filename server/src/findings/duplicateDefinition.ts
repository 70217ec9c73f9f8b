import type { DocumentView } from '../index/documentView.js';
import { scopeOf, type DefinitionSite } from '../index/termTable.js';
import { containsProvision } from '../model/provisionId.js';
import type { Definition } from '../syntax/scanDefinitions.js';
import type { Report, Rule } from './finding.js';

/**
 * A term defined twice in one scope. A definition that only points to the place of the other is none, nor is a draft's
 * restatement of a definition of the Code; an inner scope that defines an outer one's term anew is information.
 */
export const duplicateDefinition: Rule = {
  code: 'duplicate-definition',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report> {
    const { document } = view;
    const seen = new Map<string, Definition[]>();
    for (const definition of document.definitions) {
      if (!isReal(definition)) continue;
      const scope = scopeOf(document, definition);
      const key = `${scope} ${definition.term}`;
      const before = seen.get(key) ?? [];
      const clash = before.find(
        (other) => !leadsTo(view, definition, other) && !leadsTo(view, other, definition),
      );
      if (clash) yield clashReport(view, definition, { document, definition: clash, scope });
      else yield* outside(view, definition, scope);
      seen.set(key, [...before, definition]);
    }
  },
};

/** Only lists and quotation marks define for certain. */
function isReal({ form }: Definition): boolean {
  return form === 'row' || form === 'quoted';
}

/** Whether a definition says nothing but that the meaning lies where the other one stands. */
function leadsTo(view: DocumentView, from: Definition, to: Definition): boolean {
  if (!from.isPointer) return false;
  if (from.pointsTo.length === 0) return true;
  const place = view.placeOf(to.provision);
  return (
    place !== undefined &&
    from.pointsTo.some(
      (target) => containsProvision(target, place.key) || containsProvision(place.key, target),
    )
  );
}

/** The same term elsewhere: in another file of the Code with the same scope, or in an outer scope. */
function* outside(view: DocumentView, definition: Definition, scope: string): Iterable<Report> {
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

function innerReport(definition: Definition, other: DefinitionSite, scope: string): Report {
  return {
    span: definition,
    message: `“${definition.term}” is also defined ${placeName(other)} for the whole Code; in ${scope} this definition holds instead. If that is meant, nothing need change.`,
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

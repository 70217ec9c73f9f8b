import { parseProvisionId, formatOwner } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import type { DocumentFacts } from './documentFacts.js';
import type { DocumentView } from './documentView.js';
import { scopeOf, type DefinitionSite } from './termTable.js';

/**
 * What a term is in the whole workspace, so that two uses are of one term exactly when these are equal. A draft that restates
 * a definition of the Code means the Code's term (product.md, Where the Code's text comes from); what only a draft defines is
 * that modification's term; a paper's term is its own.
 */
export interface TermIdentity {
  /** In its normalised spelling. */
  readonly term: string;
  /** Where it is one term: `Code`, a provision's canonical name, `draft SECMP0023`, or `document` and a uri. */
  readonly holder: string;
}

/** @param site the definition that is meant; undefined for a term that only facts know */
export function termIdentity(
  view: DocumentView,
  spelling: string,
  site: DefinitionSite | undefined,
): TermIdentity {
  const term = normaliseTerm(spelling);
  return { term, holder: site ? holderOf(view, term, site) : 'Code' };
}

export function isSameTerm(a: TermIdentity, b: TermIdentity): boolean {
  return a.term === b.term && a.holder === b.holder;
}

function holderOf(view: DocumentView, term: string, { document, scope }: DefinitionSite): string {
  if (scope === 'document' || document.role.kind === 'paper') return `document ${document.uri}`;
  if (document.role.kind === 'part') return scope;
  const isOfTheCode = scope === 'Code' ? isCodeTerm(view, term) : isScopedTerm(view, term, scope);
  return isOfTheCode ? scope : `draft ${document.role.modification ?? document.uri}`;
}

function isCodeTerm(view: DocumentView, term: string): boolean {
  if (view.code.terms.get(term)) return true;
  const entry = view.factTable.get(term);
  return entry !== undefined && !view.hasSectionA;
}

/** Whether the part that holds the scope defines the term for it. */
function isScopedTerm(view: DocumentView, term: string, scope: string): boolean {
  const owner = parseProvisionId(scope)?.owner;
  const holders: readonly DocumentFacts[] = (owner && view.code.parts.get(formatOwner(owner))) ?? [];
  return holders.some((document) =>
    document.definitions.some(
      (definition) => normaliseTerm(definition.term) === term && scopeOf(document, definition) === scope,
    ),
  );
}

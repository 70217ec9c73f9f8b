import Fuse from 'fuse.js';
import type { DocumentView } from '../index/documentView.js';
import { kindOf, parseOwner, parseProvisionId, provisionId, type ProvisionId } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import type { Content } from './content.js';
import { describeModification } from './describeModification.js';
import { describeProvision, rangeOf } from './describeProvision.js';
import { describeTerm } from './describeTerm.js';
import { describeTarget } from './hover.js';

/** Nothing is known of the name; these known ones are like it. */
export interface UnknownName {
  readonly nearest: readonly string[];
}

/**
 * What is known of a name outside any text.
 * @param view of a document whose whole text is the name, so that references are read as in any text
 */
export function explain(view: DocumentView, name: string): Content | UnknownName {
  const { document } = view;
  const [modification] = document.modifications;
  if (modification) return describeModification(view, modification.canonical, name.trim());
  const [cited] = document.documentVersions;
  if (cited) {
    const content = describeTarget(view, { kind: 'version', cited, span: cited });
    if (content) return content;
  }
  const term = knownTerm(view, name);
  if (term !== undefined) {
    const meaning = view.meaningOf(term, undefined);
    if (meaning) return describeTerm(view, meaning, undefined);
  }
  const [reference] = document.references;
  if (reference)
    return describeProvision(
      view,
      reference.target,
      reference.id,
      reference.kind,
      rangeOf(document, reference),
    );
  const id = ownerOf(name) ?? parseProvisionId(name.trim());
  if (id) return describeProvision(view, formatTarget(name, id), id, kindOf(id, 'section'));
  return { nearest: nearestNames(view, name) };
}

function ownerOf(name: string): ProvisionId | undefined {
  const owner = parseOwner(name);
  return owner && provisionId(owner);
}

function formatTarget(name: string, id: ProvisionId): string {
  return id.number === '' && id.levels.length === 0
    ? id.owner.kind === 'section'
      ? id.owner.letter
      : name.trim()
    : name.trim();
}

/** The name as it is known: in its own spelling, in its other number, or in any case. */
function knownTerm(view: DocumentView, name: string): string | undefined {
  const written = normaliseTerm(name);
  if (view.meaningOf(written, undefined)) return written;
  const [use] = view.uses;
  if (use && normaliseTerm(view.document.reading.slice(use.start, use.end)) === written)
    return use.entry.term;
  const lower = written.toLowerCase();
  return [...knownTerms(view)].find(
    (term) => term.toLowerCase() === lower && view.meaningOf(term, undefined) !== undefined,
  );
}

function* knownTerms(view: DocumentView): Iterable<string> {
  for (const table of view.definedTables) yield* table.terms();
  yield* view.factTable.terms();
}

function nearestNames(view: DocumentView, name: string): string[] {
  if (name.trim() === '') return [];
  const fuse = new Fuse([...new Set(knownTerms(view))], { threshold: 0.35, ignoreLocation: true });
  return fuse.search(name.slice(0, 60), { limit: 3 }).map(({ item }) => item);
}

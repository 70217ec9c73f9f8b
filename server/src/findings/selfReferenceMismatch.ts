import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import { containsProvision, formatOwner, formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Report, Rule } from './finding.js';
import { isQuoted, relatedTo } from './places.js';

/**
 * `this Section D5` written inside D6. Only where the place has a number of the Code (product.md, Findings); the words may name
 * the place itself, what holds it or what it holds. What does not exist is another finding. Depends on the text, and on whether
 * the target is there.
 */
export const selfReferenceMismatch: Rule = {
  code: 'self-reference-mismatch',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    const { document } = view;
    if (!(yield* view.askInSteps(hasMismatch)).some(({ answer }) => answer)) return;
    for (const reference of document.references) {
      const place = view.placeOf(reference.place);
      if (!place || !isElsewhere(view, reference, place) || isQuoted(document, reference)) continue;
      const { target } = reference;
      if (view.resolveReference(reference).status === 'missing') continue;
      const here = keyOf(place);
      const meant = sameDepth(place, reference.id);
      const written = document.reading.slice(reference.start, reference.end);
      const mend = meant && replaceTarget(written, reference.id, meant);
      yield {
        span: reference,
        message: `“${written.replace(/\s+/g, ' ')}” stands in ${here}, not in ${target}. Write “this” only of the provision that the words stand in: correct the number, or leave “this” out.`,
        related: [relatedTo(document, place.label, `The words stand in ${here}`)],
        replacements: [mend, withoutThis(written)].filter((words) => words !== undefined),
      };
    }
  },
};

/** Most texts have none: then they need not be read again. */
const hasMismatch: StretchQuestion<boolean> = {
  restsOn: 'text',
  ask: (view) =>
    view.document.references.some((reference) => {
      const place = view.placeOf(reference.place);
      return place !== undefined && isElsewhere(view, reference, place);
    }),
};

/** Whether `this` is said of a provision that neither holds the place nor stands in it. */
function isElsewhere(view: DocumentView, reference: Reference, place: Provision): boolean {
  if (!reference.isSelf || reference.id.definitionOf !== undefined) return false;
  if (!standsInTheCode(place) || !isPlain(reference, place)) return false;
  if (endsInPart.test(view.document.reading.slice(reference.start, reference.end))) return false;
  if (standsInPart(view, reference, place)) return false;
  const here = keyOf(place);
  return !containsProvision(reference.target, here) && !containsProvision(here, reference.target);
}

/** `clause 3.8 of this Appendix`: said of the part, and not of the clause. */
const endsInPart = /\bthis[\s\u00a0]+[A-Za-z]+$/i;

/** `this Part B` in a Schedule whose paragraphs count through its Parts and are named without them. */
function standsInPart(view: DocumentView, { target }: Reference, place: Provision): boolean {
  for (let at: Provision | undefined = place; at; at = view.placeOf(at.parent))
    if (at.key === target) return true;
  return false;
}

function standsInTheCode({ owner, number }: Provision): boolean {
  return (
    number !== '' && (owner.kind === 'section' || owner.kind === 'schedule' || owner.kind === 'appendix')
  );
}

/** `this paragraph (c)` takes its number from the place, and words behind a list may still belong to the clause above it. */
function isPlain({ id }: Reference, place: Provision): boolean {
  return (
    id.levels.length === 0 || id.number !== place.number || formatOwner(id.owner) !== formatOwner(place.owner)
  );
}

/** The name of the place; a paragraph of a definition stands in the clause that holds the list. */
function keyOf(place: Provision): string {
  if (place.definition === -1) return place.key;
  return formatProvisionId({ ...place, levels: [] });
}

/** The provision around the place that is as deep as the one that was named, or undefined. */
function sameDepth(place: Provision, id: ProvisionId): ProvisionId | undefined {
  if (place.owner.kind !== id.owner.kind || id.levels.length > place.levels.length) return undefined;
  const depth = id.number === '' ? 0 : id.number.split('.').length;
  const segments = place.number.split('.');
  if (depth > segments.length) return undefined;
  const levels = depth < segments.length ? [] : place.levels.slice(0, id.levels.length);
  if (levels.length !== id.levels.length) return undefined;
  return { owner: place.owner, divisions: [], number: segments.slice(0, depth).join('.'), levels };
}

/** The written words with the name of one provision in place of the other's; undefined where they are written in another way. */
function replaceTarget(written: string, from: ProvisionId, to: ProvisionId): string | undefined {
  const old = shortName(from);
  return written.endsWith(old) ? written.slice(0, written.length - old.length) + shortName(to) : undefined;
}

function shortName(id: ProvisionId): string {
  const levels = id.levels.map((level) => `(${level})`).join('');
  if (id.owner.kind === 'section') return `${id.owner.letter}${id.number}${levels}`;
  return id.number === '' ? formatOwner(id.owner) : `${id.number}${levels}`;
}

function withoutThis(written: string): string | undefined {
  const bare = written.replace(/^this\s+/i, '');
  return bare === written ? undefined : bare;
}

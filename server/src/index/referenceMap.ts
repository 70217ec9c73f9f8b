import { formatOwner, formatProvisionId, parseProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import type { DocumentFacts } from './documentFacts.js';

/** A range that a text writes, as one thing: `Sections C8.11 – C8.15`. The span reaches from its first end to its last. */
export interface ReferenceRange extends Span {
  readonly first: Reference;
  readonly through: ProvisionId;
}

/** The references of one text by what they mean: the inverse of its list of references. */
export interface ReferenceMap {
  /** By the clause that they name or whose paragraph they name: `D9.4` for `D9.4(a)`. */
  readonly byClause: ReadonlyMap<string, readonly Reference[]>;
  readonly ranges: readonly ReferenceRange[];
  /** The ranges by the owner of both ends; those from one part to another by the kind of parts. */
  readonly rangesByOwner: ReadonlyMap<string, readonly ReferenceRange[]>;
  /** References that name a Part of an Appendix or Schedule beside the number, which the number's own name leaves out. */
  readonly inParts: readonly Reference[];
}

const maps = new WeakMap<DocumentFacts, ReferenceMap>();

/** The map of a text: made when it is first asked for, and kept as long as the text stays as it is. */
export function referenceMapOf(document: DocumentFacts): ReferenceMap {
  return finish(referenceMapInSteps(document));
}

/** The same in steps. */
export function* referenceMapInSteps(document: DocumentFacts): Steps<ReferenceMap> {
  const held = maps.get(document);
  if (held) return held;
  const made = yield* makeMap(document);
  maps.set(document, made);
  return made;
}

/** The name of the clause that a provision is, or is a paragraph of. */
export function clauseKey(id: ProvisionId): string {
  return formatProvisionId(id.levels.length === 0 ? id : { ...id, levels: [] });
}

/** So many references are put into the map in one step. */
const referencesInStep = 1000;

function* makeMap({ references }: DocumentFacts): Steps<ReferenceMap> {
  const byClause = new Map<string, Reference[]>();
  const ranges: ReferenceRange[] = [];
  const inParts: Reference[] = [];
  yield* eachInSteps(references, referencesInStep, (reference, i) => {
    const key = clauseKey(reference.id);
    const held = byClause.get(key);
    if (held) held.push(reference);
    else byClause.set(key, [reference]);
    if (reference.id.number !== '' && reference.id.divisions.at(-1)?.startsWith('Part '))
      inParts.push(reference);
    const range = reference.through === undefined ? undefined : rangeFrom(references, i);
    if (range) ranges.push(range);
  });
  const rangesByOwner = new Map<string, ReferenceRange[]>();
  for (const range of ranges) {
    const owner = ownerOfRange(range);
    const held = rangesByOwner.get(owner);
    if (held) held.push(range);
    else rangesByOwner.set(owner, [range]);
  }
  return { byClause, ranges, rangesByOwner, inParts };
}

function ownerOfRange({ first, through }: ReferenceRange): string {
  const [from, to] = [formatOwner(first.id.owner), formatOwner(through.owner)];
  return from === to ? from : through.owner.kind;
}

/** The range that a reference is the far end of, if it is one. */
export function rangeEndingAt(
  references: readonly Reference[],
  { start, end }: Span,
): ReferenceRange | undefined {
  const at = lastAtOrBefore(references.length, (i) => references[i]?.start ?? 0, start);
  for (let i = at - 1; i >= Math.max(0, at - farthestEnd); i--) {
    const range = references[i]?.through === undefined ? undefined : rangeFrom(references, i);
    if (range?.end === end) return range;
  }
  return undefined;
}

/** The far end of a range stands so many references behind the first at most. */
const farthestEnd = 3;

/** The far end of a range is a reference of its own, close behind the first. */
function rangeFrom(references: readonly Reference[], index: number): ReferenceRange | undefined {
  const first = references[index] as Reference;
  const last = references
    .slice(index + 1, index + 1 + farthestEnd)
    .find(({ target }) => target === first.through);
  const through = last?.id ?? parseProvisionId(first.through ?? '');
  return through && { start: first.start, end: last?.end ?? first.end, first, through };
}

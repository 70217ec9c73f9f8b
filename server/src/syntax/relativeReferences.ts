import { insertedBehind, readLabel } from '../model/numerals.js';
import { formatProvisionId, ownPaper, provisionId, type ProvisionId } from '../model/provisionId.js';
import type { DocumentTree, Provision } from './documentTree.js';
import type { Landmarks } from './landmarks.js';
import type { WrittenReference } from './reference.js';

/* References that name no clause of their own: paragraph (c), those in paragraphs (b) and (c), paragraph (a) above. */

/** What binding asks of the document besides the reference itself. */
export interface Place {
  readonly tree: DocumentTree;
  readonly landmarks: Landmarks;
  readonly provision: Provision | undefined;
  readonly index: number;
  /** What the nearest cell before it in the row names: `Appendix Z | clause 3`. */
  readonly rowHead: ProvisionId | undefined;
  /** What the words before say is changed: `In Section H5.3:` above `(a) in paragraph (b), …`. */
  readonly changed: ProvisionId | undefined;
}

/**
 * `paragraph (a) of section 3.1 …, and those in paragraphs (b) and (c)`: where the clause that it stands in has no list, the list is
 * meant whose paragraph, or in a paper whose clause, was named before in the same block.
 */
export function besideNamed(
  { lead, number, levels, direction }: WrittenReference,
  id: ProvisionId,
  before: readonly (ProvisionId | undefined)[],
  { landmarks, provision }: Place,
): ProvisionId | undefined {
  if (lead !== 'paragraph' || number !== '' || levels.length === 0 || direction !== undefined)
    return undefined;
  if (id.definitionOf !== undefined || id.levels.length !== levels.length || provision?.levels.length !== 0)
    return undefined;
  const has = (one: ProvisionId): boolean => landmarks.has(formatProvisionId(one));
  if (has(id) || hasList(id, landmarks)) return undefined;
  const named = before.findLast((one) => one !== undefined && one.levels.length > 0);
  const beside = named && { ...named, levels: siblingLevels(named.levels, levels) };
  if (beside && (has(beside) || (provision.owner.kind === 'own' && isOfTheCode(named)))) return beside;
  // `Section H9.3 leaves a gap between paragraphs (a) and (b)`: a paper speaks of the clause of the Code that it has just named.
  // So does an instruction right below the title of a part.
  const isPaper =
    provision.owner.kind === 'own' || provision.owner.kind === 'annex' || provision.number === '';
  const ofCode = isPaper ? before.findLast((one) => one !== undefined) : undefined;
  return ofCode && isOfTheCode(ofCode) && ofCode.levels.length === 0 && ofCode.number.includes('.')
    ? { ...ofCode, levels }
    : undefined;
}

function isOfTheCode({ owner: { kind } }: ProvisionId): boolean {
  return kind === 'section' || kind === 'appendix' || kind === 'schedule';
}

/**
 * A number that the text itself does not have: `Section 88 of the Energy Act 2008 …, as section 88 was extended`, `clause 6 of
 * Appendix AC and, in particular, clauses 6.4 and 6.5`, `Condition 14 …, and paragraph 14.2`. Of the text whose number was named
 * before in the same block, or of the part that the heading above names; undefined for one that nothing here can name.
 */
export function ofNamedBefore(
  { lead, letter, isOwn, isSelf }: WrittenReference,
  id: ProvisionId | undefined,
  written: readonly WrittenReference[],
  before: readonly (ProvisionId | undefined)[],
  place: Place,
): ProvisionId | undefined {
  if (id?.owner.kind === 'annex' && lead === 'clause' && !isOwn && !isSelf)
    return reaches(id, place) || standsBesideOthers(id, place) ? id : ofClauseOwner(id, place);
  if (!id || id.owner.kind !== 'own' || id.number === '' || letter !== '' || isOwn) return id;
  if (lead === 'condition' || reaches(id, place)) return id;
  const ofSubject = clauseOfSubject(lead, id, place);
  if (isSelf || ofSubject) return ofSubject ?? id;
  if (standsBesideOthers(id, place)) return id;
  const top = topOf(id).number;
  const named = before.findLast(
    (one) => one && one.owner.kind !== 'own' && one.owner.kind !== 'section' && topOf(one).number === top,
  );
  if (named) return { ...id, owner: named.owner, divisions: named.divisions };
  const isOfCondition = written
    .slice(0, before.length)
    .some((one, i) => one.lead === 'condition' && one.number === top && before[i] === undefined);
  if (isOfCondition) return undefined;
  return lead === 'clause' && !reaches(topOf(id), place) ? ofClauseOwner(id, place) : id;
}

/** A clause that the text has not itself, of the part whose clauses of that number it names elsewhere. */
function ofClauseOwner(id: ProvisionId, place: Place): ProvisionId {
  if (id.number === '' || id.divisions.length > 0) return id;
  const owner = place.landmarks.clauseOwner(topOf(id).number);
  return owner ? { ...id, owner } : id;
}

/** A clause of the part that the heading above names: a paper calls its own numbers paragraphs or sections. */
function clauseOfSubject(
  lead: WrittenReference['lead'],
  id: ProvisionId,
  { provision }: Place,
): ProvisionId | undefined {
  const subject = provision?.subject;
  return subject && subject.kind !== 'section' && lead === 'clause'
    ? { ...id, owner: subject, divisions: [] }
    : undefined;
}

/** Whether numbers beside this one stand in the text, so that it alone is wrong. */
function standsBesideOthers({ number, ...id }: ProvisionId, place: Place): boolean {
  const cut = number.lastIndexOf('.');
  return cut > 0 && reaches({ ...id, number: `${number.slice(0, cut)}.1` }, place);
}

/** The clause of the highest level that holds a provision: 4 for 4.2(a). */
export function topOf(id: ProvisionId): ProvisionId {
  return { ...id, number: id.number.replace(/\..*/, ''), levels: [] };
}

/** Whether the provision itself, or the one whose paragraph it is, stands in the document. */
export function reaches(id: ProvisionId, { landmarks }: Place): boolean {
  return landmarks.has(formatProvisionId({ ...id, levels: [] }));
}

/**
 * `paragraph (c)`: the list that the place stands in, from the innermost out, which has such a paragraph; else the level of
 * the same style.
 */
export function relative(levels: readonly string[], reference: WrittenReference, place: Place): ProvisionId {
  const around = place.provision;
  const base: ProvisionId = around ? withoutDefinition(around) : provisionId(ownPaper);
  const path = around?.levels ?? [];
  const definition =
    around && around.definition !== -1 ? place.tree.definitionRows[around.definition] : undefined;
  if (definition) return { ...base, levels: siblingLevels(path, levels) };
  for (let depth = path.length; depth >= 0; depth--) {
    const id = { ...base, levels: [...path.slice(0, depth), ...levels] };
    if (place.landmarks.has(formatProvisionId(id))) return id;
  }
  if (base.owner.kind === 'own') {
    const other = reference.direction
      ? nearestListWith(levels, base, place, reference.direction)
      : path.length === 0 && listBefore(levels, base, place);
    if (other) return other;
  }
  if (reference.lead === 'clause' || path.length === 0) return { ...base, levels: [...levels] };
  return { ...base, levels: siblingLevels(path, levels) };
}

/** Whether a clause has a list of its own. */
function hasList(clause: ProvisionId, landmarks: Landmarks): boolean {
  return ['a', 'i'].some((label) => landmarks.has(formatProvisionId({ ...clause, levels: [label] })));
}

/** The list of the clause before, which a paper speaks of in a clause that has none: 5.3 of `paragraph (b)` in 5.2. */
function listBefore(
  levels: readonly string[],
  base: ProvisionId,
  { landmarks }: Place,
): ProvisionId | undefined {
  const [, outer = '', last = ''] = /^(.*?)(\d{1,2})$/.exec(base.number) ?? [];
  if (last === '' || hasList(base, landmarks)) return undefined;
  const before = { ...base, number: `${outer}${Number(last) - 1}`, levels: [...levels] };
  return landmarks.has(formatProvisionId(before)) ? before : undefined;
}

/**
 * The list that `paragraph (a) above` means where its own clause has none: papers say so of the nearest clause before, and
 * `below` of the nearest one behind. With none on that side the list on the other is meant, and the word is wrong.
 */
function nearestListWith(
  levels: readonly string[],
  base: ProvisionId,
  place: Place,
  direction: 'above' | 'below',
): ProvisionId | undefined {
  const [, outer = '', last = ''] = /^(.*?)(\d{1,2})$/.exec(base.number) ?? [];
  if (last === '') return undefined;
  const find = (step: 1 | -1): ProvisionId | undefined => {
    for (let number = Number(last) + step; number > 0 && number <= 99; number += step) {
      const clause = { ...base, number: `${outer}${number}`, levels: [] };
      const id = { ...clause, levels: [...levels] };
      if (place.landmarks.has(formatProvisionId(id))) return id;
      if (step === 1 && !place.landmarks.has(formatProvisionId(clause))) return undefined;
    }
    return undefined;
  };
  return direction === 'above' ? (find(-1) ?? find(1)) : (find(1) ?? find(-1));
}

function withoutDefinition(provision: Provision): ProvisionId {
  return {
    owner: provision.owner,
    divisions: provision.divisions,
    number: provision.number,
    levels: provision.levels,
  };
}

/** The levels of `(ii)` said beside `(a)(i)`: it takes the place of the deepest level written in its style. */
export function siblingLevels(path: readonly string[], levels: readonly string[]): string[] {
  const [first = ''] = levels;
  // `section 6(1A) and (1C)`
  if (/^\d/.test(first) && /^\d/.test(path.at(-1) ?? '')) return [...path.slice(0, -1), ...levels];
  const styles = readLabel(insertedBehind(first) ?? first);
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const readings = readLabel(path[depth] as string);
    const continues = styles.some((style) =>
      readings.some((other) => other.style === style.style && other.ordinal < style.ordinal),
    );
    if (continues) return [...path.slice(0, depth), ...levels];
  }
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const readings = readLabel(path[depth] as string);
    if (styles.some((style) => readings.some((other) => other.style === style.style))) {
      return [...path.slice(0, depth), ...levels];
    }
  }
  return [...path, ...levels];
}

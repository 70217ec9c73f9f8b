import {
  formatOwner,
  formatProvisionId,
  kindOf,
  ownPaper,
  provisionId,
  type ProvisionId,
  type ProvisionOwner,
  type TargetKind,
} from '../model/provisionId.js';
import type { Span } from '../text/span.js';
import { ofChanged, type ChangeLead } from './changeLists.js';
import type { Block, DocumentTree, Provision } from './documentTree.js';
import type { Landmarks } from './landmarks.js';
import type { WrittenReference } from './reference.js';
import { inAnAnnex, inItsPart, partHere, standsHere, withOnlyOwner } from './partsAround.js';
import {
  type Place,
  besideNamed,
  ofNamedBefore,
  topOf,
  reaches,
  relative,
  siblingLevels,
} from './relativeReferences.js';

/** A reference to a provision with the canonical name of what it means in its place. Spans are reading offsets. */
export interface Reference extends Span {
  readonly kind: TargetKind;
  readonly target: string;
  readonly id: ProvisionId;
  /** The canonical name of the far end of a range. */
  readonly through: string | undefined;
  readonly heading: Span | undefined;
  /** That of the part that owns the number: `clause 6 of Appendix AJ (Testing Document)`. */
  readonly ownerHeading: Span | undefined;
  /** Where the name of the document that owns the number begins, if it stands behind `of`. */
  readonly ownerStart: number | undefined;
  readonly direction: 'above' | 'below' | undefined;
  /** `this Section D5`. */
  readonly isSelf: boolean;
  /** A bare number behind a small `section` may be that of a statute named somewhere else. */
  readonly mayBeElsewhere: boolean;
  /** It may be a number of an agreement that the text changes or joins. */
  readonly isOfAgreement: boolean;
  /** Index of the provision that it stands in, or -1. */
  readonly place: number;
}

/** What tells from outside of a block what its numbers belong to. */
export interface BlockHeads {
  /** What the nearest cell before it in its row names. */
  readonly rowHead: ProvisionId | undefined;
  /** What the list that the block stands in changes. */
  readonly changed: ProvisionId | undefined;
  /** Whether the block begins by naming what it changes itself. */
  readonly lead: ChangeLead;
}

/**
 * Gives each written reference of a block its meaning in that place: bare numbers belong to the part at hand,
 * `paragraph (c)` to the list it stands in (product.md, Names of provisions).
 *
 * @param landmarks the provisions of the whole text
 * @param heads what stands before the block and tells what its numbers belong to
 * @returns what the block says that it changes
 */
export function bindReferences(
  written: readonly WrittenReference[],
  block: Block,
  tree: DocumentTree,
  landmarks: Landmarks,
  { rowHead, changed, lead }: BlockHeads,
  into: Reference[],
): ProvisionId | undefined {
  const index = placeOf(block, tree);
  const outer: Place = { tree, landmarks, provision: tree.provisions[index], index, rowHead, changed };
  const ids: (ProvisionId | undefined)[] = [];
  for (const reference of written) {
    const place = lead && ids.length > 0 ? { ...outer, changed: ids[0] } : outer;
    const before = reference.previous === undefined ? undefined : ids[reference.previous];
    const bound = bind(reference, place, before);
    const id = before === undefined ? ofNamedBefore(reference, bound, written, ids, place) : bound;
    ids.push((id && before === undefined && besideNamed(reference, id, ids, place)) || id);
  }
  written.forEach((reference, i) => {
    const id = ids[i] ?? besideCondition(written, ids, i);
    if (!id) return;
    const through = reference.through === undefined ? undefined : ids[reference.through];
    into.push({
      start: reference.start,
      end: reference.end,
      kind: kindFor(reference, id),
      target: formatProvisionId(id),
      id,
      through: through && formatProvisionId(through),
      heading: reference.heading,
      ownerHeading: reference.ownerHeading,
      ownerStart: reference.ownerStart,
      direction: reference.direction,
      isSelf: reference.isSelf,
      mayBeElsewhere:
        (id.owner.kind === 'own' &&
          reference.isSmall &&
          !reference.isOwn &&
          !reference.isSelf &&
          (reference.followsName || !isBesideOwn(id, landmarks))) ||
        isOfOtherCondition(id, outer) ||
        (reference.isOfAgreement && !reference.isOwn && isOfWhatChanges(id, reference, block, outer)),
      isOfAgreement: id.owner.kind === 'own' && reference.isOfAgreement,
      place: index,
    });
  });
  return lead === undefined ? undefined : ids[0];
}

/**
 * `Condition 18 of the DCC Licence requires …, and Condition 36 limits …`, `Condition 16 and Schedule 4 of the DCC Licence`: a
 * condition that no licence is named for is one of the licence that was named for the last one, or is for the next in the list.
 */
function besideCondition(
  written: readonly WrittenReference[],
  ids: readonly (ProvisionId | undefined)[],
  index: number,
): ProvisionId | undefined {
  const reference = written[index] as WrittenReference;
  const isPlain = reference.lead === 'condition' && reference.ownerLead === undefined;
  if (!isPlain || reference.isElsewhere || reference.number === '') return undefined;
  const isOfLicence = (i: number): boolean => ids[i]?.owner.kind === 'licence';
  const before = written.findLastIndex((one, i) => i < index && one.lead === 'condition' && isOfLicence(i));
  const next = written[index + 1];
  const joinsNext = next !== undefined && next.start - reference.end <= 6 && isOfLicence(index + 1);
  const owner = ids[before !== -1 ? before : joinsNext ? index + 1 : -1]?.owner;
  return owner && provisionId(owner, reference.number, reference.levels);
}

/** `section 4.6` where the text has its own 4.1: sections of a statute have no points in their numbers. */
function isBesideOwn({ number, divisions }: ProvisionId, landmarks: Landmarks): boolean {
  const cut = number.lastIndexOf('.');
  return (
    cut > 0 &&
    landmarks.has(formatProvisionId(provisionId(ownPaper, `${number.slice(0, cut)}.1`, [], divisions)))
  );
}

const longestOpening = 24;

/** `After paragraph 5.4 insert …` in a paper that has no 5: a number of what it changes, which it names nowhere near. */
function isOfWhatChanges(
  id: ProvisionId,
  { start }: WrittenReference,
  { textStart }: Block,
  { tree, landmarks }: Place,
): boolean {
  if (id.owner.kind !== 'own' || id.number === '' || tree.isAgreement) return false;
  const isSaidWhere = start > textStart && start - textStart <= longestOpening;
  return isSaidWhere && !landmarks.has(formatProvisionId(topOf(id)));
}

/** `paragraph 39.4` in a condition of a licence that a notice sets out: another condition, which the notice has not. */
function isOfOtherCondition(id: ProvisionId, { tree, index, landmarks }: Place): boolean {
  if (id.owner.kind !== 'own' || id.number === '') return false;
  let at = index;
  while (at !== -1 && !tree.provisions[at]?.isCondition) at = tree.provisions[at]?.parent ?? -1;
  return at !== -1 && !landmarks.has(formatProvisionId(topOf(id)));
}

function placeOf(block: Block, tree: DocumentTree): number {
  if (block.definition === -1 || block.provision !== -1) return block.provision;
  return tree.definitionRows[block.definition]?.provision ?? -1;
}

/** A relative paragraph in an Annex of a paper is named after the Annex and stays a paragraph. */
function kindFor(reference: WrittenReference, id: ProvisionId): TargetKind {
  const relative =
    reference.name === '' &&
    reference.number === '' &&
    reference.owner === undefined &&
    reference.lead === 'paragraph';
  if (relative && id.owner.kind === 'annex') return 'paragraph';
  const ownKind =
    reference.lead === 'section' ||
    reference.lead === 'clause' ||
    reference.lead === 'condition' ||
    reference.lead === 'bare'
      ? 'section'
      : 'paragraph';
  return kindOf(id, ownKind);
}

function bind(
  written: WrittenReference,
  place: Place,
  before: ProvisionId | undefined,
): ProvisionId | undefined {
  const reference = written.isElsewhere ? undefined : withOnlyOwner(written, place);
  if (!reference) return undefined;
  const { lead } = reference;
  if (reference.definitionOf !== undefined)
    return definitionParagraph(reference, reference.definitionOf, place);
  if (before && reference.letter === '' && reference.number === '' && reference.name === '') {
    return { ...before, levels: siblingLevels(before.levels, reference.levels) };
  }
  if (
    reference.isSelf &&
    reference.letter === '' &&
    reference.number === '' &&
    reference.name === '' &&
    reference.levels.length === 0
  ) {
    return selfAlone(reference, place);
  }
  switch (lead) {
    case 'schedule':
    case 'appendix':
    case 'annex':
    case 'part':
      if (reference.number !== '' && reference.name === '') return numberedPart(reference, place);
      return reference.name === '' ? undefined : namedPart(reference, lead, place);
    case 'condition':
      if (reference.owner) return provisionId(reference.owner, reference.number, reference.levels);
      return ownCondition(reference, place);
    case 'section':
    case 'clause':
    case 'paragraph':
    case 'bare':
      return numbered(reference, place);
  }
}

/** `this Section` alone is the lettered Section of the place; elsewhere the words name nothing of the Code. */
function selfAlone(reference: WrittenReference, { provision }: Place): ProvisionId | undefined {
  const owner = provision?.owner;
  if (!owner || owner.kind !== reference.lead) return undefined;
  return provisionId(owner);
}

function namedPart(
  reference: WrittenReference,
  lead: 'schedule' | 'appendix' | 'annex' | 'part',
  place: Place,
): ProvisionId | undefined {
  const { provision, landmarks } = place;
  const division = `${lead[0]?.toUpperCase()}${lead.slice(1)} ${reference.name}`;
  const divisions = [...reference.divisions, division];
  if (/\.|^[A-Z]\d/.test(reference.name) && reference.owner?.kind !== 'document') return undefined;
  const around = provision?.owner;
  if (reference.isOwn || reference.owner?.kind === 'own') {
    if (around?.kind === 'appendix' || around?.kind === 'schedule')
      return provisionId(around, '', [], divisions);
    return lead === 'annex'
      ? provisionId({ kind: lead, name: reference.name })
      : provisionId(ownPaper, '', [], divisions);
  }
  // `Part E of Condition 13 of the DCC Licence`
  if (reference.owner?.kind === 'licence' && reference.number !== '')
    return provisionId(reference.owner, reference.number, reference.levels);
  const own = reference.isOfCode
    ? undefined
    : ownPart(reference.owner ? formatOwner(reference.owner) : division, landmarks);
  if (own === undefined && reference.isOfOther && !hasAnnex(reference, landmarks)) return undefined;
  // The Schedules of the Code have numbers.
  if (own === undefined && isOfLetteredSchedule(reference)) return undefined;
  if (reference.owner && own) {
    const inside = provisionId(ownPaper, '', [], [own, ...divisions]);
    const beside = provisionId(ownPaper, '', [], divisions);
    // An Appendix of a Schedule may stand behind it under a title of its own.
    return !landmarks.has(formatProvisionId(inside)) && landmarks.has(formatProvisionId(beside))
      ? beside
      : inside;
  }
  const annex = partOfAppendix(reference.owner, around, landmarks);
  if (annex) return { ...annex, divisions: [...annex.divisions, ...divisions] };
  if (reference.owner) return provisionId(reference.owner, '', [], divisions);
  if (own && lead !== 'part') return provisionId(ownPaper, '', [], [own]);
  const here = lead === 'part' ? partHere(divisions, place) : undefined;
  if (here) return here;
  if (lead === 'part') {
    const part = around && provisionId(around, '', [], divisions);
    const isAlone = reference.divisions.length === 0 && !reference.isSelf;
    return part && isAlone && !landmarks.has(formatProvisionId(part)) ? undefined : part;
  }
  const scheduled =
    lead === 'schedule' && !reference.isOfCode
      ? partOfAppendix({ kind: 'schedule', name: reference.name }, around, landmarks)
      : undefined;
  if (scheduled) return scheduled;
  if (lead === 'annex' && around?.kind === 'own') {
    const [outer = ''] = provision?.divisions ?? [];
    const inside = provisionId(ownPaper, '', [], [outer, division]);
    if (landmarks.has(formatProvisionId(inside))) return inside;
  }
  if (lead === 'annex' && (around?.kind === 'appendix' || around?.kind === 'schedule')) {
    return provisionId(around, '', [], [division]);
  }
  if (lead === 'appendix' && /^\d/.test(reference.name)) return provisionId(ownPaper, '', [], [division]);
  return provisionId({ kind: lead, name: reference.name });
}

function hasAnnex({ lead, name }: WrittenReference, landmarks: Landmarks): boolean {
  return lead === 'annex' && landmarks.has(`Annex ${name}`);
}

/** `Schedule B`, `Part 2 of Schedule B`. */
function isOfLetteredSchedule({ lead, name, owner }: WrittenReference): boolean {
  if (owner?.kind === 'document') return false;
  return (
    (lead === 'schedule' && /^[A-Z]/.test(name)) || (owner?.kind === 'schedule' && /^[A-Z]/.test(owner.name))
  );
}

/** `Part 1 of Annex B` in Appendix G: the Annex of that Appendix, or a Schedule that stands in it. */
function partOfAppendix(
  owner: ProvisionOwner | undefined,
  around: ProvisionOwner | undefined,
  landmarks: Landmarks,
): ProvisionId | undefined {
  if (!owner || (around?.kind !== 'appendix' && around?.kind !== 'schedule')) return undefined;
  const part = provisionId(around, '', [], [formatOwner(owner)]);
  const isPart =
    owner.kind === 'annex' || (owner.kind === 'schedule' && landmarks.has(formatProvisionId(part)));
  return isPart ? part : undefined;
}

/** The paper's own Schedule or Appendix of that name; where an agreement has Schedules, others that it names are missing. */
function ownPart(name: string, landmarks: Landmarks): string | undefined {
  if (name.startsWith('Schedule ') && (landmarks.has('#Schedule 1') || landmarks.has('#Schedule A')))
    return name;
  return /^(?:Schedule|Appendix)/.test(name) && landmarks.has(`#${name}`) ? name : undefined;
}

/** The conditions of a licence speak of each other, and so do those that an Annex sets out. */
function ownCondition(reference: WrittenReference, place: Place): ProvisionId | undefined {
  if (place.landmarks.has('Condition 1')) return provisionId(ownPaper, reference.number, reference.levels);
  const id = place.provision?.owner.kind === 'annex' ? numbered(reference, place) : undefined;
  return id && reaches(id, place) ? id : undefined;
}

/** `Part 4.9.1` of a Certificate Policy: a clause in an Appendix that is named, or that it stands in; a thing of some other text elsewhere. */
function numberedPart(reference: WrittenReference, place: Place): ProvisionId | undefined {
  const isOfAppendix = (reference.owner ?? place.provision?.owner)?.kind === 'appendix';
  return isOfAppendix ? numbered(reference, place) : undefined;
}

function numbered(reference: WrittenReference, place: Place): ProvisionId | undefined {
  const { letter, number, levels, divisions } = reference;
  if (letter !== '') return provisionId({ kind: 'section', letter }, number, levels, divisions);
  if (reference.owner) {
    const own = reference.isOfCode ? undefined : ownPart(formatOwner(reference.owner), place.landmarks);
    if (own === undefined && isOfLetteredSchedule(reference)) return undefined;
    const annex = partOfAppendix(reference.owner, place.provision?.owner, place.landmarks);
    if (annex) return { ...annex, number, levels, divisions: [...annex.divisions, ...divisions] };
    return own
      ? provisionId(ownPaper, number, levels, [own, ...divisions])
      : provisionId(reference.owner, number, levels, divisions);
  }
  const shared = reference.joinedOwner;
  const around = place.provision;
  const inRow = ofRow(reference, place.rowHead) ?? ofChanged(reference, place.changed);
  if (inRow) return inRow;
  if (reference.lead === 'clause' && number !== '' && around?.owner.kind === 'annex' && around.subject)
    return provisionId(around.subject, number, levels);
  if (shared && (reference.isSmall || !standsHere(number, place))) return provisionId(shared, number, levels);
  if (number === '')
    return levels.length === 0 ? undefined : inItsPart(relative(levels, reference, place), place);
  const inPart = divisions.length > 0 ? partHere(divisions, place) : undefined;
  if (inPart) return { ...inPart, number, levels };
  if (!around || around.owner.kind === 'own')
    return inAnAnnex(inItsPart(ownNumber(around, reference, place), place), place);
  if (around.owner.kind === 'section') return provisionId(around.owner, number, levels);
  if (divisions.length > 0) return provisionId(around.owner, number, levels, divisions);
  return inItsPart(numberOfPart(around, reference, place), place);
}

/** `Appendix Z | clause 3`, `Section G3.20 | In paragraph (a) …`: the first cell of a row tells whose number or paragraph it is. */
function ofRow(
  { lead, number, levels }: WrittenReference,
  head: ProvisionId | undefined,
): ProvisionId | undefined {
  if (!head || head.owner.kind === 'own') return undefined;
  if (number === '' && lead === 'paragraph' && levels.length > 0 && head.number !== '')
    return { ...head, levels: [...head.levels, ...levels] };
  const isOfPart = number !== '' && lead === 'clause' && head.number === '';
  return isOfPart && head.owner.kind !== 'section' ? { ...head, number, levels } : undefined;
}

/** A bare number in an Annex, an Appendix or a Schedule. */
function numberOfPart(
  around: Provision,
  { lead, number, levels }: WrittenReference,
  place: Place,
): ProvisionId {
  const inside = provisionId(around.owner, number, levels, around.divisions);
  if (around.owner.kind !== 'annex') {
    const whole = provisionId(around.owner, number, levels);
    if (reaches(inside, place) || reaches(whole, place)) return reaches(inside, place) ? inside : whole;
    const own = provisionId(ownPaper, number, levels);
    if (reaches(own, place)) return own;
    // A Schedule without numbers of its own speaks of the clauses before it.
    return around.owner.kind === 'schedule' &&
      reaches(topOf(own), place) &&
      !reaches(topOf(whole), place) &&
      !reaches(topOf(inside), place)
      ? own
      : inside;
  }
  // What an Annex changes may be in a text that is not at hand.
  const own = provisionId(ownPaper, number, levels);
  if (reaches(inside, place)) {
    // An Annex has paragraphs, and the agreement that it is part of has clauses.
    return lead === 'clause' && place.tree.isAgreement && reaches(own, place) ? own : inside;
  }
  return reaches(own, place) || isBesideOwn(own, place.landmarks) ? own : inside;
}

function ownNumber(
  around: Provision | undefined,
  { lead, ownerLead, number, levels }: WrittenReference,
  place: Place,
): ProvisionId {
  const whole = provisionId(ownPaper, number, levels);
  if (!around || around.divisions.length === 0) return whole;
  // A Schedule has paragraphs, and the agreement that it is part of has clauses.
  const outer = around.divisions.filter((division) => !division.startsWith('Part '));
  const inside = provisionId(ownPaper, number, levels, outer);
  if (lead === 'paragraph' && ownerLead !== 'clause') {
    for (let depth = outer.length; depth > 0; depth--) {
      const id = provisionId(ownPaper, number, levels, outer.slice(0, depth));
      if (reaches(id, place)) return id;
    }
    if (/^Schedule\b/.test(outer[0] ?? '')) return inside;
  }
  if (reaches(whole, place)) return whole;
  return reaches(inside, place) ? inside : whole;
}

/** `paragraph (a) of the definition of Party`: in the list that defines it here, else in A1.1. */
function definitionParagraph(
  reference: WrittenReference,
  term: string,
  { landmarks, provision }: Place,
): ProvisionId {
  const row = landmarks.paragraphOf(term);
  const owner: ProvisionOwner = row?.owner ?? { kind: 'section', letter: 'A' };
  const number = row ? row.number : '1.1';
  const divisions =
    row && provision && formatOwner(row.owner) === formatOwner(provision.owner) ? row.divisions : [];
  return { owner, divisions, number, levels: reference.levels, definitionOf: term };
}

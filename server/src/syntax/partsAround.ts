import {
  formatOwner,
  formatProvisionId,
  ownPaper,
  provisionId,
  type ProvisionId,
} from '../model/provisionId.js';
import type { WrittenReference } from './reference.js';
import { reaches, topOf, type Place } from './relativeReferences.js';

/* Which of several Parts, Annexes or Schedules, or the only one, a reference means in its place. */

/** `paragraph 1 of this Part C`, `paragraph 2 of Part A` in a Schedule or Annex that has such a Part. */
export function partHere(
  divisions: readonly string[],
  { provision, landmarks }: Place,
): ProvisionId | undefined {
  if (!provision || provision.owner.kind === 'section') return undefined;
  const outer = provision.divisions.filter((division) => !division.startsWith('Part '));
  const part = provisionId(provision.owner, '', [], [...outer, ...divisions]);
  return landmarks.has(formatProvisionId(part)) ? part : undefined;
}

/** A number that begins anew in each Part is that of the Part which it is said in. */
export function inItsPart(id: ProvisionId, { tree, landmarks, index }: Place): ProvisionId {
  if (!landmarks.isRepeated(formatProvisionId({ ...id, levels: [] }))) return id;
  for (let at = tree.provisions[index]; at; at = tree.provisions[at.parent]) {
    const isPart = at.number === '' && at.divisions.at(-1)?.startsWith('Part ');
    if (isPart && at.divisions.slice(0, -1).join('/') === id.divisions.join('/'))
      return { ...id, divisions: at.divisions };
  }
  return id;
}

/** `paragraph 2 of the Schedule`: of the one that has no number, or of the only one; undefined where the text has no such part. */
export function withOnlyOwner(reference: WrittenReference, place: Place): WrittenReference | undefined {
  const { owner } = reference;
  if (owner?.kind !== 'schedule' && owner?.kind !== 'appendix' && owner?.kind !== 'annex') return reference;
  // `Schedule 6.2 of its contract` is some other text's.
  if (owner.name !== '') return /\.|^[A-Z]\d/.test(owner.name) ? undefined : reference;
  const { landmarks, provision } = place;
  const around = owner.kind === 'annex' && provision?.owner.kind !== 'annex' ? provision?.owner : undefined;
  const has = (name: string): boolean => {
    const named = { kind: owner.kind, name };
    const id =
      owner.kind !== 'annex'
        ? provisionId(ownPaper, '', [], [formatOwner(named)])
        : around && around.kind !== 'own'
          ? provisionId(around, '', [], [formatOwner(named)])
          : provisionId(named);
    return landmarks.has(formatProvisionId(id));
  };
  const name = has('')
    ? ''
    : (['1', 'A', 'I'] as const).find((first) => has(first) && !has({ 1: '2', A: 'B', I: 'II' }[first]));
  return name === undefined ? undefined : { ...reference, owner: { kind: owner.kind, name } };
}

/** Whether the text has such a number, in the part at hand or before all parts. */
export function standsHere(number: string, place: Place): boolean {
  const { provision } = place;
  return (
    reaches(provisionId(ownPaper, number), place) ||
    (provision !== undefined &&
      [provision.divisions, []].some((divisions) =>
        reaches(provisionId(provision.owner, number, [], divisions), place),
      ))
  );
}

/** `paragraph 39.7` of a paper that sets out 39.1 in its Annex: a number of what is changed there. */
export function inAnAnnex(id: ProvisionId, place: Place): ProvisionId {
  const [top = ''] = id.number.split('.');
  const isOwn = id.owner.kind === 'own' && id.divisions.length === 0;
  if (!isOwn || top === id.number || reaches(id, place) || reaches(topOf(id), place)) return id;
  const annex = annexNames
    .map((name) => ({ ...id, owner: { kind: 'annex' as const, name } }))
    .find((one) => reaches({ ...one, number: `${top}.1` }, place));
  return annex ?? id;
}

/** Papers with more Annexes that set out clauses are rare, and each is a look-up. */
const annexNames = ['', ...'ABCDEFGH12345678'];

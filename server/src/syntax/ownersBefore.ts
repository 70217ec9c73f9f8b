import { assignOwner, isNamedPart } from './nestedOwners.js';
import type { LeadWord, WrittenReference } from './reference.js';
import type { Draft, ReferenceCursor } from './referenceCursor.js';

/* What the words before a number say that it belongs to: `Schedule 4, paragraph 2`, `Section G1.2 paragraph (b)`. */

/** `Appendix AB, clause 15.5`, `Appendix AB (SRPD) clause 15.5`, `Appendix AB (clauses 15.5 and 15.6)`, `Appendix AB v2.0, clause 3.2`, and in columns `Appendix AB    Amend clause 3.1`. */
const behindOwner =
  /^[\s\u00a0]*\($|^(?:[\s\u00a0]*\([A-Z][A-Z0-9]{1,7}\))?(?:,?[\s\u00a0](?:v|version[\s\u00a0])\d{1,3}(?:\.\d{1,3}){0,2})?,?[\s\u00a0]+(?:[Pp]art[\s\u00a0]+[A-Z0-9]{1,3},?[\s\u00a0]+|of[\s\u00a0]+which[\s\u00a0]+)?$|^[ \u00a0]{3,20}(?:[A-Za-z]{2,12}[ \u00a0]){0,3}$/;

/** `Schedule 4, paragraph 2` is paragraph 2 of Schedule 4. */
export function takeOwnerBefore(
  cursor: ReferenceCursor,
  lead: LeadWord,
  index: number,
  drafts: readonly Draft[],
): void {
  if (lead === 'part') takePartOwner(cursor, index, drafts);
  if (lead !== 'paragraph' && lead !== 'clause' && lead !== 'section') return;
  const last = cursor.into.at(-1);
  if (last && lead === 'paragraph' && takeClauseBefore(cursor, last, index, drafts)) return;
  const owner = partRightBefore(cursor, index) ?? (lead === 'clause' ? partAtHead(cursor) : undefined);
  if (!owner) return;
  for (const draft of drafts)
    if (draft.owner === undefined && draft.letter === '' && !draft.isOwn && draft.number !== '')
      assignOwner(draft, owner);
}

function partRightBefore({ into, text }: ReferenceCursor, index: number): WrittenReference | undefined {
  const owner = into.at(-1);
  if (!owner || owner.name === '' || !isNamedPart(owner)) return undefined;
  const end = owner.heading ? owner.heading.end + 1 : owner.end;
  return behindOwner.test(text.slice(end, index)) ? owner : undefined;
}

/** `Appendix AB: a new clause 15.7A, and changes to clause 15.5`: of the part that the words tell about from their head on. */
function partAtHead({ into, text, span }: ReferenceCursor): WrittenReference | undefined {
  const [owner] = into;
  if (!owner || owner.lead !== 'appendix' || !/^[A-Z]/.test(owner.name)) return undefined;
  const isHead = text.slice(span.start, owner.start).trim() === '' && owner.start - span.start < 8;
  const end = owner.heading ? owner.heading.end + 1 : owner.end;
  return isHead && /^[\s\u00a0]{0,4}:/.test(text.slice(end, end + 5)) ? owner : undefined;
}

const clauseBehindPart =
  /,?[\s\u00a0]+(?:at[\s\u00a0]+)?(?:(?:[Ss]ub-?)?[Pp]ara(?:graph)?s?|[Cc]lauses?|[Ss]ections?)\b/y;

/** `Schedule 8, Part A` is a Part of Schedule 8, unless it only tells where a paragraph stands. */
function takePartOwner(cursor: ReferenceCursor, index: number, drafts: readonly Draft[]): void {
  const owner = cursor.into.at(-1);
  if (!owner || owner.name === '' || !isNamedPart(owner) || cursor.run(clauseBehindPart, false)) return;
  const end = owner.heading ? owner.heading.end + 1 : owner.end;
  if (!behindOwner.test(cursor.text.slice(end, index))) return;
  for (const draft of drafts) if (draft.owner === undefined) assignOwner(draft, owner);
}

/** `Section G1.2 paragraph (b)`, `clause 3.1, paragraph (b)`. */
function takeClauseBefore(
  cursor: ReferenceCursor,
  owner: WrittenReference,
  index: number,
  drafts: readonly Draft[],
): boolean {
  const isClause = (owner.lead === 'section' || owner.lead === 'clause') && owner.number !== '';
  if (!isClause || owner.heading || !/^,?[\s\u00a0]+$/.test(cursor.text.slice(owner.end, index)))
    return false;
  const [draft] = drafts;
  if (!draft || draft.owner || draft.letter !== '' || draft.number !== '' || draft.levels.length === 0)
    return false;
  assignOwner(draft, owner);
  return true;
}

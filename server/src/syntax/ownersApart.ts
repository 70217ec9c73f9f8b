import { assignOwner, readNestedOwner } from './nestedOwners.js';
import type { Draft, ReferenceCursor } from './referenceCursor.js';

/*
 * Parts that the words behind a number change: `add a new paragraph (d) to Section H3.22`, `delete clause 4.5 from Appendix AB`. The
 * part is a reference of its own; it only tells what the number belongs to. With `in` that holds of paragraphs alone: in `the duty in
 * section 3.1 is placed in Section H3.29, and that in section 3.1(c) in Section H3.30` the numbers are the paper's.
 */

const joint =
  /[\s\u00a0]+(into|to|from|in)[\s\u00a0]+(?:SEC[\s\u00a0]+)?(?=(?:Sections?|Schedule|Appendix|Annex)[\s\u00a0]+[A-Z0-9]|[A-Z]\d{1,2}\.\d)/y;

const adds = /\b(?:add|insert|append|introduc)(?:e|s|ed|ing|es)?\b[^.;:]{0,60}$/i;

const takesOut = /\b(?:delet|remov|omit|tak)(?:e|s|es|ed|ing|ted|ting)?\b[^.;:]{0,60}$/i;

/** Farther before the number no verb is looked for. */
const longestLead = 80;

/** Gives numbers without a part the one that the words behind them name. */
export function takeOwnerApart(cursor: ReferenceCursor, drafts: readonly Draft[]): void {
  const [first] = drafts as [Draft];
  const isOpen = drafts.every(
    (draft) => draft.letter === '' && draft.name === '' && !draft.owner && !draft.isOwn,
  );
  if (!isOpen || first.isSelf || first.definitionOf !== undefined) return;
  const resume = cursor.at;
  const word = cursor.run(joint, true)?.[1];
  if (word === undefined) return;
  const lead = cursor.text.slice(Math.max(cursor.span.start, first.start - longestLead), first.start);
  const isTold =
    (word === 'in' && first.number === '') || (word === 'from' ? takesOut.test(lead) : adds.test(lead));
  const owner = isTold ? readNestedOwner(cursor) : undefined;
  if (owner) for (const draft of drafts) assignOwner(draft, owner);
  cursor.at = resume;
}

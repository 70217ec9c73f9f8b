import { ownPaper } from '../model/provisionId.js';
import type { WrittenReference } from './reference.js';
import { type Draft, type ReferenceCursor, blank } from './referenceCursor.js';
import { triggerHere } from './referenceTriggers.js';

/* Parts and clauses that numbers are said to be of: `of Schedule 4`, `of clause 3`, read as references of their own. */

/** Deeper owners are no text that people write, and must not exhaust the stack. */
const deepestOwner = 4;

export function isNamedPart({ lead }: WrittenReference): boolean {
  return lead === 'schedule' || lead === 'appendix' || lead === 'annex';
}

/**
 * The part or clause that is named at the cursor, which goes behind it: `Schedule 4`, `Appendix AB`, `Annex A of the …`, `this Section
 * D5`, `Section D9.4`, `clause 3`.
 */
export function readNestedOwner(cursor: ReferenceCursor): Draft | undefined {
  if (cursor.depth >= deepestOwner) return undefined;
  const clause = cursor.run(bareClause, true);
  if (clause) {
    const owner = blank('section', cursor.at - clause[0].length, cursor.at);
    return { ...owner, letter: clause[1] as string, number: clause[2] as string };
  }
  const match = /^(this[\s\u00a0]+)?([A-Za-z]+)/.exec(cursor.text.slice(cursor.at, cursor.at + 40));
  if (!match) return undefined;
  triggerHere.lastIndex = cursor.at + (match[1] ?? '').length;
  const word = triggerHere.exec(cursor.text);
  if (!word || word.index !== cursor.at + (match[1] ?? '').length) return undefined;
  if (word[0] !== match[2] && word[0] !== `${match[2]}.`) return undefined;
  const inner: WrittenReference[] = [];
  const reader = cursor.nested(inner);
  const end = cursor.readInner(reader, word.index, word[0]);
  const [owner] = inner;
  if (!owner || inner.length > 1) return undefined;
  cursor.at = Math.max(owner.end, owner.heading ? owner.end : Math.min(end, owner.end));
  return { ...owner };
}

/** `sub-paragraph (c) of K4.3` */
const bareClause = /([A-Z])(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})+)(?![A-Za-z0-9_(])/y;

/** Makes the numbers of a draft those of a part or clause. */
export function assignOwner(draft: Draft, nested: Draft): void {
  draft.ownerHeading = nested.heading;
  if (
    nested.lead === 'schedule' ||
    nested.lead === 'appendix' ||
    nested.lead === 'annex' ||
    (nested.lead === 'part' && nested.number === '')
  ) {
    const kind = nested.lead;
    const division = `${kind[0]?.toUpperCase()}${kind.slice(1)} ${nested.name}`;
    const isOwnPart = nested.isOwn && !nested.owner && (kind === 'schedule' || kind === 'annex');
    if ((nested.owner || nested.isOwn) && !isOwnPart) {
      draft.owner = nested.owner ?? ownPaper;
      draft.divisions = [...nested.divisions, division];
    } else if (kind === 'part' || nested.name === '') {
      draft.divisions = nested.name === '' ? nested.divisions : [division];
      if (nested.divisions.length > 0) draft.divisions = [...nested.divisions, division];
      if (nested.name === '') draft.isSelf = true;
    } else {
      draft.owner = { kind, name: nested.name };
      draft.divisions = nested.divisions;
    }
    return;
  }
  draft.ownerLead = nested.lead;
  // Its place tells whether the text has conditions of its own.
  if (nested.lead === 'condition' && !nested.owner) draft.lead = 'condition';
  draft.letter = nested.letter;
  // `paragraph 5.4 of Condition 5` has the whole number already.
  const isWhole = nested.number === '' || draft.number.startsWith(`${nested.number}.`);
  draft.number = isWhole ? draft.number : nested.number;
  draft.levels = [...nested.levels, ...draft.levels];
  draft.owner = nested.owner;
  draft.isSelf = nested.isSelf;
  draft.isOwn = nested.isOwn;
  draft.divisions = nested.divisions;
}

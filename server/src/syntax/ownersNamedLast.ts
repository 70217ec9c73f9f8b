import { normaliseTerm } from '../model/termForms.js';
import { assignOwner, isNamedPart } from './nestedOwners.js';
import type { LeadWord } from './reference.js';
import type { Draft, ReferenceCursor } from './referenceCursor.js';
import { leadOf } from './referenceTriggers.js';

/* Numbers of what was named last: `paragraph (c) of that clause`, `paragraph 1 thereof`, `section 9 of that Act`. */

/** `paragraph (c) of that clause`, `of the same clause`: of the provision that was named last. */
const namedBefore =
  /(?:that|(?:the[\s\u00a0]+)?(?:same|said))[\s\u00a0]+([Ss]ection|[Cc]lause|(?:[Ss]ub-?)?[Pp]aragraph|[Ss]chedule|[Aa]ppendix|[Aa]nnex|[Pp]art)\b(?![\s\u00a0]+[A-Z(\d])/y;

export const ofIt =
  /(?:it\b(?![\s\u00a0]+(?:is|was|has|had|shall|may|must|will|can|does|do)\b)|that[\s\u00a0]+provision\b)/y;

/** A sentence is looked at for so many characters. */
const longestSentence = 800;

const thereof = /[\s\u00a0]+there(?:of|to|in|under)\b/y;

/** `Schedule 4 and paragraphs 1 and 2 thereof`: of the part or document that was named last; of no other text that has a name. */
export function readThereof(cursor: ReferenceCursor, drafts: readonly Draft[]): boolean {
  if (!cursor.run(thereof, false) || drafts.some(({ letter }) => letter !== '')) return false;
  const open = drafts.filter(({ owner }) => owner === undefined);
  const before = cursor.into.at(-1);
  const [first] = drafts as [Draft];
  const isNear = before !== undefined && !/[.;]\s/.test(cursor.text.slice(before.end, first.start));
  const isOfDocument = before?.owner?.kind === 'document' || before?.owner?.kind === 'licence';
  if (isNear && isOfDocument) for (const draft of open) draft.owner = before.owner;
  else if (isNear && before.name !== '' && isNamedPart(before) && before.owner === undefined)
    for (const draft of open) assignOwner(draft, before);
  else for (const draft of open) draft.isElsewhere = true;
  return true;
}

export const thatAct = /that[\s\u00a0]+Act\b/y;

const actTitle =
  /[A-Z][A-Za-z’'-]*(?:[\s\u00a0](?:(?:of|and|for)[\s\u00a0])?[A-Z][A-Za-z’'-]*){0,6}[\s\u00a0]Act[\s\u00a0](?:19|20)\d\d/g;

/** The name of an Act is looked for in so many characters before. */
const longestWayBack = 400;

/** The title of the last Act that the block names before: `as in the Companies Act 2006, but so that section 1159 of that Act …`. */
export function actBefore({ text, span, at }: ReferenceCursor): string | undefined {
  const before = text.slice(Math.max(span.start, at - longestWayBack), at);
  const title = [...before.matchAll(actTitle)].at(-1)?.[0];
  return title === undefined ? undefined : normaliseTerm(title);
}

/**
 * The last reference of the block whose lead word, or that of the clause that it is a paragraph of, is the one behind `that`;
 * without the levels that were not meant. Of `it` the last reference of all.
 */
export function lastNamed(cursor: ReferenceCursor, open: readonly Draft[]): Draft | undefined {
  const match = cursor.run(namedBefore, false);
  if (!match) {
    const isParagraph = open.every(({ number, levels }) => number === '' && levels.length > 0);
    const named = cursor.into.at(-1);
    const isOfPart =
      named !== undefined && ((named.name !== '' && isNamedPart(named)) || named.owner !== undefined);
    return (isParagraph || isOfPart) && cursor.run(ofIt, false) ? ownerOfLast(cursor) : undefined;
  }
  const lead = leadOf(match[1] as string);
  if (lead === 'appendix' || lead === 'schedule' || lead === 'annex') return partNamedLast(cursor, lead);
  const fitting = cursor.into.filter(
    (reference) =>
      (reference.lead === lead || reference.ownerLead === lead) && reference.previous === undefined,
  );
  const before = wholeOf(cursor, fitting, lead);
  if (!before || (lead !== 'paragraph' && before.number === '' && before.name === '')) return undefined;
  return { ...before, levels: lead === 'paragraph' ? before.levels : [], isSelf: false };
}

/** `paragraph (b) of Section H5.14 … paragraph (d) of it`: of the clause whose paragraph was named, or of the clause itself. */
function ownerOfLast(cursor: ReferenceCursor): Draft | undefined {
  const before = cursor.into.findLast(({ previous }) => previous === undefined);
  if (!before || (before.number === '' && before.name === '')) return undefined;
  if (before.ownerLead !== undefined) return { ...before, levels: [], isSelf: false };
  // `paragraph 4 of Appendix X and clause 1 of it`
  if (before.owner !== undefined && before.name === '')
    return { ...before, number: '', levels: [], isSelf: false };
  return before.lead === 'paragraph' ? undefined : { ...before, isSelf: false };
}

/** `clause 4 of the same Appendix`: the last one that was named, or whose clause was. */
function partNamedLast(
  { into }: ReferenceCursor,
  lead: 'appendix' | 'schedule' | 'annex',
): Draft | undefined {
  const before = into.findLast(
    (reference) => (reference.lead === lead && reference.name !== '') || reference.owner?.kind === lead,
  );
  if (!before || before.lead === lead) return before && { ...before, levels: [], isSelf: false };
  const name = before.owner?.kind === lead ? before.owner.name : '';
  return { ...before, lead, name, owner: undefined, number: '', levels: [], divisions: [], isSelf: false };
}

/**
 * `In a decision under Section G8.14B it shall regard advice given under Section G7.16(a), and if it decides on paragraph (c) of
 * that Section`: a paragraph would be called so, and the Section that was named whole in the same sentence is meant.
 */
function wholeOf(
  { text, at }: ReferenceCursor,
  fitting: readonly Draft[],
  lead: LeadWord,
): Draft | undefined {
  const last = fitting.at(-1);
  if (!last || lead === 'paragraph' || last.lead !== lead || last.levels.length === 0) return last;
  const from = Math.max(0, at - longestSentence);
  const sentence = from + text.slice(from, at).lastIndexOf('. ') + 1;
  return fitting.findLast(({ start, levels }) => levels.length === 0 && start >= sentence) ?? last;
}

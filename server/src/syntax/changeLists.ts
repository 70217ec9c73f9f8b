import type { ProvisionId } from '../model/provisionId.js';
import type { Block, DocumentTree } from './documentTree.js';
import type { WrittenReference } from './reference.js';
import { siblingLevels } from './relativeReferences.js';

/*
 * Which provision is changed, said once for what follows: `In Section H5.3:` above `(a) in paragraph (b), omit “or”;`, and `In Part A
 * of Schedule 4, in paragraph 2 omit “or”` in one sentence (legal-text.md, Modification legal text).
 */

/** How a block names what it changes: for its own words, or for the list below it as well. */
export type ChangeLead = 'words' | 'list' | undefined;

/** The most blocks of a list that its head is said for. */
export const longestChangeList = 40;

const opens = /[“"‘(]?(?:In|To|Amend|Within|Change)[\s\u00a0]/y;

/** Whether a block may begin by naming what it changes: told by its first word, before its references are read. */
export function mayLeadChange(text: string, { kind, textStart }: Block): boolean {
  opens.lastIndex = textStart;
  return (kind === 'text' || kind === 'heading') && opens.test(text);
}

const opening = /^[“"‘(]?(?:In|To|Amend|Within|Change)[\s\u00a0]+(?:the[\s\u00a0]+)?$/;
const goesOn =
  /^[\s\u00a0]*(?:[,:;—–-]|$|(?:as|is|are|shall|insert|delete|omit|replace|substitute|for|after|before|at)\b)/;
const endsOpenly = /(?:[:—–]|[\s\u00a0]-)[\s\u00a0]*$/;
const ordersChange =
  /\b(?:insert|delet|omit|replac|substitut|amend|remov|add|renumber)(?:s|ed|e|es|ing|ting|ted|tion)?\b/i;

const longestOpening = 16;

/** No verb is looked for farther behind. */
const longestLead = 400;

/** Whether a block begins by naming the provision that it changes. */
export function changeLead(
  text: string,
  { kind, textStart, end }: Block,
  [first]: readonly WrittenReference[],
): ChangeLead {
  // `In this Schedule:` opens a list of definitions.
  if (!first || first.isSelf || (kind !== 'text' && kind !== 'heading')) return undefined;
  if (first.start - textStart > longestOpening) return undefined;
  if (!opening.test(text.slice(textStart, first.start))) return undefined;
  const behind = first.heading ? first.heading.end + 1 : first.end;
  if (!goesOn.test(text.slice(behind, Math.min(end, behind + 12)))) return undefined;
  if (endsOpenly.test(text.slice(Math.max(behind, end - 4), end))) return 'list';
  return ordersChange.test(text.slice(behind, Math.min(end, textStart + longestLead))) ? 'words' : undefined;
}

/** Whether a block goes on with a list of changes: an item of it, or words that it quotes. */
export function isInChangeList(text: string, block: Block, { provisions }: DocumentTree): boolean {
  if (block.kind !== 'text') return false;
  const provision = provisions[block.provision];
  const isItem = provision?.label.start === block.start && provision.levels.length > 0;
  return isItem || /^[“"]/.test(text.slice(block.textStart, block.textStart + 1));
}

/** What a bare number or paragraph is one of, where the words before say what is changed. */
export function ofChanged(
  { lead, number, levels, isSelf, isOwn, direction }: WrittenReference,
  changed: ProvisionId | undefined,
): ProvisionId | undefined {
  const kind = changed?.owner.kind;
  if (!changed || (kind !== 'section' && kind !== 'schedule' && kind !== 'appendix')) return undefined;
  if (isSelf || isOwn || direction !== undefined || (lead !== 'paragraph' && lead !== 'clause'))
    return undefined;
  if (number !== '') return kind === 'section' ? undefined : { ...changed, number, levels };
  return changed.number !== '' && levels.length > 0
    ? { ...changed, levels: siblingLevels(changed.levels, levels) }
    : undefined;
}

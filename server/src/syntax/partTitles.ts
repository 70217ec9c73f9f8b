import { parseOwner, type ProvisionOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';

/** A line that names a part of the Code, an Annex, or a paper's own Appendix. */
export interface PartTitle extends Span {
  readonly owner: ProvisionOwner;
  /** The title's words without brackets or quotation marks; empty when the line is the name alone. */
  readonly title: string;
  /** Where the title's words stand; empty span behind the name when there are none. */
  readonly titleSpan: Span;
  /** `Section A ‘Definitions and Interpretation’` in a list of affected parts opens nothing. */
  readonly quoted: boolean;
}

const head =
  /(?:SEC[ \t\u00a0]+)?(section|schedule|appendix|annex)[ \t\u00a0]+([A-Z]{1,2}|[IVX]{3,5}|\d{1,2})(?![A-Za-z0-9])/iy;
const joiningWord =
  /^(?:of|and|the|for|to|in|on|a|an|by|with|or|from|at|its|&|into|this|their|under|during|as|about|after|against|before|between|if|upon|within|without|when|where|per|via)$/;
const longestTitle = 160;
/** Verbs that make a line a sentence, and no title. */
export const sentenceVerb =
  /\b(?:shall|must|may|will|means|has|have|is|are|was|were|agrees?|provides?|applies|apply|sets|set|can|does|do|should|describes?|contains?|lists?|see|gives?|refers?)\b/i;

/**
 * Reads a trimmed line as the title of a part: `SECTION D: MODIFICATION PROCESS`, `Section D – Modification Process`,
 * `Appendix AB (Service Request Processing Document)`, `ANNEX C`, `Appendix 1: SEC Objectives`.
 * Text that runs on (`Section 2 provides …`) and numbers of Sections (`Section D9`) are no titles.
 */
export function readPartTitle(text: string, line: Span): PartTitle | undefined {
  if (line.end - line.start > longestTitle) return undefined;
  const first = text.charCodeAt(line.start) | 32;
  if (first !== 97 && first !== 115) return first === 116 ? readOnlyPart(text, line) : undefined;
  head.lastIndex = line.start;
  const match = head.exec(text);
  if (!match || head.lastIndex > line.end) return readOnlyPart(text, line);
  const word = (match[1] as string).toLowerCase();
  const name = match[2] as string;
  if (!isOwnerName(word, match[1] as string, name)) return undefined;
  const owner = parseOwner(`${word} ${name}`);
  if (!owner) return undefined;
  const rest = readTitleWords(text, { start: head.lastIndex, end: line.end });
  return rest ? { start: line.start, end: line.end, owner, ...rest } : undefined;
}

/** `THE SCHEDULE`, `Annex: Form of notice`: the only one of its kind in a text has no number. */
const onlyPart =
  /(?:T(?:he|HE)[ \t\u00a0]+)?(S(?:chedule|CHEDULE)|A(?:ppendix|PPENDIX)|A(?:nnex|NNEX))(?=[ \t\u00a0]*(?:$|[:–—-][ \t\u00a0]))/my;

function readOnlyPart(text: string, line: Span): PartTitle | undefined {
  onlyPart.lastIndex = line.start;
  const match = onlyPart.exec(text);
  if (!match || onlyPart.lastIndex > line.end) return undefined;
  const kind = (match[1] as string).toLowerCase() as 'schedule' | 'appendix' | 'annex';
  const rest = readTitleWords(text, { start: onlyPart.lastIndex, end: line.end });
  return rest ? { start: line.start, end: line.end, owner: { kind, name: '' }, ...rest } : undefined;
}

function isOwnerName(word: string, written: string, name: string): boolean {
  if (written === word) return false;
  const letters = /^[A-Z]+$/.test(name);
  if (word === 'section') return letters && name.length === 1;
  if (word === 'schedule') return /^(?:\d+|[A-Z]|[IVX]+)$/.test(name);
  return !/^(?:of|to|in|on)$/i.test(name);
}

/** `Schedule 1 to this Appendix` */
const toWhat = /^to (?:this Appendix|Appendix [A-Z]{1,2})$/;

/** `Section D    Amend D1.2`: a row of a table of changes whose columns are spaces. */
const rowOfChanges =
  /^(?:\t|[ \u00a0]{2})[ \t\u00a0]*(?:[Aa]mend|[Ii]nsert|[Dd]elete|[Rr]eplace|[Rr]emove|[Aa]dd|[Uu]pdate|[Nn]ew|[Cc]hange|[Nn]o(?:ne)?)(?:s|ed|d|ing)?\b/;

function readTitleWords(text: string, rest: Span): Omit<PartTitle, 'owner' | 'start' | 'end'> | undefined {
  const tail = text.slice(rest.start, rest.end);
  const empty = { title: '', titleSpan: { start: rest.start, end: rest.start }, quoted: false };
  if (tail.trim() === '') return empty;
  if (rowOfChanges.test(tail)) return undefined;
  const separated = /^\s*([:.–—-])\s*(?=\S)/.exec(tail);
  const from = separated ? separated[0].length : tail.length - tail.trimStart().length;
  const words = tail.slice(from);
  const bracket = /^\(([^()]+)\)$/.exec(words) ?? /^\[([^[\]]+)\]$/.exec(words);
  const quote = /^[‘'“"](.+)[’'”"]$/.exec(words);
  const inner = bracket?.[1] ?? quote?.[1] ?? words;
  const inset = bracket || quote ? 1 : 0;
  const start = rest.start + from + inset;
  const title = {
    title: inner.trim(),
    titleSpan: { start, end: start + inner.length },
    quoted: Boolean(quote),
  };
  if (bracket || quote) return title;
  // `Appendix AL or AM.` goes on with a sentence.
  if (!separated && /^[a-z]/.test(words)) return toWhat.test(words) ? title : undefined;
  if (/[;,]$/.test(words) || (/\.[¹²³⁴-⁹]*$/.test(words) && !separated)) return undefined;
  return isTitleLike(words) || isShortName(words) || separated?.[1] === ':' ? title : undefined;
}

/** `Appendix F Error codes`: a few words that begin with a capital and make no sentence. */
function isShortName(words: string): boolean {
  return (
    /^[A-Z]/.test(words) &&
    words.split(/\s+/).length <= 5 &&
    !/[.;:,“”"]/.test(words) &&
    !sentenceVerb.test(words)
  );
}

const headOfAgreement = 6000;
const agreementWords =
  /\b(?:this|these)\s+[“"‘'(*]{0,4}(?:(?:agreement|deed|contract|lease)\b[”"’')*]{0,4}\s+(?:is|are)\s+(?:made|dated|entered|between)|terms(?:\s+and\s+conditions)?\b[”"’')*]{0,4}\s+(?:apply|govern|set))|\b(?:it|the\s+parties)\s+(?:is|are|hereby|have)\s{1,4}(?:hereby\s+)?agreed?\b|(?:^|\n)[ \t#*]{0,6}(?:C(?:ondition|ONDITION)[ \t]+1[.:][ \t][^\n]{0,80}|AGREED\s+TERMS|BETWEEN|PARTIES|RECITALS|Agreed\s+terms|Between|Parties|Recitals)[ \t:*]{0,4}(?=\r?\n)|(?:^|\n)[ \t#*]{0,6}Background[ \t:*]{0,4}\r?\n\s{0,8}(?:\([A1]\)|A[.\t ])/i;

/** Whether a text begins as an agreement of its own: between whom it is made, what is agreed, to what its terms apply. */
export function opensAsAgreement(text: string): boolean {
  return agreementWords.test(text.slice(0, headOfAgreement));
}

const scheduleToThis =
  /\bschedules?\b(?:[\s\u00a0]+(?:\d{1,2}|[A-Z])(?![A-Za-z0-9]))?[\s\u00a0]+(?:to|of)[\s\u00a0]+(?:this|these)[\s\u00a0]+(?:direction|notice|order|letter|decision|determination|designation|instrument|agreement|deed|contract|licen[cs]e|undertaking|regulation|rule|term)s?\b/i;

/** Whether a text says at its head that it has Schedules of its own: `as set out in Schedule 1 to this direction`. */
export function hasOwnSchedules(text: string): boolean {
  return scheduleToThis.test(text.slice(0, headOfAgreement));
}

const partHead = /P(?:art|ART)[ \t\u00a0]+([A-Z]|[IVX]{2,5}|\d{1,2})(?![A-Za-z0-9])/y;

/** `Part 3: Testing` inside an Appendix or Schedule: the division `Part 3`, with its title. */
export function readDivisionTitle(
  text: string,
  line: Span,
): (Omit<PartTitle, 'owner'> & { readonly division: string }) | undefined {
  if (line.end - line.start > longestTitle) return undefined;
  partHead.lastIndex = line.start;
  const match = partHead.exec(text);
  if (!match || partHead.lastIndex > line.end) return undefined;
  if (/^[\s\u00a0]+of\b/.test(text.slice(partHead.lastIndex, line.end))) return undefined;
  const rest = readTitleWords(text, { start: partHead.lastIndex, end: line.end });
  return rest
    ? { start: line.start, end: line.end, division: `Part ${match[1] as string}`, ...rest }
    : undefined;
}

/** Whether all words that carry meaning are capitalised, as in a title, or all letters are capitals. */
export function isTitleLike(words: string): boolean {
  let capitalised = 0;
  for (const word of words.split(/[\s/]+/)) {
    const letters = word.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
    if (letters === '' || joiningWord.test(letters) || /^\d/.test(letters)) continue;
    if (!/^[A-Z]/.test(letters)) return false;
    capitalised++;
  }
  return capitalised > 0;
}

import type { ProvisionOwner } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import { titleCase } from '../model/titleCase.js';
import { type Draft, type ReferenceCursor, isOneOf } from './referenceCursor.js';

/* Numbers of texts that are no part of the Code: laws, licences, contracts, and documents that only letters name. */

/** A possessive sign, and the punctuation behind a name. */
const behindName = /(?:['’]s)?[.,;:)’”"\]]*$/;

export const ofWord = /[\s\u00a0]+(?:of|to)[\s\u00a0]+/y;

export const article = /the[\s\u00a0]+/iy;

export const theCode = /(?:SEC|Code|Smart[\s\u00a0]+Energy[\s\u00a0]+Code)\b/y;

const ownWords =
  /(?:Agreement|Contract|Deed|Lease|Terms|Document|agreement|document)(?=[\s\u00a0]*(?:[^\sA-Z]|$|[\s\u00a0]))/y;

export const namedLaw =
  /((?:[A-Z][A-Za-z’'&-]*|of|and|the|for|on|in|\(|\))(?:[\s\u00a0]+(?:[A-Z][A-Za-z’'&-]*|of|and|for|on|at|etc\.|\([A-Z][A-Za-z ]{1,40}\)))*?[\s\u00a0]+(?:Act|Regulations?|Order|Law|Directive|Licen[cs]e|Code|Agreement|Contract|Deed|Lease|Rules|Policy|Plan)(?!(?:[\s\u00a0]+(?:[A-Z][a-z]+|and|of|\([A-Z][A-Za-z ]{1,40}\))){1,5}[\s\u00a0]+(?:Act|Regulations|Order|Rules)[\s\u00a0]+(?:19|20)\d\d))(?:[\s\u00a0]+((?:19|20)\d{2}))?\b/y;

const otherText = /(?:that|those|its|their|his|her|our|your|an?|any|each|such)[\s\u00a0]+[A-Za-z]/y;

const shoutedLaw =
  /[\s\u00a0]+OF[\s\u00a0]+(?:THE[\s\u00a0]+)?((?:[A-Z]+[\s\u00a0]+){1,8}(?:ACT|REGULATIONS|ORDER)[\s\u00a0]+(?:19|20)\d\d)\b/y;

/** `SECTION 11A OF THE ELECTRICITY ACT 1989`, in a title all in capitals. */
export function readShoutedLaw(cursor: ReferenceCursor, drafts: Draft[]): boolean {
  const law = cursor.run(shoutedLaw, true)?.[1];
  if (law === undefined) return false;
  const name = titleCase(law.replace(/[\s\u00a0]+/g, ' '), () => false);
  for (const draft of drafts) draft.owner ??= { kind: 'document', name };
  (drafts.at(-1) as Draft).end = cursor.at;
  return true;
}

/** `it extends Appendix AG to SMETS1 Service Providers`: the document's name is the beginning of another. */
export function isPartOfLonger(cursor: ReferenceCursor): boolean {
  const resume = cursor.at;
  cursor.run(article, true);
  const named = nameAhead(cursor);
  cursor.at = resume;
  return named !== undefined && /^[\s\u00a0]+[A-Z]/.test(cursor.text.slice(named.end, named.end + 3));
}

/** `Section J of the BSC`: its letters are not the Code's. */
export function isOfOtherDocument(cursor: ReferenceCursor): boolean {
  const resume = cursor.at;
  const of = cursor.run(ofWord, true);
  if (of) cursor.run(article, true);
  const named = of && !cursor.run(theCode, false) ? nameAhead(cursor) : undefined;
  cursor.at = resume;
  return named?.owner.kind === 'document';
}

export function readLaw(
  cursor: ReferenceCursor,
  open: readonly Draft[],
  mayBeElsewhere: boolean,
): boolean | undefined {
  if (cursor.run(ownWords, false) && !cursor.run(namedLaw, false)) {
    // `clause 5 of the Agreement`: the words say whose it is, and stay outside as a term of their own.
    for (const draft of open) Object.assign(draft, { isOwn: true, isOfAgreement: true });
    return false;
  }
  const ownerStart = cursor.at;
  const law = cursor.run(namedLaw, true);
  if (!law && cursor.run(lettersAlone, false)) {
    for (const draft of open) draft.isElsewhere = true;
    return undefined;
  }
  if (!law) return mayBeElsewhere ? readElsewhere(cursor, open) : readOther(cursor, open);
  const title = normaliseTerm(law[2] ? `${law[1]} ${law[2]}` : (law[1] as string));
  const isLicence = /Licen[cs]e$/.test(title);
  for (const draft of open)
    Object.assign(draft, { owner: { kind: isLicence ? 'licence' : 'document', name: title }, ownerStart });
  return open.length > 0;
}

/** `clause 6.1.3 of BS EN ISO 27701`, `Schedule 3 to the MSA`: a text that only letters name. */
const lettersAlone = /(?!SEC\b|DCC\b)[A-Z]{2,6}(?=[\s\u00a0.,;:)/]|$)/y;

/** `paragraph 4 of that direction`: a number of some other text, which nothing here can name. */
function readElsewhere(cursor: ReferenceCursor, open: readonly Draft[]): undefined {
  if (
    /(?:the|that|those|its|their|his|her|our|your|an?|any|each|such)[\s\u00a0]+$/i.test(
      cursor.text.slice(cursor.at - 8, cursor.at),
    ) ||
    cursor.run(otherText, false)
  ) {
    for (const draft of open) draft.isElsewhere = true;
  }
  return undefined;
}

/** `Annexes A and B to that letter`, `Annex B to the consultation`. */
function readOther(cursor: ReferenceCursor, open: readonly Draft[]): undefined {
  const isOther = cursor.run(otherText, false) !== null;
  const isThing =
    /\bthe[\s\u00a0]+$/i.test(cursor.text.slice(cursor.at - 6, cursor.at)) && cursor.run(someText, false);
  for (const draft of open) {
    if (isOther) draft.isElsewhere = true;
    else if (isThing) draft.isOfOther = true;
  }
  return undefined;
}

/** Kinds of texts that have Annexes. */
const someText =
  /(?:[a-z-]{3,15}[\s\u00a0]+){0,2}(?:consultation|response|report|paper|letter|proposal|guidance|guide|assessment|notice|decision|direction|document|submission|minutes|agreement|contract|licen[cs]e|plan)s?\b/y;

/** The longest name of a known document at this place. */
export function nameAhead(cursor: ReferenceCursor): { owner: ProvisionOwner; end: number } | undefined {
  const window = cursor.text.slice(cursor.at, Math.min(cursor.span.end, cursor.at + 110));
  const first = /\S+/.exec(window)?.[0] ?? '';
  if (!isOneOf(cursor.lexicon.firstWords, first, first.replace(behindName, ''))) return undefined;
  let found: { owner: ProvisionOwner; end: number } | undefined;
  let count = 0;
  for (const word of window.matchAll(/[^\s\u00a0]+/g)) {
    if (++count > cursor.lexicon.longestName) break;
    const raw = window.slice(0, word.index + word[0].length);
    const bare = raw.replace(behindName, '');
    const name = cursor.lexicon.documents.get(normaliseTerm(bare));
    if (name) found = { owner: name.owner, end: cursor.at + bare.length };
    // `the Inventory, Enrolment and Decommissioning Procedures`: a name may have a comma in it.
    if (bare !== raw && !/['’,]$/.test(raw)) break;
  }
  return found;
}

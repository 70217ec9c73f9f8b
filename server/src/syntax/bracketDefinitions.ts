import type { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';
import type { Block } from './documentTree.js';
import { type Definition, type Source, make, sentenceAround, insideReference } from './definition.js';

/* Terms in brackets: (an Applicant), Expanded Words (EW), (and Compromised shall be construed accordingly). */

/** `(an Applicant)`, `(each a Supplier)`. */
export const bareBracket =
  /\((?:(?:each|together|collectively),?[\s\u00a0]+)?(?:an?|the)[\s\u00a0]+([A-Z][A-Za-z0-9’'-]*(?:[\s\u00a0]+(?:of[\s\u00a0]+|and[\s\u00a0]+|for[\s\u00a0]+)?[A-Z][A-Za-z0-9’'-]*){0,6})\)/g;
/**
 * `Assets that stand in it (Registered Assets)`: several words, which an agreement uses later; no heading behind a number. The
 * bracket comes first: what stands before it is looked at only where there is one.
 */
export const wordsInBracket =
  /\((?<=[a-z] \()([A-Z][a-z][A-Za-z’'-]*(?:[ \u00a0](?:of[ \u00a0])?[A-Z][a-z][A-Za-z’'-]*){1,4})\)/g;
/** `(EW)`. */
export const abbreviationBracket = /\(([A-Z][A-Za-z0-9&-]{1,11}(?:[\s\u00a0][A-Z][A-Za-z]{1,5})?)\)/g;
/** `shall be construed accordingly`, behind the other forms of a term. */
export const construedAccordingly =
  /[\s\u00a0](?:shall[\s\u00a0]+be[\s\u00a0]+(?:construed|interpreted|read)[\s\u00a0]+accordingly|(?:has|have|having)[\s\u00a0]+(?:a[\s\u00a0]+|the[\s\u00a0]+)?corresponding[\s\u00a0]+meanings?)\b/g;
const capitalForm = /[A-Z][A-Za-z-]+(?:[\s\u00a0]+[A-Z][A-Za-z-]+){0,3}/g;
const joinsForms = /^\(?(?:and|or),?$/;

/** `A person who asks for a seat (an Applicant)`: the brackets of a block that name what stands before them. */
export function collectBareBrackets(
  source: Source,
  block: Block,
  search: ForwardSearch,
  into: Definition[],
): void {
  for (const match of search.within(block.textStart, block.end)) {
    if (
      !/[A-Za-z0-9”"’')][\s\u00a0]*$/.test(
        source.text.slice(Math.max(block.textStart, match.index - 3), match.index),
      )
    )
      continue;
    const term = match[1] as string;
    const start = match.index + match[0].length - 1 - term.length;
    const span = { start, end: start + term.length };
    into.push(
      make(source, span, 'bracket', sentenceAround(source.text, block, span), block.provision, undefined),
    );
  }
}

/** The same without an article: it only counts where an agreement goes on to use it. */
export function collectNamedBrackets(
  source: Source,
  block: Block,
  search: ForwardSearch,
  into: Definition[],
): void {
  for (const match of search.within(block.textStart, block.end)) {
    const span = { start: match.index + 1, end: match.index + match[0].length - 1 };
    into.push(
      make(source, span, 'named', sentenceAround(source.text, block, span), block.provision, undefined),
    );
  }
}

/** `Expanded Words (EW)`: both are terms where the letters are those of the words. */
export function collectAbbreviations(
  source: Source,
  block: Block,
  search: ForwardSearch,
  into: Definition[],
): void {
  for (const match of search.within(block.textStart, block.end)) {
    const short = match[1] as string;
    const expanded = expansionBefore(source.text, block.textStart, match.index, short);
    const isSpelt =
      expanded !== undefined ||
      isSpeltBefore(source.text, block.textStart, match.index, short) ||
      isShortName(source.text, block, match.index, short);
    if (!isSpelt || insideReference(source.references, match.index)) continue;
    const span = { start: match.index + 1, end: match.index + 1 + short.length };
    const sentence = sentenceAround(source.text, block, span);
    if (expanded) into.push(make(source, expanded, 'abbreviation', sentence, block.provision, undefined));
    into.push(make(source, span, 'abbreviation', sentence, block.provision, undefined));
  }
}

/** `(1) Marlpit Software Limited, incorporated in England … (Marlpit); and`: a party is called by how its name begins. */
function isShortName(text: string, block: Block, bracket: number, short: string): boolean {
  const party = text.slice(block.textStart, Math.min(bracket, block.textStart + longestParty));
  if (!party.startsWith(`${short} `) || !isCompany.test(party)) return false;
  return /^[;,.]?(?:[\s\u00a0]+(?:and|or))?[\s\u00a0]*$/.test(
    text.slice(bracket + short.length + 2, block.end).slice(0, 12),
  );
}

/** `(and Compromised shall be construed accordingly)`: the other forms of a term where quotation marks were lost. */
export function collectOtherForms(
  source: Source,
  block: Block,
  search: ForwardSearch,
  into: Definition[],
): void {
  for (const match of search.within(block.textStart, block.end)) {
    const from = formsFrom(source.text, Math.max(block.textStart, match.index - 120), match.index);
    for (const { index, 0: form } of source.text.slice(from, match.index).matchAll(capitalForm)) {
      const span = { start: from + index, end: from + index + form.length };
      const sentence = sentenceAround(source.text, block, span);
      into.push(make(source, span, 'quoted', sentence, block.provision, undefined));
    }
  }
}

/** Where the capitalised words begin that stand before an offset behind `and`: `and Compromised or Compromising`. */
function formsFrom(text: string, from: number, to: number): number {
  let start = to;
  let first = to;
  for (const { index, 0: word } of [...text.slice(from, to).matchAll(/[^\s\u00a0]+/g)].reverse()) {
    if (joinsForms.test(word)) first = start;
    else if (!/^[A-Z][A-Za-z-]+,?$/.test(word)) break;
    start = from + index;
  }
  return first;
}

const longestParty = 400;
const isCompany =
  /\b(?:Limited|Ltd|plc|PLC|LLP|Inc|LLC|company[\s\u00a0]+(?:registration[\s\u00a0]+)?number|registered[\s\u00a0]+(?:in|office))\b/;

const smallWord = /^(?:of|and|for|to|the|in|on|a|an|&)$/;

/** The capitalised words right before the bracket whose initials the abbreviation has, or undefined. */
function expansionBefore(text: string, from: number, bracket: number, short: string): Span | undefined {
  const initials = (short.match(/[A-Z]/g) ?? []).join('');
  if (initials.length < 2) return undefined;
  const start = Math.max(from, bracket - 120);
  const words = [...text.slice(start, bracket).matchAll(/[A-Za-z0-9’'&]+/g)];
  let letter = initials.length - 1;
  let count = 0;
  let first: number | undefined;
  for (let i = words.length - 1; i >= 0 && letter >= 0; i--) {
    const word = words[i] as RegExpExecArray;
    const gap = text.slice(start + word.index + word[0].length, first ?? bracket);
    if (!/^[\s\u00a0-]*$/.test(gap) && i !== words.length - 1) return undefined;
    if (i === words.length - 1 && !/^[\s\u00a0]*$/.test(gap)) return undefined;
    if (smallWord.test(word[0])) {
      first = start + word.index;
      continue;
    }
    if (!/^[A-Z0-9]/.test(word[0]) && !/[-]$/.test(text[start + word.index - 1] ?? '')) return undefined;
    const spelt = lettersSpelt(word[0], initials.slice(0, letter + 1));
    if (spelt === 0) return undefined;
    first = start + word.index;
    letter -= spelt;
    count++;
  }
  // Letters from inside a word tell nothing where there is but one word.
  if (letter >= 0 || first === undefined || (count === 1 && initials.length > 1 && !short.includes('-')))
    return undefined;
  const end = bracket - (/[\s\u00a0]*$/.exec(text.slice(start, bracket))?.[0].length ?? 0);
  return { start: first, end };
}

/** How many of the last letters of an abbreviation a word spells: its first one (`Group`), and others of it (`OPeRationS`). */
function lettersSpelt(word: string, letters: string): number {
  const capitals = word.toUpperCase();
  for (let from = letters.length - 1; from >= 0; from--) {
    if (letters[from] !== capitals[0]) continue;
    let at = 0;
    for (const letter of letters.slice(from)) at = capitals.indexOf(letter, at) + 1 || Infinity;
    if (at !== Infinity) return letters.length - from;
  }
  return 0;
}

/** Whether the words before the bracket begin with the letters of the abbreviation, in small letters too: `key recovery group (KRG)`. */
function isSpeltBefore(text: string, from: number, bracket: number, short: string): boolean {
  if (!/^[A-Z]{3,6}$/.test(short)) return false;
  const words = text.slice(Math.max(from, bracket - 120), bracket).match(/[A-Za-z0-9’']+/g) ?? [];
  const last = words.slice(-short.length);
  return last.map((word) => word.charAt(0).toUpperCase()).join('') === short;
}

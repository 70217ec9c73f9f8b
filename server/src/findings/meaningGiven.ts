import type { DocumentFacts } from '../index/documentFacts.js';
import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
import type { Span } from '../text/span.js';

/** Where each quoted, bold or defined expression of a text stands, by its words in small letters. */
type Mentions = ReadonlyMap<string, readonly number[]>;

const mentionsOf = new WeakMap<DocumentFacts, Mentions>();

/**
 * Whether a stretch of a text may give a term its meaning: the term stands there in quotation marks, in bold, in a bracket or a
 * list of definitions, or before a verb that defines. It answers yes where it is in doubt.
 *
 * @param exceptAt the reading offset of a definition of the term that does not count
 */
export function mayGiveMeaning(
  document: DocumentFacts,
  { start, end }: Span,
  term: string,
  exceptAt = -1,
): boolean {
  const mentions = mentionsIn(document);
  for (const form of termForms(term)) {
    const places = mentions.get(form.toLowerCase()) ?? [];
    if (places.some((at) => at !== exceptAt && start <= at && at < end)) return true;
  }
  return standsAsDefined(document.reading.text, start, end, term, exceptAt);
}

function mentionsIn(document: DocumentFacts): Mentions {
  const held = mentionsOf.get(document);
  if (held) return held;
  const { text, bold } = document.reading;
  const mentions = new Map<string, number[]>();
  const add = (words: string, at: number): void => {
    const key = normaliseTerm(words).toLowerCase();
    const places = mentions.get(key);
    if (places) places.push(at);
    else mentions.set(key, [at]);
  };
  for (const { term, start } of document.definitions) add(term, start);
  for (const { inner } of document.quotations) {
    if (inner.end - inner.start <= 160)
      add(text.slice(inner.start, inner.end).replace(/[,.;]$/, ''), inner.start);
  }
  for (const { start, end } of bold) add(text.slice(start, end).replace(/\*/g, ' '), start);
  mentionsOf.set(document, mentions);
  return mentions;
}

const namesIt =
  /\b(?:called|known as|referred to as|termed|being|named|means)[\s\u00a0]+(?:an?[\s\u00a0]+|the[\s\u00a0]+)?$/i;
const givesIt =
  /^[”"’'*)]*[\s\u00a0]*(?:(?:shall|will|each|also|and|or)[\s\u00a0]+)?(?:means?|has|have|is[\s\u00a0]+defined|are[\s\u00a0]+defined|refers?|comprises?|consists?|includes?)\b/i;
/** `The Annual Milestone is calculated in accordance with …`, `The First Day is 29 November 2019` at the head of a sentence. */
const statesIt =
  /^[\s\u00a0]+(?:(?:is|are)|(?:shall|will)[\s\u00a0]+be)[\s\u00a0]+(?:the|an?|calculated|determined|equal|such|that|those|whichever|established|composed|constituted|any|all|every|each|one|whatever|as[\s\u00a0]+follows|(?:January|February|March|April|May|June|July|August|September|October|November|December)|[£€]?\d[\d,.]*)(?![A-Za-z])/;
const opensSentence =
  /(?:^|[.:;][\s\u00a0]+|\n[\s\u00a0]*)(?:[\d.()A-Za-z]{1,10}[\s\u00a0]+)?(?:The|An?|Each|Any)[\s\u00a0]+$/;
/** `Acceptable Use Policy (AUP)` names the thing for what follows. */
const namesShort = /^[”"’'*]*[\s\u00a0]*\(/;
const rowLike = /^[”"’'*]*[\s\u00a0]*[\t:|–—]/;

/** Looks at each place where the words of the term stand, for the signs of a definition that lost its marks. */
function standsAsDefined(text: string, start: number, end: number, term: string, exceptAt: number): boolean {
  for (const match of text.slice(start, end).matchAll(patternOf(term))) {
    const at = start + match.index;
    if (at === exceptAt) continue;
    const before = text.slice(Math.max(start, at - 200), at);
    const behind = text.slice(at + match[0].length, at + match[0].length + 40);
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) return true;
    if (/[“"‘'*]$/.test(before) || /^[”"*]/.test(behind)) return true;
    if (namesIt.test(before) || givesIt.test(behind) || namesShort.test(behind)) return true;
    if (statesIt.test(behind) && opensSentence.test(before)) return true;
    if (/(?:^|\n)[\s*|]*$/.test(before) && rowLike.test(behind)) return true;
  }
  return false;
}

function patternOf(term: string): RegExp {
  const words = termWords(term).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![A-Za-z0-9])${words.join('[\\s\\u00a0]+')}(?:s|es)?(?![A-Za-z0-9])`, 'gi');
}

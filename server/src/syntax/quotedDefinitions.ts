import { lastAtOrBefore, type Span } from '../text/span.js';
import type { Block } from './documentTree.js';
import type { Quotation } from './scanQuotations.js';
import {
  type DefinitionForm,
  type Definition,
  type Source,
  make,
  longestSentence,
  sentenceAround,
  meaningEnd,
} from './definition.js';

/* Terms in quotation marks, or bold: (the “Proposer”), “Fees” means …, each of these is a “Red Box”. */

const longestTerm = 110;
const meansBehind =
  /^[”"’'*\s]*(?:\([^()]{0,80}\)[\s,]*)?(?:,?\s*(?:and|or|,)\s*(?:the\s+)?[“"‘'][^“”"‘’'\n]{1,90}[”"’'][\s,]*){0,12}(?:,[^.;“”"]{1,160},\s*)?(?:(?:shall|will),[^.;“”"]{1,120},\s+)?(?:(?:shall|will|also|each|all|both|respectively|here|therefore|in\s+this\s+\w+)\s+){0,3}(?:means?|has\s+(?:the|its)|have\s+(?:the|their)|having\s+the\s+meaning|have\s+the\s+respective|includes?|refers?\s+to|is\s+defined|are\s+defined|bears?|ha(?:s|ve)\s+been\s+defined|be\s+(?:construed|interpreted)|have\s+(?:a\s+|the\s+)?corresponding|mean)\b/i;
const bracketLead =
  /^\((?:[\s,]*(?:(?:and|or|together|collectively|each|both|all|jointly|individually|respectively|hereinafter|hereafter|the|a|an|this|these|such|any|our|its|their|his|as|being|referred|to|in|or|with|called|known|also|defined|which|is|are|be|for|short|of|them|one|it|we|collectively,)|[a-z]+(?=\s+being\b)|[“"‘'][^“”"‘’'\n]{1,90}[”"’']s?))*[\s,:]*$/;
const bracketNoun =
  /^\([^()“”"]{0,90}\b(?:being|as|the|an?|each|collectively|together|called|is|are|its|their)[\s,]*$/;
/** `(together with those in (b) above, the “Members”)`. */
const innerBracket = /(?<=.)\([^()]{1,40}\)/g;
/** A further term in a bracket that has defined one: `(the “Client”, and together with the Contractor the “Signatories”`. */
const bracketAgain =
  /^\((?:the|an?|each|each an?) [“"][^“”"()]{1,90}[”"][^()]{0,120}\b(?:the|an?|each|together|collectively),? $/;
/** `the person that makes it is the “Proposer”`, `that person is its “Sponsor”`, `those being together the “Voting Group”`. */
const namesIt =
  /\b(?:(?:is|are|being|be|constitutes?|becomes?)(?: (?:together|collectively|each|also))*,?|(?:is|are|shall be), [^.;,()]{1,100},) (?:the|an?|its|their) $/;
/** `Those two are “Urgent Requests”`: only of many is it said without an article. */
const namesMany = /[a-z0-9)] (?:are|be) $/;
/** `each a “Party” and together the “Parties”` behind the names of those who make an agreement. */
const alsoEach =
  /(?:^|[\s,;])(?:each(?: of them)?(?: being)?,? an?|(?:together|collectively|jointly),? (?:with [^.;“”"]{1,80}, )?(?:as )?the|(?:hereinafter|hereafter)(?: (?:called|referred to as|together))*,?(?: the| as the| as)?) $/i;
/** `a person has “Privileged Access” if that person is able to …` */
const has = /\b(?:has|have) $/;
const provided = /^,? (?:if|when)\b/;
/** Named, and said of something else: `treated as “Customer”`. */
const isMentioned =
  /\b(?:treated|regarded|deemed|identified|described|listed|shown|marked|stated|specified|specify|specifies) (?:to be |as (?:an? |the )?)?$/;
const wordsOf = /\b(?:titles?|headings?|names?|words?|phrase|expression|term)\b[^.;]{0,30}$/i;
const callsIt =
  /\b(?:(?:called|termed|calls?(?: (?:it|this|these|that|those|them|each|all|both|such)\b[a-z ]{0,30})?)|(?:known|defined)(?: [a-z]+){0,4} as|(?:refers?|referred) to(?: in this (?:[Ss]ection|[Cc]lause|[Pp]aragraph|Schedule|Appendix|Annex|Part|Code)(?: [A-Z]?\d[\w.()]{0,12})?|(?: [a-z]+){0,5}) as) (?:an? |the )?$/;
/** `– a “Red Box” –`, `, or “Red Box”,`: another name for what stands before. */
const alsoNamed = /(?: [–—] (?:an?|the)|, or(?: an?| the)?) $/;
const endsName = /^s? ?[–—,.;)]/;
/** `we use “Red Box” to mean`, `A “Red Box” consists of`. */
const tellsMeaning =
  /^ (?:to mean|we mean|denotes?|is used (?:for|to mean)|stands for|consists? of|comprises?)\b/;
/** `references to a “Contract Month” are to a month any day of which …` */
const speaksOf =
  /\b(?:[Aa]ny )?[Rr]eferences?(?: in this [A-Za-z]+(?: [A-Z]?\d?[\w.()]{0,10})?)? to (?:an? |the |any )?$/;
/** `the “First Date” is 29 June 2023 and the “Second Date” is 2 November 2023` */
const fixes = /(?:^|[.;:,] |\b(?:and|or) )[Tt]he $/;
const value =
  /^ (?:is|shall be) (?:£?\d|(?:January|February|March|April|May|June|July|August|September|October|November|December) )/;
/** `The “Efficiency Share” is one half of …`, `In this clause 9 a party’s “Losses” are all that …` */
const saysWhat =
  /(?:^|[.;:] )[Tt]he $|\b[Ii]n this (?:[Cc]lause|[Ss]ection|[Pp]aragraph|[Cc]ondition|[Ss]chedule|[Aa]ppendix|[Aa]nnex|[Pp]art) [A-Z0-9.()a-z]{1,12},? (?:the |an? |each )?(?:[a-z]+[’']s )?$/;
const oneOfThem =
  /(?:^|[.:;] |\b[Ii]n this (?:paper|report|document|note|letter|Section|Appendix|Schedule),? |\b[Ff]or the purposes of (?:this )?(?:Sections?|[Cc]lauses?|[Pp]aragraphs?) [^;“”"]{1,60}?,? )(?:[Aa]n?|[Ee]ach) $/;
const exampleLead =
  /\b(?:including|such as|e\.?g\.?|for example|see|like|i\.?e\.?|not|unlike|entitled|titled|headed|namely|within)\b/i;
const purposes = /\b(?:for|in)\s+(?:the\s+)?purposes?\s+of\s+$/i;
/** Whether the purposes open their sentence or phrase; `a board for the purposes of this Section D8` is no scope. */
const opensPhrase =
  /(?:^|[(;,:—–”"]|\b(?:and|but|where|that))\s*(?:only\s+)?(?:for|in)\s+(?:(?:the\s+)?purposes?\s+of\s+)?$/i;
/** `referred to in this Section I2 as the …` */
const referredTo = /\breferred\s+to\s+in\s+$/i;
const withinOnly = /\b(?:in|for\s+the\s+purposes?\s+of)\s+$/i;

/** `In this Section C3:` above a list. */
export const opensList = /^[^:;.]*(?:\d\.\d[^:;.]*)?:$/;

/**
 * Adds the definition that quoted words are, if the words around them say so.
 *
 * @param index that of the block which holds them
 */
export function readQuotation(source: Source, index: number, quoted: Quotation, into: Definition[]): void {
  const block = source.tree.blocks[index] as Block;
  const inner = withoutArticle(source.text, quoted.inner);
  // A page header that cuts the term in two is white space here.
  const words = source.text.slice(inner.start, inner.end).replace(/\s+/g, ' ');
  if (words.length > longestTerm || /[.;:?!]$/.test(words)) return;
  const startsHigh = /^[A-Z0-9]/.test(words);
  if (/^\d+(?:\.\d+)*$/.test(words)) return;
  const sentence = sentenceAround(source.text, block, quoted);
  // White space is drawn together first, so that no pattern below can meet long runs of it.
  const before = source.text
    .slice(Math.max(block.textStart, quoted.start - 170), quoted.start)
    .replace(/\s+/g, ' ');
  const behind = source.text.slice(quoted.end, Math.min(block.end, quoted.end + 420)).replace(/\s+/g, ' ');
  if (
    isInstructionText(
      source.text.slice(Math.max(block.textStart, quoted.start - longestSentence), quoted.start),
    )
  )
    return;
  if (/\b(?:entitled|titled|headed)\s*$/i.test(before)) return;
  const form = formOf(before, behind, words);
  if (form === undefined || (!startsHigh && form !== 'quoted')) return;
  if (quoted.isBold && (!startsHigh || (openBracket(before) === -1 && !meansBehind.test(behind)))) return;
  if (!startsHigh && (!meansBehind.test(behind) || exampleLead.test(before.slice(-24)))) return;
  if (isTitleOfPart(source, quoted) || besideModification(source, quoted)) return;
  const holdsIn =
    scopeBefore(source, startOfAll(source.text, block, sentence.start), quoted.start) ??
    scopeBehind(source, quoted.end, block.end);
  const meaning =
    form === 'quoted' && meansBehind.test(behind)
      ? { start: quoted.end, end: meaningEnd(source, index, quoted.end) }
      : sentence;
  into.push(make(source, inner, form, meaning, block.provision, holdsIn));
}

/** `Appendix Z (“CPL Requirements Document”)`: the title of that part of the Code. */
function isTitleOfPart({ text, references }: Source, { start, end, inner }: Quotation): boolean {
  const hasArticle = /^(?:the|an?)\s/.test(text.slice(inner.start, inner.end));
  if (text[start - 1] !== '(' || text[end] !== ')' || hasArticle) return false;
  const named = references.between(start - 40, start - 1).at(-1);
  if (!named || !/^\s*\($/.test(text.slice(named.end, start))) return false;
  const { owner, number, levels } = named.id;
  const isOfCode = owner.kind === 'section' || owner.kind === 'schedule' || owner.kind === 'appendix';
  return isOfCode && number === '' && levels.length === 0;
}

/** `(“the Company”)` defines `Company`. */
function withoutArticle(text: string, inner: Span): Span {
  const article = /^(?:the|an?)\s+(?=[A-Z])/.exec(
    text.slice(inner.start, Math.min(inner.end, inner.start + 20)),
  );
  return article ? { start: inner.start + article[0].length, end: inner.end } : inner;
}

function formOf(before: string, behind: string, words: string): DefinitionForm | undefined {
  const open = openBracket(before);
  if (open !== -1) {
    const lead = before.slice(open);
    if (exampleLead.test(lead)) return undefined;
    if (bracketLead.test(lead) || bracketAgain.test(lead)) return 'quoted';
    if (
      bracketNoun.test(lead.replace(innerBracket, '')) &&
      !/[A-Z]{2}/.test(lead) &&
      /^s?[\s,]*\)/.test(behind)
    )
      return 'quoted';
  }
  if (meansBehind.test(behind) || (callsIt.test(before) && termLike(words))) return 'quoted';
  if (namesIt.test(before) && termLike(words) && !wordsOf.test(before)) return 'quoted';
  if (alsoEach.test(before) && termLike(words)) return 'quoted';
  if (namesMany.test(before) && /[a-z]s$/.test(words) && termLike(words) && !wordsOf.test(before))
    return 'quoted';
  if (termLike(words) && isNamedBeside(before, behind)) return 'quoted';
  if (has.test(before) && provided.test(behind) && termLike(words)) return 'quoted';
  if (isMentioned.test(before)) return undefined;
  if (before.trim() === '' && /^s?(?: \([^()]{1,80}\))?(?: (?:is|are|depends?)\b| ?[:–—] )/.test(behind))
    return 'quoted';
  if (
    exampleLead.test(before.slice(-24)) ||
    (/["”’']\s*(?:,|or|and|,\s*(?:or|and))\s*$/.test(before) && exampleLead.test(before))
  )
    return undefined;
  return termLike(words) && !/^[A-Z]{6,}$/.test(words) ? 'named' : undefined;
}

function isNamedBeside(before: string, behind: string): boolean {
  if (alsoNamed.test(before) && endsName.test(behind)) return true;
  if (fixes.test(before) && value.test(behind)) return true;
  if (speaksOf.test(before) && /^s? (?:of an? [a-z]+ )?(?:is|are|shall be) to\b/.test(behind)) return true;
  if (
    saysWhat.test(before) &&
    /^ (?:is|are|(?:shall|will) be) (?:the|an?|any|one|all|every|each|whatever|that|those|such)\b/.test(
      behind,
    )
  )
    return true;
  return tellsMeaning.test(behind) || (oneOfThem.test(before) && /^ is (?:an?|the|any|one)\b/.test(behind));
}

/** All words that carry meaning begin with a capital. */
function termLike(words: string): boolean {
  return (
    /^[A-Z]/.test(words) &&
    !/(?:^|\s)(?!(?:of|and|for|to|the|or|in|on|at|by|with|a|an|as)\b)[a-z]/.test(words) &&
    !/[,\d]$/.test(words)
  );
}

/** Where the innermost bracket that is still open in `before` opens, or -1. */
function openBracket(before: string): number {
  let depth = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    if (before[i] === ')') depth++;
    else if (before[i] === '(') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return -1;
}

function besideModification(source: Source, quoted: Quotation): boolean {
  const { modifications } = source;
  const before = lastAtOrBefore(modifications.length, (i) => modifications[i]?.start ?? 0, quoted.start);
  const title = modifications[before]?.title;
  return title !== undefined && title.start >= quoted.start && title.end <= quoted.end;
}

const instructionVerb = /^\W*(?:\([a-z]+\)\s*)?(?:insert|delete|replace|amend|substitute|remove|add)\b/i;
const instructionTail =
  /\b(?:replaced? (?:by|with)|substitut\w+|deleted?|for the words?|inserted?|replace|insert|delete)\s*$/i;

/** The quoted words of an instruction define nothing. */
function isInstructionText(before: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
  return instructionVerb.test(sentence) || instructionTail.test(sentence);
}

/** `In this Section M3, “A” means …; and “B” means …`: where the sentence begins that says both. */
function startOfAll(text: string, block: Block, start: number): number {
  const from = Math.max(block.textStart, start - longestSentence);
  const before = text.slice(from, start);
  if (!/;\s*$/.test(before) || !/^(?:and |or )?(?:the )?[“"]/.test(text.slice(start, start + 12)))
    return start;
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('.\n'));
  return stop === -1 ? from : from + stop + 2;
}

/** `For the purposes of this Section C1.5, the terms …` before the term in its sentence. */
export function scopeBefore(source: Source, from: number, to: number): string | undefined {
  const window = source.text.slice(from, to);
  if (!/purposes?\s+of|\bin\s+this\b/i.test(window)) return undefined;
  const named = source.references.between(from, to);
  for (const [i, reference] of named.entries()) {
    const lead = source.text.slice(Math.max(from, reference.start - 120), reference.start);
    if (referredTo.test(lead) && /^\sas\s/.test(source.text.slice(reference.end, reference.end + 4)))
      return reference.target;
    if (!opensPhrase.test(lead)) continue;
    if (
      purposes.test(lead) ||
      (reference.isSelf &&
        withinOnly.test(lead) &&
        /^\s*[,(]/.test(source.text.slice(reference.end, reference.end + 3)))
    ) {
      const next = named[i + 1];
      const isList = next && listJoint.test(source.text.slice(reference.end, next.start));
      return isList ? commonProvision(reference.target, next.target) : reference.target;
    }
  }
  return undefined;
}

const listJoint = /^[\s\u00a0]*(?:,|,?[\s\u00a0]*\b(?:and|or|to)\b|[–-])[\s\u00a0]*$/;

/** `For the purposes of Sections C2.4 and C2.5`: the provision that holds both, if it is not the whole part. */
function commonProvision(a: string, b: string): string | undefined {
  const outer = /^(.*\d)(?:\.\d+[A-Z]*|\([^)]*\))$/.exec(a)?.[1];
  return outer !== undefined && b.startsWith(outer) && /^[.(]/.test(b.slice(outer.length))
    ? outer
    : undefined;
}

const meansForPurposes =
  /^[”"’']?[\s\u00a0]+(?:means|has the meaning|shall mean),[\s\u00a0]+for[\s\u00a0]+the[\s\u00a0]+purposes?[\s\u00a0]+of[\s\u00a0]+/;

/** `“Candidate” means, for the purposes of Section C3.3, a person …`. */
function scopeBehind({ text, references }: Source, from: number, limit: number): string | undefined {
  const match = meansForPurposes.exec(text.slice(from, Math.min(limit, from + 80)));
  const at = from + (match?.[0].length ?? 0);
  return match ? references.between(at, at + 1)[0]?.target : undefined;
}

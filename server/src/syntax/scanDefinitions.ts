import type { ProvisionOwner } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import type { Reference } from './bindReferences.js';
import { announcesDefinitions, termsOfCell } from './definitionLists.js';
import type { Block, DocumentTree, Provision } from './documentTree.js';
import type { ModificationOccurrence } from './scanModificationIds.js';
import type { Quotation } from './scanQuotations.js';

export type DefinitionForm =
  /** A row of a definition list. */
  | 'row'
  /** `(the "Proposer")`, `"Fees" means …`. */
  | 'quoted'
  /** `(an Applicant)`, `(each a Supplier)` where bold was lost. */
  | 'bracket'
  /** Quoted where an agreement first names it; counts only if the agreement uses it without the marks. */
  | 'named'
  /** `Expanded Words (EW)`: both. */
  | 'abbreviation';

/** The place where a text defines a term. The span is the bare term. */
export interface Definition extends Span {
  readonly term: string;
  readonly form: DefinitionForm;
  /** Where its meaning stands: the cell, or the sentence around it. */
  readonly meaning: Span;
  /** Index of the provision it stands in, or -1. */
  readonly provision: number;
  /** The part that it stands in; undefined outside of all. */
  readonly owner: ProvisionOwner | undefined;
  /** `For the purposes of this Section C1.5`: the provision in which alone it holds. */
  readonly holdsIn: string | undefined;
  /** `has the meaning given in Section T3.34`: the provisions that the meaning lies in. */
  readonly pointsTo: readonly string[];
  /** Whether the meaning is nothing but a pointer to another place or document. */
  readonly isPointer: boolean;
}

interface Source {
  readonly text: string;
  readonly tree: DocumentTree;
  readonly references: readonly Reference[];
  readonly quotations: readonly Quotation[];
  readonly modifications: readonly ModificationOccurrence[];
}

const longestTerm = 110;
const pointerMeaning =
  /^[\s,]*(?:(?:and|or|,)\s*(?:the\s+)?[“"‘'][^“”"‘’'\n]{1,90}[”"’'][\s,]*){0,12}(?:shall )?(?:has|have|bears?|is|are)\b[^.;]{0,60}?\b(?:meanings?|defined|construed)\b[^.;]{0,120}?\b(?:in|by|under|to|at)\b/i;
const meansBehind =
  /^[”"’'*\s]*(?:\([^()]{0,80}\)[\s,]*)?(?:,?\s*(?:and|or|,)\s*(?:the\s+)?[“"‘'][^“”"‘’'\n]{1,90}[”"’'][\s,]*){0,12}(?:,[^.;“”"]{1,160},\s*)?(?:(?:shall|will|also|each|all|both|respectively|here|therefore|in\s+this\s+\w+)\s+){0,3}(?:means?|has\s+(?:the|its)|have\s+(?:the|their)|having\s+the\s+meaning|have\s+the\s+respective|includes?|refers?\s+to|is\s+defined|are\s+defined|bears?|ha(?:s|ve)\s+been\s+defined|be\s+(?:construed|interpreted)|have\s+(?:a\s+|the\s+)?corresponding|mean)\b/i;
const bracketLead =
  /^\((?:[\s,]*(?:(?:and|or|together|collectively|each|both|all|jointly|individually|respectively|hereinafter|hereafter|the|a|an|this|these|such|any|our|its|their|his|as|being|referred|to|in|or|with|called|known|also|defined|which|is|are|be|for|short|of|them|one|it|we|collectively,)|[a-z]+(?=\s+being\b)|[“"‘'][^“”"‘’'\n]{1,90}[”"’']s?))*[\s,:]*$/;
const bracketNoun =
  /^\([^()“”"]{0,90}\b(?:being|as|the|an?|each|collectively|together|called|is|are|its|their)[\s,]*$/;
/** A further term in a bracket that has defined one: `(the “Client”, and together with the Contractor the “Signatories”`. */
const bracketAgain =
  /^\((?:the|an?|each|each an?) [“"][^“”"()]{1,90}[”"][^()]{0,120}\b(?:the|an?|each|together|collectively),? $/;
/** `the person that makes it is the “Proposer”`, `those members being together the “Voting Group”`. */
const namesIt =
  /\b(?:(?:is|are|being|be|constitutes?|becomes?)(?: (?:together|collectively|each|also))*,?|(?:is|are|shall be), [^.;,()]{1,100},) (?:the|an?) $/;
/** `Those two are “Urgent Requests”`: only of many is it said without an article. */
const namesMany = /[a-z] (?:are|be) $/;
/** Named, and said of something else: `treated as “Customer”`. */
const isMentioned =
  /\b(?:treated|regarded|deemed|identified|described|listed|shown|marked|stated|specified|specify|specifies) (?:to be |as (?:an? |the )?)?$/;
const wordsOf = /\b(?:titles?|headings?|names?|words?|phrase|expression|term)\b[^.;]{0,30}$/i;
const callsIt =
  /\b(?:(?:called|termed|calls?(?: (?:it|this|these|that|those|them|each|all|both|such)\b[a-z ]{0,30})?)|(?:known|defined)(?: [a-z]+){0,4} as|(?:refers?|referred) to(?: [a-z]+){0,5} as) (?:an? |the )?$/;
/** `– a “Red Box” –`, `, or “Red Box”,`: another name for what stands before. */
const alsoNamed = /(?: [–—] (?:an?|the)|, or(?: an?| the)?) $/;
const endsName = /^s? ?[–—,.;)]/;
/** `we use “Red Box” to mean`, `A “Red Box” consists of`. */
const tellsMeaning =
  /^ (?:to mean|we mean|denotes?|is used (?:for|to mean)|stands for|consists? of|comprises?)\b/;
/** `references to a “Contract Month” are to a month any day of which …` */
const speaksOf = /\b(?:[Aa]ny )?[Rr]eferences?(?: in this [a-z]+)? to (?:an? |the |any )?$/;
/** `The “Efficiency Share” is one half of …`, `In this clause 9 a party’s “Losses” are all that …` */
const saysWhat =
  /(?:^|[.;:] )The $|\b[Ii]n this (?:[Cc]lause|[Ss]ection|[Pp]aragraph|[Cc]ondition|[Ss]chedule|[Aa]ppendix|[Aa]nnex|[Pp]art) [A-Z0-9.()a-z]{1,12},? (?:the |an? |each )?(?:[a-z]+[’']s )?$/;
const oneOfThem =
  /(?:^|[.:;] |\b[Ii]n this (?:paper|report|document|note|letter|Section|Appendix|Schedule),? |\b[Ff]or the purposes of (?:this )?(?:Sections?|[Cc]lauses?|[Pp]aragraphs?) [^;“”"]{1,60}?,? )(?:[Aa]n?|[Ee]ach) $/;
const exampleLead =
  /\b(?:including|such as|e\.?g\.?|for example|see|like|i\.?e\.?|not|unlike|entitled|titled|headed|namely|within)\b/i;
const bareBracket =
  /\((?:(?:each|together|collectively),?[\s\u00a0]+)?(?:an?|the)[\s\u00a0]+([A-Z][A-Za-z0-9’'-]*(?:[\s\u00a0]+(?:of[\s\u00a0]+|and[\s\u00a0]+|for[\s\u00a0]+)?[A-Z][A-Za-z0-9’'-]*){0,6})\)/g;
const abbreviationBracket = /\(([A-Z][A-Za-z0-9&-]{1,11}(?:[\s\u00a0][A-Z][A-Za-z]{1,5})?)\)/g;
const construedAccordingly =
  /[\s\u00a0]shall[\s\u00a0]+be[\s\u00a0]+(?:construed|interpreted|read)[\s\u00a0]+accordingly\b/g;
const capitalForm = /[A-Z][A-Za-z-]+(?:[\s\u00a0]+[A-Z][A-Za-z-]+){0,3}/g;
const joinsForms = /^\(?(?:and|or),?$/;
const purposes = /\b(?:for|in)\s+(?:the\s+)?purposes?\s+of\s+$/i;
/** Whether the purposes open their sentence or phrase; `a board for the purposes of this Section D8` is no scope. */
const opensPhrase =
  /(?:^|[(;,:—–”"]|\b(?:and|but|where|that))\s*(?:only\s+)?(?:for|in)\s+(?:(?:the\s+)?purposes?\s+of\s+)?$/i;
const withinOnly = /\b(?:in|for\s+the\s+purposes?\s+of)\s+$/i;

/**
 * Finds every definition of a text (legal-text.md, Defined terms): rows of lists, quoted terms that a bracket or a verb
 * defines, bare brackets behind the thing they name, abbreviations, and terms that an agreement names in quotation marks.
 */
export function scanDefinitions(source: Source): Definition[] {
  const definitions: Definition[] = [];
  const announced = announcedScopes(source);
  collectRows(source, definitions);
  const bare = new ForwardSearch(source.text, bareBracket);
  const abbreviations = new ForwardSearch(source.text, abbreviationBracket);
  const forms = new ForwardSearch(source.text, construedAccordingly);
  let quotation = 0;
  for (const [index, block] of source.tree.blocks.entries()) {
    if (block.kind !== 'text' && block.kind !== 'cell') continue;
    while (
      quotation < source.quotations.length &&
      (source.quotations[quotation] as Quotation).inner.start < block.textStart
    )
      quotation++;
    for (let i = quotation; i < source.quotations.length; i++) {
      const quoted = source.quotations[i] as Quotation;
      if (quoted.start >= block.end) break;
      readQuotation(source, index, quoted, definitions);
    }
    collectBareBrackets(source, block, bare, definitions);
    collectAbbreviations(source, block, abbreviations, definitions);
    collectOtherForms(source, block, forms, definitions);
  }
  definitions.sort((a, b) => a.start - b.start || a.end - b.end);
  return withoutRepeats(
    announced.length === 0 ? definitions : definitions.map((one) => scoped(one, announced)),
  );
}

/** A list of definitions that its first words keep to a provision: `In this Section K, the expressions below shall …`. */
interface AnnouncedScope extends Span {
  readonly target: string;
}

/** `In this Section C3:` above a list. */
const opensList = /^[^:;.]*(?:\d\.\d[^:;.]*)?:$/;

function announcedScopes({ text, tree, references }: Source): AnnouncedScope[] {
  const scopes: AnnouncedScope[] = [];
  for (const [index, block] of tree.blocks.entries()) {
    if (block.kind !== 'text') continue;
    const head = text.slice(block.textStart, Math.min(block.end, block.textStart + 200));
    if (
      !/^(?:in|for the purposes? of) this\b/i.test(head) ||
      !(opensList.test(head) || announcesDefinitions(text.slice(block.textStart, block.end)))
    )
      continue;
    const [self] = referencesIn(references, block.textStart, block.textStart + 60);
    if (!self?.isSelf || self.target.startsWith('#')) continue;
    let last = index;
    while (isInside(tree, tree.blocks[last + 1], block.provision)) last++;
    scopes.push({ start: block.end, end: (tree.blocks[last] as Block).end, target: self.target });
  }
  return scopes;
}

/** Whether a block stands in a provision or in a paragraph of it, as the meanings of a list may have. */
function isInside({ provisions }: DocumentTree, block: Block | undefined, provision: number): boolean {
  if (!block) return false;
  let at = block.provision;
  while (at !== provision && at !== -1) {
    const { levels, parent } = provisions[at] as Provision;
    if (levels.length === 0) return false;
    at = parent;
  }
  return at === provision;
}

function scoped(definition: Definition, scopes: readonly AnnouncedScope[]): Definition {
  if (definition.holdsIn !== undefined) return definition;
  const scope = scopes.find(({ start, end }) => start <= definition.start && definition.end <= end);
  return scope ? { ...definition, holdsIn: scope.target } : definition;
}

function collectRows(source: Source, into: Definition[]): void {
  for (const row of source.tree.definitionRows) {
    for (const span of termsOfCell(source.text, row.term)) {
      into.push(make(source, span, 'row', row.meaning, row.provision, undefined));
    }
  }
}

// ---- quotation marks ----------------------------------------------------------------------------------------------------

function readQuotation(source: Source, index: number, quoted: Quotation, into: Definition[]): void {
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
  if (/\b(?:entitled|titled|headed)\s*$/i.test(before) || besideModification(source, quoted)) return;
  const form = formOf(before, behind, words);
  if (form === undefined || (!startsHigh && form !== 'quoted')) return;
  if (quoted.isBold && (!startsHigh || (openBracket(before) === -1 && !meansBehind.test(behind)))) return;
  if (!startsHigh && !meansBehind.test(behind)) return;
  const holdsIn =
    scopeBefore(source, sentence.start, quoted.start) ?? scopeBehind(source, quoted.end, block.end);
  const meaning =
    form === 'quoted' && meansBehind.test(behind)
      ? { start: quoted.end, end: meaningEnd(source, index, quoted.end) }
      : sentence;
  into.push(make(source, inner, form, meaning, block.provision, holdsIn));
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
    if (bracketNoun.test(lead) && !/[A-Z]{2}/.test(lead) && /^s?[\s,]*\)/.test(behind)) return 'quoted';
  }
  if (meansBehind.test(behind) || (callsIt.test(before) && termLike(words))) return 'quoted';
  if (namesIt.test(before) && termLike(words) && !wordsOf.test(before)) return 'quoted';
  if (namesMany.test(before) && /[a-z]s$/.test(words) && termLike(words) && !wordsOf.test(before))
    return 'quoted';
  if (termLike(words) && isNamedBeside(before, behind)) return 'quoted';
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
  if (speaksOf.test(before) && /^s? (?:is|are|shall be) to\b/.test(behind)) return true;
  if (
    saysWhat.test(before) &&
    /^ (?:is|are) (?:the|an?|any|one|all|every|each|whatever|that|those|such)\b/.test(behind)
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

/** `For the purposes of this Section C1.5, the terms …` before the term in its sentence. */
function scopeBefore(source: Source, from: number, to: number): string | undefined {
  const window = source.text.slice(from, to);
  if (!/purposes?\s+of|\bin\s+this\b/i.test(window)) return undefined;
  const named = referencesIn(source.references, from, to);
  for (const [i, reference] of named.entries()) {
    const lead = source.text.slice(Math.max(from, reference.start - 120), reference.start);
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
  return match ? referencesIn(references, at, at + 1)[0]?.target : undefined;
}

// ---- brackets -----------------------------------------------------------------------------------------------------------

function collectBareBrackets(source: Source, block: Block, search: ForwardSearch, into: Definition[]): void {
  let at = block.textStart;
  for (let match = search.next(at); match && match.index < block.end; match = search.next(at)) {
    at = match.index + match[0].length;
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

function collectAbbreviations(source: Source, block: Block, search: ForwardSearch, into: Definition[]): void {
  let at = block.textStart;
  for (let match = search.next(at); match && match.index < block.end; match = search.next(at)) {
    at = match.index + match[0].length;
    const short = match[1] as string;
    const expanded = expansionBefore(source.text, block.textStart, match.index, short);
    const isSpelt = expanded !== undefined || isSpeltBefore(source.text, block.textStart, match.index, short);
    if (!isSpelt || insideReference(source.references, match.index)) continue;
    const span = { start: match.index + 1, end: match.index + 1 + short.length };
    const sentence = sentenceAround(source.text, block, span);
    if (expanded) into.push(make(source, expanded, 'abbreviation', sentence, block.provision, undefined));
    into.push(make(source, span, 'abbreviation', sentence, block.provision, undefined));
  }
}

/** `(and Compromised shall be construed accordingly)`: the other forms of a term where quotation marks were lost. */
function collectOtherForms(source: Source, block: Block, search: ForwardSearch, into: Definition[]): void {
  let at = block.textStart;
  for (let match = search.next(at); match && match.index < block.end; match = search.next(at)) {
    at = match.index + match[0].length;
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

// ---- making them ----------------------------------------------------------------------------------------------------------

function make(
  source: Source,
  span: Span,
  form: DefinitionForm,
  meaning: Span,
  provision: number,
  holdsIn: string | undefined,
): Definition {
  const head = source.text.slice(meaning.start, Math.min(meaning.end, meaning.start + 260));
  const isPointer = (form === 'row' || form === 'quoted') && pointerMeaning.test(head);
  const pointsTo = isPointer
    ? referencesIn(source.references, meaning.start, meaning.end).map(({ target }) => target)
    : [];
  return {
    start: span.start,
    end: span.end,
    term: normaliseTerm(source.text.slice(span.start, span.end)),
    form,
    meaning,
    provision,
    owner: source.tree.provisions[provision]?.owner,
    holdsIn,
    pointsTo,
    isPointer,
  };
}

/** No sentence is looked for farther than this: a text may be one line without a point. */
const longestSentence = 3000;

/** The sentence around a place, within its block. */
function sentenceAround(text: string, block: Block, span: Span): Span {
  const from = Math.max(block.textStart, span.start - longestSentence);
  const to = Math.min(block.end, span.end + longestSentence);
  const before = text.slice(from, span.start);
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('.\n'), before.lastIndexOf('; '));
  const end = /[.;](?=[\s]|$)/.exec(text.slice(span.end, to));
  return { start: cut === -1 ? from : from + cut + 2, end: end ? span.end + end.index + 1 : to };
}

const meaningStop = /\.(?=\s|$)|;(?=\s*(?:and\s+|or\s+)?(?:the\s+)?[“"‘])/;
const goesOnBelow = /(?:[:;,–—]|\b(?:and|or|either))$/;
const longestList = 60;

/**
 * Where a meaning ends that a verb opens: at the end of its sentence, which may run over a list and unlettered words behind it
 * (`means either …; or …: (a) … (b) …, whichever is later`), or before the next quoted term.
 */
function meaningEnd({ text, tree }: Source, index: number, from: number): number {
  let end = from;
  for (let i = index; i < Math.min(tree.blocks.length, index + longestList); i++) {
    const block = tree.blocks[i] as Block;
    if (i > index && !continuesMeaning(text, tree, tree.blocks[index] as Block, block)) break;
    const start = i === index ? from : block.textStart;
    end = Math.min(block.end, start + longestSentence);
    const stop = meaningStop.exec(text.slice(start, end));
    if (stop) return start + stop.index + 1;
    if (!goesOnBelow.test(text.slice(Math.max(start, end - 8), end))) break;
  }
  return end;
}

/** Whether a block behind the one that opens a meaning is in its list, or is the unlettered end of it. */
function continuesMeaning(text: string, tree: DocumentTree, first: Block, block: Block): boolean {
  if ((block.kind !== 'text' && block.kind !== 'cell') || /[“"‘]/.test(text.charAt(block.textStart)))
    return false;
  let at = block.provision;
  while (at !== -1 && at !== first.provision) {
    const provision = tree.provisions[at];
    if (!provision || provision.levels.length === 0) return false;
    at = provision.parent;
  }
  return at === first.provision;
}

function referencesIn(references: readonly Reference[], start: number, end: number): Reference[] {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((references[middle] as Reference).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Reference[] = [];
  for (let i = low; i < references.length && (references[i] as Reference).start < end; i++)
    found.push(references[i] as Reference);
  return found;
}

function insideReference(references: readonly Reference[], offset: number): boolean {
  return referencesIn(references, offset - 200, offset + 1).some(
    (reference) =>
      reference.start <= offset &&
      (offset < reference.end || (reference.heading !== undefined && offset < reference.heading.end + 1)),
  );
}

/** One place defines a term once; a stronger form wins where two were read from the same words. */
function withoutRepeats(definitions: readonly Definition[]): Definition[] {
  const kept: Definition[] = [];
  for (const definition of definitions) {
    const last = kept.at(-1);
    if (last && last.start < definition.end && definition.start < last.end) continue;
    kept.push(definition);
  }
  return kept;
}

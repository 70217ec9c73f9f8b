import type { Provision } from '../syntax/documentTree.js';
import type { PlacedStretch } from '../syntax/joinTrees.js';
import { firstAtOrAfter, type Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import { isSentenceOpener } from '../syntax/words.js';
import type { DocumentView } from './documentView.js';
import type { StretchQuestion } from './stretchAnswers.js';
import { firstWord } from './termMatcher.js';
import { siteInForce, type DefinitionSite, type TermEntry, type TermTable } from './termTable.js';
import { firstCapitalAt } from './wordMap.js';

/** A use of a known term. The span is the words as written, a possessive sign left out. */
export interface TermUse extends Span {
  readonly entry: TermEntry;
  /** The definition in force there, or undefined where only a fact knows the term. */
  readonly site: DefinitionSite | undefined;
  /** Index of the block it stands in. */
  readonly block: number;
}

/**
 * Finds the uses of every known term: the longest wins, whatever defines it; of two that end alike the innermost scope does.
 * Words inside references and a definition's own term are no uses. Linear in the capitalised words of the text.
 */
export function findUses(view: DocumentView): TermUse[] {
  return finish(findUsesInSteps(view));
}

/** The same in steps. */
export function findUsesInSteps(view: DocumentView): Steps<TermUse[]> {
  return findUsesFrom(view, 0, view.document.tree.blocks.length);
}

/** The uses in one block alone: no use reaches from one block into another. */
export function findUsesInBlock(view: DocumentView, block: number): TermUse[] {
  return finish(findUsesFrom(view, block, block + 1));
}

/** So many words are looked at in one step, counted in pairs of offsets. */
const offsetsInStep = 500;

/** @param last the block to stop before */
function* findUsesFrom(view: DocumentView, first: number, last: number): Steps<TermUse[]> {
  const { document } = view;
  const { text } = document.reading;
  const uses: TermUse[] = [];
  const closed = view.closedSpans;
  const { blocks } = document.tree;
  const from = first === 0 ? 0 : (blocks[first]?.start ?? 0);
  const to = blocks[last]?.start ?? Infinity;
  let nextClosed = firstAtOrAfter(closed.length, (i) => closed[i]?.start ?? 0, from);
  let block = first;
  let after = 0;
  for (let i = firstCapitalAt(document, from); i < document.capitals.length; i += 2) {
    if (i % offsetsInStep === offsetsInStep - 2) yield;
    const start = document.capitals[i] as number;
    if (start >= to) break;
    if (start < after) continue;
    while (nextClosed < closed.length && (closed[nextClosed] as Span).end <= start) nextClosed++;
    const shut = closed[nextClosed];
    if (shut && shut.start <= start) continue;
    block = blockAt(view, start, block);
    const limit = Math.min(document.tree.blocks[block]?.end ?? text.length, shut?.start ?? text.length);
    const place = view.placeOf(document.tree.blocks[block]?.provision ?? -1);
    const found =
      behindNumber(view, start, Math.max(from, after), limit, place) ??
      longestUse(view, start, document.capitals[i + 1] as number, limit, place) ??
      sharedHead(view, i, limit, place);
    if (!found || isTailOfAnother(view, i, found, after) || isHeadOfLaw(text, found.end)) continue;
    if (isHeadOfNumber(text, found) || isTailOfLaw(text, found) || isInCompany(view, i, found)) continue;
    if (isWordInCapitals(view, i, found) || isHeadOfAnother(view, i, found)) continue;
    for (const part of termsOfName(view, found, place))
      uses.push({ start: part.start, end: part.end, entry: part.entry, site: part.site, block });
    after = found.end;
  }
  return uses;
}

/** `Twenty-two Applicants`, where a sentence begins with a number. */
const numberWord =
  /^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|[A-Z][a-z]+teen|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty(?:-[a-z]+)?|Hundred|Several|Many|Few|Most|Some)$/;

/** The uses in a stretch of a text. */
export const stretchUses: StretchQuestion<readonly TermUse[]> = { restsOn: 'terms', ask: findUses };

/** The uses of a text of those of its stretches: in their places, with the definitions as this version of the text has them. */
export function joinUses(view: DocumentView, stretches: readonly UsesOfStretch[]): TermUse[] {
  return finish(joinUsesInSteps(view, stretches));
}

/** The uses in a stretch of a text; offsets and blocks count from its start. */
export interface UsesOfStretch {
  readonly place: PlacedStretch;
  readonly uses: readonly TermUse[];
}

/** So many stretches are joined in one step. */
const stretchesInStep = 30;

/** The same in steps. */
export function* joinUsesInSteps(view: DocumentView, stretches: readonly UsesOfStretch[]): Steps<TermUse[]> {
  const fresh = new Map<TermEntry, TermEntry>();
  const freshOf = (entry: TermEntry): TermEntry => {
    const known = fresh.get(entry) ?? currentEntry(view, entry);
    fresh.set(entry, known);
    return known;
  };
  const all: TermUse[] = [];
  let blocks = 0;
  yield* eachInSteps(stretches, stretchesInStep, ({ place, uses }) => {
    for (const { start, end, entry, site, block } of uses) {
      const now = freshOf(entry);
      all.push({
        start: start + place.start,
        end: end + place.start,
        entry: now,
        site: site && now.sites[entry.sites.indexOf(site)],
        block: block + blocks,
      });
    }
    blocks += place.bound.stretch.tree.blocks.length;
  });
  return all;
}

/** Local terms were found with the table of the version since which they are the same; their places have moved since. */
function currentEntry(view: DocumentView, entry: TermEntry): TermEntry {
  if (view.basis.localTerms.get(entry.term) !== entry) return entry;
  return view.localTerms.get(entry.term) ?? entry;
}

/** `Chief Executive Officer` is no use of `Officers`: the other number of one word behind other capitalised words. */
function isTailOfAnother(view: DocumentView, index: number, found: Found, after: number): boolean {
  const { capitals, reading } = view.document;
  if (found.isExact || index === 0 || found.end > (capitals[index + 1] as number)) return false;
  const before = capitals[index - 2] as number;
  const gap = reading.slice(capitals[index - 1] as number, capitals[index] as number);
  const word = reading.slice(before, capitals[index - 1] as number);
  if (gap !== ' ' || before < after || isSentenceOpener(word) || numberWord.test(word)) return false;
  return !ordinaryWord.test(word) || !sentenceBefore.test(reading.slice(Math.max(0, before - 12), before));
}

/** `Service Level` is no use of `Services`: the other number of one word before a capitalised word that it is no term with. */
function isHeadOfAnother({ document }: DocumentView, index: number, { isExact, end }: Found): boolean {
  const { capitals, reading } = document;
  const next = capitals[index + 2];
  if (isExact || end !== capitals[index + 1] || next !== end + 1 || reading.slice(end, next) !== ' ')
    return false;
  return !isSentenceOpener(reading.slice(next, capitals[index + 3] as number));
}

/** `Fewer Invoices`, `Sending Invoices`: words that have their capital from the sentence, cell or item that they open. */
const ordinaryWord =
  /^(?:[A-Z][a-z]+ing|Fewer|Additional|Delayed|Existing|Current|New|Future|Late|Missing|Various)$/;
const sentenceBefore = /(?:^|[.;:?!|\n\t•*)]|\n[ \t]*[-–])[ \t\u00a0]*$/;

/** `IT IS AGREED`: `IT` is the word and not the abbreviation where a word in capitals goes on with the sentence. */
function isWordInCapitals({ document }: DocumentView, index: number, { end }: Found): boolean {
  const { capitals, reading } = document;
  const isWord = (at: number): boolean => {
    const word = reading.slice(capitals[at] as number, capitals[at + 1] as number);
    return word === word.toUpperCase() && word.length > 1 && isSentenceOpener(word);
  };
  const next = capitals[index + 2];
  return next === end + 1 && capitals[index + 1] === end && isWord(index) && isWord(index + 2);
}

const restOfLaw =
  /\)?(?:[\s\u00a0]+(?:[A-Z][A-Za-z’'-]*|of|and|the|for|to|in|on|\([A-Z][A-Za-z ,]{0,40}\))){0,8}?[\s\u00a0]+(?:Act|Regulations?|Order|Rules|Directive)[\s\u00a0]+(?:1[89]|20)\d\d\b/y;

/** `Data Protection Act 2018` is no use of `Data`. */
function isHeadOfLaw(text: string, end: number): boolean {
  restOfLaw.lastIndex = end;
  return restOfLaw.test(text);
}

/** `Annexes A and B to that letter`: the head of a number, whatever text has it. */
function isHeadOfNumber(text: string, { start, end }: Found): boolean {
  return (
    /^(?:Annex(?:es)?|Append(?:ix|ices)|Schedules?|Sections?|Clauses?|Paragraphs?|Parts?|Conditions?|Versions?)$/.test(
      text.slice(start, end),
    ) && /^[\s\u00a0]+(?:[A-Z]{1,2}|[IVX]{1,5}|\d[\w.()]*)(?![A-Za-z])/.test(text.slice(end, end + 16))
  );
}

/** `Companies Act 2006` is no use of `Act`, where an agreement calls some other law so. */
function isTailOfLaw(text: string, { start, end }: Found): boolean {
  return (
    /^(?:Act|Regulations?|Order|Rules|Directive)$/.test(text.slice(start, end)) &&
    /^[\s\u00a0]+(?:1[89]|20)\d\d\b/.test(text.slice(end, end + 8)) &&
    /(?:[A-Z][A-Za-z’'-]*|\)|etc\.?)[\s\u00a0]+$/.test(text.slice(Math.max(0, start - 24), start))
  );
}

const restOfCompany =
  /(?:[\s\u00a0]+(?:[A-Z][A-Za-z’'-]*|and|&)){0,2}[\s\u00a0]+(?:Ltd|Limited|plc|PLC|LLP)\b/y;

const headOfCompany =
  /[ \u00a0][A-Z][A-Za-z’'-]*(?:[ \u00a0](?:[A-Z][A-Za-z’'-]*|&)){0,2}[ \u00a0](?:Ltd|Limited|plc|PLC|LLP)\b/y;

/** `Harcombe Field Services Limited` is no use of `Services`, nor of `Harcombe`. */
function isInCompany({ document }: DocumentView, index: number, { start, end }: Found): boolean {
  const { capitals, reading } = document;
  if (end > (capitals[index + 1] as number)) return false;
  headOfCompany.lastIndex = end;
  if (headOfCompany.test(reading.text)) return true;
  if (index < 2) return false;
  const before = reading.slice(capitals[index - 2] as number, start);
  if (!/^[A-Z][\w’'&-]*[ \u00a0]$/.test(before) || isSentenceOpener(before.trim())) return false;
  restOfCompany.lastIndex = end;
  return restOfCompany.test(reading.text);
}

interface Found {
  readonly isExact: boolean;
  readonly start: number;
  readonly end: number;
  readonly entry: TermEntry;
  readonly site: DefinitionSite | undefined;
}

function longestUse(
  view: DocumentView,
  start: number,
  end: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  const { text } = view.document.reading;
  return (
    longest(view, start, end, limit, place) ??
    hyphenated(text, start, end, (head) => longest(view, start, head, limit, place)) ??
    prefixed(view, start, end, limit, place)
  );
}

const numberBefore = /(?<![A-Za-z0-9.,/-])\d{1,4}[ \u00a0]$/;

/** `2021 Letter`: a term whose first word is a number, told by the capitalised word behind it. */
function behindNumber(
  view: DocumentView,
  start: number,
  from: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  const { text } = view.document.reading;
  const code = text.charCodeAt(start - 2);
  if (code < 48 || code > 57 || start - 5 < from) return undefined;
  const head = numberBefore.exec(text.slice(Math.max(from, start - 6), start))?.[0];
  if (head === undefined) return undefined;
  const found = longest(view, start - head.length, start - 1, limit, place);
  return found && found.end > start ? found : undefined;
}

/** `SEC Panel`: the name of a body that is made of terms and nothing else uses each of them; any other name stays whole. */
function termsOfName(view: DocumentView, found: Found, place: Provision | undefined): readonly Found[] {
  const { entry, site, start, end } = found;
  if (site || entry.fact || entry.named?.kind !== 'body') return [found];
  const { text } = view.document.reading;
  const parts: Found[] = [];
  for (const { index, 0: word } of text.slice(start, end).matchAll(/[A-Z][A-Za-z]*/g)) {
    const at = start + index;
    if (at < (parts.at(-1)?.end ?? start)) continue;
    const part = longest(view, at, at + word.length, Math.min(end, at + word.length), place);
    if (!part || (!part.site && !part.entry.fact)) return [found];
    parts.push(part);
  }
  return parts.length > 1 ? parts : [found];
}

const sharedJoint = /^(?:,|,?[\s\u00a0]+(?:and|or|and\/or))[\s\u00a0]+$/;
const mostShared = 6;

/** `Import and Export Suppliers`: the word before the conjunction shares the head of the term behind it. */
function sharedHead(
  view: DocumentView,
  index: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  const { capitals, reading } = view.document;
  const { text } = reading;
  const start = capitals[index] as number;
  const end = capitals[index + 1] as number;
  for (let i = index + 2; i < Math.min(capitals.length, index + 2 * mostShared); i += 2) {
    const next = capitals[i] as number;
    const last = capitals[i - 1] as number;
    if (next >= limit || next - last > 12 || !sharedJoint.test(text.slice(last, next))) return undefined;
    const member = longestUse(view, next, capitals[i + 1] as number, limit, place);
    if (!member) continue;
    const phrase = text.slice(start, end) + text.slice(capitals[i + 1], member.end);
    if (phrase.length === end - start) return undefined;
    const found = longestIn(phrase, view, 0, end - start, phrase.length, place);
    return found?.end === phrase.length ? { ...found, start, end } : undefined;
  }
  return undefined;
}

/** `Party-led`: the word before the hyphen, when what follows is no capital. */
function hyphenated(
  text: string,
  start: number,
  end: number,
  find: (head: number) => Found | undefined,
): Found | undefined {
  const hyphen = start + text.slice(start, end).indexOf('-');
  if (hyphen < start || !/[a-z]/.test(text[hyphen + 1] ?? '')) return undefined;
  const found = find(hyphen);
  return found && found.end <= end ? found : undefined;
}

const prefix = /^(?:Non|Pre|Post|Sub|Inter|Multi|Ex)-(?=[A-Z])/;

/** `Non-User`: the word behind the prefix. */
function prefixed(
  view: DocumentView,
  start: number,
  end: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  const head = prefix.exec(view.document.reading.slice(start, end));
  if (!head) return undefined;
  const inner = start + head[0].length;
  const found = longest(view, inner, end, limit, place);
  return found && { ...found, start: inner };
}

function longest(
  view: DocumentView,
  start: number,
  end: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  return longestIn(view.document.reading.text, view, start, end, limit, place);
}

function longestIn(
  text: string,
  view: DocumentView,
  start: number,
  end: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  const word = firstWord(text, start, end);
  let best: Found | undefined;
  for (const table of view.definedTables) {
    const found = defined(word, text, view, table, start, end, limit, place);
    if (found && (!best || found.end > best.end)) best = found;
  }
  const fact = view.factTable.findBehind(word, text, end, limit);
  const known =
    fact && view.countsAsKnown(fact.value)
      ? { start, end: fact.end, entry: fact.value, site: undefined, isExact: fact.isExact }
      : undefined;
  return known && (!best || known.end > best.end) ? known : best;
}

function defined(
  word: string,
  text: string,
  view: DocumentView,
  table: TermTable,
  start: number,
  end: number,
  limit: number,
  place: Provision | undefined,
): Found | undefined {
  let site: DefinitionSite | undefined;
  const match = table.findBehind(word, text, end, limit, (entry) => {
    site = siteInForce(entry, view.document, place);
    return site !== undefined;
  });
  return match && { start, end: match.end, entry: match.value, site, isExact: match.isExact };
}

function blockAt(view: DocumentView, offset: number, from: number): number {
  const { blocks } = view.document.tree;
  let at = from;
  while (at + 1 < blocks.length && (blocks[at + 1]?.start ?? Infinity) <= offset) at++;
  return at;
}

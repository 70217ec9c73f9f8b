import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
import { isSentenceOpener } from '../syntax/words.js';
import type { Block } from '../syntax/documentTree.js';
import type { Span } from '../text/span.js';
import { finish, type Steps } from '../text/steps.js';
import type { Report, Rule } from './finding.js';
import { isQuoted } from './places.js';
import { TableCache } from './tableCache.js';

/**
 * A defined term of two words or more that is written without its capitals. In the Code and in drafts small letters are a slip
 * unless the text mostly writes the words so; a paper also speaks of ordinary things, so there the words must have an article
 * or a number before them as the term has, and stand far more often with their capitals, or never but where the paper defines
 * them. Depends on the text and on every definition in force.
 */
export const uncapitalisedTerm: Rule = {
  code: 'uncapitalised-term',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    const asked = yield* view.askInSteps(smallTermsOfStretch);
    const found = asked.flatMap(({ answer, start }) =>
      answer.map((each) => ({ ...each, start: each.start + start, end: each.end + start })),
    );
    if (found.length === 0) return;
    const capitalised = yield* countUses(view);
    const small = new Map<string, number>();
    for (const { term } of found) small.set(term, (small.get(term) ?? 0) + 1);
    const isSlip = view.document.role.kind === 'paper' ? isSlipInPaper : isSlipInCode;
    for (const each of found) {
      const { start, end, term, form } = each;
      const counts = { small: small.get(term) ?? 0, capitalised: capitalised.get(term) ?? 0 };
      if (!isSlip(each, counts)) continue;
      yield {
        span: { start, end },
        message: `“${term}” is a defined term; in small letters the words have only their ordinary meaning. Write the capitals if the defined meaning is intended.`,
        replacements: [form],
      };
    }
  },
};

interface Counts {
  readonly small: number;
  readonly capitalised: number;
}

function isSlipInCode(_: SmallTerm, { small, capitalised }: Counts): boolean {
  return small <= 2 || capitalised >= small;
}

function isSlipInPaper(
  { term, form, lead, opensSentence, isOwn }: SmallTerm,
  { small, capitalised }: Counts,
): boolean {
  const isUsedOnce = isOwn && capitalised <= 1 && small === 1;
  if (opensSentence || (capitalised < 2 * small && !isUsedOnce)) return false;
  return numeral.test(lead) || (form === normaliseTerm(term) && article.test(lead));
}

/** `the last working day`: an article, with one small word between at most. */
const article = /\b(?:the|an?|each|any|every)[\s\u00a0]+(?:[a-z]+[\s\u00a0]+)?$/i;
const numeral =
  /(?:\d\)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty))[\s\u00a0]+$/i;

interface SmallTerm extends Span {
  readonly term: string;
  /** The defined form that the words should have. */
  readonly form: string;
  /** The words right before it. */
  readonly lead: string;
  /** Whether its first word has a capital, as that of every sentence does. */
  readonly opensSentence: boolean;
  /** Whether the text itself defines the term. */
  readonly isOwn: boolean;
}

interface Entry {
  readonly term: string;
  readonly form: string;
  /** The words of the form in small letters, the first left out. */
  readonly rest: readonly string[];
}

/** Terms of two words or more that small letters change, by their first word in small letters; the longest first. */
const smallForms = new TableCache((terms) => {
  const byFirst = new Map<string, Entry[]>();
  for (const term of terms) {
    if (!/[\s\u00a0]/.test(term) || !hasPlainCapitals(term)) continue;
    for (const form of termForms(normaliseTerm(term))) {
      const [first = '', ...rest] = termWords(form).map((word) => word.toLowerCase());
      const entries = byFirst.get(first);
      if (entries) entries.push({ term, form, rest });
      else byFirst.set(first, [{ term, form, rest }]);
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return byFirst;
});

/** `Working Day`, `Secretary of State`: an abbreviation in a term would have to be guessed at. */
function hasPlainCapitals(term: string): boolean {
  const words = termWords(term);
  return (
    words.filter((word) => /^[A-Z]/.test(word)).length >= 2 &&
    words.every((word) => /^(?:[A-Z][a-z’'-]+(?:-[A-Z]?[a-z]+)*|[a-z]+)$/.test(word))
  );
}

const word = /[A-Za-z][a-z’'-]*/g;
const sentenceStart = /(?:^|[.:;][\s\u00a0]+)[“"‘']?$/;

const smallTermsOfStretch: StretchQuestion<readonly SmallTerm[]> = {
  restsOn: 'terms',
  ask: (view) => finish(findSmallTerms(view)),
  askInSteps: findSmallTerms,
};

/** So many blocks are read in one step. */
const blocksInStep = 100;

function* findSmallTerms(view: DocumentView): Steps<SmallTerm[]> {
  const { document } = view;
  const { text } = document.reading;
  const tables = smallForms.of(view);
  const found: SmallTerm[] = [];
  const closed = view.closedSpans;
  let nextClosed = 0;
  for (const [i, block] of document.tree.blocks.entries()) {
    if (i % blocksInStep === blocksInStep - 1) yield;
    if (block.kind !== 'text' && block.kind !== 'cell') continue;
    const words = text.slice(block.textStart, block.end);
    let after = 0;
    for (const match of words.matchAll(word)) {
      if (match.index < after || isInsideWord(words, match.index)) continue;
      const first = match[0].toLowerCase();
      if (!tables.some((table) => table.has(first))) continue;
      const entries = tables.flatMap((table) => table.get(first) ?? []);
      const lead = words.slice(Math.max(0, match.index - 24), match.index);
      const opensSentence = first !== match[0];
      if (opensSentence && !sentenceStart.test(lead)) continue;
      const start = block.textStart + match.index;
      const hit = longestAt(text, start + match[0].length, block.end, entries);
      if (!hit) continue;
      const span = { start, end: hit.end };
      while (nextClosed < closed.length && (closed[nextClosed] as Span).end <= start) nextClosed++;
      const shut = closed[nextClosed];
      if (shut && shut.start < span.end) continue;
      after = hit.end - block.textStart;
      if (isExcused(view, block, span, hit.entry)) continue;
      found.push({
        ...span,
        term: hit.entry.term,
        form: hit.entry.form,
        lead,
        opensSentence,
        isOwn: view.localTerms.get(hit.entry.term) !== undefined,
      });
    }
  }
  return found;
}

/** `mid-working days`, `Re-service`: a word behind a hyphen or letter. */
function isInsideWord(words: string, at: number): boolean {
  return at > 0 && /[A-Za-z0-9’'_-]/.test(words[at - 1] as string);
}

function longestAt(
  text: string,
  from: number,
  limit: number,
  entries: readonly Entry[],
): { entry: Entry; end: number } | undefined {
  let best: { entry: Entry; end: number } | undefined;
  for (const entry of entries) {
    const end = matchWords(text, from, limit, entry.rest);
    if (end !== -1 && (!best || end > best.end)) best = { entry, end };
  }
  return best;
}

/** Where the words end that stand behind an offset, parted by white space; -1 where others stand there. */
function matchWords(text: string, from: number, limit: number, words: readonly string[]): number {
  let at = from;
  for (const each of words) {
    const gap = at;
    while (at < limit && /[\s\u00a0]/.test(text[at] as string)) at++;
    if (at === gap || at + each.length > limit || !text.startsWith(each, at)) return -1;
    at += each.length;
  }
  return /[A-Za-z0-9_-]/.test(text[at] ?? ' ') ? -1 : at;
}

const capitalBefore = /(?:^|[\s(])([A-Z][A-Za-z’'-]*)[\s\u00a0]+$/;

/** In quotation marks, in the words that define the term, and beside a capitalised word that makes it part of a longer name. */
function isExcused(view: DocumentView, block: Block, span: Span, entry: Entry): boolean {
  const { document } = view;
  const { text } = document.reading;
  const meaning = view.meaningOf(entry.term, view.placeOf(block.provision));
  if (!meaning || isQuoted(document, span)) return true;
  // In small letters the name of a document says what sort of thing it is.
  if (meaning.sites.length === 0 && meaning.entry.named !== undefined) return true;
  const before = capitalBefore.exec(text.slice(Math.max(block.textStart, span.start - 40), span.start))?.[1];
  if (before !== undefined && !isSentenceOpener(before)) return true;
  if (/^[\s\u00a0]+[A-Z]/.test(text.slice(span.end, span.end + 3))) return true;
  return document.definitions.some(
    ({ term, meaning: words, start }) =>
      term === meaning.entry.term &&
      Math.min(words.start, start) <= span.start &&
      span.end <= Math.max(words.end, start),
  );
}

/** How often each term is written with its capitals. */
function* countUses(view: DocumentView): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { answer } of yield* view.askInSteps(useCountsOfStretch))
    for (const [term, count] of answer) counts.set(term, (counts.get(term) ?? 0) + count);
  return counts;
}

const useCountsOfStretch: StretchQuestion<ReadonlyMap<string, number>> = {
  restsOn: 'terms',
  ask: (view) => {
    const counts = new Map<string, number>();
    for (const { entry } of view.uses) counts.set(entry.term, (counts.get(entry.term) ?? 0) + 1);
    return counts;
  },
};

import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import { normaliseTerm } from '../model/termForms.js';
import { isSentenceOpener } from '../syntax/words.js';
import type { Block } from '../syntax/documentTree.js';
import { codesOf } from '../text/characterCodes.js';
import type { Span } from '../text/span.js';
import { finish, type Steps } from '../text/steps.js';
import type { Report, Rule } from './finding.js';
import { isQuoted } from './places.js';
import { gapEnd, SmallForms, smallWordsIn, type SmallForm, type SmallWords } from './smallForms.js';
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
    yield* smallForms.ofInSteps(view);
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

/** Terms that small letters change. */
const smallForms = new TableCache(
  () => new SmallForms(),
  (forms, term) => forms.add(term),
);

const sentenceStart = /(?:^|[.:;][\s\u00a0]+)[“"‘']?$/;

const smallTermsOfStretch: StretchQuestion<readonly SmallTerm[]> = {
  restsOn: 'terms',
  ask: (view) => finish(findSmallTerms(view)),
  askInSteps: findSmallTerms,
};

/** So many blocks are read in one step. */
const blocksInStep = 40;

function* findSmallTerms(view: DocumentView): Steps<SmallTerm[]> {
  const { document } = view;
  const { text } = document.reading;
  const codes = codesOf(text);
  const tables = yield* smallForms.ofInSteps(view);
  const found: SmallTerm[] = [];
  const closed = view.closedSpans;
  let nextClosed = 0;
  for (const [i, block] of document.tree.blocks.entries()) {
    if (i % blocksInStep === blocksInStep - 1) yield;
    if (block.kind !== 'text' && block.kind !== 'cell') continue;
    let after = 0;
    for (const words of smallWordsIn(codes, { start: block.textStart, end: block.end }, tables)) {
      const { start } = words;
      if (start < after) continue;
      const lead = text.slice(Math.max(block.textStart, start - 24), start);
      const opensSentence = /^[A-Z]/.test(text[start] as string);
      if (opensSentence && !sentenceStart.test(lead)) continue;
      const hit = longestAt(text, codes, words, block.end);
      if (!hit) continue;
      const span = { start, end: hit.end };
      while (nextClosed < closed.length && (closed[nextClosed] as Span).end <= start) nextClosed++;
      const shut = closed[nextClosed];
      if (shut && shut.start < span.end) continue;
      after = hit.end;
      if (isExcused(view, block, span, hit.form)) continue;
      found.push({
        ...span,
        term: hit.form.term,
        form: hit.form.form,
        lead,
        opensSentence,
        isOwn: view.localTerms.get(hit.form.term) !== undefined,
      });
    }
  }
  return found;
}

/** The longest spelling that stands there, the first of several. */
function longestAt(
  text: string,
  codes: Uint16Array,
  { start, firstEnd, forms }: SmallWords,
  limit: number,
): { form: SmallForm; end: number } | undefined {
  let best: { form: SmallForm; end: number } | undefined;
  const first = text.slice(start, firstEnd).toLowerCase();
  for (const form of forms) {
    if (form.first !== first) continue;
    const end = matchWords(text, codes, firstEnd, form.rest, limit);
    if (end !== -1 && (!best || end > best.end)) best = { form, end };
  }
  return best;
}

/** Where the words end that stand behind an offset, parted by white space; -1 where others stand there. */
function matchWords(
  text: string,
  codes: Uint16Array,
  from: number,
  words: readonly string[],
  limit: number,
): number {
  let at = from;
  for (const each of words) {
    const start = gapEnd(codes, at, limit);
    if (start === at || start + each.length > limit || !text.startsWith(each, start)) return -1;
    at = start + each.length;
  }
  return /[A-Za-z0-9_-]/.test(text[at] ?? ' ') ? -1 : at;
}

const capitalBefore = /(?:^|[\s(])([A-Z][A-Za-z’'-]*)[\s\u00a0]+$/;

/** In quotation marks, in the words that define the term, and beside a capitalised word that makes it part of a longer name. */
function isExcused(view: DocumentView, block: Block, span: Span, { term }: SmallForm): boolean {
  const { document } = view;
  const { text } = document.reading;
  const meaning = view.meaningOf(term, view.placeOf(block.provision));
  if (!meaning || isQuoted(document, span)) return true;
  // In small letters the name of a document says what sort of thing it is.
  if (meaning.sites.length === 0 && meaning.entry.named !== undefined) return true;
  const before = capitalBefore.exec(text.slice(Math.max(block.textStart, span.start - 40), span.start))?.[1];
  if (before !== undefined && !isSentenceOpener(before)) return true;
  if (/^[\s\u00a0]+[A-Z]/.test(text.slice(span.end, span.end + 3))) return true;
  return document.definitions.some(
    ({ term: defined, meaning: words, start }) =>
      defined === meaning.entry.term &&
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

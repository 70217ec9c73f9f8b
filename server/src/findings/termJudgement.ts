import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import { readCandidates, type TermCandidate } from '../index/termCandidates.js';
import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
import { finish, type Steps } from '../text/steps.js';
import { nearestTerms, prepareNearTerms, type NearTerm } from './nearTerms.js';
import { TableCache } from './tableCache.js';

/** A candidate that is one slip away from known terms, the likeliest first. */
export interface NearMiss {
  readonly candidate: TermCandidate;
  readonly near: readonly NearTerm[];
}

export interface TermJudgement {
  readonly undefined: readonly TermCandidate[];
  readonly nearMisses: readonly NearMiss[];
}

const judgements = new WeakMap<DocumentView, { known: readonly string[]; judgement: TermJudgement }>();

/**
 * Sorts the candidates of a document: a slip of a known term is a near miss; of the rest a term is undefined when the text
 * treats it as one. A view never changes, so its judgement is made once for both rules.
 *
 * @param known terms that the user says are right
 */
export function judgeTerms(view: DocumentView, known: readonly string[]): TermJudgement {
  return finish(judgeTermsInSteps(view, known));
}

/** The same in steps. */
export function* judgeTermsInSteps(view: DocumentView, known: readonly string[]): Steps<TermJudgement> {
  const held = judgements.get(view);
  if (held && held.known === known) return held.judgement;
  const judgement = yield* judge(view, known);
  judgements.set(view, { known, judgement });
  return judgement;
}

function* judge(view: DocumentView, known: readonly string[]): Steps<TermJudgement> {
  const nearMisses: NearMiss[] = [];
  const rest: TermCandidate[] = [];
  yield* prepareNearTerms(view);
  yield* partSets.ofInSteps(view);
  for (const { answer, start } of yield* view.askInSteps(questionFor(known))) {
    for (const { candidate, near } of answer.nearMisses)
      nearMisses.push({
        candidate: moveCandidate(candidate, start),
        near: near.map((term) => ({ ...term, start: term.start + start, end: term.end + start })),
      });
    for (const candidate of answer.rest) rest.push(moveCandidate(candidate, start));
  }
  return { undefined: treatedAsTerms(view, rest), nearMisses };
}

/** What a stretch of a text tells by itself: near misses, and candidates that the whole text decides on. */
interface StretchJudgement {
  readonly nearMisses: readonly NearMiss[];
  readonly rest: readonly TermCandidate[];
}

/** So many candidates are judged in one step. */
const candidatesInStep = 10;

const questions = new WeakMap<readonly string[], StretchQuestion<StretchJudgement>>();

function questionFor(known: readonly string[]): StretchQuestion<StretchJudgement> {
  const held = questions.get(known);
  if (held) return held;
  const right = new Set(known.flatMap((term) => termForms(normaliseTerm(term))));
  const question: StretchQuestion<StretchJudgement> = {
    restsOn: 'terms',
    ask: (view) => finish(judgeStretch(view, right)),
    askInSteps: (view) => judgeStretch(view, right),
  };
  questions.set(known, question);
  return question;
}

function* judgeStretch(view: DocumentView, right: ReadonlySet<string>): Steps<StretchJudgement> {
  const parts = partSets.of(view);
  const isPart = (words: string): boolean => parts.some((set) => set.has(words));
  const { running, inTitles } = yield* readCandidates(view);
  const isOpen = ({ text }: TermCandidate): boolean => !right.has(normaliseTerm(text));
  const candidates = running.filter(isOpen);
  const nearMisses: NearMiss[] = [];
  const rest: TermCandidate[] = [];
  for (const [i, candidate] of inTitles.filter(isOpen).entries()) {
    if (i % candidatesInStep === candidatesInStep - 1) yield;
    // In a title only a slip of several words is told from other words with capitals.
    const near = nearestTerms(view, candidate).filter(({ form }) => form.includes(' '));
    if (near.length > 0) nearMisses.push({ candidate, near });
  }
  for (const [i, candidate] of candidates.entries()) {
    if (i % candidatesInStep === candidatesInStep - 1) yield;
    const near = nearestTerms(view, candidate);
    const written = normaliseTerm(candidate.text);
    if (near.length > 0) {
      // A slip that a joining word parts from the rest of its term is met once from either side.
      const told = nearMisses.at(-1)?.near[0];
      if (told?.start !== near[0]?.start || told?.end !== near[0]?.end) nearMisses.push({ candidate, near });
    } else if (candidate.whole && !isPart(normaliseTerm(candidate.whole.text))) {
      rest.push({ ...candidate, ...candidate.whole });
    } else if (!isPart(written)) {
      if (view.hasSectionA || !view.factsCount || !view.catalogue.headings.has(written)) rest.push(candidate);
    }
  }
  return { nearMisses, rest };
}

function moveCandidate(candidate: TermCandidate, by: number): TermCandidate {
  if (by === 0) return candidate;
  return {
    ...candidate,
    start: candidate.start + by,
    end: candidate.end + by,
    words: candidate.words.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
    whole: candidate.whole && {
      ...candidate.whole,
      start: candidate.whole.start + by,
      end: candidate.whole.end + by,
    },
  };
}

/** All runs of words inside known terms and names: `Objectives` is a part of `SEC Objectives` and is left alone. */
const partSets = new TableCache(
  () => new Set<string>(),
  (parts, term) => {
    for (const part of partsOf(termWords(term))) parts.add(part);
  },
);

function* partsOf(words: readonly string[]): Iterable<string> {
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < words.length; last++) {
      if (last - first + 1 < words.length) yield* termForms(words.slice(first, last + 1).join(' '));
    }
  }
}

interface Tally {
  count: number;
  determiners: number;
}

/**
 * A run of two or more words with an article before it somewhere, or used again and again; an abbreviation; a single word with
 * an article that recurs. What occurs once and has no article may be a name: silence (legal-text.md).
 */
function treatedAsTerms(view: DocumentView, candidates: readonly TermCandidate[]): TermCandidate[] {
  const tallies = new Map<string, Tally>();
  const keyOf = ({ text }: TermCandidate): string => [...termForms(normaliseTerm(text))].sort()[0] ?? text;
  for (const candidate of candidates) {
    const tally = tallies.get(keyOf(candidate)) ?? { count: 0, determiners: 0 };
    tally.count++;
    if (candidate.hasDeterminer) tally.determiners++;
    tallies.set(keyOf(candidate), tally);
  }
  // Without Section A a paper about the Code has names of people and groups that nothing at hand can tell from terms.
  const leastRecurring = view.factsCount && view.document.role.kind === 'paper' ? 3 : 2;
  return candidates.filter((candidate) => {
    const tally = tallies.get(keyOf(candidate)) as Tally;
    if (candidate.isAbbreviation) return !isEmphasis(view, candidate.text);
    if (candidate.words.length === 1 && candidate.whole?.text !== candidate.text)
      return candidate.hasDeterminer && tally.determiners >= 2;
    return tally.determiners >= 1 || tally.count >= leastRecurring;
  });
}

/** A word in capitals that the text also has in small letters, or with one capital, is emphasised, not abbreviated. */
function isEmphasis(view: DocumentView, word: string): boolean {
  const rest = word
    .slice(1)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '.');
  return word.length >= 4 && view.matches(`\\b[${word.charAt(0)}${word.charAt(0).toLowerCase()}]${rest}\\b`);
}

import type { Block } from '../syntax/documentTree.js';
import {
  isCalendarWord,
  isDeterminer,
  isGeneralAbbreviation,
  isGeneralName,
  isSentenceOpener,
} from '../syntax/words.js';
import { overlaps, type Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import type { DocumentView } from './documentView.js';
import { numbered, namePatterns, silentSpans } from './silentSpans.js';
import { type CapitalWord, CapitalWords, isEdgeWord, opensTerm } from './candidateWords.js';

/**
 * A run of capitalised words in running text that holds at least one word which nothing defines. The span is the whole run;
 * `words` are its capitalised words, joining words left out.
 */
export interface TermCandidate extends Span {
  readonly words: readonly CapitalWord[];
  /** The run with single spaces. */
  readonly text: string;
  readonly hasDeterminer: boolean;
  readonly isAbbreviation: boolean;
  /**
   * The same with the known abbreviation that stands before it behind an article: `ADT File` of `an ADT File`. Undefined in a
   * paper, where such words may be anybody's (`an IBM Service`).
   */
  readonly whole: (Span & { readonly text: string }) | undefined;
}

/** So many blocks are read in one step. */
const blocksInStep = 50;

/**
 * Finds what might be a term that nothing defines (legal-text.md, What is a use of something undefined?): everything that
 * page calls silent is left out here, so that the rules on terms judge the same candidates. In steps.
 */
export function* findTermCandidates(view: DocumentView): Steps<readonly TermCandidate[]> {
  return (yield* readCandidates(view)).running;
}

/** Candidates in running text, and those in lines that are nothing but a title, where capitals alone tell no term. */
export interface Candidates {
  readonly running: readonly TermCandidate[];
  readonly inTitles: readonly TermCandidate[];
}

/** The same with what stands in cells, items and headings that have capitals of their own. */
export function* readCandidates(view: DocumentView): Steps<Candidates> {
  const running: TermCandidate[] = [];
  const inTitles: TermCandidate[] = [];
  const words = new CapitalWords(view, silentSpans(view));
  for (const [i, block] of view.document.tree.blocks.entries()) {
    if (i % blocksInStep === blocksInStep - 1) yield;
    const inBlock = words.take(block);
    if (inBlock.length === 0 || block.kind === 'title' || block.kind === 'contents') continue;
    collectRuns(view, block, inBlock, isRunningText(view, block) ? running : inTitles);
  }
  return { running, inTitles };
}

/** Headings, contents and blocks that are nothing but a title have capitals of their own. */
function isRunningText(view: DocumentView, block: Block): boolean {
  if (block.kind !== 'text' && block.kind !== 'cell') return false;
  const words = view.document.reading.slice(block.textStart, Math.min(block.end, block.textStart + 400));
  // An item that begins with a small letter goes on with the sentence above it: `(i) the Panel and the Authority;`.
  return (
    /^[a-z]{2,}/.test(words) ||
    /(?:^|[\s(])(?!(?:of|and|the|for|to|in|on|by|with|or|from|at|as)\b)[a-z]{2,}/.test(words)
  );
}

const joint = /^[\s\u00a0]+(?:(?:of|for)[\s\u00a0]+(?:the[\s\u00a0]+)?)?$/;
const plainGap = /^[\s\u00a0]{1,12}$/;

function collectRuns(
  view: DocumentView,
  block: Block,
  words: readonly CapitalWord[],
  into: TermCandidate[],
): void {
  const { text } = view.document.reading;
  let run: CapitalWord[] = [];
  const flush = (): void => {
    if (run.some(({ use }) => use === undefined)) judgeRun(view, block, run, into);
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    if (last && !joins(text, last, word)) flush();
    run.push(word);
  }
  flush();
}

/** Whether two capitalised words stand in one run: side by side, or joined by `of` or `for` behind a word that nothing defines. */
function joins(text: string, last: CapitalWord, next: CapitalWord): boolean {
  if (last.use && last.use === next.use) return true;
  const gap = text.slice(
    last.use ? Math.max(last.end, last.use.end) : last.end,
    next.use ? Math.min(next.start, Math.max(next.use.start, last.end)) : next.start,
  );
  if (plainGap.test(gap)) return !gap.includes('\n\n');
  return joint.test(gap) && !last.use;
}

function judgeRun(
  view: DocumentView,
  block: Block,
  run: readonly CapitalWord[],
  into: TermCandidate[],
): void {
  const { text } = view.document.reading;
  let words = withoutEdges(text, run, block);
  const opensSentence = words.length > 0 && isSentenceStart(text, block, (words[0] as CapitalWord).start);
  if (opensSentence) {
    const first = words[0] as CapitalWord;
    const written = text.slice(first.start, first.end);
    if (!first.use && (words.length === 1 || isSentenceOpener(written) || isDeterminer(written)))
      words = withoutEdges(text, words.slice(1), block);
  }
  const before = words[0];
  words = withoutKnownNeighbours(view, words, block);
  if (words.length === 0 || words.every(({ use }) => use !== undefined)) return;
  // `the Second Relevant Policy Objective`, where those are a term: the number alone is none.
  const [only] = words as [CapitalWord];
  if (words.length === 1 && opensTerm.test(text.slice(only.start, only.end))) return;
  const isPaper = view.document.role.kind === 'paper';
  const candidate = makeCandidate(text, words, before, block, isPaper);
  if (isSilentCandidate(text, candidate)) return;
  // In a paper that knows the Code by its facts alone names of things cannot be told from terms.
  const names = namesAround(text, candidate, block, isPaper && view.factsCount);
  if (names.length === 0) {
    into.push(candidate);
    return;
  }
  for (const rest of withoutNames(words, names)) judgeRun(view, block, rest, into);
}

const nameReach = 160;

/** Acts, persons, companies, numbered things and terms defined elsewhere that hold an unknown word of the candidate. */
function namesAround(text: string, candidate: TermCandidate, block: Block, isGuess: boolean): Span[] {
  const from = Math.max(block.textStart, candidate.start - nameReach);
  const window = text.slice(from, Math.min(block.end, candidate.end + nameReach));
  const unknown = candidate.words.filter(({ use }) => use === undefined);
  const names: Span[] = [];
  for (const pattern of namePatterns) {
    for (const { index, 0: words } of window.matchAll(pattern)) {
      const name = { start: from + index, end: from + index + words.length };
      // `Severity Level 1`: the number counts what the whole run names.
      if (
        pattern === numbered &&
        !isGuess &&
        candidate.words[0]?.use === undefined &&
        startsInside(candidate, name)
      )
        continue;
      if (unknown.some((word) => overlaps(word, name))) names.push(name);
    }
  }
  return names;
}

function startsInside({ words: [first] }: TermCandidate, name: Span): boolean {
  return first !== undefined && first.end < name.start;
}

/** The runs that are left of a run when names are taken out of it. */
function withoutNames(words: readonly CapitalWord[], names: readonly Span[]): CapitalWord[][] {
  const runs: CapitalWord[][] = [[]];
  for (const word of words) {
    if (names.some((name) => overlaps(word, name))) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.some(({ use }) => use === undefined));
}

/** Leaves out function words, months and numerals at the edges: they are capitalised for reasons of their own. */
function withoutEdges(text: string, run: readonly CapitalWord[], block: Block): CapitalWord[] {
  const words = [...run];
  const isEmpty = (word: CapitalWord): boolean => !word.use && isEdgeWord(text.slice(word.start, word.end));
  const isEmptyEnd = (word: CapitalWord): boolean =>
    isEmpty(word) && !(words.length > 1 && endsTerm.test(text.slice(word.start, word.end)));
  const isOrdinal = ({ start, end }: CapitalWord): boolean =>
    words.length > 1 && opensTerm.test(text.slice(start, end)) && hasDeterminerAt(text, block, start);
  const dropFirst = (): void => {
    while (words.length > 0 && isEmpty(words[0] as CapitalWord) && !isOrdinal(words[0] as CapitalWord))
      words.shift();
  };
  dropFirst();
  while (words.length > 0 && isEmptyEnd(words.at(-1) as CapitalWord)) words.pop();
  dropFirst();
  return words;
}

/** Words that may open a sentence, and that terms end with: `Change Note`, `Day One`. */
const endsTerm = /^(?:Note|One|Two|Three|First|Second|Third|Last)$/;

/**
 * A known name of several words, or a known abbreviation, stands beside the unknown words and is no part of their run
 * (`SEC Party`, `SECAS Helpdesk`, `Security Sub-Committee Chair`); a single known word is (`Software Fees` beside `Software`),
 * and so is a term behind an article (`the Service Request Matrix`).
 */
function withoutKnownNeighbours(
  view: DocumentView,
  run: readonly CapitalWord[],
  block: Block,
): CapitalWord[] {
  const { text } = view.document.reading;
  const words = [...run];
  const standsApart = ({ use }: CapitalWord): boolean => {
    if (!use) return false;
    const known = text.slice(use.start, use.end);
    return /\s/.test(known) || /^[A-Z0-9+-]{2,}s?$/.test(known);
  };
  if (closesLongerTerm(view, words, block)) return words;
  // `the Price Plan of the Services`
  const isOfTerm = (): boolean => {
    const [before, last] = words.slice(-2);
    return (
      last?.use !== undefined &&
      before !== undefined &&
      before.use === undefined &&
      /[\s\u00a0](?:of|for)[\s\u00a0]+the[\s\u00a0]/.test(text.slice(before.end, last.start))
    );
  };
  while (words.length > 0 && (standsApart(words.at(-1) as CapitalWord) || isOfTerm())) words.pop();
  if (opensLongerTerm(view, words, block)) return words;
  while (words.length > 0 && standsApart(words[0] as CapitalWord)) words.shift();
  return words;
}

/**
 * `the Service Request Matrix`: an article, a term of several words that is no name, and one word that goes on with it. In a
 * paper that knows the Code by its facts alone such words may be names of anything.
 */
function opensLongerTerm(view: DocumentView, words: readonly CapitalWord[], block: Block): boolean {
  const use = words[0]?.use;
  const rest = words.filter((word) => word.use !== use);
  if (!use || use.entry.named || rest.length !== 1 || rest[0]?.use) return false;
  if (use.site === undefined && view.document.role.kind === 'paper') return false;
  const { text } = view.document.reading;
  const [tail] = rest as [CapitalWord];
  const last = /\S+$/.exec(text.slice(use.start, use.end))?.[0] ?? '';
  // `Path 3 Modification Proposal` is the one term and ends as the other.
  if (view.meaningOf(`${last} ${text.slice(tail.start, tail.end)}`, view.placeOf(block.provision)))
    return false;
  return (
    /\s/.test(text.slice(use.start, use.end)) &&
    /^[A-Z][a-z]+$/.test(text.slice(tail.start, tail.end)) &&
    hasDeterminerAt(text, block, use.start)
  );
}

/** `the First User System`: an article, one word that nothing defines, and a term of several words that is no name. */
function closesLongerTerm(
  view: DocumentView,
  [first, ...rest]: readonly CapitalWord[],
  block: Block,
): boolean {
  const use = rest[0]?.use;
  if (!first || first.use || !use || use.entry.named || rest.some((word) => word.use !== use)) return false;
  if (use.site === undefined && view.document.role.kind === 'paper') return false;
  const { text } = view.document.reading;
  return (
    /\s/.test(text.slice(use.start, use.end)) &&
    /^[A-Z][a-z]+$/.test(text.slice(first.start, first.end)) &&
    hasDeterminerAt(text, block, first.start)
  );
}

function isSentenceStart(text: string, block: Block, offset: number): boolean {
  if (offset <= block.textStart + 1) return true;
  const before = text.slice(Math.max(block.textStart, offset - 8), offset);
  return (
    /(?:[.?!:;•▪][”"’')\]]*[\s\u00a0]+[“"‘'([]?|\([a-zA-Z0-9]{1,4}\)[\s\u00a0]*|[\n][\s\u00a0]*[-•*][\s\u00a0]+)$/.test(
      before,
    ) || /^[“"‘'([]$/.test(before.trim())
  );
}

/** @param opening the word that opens the run, which may be a known one beside the candidate: `any DCC Service Provider` */
function makeCandidate(
  text: string,
  words: readonly CapitalWord[],
  opening: CapitalWord | undefined,
  block: Block,
  isPaper: boolean,
): TermCandidate {
  const first = words[0] as CapitalWord;
  const last = words.at(-1) as CapitalWord;
  const start = startOf(first);
  const end = last.use ? Math.max(last.end, last.use.end) : last.end;
  const written = text.slice(start, end).replace(/[\s\u00a0]+/g, ' ');
  const opens =
    opening !== undefined &&
    opening !== first &&
    !text.slice(opening.start, start).includes('\n') &&
    hasDeterminerAt(text, block, startOf(opening));
  const isDirectlyBefore = opening?.use !== undefined && start - opening.use.end === 1;
  return {
    start,
    end,
    words,
    text: written,
    hasDeterminer: opens || hasDeterminerAt(text, block, start),
    whole:
      opens && isDirectlyBefore && !isPaper && isAbbreviated(text, opening)
        ? {
            start: startOf(opening),
            end,
            text: `${text.slice(startOf(opening), start).trimEnd()} ${written}`,
          }
        : undefined,
    isAbbreviation:
      words.length === 1 &&
      /^(?=(?:[^A-Z]*[A-Z]){3})[A-Z][A-Za-z0-9&+-]*$/.test(written) &&
      !/[a-z]{2}/.test(written),
  };
}

function isAbbreviated(text: string, { start, end }: CapitalWord): boolean {
  return /^[A-Z0-9+-]{2,}$/.test(text.slice(start, end));
}

function startOf({ start, use }: CapitalWord): number {
  return use ? Math.min(start, use.start) : start;
}

function hasDeterminerAt(text: string, block: Block, offset: number): boolean {
  return hasDeterminerBefore(text.slice(Math.max(block.textStart, offset - 24), offset));
}

/** `a fresh Entry Notice`, `any further Test Report`: what one of several is called. */
const describedThing =
  /(?:^|[^A-Za-z])(?:an?|each|any|every)[\s\u00a0]+(?:new|fresh|further|single|separate|full|draft|final|later|earlier|valid|written|signed|revised|amended|updated|completed|initial|interim|additional|similar)[\s\u00a0]+$/;

/** An article or its like, or a possessive: `the`, `each`, `Provider’s`; `this Deed` is how a text calls itself. */
function hasDeterminerBefore(words: string): boolean {
  if (describedThing.test(words)) return true;
  const last = /([A-Za-z]+)([’']s?)?[\s\u00a0]+[“"‘']?$/.exec(words);
  // `” said Jo Bloggs`
  if (
    last?.[1] === 'said' &&
    !/\b(?:the|such|any|these|those|that|this)[\s\u00a0]+said[\s\u00a0]+[“"‘']?$/i.test(words)
  )
    return false;
  return (
    last !== null &&
    (last[2] !== undefined || (isDeterminer(last[1] as string) && !/^this$/i.test(last[1] as string)))
  );
}

const emphasised = new Set(
  (
    'NOT SHALL MUST MAY AND OR ONLY ALL ANY WILL NO NEVER ALWAYS BOTH EACH NOTE WARNING IMPORTANT PROVIDED THAT BETWEEN WHEREAS AGREED HEREBY PARTIES RECITALS BACKGROUND WITNESS DATED UNLESS EXCEPT DRAFT PUBLIC OFFICIAL CONFIDENTIAL RESTRICTED SENSITIVE SECRET ' +
    // What committees do, and the colours of the Traffic Light Protocol.
    'AGREE AGREES APPROVE APPROVES APPROVED REJECT REJECTS REJECTED ENDORSE ENDORSES ENDORSED CONSIDER CONSIDERS CONSIDERED RECOMMEND RECOMMENDS RECOMMENDED ' +
    'CONFIRM CONFIRMS CONFIRMED ACCEPT ACCEPTED DEFER DEFERRED DECIDE DECIDED DISCUSS DISCUSSED NOTES NOTED PROVIDE COMMENT ACTION ACTIONS DECISION INFORMATION RED AMBER GREEN WHITE CLEAR'
  ).split(' '),
);

/** `SECMPXXXX`: something is still to be filled in, which is a finding of its own. */
const gap = /^[A-Z]*[Xx]{3,}$/;

/** `CAN114`, `INV-20881`: the number of a paper or of a thing. */
const reference = /^[A-Z]{2,6}[-_]?\d{2,}[A-Z]?$/;

/** What the page on legal text calls silent, beyond the stretches that were left out already. */
function isSilentCandidate(text: string, candidate: TermCandidate): boolean {
  const unknown = candidate.words.filter(({ use }) => !use).map(({ start, end }) => text.slice(start, end));
  if (isGeneralName(candidate.text)) return true;
  if (
    unknown.every(
      (word) =>
        isGeneralAbbreviation(word) ||
        isCalendarWord(word) ||
        emphasised.has(word) ||
        /^(?:SEC|DCC)$/.test(word) ||
        gap.test(word) ||
        reference.test(word),
    )
  ) {
    return true;
  }
  if (
    candidate.words.length >= 2 &&
    unknown.every((word) => word === word.toUpperCase() && word.length > 1) &&
    unknown.length >= 2
  )
    return true;
  const around = text.slice(Math.max(0, candidate.start - 1), candidate.end + 1);
  // `[NAME]` is to be filled in.
  if (/^\[[A-Z ]+\]$/.test(around)) return true;
  return /^[/_@#&]|[/_@]$/.test(around) && candidate.words.length === 1;
}

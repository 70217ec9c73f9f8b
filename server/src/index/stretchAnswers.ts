import type { Reference } from '../syntax/bindReferences.js';
import { moveReference } from '../syntax/moveFacts.js';
import type { PlacedStretch } from '../syntax/joinTrees.js';
import type { BoundStretch } from '../syntax/readStretch.js';
import type { Steps } from '../text/steps.js';
import type { Basis } from './basis.js';
import type { DocumentView } from './documentView.js';

/**
 * Something that each stretch of a text can be asked for itself. Its answer holds as long as the stretch stays and what it
 * rests on, however the rest of the text changes. The object is what answers are kept under.
 */
export interface StretchQuestion<T> {
  /**
   * Besides the stretch and the provisions around it: nothing (`text`), the terms in force (`terms`), or what the text and the
   * Code at hand hold of provisions (`provisions`). The facts and the role of the text always count.
   */
  readonly restsOn: 'text' | 'terms' | 'provisions';
  ask(view: DocumentView): T;
  /** The same in steps, where a text that nobody edits, which is one stretch, would take long. */
  readonly askInSteps?: (view: DocumentView) => Steps<T>;
}

/** An answer, and where the offsets in it count from. */
export class PlacedAnswer<T> {
  readonly answer: T;
  readonly #place: PlacedStretch | undefined;

  /** @param place undefined for the answer of a whole text */
  constructor(answer: T, place: PlacedStretch | undefined) {
    this.answer = answer;
    this.#place = place;
  }

  /** The start of the stretch in the file. */
  get fileStart(): number {
    return this.#place?.fileStart ?? 0;
  }

  /** The start of the stretch in the reading. */
  get start(): number {
    return this.#place?.start ?? 0;
  }

  /** A reference of the stretch as the whole text has it. */
  inWhole(reference: Reference): Reference {
    return this.#place ? moveReference(reference, this.#place) : reference;
  }
}

/** An answer that a stretch gave, and what it rests on. */
export interface KeptAnswer<T> {
  readonly basis: object;
  readonly answer: T;
  /** The patterns that the answer depends on having a match anywhere in the text, or none. */
  readonly patterns: ReadonlyMap<string, boolean> | undefined;
}

const kept = new WeakMap<BoundStretch, Map<StretchQuestion<unknown>, KeptAnswer<unknown>>>();

/** The answer that a stretch gave before, if what it rests on is still the same. */
export function keptAnswer<T>(
  question: StretchQuestion<T>,
  stretch: BoundStretch,
  basis: Basis,
  matches: (pattern: string) => boolean,
): KeptAnswer<T> | undefined {
  const held = kept.get(stretch)?.get(question) as KeptAnswer<T> | undefined;
  if (held?.basis !== basis[question.restsOn]) return undefined;
  for (const [pattern, is] of held.patterns ?? none) if (matches(pattern) !== is) return undefined;
  return held;
}

const none: ReadonlyMap<string, boolean> = new Map();

/** Asks a stretch, and keeps its answer. */
export function askStretch<T>(
  question: StretchQuestion<T>,
  stretch: BoundStretch,
  basis: Basis,
  makeView: (asked: Map<string, boolean>) => DocumentView,
): KeptAnswer<T> {
  const patterns = new Map<string, boolean>();
  const answer = question.ask(makeView(patterns));
  const made = { basis: basis[question.restsOn], answer, patterns: patterns.size > 0 ? patterns : undefined };
  let answers = kept.get(stretch);
  if (!answers) kept.set(stretch, (answers = new Map<StretchQuestion<unknown>, KeptAnswer<unknown>>()));
  answers.set(question, made);
  return made;
}

const matched = new WeakMap<BoundStretch, Map<string, boolean>>();

/** Whether a stretch has a match of a pattern; asked again and again for the same patterns. */
export function stretchMatches(stretch: BoundStretch, pattern: string): boolean {
  const patterns = matched.get(stretch) ?? new Map<string, boolean>();
  matched.set(stretch, patterns);
  const held = patterns.get(pattern);
  if (held !== undefined) return held;
  const is = new RegExp(pattern).test(stretch.stretch.reading.text);
  patterns.set(pattern, is);
  return is;
}

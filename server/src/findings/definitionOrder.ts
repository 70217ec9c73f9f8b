import { announcesOrder, definitionLists, type ListedDefinition } from '../index/definitionEntries.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { finish, type Steps } from '../text/steps.js';
import type { Report, Rule } from './finding.js';
import { relatedTo } from './places.js';

/**
 * A definition out of alphabetical order in its list. Case, hyphens, quotation marks and white space make no difference, terms
 * that begin with a figure stand anywhere. The longest run in order decides: one definition that moved is one finding, at it. A
 * list that is not clearly alphabetical is left alone. Depends on the text alone.
 */
export const definitionOrder: Rule = {
  code: 'definition-order',
  runsOnLarge: false,
  *find({ document }: DocumentView): Iterable<Report | void> {
    for (const list of definitionLists(document)) {
      yield;
      const entries = list.filter(({ term }) => /^[A-Za-z]/.test(term));
      const run = yield* longestInOrder(entries);
      const misplaced = entries.length - run.entries.length;
      if (misplaced === 0 || !isAlphabetical(document, entries, run)) continue;
      const kept = new Set(run.entries);
      for (const entry of entries) if (!kept.has(entry)) yield reportOf(document, run, entry);
    }
  },
};

/**
 * Few lists of six are in order but for one by chance, and few of five but for two neighbours that changed places; a shorter
 * list must say that it is alphabetical.
 */
function isAlphabetical(document: DocumentFacts, entries: readonly ListedDefinition[], run: Run): boolean {
  const { length } = entries;
  const misplaced = length - run.entries.length;
  if (length >= 6) return misplaced <= Math.max(1, Math.floor(length / 8));
  if (length === 5 && misplaced === 1 && isSwapped(entries, run)) return true;
  return length >= 2 && misplaced === 1 && announcesOrder(document, entries[0] as ListedDefinition);
}

/** Whether the misplaced entry belongs right before the one above it. */
function isSwapped(entries: readonly ListedDefinition[], run: Run): boolean {
  const at = entries.findIndex((entry) => !run.entries.includes(entry));
  if (at < 1) return false;
  const [above, misplaced] = entries.slice(at - 1, at + 1) as [ListedDefinition, ListedDefinition];
  const swapped = entries.with(at - 1, misplaced).with(at, above);
  return finish(longestInOrder(swapped)).entries.length === entries.length;
}

function inWords(term: string): string {
  return term
    .toLowerCase()
    .replace(/[’'“”"‘*]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function inLetters(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/** The entries of a list that stand in order, each with its key. */
interface Run {
  readonly order: (term: string) => string;
  readonly entries: readonly ListedDefinition[];
  /** They do not descend. */
  readonly keys: readonly string[];
}

/** Word by word, or letter by letter: both are in use, and the one that the list keeps to better counts. */
function* longestInOrder(entries: readonly ListedDefinition[]): Steps<Run> {
  const byWords = longestRun(entries, inWords);
  yield;
  const byLetters = longestRun(entries, inLetters);
  return byLetters.entries.length > byWords.entries.length ? byLetters : byWords;
}

/**
 * The longest subsequence that is in order. Of two next to one another that changed places, the later one is left out: each
 * kept entry is the first that the run can have. O(n log n).
 */
function longestRun(entries: readonly ListedDefinition[], order: (term: string) => string): Run {
  const keys = entries.map(({ term }) => order(term));
  const lengths = runLengths(keys);
  const kept: { entries: ListedDefinition[]; keys: string[] } = { entries: [], keys: [] };
  let wanted = lengths.reduce((most, length) => Math.max(most, length), 0);
  let last = '';
  for (const [i, entry] of entries.entries()) {
    if (wanted === 0) break;
    const key = keys[i] as string;
    if ((lengths[i] as number) < wanted || key < last) continue;
    kept.entries.push(entry);
    kept.keys.push(key);
    wanted--;
    last = key;
  }
  return { order, ...kept };
}

/** For each key how long the longest run in order is that begins with it. */
function runLengths(keys: readonly string[]): number[] {
  const lengths = new Array<number>(keys.length).fill(0);
  /** `heads[n]`: the greatest key with which a run of n + 1 begins; they descend. */
  const heads: string[] = [];
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i] as string;
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((heads[middle] as string) >= key) low = middle + 1;
      else high = middle;
    }
    heads[low] = key;
    lengths[i] = low + 1;
  }
  return lengths;
}

function reportOf(document: DocumentFacts, { order, entries, keys }: Run, entry: ListedDefinition): Report {
  const place = firstBehind(keys, order(entry.term));
  const after = entries[place - 1];
  const before = entries[place];
  const where =
    after && before
      ? `between “${after.term}” and “${before.term}”`
      : after
        ? `behind “${after.term}”`
        : `before “${before?.term ?? ''}”`;
  const neighbour = after ?? before;
  return {
    span: entry,
    message: `“${entry.term}” is out of alphabetical order: it belongs ${where}. Move it there.`,
    related: neighbour ? [relatedTo(document, neighbour, `“${entry.term}” belongs beside this`)] : [],
  };
}

/** The index of the first of some keys that do not descend that is greater than one. */
function firstBehind(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { announcesOrder, definitionLists, type ListedDefinition } from '../index/definitionEntries.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
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
  *find({ document }: DocumentView): Iterable<Report> {
    for (const list of definitionLists(document)) {
      const entries = list.filter(({ term }) => /^[A-Za-z]/.test(term));
      const kept = longestInOrder(entries);
      const misplaced = entries.length - kept.size;
      if (misplaced === 0 || !isAlphabetical(document, entries, kept)) continue;
      for (const entry of entries) if (!kept.has(entry)) yield reportOf(document, entries, kept, entry);
    }
  },
};

/**
 * Few lists of six are in order but for one by chance, and few of five but for two neighbours that changed places; a shorter
 * list must say that it is alphabetical.
 */
function isAlphabetical(
  document: DocumentFacts,
  entries: readonly ListedDefinition[],
  kept: ReadonlySet<ListedDefinition>,
): boolean {
  const { length } = entries;
  const misplaced = length - kept.size;
  if (length >= 6) return misplaced <= Math.max(1, Math.floor(length / 8));
  if (length === 5 && misplaced === 1 && isSwapped(entries, kept)) return true;
  return length >= 2 && misplaced === 1 && announcesOrder(document, entries[0] as ListedDefinition);
}

/** Whether the misplaced entry belongs right before the one above it. */
function isSwapped(entries: readonly ListedDefinition[], kept: ReadonlySet<ListedDefinition>): boolean {
  const at = entries.findIndex((entry) => !kept.has(entry));
  if (at < 1) return false;
  const [above, misplaced] = entries.slice(at - 1, at + 1) as [ListedDefinition, ListedDefinition];
  return longestInOrder(entries.with(at - 1, misplaced).with(at, above)).size === entries.length;
}

/** Word by word, and letter by letter: both are in use, and the one that the list keeps to better counts. */
const orders: readonly ((term: string) => string)[] = [
  (term) =>
    term
      .toLowerCase()
      .replace(/[’'“”"‘*]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  (term) => term.toLowerCase().replace(/[^a-z0-9]+/g, ''),
];

function longestInOrder(entries: readonly ListedDefinition[]): Set<ListedDefinition> {
  let best = new Set<ListedDefinition>();
  for (const order of orders) {
    const kept = longestRun(entries, order);
    if (kept.size > best.size) best = kept;
  }
  return best;
}

/**
 * The longest subsequence that is in order. Of two next to one another that changed places, the later one is left out: each
 * kept entry is the first that the run can have. O(n log n).
 */
function longestRun(
  entries: readonly ListedDefinition[],
  order: (term: string) => string,
): Set<ListedDefinition> {
  const keys = entries.map(({ term }) => order(term));
  const lengths = runLengths(keys);
  const kept = new Set<ListedDefinition>();
  let wanted = Math.max(0, ...lengths);
  let last = '';
  for (const [i, entry] of entries.entries()) {
    if (wanted === 0) break;
    const key = keys[i] as string;
    if ((lengths[i] as number) < wanted || key < last) continue;
    kept.add(entry);
    wanted--;
    last = key;
  }
  return kept;
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

function reportOf(
  document: DocumentFacts,
  entries: readonly ListedDefinition[],
  kept: ReadonlySet<ListedDefinition>,
  entry: ListedDefinition,
): Report {
  const inOrder = entries.filter((other) => kept.has(other));
  const [byWords] = orders as [(term: string) => string];
  const key = byWords(entry.term);
  const after = inOrder.findLast((other) => byWords(other.term) <= key);
  const before = inOrder.find((other) => byWords(other.term) > key);
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

import { sitesInForce, type TermEntry, type TermTable } from '../index/termTable.js';
import { firstAtOrAfter } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import { otherNumber, termForms, termWords } from '../model/termForms.js';
import { blockAt } from './blockAt.js';
import type { Completion, CompletionPlace, Completions } from './completion.js';
import { placeLabel } from './placeLabel.js';

interface Spelling {
  /** In small letters: what is typed is compared so. */
  readonly key: string;
  readonly words: string;
  readonly entry: TermEntry;
}

/** The spellings of a table by their first letter; a table is never changed once it is asked about. */
const spellings = new WeakMap<TermTable, Map<string, readonly Spelling[]>>();

/** Makes the spellings of a table ahead of the first list, a letter in each step. */
export function* prepareSpellings(table: TermTable): Steps<void> {
  const letters = new Set<string>();
  for (const term of table.terms()) letters.add(term.charAt(0).toLowerCase());
  for (const letter of letters) {
    spellingsOf(table, letter);
    yield;
  }
}

/**
 * The spellings of a table that begin with a letter (a small one), in order of their letters. They are made letter by letter:
 * all at once would keep the first list waiting. Every form of a term begins as the term does.
 */
function spellingsOf(table: TermTable, letter: string): readonly Spelling[] {
  const byLetter = spellings.get(table) ?? new Map<string, readonly Spelling[]>();
  spellings.set(table, byLetter);
  const held = byLetter.get(letter);
  if (held) return held;
  const made: Spelling[] = [];
  for (const term of table.terms()) {
    if (term.charAt(0).toLowerCase() !== letter) continue;
    const entry = table.get(term);
    if (entry) for (const words of termForms(term)) made.push({ key: words.toLowerCase(), words, entry });
  }
  made.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  byLetter.set(letter, made);
  return made;
}

const mostWords = 6;
const most = 200;

/**
 * Defined terms behind a capital: of the words before the cursor the longest run that begins a term. Where the word that is
 * replaced is a plural, the plural is offered.
 */
export function completeTerms(place: CompletionPlace): Completions | undefined {
  const run =
    /(?:[A-Z][A-Za-z0-9’'-]*[ \u00a0]+(?:(?:of|for|and|the|in|to)[ \u00a0]+){0,2}){0,5}[A-Z][A-Za-z0-9’'-]*(?:[ \u00a0]+[a-z]{0,3})?$/.exec(
      place.before,
    );
  if (!run) return undefined;
  const words = [...run[0].matchAll(/[^ \u00a0]+/g)].slice(-mostWords);
  for (const word of words) {
    if (!/^[A-Z]/.test(word[0])) continue;
    const typed = run[0].slice(word.index).replace(/[ \u00a0]+/g, ' ');
    const start = place.start + run.index + word.index;
    const found = termsWith(place, typed, start);
    if (found.length > 0)
      return { items: found.slice(0, most), isIncomplete: found.length > most || words.length < mostWords };
  }
  return undefined;
}

function termsWith(place: CompletionPlace, typed: string, start: number): Completion[] {
  const { view, offset, after } = place;
  const rest = /^[A-Za-z0-9-]*/.exec(after)?.[0] ?? '';
  const isPlural = rest !== '' && /[^su]s$/.test(typed + rest);
  const key = typed.toLowerCase();
  const at = blockAt(view.document, offset)?.provision;
  const found = new Map<string, Completion>();
  for (const table of [...view.definedTables, view.factTable]) {
    const list = spellingsOf(table, key.charAt(0));
    const chosen = new Set<TermEntry>();
    for (
      let i = firstAtOrAfterKey(list, key);
      i < list.length && (list[i] as Spelling).key.startsWith(key);
      i++
    ) {
      const { entry, words } = list[i] as Spelling;
      if (chosen.has(entry)) continue;
      const [site] = sitesInForce(entry, view.document, at);
      if (!site && !(table === view.factTable && view.countsAsKnown(entry))) continue;
      chosen.add(entry);
      const spelling = spellingFor(entry.term, words, key, isPlural);
      if (found.has(entry.term) || spelling === typed + rest) continue;
      const where = site ? placeLabel(site) : '';
      found.set(entry.term, {
        kind: 'term',
        label: spelling,
        detail: site ? (where === '' ? 'defined in this text' : where) : 'known from facts',
        replaces: { start, end: offset + rest.length },
        newText: spelling,
        explains: entry.term,
      });
    }
  }
  return [...found.values()];
}

/** The term itself while it fits what is typed; its plural where that alone fits, or where a plural is replaced. */
function spellingFor(term: string, words: string, key: string, isPlural: boolean): string {
  if (isPlural) {
    const all = termWords(term);
    const last = all.at(-1) ?? '';
    if (!/[^su]s$/.test(last)) return [...all.slice(0, -1), otherNumber(last)[0]].join(' ');
  }
  return term.toLowerCase().startsWith(key) ? term : words;
}

/** The list is searched by halves: two thousand terms cost no more than two hundred. */
function firstAtOrAfterKey(list: readonly Spelling[], key: string): number {
  return firstAtOrAfter(list.length, (i) => ((list[i] as Spelling).key < key ? 0 : 1), 1);
}

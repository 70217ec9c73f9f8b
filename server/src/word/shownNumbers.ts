import { paragraphsOf, type Block, type Paragraph } from './blocks.js';

/**
 * Holds the numbers that reference fields show against the numbers that the paragraphs they name have now: Word works them out
 * only when it is told to.
 * @returns what is wrong, in words, by the paragraph that holds the field
 */
export function wrongNumbers(blocks: readonly Block[]): Map<Paragraph, string[]> {
  const paragraphs = [...paragraphsOf(blocks)];
  const wrong = new Map<Paragraph, string[]>();
  if (paragraphs.every(({ shownNumbers }) => shownNumbers.length === 0)) return wrong;
  const numbers = numbersByBookmark(paragraphs);
  for (const paragraph of paragraphs) {
    for (const { bookmark, shown } of paragraph.shownNumbers) {
      const number = numbers.get(bookmark);
      if (number === undefined || shown.trim() === '' || agrees(shown, number)) continue;
      const told = wrong.get(paragraph) ?? [];
      told.push(`a reference shows “${shown.trim()}”, and what it names is numbered ${number.join('')} now`);
      wrong.set(paragraph, told);
    }
  }
  return wrong;
}

/** The labels from the clause down to the paragraph that a bookmark stands in: `D1.1`, `(a)`. */
function numbersByBookmark(paragraphs: readonly Paragraph[]): Map<string, readonly string[]> {
  const numbers = new Map<string, readonly string[]>();
  const open = new Map<string, (string | undefined)[]>();
  for (const { list, label, bookmarks } of paragraphs) {
    if (!list || label.now === undefined) continue;
    const labels = open.get(list.counter) ?? [];
    labels.length = list.level;
    labels[list.level] = label.now;
    open.set(list.counter, labels);
    if (bookmarks.length === 0) continue;
    const path = fromClause(labels.filter((text) => text !== undefined));
    for (const bookmark of bookmarks) numbers.set(bookmark, path);
  }
  return numbers;
}

/** `D1.1` repeats what is above it, `(a)` does not. */
function fromClause(labels: readonly string[]): string[] {
  const clause = labels.findLastIndex((label) => !/^\(?[A-Za-z]{1,6}\)$/.test(label));
  return labels.slice(Math.max(clause, 0));
}

/** Word shows a number whole, alone, or from where the two places part; a full stop at its end is left out. */
function agrees(shown: string, number: readonly string[]): boolean {
  const bare = (text: string): string => text.replace(/[\s\u00a0.]/g, '').toLowerCase();
  const wanted = bare(shown);
  const whole = bare(number.join(''));
  return (
    /^error!/i.test(shown.trim()) || whole.endsWith(wanted) || bare(number.at(-1) ?? '').includes(wanted)
  );
}

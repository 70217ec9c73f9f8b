import { termHeads, termWords } from './codeWords.js';
import type { Chance } from './chance.js';

/** The terms that the generated text leans on without choosing them by chance; they are always defined. */
export const fixedTerms: readonly string[] = ['Party', 'Working Day'];

const consonants = [...'BCDFGHJKLMNPQRTVWZ'];

/** That many different terms of one to three words, some of them abbreviations; none is the plural of another. */
export function makeTerms(random: Chance, count: number): string[] {
  const terms = new Set<string>(fixedTerms);
  while (terms.size < count) terms.add(makeTerm(random));
  return [...terms].slice(0, Math.max(count, fixedTerms.length));
}

function makeTerm(random: Chance): string {
  const share = random.next();
  if (share < 0.05) return Array.from({ length: 4 }, () => random.pick(consonants)).join('');
  const head = random.pick(termHeads);
  if (share < 0.6) return `${random.pick(termWords)} ${head}`;
  return `${random.pick(termWords)} ${random.pick(termWords)} ${head}`;
}

/** A term as text may bend it: in the plural, or with a possessive sign. */
export function bent(random: Chance, term: string): string {
  const share = random.next();
  if (share < 0.05 && !term.endsWith('s')) return `${term}’s`;
  return share < 0.18 ? plural(term) : term;
}

function plural(term: string): string {
  if (/(?:s|x|ch|sh|ia)$/.test(term)) return term;
  return /[^aeiou]y$/.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`;
}

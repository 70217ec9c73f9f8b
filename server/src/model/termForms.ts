/**
 * The forms of a defined term (Section A2: the singular includes the plural; legal-text.md, "Uses bend").
 * Only number bends here: a possessive sign stands behind the form and is no part of it.
 */

/** The other number of a word: `Party` and `Parties`, `Hub` and `Hubs`; undefined where there is none to be expected. */
export function otherNumber(word: string): string[] {
  if (word.length < 3) return [`${word}s`];
  if (/[^aeiou]ies$/i.test(word)) return [`${word.slice(0, -3)}y`, `${word}es`];
  if (/(?:s|x|z|ch|sh)es$/i.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (/ss$/i.test(word)) return [`${word}es`];
  if (/us$|is$/i.test(word)) return [`${word}es`];
  if (/s$/.test(word)) return [word.slice(0, -1)];
  if (/[A-Z]s?$/.test(word)) return [`${word}s`];
  if (/[^aeiou]y$/i.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:x|z|ch|sh)$/i.test(word)) return [`${word}es`];
  return [`${word}s`];
}

/** Words of a term; white space of any kind parts them. */
export function termWords(term: string): string[] {
  return term.split(/[\s\u00a0]+/).filter((word) => word !== '');
}

/**
 * All spellings that count as uses of a term: itself, its other number at the end, and, where the head stands before
 * `of`, `for`, `in` or `to` (`Secretary of State`, `Event of Default`), at the head.
 */
export function termForms(term: string): readonly string[] {
  const held = known.get(term);
  if (held) return held;
  const forms = makeForms(term);
  if (known.size >= mostKnown) known.clear();
  known.set(term, forms);
  return forms;
}

/** Several tables are made of the same terms, one behind the other. */
const known = new Map<string, readonly string[]>();
const mostKnown = 10_000;

function makeForms(term: string): readonly string[] {
  const words = termWords(term);
  const last = words.length - 1;
  if (last < 0) return [];
  const forms = new Set<string>([words.join(' ')]);
  const either = /^(.{2,})\(e?s\)$/.exec(words[last] as string)?.[1];
  if (either !== undefined)
    for (const form of termForms([...words.slice(0, last), either].join(' '))) forms.add(form);
  for (const other of otherNumber(words[last] as string))
    forms.add([...words.slice(0, last), other].join(' '));
  const joint = words.findIndex((word, i) => i > 0 && /^(?:of|for|in|to)$/.test(word));
  if (joint > 0) {
    for (const other of otherNumber(words[joint - 1] as string)) {
      forms.add([...words.slice(0, joint - 1), other, ...words.slice(joint)].join(' '));
    }
  }
  return [...forms];
}

/** ASCII words with single spaces are in the one form already, as nearly all terms are. */
const isNormal = /^[!-~]+(?: [!-~]+)*$/;

/** One form for comparison: single spaces, straight apostrophes and hyphens, capitals as they are. */
export function normaliseTerm(term: string): string {
  if (isNormal.test(term)) return term;
  return term
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .trim();
}

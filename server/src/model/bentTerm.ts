import { normaliseTerm, otherNumber, termForms, termWords } from './termForms.js';

/**
 * Another term in the form in which one is written: for `Party` renamed to `Code Member`, `Parties` becomes `Code Members`;
 * words in capitals stay in capitals.
 *
 * @param written any form of `term`, in any white space
 * @returns undefined where the words are no form of the term
 */
export function bendLike(term: string, written: string, other: string): string | undefined {
  const words = normaliseTerm(written);
  if (words === normaliseTerm(term)) return other;
  const forms = termForms(normaliseTerm(term));
  if (forms.includes(words)) return otherForm(term, words, other);
  const form = forms.find((candidate) => candidate.toUpperCase() === words);
  return form === undefined ? undefined : bendLike(term, form, other)?.toUpperCase();
}

/** The same for a term that is written again and again: each form is bent once. */
export function bender(term: string, other: string): (written: string) => string | undefined {
  const bent = new Map<string, string | undefined>();
  return (written) => {
    if (!bent.has(written)) bent.set(written, bendLike(term, written, other));
    return bent.get(written);
  };
}

function otherForm(term: string, form: string, other: string): string {
  if (headNumber(form) === headNumber(other)) return other;
  const joint = jointOf(other);
  const words = termWords(other);
  // `Event of Default` bends before `of`, all else at its end; so does a term that the old one bent there.
  const at =
    joint > 0 && lastWord(term) === lastWord(form)
      ? joint - 1
      : jointOf(term) > 0 && joint > 0
        ? joint - 1
        : words.length - 1;
  const [bent] = otherNumber(words[at] as string);
  return [...words.slice(0, at), bent, ...words.slice(at + 1)].join(' ');
}

function headNumber(term: string): 'one' | 'many' {
  const words = termWords(term);
  const joint = jointOf(term);
  const head = words[joint > 0 ? joint - 1 : words.length - 1] ?? '';
  return /s$/i.test(head) && !/(?:ss|us|is)$/i.test(head) ? 'many' : 'one';
}

function jointOf(term: string): number {
  return termWords(term).findIndex((word, i) => i > 0 && /^(?:of|for|in|to)$/.test(word));
}

function lastWord(term: string): string {
  return termWords(term).at(-1) ?? '';
}

/** The sign of possession behind a word of that number: `Party's`, `Parties'`; `sign` is the apostrophe as it is written. */
export function possessive(word: string, sign: string): string {
  return /s$/i.test(word) ? sign : `${sign}s`;
}

/** `a` or `an` by how a term is spoken; capitals are spelt out (`an SMKI`), and `User` begins like `you`. */
export function articleFor(term: string): 'a' | 'an' {
  const [word = ''] = term.split(/[\s-]/);
  if (/^[A-Z]{2,}s?$/.test(word) && !/^[A-Z][AEIOU][A-Z]*[AEIOUY]/.test(word))
    return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
  if (/^(?:eu|one|un[io]|us[aeiu]|ut[iou])/i.test(word)) return 'a';
  return /^[aeiou]/i.test(word) || /^(?:hour|hono|heir)/i.test(word) ? 'an' : 'a';
}

import { normaliseTerm, termForms, termWords } from '../../../server/src/model/termForms.js';
import { isGeneralAbbreviation, isGeneralName } from '../../../server/src/syntax/words.js';
import type { Span } from '../../../server/src/text/span.js';
import type { DefinitionLabel, UseLabel } from '../labels.js';
import {
  hasDeterminer,
  isRunning,
  isUseOf,
  lineOf,
  meets,
  rowLines,
  surfaceOf,
  type DefinitionLine,
  type Edit,
  type Mutant,
  type MutableText,
  type MutationKind,
} from './mutableText.js';

// ---- a definition removed -----------------------------------------------------------------------------------------------

/**
 * A definition taken out: the uses that are left are undefined. Left out are terms that something else defines, that are made
 * of other defined terms or a part of one, and uses that the rules call silent (legal-text.md: a run that is used once and
 * has no article, a single word that does not recur with one).
 */
export const definitionRemoved: MutationKind = {
  name: 'definition removed',
  codes: ['undefined-term'],
  *mutants(text) {
    for (const label of text.labels.definitions) yield () => withoutDefinition(text, label);
  },
};

function withoutDefinition(text: MutableText, label: DefinitionLabel): Mutant | undefined {
  const edit = removalOf(text, label);
  if (!edit || !isLeftUndefined(text, label.term, edit)) return undefined;
  return {
    edits: [edit],
    codes: ['undefined-term', 'near-miss-term'],
    places: [
      ...occurrences(text, label.term),
      ...text.labels.uses.filter((use) => isUseOf(text, use, label.term)),
    ],
    // What an abbreviation stood for is left undefined with it.
    // So is what was a slip of it.
    follows: [
      'unused-definition',
      ...(/^[A-Z0-9]{2,}$/.test(label.term) || text.baseline.some(({ code }) => code === 'near-miss-term')
        ? ['undefined-term']
        : []),
    ],
    note: `“${label.term}” is no longer defined`,
  };
}

/** Whether a text without the stretch that defines a term has uses of it that must be told of. */
export function isLeftUndefined(text: MutableText, term: string, removed: Span): boolean {
  if (isKnownOtherwise(text, term)) return false;
  const uses = text.labels.uses.filter(
    (use) => isUseOf(text, use, term) && !meets([removed], use) && !isInLongerRun(text, use),
  );
  return isTreatedAsTerm(
    text,
    term,
    uses.filter((use) => isRunning(text, use) && !isSilentUse(text, use) && !isOwner(text, use)),
  );
}

/** Every place where a term stands, marked as a use or not. */
function occurrences({ text }: MutableText, term: string): Span[] {
  const forms = termForms(normaliseTerm(term)).map((form) =>
    form
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/ /g, '\\s+')
      .replace(/'/g, "[’']"),
  );
  return [...text.matchAll(new RegExp(forms.sort((a, b) => b.length - a.length).join('|'), 'g'))].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

function isSilentUse({ text }: MutableText, { start, end }: Span): boolean {
  const around = text.slice(Math.max(0, start - 1), end + 1);
  return /^[“"‘'([#/@&_-]|[”"’/@_-]$/.test(around);
}

/** `Publicly Licensed Software`: without the definition the words are a run of their own, which is judged by itself. */
function isInLongerRun({ text }: MutableText, { start, end }: Span): boolean {
  return (
    /[A-Z][A-Za-z-]*[ \u00a0]$/.test(text.slice(start - 24, start)) ||
    /^[ \u00a0][A-Z]/.test(text.slice(end, end + 2))
  );
}

/** `section 248 of the Tax Code`: part of the name of what is referred to. */
function isOwner({ text }: MutableText, { start }: Span): boolean {
  return /\b(?:section|clause|paragraph|condition)s? [\w.()]+ of the $/i.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

function isTreatedAsTerm(text: MutableText, term: string, running: readonly UseLabel[]): boolean {
  const capitalised = termWords(term).filter((word) => /^[A-Z0-9]/.test(word));
  if (/^(?=(?:[^A-Z]*[A-Z]){3})[A-Z0-9&+-]+$/.test(term))
    return running.length > 0 && !isGeneralAbbreviation(term);
  const determined = running.filter((use) => hasDeterminer(text, use)).length;
  if (capitalised.length < 2) return /[a-z]{2}/.test(term) && determined >= 2;
  return determined >= 1 || running.length >= 2;
}

function isKnownOtherwise({ definedTerms, catalogue, view }: MutableText, term: string): boolean {
  const forms = new Set(termForms(normaliseTerm(term)));
  const names = [...catalogue.names.keys(), ...(view.factsCount ? catalogue.terms.keys() : [])];
  const others = definedTerms.filter((other) => !forms.has(normaliseTerm(other)));
  const same = definedTerms.length - others.length;
  if (same !== 1 || !/^[A-Z0-9]/.test(term) || isGeneralName(term)) return true;
  if (names.some((name) => forms.has(normaliseTerm(name)))) return true;
  const known = [...others, ...names].map((other) => normaliseTerm(other));
  if (known.some((other) => [...forms].some((form) => ` ${other} `.includes(` ${form} `)))) return true;
  // A paper that knows the Code by its facts alone takes `Force Majeure Event` for the known term and a word beside it.
  if (view.factsCount && view.document.role.kind === 'paper') {
    const [head] = /^.*[ ](?=[^ ]+$)/.exec(normaliseTerm(term)) ?? [''];
    if (/[ ]/.test(head.trim()) && known.includes(head.trim())) return true;
  }
  return isMadeOf(termWords(normaliseTerm(term)), new Set(known.flatMap(termForms)));
}

/** Whether words are other terms side by side (`Controller Personal Data`): what reads them finds those. */
function isMadeOf(parts: readonly string[], known: ReadonlySet<string>): boolean {
  if (parts.length === 0) return true;
  for (let count = parts.length; count > 0; count--) {
    const head = parts.slice(0, count).join(' ');
    if (
      (known.has(head) || known.has(head.replace(/'s?$/, '')) || (count === 1 && /^[a-z]/.test(head))) &&
      isMadeOf(parts.slice(count), known)
    )
      return true;
  }
  return false;
}

const bracketBefore =
  /[ ]?\((?:(?:the|this|these|each|an?|collectively|together|each, an?|collectively, the|together, the|such code being the),? )?[“"‘*]*$/;
const meansBehind =
  /^[”"’*]+(?: \([^)]*\))? (?:means?|shall mean|has the meaning|have the meaning|shall have the meaning|includes?)\b/;

/** What to take out so that the term is no longer defined and nothing else is lost. */
function removalOf(text: MutableText, label: DefinitionLabel): Edit | undefined {
  const row = rowLines(text).find((one) => one.label === label);
  if (row) return { start: row.line.start, end: row.line.end + 1, newText: '' };
  const line = lineOf(text, label.start);
  if (label.end > line.end) return undefined;
  const before = bracketBefore.exec(text.text.slice(line.start, label.start));
  const after = /^[”"’*]*\)/.exec(text.text.slice(label.end, line.end));
  if (before && after)
    return { start: line.start + before.index, end: label.end + after[0].length, newText: '' };
  const head = /^\s*(?:(?:[A-Z]?\d+(?:\.\d+)*\.?|\([a-z]+\))[ \t]+)?/.exec(
    text.text.slice(line.start, line.end),
  );
  const body = line.start + (head?.[0].length ?? 0);
  const opens = /^(?:the |an? )?[“"‘*]+$/i.test(text.text.slice(body, label.start));
  const sole = text.labels.definitions.every(
    (other) => other === label || lineOf(text, other.start).start !== line.start,
  );
  const next = text.text.charAt(line.end + 1);
  if (
    !opens ||
    !sole ||
    !meansBehind.test(text.text.slice(label.end, line.end)) ||
    !/\.$/.test(text.text.slice(line.start, line.end).trim()) ||
    /[ (]/.test(next)
  )
    return undefined;
  return { start: body, end: line.end, newText: 'Not used.' };
}

// ---- one letter -----------------------------------------------------------------------------------------------------------

type Slip = (word: string, at: number, letter: string) => string;

function letterKind(name: string, slip: Slip): MutationKind {
  return {
    name,
    codes: ['near-miss-term'],
    *mutants(text, pick) {
      for (const use of text.labels.uses) yield () => misspelt(text, use, slip, pick);
    },
  };
}

/** One letter wrong in a use, where the result is no other word of the text, no other term and no other number. */
export const letterKinds: readonly MutationKind[] = [
  letterKind('letter changed', (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1)),
  letterKind('letter dropped', (word, at) => word.slice(0, at) + word.slice(at + 1)),
  letterKind('letter doubled', (word, at) => word.slice(0, at) + (word[at] ?? '') + word.slice(at)),
  letterKind('letters swapped', (word, at) =>
    at + 1 < word.length
      ? word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
      : word,
  ),
];

const shortestSingle = 7;

function misspelt(
  text: MutableText,
  use: UseLabel,
  slip: Slip,
  pick: <T>(choices: readonly T[]) => T,
): Mutant | undefined {
  const surface = surfaceOf(text, use);
  if (!isRunning(text, use) || meets(text.baseline, use) || isSilentUse(text, use) || /\n/.test(surface))
    return undefined;
  const words = [...surface.matchAll(/[A-Za-z]+/g)].filter(({ 0: word }) => /^[A-Z][a-z]{4,}$/.test(word));
  const isSingle = !/\s/.test(surface);
  if (words.length === 0 || (isSingle && (surface.length < shortestSingle || !hasDeterminer(text, use))))
    return undefined;
  const word = pick(words);
  const at = 1 + pick([...Array(word[0].length - 2).keys()]);
  const bad = slip(word[0], at, pick([...'aeioulnrstdgm']));
  const found = surface.slice(0, word.index) + bad + surface.slice(word.index + word[0].length);
  if (!isFault(text, word[0], bad, found)) return undefined;
  return {
    edits: [{ start: use.start, end: use.end, newText: found }],
    codes: ['near-miss-term'],
    places: [use],
    follows: ['unused-definition'],
    note: `“${surface}” became “${found}”`,
  };
}

function isFault(text: MutableText, word: string, bad: string, found: string): boolean {
  if (bad === word || termForms(word).includes(bad) || termForms(bad).includes(word)) return false;
  if (new RegExp(`\\b${bad}\\b`, 'i').test(text.text)) return false;
  const known = [...text.definedTerms, ...text.catalogue.names.keys(), ...text.catalogue.terms.keys()];
  return !known.some((term) => termForms(normaliseTerm(term)).includes(normaliseTerm(found)));
}

// ---- capitals, repeats, order ---------------------------------------------------------------------------------------------

export const capitalsLost: MutationKind = {
  name: 'capitals lost',
  codes: ['uncapitalised-term'],
  *mutants(text) {
    for (const use of text.labels.uses) {
      yield () => {
        const surface = surfaceOf(text, use);
        if (!/^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(surface) || !isRunning(text, use)) return undefined;
        if (!/[a-z,] $/.test(text.text.slice(use.start - 2, use.start)) || meets(text.baseline, use))
          return undefined;
        if (!isSlipInSmallLetters(text, use) || isInItsDefinition(text, use)) return undefined;
        return {
          edits: [{ ...use, newText: surface.toLowerCase() }],
          codes: ['uncapitalised-term'],
          places: [use],
          follows: ['unused-definition'],
          note: `“${surface}” lost its capitals`,
        };
      };
    }
  },
};

/** In the words that define a term small letters may be meant. */
function isInItsDefinition(text: MutableText, use: UseLabel): boolean {
  const line = lineOf(text, use.start);
  return text.labels.definitions.some((label) => meets([line], label) && isUseOf(text, use, label.term));
}

/**
 * A paper also speaks of ordinary things: there only the singular behind an article, of a term that it uses often, is a slip;
 * and what facts alone define is left alone everywhere.
 */
function isSlipInSmallLetters(text: MutableText, use: UseLabel): boolean {
  const surface = surfaceOf(text, use);
  const { localTerms, code, document } = text.view;
  if (!localTerms.get(surface) && !code.terms.get(surface)) return false;
  if (document.role.kind !== 'paper') return true;
  const others = text.labels.uses.filter((other) => isUseOf(text, other, surface));
  return (
    others.length >= 4 && /\b(?:the|an?|each|any|every) $/i.test(text.text.slice(use.start - 6, use.start))
  );
}

const otherMeaning = 'means any other thing of that kind that is agreed from time to time.';

export const definitionRepeated: MutationKind = {
  name: 'definition repeated',
  codes: ['duplicate-definition'],
  *mutants(text) {
    for (const { label, line, meaning } of rowLines(text)) {
      yield () => {
        if (meets(text.baseline, line) || isPointer(text.text.slice(meaning, line.end))) return undefined;
        const end = /[|]\s*$/.test(text.text.slice(line.start, line.end)) ? ' |' : '';
        const head = text.text.slice(line.start, meaning);
        return {
          edits: [{ start: line.end, end: line.end, newText: `\n${head}${otherMeaning}${end}` }],
          codes: ['duplicate-definition'],
          places: [{ start: line.end, end: line.end }],
          note: `“${label.term}” is defined again in the row below`,
        };
      };
    }
    for (const label of text.labels.definitions) yield () => repeatedInSentence(text, label);
  },
};

function isPointer(meaning: string): boolean {
  return /^\W*(?:has|have|shall have|bears?)\b.{0,60}\bmeaning/i.test(meaning);
}

/** The term defined again at the end of a later paragraph of the same part. */
function repeatedInSentence(text: MutableText, label: DefinitionLabel): Mutant | undefined {
  const line = lineOf(text, label.start);
  const quote = /[“"]$/.exec(text.text.slice(line.start, label.start))?.[0];
  const behind = text.text.slice(label.end, line.end);
  if (
    quote === undefined ||
    label.scope !== undefined ||
    isPointer(behind.slice(1)) ||
    meets(text.baseline, line)
  )
    return undefined;
  let at = line.end + 1;
  for (let seen = 0; seen < 12 && at < text.text.length; seen++) {
    const host = lineOf(text, at);
    const words = text.text.slice(host.start, host.end);
    if (/^\s*(?:#*\s*)(?:section|appendix|schedule|annex)\b/i.test(words)) return undefined;
    if (
      /[a-z]\.$/.test(words) &&
      words.length > 40 &&
      !/[\t|{}]/.test(words) &&
      !/\b(?:insert|replace|delete)\b/i.test(words)
    ) {
      // A term that was only named before its definition is not defined twice.
      const isNamed =
        !/\([^()]*$/.test(text.text.slice(line.start, label.start)) && !meansBehind.test(behind);
      const between = { start: line.end, end: host.end };
      if (isNamed && !text.labels.uses.some((use) => meets([between], use) && isUseOf(text, use, label.term)))
        return undefined;
      const sentence = ` In addition, ${quote}${label.term}${quote === '“' ? '”' : '"'} ${otherMeaning}`;
      return {
        edits: [{ start: host.end, end: host.end, newText: sentence }],
        codes: ['duplicate-definition'],
        places: [{ start: host.end, end: host.end }],
        note: `“${label.term}” is defined again in a later sentence`,
      };
    }
    at = host.end + 1;
  }
  return undefined;
}

export const definitionUnused: MutationKind = {
  name: 'definition that nothing uses',
  codes: ['unused-definition'],
  *mutants(text) {
    if (text.view.document.role.kind !== 'draft') return;
    for (const { label, line, meaning } of rowLines(text)) {
      yield () => {
        if (!isCertainlyNew(text, line.start)) return undefined;
        const end = /[|]\s*$/.test(text.text.slice(line.start, line.end)) ? ' |' : '';
        const term = `${label.term} Ledger`;
        const head = text.text.slice(line.start, label.start) + term + text.text.slice(label.end, meaning);
        return {
          edits: [{ start: line.end, end: line.end, newText: `\n${head}means a book of accounts.${end}` }],
          codes: ['unused-definition'],
          places: [{ start: line.end, end: line.end }],
          // Where a row of the list is out of order already, one more may show it better.
          follows: text.baseline.filter(({ code }) => code === 'definition-order').map(({ code }) => code),
          note: `“${term}” is defined and nothing uses it`,
        };
      };
    }
  },
};

/** Without Section A only an instruction tells a new definition from one that a draft restates (docs/findings.md). */
function isCertainlyNew({ text, view }: MutableText, offset: number): boolean {
  if (view.hasSectionA) return true;
  const instructions = [
    ...text
      .slice(0, offset)
      .matchAll(/^(?:(insert|add)|amend|change|replace|delete|appendix|section|schedule)\b/gim),
  ];
  return instructions.at(-1)?.[1] !== undefined;
}

/** What a list must have to show by itself that it is alphabetical (docs/findings.md). */
const shortestList = 5;

export const rowsSwapped: MutationKind = {
  name: 'definitions out of order',
  codes: ['definition-order'],
  *mutants(text) {
    const rows = rowLines(text);
    const isTold = text.baseline.some(({ code }) => code === 'definition-order');
    for (const [i, first] of rows.entries()) {
      const second = rows[i + 1];
      if (isTold || !second || second.line.start !== first.line.end + 1) continue;
      yield () => {
        if (!showsOrder(text, rows, i)) return undefined;
        if (first.label.term.charAt(0).toLowerCase() === second.label.term.charAt(0).toLowerCase())
          return undefined;
        const both = { start: first.line.start, end: second.line.end };
        if (meets(text.baseline, both)) return undefined;
        const swapped = `${text.text.slice(second.line.start, second.line.end)}\n${text.text.slice(first.line.start, first.line.end)}`;
        return {
          edits: [{ ...both, newText: swapped }],
          codes: ['definition-order'],
          places: [both],
          note: `“${second.label.term}” stands before “${first.label.term}”`,
        };
      };
    }
  },
};

/** Whether the list around a row is long enough, or the words above it say that it is alphabetical. */
function showsOrder({ text }: MutableText, rows: readonly DefinitionLine[], index: number): boolean {
  const follows = (at: number): boolean => rows[at]?.line.start === (rows[at - 1]?.line.end ?? NaN) + 1;
  let first = index;
  while (follows(first)) first--;
  let last = index;
  while (follows(last + 1)) last++;
  const head = rows[first]?.line.start ?? 0;
  return (
    last - first + 1 >= shortestList || /\balphabetical/i.test(text.slice(Math.max(0, head - 400), head))
  );
}

export const circular: MutationKind = {
  name: 'definition that leads back to itself',
  codes: ['circular-definition'],
  *mutants(text) {
    for (const { label, line, meaning } of rowLines(text)) {
      yield () => {
        const end = /[ ]*[|]\s*$/.exec(text.text.slice(meaning, line.end))?.[0] ?? '';
        const old = { start: meaning, end: line.end - end.length };
        // In place of a pointer the term would have two definitions, of which one leads somewhere.
        if (isPointer(text.text.slice(meaning, line.end))) return undefined;
        if (meets(text.labels.definitions, old) || meets(text.baseline, line)) return undefined;
        return {
          edits: [{ ...old, newText: `means the ${label.term}.` }],
          codes: ['circular-definition'],
          places: [label],
          follows: ['unused-definition'],
          note: `“${label.term}” means itself`,
        };
      };
    }
  },
};

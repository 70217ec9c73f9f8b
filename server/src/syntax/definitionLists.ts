import type { Span } from '../text/span.js';
import { isTitleLike } from './partTitles.js';
import { isDescribing, isDeterminer, isSentenceOpener } from './words.js';

const meaningOpening =
  /^(?:means?|has (?:the|its) (?:same )?meaning|have the (?:same )?meanings?|shall (?:have|mean|be|include|bear)|is (?:defined|to be construed)|as (?:defined|set out|provided)|includes?|refers to)\b/i;
const termHead =
  /^(?:defined )?(?:terms?|expressions?|acronyms?|abbreviations?|words?)(?:\s*\/\s*(?:terms?|expressions?|acronyms?|abbreviations?))?(?:\s+used)?$/i;
const meaningHead =
  /^(?:meanings?|definitions?|descriptions?|expansions?|interpretations?|explanations?|(?:full|long|expanded)\s+(?:terms?|names?|titles?|forms?)|in full|stands for)$/i;
/** `… have the meanings set out below.` announces a list as a colon does. */
const listSentenceWithStop =
  /\b(?:expressions?|terms?|words?)\b[^.]{0,240}\bmeanings?\b[^.]{0,120}\b(?:below|beside|opposite|alongside|following|columns?)\b[^.]{0,60}\.$/i;
const listSentence =
  /(?:(?:expressions?|terms?|words?|definitions?|acronyms?)\b[^.]{0,240}\b(?:meanings?|mean|apply|used|defined)\b[^.]{0,200}:?$|following (?:terms|definitions|expressions)\b)/i;
/** `In these Clauses:`, `1.1 In this Deed, unless the context otherwise requires:`. */
const placeAlone =
  /^(?:in|for the purposes? of) (?:this|these) [A-Z][A-Za-z-]*(?: [A-Z][A-Za-z-]*)?(?: [A-Z]?\d[\w.()]{0,12})?(?:,? \(?(?:unless|except|save|where)\b[^:.;]{0,120})?,?:$/i;
const opensPlace = /^(?:in|for)\s/i;
/** One of these stands in every sentence that announces a list, and in few others: asked first, it spares the patterns above. */
const announcingWord = /mean|apply|used|defined|following /i;
const definitionsHeading =
  /\b(?:definitions?|glossary|defined terms|acronyms|abbreviations)\b|^interpretation$/i;

/** Whether a cell or line opens a meaning: `means …`, `has the meaning given to …`, `shall be construed …`. */
export function opensMeaning(words: string): boolean {
  return meaningOpening.test(words);
}

const plainMeaning = /^[a-z]+[\s\u00a0]/;
const capitalMeaning =
  /^(?:The|An?|Any|Each|Every|All|One|Those|Such|In (?:respect of|relation to))[\s\u00a0][a-z]/;

/** Whether words bind somebody: a sentence that does is a clause below a heading, and no meaning. */
export function bindsSomebody(words: string): boolean {
  return /\b(?:shall|must)\b/.test(words);
}

/** Whether a line opens a meaning that no verb opens: `the day on which …`, `The day on which …`. */
export function opensPlainMeaning(words: string): boolean {
  return plainMeaning.test(words) || (capitalMeaning.test(words) && !bindsSomebody(words));
}

/** `Red Box means a box`; `Faster Switching means that …` tells a consequence. */
const surelyMeans =
  /^(?:means?[ \u00a0](?:the|an?|any|each|every|all|those|such|one|either|in[ \u00a0](?:relation|respect))\b|means?,|ha(?:s|ve)\b|shall\b)/i;
const fusedVerb =
  /^([A-Z0-9][^.;:"“”|\n]{0,80}?)(?:[\s\u00a0]+(?:\|[\s\u00a0]+)?|(?<=[a-z)]))(?=(?:means?\b(?! of\b)|has the (?:same )?meanings?\b|have the (?:same )?meanings?\b|shall (?:have the meanings?|mean|be construed|bear)\b))/i;
/** `Affiliate, in relation to a party, means …`. */
const fusedAside =
  /^([A-Z0-9][^.,;:"“”|\n]{0,80}?),[ \u00a0]+(?:in[ \u00a0](?:relation[ \u00a0]to|respect[ \u00a0]of)|when[ \u00a0]used|as[ \u00a0](?:used|applied)|with[ \u00a0]respect[ \u00a0]to)\b[^.;:“”"]{1,120},[ \u00a0]+(?=means?\b|ha(?:s|ve) the\b|shall\b)/i;
const fusedSpaces = /^([A-Z0-9][^.;:"“”|\n]{0,80}?)(?: {2,}|[ \u00a0]*\u00a0[ \u00a0]+)(?=\S)/;
const fusedArticle =
  /^([A-Z][A-Za-z0-9’'/&()-]*(?:[ \u00a0](?:(?:of|and|for|to|or)[ \u00a0])?[A-Z][A-Za-z0-9’'/&()-]*){0,7})[ \u00a0]+(?=(?:[Tt]he|[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|those|[Ii]n (?:respect of|relation to))[ \u00a0][a-z])/;

const fusedDash = /^([A-Z][^.;:"“”|\n]{0,80}?)[ \u00a0]+[–—-][ \u00a0]+(?=\S)/;

/** `Outage Plan: a plan of outages`, the term in quotation marks or not. */
export const colonEntry = /^["“'‘]?([A-Z][^:;."“”\n]{1,80}?)["”'’]?[ \t\u00a0]*:[ \t\u00a0]+(?=\S)/;

/**
 * Where a line of a definition list parts into a term and its meaning that have run together: `Red Box means a box`, `Red
 * Boxmeans a box`, columns that spaces part, `Red Box a box that is red`.
 *
 * @returns the length of the term, and of the term with what parts it from the meaning; undefined for other lines. Where the
 *   line stands in no list it counts only if it is sure.
 */
export function splitFusedRow(words: string): { term: number; head: number; isSure: boolean } | undefined {
  for (const pattern of [fusedAside, fusedVerb, fusedSpaces, fusedDash, colonEntry, fusedArticle]) {
    const match = pattern.exec(words);
    const term = match?.[1] as string;
    if (!match || !canBeTerm(term) || /\b(?:the|this|shall|each|any)\b/.test(term)) continue;
    if (pattern !== fusedVerb && !isNameOfThing(term)) continue;
    // Outside a list only a name of several words that a verb defines is sure to be a term.
    const isSure =
      pattern === fusedVerb &&
      /[ \u00a0]/.test(term) &&
      isNameOfThing(term) &&
      surelyMeans.test(words.slice(match[0].length));
    return { term: term.trimEnd().length, head: match[0].length, isSure };
  }
  return undefined;
}

/** Whether words are a title of their own, and do not open a sentence. */
export function isNameOfThing(words: string): boolean {
  const [first = ''] = words.split(/[\s\u00a0]/);
  // `Relevant Year` is a name, `The Year` is none.
  const pointsOut = isDeterminer(first) && (first === words || !isDescribing(first));
  return isTitleLike(words) && !isSentenceOpener(first) && !pointsOut;
}

/** Whether the two heads of a table are those of a definition list (product.md, Files). */
export function isDefinitionHead(first: string, second: string): boolean {
  return termHead.test(first.trim()) && meaningHead.test(second.trim());
}

/** The head of one column of such a table, on a line of its own. */
export function isColumnHead(words: string): boolean {
  return termHead.test(words.trim()) || meaningHead.test(words.trim());
}

/** The two heads on one line, or one of them on a line of its own, where the columns were lost: `Term Meaning`, `Meaning`. */
export function isLostDefinitionHead(line: string): boolean {
  const words = line.replace(/\s+/g, ' ');
  const [first = '', last = ''] = [
    words.slice(0, words.lastIndexOf(' ')),
    words.slice(words.lastIndexOf(' ') + 1),
  ];
  return words.length <= 60 && (isDefinitionHead(first, last) || isColumnHead(words));
}

export function isDefinitionsHeading(words: string): boolean {
  return words.length <= 120 && definitionsHeading.test(words);
}

/** A sentence like A1.1's that announces a list of definitions, or an instruction that inserts definitions. */
export function announcesDefinitions(words: string): boolean {
  const end = words.length > 600 ? words.slice(-600) : words;
  if (opensPlace.test(end) && end.endsWith(':') && placeAlone.test(end.replace(/\s+/g, ' '))) return true;
  return announcingWord.test(end) && (listSentence.test(end) || listSentenceWithStop.test(end));
}

const unquoted = /^[\s"“”‘’'*]+|[\s"“”‘’'*:]+$/g;

/**
 * The terms that a list's first cell names: `Independent Privacy Auditor (IPA)` names two, `“A” or “B”` too.
 * @returns spans of the bare terms within the text
 */
export function termsOfCell(text: string, cell: Span, meaning: Span): Span[] {
  const start = opensBefore(text, cell.start) ?? cell.start;
  const end = text.slice(cell.end, cell.end + 1) === '”' ? cell.end + 1 : cell.end;
  const isOfMany = /^(?:have|mean|shall have)\b/.test(text.slice(meaning.start, meaning.start + 12));
  const many = isOfMany ? namesIn(text, { start, end }) : [];
  return many.length > 1 ? many : termsBetween(text, { start, end });
}

const jointOfNames = /,?[\s\u00a0]+(?:and|or)[\s\u00a0]+|,[\s\u00a0]*/g;

/** `Personal Data, Data Subject and Supervisory Authority` have the meanings that a text gives them: each of the names. */
function namesIn(text: string, cell: Span): Span[] {
  const words = text.slice(cell.start, cell.end);
  const names: Span[] = [];
  let from = 0;
  for (const { index, 0: joint } of [...words.matchAll(jointOfNames), { index: words.length, 0: '' }]) {
    names.push(trimmed(text, cell.start + from, cell.start + index));
    from = index + joint.length;
  }
  const written = names.map(({ start, end }) => text.slice(start, end));
  // `Trials and Betas` may be one name.
  const areSeveral = names.length > 2 || written.every((name) => /[\s\u00a0]/.test(name));
  return areSeveral && written.every(isNameOfThing) ? names : [];
}

/** Where the mark stands that quotes the first words of a cell, which left it out with the signs of bold words. */
function opensBefore(text: string, offset: number): number | undefined {
  return text[offset - 1] === '“' ? offset - 1 : undefined;
}

function termsBetween(text: string, cell: Span): Span[] {
  const words = text.slice(cell.start, cell.end);
  const quoted = [...words.matchAll(/[“"‘]([^“”"‘’]{1,120})[”"’]/g)];
  if (quoted.length > 1) {
    return quoted.map((match) =>
      trimmed(text, cell.start + match.index + 1, cell.start + match.index + match[0].length - 1),
    );
  }
  const abbreviation =
    /^(.{3,}?)[\s\u00a0]*\((?:["“]|the )?([A-Z][A-Za-z0-9&+-]*(?:[ \u00a0][A-Z][A-Za-z0-9]*)?)["”]?\)\s*$/s.exec(
      words,
    );
  if (abbreviation) {
    const name = abbreviation[1] as string;
    const short = abbreviation[2] as string;
    const shortStart = cell.start + words.lastIndexOf(short);
    return [
      trimmed(text, cell.start, cell.start + name.length),
      { start: shortStart, end: shortStart + short.length },
    ];
  }
  const whole = trimmed(text, cell.start, cell.end);
  return whole.end > whole.start ? [whole] : [];
}

function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const lead = /^[\s"“”‘’'*]*/.exec(words)?.[0].length ?? 0;
  const bare = words.replace(unquoted, '');
  return { start: start + lead, end: start + lead + bare.length };
}

/** `Figure 1: The parts of the SSI` is the caption of a figure. */
const caption =
  /^(?:Figure|Fig\.|Table|Diagram|Chart|Box|Step|Example)[\s\u00a0]+[A-Z]?\d{1,3}(?:\.\d{1,3})?[a-z]?$/i;

/** Whether a first cell can be a term at all: short, begins with a capital or digit, is no number label and no sentence. */
export function canBeTerm(words: string): boolean {
  const bare = words.replace(unquoted, '');
  return (
    bare.length > 0 &&
    bare.length <= 120 &&
    /^[A-Za-z0-9]/.test(bare) &&
    !/^(?:\(?[a-z]{1,4}\)|\d+(?:\.\d+)*\.?$|[a-z]\.$)/.test(bare) &&
    !/[.;:]$/.test(bare) &&
    !caption.test(bare) &&
    bare.split(/\s+/).length <= 14
  );
}

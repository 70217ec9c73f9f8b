import type { Span } from '../text/span.js';

const meaningOpening =
  /^(?:means?|has (?:the|its) (?:same )?meaning|have the (?:same )?meanings?|shall (?:have|mean|be|include|bear)|is (?:defined|to be construed)|as (?:defined|set out|provided)|includes?|refers to)\b/i;
const termHead =
  /^(?:defined )?(?:terms?|expressions?|acronyms?|abbreviations?|words?)(?:\s*\/\s*(?:terms?|expressions?|acronyms?|abbreviations?))?(?:\s+used)?$/i;
const meaningHead = /^(?:meanings?|definitions?|descriptions?|expansions?|interpretations?)$/i;
const listSentence =
  /(?:(?:expressions?|terms?|words?|definitions?|acronyms?)\b[^.]{0,240}\b(?:meanings?|mean|apply|used|defined)\b[^.]{0,200}:?$|following (?:terms|definitions|expressions)\b)/i;
const definitionsHeading = /\b(?:definitions?|glossary|defined terms|acronyms|abbreviations)\b/i;

/** Whether a cell or line opens a meaning: `means …`, `has the meaning given to …`, `shall be construed …`. */
export function opensMeaning(words: string): boolean {
  return meaningOpening.test(words);
}

/** Whether the two heads of a table are those of a definition list (product.md, Files). */
export function isDefinitionHead(first: string, second: string): boolean {
  return termHead.test(first.trim()) && meaningHead.test(second.trim());
}

export function isDefinitionsHeading(words: string): boolean {
  return words.length <= 120 && definitionsHeading.test(words);
}

/** A sentence like A1.1's that announces a list of definitions, or an instruction that inserts definitions. */
export function announcesDefinitions(words: string): boolean {
  return listSentence.test(words.length > 600 ? words.slice(-600) : words);
}

const unquoted = /^[\s"“”‘’'*]+|[\s"“”‘’'*:]+$/g;

/**
 * The terms that a list's first cell names: `Independent Privacy Auditor (IPA)` names two, `“A” or “B”` too.
 * @returns spans of the bare terms within the text
 */
export function termsOfCell(text: string, cell: Span): Span[] {
  const start = opensBefore(text, cell.start) ?? cell.start;
  const end = text.slice(cell.end).startsWith('”') ? cell.end + 1 : cell.end;
  return termsBetween(text, { start, end });
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

/** Whether a first cell can be a term at all: short, begins with a capital or digit, is no number label and no sentence. */
export function canBeTerm(words: string): boolean {
  const bare = words.replace(unquoted, '');
  return (
    bare.length > 0 &&
    bare.length <= 120 &&
    /^[A-Za-z0-9]/.test(bare) &&
    !/^(?:\(?[a-z]{1,4}\)|\d+(?:\.\d+)*\.?$|[a-z]\.$)/.test(bare) &&
    !/[.;:]$/.test(bare) &&
    bare.split(/\s+/).length <= 14
  );
}

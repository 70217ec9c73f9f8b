import type { DocumentView } from '../index/documentView.js';
import { formatNumberWords, isNumberWord, parseNumberWords } from '../model/numberWords.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import type { Block } from '../syntax/documentTree.js';
import type { Report, Rule } from './finding.js';

/**
 * Words and figures that disagree: `ten (12) Working Days`. The span is from the words to the closing bracket. Depends on the
 * text alone. Silent for a bracket that is a list label (`of two: (1) …`), for numbers of provisions and for years.
 */
export const numberWords: Rule = {
  code: 'number-words',
  runsOnLarge: false,
  restsOn: 'text',
  *find({ document }: DocumentView): Iterable<Report | void> {
    const { text } = document.reading;
    const figures = new ForwardSearch(text, figure);
    const { blocks } = document.tree;
    for (let i = 0; i < blocks.length; i++) {
      if (i % blocksInStep === 0) yield;
      const block = blocks[i] as Block;
      if (block.kind === 'contents' || block.kind === 'title') continue;
      if ((figures.next(block.textStart)?.index ?? Infinity) >= block.end) continue;
      for (const pair of pairsIn(text, block, figures)) {
        if (pair.words.value === pair.figure) continue;
        yield reportOf(text, pair);
      }
    }
  },
};

/** So many paragraphs are searched in one step. */
const blocksInStep = 100;

interface Pair {
  readonly words: WrittenNumber;
  readonly figure: number;
  /** Where the digits stand. */
  readonly digitsStart: number;
  readonly digitsEnd: number;
  readonly end: number;
}

interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const figure = /\([ \u00a0]?(£?)(\d{1,3}(?:,\d{3})+|\d{1,9})[ \u00a0]?(%?)[ \u00a0]?\)/g;

function* pairsIn(text: string, block: Block, figures: ForwardSearch): Iterable<Pair> {
  let at = block.textStart;
  for (let match = figures.next(at); match && match.index < block.end; match = figures.next(at)) {
    const [whole, pound = '', digits = '', percent = ''] = match;
    at = match.index + whole.length;
    const unit = percent !== '' ? 'percent' : pound !== '' ? 'pounds' : undefined;
    const words = numberBefore(text, block.textStart, match.index, unit);
    if (!words) continue;
    const value = Number(digits.replace(/,/g, ''));
    if (isListLabel(text, block, match.index, value, unit)) continue;
    const digitsStart = match.index + whole.indexOf(digits);
    yield {
      words,
      figure: value,
      digitsStart,
      digitsEnd: digitsStart + digits.length,
      end: at,
    };
  }
}

const unitWords: Readonly<Record<string, RegExp>> = {
  percent: /[\s\u00a0](?:per[\s\u00a0]?cent\.?|percent)$/i,
  pounds: /[\s\u00a0](?:pounds?)(?:[\s\u00a0]sterling)?$/i,
};
const numberOfProvision =
  /\b(?:sections?|clauses?|(?:sub-)?paragraphs?|articles?|schedules?|part|annex|appendix|regulations?|rules?|conditions?)[\s\u00a0]$/i;

/** The number that is written out right before an offset, at most twelve words long. */
function numberBefore(
  text: string,
  from: number,
  bracket: number,
  unit: string | undefined,
): WrittenNumber | undefined {
  const start = Math.max(from, bracket - 160);
  const bare = text.slice(start, bracket).trimEnd();
  const withoutUnit = unit === undefined ? bare : bare.replace(unitWords[unit] as RegExp, '');
  const words = numberAtEnd(withoutUnit);
  const first = words.findIndex(({ word }) => word !== 'and');
  if (first === -1) return undefined;
  const end = start + withoutUnit.length;
  for (let i = first; i < words.length; i++) {
    const { at } = words[i] as PlacedWord;
    const value = parseNumberWords(words.slice(i).map(({ word }) => word));
    if (value === undefined) continue;
    // `nineteen ninety (1990)`: the words before it belong to it, and what they say together is no number.
    if (i > first && words[i - 1]?.word !== 'and') return undefined;
    if (numberOfProvision.test(withoutUnit.slice(0, at))) return undefined;
    return { start: start + at, end, value };
  }
  return undefined;
}

/** A word in small letters, and where it begins. */
interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** The last words of a text as far as they are those of one number; read backwards, since most brackets stand behind none. */
function numberAtEnd(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (let end = text.length; words.length < 12;) {
    const at = startOfWord(text, end);
    const word = text.slice(at, end).toLowerCase();
    if (!joins(word, words.at(-1)?.word)) break;
    words.push({ word, at });
    end = startOfGap(text, at);
    if (end === at) break;
  }
  return words.reverse();
}

function startOfWord(text: string, end: number): number {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** White space, or a hyphen or dash alone. */
function startOfGap(text: string, end: number): number {
  if (/[-‑–]/.test(text.charAt(end - 1))) return end - 1;
  let start = end;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return start;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether a word is one of a number that goes on in the word behind it, or ends the text before the bracket. */
function joins(word: string, behind: string | undefined): boolean {
  if (isNumberWord(word)) return true;
  if (behind === undefined) return false;
  return word === 'and'
    ? isNumberWord(behind)
    : word === 'a' && /^(?:hundred|thousand|million|dozen)$/.test(behind);
}

/** How far from a label its neighbour in the list is looked for. */
const listReach = 1500;

/** `either of two (1) the … or (2) the …`: its neighbour in the list stands in the same paragraph, with no number before it. */
function isListLabel(
  text: string,
  block: Block,
  bracket: number,
  value: number,
  unit: string | undefined,
): boolean {
  if (unit !== undefined || value > 20) return false;
  const from = Math.max(block.textStart, bracket - listReach);
  const around = text.slice(from, Math.min(block.end, bracket + listReach));
  return [value - 1, value + 1].some((neighbour) => {
    const at = around.indexOf(`(${neighbour})`);
    return at !== -1 && numberBefore(text, block.textStart, from + at, undefined) === undefined;
  });
}

function reportOf(text: string, { words, figure: value, digitsStart, digitsEnd, end }: Pair): Report {
  const written = text.slice(words.start, words.end);
  const behindWords = text.slice(words.end, end);
  const digits = digitsOf(words.value, text.slice(digitsStart, digitsEnd));
  const inWords = /^[A-Z]/.test(written) ? capitalised(formatNumberWords(value)) : formatNumberWords(value);
  return {
    span: { start: words.start, end },
    message: `The words say ${words.value} and the figure ${value}: “${text.slice(words.start, end).replace(/\s+/g, ' ')}”. Make them agree.`,
    replacements: [
      text.slice(words.start, digitsStart) + digits + text.slice(digitsEnd, end),
      inWords + behindWords,
    ],
  };
}

/** Figures with commas where the written ones have them. */
function digitsOf(value: number, like: string): string {
  return like.includes(',') ? value.toLocaleString('en-GB') : String(value);
}

function capitalised(words: string): string {
  return words.replace(/^[a-z]/, (head) => head.toUpperCase());
}

import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { parseRoman } from '../model/numerals.js';
import type { Block, DocumentTree } from '../syntax/documentTree.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import type { Report, Rule } from './finding.js';

/** What is opened and never closed: change marks are errors, brackets and quotation marks information. */
export const unbalancedMark: Rule = {
  code: 'unbalanced-mark',
  runsOnLarge: false,
  restsOn: 'text',
  *find({ document }: DocumentView): Iterable<Report | void> {
    for (const { start, end, problem, expected } of document.reading.markErrors) {
      if (isMasked(document, start)) continue;
      const sign = document.text.slice(start, end);
      const message =
        problem === 'unclosed'
          ? `The change mark “${sign}” is never closed: “${expected}” is missing before the paragraph ends.`
          : `“${sign}” closes a change mark that was never opened: “${expected}” is missing.`;
      yield { span: { start, end }, message, isFileSpan: true };
    }
    const { text } = document.reading;
    const { blocks } = document.tree;
    let groups = 0;
    for (const group of paragraphs(document.tree)) {
      if (groups++ % blocksInStep === 0) yield;
      const unmatched = unmatchedBrackets(text, group);
      if (unmatched.length > 0) yield* brackets(unmatched);
    }
    const signs = new ForwardSearch(text, quotationSign);
    const quotations = new OpenQuotations();
    for (let i = 0; i < blocks.length; i++) {
      if (i % blocksInStep === 0) yield;
      const block = blocks[i] as Block;
      if (opensClause(block, document.tree.provisions)) yield* quotations.end();
      if (block.kind !== 'text' && block.kind !== 'cell') continue;
      if ((signs.next(block.textStart)?.index ?? Infinity) >= block.end) continue;
      yield* quotations.read(text, block, blocks[i + 1]);
    }
    yield* quotations.end();
  },
};

/** So many paragraphs are searched in one step. */
const blocksInStep = 100;

/** A sign in front matter, code or an HTML comment is no legal text, and the reading has spaces in its place. */
function isMasked({ reading }: DocumentFacts, fileOffset: number): boolean {
  return reading.text[reading.fromFile(fileOffset)] === ' ';
}

/** A bracket may be opened in one paragraph of a clause and closed in a later one: the blocks of one clause count together. */
function* paragraphs({ blocks, provisions }: DocumentTree): Iterable<Block[]> {
  let group: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'text' && block.kind !== 'cell' && block.kind !== 'heading') continue;
    const last = group.at(-1);
    const goesOn =
      last !== undefined &&
      block.provision !== -1 &&
      block.kind !== 'heading' &&
      !opensClause(block, provisions) &&
      isInside(block, group);
    if (!goesOn && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(block);
  }
  if (group.length > 0) yield group;
}

function opensClause({ start, provision }: Block, provisions: DocumentTree['provisions']): boolean {
  const clause = provisions[provision];
  return (
    clause !== undefined && clause.label.start === start && clause.levels.length === 0 && clause.number !== ''
  );
}

/** Blocks whose provisions follow on from the first one's, as the levels of one clause do. */
function isInside(block: Block, group: readonly Block[]): boolean {
  const first = group[0] as Block;
  return block.provision >= first.provision && group.length < 40 && block.definition === first.definition;
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Reports the bracket of a clause that has no partner. More than two of a kind are a form of the text, not a slip. */
function* brackets(unmatched: readonly Bracket[]): Iterable<Report> {
  if (unmatched.length > 2) return;
  for (const { sign, at } of unmatched) {
    const opens = sign === '(' || sign === '[';
    yield {
      span: { start: at, end: at + 1 },
      severity: 'information',
      message: opens
        ? `The bracket “${sign}” is opened and never closed.`
        : `The bracket “${sign}” is closed and was never opened.`,
    };
  }
}

interface Bracket {
  readonly sign: string;
  readonly at: number;
}

function unmatchedBrackets(text: string, blocks: readonly Block[]): Bracket[] {
  const open: Bracket[] = [];
  const lone: Bracket[] = [];
  for (const block of blocks) {
    for (let at = block.textStart; at < block.end; at++) {
      if (!isBracket(text.charCodeAt(at))) continue;
      const sign = text.charAt(at);
      if (sign === '(' || sign === '[') open.push({ sign, at });
      else if (open.at(-1)?.sign === pairs[sign]) open.pop();
      else if (!isListSign(text, at, block)) lone.push({ sign, at });
    }
  }
  return lone.length === 0 ? open : [...open, ...lone].sort((a, b) => a.at - b.at);
}

/** `(`, `)`, `[`, `]`. */
function isBracket(code: number): boolean {
  return code === 40 || code === 41 || code === 91 || code === 93;
}

const quotationSign = /[“”"]/g;

/** `a)`, `aa)`, `1)`, `iv)`: a label with one bracket. */
function isListSign(text: string, at: number, block: Block): boolean {
  const before = text.slice(Math.max(block.start, at - 7), at);
  const label = /(?:^|[\s(.,;:])(?:([A-Za-z])\1?|\d{1,3}|([ivxlIVXL]{1,6}))$/.exec(before);
  if (label) return label[2] === undefined || parseRoman(label[2].toLowerCase()) !== undefined;
  return /[:;.]-?$/.test(before) || /\d[a-z]{1,2}$/.test(before);
}

/**
 * Double quotation marks only: a single one may be an apostrophe. What a paragraph opens a later one of the same clause may close,
 * as the last of several that are inserted does. Quotes that each paragraph opens anew are left alone, and so is a paragraph that
 * mixes curly and straight ones.
 */
class OpenQuotations {
  #open: Report | undefined;
  /** Whether a paragraph began with a mark that it does not close, as a quotation of several does. */
  #mayBeClosed = false;

  *read(text: string, block: Block, next: Block | undefined): Iterable<Report> {
    const words = text.slice(block.textStart, block.end).replace(brokenSign, blank);
    const isStraight = !/[“”]/.test(words);
    if (!isStraight && words.includes('"')) return;
    const opened = isStraight ? straightSigns(words, opensStraight) : indexesOf(words, '“');
    const closed = isStraight ? straightClosings(words, opened) : indexesOf(words, '”');
    if (opened.length === closed.length + 1) {
      const at = unmatchedOpening(opened, closed);
      if (at === undefined || at === 0 || isReopened(text, next)) {
        this.#mayBeClosed = true;
        return;
      }
      yield* this.end();
      this.#open = quotationReport(block.textStart + at, words[at] as string, 'opened and never closed');
    } else if (closed.length === opened.length + 1) {
      const at = unmatchedClosing(opened, closed);
      const endsAll = /["”][.,;]{0,2}(?: and| or)?\s*$/.test(words.slice(-12));
      if (endsAll && (this.#open !== undefined || this.#mayBeClosed)) {
        this.#open = undefined;
        this.#mayBeClosed = false;
      } else if (at !== undefined && opened.length > 0)
        yield quotationReport(block.textStart + at, words[at] as string, 'closed and was never opened');
    }
  }

  /** No later paragraph closes what is open. */
  *end(): Iterable<Report> {
    if (this.#open) yield this.#open;
    this.#open = undefined;
    this.#mayBeClosed = false;
  }
}

/** `â€“` and its like hold the sign of a quotation mark and are none: text-encoding finds them. */
const brokenSign = /â€[“”]/g;
const blank = (sign: string): string => ' '.repeat(sign.length);

const opensStraight = /(?<=^|[\s([])"(?=[^\s")\]])/g;
const closesStraight = /(?<=[^\s"([])"(?=$|[\s.,;:?!)\]])/g;

function straightSigns(words: string, pattern: RegExp): number[] {
  return words.includes('"') ? [...words.matchAll(pattern)].map(({ index }) => index) : [];
}

/** Behind a digit a mark may be one of inches: there it closes only what is open. */
function straightClosings(words: string, opened: readonly number[]): number[] {
  const closed: number[] = [];
  for (const at of straightSigns(words, closesStraight)) {
    const isOpen = opened.filter((open) => open < at).length > closed.length;
    if (isOpen || !/\d/.test(words[at - 1] as string)) closed.push(at);
  }
  return closed;
}

function isReopened(text: string, next: Block | undefined): boolean {
  return next !== undefined && /^[“"]/.test(text.slice(next.textStart, next.textStart + 1));
}

function quotationReport(at: number, sign: string, problem: string): Report {
  return {
    span: { start: at, end: at + 1 },
    severity: 'information',
    message: `The quotation mark “${sign}” is ${problem}.`,
  };
}

function indexesOf(words: string, sign: string): number[] {
  const found: number[] = [];
  for (let at = words.indexOf(sign); at !== -1; at = words.indexOf(sign, at + 1)) found.push(at);
  return found;
}

function unmatchedOpening(opened: readonly number[], closed: readonly number[]): number | undefined {
  for (let i = 0; i < opened.length; i++) {
    const next = opened[i + 1] ?? Infinity;
    if (!closed.some((at) => at > (opened[i] as number) && at < next)) return opened[i];
  }
  return undefined;
}

function unmatchedClosing(opened: readonly number[], closed: readonly number[]): number | undefined {
  for (let i = 0; i < closed.length; i++) {
    const before = closed[i - 1] ?? -1;
    if (!opened.some((at) => at < (closed[i] as number) && at > before)) return closed[i];
  }
  return undefined;
}

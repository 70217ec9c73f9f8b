import { formatModificationId, parseModificationId, type ModificationId } from '../model/modificationId.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';
import type { Block } from './documentTree.js';

/** A modification's id in a text. `SECMP-4` is not well formed; its id is the one meant. */
export interface ModificationOccurrence extends Span {
  readonly id: ModificationId;
  readonly canonical: string;
  readonly isWellFormed: boolean;
  /** The title that stands beside it, in quotation marks, in a bracket or behind a dash; empty span when there is none. */
  readonly title: Span | undefined;
}

const secmp =
  /(?<![A-Za-z0-9_])[Ss][Ee][Cc][Mm][Pp](?:[\s\u00a0]?[-–—#]?[\s\u00a0]?)(\d{1,6})([A-Z]?)(?![A-Za-z0-9_])/g;
const short = /(?<![A-Za-z0-9_])(?:DP|MP)(?:[-–\s\u00a0]?\d{2,4})([A-Z]?)(?![A-Za-z0-9_]|[./]\d)/g;
const wellFormed = /^(?:SECMP\d{4}|DP\d{3}|MP\d{3})[A-Z]?$/;
/** The head of the column that holds the titles. */
const titleHead = /^(?:title|name|modification(?: title| name)?|proposal)$/i;
/** In quotation marks, a dash before them or not (an apostrophe does not close them); in brackets; behind a dash. */
const titleBehind =
  /[\s\u00a0]{0,3}(?:(?:[-–—:,][\s\u00a0]+)?(?:[“"]([^“”"\n]{4,160})[”"]|[‘']((?:[^“”"‘’'\n]|[’'](?=[A-Za-z])){4,160})[’'](?![A-Za-z]))|\([\s\u00a0]*(?:([A-Z][^()\n]{4,160})|[“"‘']((?:[^()“”"\n]){4,160})[”"’'])\)|[-–—:][\s\u00a0]+([A-Z][^\n.;“”"]{4,160}))/y;

/**
 * Finds modification ids however they are written (legal-text.md, Modification ids).
 *
 * @param spans the stretches to read, in text order
 */
export function scanModificationIds(
  text: string,
  spans: readonly Span[],
  into: ModificationOccurrence[],
): void {
  for (const pattern of [secmp, short]) {
    const search = new ForwardSearch(text, pattern);
    for (const span of spans) collectIds(text, span, search, into);
  }
}

function collectIds(text: string, span: Span, search: ForwardSearch, into: ModificationOccurrence[]): void {
  let end = span.start;
  for (let match = search.next(end); match && match.index < span.end; match = search.next(end)) {
    end = match.index + match[0].length;
    const id = parseModificationId(match[0]);
    if (!id) continue;
    into.push({
      start: match.index,
      end,
      id,
      canonical: formatModificationId(id),
      isWellFormed: wellFormed.test(match[0]),
      title: titleAfter(text, end, span.end),
    });
  }
}

const numberHead = /^SECMP[\s\u00a0]*(?:#|No\.?|Number)$/i;

/** In a table under `SECMP #` the four digits stand alone: down to a row of another width, or with no digit there. */
export function scanModificationTables(
  text: string,
  blocks: readonly Block[],
  into: ModificationOccurrence[],
): void {
  if (!blocks.some((block) => isNumberHead(text, block))) return;
  let column = -1;
  let width = 0;
  let titles = -1;
  for (const row of tableLines(text, blocks)) {
    const words = row.map(({ start, end }) => text.slice(start, end));
    const head = words.findIndex((word) => numberHead.test(word));
    if (head !== -1) {
      column = head;
      width = row.length;
      titles = width === 2 ? 1 - head : words.findIndex((word) => titleHead.test(word));
      continue;
    }
    if (row.length !== width || !/\d/.test(words[column] ?? '')) column = -1;
    if (column === -1 || !/^\d{4}$/.test(words[column] as string)) continue;
    const { start, end } = row[column] as Block;
    const id: ModificationId = { series: 'SECMP', number: Number(words[column]), suffix: '' };
    const title = titles === -1 ? undefined : row[titles];
    into.push({
      start,
      end,
      id,
      canonical: formatModificationId(id),
      isWellFormed: true,
      title: title && { start: title.start, end: title.end },
    });
  }
}

/** Only what begins with its first letter is worth a look as the head of a column. */
function isNumberHead(text: string, { start, end }: Span): boolean {
  const code = text.charCodeAt(start);
  return (code === 83 || code === 115) && numberHead.test(text.slice(start, end));
}

/** The cells of tables, line by line; words outside tables and numbered clauses part two tables. */
function tableLines(text: string, blocks: readonly Block[]): Block[][] {
  const lines: Block[][] = [];
  let last: Block | undefined;
  for (const block of blocks) {
    const isNumbered = block.textStart > block.start;
    const isCell =
      block.kind !== 'text' && block.kind !== 'title' && block.kind !== 'contents' && !isNumbered;
    const isBeside = isCell && last !== undefined && !text.slice(last.end, block.start).includes('\n');
    if (isBeside) (lines.at(-1) as Block[]).push(block);
    else lines.push(isCell ? [block] : []);
    last = block;
  }
  return lines;
}

function titleAfter(text: string, from: number, limit: number): Span | undefined {
  titleBehind.lastIndex = from;
  const match = titleBehind.exec(text);
  const words = match?.slice(1).find((group) => group !== undefined);
  if (!match || words === undefined) return undefined;
  const start = from + match[0].indexOf(words);
  const end = Math.min(limit, start + withoutRest(words).trimEnd().length);
  return end > start ? { start, end } : undefined;
}

/** `MP231 – Firmware upgrade pathways – and MP133, for both of which …`: a dash and a small word go on with the sentence. */
function withoutRest(words: string): string {
  const at = words.search(/[\s\u00a0][-–—][\s\u00a0]+(?:and|which|but|is|was|has|will)\b/);
  return at === -1 ? words : words.slice(0, at);
}

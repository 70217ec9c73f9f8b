import type { NameLexicon } from '../model/names.js';
import type { Span } from '../text/span.js';
import type { Block } from './documentTree.js';
import type { WrittenReference } from './reference.js';
import { scanCapitals } from './scanCapitals.js';
import { scanDocumentVersions, type DocumentVersion } from './scanDocumentVersions.js';
import { scanModificationIds, type ModificationOccurrence } from './scanModificationIds.js';
import { scanQuotations, type Quotation } from './scanQuotations.js';
import { ReferenceScanner } from './scanReferences.js';

/**
 * What stands in the blocks of a text, each block by itself: nothing here depends on another block, so that after an edit only
 * the blocks that it touched are scanned again.
 */
export interface BlockScans {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly lexicon: NameLexicon;
  /** For each block. */
  readonly references: readonly (readonly WrittenReference[])[];
  readonly quotations: readonly Quotation[];
  readonly modifications: readonly ModificationOccurrence[];
  readonly documentVersions: readonly DocumentVersion[];
  /** Starts and ends in pairs. */
  readonly capitals: Uint32Array;
}

/** Scans the blocks of a text; what `before` holds of blocks that are still the same is taken over. */
export function scanBlocks(
  text: string,
  blocks: readonly Block[],
  lexicon: NameLexicon,
  before: BlockScans | undefined,
): BlockScans {
  if (!before || before.lexicon !== lexicon) return scanAll(text, blocks, lexicon);
  const same = sameBlocks(before, text, blocks);
  const middle = scanAll(text, blocks.slice(same.head, blocks.length - same.tail), lexicon);
  const headEnd = same.head === 0 ? 0 : (blocks[same.head - 1] as Block).end;
  const tailStart =
    same.tail === 0 ? Infinity : (before.blocks[before.blocks.length - same.tail] as Block).start;
  const join = <T extends Span>(
    old: readonly T[],
    fresh: readonly T[],
    shift: (item: T, by: number) => T,
  ): T[] => [
    ...old.filter(({ end }) => end <= headEnd),
    ...fresh,
    ...old.filter(({ start }) => start >= tailStart).map((item) => shift(item, same.shift)),
  ];
  return {
    text,
    blocks,
    lexicon,
    references: [
      ...before.references.slice(0, same.head),
      ...middle.references,
      ...before.references
        .slice(before.references.length - same.tail)
        .map((list) => list.map((item) => shiftReference(item, same.shift))),
    ],
    quotations: join(before.quotations, middle.quotations, shiftQuotation),
    modifications: join(before.modifications, middle.modifications, shiftModification),
    documentVersions: join(before.documentVersions, middle.documentVersions, shiftSpan),
    capitals: joinCapitals(before.capitals, middle.capitals, headEnd, tailStart, same.shift),
  };
}

function scanAll(text: string, blocks: readonly Block[], lexicon: NameLexicon): BlockScans {
  const scanner = new ReferenceScanner(text, lexicon);
  const spans: Span[] = [];
  const paragraphs: Span[] = [];
  const references = blocks.map((block) => {
    if (block.kind === 'title' || block.kind === 'contents') return none;
    const span = { start: block.textStart, end: block.end };
    spans.push(span);
    if (block.kind === 'term') return none;
    paragraphs.push(span);
    return scanner.scan(span);
  });
  const quotations: Quotation[] = [];
  const modifications: ModificationOccurrence[] = [];
  const documentVersions: DocumentVersion[] = [];
  scanQuotations(text, paragraphs, quotations);
  scanModificationIds(text, spans, modifications);
  scanDocumentVersions(text, spans, lexicon, documentVersions);
  return {
    text,
    blocks,
    lexicon,
    references,
    quotations,
    modifications: modifications.sort((a, b) => a.start - b.start),
    documentVersions,
    capitals: scanCapitals(text, blocks),
  };
}

const none: readonly WrittenReference[] = [];

// ---- what stayed the same -----------------------------------------------------------------------------------------------

/** How many blocks at the head and at the tail are the same as before, and by how much the tail has moved. */
interface SameBlocks {
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
}

/** Characters around a block that its scan may look at. */
const reach = 8;

function sameBlocks(before: BlockScans, text: string, blocks: readonly Block[]): SameBlocks {
  const shift = text.length - before.text.length;
  const most = Math.min(before.blocks.length, blocks.length);
  const sameHead = commonHead(before.text, text);
  let head = 0;
  while (head < most && isSame(before.blocks[head] as Block, blocks[head] as Block, 0)) {
    if ((blocks[head] as Block).end + reach > sameHead) break;
    head++;
  }
  const sameTail = text.length - commonTail(before.text, text, sameHead);
  let tail = 0;
  while (tail < most - head) {
    const block = blocks[blocks.length - 1 - tail] as Block;
    if (block.start - reach < sameTail) break;
    if (!isSame(before.blocks[before.blocks.length - 1 - tail] as Block, block, shift)) break;
    tail++;
  }
  return { head, tail, shift };
}

function isSame(old: Block, now: Block, shift: number): boolean {
  return (
    old.start + shift === now.start &&
    old.end + shift === now.end &&
    old.textStart + shift === now.textStart &&
    old.kind === now.kind
  );
}

/** Texts are compared by stretches first: that is many times quicker than character by character. */
const chunk = 4096;

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + chunk <= most && a.slice(at, at + chunk) === b.slice(at, at + chunk)) at += chunk;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Characters that both end with, not reaching into their common head. */
function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let count = 0;
  const sameChunk = (): boolean =>
    a.slice(a.length - count - chunk, a.length - count) ===
    b.slice(b.length - count - chunk, b.length - count);
  while (count + chunk <= most && sameChunk()) count += chunk;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

// ---- moving -------------------------------------------------------------------------------------------------------------

function shiftSpan<T extends Span>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by };
}

function shiftReference(item: WrittenReference, by: number): WrittenReference {
  return {
    ...shiftSpan(item, by),
    heading: item.heading && shiftSpan(item.heading, by),
    ownerStart: item.ownerStart === undefined ? undefined : item.ownerStart + by,
  };
}

function shiftQuotation(item: Quotation, by: number): Quotation {
  return { ...shiftSpan(item, by), inner: shiftSpan(item.inner, by) };
}

function shiftModification(item: ModificationOccurrence, by: number): ModificationOccurrence {
  return { ...shiftSpan(item, by), title: item.title && shiftSpan(item.title, by) };
}

function joinCapitals(
  old: Uint32Array,
  fresh: Uint32Array,
  headEnd: number,
  tailStart: number,
  shift: number,
): Uint32Array {
  const head = countBelow(old, headEnd);
  const tail = tailStart === Infinity ? old.length : countBelow(old, tailStart);
  const joined = new Uint32Array(head + fresh.length + old.length - tail);
  joined.set(old.subarray(0, head));
  joined.set(fresh, head);
  for (let i = tail; i < old.length; i++) joined[head + fresh.length + i - tail] = (old[i] as number) + shift;
  return joined;
}

/** How many numbers, in pairs, belong to words that start before the limit. */
function countBelow(pairs: Uint32Array, limit: number): number {
  let low = 0;
  let high = pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[2 * middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

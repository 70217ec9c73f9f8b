import { firstAtOrAfter, type Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import type { Reference } from './bindReferences.js';
import type { Block, DocumentTree } from './documentTree.js';
import { moveReference, moveSpan } from './moveFacts.js';
import type { PlacedStretch } from './joinTrees.js';
import type { BoundStretch } from './readStretch.js';
import type { Quotation } from './scanQuotations.js';

/**
 * A change that a text orders in another one: `Replace “X” with “Y” in Section D9.4`, `Delete clause 5.2(c)`, `In clause 15.5,
 * after “X” there shall be inserted “Y”` (legal-text.md, Modification legal text). Spans are reading offsets.
 */
export interface Instruction extends Span {
  /** What is to be done with `targets`, or with the words. */
  readonly verb: string;
  /** The provisions that are to be changed, or beside which something is to be put: they must be there. */
  readonly targets: readonly Reference[];
  /** The quoted words that must stand in the place. */
  readonly words: readonly Span[];
  /** The one provision in which they must stand; undefined where none or several are named. */
  readonly place: Reference | undefined;
  /** The term in `the definition of “X”`. */
  readonly definition: Span | undefined;
  /** Whether it says how often the words stand there, or which of them is meant. */
  readonly isCounted: boolean;
  /** Index of the provision that it stands in, or -1. */
  readonly provision: number;
}

interface Source {
  readonly text: string;
  readonly tree: DocumentTree;
  readonly references: readonly Reference[];
  readonly quotations: readonly Quotation[];
}

const longestInstruction = 1200;
const verbHead =
  /^\W*(?:\([a-z]{1,4}\)\s*)?(insert|delete|replace|amend|substitute|remove|omit|add|renumber)\b/i;

const held = new WeakMap<BoundStretch, readonly Instruction[]>();

/** So many stretches are read in one step. */
const placesInStep = 25;

/** The instructions of a text, a sentence each, in steps. Stretches that an edit left alone are not read again. */
export function* instructionsOf(places: readonly PlacedStretch[]): Steps<Instruction[]> {
  const all: Instruction[] = [];
  for (const [i, place] of places.entries()) {
    const { bound } = place;
    const { reading, tree, scans } = bound.stretch;
    const { quotations } = scans;
    const source = { text: reading.text, tree, references: bound.references, quotations };
    const found = held.get(bound) ?? Array.from(findInstructions(source));
    held.set(bound, found);
    for (const instruction of found) all.push(moveInstruction(instruction, place));
    if (i % placesInStep === placesInStep - 1) yield;
  }
  return all;
}

function moveInstruction(instruction: Instruction, place: PlacedStretch): Instruction {
  const { targets, words, place: named, definition, provision } = instruction;
  return {
    ...instruction,
    ...moveSpan(instruction, place.start),
    targets: targets.map((target) => moveReference(target, place)),
    words: words.map((span) => moveSpan(span, place.start)),
    place: named && moveReference(named, place),
    definition: definition && moveSpan(definition, place.start),
    provision: provision === -1 ? -1 : place.provision(provision),
  };
}

/** Linear: each block is looked at once. */
function* findInstructions(source: Source): Iterable<Instruction> {
  const { blocks } = source.tree;
  let reference = 0;
  let quotation = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'text' || block.definition !== -1) continue;
    const end = Math.min(block.end, block.textStart + longestInstruction);
    while ((source.references[reference]?.start ?? Infinity) < block.textStart) reference++;
    while ((source.quotations[quotation]?.start ?? Infinity) < block.textStart) quotation++;
    const hasQuotation = (source.quotations[quotation]?.start ?? Infinity) < end;
    if (
      !hasQuotation &&
      !verbHead.test(source.text.slice(block.textStart, Math.min(end, block.textStart + 24)))
    )
      continue;
    const references = takeWithin(source.references, reference, end);
    const quotations = takeWithin(source.quotations, quotation, end).filter(({ isBold }) => isBold !== true);
    const frame = frameOf(source.text, { start: block.textStart, end }, references, quotations);
    yield* instructionsIn(source, index, frame);
  }
}

function takeWithin<T extends Span>(items: readonly T[], from: number, end: number): T[] {
  const found: T[] = [];
  for (let i = from; i < items.length && (items[i] as T).start < end; i++) found.push(items[i] as T);
  return found;
}

// ---- what is said around references and quoted words ----------------------------------------------------------------------

/** The words of a block in which each quotation is `“   ”` and each reference `§~~~`, so that both can be told by their signs. */
interface Frame {
  readonly words: string;
  readonly start: number;
  readonly references: readonly Reference[];
  readonly quotations: readonly Quotation[];
}

function frameOf(
  text: string,
  { start, end }: Span,
  all: readonly Reference[],
  quotations: readonly Quotation[],
): Frame {
  const references = all.filter((reference) => !quotations.some((quoted) => holds(quoted, reference)));
  let words = '';
  let at = start;
  const fill = (span: Span, sign: string, filler: string, last: string): void => {
    if (span.start < at || span.end > end) return;
    words += plain(text.slice(at, span.start));
    words += sign + filler.repeat(span.end - span.start - sign.length - last.length) + last;
    at = span.end;
  };
  const pieces = [
    ...references.map(({ start: from, end: to, heading }) => ({
      span: { start: from, end: heading ? heading.end + 1 : to },
      isQuoted: false,
    })),
    ...quotations.map((span) => ({ span, isQuoted: true })),
  ].sort((a, b) => a.span.start - b.span.start);
  for (const { span, isQuoted } of pieces)
    if (isQuoted) fill(span, '“', ' ', '”');
    else fill(span, '§', '~', '');
  return { words: words + plain(text.slice(at, end)), start, references, quotations };
}

function plain(words: string): string {
  return words.replace(/[§~“”"]/g, ' ');
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const sentenceEnd = /[.;](?=\s+[A-Z“(]|\s*$)/g;

function* instructionsIn(source: Source, block: number, frame: Frame): Iterable<Instruction> {
  let from = 0;
  for (const { index } of [...frame.words.matchAll(sentenceEnd), { index: frame.words.length }]) {
    const span = { start: frame.start + from, end: frame.start + index };
    const words = frame.words.slice(from, index);
    from = index + 1;
    if (words.trim() === '') continue;
    const instruction = readSentence(source, block, span, words, {
      ...frame,
      references: frame.references.filter((reference) => holds(span, reference)),
      quotations: frame.quotations.filter((quoted) => holds(span, quoted)),
    });
    if (instruction) yield instruction;
  }
}

const placeHead =
  /^[^A-Za-z“§]*(?:in|at|to|from)\s(?:[^“]{0,80}“\s*”)?[^“]{0,120}(?:^|[\s,:–-])(for|after|before|insert|delete|replace|substitute|omit|remove|add)\s+(?:the\s+)?(?:words?\s+)?“/i;
const passive =
  /(?:\bthere (?:shall|is to) be (inserted|substituted|added)|(?:”|\bwords?)\s+(?:shall|is to|are to) be (deleted|omitted|removed|replaced|substituted))\b/i;
const counted =
  /\b(?:each|every|both|all|any|wherever|whenever|throughout|twice|first|second|third|last|final|occurr\w+|places?)\b|\bwhere (?:it|they)\b/i;

function readSentence(
  source: Source,
  block: number,
  span: Span,
  words: string,
  { references, quotations }: Frame,
): Instruction | undefined {
  const head = verbHead.exec(words) ?? placeHead.exec(words) ?? passive.exec(words);
  if (!head) return undefined;
  const verb = (head[1] ?? head[2] ?? '').toLowerCase();
  const old = quotations.filter((quoted) => isOld(words, span.start, quoted));
  const definition = quotations.find(({ start }) => definitionOf.test(before(words, span.start, start)));
  const targets = verbHead.test(words) ? targetsOf(words, span.start, references) : [];
  if (old.length === 0 && targets.length === 0 && !definition) return undefined;
  return {
    ...span,
    verb,
    targets,
    words: old.map(({ inner }) => inner),
    place: placeOf(source, block, references),
    definition: definition?.inner,
    isCounted: counted.test(words),
    provision: source.tree.blocks[block]?.provision ?? -1,
  };
}

/** What a quotation is when these words stand before it. */
const oldWords =
  /\b(?:replac(?:e|ing)|delet(?:e|ing)|remov(?:e|ing)|omit(?:ting)?|for|after|before)\s+(?:the\s+)?(?:existing\s+)?(?:(?:words?|phrase|expression|term|figure|number|sentence|references?\s+to)\s+)?$/i;
const oldBehind = /^\s*(?:shall|is to|are to) be (?:deleted|omitted|removed|replaced|substituted)\b/i;
const definitionOf = /\bdefinitions?\s+of\s+(?:the\s+(?:term|expression)\s+)?$/i;

function before(words: string, from: number, offset: number): string {
  return words.slice(Math.max(0, offset - from - 60), offset - from);
}

function isOld(words: string, from: number, { start, end }: Quotation): boolean {
  return (
    oldWords.test(before(words, from, start)) || oldBehind.test(words.slice(end - from, end - from + 60))
  );
}

const listBehindVerb =
  /^\W*(?:\([a-z]{1,4}\)\s*)?(?:delete|amend|remove|omit|renumber|replace|substitute)\s+(?:the\s+)?(?:whole\s+of\s+)?(?:existing\s+)?(?=§)/i;
const listGap = /^\s*(?:,|,?\s*\b(?:and|or|to)\b|[–-])\s*$/;
const besideIt = /\b(?:after|before|below|above|behind|following)\s+(?:existing\s+)?$/i;

/** The provisions right behind the verb (`Delete Sections D1.1 and D1.2`), or the one beside which something is put. */
function targetsOf(words: string, from: number, references: readonly Reference[]): readonly Reference[] {
  const lead = listBehindVerb.exec(words)?.[0].length;
  if (lead === undefined) {
    const beside = references.filter(({ start }) => besideIt.test(before(words, from, start)));
    return /^\W*(?:insert|add)\b/i.test(words) && beside.length === 1 ? beside : [];
  }
  const targets: Reference[] = [];
  for (const reference of references) {
    const last = targets.at(-1);
    const gap = last && words.slice(last.end - from, reference.start - from).replace(/~/g, '');
    if (last ? !listGap.test(gap ?? '') : reference.start - from !== lead) break;
    targets.push(reference);
  }
  return targets;
}

const mostItems = 12;
const opensItems = /:\s*$/;

/** The one provision that the sentence names; an item of a list has that of the words above the list. */
function placeOf(source: Source, index: number, references: readonly Reference[]): Reference | undefined {
  const named = references.filter(({ through }) => through === undefined);
  if (references.length > 0) return references.length === 1 ? named[0] : undefined;
  const { blocks } = source.tree;
  for (let i = index - 1; i >= Math.max(0, index - mostItems); i--) {
    const block = blocks[i] as Block;
    if (block.kind !== 'text') return undefined;
    const words = source.text.slice(block.textStart, Math.min(block.end, block.textStart + 300));
    const isItem = block.textStart > block.start;
    if (opensItems.test(words)) {
      const above = takeWithin(
        source.references,
        firstAtOrAfter(source.references.length, (i) => source.references[i]?.start ?? 0, block.textStart),
        block.textStart + words.length,
      );
      const isOrder = /^\W*(?:in|amend)\b/i.test(words) || /\bas follows:\s*$/i.test(words);
      return isOrder && above.length === 1 && above[0]?.through === undefined ? above[0] : undefined;
    }
    if (!isItem) return undefined;
  }
  return undefined;
}

import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import type { DefinitionSite } from '../index/termTable.js';
import type { TermUse } from '../index/termUses.js';
import type { ChangeMark } from '../text/changeMarks.js';
import { firstAtOrAfter, lastAtOrBefore, type Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import { meaningText } from './meaningText.js';

/** In the order in which clients are told of them. */
export const tokenTypes = [
  'definedTerm',
  'provisionReference',
  'modification',
  'documentName',
  'provisionNumber',
  'provisionHeading',
  'obligation',
  'changeMark',
] as const;
export const tokenModifiers = [
  'definition',
  'fromSectionA',
  'local',
  'draft',
  'deprecated',
  'unresolved',
] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** What a stretch of the file is (file offsets); none overlaps another. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** A stretch before those inside it are cut out; without a type it only cuts. */
interface Layer extends Span {
  readonly type: TokenType | undefined;
  readonly modifiers: readonly TokenModifier[];
}

const obligation = /\b(?:shall|must|may)(?:[\s\u00a0]+not)?\b/g;
const none: readonly TokenModifier[] = [];

/**
 * What the words of a text are, in text order: terms by where they are defined, references, ids, cited documents, numbers,
 * headings, words that bind or allow, and the signs of change marks.
 *
 * @param within reading offsets; blocks outside of them are not read. The whole text when it is left out
 */
export function semanticTokens(view: DocumentView, within?: Span): SemanticToken[] {
  return finish(tokensInSteps(view, within));
}

/** So many things of one kind are laid out in one step. */
const inStep = 100;

/** The same in steps. */
export function* tokensInSteps(view: DocumentView, within?: Span): Steps<SemanticToken[]> {
  const { document } = view;
  const span = within ?? { start: 0, end: Infinity };
  const layers: Layer[] = [];
  const add = (place: Span, type: TokenType, modifiers = none): void => {
    if (place.end <= place.start) return;
    const { start, end } = document.reading.toFileSpan(place);
    layers.push({ start, end, type, modifiers });
  };
  if (!within) yield* document.joinLists();
  yield* addProvisions(document, span, add);
  yield* eachInSteps(between(document.references, span), inStep, (reference) => {
    const isMissing = view.resolveReference(reference).status === 'missing';
    add(reference, 'provisionReference', isMissing ? ['unresolved'] : none);
  });
  for (const modification of between(document.modifications, span)) add(modification, 'modification');
  for (const cited of between(document.documentVersions, span)) add(cited, 'documentName');
  yield* eachInSteps(between(document.definitions, span), inStep, (definition) => {
    add(definition, 'definedTerm', ['definition', ...placeModifiers(view, { document, definition })]);
  });
  yield* eachInSteps(yield* usesBetween(view, span), inStep, (use) => addUse(view, use, add));
  yield* addObligations(document, span, add);
  const asked = document.reading.toFileSpan(span);
  for (const mark of within ? between(document.reading.marks, asked) : document.reading.marks)
    layers.push(...signsOf(mark));
  yield;
  return yield* flattened(layers);
}

type Add = (place: Span, type: TokenType, modifiers?: readonly TokenModifier[]) => void;

function* addProvisions({ tree }: DocumentFacts, span: Span, add: Add): Steps<void> {
  yield* eachInSteps(between(tree.provisions, span), inStep, (provision) => {
    const { label, headingSpan, number, levels, parent } = provision;
    const isPart = number === '' && levels.length === 0;
    add(label, isPart && parent === -1 ? 'provisionHeading' : 'provisionNumber');
    if (headingSpan && headingSpan.start >= label.end) add(headingSpan, 'provisionHeading');
  });
  for (const { kind, start, textStart, end } of between(tree.blocks, span))
    if (kind === 'heading' && start === textStart) add({ start, end }, 'provisionHeading');
}

function addUse(view: DocumentView, use: TermUse, add: Add): void {
  const { entry, site } = use;
  if (site) add(use, 'definedTerm', placeModifiers(view, site));
  else if (entry.named && entry.named.kind !== 'body') add(use, 'documentName');
  else if (entry.fact) add(use, 'definedTerm');
}

/** Where a term comes from, and whether its definition says that it is out of use. */
function placeModifiers(
  view: DocumentView,
  { document, definition }: Pick<DefinitionSite, 'document' | 'definition'>,
): TokenModifier[] {
  const modifiers: TokenModifier[] = [];
  const { role } = document;
  if (role.kind === 'draft') modifiers.push('draft');
  else if (role.kind === 'part' && role.key === 'A') modifiers.push('fromSectionA');
  else if (document === view.document) modifiers.push('local');
  if (isOutOfUse(document, definition)) modifiers.push('deprecated');
  return modifiers;
}

/** `Not used`, `[Deleted]`, `[No longer in use]` in place of a meaning (legal-text.md, Levels of a Section). */
function isOutOfUse(document: DocumentFacts, definition: DefinitionSite['definition']): boolean {
  if (definition.meaning.end - definition.meaning.start > 40) return false;
  return /^\[?(?:not used|no longer (?:in use|used)|deleted)\]?\.?$/i.test(meaningText(document, definition));
}

function* addObligations({ tree, reading }: DocumentFacts, span: Span, add: Add): Steps<void> {
  yield* eachInSteps(between(tree.blocks, span), inStep, (block) => {
    if (block.kind !== 'text' && block.kind !== 'cell') return;
    for (const { index, 0: words } of reading.slice(block.textStart, block.end).matchAll(obligation)) {
      const start = block.textStart + index;
      add({ start, end: start + words.length }, 'obligation');
    }
  });
}

/** The signs of a mark; the words that it takes out are cut out of what they stand in. */
function signsOf({ kind, start, end, kept }: ChangeMark): Layer[] {
  const sign = (from: number, to: number): Layer => ({
    start: from,
    end: to,
    type: 'changeMark',
    modifiers: none,
  });
  const signs = [sign(start, start + 3), sign(end - 3, end)];
  const keptStart = kept.end > kept.start ? kept.start : end - 3;
  if (kind === 'replacement') signs.push(sign(keptStart - 2, keptStart));
  const outEnd = kind === 'replacement' ? keptStart - 2 : keptStart;
  if (outEnd > start + 3) signs.push({ start: start + 3, end: outEnd, type: undefined, modifiers: none });
  return signs;
}

// ---- laying out ---------------------------------------------------------------------------------------------------------

/** The members of a sorted list that begin in a span, and the one before them, which may reach into it. */
function between<T extends Span>(sorted: readonly T[], { start, end }: Span): readonly T[] {
  const startOf = (i: number): number => sorted[i]?.start ?? 0;
  const first = Math.max(0, lastAtOrBefore(sorted.length, startOf, start));
  return sorted.slice(first, firstAtOrAfter(sorted.length, startOf, end));
}

function* usesBetween(view: DocumentView, span: Span): Steps<readonly TermUse[]> {
  const { blocks } = view.document.tree;
  const startOf = (i: number): number => blocks[i]?.start ?? 0;
  const first = Math.max(0, lastAtOrBefore(blocks.length, startOf, span.start));
  const last = firstAtOrAfter(blocks.length, startOf, span.end);
  if (first === 0 && last === blocks.length) return yield* view.usesInSteps();
  const uses: TermUse[] = [];
  for (let block = first; block < last; block++) uses.push(...view.usesIn(block));
  return uses;
}

/** What is inside wins over what it is inside of: the outer one is cut around it. Of two that cross, the later gives way. */
function* flattened(layers: Layer[]): Steps<SemanticToken[]> {
  layers.sort((a, b) => a.start - b.start || b.end - a.end);
  yield;
  const tokens: SemanticToken[] = [];
  const open: Layer[] = [];
  let at = 0;
  const emit = (layer: Layer | undefined, end: number): void => {
    if (layer?.type !== undefined && end > at)
      tokens.push({ start: at, end, type: layer.type, modifiers: layer.modifiers });
    at = Math.max(at, end);
  };
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
      emit(top, top.end);
      open.pop();
    }
  };
  yield* eachInSteps(layers, 10 * inStep, (layer) => {
    closeUpTo(layer.start);
    const outer = open.at(-1);
    emit(outer, layer.start);
    at = Math.max(at, layer.start);
    const end = outer ? Math.min(layer.end, outer.end) : layer.end;
    if (end <= at) return;
    const isCut = end < layer.end || at > layer.start;
    open.push(isCut ? { start: at, end, type: layer.type, modifiers: layer.modifiers } : layer);
  });
  closeUpTo(Infinity);
  return tokens;
}

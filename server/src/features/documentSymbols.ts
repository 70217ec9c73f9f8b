import type { DocumentFacts } from '../index/documentFacts.js';
import type { Block, Provision } from '../syntax/documentTree.js';
import type { Definition } from '../syntax/definition.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import { isUnnumberedHeading, provisionEnd } from './provisionEnd.js';

export type SymbolKindName = 'part' | 'sub-section' | 'clause' | 'paragraph' | 'side heading' | 'definition';

/** A thing that an outline shows. Spans are reading offsets. */
export interface DocumentSymbolNode {
  readonly kind: SymbolKindName;
  /** `D9.4 Report to the Authority`, `(a)`, a side heading, a term. */
  readonly name: string;
  /** The first words of what has no heading. */
  readonly detail: string;
  readonly span: Span;
  /** The label, heading or term in it. */
  readonly label: Span;
  readonly children: readonly DocumentSymbolNode[];
}

type MutableNode = Omit<DocumentSymbolNode, 'children' | 'span'> & {
  span: Span;
  readonly children: MutableNode[];
};

const longestDetail = 60;

/**
 * The outline of a text: its provisions, under the side headings that they share, with the terms that they define. What stands
 * in no provision stands at the top.
 */
export function documentSymbols(document: DocumentFacts): readonly DocumentSymbolNode[] {
  return finish(symbolsOfTextInSteps(document));
}

/** The same in steps. */
export function* symbolsOfTextInSteps(document: DocumentFacts): Steps<readonly DocumentSymbolNode[]> {
  const known = outlines.get(document);
  if (known) return known;
  const made = yield* makeOutline(document);
  outlines.set(document, made);
  return made;
}

/** An editor asks for the outline and for the folds, which follow it, after each edit. */
const outlines = new WeakMap<DocumentFacts, readonly DocumentSymbolNode[]>();

/** So many provisions are put into the outline in one step. */
const inStep = 100;

function* makeOutline(document: DocumentFacts): Steps<DocumentSymbolNode[]> {
  const roots: MutableNode[] = [];
  const nodes: MutableNode[] = [];
  const groups = new Map<Block, { readonly node: MutableNode; readonly parent: number }>();
  const rows = new Map<number, MutableNode>();
  yield* document.joinTree();
  const headings = document.tree.blocks.filter(isUnnumberedHeading);
  const definitions: MutableNode[] = [];
  yield* eachInSteps(document.definitions, inStep, (definition) => {
    const node = definitionNode(document, definition);
    definitions.push(node);
    const row = rowOf(document, definition);
    if (row !== -1 && !rows.has(row)) rows.set(row, node);
  });
  yield* eachInSteps(document.tree.provisions, inStep, (provision, i) => {
    const node = provisionNode(document, provision, i);
    nodes[i] = node;
    const siblings = nodes[provision.parent]?.children ?? roots;
    const definition = rows.get(provision.definition);
    if (definition && !hasParagraphParent(document, provision)) {
      add(definition.children, definition, node);
      return;
    }
    const heading = sideHeadingOf(document, provision, headings);
    if (!heading) {
      siblings.push(node);
      return;
    }
    let group = groups.get(heading);
    if (!group) {
      group = { node: headingNode(document, heading), parent: provision.parent };
      groups.set(heading, group);
      siblings.push(group.node);
    }
    // A heading inside one clause does not reach over the clauses behind it.
    if (group.parent === provision.parent) add(group.node.children, group.node, node);
    else siblings.push(node);
  });
  document.definitions.forEach((definition, i) => {
    const home = nodes[definition.provision];
    (home?.children ?? roots).push(definitions[i] as MutableNode);
  });
  sortByPlace(roots);
  return roots;
}

/** A node reaches over what is put under it. */
function add(children: MutableNode[], parent: MutableNode, node: MutableNode): void {
  children.push(node);
  parent.span = {
    start: Math.min(parent.span.start, node.span.start),
    end: Math.max(parent.span.end, node.span.end),
  };
}

function sortByPlace(nodes: MutableNode[]): void {
  nodes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const { children } of nodes) sortByPlace(children);
}

function provisionNode(document: DocumentFacts, provision: Provision, index: number): MutableNode {
  const { label, heading } = provision;
  const span = { start: provision.start, end: provisionEnd(document, provision) };
  const kind = kindOf(provision);
  const number = labelWords(document, provision);
  const name = heading === '' || kind === 'part' ? number : `${number} ${oneLine(heading)}`;
  const next = document.tree.provisions[index + 1];
  const end = next?.parent === index ? next.start : span.end;
  const detail = heading === '' && kind !== 'part' ? firstWords(document, { start: label.end, end }) : '';
  return { kind, name, detail, span, label: within(label, span), children: [] };
}

/** What the label is called: `D9.4` and `(a)` without the points of a list. */
function labelWords({ reading }: DocumentFacts, { label, key }: Provision): string {
  const words = oneLine(reading.sliceDisplay(label.start, label.end)).replace(/[.:\s]+$/, '');
  return words === '' ? key : words;
}

function kindOf({ number, levels }: Provision): SymbolKindName {
  if (levels.length > 0) return 'paragraph';
  if (number === '') return 'part';
  return number.includes('.') ? 'clause' : 'sub-section';
}

function headingNode(document: DocumentFacts, { start, end }: Block): MutableNode {
  const name = oneLine(document.reading.sliceDisplay(start, end));
  return {
    kind: 'side heading',
    name,
    detail: '',
    span: { start, end },
    label: { start, end },
    children: [],
  };
}

function definitionNode(
  document: DocumentFacts,
  { start, end, meaning, term, form }: Definition,
): MutableNode {
  const span =
    form === 'row'
      ? { start: Math.min(start, meaning.start), end: Math.max(end, meaning.end) }
      : { start, end };
  const detail = form === 'row' ? firstWords(document, meaning) : '';
  return { kind: 'definition', name: term, detail, span, label: { start, end }, children: [] };
}

/** The side heading that a provision shares, where it stands in the same provision. */
function sideHeadingOf(
  document: DocumentFacts,
  { start, sideHeading, levels, parent }: Provision,
  headings: readonly Block[],
): Block | undefined {
  if (sideHeading === '' || levels.length > 0) return undefined;
  const heading = headings[lastAtOrBefore(headings.length, (i) => headings[i]?.start ?? 0, start)];
  const outer = document.tree.provisions[parent];
  return heading && heading.start >= (outer?.start ?? 0) ? heading : undefined;
}

/** The index of the definition row whose term the definition is, or -1. */
function rowOf({ tree }: DocumentFacts, { start, form }: Definition): number {
  if (form !== 'row') return -1;
  const rows = tree.definitionRows;
  const index = lastAtOrBefore(rows.length, (i) => rows[i]?.term.start ?? 0, start);
  const row = rows[index];
  return row && start < row.term.end ? index : -1;
}

function hasParagraphParent({ tree }: DocumentFacts, { parent, definition }: Provision): boolean {
  return tree.provisions[parent]?.definition === definition;
}

function firstWords({ reading }: DocumentFacts, { start, end }: Span): string {
  const words = oneLine(reading.sliceDisplay(start, Math.min(end, start + 2 * longestDetail)));
  return words.length <= longestDetail ? words : `${words.slice(0, longestDetail).replace(/\s+\S*$/, '')} …`;
}

function oneLine(words: string): string {
  return words.replace(/[\s\u00a0|]+/g, ' ').trim();
}

function within(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
}

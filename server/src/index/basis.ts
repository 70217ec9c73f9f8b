import type { Catalogue } from '../catalogue/catalogue.js';
import type { Provision } from '../syntax/documentTree.js';
import type { BoundStretch } from '../syntax/readStretch.js';
import type { Reading } from '../text/reading.js';
import type { Steps } from '../text/steps.js';
import type { DocumentFacts } from './documentFacts.js';
import { renumberingOf } from './draftRenumbering.js';
import { isDetachedLabel, isDoubtfulLabel, isJoinedLabel } from './labelSigns.js';
import { scopeOf, sitesOf, tableOfSites, type TermTable } from './termTable.js';
import type { CodeAtHand } from './workspaceIndex.js';

/** What of the workspace the answers about one document rest on. */
export interface BasisParts {
  readonly document: DocumentFacts;
  readonly siblings: readonly DocumentFacts[];
  readonly code: CodeAtHand;
  readonly catalogue: Catalogue;
}

/**
 * What an answer about a stretch may rest on besides the stretch. Each is the same object from version to version of a text for
 * as long as it says the same.
 */
export interface Basis {
  /** The facts, and what the text is. */
  readonly text: object;
  /** That, and the terms in force. */
  readonly terms: object;
  /** That, and the provisions at hand. */
  readonly provisions: object;
  /**
   * The local terms of the version since which they are the same: good for finding uses, while places in it may be those of
   * an older version.
   */
  readonly localTerms: TermTable;
  /** What each was made of, to compare the next version with. */
  readonly madeOf: Readonly<Record<'text' | 'terms' | 'provisions', readonly unknown[]>> & {
    /** Of each stretch; where the text is cut does not count. */
    readonly outlines: readonly string[];
  };
}

/**
 * Makes the basis of a document.
 *
 * @param last the basis of its last version, of which all is kept that is still the same
 */
export function makeBasis(parts: BasisParts, last: Basis | undefined): Basis {
  const { document, siblings, code, catalogue } = parts;
  const { role } = document;
  const text = [
    catalogue,
    role.kind,
    role.kind === 'part' ? role.key : role.kind === 'draft' ? role.modification : undefined,
    document.namesTheCode,
    document.isShallow,
    document.problem?.kind,
  ];
  const terms = [
    ...text,
    code,
    ...siblings,
    document.definitions.length,
    ...document.definitions.map(
      (definition) => `${definition.term}\n${definition.form}\n${scopeOf(document, definition)}`,
    ),
  ];
  const provisions = [...text, code, ...siblings, JSON.stringify(renumberingOf(document))];
  const outlines = document.stretches.map(outlineOf);
  const sameText = last !== undefined && isSame(last.madeOf.text, text);
  const sameTerms = last !== undefined && isSame(last.madeOf.terms, terms);
  const sameProvisions =
    last !== undefined &&
    isSame(last.madeOf.provisions, provisions) &&
    tellTheSame(last.madeOf.outlines, outlines);
  return {
    text: sameText ? last.text : {},
    terms: sameTerms ? last.terms : {},
    provisions: sameProvisions ? last.provisions : {},
    localTerms: sameTerms ? last.localTerms : tableOfSites([document, ...siblings].flatMap(sitesOf)),
    madeOf: { text, terms, provisions, outlines },
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Whether the stretches of two versions hold the same provisions, however each is cut. */
function tellTheSame(a: readonly string[], b: readonly string[]): boolean {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const between = (outlines: readonly string[]): string =>
    outlines
      .slice(head, outlines.length - tail)
      .filter((outline) => outline !== '')
      .join('\n');
  return between(a) === between(b);
}

const outlines = new WeakMap<BoundStretch, string>();

/** Reads what bases are made of from the stretches that have changed, one in each step. */
export function* prepareBasis({ stretches }: DocumentFacts): Steps<void> {
  for (const bound of stretches) {
    if (outlines.has(bound)) continue;
    outlineOf(bound);
    yield;
  }
}

/**
 * All that a reference from elsewhere may find in a stretch, in text order: names, headings and labels of provisions, and labels
 * that stand inside a line (`(a) …, or (b) …`).
 */
function outlineOf(bound: BoundStretch): string {
  const held = outlines.get(bound);
  if (held !== undefined) return held;
  const outline = readOutline(bound);
  outlines.set(bound, outline);
  return outline;
}

const inlineLabel = /(?<=[\s\u00a0:;,(]|^)\([A-Za-z0-9]{1,7}\)/g;

function readOutline({ stretch, references }: BoundStretch): string {
  const { tree, reading, before } = stretch;
  const lines: string[] = [];
  let next = before.around.length;
  let reference = 0;
  const closeUpTo = (offset: number): void => {
    for (; (tree.provisions[next]?.start ?? Infinity) <= offset && next < tree.provisions.length; next++)
      lines.push(outlineLine(reading, tree.provisions, next));
  };
  for (const { index, 0: label } of reading.text.matchAll(inlineLabel)) {
    closeUpTo(index);
    while ((references[reference]?.end ?? Infinity) <= index) reference++;
    if ((references[reference]?.start ?? Infinity) > index) lines.push(label);
  }
  closeUpTo(Infinity);
  return lines.join('\n');
}

/** One provision with what the words around its label tell of it. Nothing in it may depend on where its stretch begins. */
function outlineLine(reading: Reading, provisions: readonly Provision[], index: number): string {
  const provision = provisions[index] as Provision;
  const { key, heading, sideHeading, label, parent, definition } = provision;
  const signs = [isDoubtfulLabel, isJoinedLabel, isDetachedLabel].map((is) => Number(is(reading, provision)));
  const written = reading.slice(label.start, label.end);
  const holder = provisions[parent]?.key ?? '';
  const meaning = definition === -1 ? '' : definition === provisions[index - 1]?.definition ? 'same' : 'next';
  return [key, heading, sideHeading, written, signs.join(''), holder, meaning].join('\t');
}

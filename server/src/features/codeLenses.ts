import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import {
  isReferredTo,
  prepareReferences,
  provisionOccurrences,
  termOccurrences,
  type Occurrence,
} from '../index/occurrences.js';
import { termIdentity } from '../index/termIdentity.js';
import { scopeOf } from '../index/termTable.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import type { Definition } from '../syntax/definition.js';
import type { Span } from '../text/span.js';
import { eachInSteps, type Steps } from '../text/steps.js';
import { idOf } from './namedAt.js';

/** A provision or definition above which the number of its references stands. Spans are reading offsets. */
export interface CodeLens {
  readonly kind: 'provision' | 'definition';
  /** The label or the term. */
  readonly span: Span;
  /** Whether it must say what it counts, since another lens stands on the same line. */
  readonly isShared: boolean;
}

export interface CountedLens {
  /** `12 references`, `used 3 times`. */
  readonly title: string;
  readonly references: readonly Occurrence[];
}

/** So many provisions are looked at in one step. */
const inStep = 30;

/**
 * The lenses of a text, not counted yet: parts, sub-sections and clauses that anything refers to, and the terms that are defined.
 */
export function* codeLenses(index: WorkspaceIndex, document: DocumentFacts): Steps<CodeLens[]> {
  yield* prepareReferences(index, document);
  const provisions: Omit<CodeLens, 'isShared'>[] = [];
  yield* eachInSteps(document.tree.provisions, inStep, (provision) => {
    const { levels, definition, label } = provision;
    if (levels.length === 0 && definition === -1 && isReferredTo(index, document, idOf(provision)))
      provisions.push({ kind: 'provision', span: label });
  });
  const definitions = document.definitions.map(({ start, end }) => ({
    kind: 'definition' as const,
    span: { start, end },
  }));
  const all = [...provisions, ...definitions].sort((a, b) => a.span.start - b.span.start);
  const onLine = new Map<number, number>();
  const lineOf = ({ start }: Span): number => document.lines.positionAt(document.reading.toFile(start)).line;
  for (const { span } of all) onLine.set(lineOf(span), (onLine.get(lineOf(span)) ?? 0) + 1);
  return all.map((lens) => ({ ...lens, isShared: (onLine.get(lineOf(lens.span)) ?? 0) > 1 }));
}

/**
 * Counts what refers to the provision, or uses the term, of a lens.
 * @returns undefined where neither stands there any more
 */
export function countLens(
  index: WorkspaceIndex,
  view: DocumentView,
  lens: CodeLens,
): CountedLens | undefined {
  const { document } = view;
  if (lens.kind === 'provision') {
    const provision = document.tree.provisions.find(({ label }) => label.start === lens.span.start);
    if (!provision) return undefined;
    const references = onlyReferences(provisionOccurrences(index, document, idOf(provision)));
    return { title: counted(references.length), references };
  }
  const definition = document.definitions.find(({ start }) => start === lens.span.start);
  return definition && countUses(index, view, definition, lens.isShared);
}

/** What a draft adds is told as used or not; what the Code has, by its references. */
function countUses(
  index: WorkspaceIndex,
  view: DocumentView,
  definition: Definition,
  isShared: boolean,
): CountedLens {
  const { document } = view;
  const site = { document, definition, scope: scopeOf(document, definition) };
  const identity = termIdentity(view, definition.term, site);
  const references = onlyReferences(termOccurrences(index, document.uri, identity));
  const title = identity.holder.startsWith('draft ') ? used(references.length) : counted(references.length);
  return { title: isShared ? `“${definition.term}”: ${title}` : title, references };
}

function onlyReferences(occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences.filter(({ role }) => role === 'reference');
}

function counted(count: number): string {
  return count === 0 ? 'no references' : count === 1 ? '1 reference' : `${count} references`;
}

function used(count: number): string {
  return count === 0 ? 'never used' : count === 1 ? 'used once' : `used ${count} times`;
}

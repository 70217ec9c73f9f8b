import type { ProvisionOwner } from '../model/provisionId.js';
import { normaliseTerm } from '../model/termForms.js';
import type { Span } from '../text/span.js';
import type { BoundReferences } from './boundReferences.js';
import type { Block, DocumentTree } from './documentTree.js';
import type { ModificationOccurrence } from './scanModificationIds.js';
import type { Quotation } from './scanQuotations.js';

/* A definition as it is found, and where its meaning stands (legal-text.md, Defined terms). */

export type DefinitionForm =
  /** A row of a definition list. */
  | 'row'
  /** `(the "Proposer")`, `"Fees" means …`. */
  | 'quoted'
  /** `(an Applicant)`, `(each a Supplier)` where bold was lost. */
  | 'bracket'
  /** Quoted where an agreement first names it; counts only if the agreement uses it without the marks. */
  | 'named'
  /** `Expanded Words (EW)`: both. */
  | 'abbreviation';

/** The place where a text defines a term. The span is the bare term. */
export interface Definition extends Span {
  readonly term: string;
  readonly form: DefinitionForm;
  /** Where its meaning stands: the cell, or the sentence around it. */
  readonly meaning: Span;
  /** Index of the provision it stands in, or -1. */
  readonly provision: number;
  /** The part that it stands in; undefined outside of all. */
  readonly owner: ProvisionOwner | undefined;
  /** `For the purposes of this Section C1.5`: the provision in which alone it holds. */
  readonly holdsIn: string | undefined;
  /** `has the meaning given in Section T3.34`: the provisions that the meaning lies in. */
  readonly pointsTo: readonly string[];
  /** Whether the meaning is nothing but a pointer to another place or document. */
  readonly isPointer: boolean;
}

/** What definitions are looked for in: a text with its tree and what was found in it. Spans are reading offsets. */
export interface Source {
  readonly text: string;
  readonly tree: DocumentTree;
  readonly references: BoundReferences;
  readonly quotations: readonly Quotation[];
  readonly modifications: readonly ModificationOccurrence[];
}
const pointerMeaning =
  /^[\s,]*(?:(?:and|or|,)\s*(?:the\s+)?[“"‘'][^“”"‘’'\n]{1,90}[”"’'][\s,]*){0,12}(?:shall(?:,[^.;“”"]{1,120},)? )?(?:has|have|bears?|is|are)\b[^.;]{0,60}?\b(?:meanings?|defined|construed)\b[^.;]{0,120}?\b(?:in|by|under|to|at)\b/i;

/** A definition of the term at `span`, with the place that it stands in and the provisions that its meaning points to. */
export function make(
  source: Source,
  span: Span,
  form: DefinitionForm,
  meaning: Span,
  provision: number,
  holdsIn: string | undefined,
): Definition {
  const head = source.text.slice(meaning.start, Math.min(meaning.end, meaning.start + 260));
  const isPointer = (form === 'row' || form === 'quoted') && pointerMeaning.test(head);
  const pointsTo = isPointer
    ? source.references.between(meaning.start, meaning.end).map(({ target }) => target)
    : [];
  return {
    start: span.start,
    end: span.end,
    term: normaliseTerm(source.text.slice(span.start, span.end)),
    form,
    meaning,
    provision,
    owner: source.tree.provisions[provision]?.owner,
    holdsIn,
    pointsTo,
    isPointer,
  };
}

/** No sentence is looked for farther than this: a text may be one line without a point. */
export const longestSentence = 3000;

/** The sentence around a place, within its block. */
export function sentenceAround(text: string, block: Block, span: Span): Span {
  const from = Math.max(block.textStart, span.start - longestSentence);
  const to = Math.min(block.end, span.end + longestSentence);
  const before = text.slice(from, span.start);
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('.\n'), before.lastIndexOf('; '));
  const end = /[.;](?=[\s]|$)/.exec(text.slice(span.end, to));
  return { start: cut === -1 ? from : from + cut + 2, end: end ? span.end + end.index + 1 : to };
}

const meaningStop = /\.(?=\s|$)|;(?=\s*(?:and\s+|or\s+)?(?:the\s+)?[“"‘])/;
const goesOnBelow = /(?:[:;,–—]|\b(?:and|or|either))$/;
const longestList = 60;

/**
 * Where a meaning ends that a verb opens: at the end of its sentence, which may run over a list and unlettered words behind it
 * (`means either …; or …: (a) … (b) …, whichever is later`), or before the next quoted term.
 */
export function meaningEnd({ text, tree }: Source, index: number, from: number): number {
  let end = from;
  for (let i = index; i < Math.min(tree.blocks.length, index + longestList); i++) {
    const block = tree.blocks[i] as Block;
    if (i > index && !continuesMeaning(text, tree, tree.blocks[index] as Block, block)) break;
    const start = i === index ? from : block.textStart;
    end = Math.min(block.end, start + longestSentence);
    const stop = meaningStop.exec(text.slice(start, end));
    if (stop) return start + stop.index + 1;
    if (!goesOnBelow.test(text.slice(Math.max(start, end - 8), end))) break;
  }
  return end;
}

/** Whether a block behind the one that opens a meaning is in its list, or is the unlettered end of it. */
function continuesMeaning(text: string, tree: DocumentTree, first: Block, block: Block): boolean {
  if ((block.kind !== 'text' && block.kind !== 'cell') || /[“"‘]/.test(text.charAt(block.textStart)))
    return false;
  let at = block.provision;
  while (at !== -1 && at !== first.provision) {
    const provision = tree.provisions[at];
    if (!provision || provision.levels.length === 0) return false;
    at = provision.parent;
  }
  return at === first.provision;
}

/** Whether an offset stands inside a reference. */
export function insideReference(references: BoundReferences, offset: number): boolean {
  return references
    .between(offset - 200, offset + 1)
    .some(
      (reference) =>
        reference.start <= offset &&
        (offset < reference.end || (reference.heading !== undefined && offset < reference.heading.end + 1)),
    );
}

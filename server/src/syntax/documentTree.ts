import type { ProvisionOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';

/** A numbered piece of a text, or the part that holds it. Spans are reading offsets. */
export interface Provision extends Span {
  /** Canonical name: `D9.4(a)`, `Appendix AB/15.5(c)`, `#3.3.4` (product.md). */
  readonly key: string;
  readonly owner: ProvisionOwner;
  readonly divisions: readonly string[];
  /** `9.4` for D9.4; empty for the part itself. */
  readonly number: string;
  readonly levels: readonly string[];
  /** `D9.4` of "D9.4 Where the …"; for a part its whole title line. */
  readonly label: Span;
  /** The words of its own heading, or empty. */
  readonly heading: string;
  readonly headingSpan: Span | undefined;
  /** The unnumbered heading that it shares with its neighbours, or empty. */
  readonly sideHeading: string;
  /** The part of the Code that the heading above it names, in a paper that speaks of it. */
  readonly subject: ProvisionOwner | undefined;
  /** Index of the provision that holds it, or -1. */
  readonly parent: number;
  /** Index of the definition row whose paragraph it is, or -1. */
  readonly definition: number;
  /** Whether it is headed as a condition of a licence: `Condition 4. Payments`. */
  readonly isCondition: boolean;
}

export type BlockKind =
  /** The title of a part or Annex: no reference, term or finding in it. */
  | 'title'
  /** A numbered or unnumbered heading. */
  | 'heading'
  /** Running text of one paragraph, possibly over several lines. */
  | 'text'
  /** A cell of a table, or the meaning in a definition row. */
  | 'cell'
  /** The term in a definition row. */
  | 'term'
  /** A line of a contents list: nothing in it is read. */
  | 'contents';

/** A stretch of text that is read on its own: nothing in it runs on into the next block. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Where the words start behind a number label. */
  readonly textStart: number;
  /** Index of the provision it stands in, or -1. */
  readonly provision: number;
  /** Index of the definition row it belongs to, or -1. */
  readonly definition: number;
}

/** A row of a definition list: the term's words and the meaning behind them. */
export interface DefinitionRow {
  readonly term: Span;
  /** Grows with the lines that belong to the meaning. */
  readonly meaning: Span;
  readonly provision: number;
}

/** A part of the Code that a line opens. */
export interface OpenedPart {
  readonly key: string;
  readonly owner: ProvisionOwner;
  readonly provision: number;
}

export interface DocumentTree {
  readonly provisions: readonly Provision[];
  readonly blocks: readonly Block[];
  readonly definitionRows: readonly DefinitionRow[];
  readonly parts: readonly OpenedPart[];
  /** Page headers and page numbers, which may cut a sentence in two: they are no words of the text. */
  readonly furniture: readonly Span[];
  /** Whether a line with an instruction (`Insert the following …`) stands under an opened part. */
  readonly hasInstruction: boolean;
  /** Whether the text is an agreement, whose own numbers are clauses. */
  readonly isAgreement: boolean;
}

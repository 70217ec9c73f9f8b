/** A tracked change: who changed what, as the file says it. */
export interface Change {
  readonly kind: 'insertion' | 'deletion';
  readonly author: string;
  /** As in the file: `2026-03-01T09:00:00Z`; empty when it gives none. */
  readonly date: string;
  /** Moved from or to somewhere else. */
  readonly isMove: boolean;
}

/** A stretch of a paragraph. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly change?: Change | undefined }
  | { readonly kind: 'note'; readonly note: string; readonly change?: Change | undefined }
  | { readonly kind: 'comment'; readonly text: string };

/** What decides a paragraph's number and place. */
export interface ParagraphProperties {
  readonly style: string | undefined;
  /** The numbering that the paragraph itself names; `0` switches it off. */
  readonly numId: string | undefined;
  readonly level: number | undefined;
  /** Left indentation in twentieths of a point that the paragraph itself sets. */
  readonly left: number | undefined;
}

/** The number of a paragraph as printed before and after the tracked changes. */
export interface Label {
  readonly now: string | undefined;
  readonly before: string | undefined;
}

export interface ListPlace {
  readonly counter: string;
  readonly level: number;
}

/** A field that shows a number of the text, to be held against that number. */
export interface ShownNumber {
  readonly bookmark: string;
  readonly shown: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: Piece[];
  readonly properties: ParagraphProperties;
  /** As it was before a tracked change of its formatting. */
  readonly formerProperties: ParagraphProperties | undefined;
  /** Set when the paragraph's mark was inserted or deleted. */
  readonly markChange: Change | undefined;
  readonly bookmarks: string[];
  readonly shownNumbers: ShownNumber[];
  /** What could not be carried over, in words. */
  readonly losses: string[];
  /** A line of the contents list: it is dropped and counted. */
  isContents: boolean;
  /** Set once the whole text is counted. */
  label: Label;
  /** What took the number away or gave it, where no changed words of the paragraph tell. */
  labelChange: Change | undefined;
  /** The list and level that the label comes from; undefined for a paragraph without one. */
  list: ListPlace | undefined;
  /** Left indentation as printed. */
  indent: number;
}

export interface Cell {
  readonly blocks: Block[];
  /** Columns that it covers. */
  readonly span: number;
  /** It belongs to the cell above it. */
  readonly continuesAbove: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly isHead: boolean;
  readonly change: Change | undefined;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Table;

/** A document as it was read, whatever it was written in. */
export interface SourceDocument {
  readonly blocks: readonly Block[];
  /** Footnotes and endnotes by the name that their marks use. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Lines of page headers and footers: dropped, but they may say a version. */
  readonly furniture: readonly string[];
  /** Things without words that were left out, by name: `page break`. */
  readonly counted?: ReadonlyMap<string, number>;
  /** What could not be carried over and has no place in the text. */
  readonly losses: readonly string[];
}

export const noLabel: Label = { now: undefined, before: undefined };

/** A paragraph with no words yet and nothing known of it. */
export function emptyParagraph(): Paragraph {
  return {
    kind: 'paragraph',
    pieces: [],
    properties: { style: undefined, numId: undefined, level: undefined, left: undefined },
    formerProperties: undefined,
    markChange: undefined,
    bookmarks: [],
    shownNumbers: [],
    losses: [],
    isContents: false,
    label: noLabel,
    labelChange: undefined,
    list: undefined,
    indent: 0,
  };
}

/** The words of blocks as one line, as they are behind the tracked changes. */
export function plainLine(blocks: readonly Block[]): string {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const piece of block.pieces)
        if (piece.kind === 'text' && piece.change?.kind !== 'deletion') texts.push(piece.text);
    } else {
      for (const row of block.rows) for (const cell of row.cells) texts.push(' ', plainLine(cell.blocks));
    }
    texts.push(' ');
  }
  return texts.join('').replace(/\s+/g, ' ').trim();
}

/** All paragraphs in the order of the text, those in tables included. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph, void, undefined> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}

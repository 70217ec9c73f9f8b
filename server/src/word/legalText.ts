import type { Steps } from '../text/steps.js';
import {
  paragraphsOf,
  type Block,
  type Change,
  type ListPlace,
  type Paragraph,
  type SourceDocument,
  type Table,
} from './blocks.js';
import {
  isWritten,
  labelPieces,
  looksLikeMark,
  writePieces,
  type ChangeTreatment,
  type WrittenPiece,
} from './changes.js';
import { joinBlocks } from './joinBlocks.js';
import { quote } from './lostWords.js';
import { raise } from './raised.js';
import { wrongNumbers } from './shownNumbers.js';
import { mergeSplitTables, writeTable } from './tableText.js';
import { tidyPieces } from './tidy.js';

/** Legal text as a `.sec` file holds it, without front matter. */
export interface LegalText {
  readonly text: string;
  /** One line for each thing that could not be carried over or that looks wrong, with its place. */
  readonly warnings: readonly string[];
  /** Lines of the contents list that were left out. */
  readonly contentsLines: number;
}

/** Labels of lists; all other numbers (`D9`, `1.2`, `SECTION D:`) open a heading or clause. */
const listLabel = /^(?:\(?[A-Za-z]{1,6}\)|\(?\d{1,3}\)|[A-Za-z]{1,5}\.|[•▪·*–—-])$/;
const typedLabel =
  /^(\(?[A-Za-z]{1,6}\)|\(?\d{1,3}\)|[A-Za-z]\.|[ivx]{2,5}\.|[•▪·]|[A-Z]?\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*\.?)[\t \u00a0]/;
const indentStep = '    ';

/** So many blocks are written in one step. */
export const blocksInStep = 100;

/**
 * Writes a document as legal text: a clause or heading to a line with an empty line before it, paragraphs of lists under their
 * clause and indented by their depth, tables as Markdown, notes at the end of their provision. Linear in the document.
 */
export function writeLegalText(document: SourceDocument, treatment: ChangeTreatment): Steps<LegalText> {
  return new LegalTextWriter(document, treatment).write();
}

interface OpenList {
  /** Undefined for a list whose labels are typed. */
  readonly list: ListPlace | undefined;
  readonly indent: number;
}

/** Whether a list stays open around a new one: a higher level of the same list, or one that is indented less. */
function isOutside(open: OpenList, { list, indent }: Paragraph): boolean {
  return list && open.list?.counter === list.counter ? open.list.level < list.level : open.indent < indent;
}

class LegalTextWriter {
  readonly #document: SourceDocument;
  readonly #treatment: ChangeTreatment;
  readonly #lines: string[] = [];
  readonly #warnings: string[];
  /** The lists that are open, outermost first. */
  #lists: OpenList[] = [];
  #clause = '';
  #listLabels: string[] = [];
  #notesWritten = 0;
  readonly #pendingNotes: { readonly sign: string; readonly note: string }[] = [];
  #contentsLines = 0;
  #wrongNumbers: ReadonlyMap<Paragraph, readonly string[]> = new Map();

  constructor(document: SourceDocument, treatment: ChangeTreatment) {
    this.#document = document;
    this.#treatment = treatment;
    this.#warnings = [...document.losses];
  }

  *write(): Steps<LegalText> {
    const blocks = mergeSplitTables(joinBlocks(this.#document.blocks, this.#treatment));
    this.#wrongNumbers = wrongNumbers(blocks);
    for (const [i, block] of blocks.entries()) {
      if (i % blocksInStep === blocksInStep - 1) yield;
      this.#block(block);
    }
    this.#writeNotes();
    return {
      text: `${this.#lines.join('\n').trim()}\n`,
      warnings: this.#warnings,
      contentsLines: this.#contentsLines,
    };
  }

  #block(block: Block): void {
    if (block.kind === 'table') this.#table(block);
    else this.#paragraph(block);
  }

  // ---- paragraphs -------------------------------------------------------------------------------------------------------

  #paragraph(paragraph: Paragraph): void {
    if (paragraph.isContents) {
      if (hasWords(paragraph)) this.#contentsLines++;
      return;
    }
    const shown = this.#shownLabel(paragraph);
    const isList = shown !== undefined && (listLabel.test(shown) || this.#isPoint(paragraph, shown));
    if (shown !== undefined && !isList) {
      this.#writeNotes();
      this.#lists = [];
      this.#listLabels = [];
      this.#clause = shown.length > 24 ? `${shown.slice(0, 24)}…` : shown;
    }
    const body = this.#written(paragraph);
    const words = writePieces([...labelPieces(paragraph, this.#treatment), ...body]).trim();
    if (words === '') return this.#tellLosses(paragraph);
    const depth = isList ? this.#openList(paragraph, shown) : this.#depthOf(paragraph, shown);
    this.#tellLosses(paragraph);
    if (depth === 0 || (this.#lines.at(-1) ?? '').startsWith('|')) this.#blankLine();
    const indent = indentStep.repeat(depth);
    this.#lines.push(...words.split('\n').map((line) => indent + line.trim()));
  }

  /** Whether `1.` counts the points of a clause whose own number is `D2.2`: it opens behind a colon, or goes on. */
  #isPoint({ list }: Paragraph, label: string): boolean {
    if (!list || !/^\d{1,3}\.$/.test(label) || !/^[A-Z]\d/.test(this.#clause)) return false;
    return (
      this.#lists.some((open) => open.list?.counter === list.counter) ||
      (this.#lines.at(-1) ?? '').endsWith(':')
    );
  }

  /** The number that a paragraph begins with, printed or typed. */
  #shownLabel({ label, pieces }: Paragraph): string | undefined {
    const printed = this.#treatment === 'reject' ? label.before : (label.now ?? label.before);
    if (printed !== undefined) return printed;
    const words = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    return typedLabel.exec(words.trimStart())?.[1];
  }

  /** The pieces that the treatment leaves, with white space tidied at both ends and tabs where they only part a label. */
  #written(paragraph: Paragraph): WrittenPiece[] {
    const pieces: WrittenPiece[] = [];
    for (const piece of paragraph.pieces) {
      if (piece.kind === 'comment') {
        if (this.#treatment === 'keep') pieces.push(piece);
        else paragraph.losses.push(lostComment(piece.text));
      } else if (isWritten(piece.change, this.#treatment)) {
        const change = this.#treatment === 'keep' ? piece.change : undefined;
        const text = piece.kind === 'note' ? this.#noteSign(piece.note) : piece.text;
        pieces.push({ kind: 'text', text, change });
        if (piece.kind === 'text' && looksLikeMark(piece.text))
          paragraph.losses.push('its words hold signs that are read as a change mark');
      }
    }
    return tidyPieces(pieces);
  }

  /** Opens the list of a label, or goes on with it; gives its depth from 1. */
  #openList(paragraph: Paragraph, label: string): number {
    const { list, indent } = paragraph;
    const same = this.#lists.findIndex((open) =>
      list && open.list
        ? open.list.counter === list.counter && open.list.level === list.level
        : indent > 0 && Math.abs(open.indent - indent) < 60,
    );
    if (same !== -1) {
      this.#lists.length = same + 1;
    } else {
      this.#lists = this.#lists.filter((open) => isOutside(open, paragraph));
      this.#lists.push({ list, indent });
    }
    const depth = this.#lists.length;
    this.#listLabels = [...this.#listLabels.slice(0, depth - 1), label];
    return depth;
  }

  /** A paragraph without a number stands as deep as the lists whose text it is indented like. */
  #depthOf({ indent }: Paragraph, label: string | undefined): number {
    if (label !== undefined) return 0;
    return this.#lists.filter((list) => list.indent <= indent && indent > 0).length;
  }

  #tellLosses(paragraph: Paragraph): void {
    for (const loss of new Set([...paragraph.losses, ...(this.#wrongNumbers.get(paragraph) ?? [])]))
      this.#warnings.push(`${this.#place()}: ${loss}`);
  }

  /** The provision by its canonical name: `a)` and `a.` are `(a)` in it, and bullets are nothing. */
  #place(): string {
    const labels = this.#listLabels
      .filter((label) => label.length > 1)
      .map((label) => label.replace(/^\(?(\w+)[).]$/, '($1)'))
      .join('');
    return `${this.#clause}${labels}` || 'before the first number';
  }

  // ---- notes ------------------------------------------------------------------------------------------------------------

  #noteSign(note: string): string {
    this.#notesWritten++;
    const sign = raise(String(this.#notesWritten), 'superscript');
    this.#pendingNotes.push({ sign, note });
    return sign;
  }

  /** Notes stand at the end of the provision that they belong to. */
  #writeNotes(): void {
    const pending = this.#pendingNotes.splice(0);
    if (pending.length === 0) return;
    this.#blankLine();
    for (const { sign, note } of pending) {
      const paragraphs = [...paragraphsOf(this.#document.notes.get(note) ?? [])];
      const text = paragraphs
        .map((paragraph) =>
          writePieces([...labelPieces(paragraph, this.#treatment), ...this.#written(paragraph)]),
        )
        .map((words) => words.replace(/\s*\n\s*/g, ' ').trim())
        .filter((words) => words !== '');
      this.#lines.push(`${sign} ${text.join(' ')}`.trim());
      for (const { losses } of paragraphs)
        for (const loss of losses) this.#warnings.push(`${this.#place()}: in a note: ${loss}`);
      if (text.length === 0) this.#warnings.push(`${this.#place()}: its note ${sign} is not in the file`);
    }
  }

  // ---- tables -----------------------------------------------------------------------------------------------------------

  #table(table: Table): void {
    const { lines, losses, blocks } = writeTable(table, {
      treatment: this.#treatment,
      cell: (cell, change) => this.#cellText(cell, change),
    });
    for (const block of blocks) this.#block(block);
    for (const loss of losses) this.#warnings.push(`${this.#place()}: ${loss}`);
    if (lines.length === 0) return;
    this.#blankLine();
    this.#lines.push(...lines);
  }

  /** The paragraphs and lists of a cell, a line for each. In a row that is changed as a whole the words bear no marks. */
  #cellText(blocks: readonly Block[], rowChange: Change | undefined): string {
    const texts: string[] = [];
    for (const block of joinBlocks(blocks, this.#treatment)) {
      if (block.kind === 'paragraph') {
        if (block.isContents) continue;
        const written = [...labelPieces(block, this.#treatment), ...this.#written(block)];
        const pieces = rowChange ? unmarked(written, rowChange, block.losses) : written;
        texts.push(writePieces(pieces).trim());
        for (const loss of [...block.losses, ...(this.#wrongNumbers.get(block) ?? [])])
          this.#warnings.push(`${this.#place()}: in a table: ${loss}`);
      } else {
        for (const row of block.rows)
          texts.push(
            row.cells
              .map((cell) => this.#cellText(cell.blocks, rowChange))
              .filter((text) => text !== '')
              .join(' – '),
          );
        this.#warnings.push(`${this.#place()}: a table inside a table was written as lines`);
      }
    }
    return texts.filter((text) => text !== '').join('\n');
  }

  #blankLine(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }
}

function hasWords({ pieces }: Paragraph): boolean {
  return pieces.some((piece) => piece.kind === 'text' && piece.text.trim() !== '');
}

/** Pieces inside a mark of the whole row. A mark holds no other one: what cannot stand there is left out and told. */
function unmarked(pieces: readonly WrittenPiece[], { kind }: Change, losses: string[]): WrittenPiece[] {
  const kept: WrittenPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'comment') losses.push(lostComment(piece.text));
    else if (piece.change && piece.change.kind !== kind)
      losses.push(`words that were inserted and deleted again were left out: ${quote(piece.text)}`);
    else kept.push({ ...piece, change: undefined });
  }
  return kept;
}

function lostComment(text: string): string {
  return `a comment was left out: ${quote(text)}`;
}

import { Parser } from 'htmlparser2';
import {
  emptyParagraph,
  type Block,
  type Cell,
  type Change,
  type Paragraph,
  type Row,
  type SourceDocument,
} from './blocks.js';
import { formatNumber } from './numberFormat.js';

interface OpenList {
  readonly format: string | undefined;
  next: number;
}

interface OpenTable {
  readonly rows: Row[];
  cells: Cell[];
  /** The blocks that the table stands among. */
  readonly outside: Block[];
}

const blockTags = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote section article header footer main aside table tr td th caption pre body address hr figure figcaption'.split(
    ' ',
  ),
);
const skippedTags = new Set(
  'script style head template noscript nav title svg object iframe select'.split(' '),
);
const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
/** A page nested deeper than this is made to do harm; what is inside stands as if it were less deep. */
const deepest = 256;
const indentStep = 720;

/** Reads a web page: paragraphs, lists with the numbers that a browser prints, tables, `ins` and `del`. Never throws. */
export function readHtml(html: string): SourceDocument {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return { blocks: reader.finish(), notes: new Map(), furniture: [], losses: reader.losses };
}

class HtmlReader {
  readonly losses: string[] = [];
  #blocks: Block[] = [];
  #paragraph: Paragraph | undefined;
  #pendingLabel: string | undefined;
  readonly #lists: OpenList[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #changes: Change[] = [];
  #skipped = 0;
  #preformatted = 0;
  #pictures = 0;
  /** Of the cell that is open. */
  #span = 1;
  /** All cells of the row so far are heads. */
  #headCells = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (skippedTags.has(name)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (blockTags.has(name)) this.#endParagraph();
    switch (name) {
      case 'br':
        return this.#add('\n');
      case 'img':
        this.#pictures++;
        return;
      case 'ins':
      case 'del':
        this.#changes.push(changeOf(name, attributes));
        return;
      case 'pre':
        this.#preformatted++;
        return;
      case 'ul':
        this.#lists.push({ format: undefined, next: 1 });
        return;
      case 'ol':
        this.#lists.push({
          format: listFormats[attributes['type'] ?? ''] ?? 'decimal',
          next: startOf(attributes['start'], 1),
        });
        return;
      case 'li':
        this.#pendingLabel = this.#nextLabel(attributes['value']);
        return;
      case 'table':
        if (this.#tables.length < deepest) {
          this.#tables.push({ rows: [], cells: [], outside: this.#blocks });
          this.#blocks = [];
        }
        return;
      case 'tr':
        this.#endRow(false);
        return;
      case 'td':
      case 'th':
        this.#blocks = [];
        this.#span = Math.max(1, Math.min(64, startOf(attributes['colspan'], 1)));
        return;
    }
  }

  close(name: string): void {
    if (skippedTags.has(name)) {
      this.#skipped = Math.max(0, this.#skipped - 1);
      return;
    }
    if (this.#skipped > 0) return;
    if (blockTags.has(name)) this.#endParagraph();
    const table = this.#tables.at(-1);
    switch (name) {
      case 'ins':
      case 'del':
        this.#changes.pop();
        return;
      case 'pre':
        this.#preformatted--;
        return;
      case 'ul':
      case 'ol':
        this.#lists.pop();
        return;
      case 'li':
        this.#pendingLabel = undefined;
        return;
      case 'td':
      case 'th':
        if (!table) return;
        table.cells.push({ blocks: this.#blocks, span: this.#span, continuesAbove: false });
        this.#blocks = [];
        this.#headCells = name === 'th' && (table.cells.length === 1 || this.#headCells);
        return;
      case 'tr':
        return this.#endRow(this.#headCells);
      case 'table':
        return this.#endTable();
    }
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    this.#add(this.#preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  finish(): Block[] {
    this.#endParagraph();
    while (this.#tables.length > 0) this.#endTable();
    if (this.#pictures > 0)
      this.losses.push(
        `${this.#pictures} ${this.#pictures === 1 ? 'picture was' : 'pictures were'} left out`,
      );
    return this.#blocks;
  }

  #add(text: string): void {
    if (!this.#paragraph) {
      if (text.trim() === '') return;
      const label = this.#pendingLabel;
      this.#pendingLabel = undefined;
      const paragraph = emptyParagraph();
      paragraph.label = { now: label, before: label };
      paragraph.indent = this.#lists.length * indentStep;
      if (label !== undefined) paragraph.list = { counter: 'page', level: this.#lists.length };
      this.#paragraph = paragraph;
    }
    const last = this.#paragraph.pieces.at(-1);
    const isSpaced = last?.kind === 'text' && /[ \n]$/.test(last.text);
    const words = isSpaced && this.#preformatted === 0 ? text.replace(/^ /, '') : text;
    if (words !== '')
      this.#paragraph.pieces.push({ kind: 'text', text: words, change: this.#changes.at(-1) });
  }

  #endParagraph(): void {
    if (this.#paragraph) this.#blocks.push(this.#paragraph);
    this.#paragraph = undefined;
  }

  #nextLabel(value: string | undefined): string {
    const list = this.#lists.at(-1);
    if (list?.format === undefined) return '•';
    const number = startOf(value, list.next);
    list.next = number + 1;
    return `${formatNumber(number, list.format) ?? number}.`;
  }

  #endRow(isHead: boolean): void {
    const table = this.#tables.at(-1);
    if (table && table.cells.length > 0) table.rows.push({ cells: table.cells, isHead, change: undefined });
    if (table) table.cells = [];
    this.#headCells = false;
  }

  #endTable(): void {
    this.#endRow(this.#headCells);
    const table = this.#tables.pop();
    if (!table) return;
    // Words between the cells belong to no cell; a browser shows them before the table.
    table.outside.push(...this.#blocks, { kind: 'table', rows: table.rows });
    this.#blocks = table.outside;
  }
}

function changeOf(name: string, attributes: Readonly<Record<string, string>>): Change {
  return {
    kind: name === 'ins' ? 'insertion' : 'deletion',
    author: attributes['cite'] ?? '',
    date: attributes['datetime'] ?? '',
    isMove: false,
  };
}

function startOf(value: string | undefined, otherwise: number): number {
  const number = Number(value);
  return value === undefined || !Number.isInteger(number) ? otherwise : number;
}

import {
  emptyParagraph,
  paragraphsOf,
  type Block,
  type Cell,
  type Paragraph,
  type ParagraphProperties,
  type Row,
  type Table,
} from './blocks.js';
import {
  chosenOf,
  InlineReader,
  isSilent,
  lossOfUnknown,
  markWhole,
  type PartContext,
} from './inlineReader.js';
import { leftIndent, toLevel } from './styles.js';
import { changeBy, changeIn, changeKinds, plain } from './trackedChanges.js';
import { childOf, isElement, switchOf, textOf, valueOf, type XmlElement } from './xml.js';

/** Elements around paragraphs that say nothing of their own. */
export const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag']);

/** Elements between paragraphs that print nothing. */
const properties = new Set(['w:sectPr', 'w:tcPr', 'w:tblPr', 'w:tblGrid']);

/** Reads the blocks of one story (the body, a note) in their order; fields may run over several of them. */
export class BodyReader {
  readonly #context: PartContext;
  readonly #inlines: InlineReader;
  /** Names of places between paragraphs: they are those of the paragraph that follows. */
  readonly #bookmarks: string[] = [];

  constructor(context: PartContext) {
    this.#context = context;
    this.#inlines = new InlineReader(context, (element) => this.readAll(element));
  }

  /** The blocks that one element between paragraphs holds. */
  read(element: XmlElement): Block[] {
    const { name, attributes } = element;
    switch (name) {
      case 'w:p':
        return this.#paragraph(element);
      case 'w:tbl':
        return [this.#table(element)];
      case 'mc:AlternateContent':
        return this.readAll(chosenOf(element) ?? element);
      case 'w:altChunk':
        return [lostBlock('a part of the text that is kept in a file of its own was left out')];
      case 'w:bookmarkStart':
        if (attributes['name'] !== undefined) this.#bookmarks.push(attributes['name']);
        return [];
      case 'm:oMath':
      case 'm:oMathPara':
        return [
          {
            ...lostBlock('an equation was carried over as its signs in a row'),
            pieces: [{ kind: 'text', text: textOf(element) }],
          },
        ];
    }
    if (wrappers.has(name) || changeKinds[name]) return this.readAll(element);
    return isSilent(name) || properties.has(name) ? [] : [lostBlock(lossOfUnknown(element))];
  }

  readAll(element: XmlElement): Block[] {
    const isContents =
      childOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')?.attributes['val'] ===
      'Table of Contents';
    const blocks = element.children.filter(isElement).flatMap((child) => this.read(child));
    if (isContents) for (const block of blocks) if (block.kind === 'paragraph') block.isContents = true;
    return blocks;
  }

  #paragraph(element: XmlElement): Block[] {
    const { styles } = this.#context;
    const properties = childOf(element, 'w:pPr');
    const formatChange = childOf(properties, 'w:pPrChange');
    const former = childOf(formatChange, 'w:pPr');
    const read = readProperties(properties);
    const paragraph: Paragraph = {
      ...emptyParagraph(),
      properties: read,
      formerProperties: former ? readProperties(former) : undefined,
      markChange: changeIn(childOf(properties, 'w:rPr')),
      labelChange: formatChange && { ...changeBy(formatChange), kind: 'insertion', isMove: false },
      bookmarks: this.#bookmarks.splice(0),
      isContents: this.#inlines.isContents || styles.isContents(read.style),
    };
    if (childOf(properties, 'w:framePr')?.attributes['dropCap'] !== undefined)
      paragraph.losses.push('a large first letter stands on a line of its own');
    if (childOf(childOf(properties, 'w:numPr'), 'w:numberingChange'))
      paragraph.losses.push('the number that it had before a tracked change of an old kind was left out');
    const { isHidden, isStruck } = styles.look(read.style);
    const boxes = this.#inlines.read(element, paragraph, {
      ...plain,
      isHidden: isHidden ?? false,
      isStruck: isStruck ?? false,
    });
    if (this.#inlines.isContents) paragraph.isContents = true;
    return boxes.length > 0 ? [paragraph, ...boxes] : [paragraph];
  }

  // ---- tables -----------------------------------------------------------------------------------------------------------

  #table(element: XmlElement): Table {
    return { kind: 'table', rows: unwrapped(element, 'w:tr').map((row) => this.#row(row)) };
  }

  #row(element: XmlElement): Row {
    const properties = childOf(element, 'w:trPr');
    const before = Number(valueOf(properties, 'w:gridBefore') ?? 0);
    const cells: Cell[] =
      before > 0 ? [{ blocks: [], span: Math.min(before, 64), continuesAbove: false }] : [];
    for (const cell of unwrapped(element, 'w:tc')) cells.push(this.#cell(cell));
    const change = changeIn(properties);
    return {
      cells,
      isHead: switchOf(properties, 'w:tblHeader') ?? false,
      change: change && { ...change, isMove: isMoved(cells) },
    };
  }

  #cell(element: XmlElement): Cell {
    const properties = childOf(element, 'w:tcPr');
    const merge = childOf(properties, 'w:vMerge');
    const blocks = element.children.filter(isElement).flatMap((child) => this.read(child));
    const change = changeIn(properties);
    if (change) for (const paragraph of paragraphsOf(blocks)) markWhole(paragraph, change);
    return {
      blocks,
      span: Math.max(1, Math.min(64, Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1)),
      continuesAbove: merge !== undefined && merge.attributes['val'] !== 'restart',
    };
  }
}

/** Whether all words of a row were moved away or to it: Word itself calls such a row deleted or inserted. */
function isMoved(cells: readonly Cell[]): boolean {
  const pieces = cells.flatMap(({ blocks }) => [...paragraphsOf(blocks)].flatMap((one) => one.pieces));
  return pieces.length > 0 && pieces.every((piece) => piece.kind !== 'comment' && piece.change?.isMove);
}

function readProperties(element: XmlElement | undefined): ParagraphProperties {
  const numbering = childOf(element, 'w:numPr');
  return {
    style: valueOf(element, 'w:pStyle'),
    numId: valueOf(numbering, 'w:numId'),
    level: toLevel(valueOf(numbering, 'w:ilvl')),
    left: leftIndent(element),
  };
}

function lostBlock(loss: string): Paragraph {
  return { ...emptyParagraph(), losses: [loss] };
}

/** Children of a name, also those that wrappers hold. */
function unwrapped(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === name) return [child];
    return wrappers.has(child.name) || changeKinds[child.name] ? unwrapped(child, name) : [];
  });
}

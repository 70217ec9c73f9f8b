import {
  emptyParagraph,
  type Block,
  type Cell,
  type Change,
  type Paragraph,
  type ParagraphProperties,
  type Row,
  type Table,
} from './blocks.js';
import { Fields } from './fields.js';
import { leftIndent, toLevel, type Styles } from './styles.js';
import { symbolCharacter } from './symbols.js';
import { childOf, isElement, switchOf, textOf, valueOf, type XmlElement } from './xml.js';

/** Elements around paragraphs that say nothing of their own. */
export const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag']);

const changeKinds: Readonly<Record<string, Pick<Change, 'kind' | 'isMove'>>> = {
  'w:ins': { kind: 'insertion', isMove: false },
  'w:del': { kind: 'deletion', isMove: false },
  'w:moveFrom': { kind: 'deletion', isMove: true },
  'w:moveTo': { kind: 'insertion', isMove: true },
};

/** What holds inside an element and all that stands in it. */
interface Surroundings {
  readonly change: Change | undefined;
  /** Words that one change inserted and another deleted stand in no version. */
  readonly isGone: boolean;
  readonly isHidden: boolean;
}

const plain: Surroundings = { change: undefined, isGone: false, isHidden: false };

/** Where text of the paragraph being read goes, and what is lost on the way. */
interface Target {
  readonly paragraph: Paragraph;
  /** Paragraphs of text boxes, which stand behind the paragraph that holds them. */
  readonly boxes: Block[];
}

/** Reads the blocks of one story (the body, a note) in their order; fields may run over several of them. */
export class BodyReader {
  readonly #styles: Styles;
  readonly #fields = new Fields();
  /** Texts of Word's comments by their id. */
  readonly #comments: ReadonlyMap<string, string>;

  constructor(styles: Styles, comments: ReadonlyMap<string, string> = new Map()) {
    this.#styles = styles;
    this.#comments = comments;
  }

  /** The blocks that one element between paragraphs holds. */
  read(element: XmlElement): Block[] {
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element);
      case 'w:tbl':
        return [this.#table(element)];
      case 'mc:AlternateContent':
        return this.readAll(childOf(element, 'mc:Choice') ?? element);
      case 'w:altChunk':
        return [lostBlock('a part of the text that is kept in a file of its own was left out')];
      default:
        return wrappers.has(element.name) || changeKinds[element.name] ? this.readAll(element) : [];
    }
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
      isContents: this.#fields.isContents || this.#styles.isContents(read.style),
    };
    const target: Target = { paragraph, boxes: [] };
    const isHidden =
      this.#styles.chain(read.style).find((style) => style.isHidden !== undefined)?.isHidden ?? false;
    this.#inlines(element, { ...plain, isHidden }, target);
    if (this.#fields.isContents) paragraph.isContents = true;
    return [paragraph, ...target.boxes];
  }

  #inlines(parent: XmlElement, around: Surroundings, target: Target): void {
    for (const child of parent.children) if (isElement(child)) this.#inline(child, around, target);
  }

  #inline(element: XmlElement, around: Surroundings, target: Target): void {
    const { paragraph } = target;
    switch (element.name) {
      case 'w:r':
        return this.#run(element, around, target);
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:moveTo':
        return this.#inlines(element, within(element, around), target);
      case 'w:hyperlink':
      case 'w:dir':
      case 'w:bdo':
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:smartTag':
        return this.#inlines(element, around, target);
      case 'w:fldSimple':
        this.#fields.begin(element.attributes['instr'] ?? '');
        this.#fields.separate();
        this.#inlines(element, around, target);
        return this.#endField(paragraph);
      case 'w:bookmarkStart':
        if (element.attributes['name'] !== undefined) paragraph.bookmarks.push(element.attributes['name']);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        paragraph.losses.push('an equation was carried over as its signs in a row');
        return this.#add(textOf(element), around, target);
      case 'mc:AlternateContent':
        return this.#inlines(childOf(element, 'mc:Choice') ?? element, around, target);
      case 'w:ruby':
        return this.#inlines(childOf(element, 'w:rubyBase') ?? element, around, target);
      case 'w:subDoc':
        paragraph.losses.push('a part of the text that is kept in another file was left out');
        return;
    }
  }

  #run(element: XmlElement, outside: Surroundings, target: Target): void {
    const properties = childOf(element, 'w:rPr');
    const isHidden = switchOf(properties, 'w:vanish') ?? outside.isHidden;
    const around = { ...outside, isHidden };
    for (const child of element.children) if (isElement(child)) this.#runChild(child, around, target);
  }

  #runChild(element: XmlElement, around: Surroundings, target: Target): void {
    const { paragraph } = target;
    const { attributes } = element;
    switch (element.name) {
      case 'w:t':
      case 'w:delText': {
        const text = textOf(element);
        return this.#add(attributes['space'] === 'preserve' ? text : text.trim(), around, target);
      }
      case 'w:instrText':
      case 'w:delInstrText':
        return this.#fields.addInstruction(textOf(element));
      case 'w:fldChar':
        return this.#fieldSign(attributes['fldCharType'], paragraph);
      case 'w:tab':
      case 'w:ptab':
        return this.#add('\t', around, target);
      case 'w:br':
        if (attributes['type'] === 'page' || attributes['type'] === 'column') return;
        return this.#add('\n', around, target);
      case 'w:cr':
        return this.#add('\n', around, target);
      case 'w:noBreakHyphen':
        return this.#add('\u2011', around, target);
      case 'w:sym':
        return this.#symbol(attributes['font'] ?? '', attributes['char'] ?? '', around, target);
      case 'w:footnoteReference':
        return this.#note(`footnote ${attributes['id'] ?? ''}`, around, paragraph);
      case 'w:endnoteReference':
        return this.#note(`endnote ${attributes['id'] ?? ''}`, around, paragraph);
      case 'w:commentReference': {
        const text = this.#comments.get(attributes['id'] ?? '');
        if (text !== undefined) paragraph.pieces.push({ kind: 'comment', text });
        return;
      }
      case 'mc:AlternateContent':
        for (const child of childOf(element, 'mc:Choice')?.children ?? [])
          if (isElement(child)) this.#runChild(child, around, target);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#picture(element, target);
    }
  }

  #add(text: string, around: Surroundings, { paragraph }: Target): void {
    if (text === '' || !this.#fields.isPrinted) return;
    if (around.isHidden) {
      if (text.trim() !== '' && !paragraph.isContents)
        paragraph.losses.push(`hidden text was left out: ${quote(text)}`);
      return;
    }
    if (around.isGone) {
      if (text.trim() !== '')
        paragraph.losses.push(`words that were inserted and deleted again were left out: ${quote(text)}`);
      return;
    }
    if (around.change?.kind !== 'deletion') this.#fields.noteShown(text);
    paragraph.pieces.push({ kind: 'text', text, change: around.change });
  }

  #note(note: string, { change, isGone, isHidden }: Surroundings, paragraph: Paragraph): void {
    if (isGone || isHidden || !this.#fields.isPrinted) return;
    paragraph.pieces.push({ kind: 'note', note, change });
  }

  #symbol(font: string, code: string, around: Surroundings, target: Target): void {
    const sign = symbolCharacter(font, code);
    if (sign === undefined)
      target.paragraph.losses.push(`the sign ${code} of the font ${font} is not known and stands as \ufffd`);
    this.#add(sign ?? '\ufffd', around, target);
  }

  #picture(element: XmlElement, target: Target): void {
    const boxes = descendants(element, 'w:txbxContent');
    if (boxes.length === 0) {
      target.paragraph.losses.push(
        element.name === 'w:object' ? 'an embedded object was left out' : 'a picture was left out',
      );
      return;
    }
    for (const box of boxes) target.boxes.push(...this.readAll(box));
    target.paragraph.losses.push('the text of a text box was put behind its paragraph');
  }

  #fieldSign(type: string | undefined, paragraph: Paragraph): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') {
      this.#fields.separate();
      if (this.#fields.isContents) paragraph.isContents = true;
    } else if (type === 'end') this.#endField(paragraph);
  }

  #endField(paragraph: Paragraph): void {
    const { loss, shownNumber } = this.#fields.end();
    if (loss !== undefined) paragraph.losses.push(loss);
    if (shownNumber) paragraph.shownNumbers.push(shownNumber);
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
    return { cells, isHead: switchOf(properties, 'w:tblHeader') ?? false, change: changeIn(properties) };
  }

  #cell(element: XmlElement): Cell {
    const properties = childOf(element, 'w:tcPr');
    const merge = childOf(properties, 'w:vMerge');
    return {
      blocks: element.children.filter(isElement).flatMap((child) => this.read(child)),
      span: Math.max(1, Math.min(64, Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1)),
      continuesAbove: merge !== undefined && merge.attributes['val'] !== 'restart',
    };
  }
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

/** The change that properties (of a paragraph's mark, of a row) stand in. */
function changeIn(properties: XmlElement | undefined): Change | undefined {
  const marks = (properties?.children ?? []).filter(
    (child): child is XmlElement => isElement(child) && changeKinds[child.name] !== undefined,
  );
  // A mark that was inserted and deleted again stands in neither version, as a deleted one does not.
  const mark = marks.find(({ name }) => changeKinds[name]?.kind === 'deletion') ?? marks[0];
  return mark && changeOf(mark);
}

function changeOf(element: XmlElement): Change {
  return { ...(changeKinds[element.name] as Pick<Change, 'kind' | 'isMove'>), ...changeBy(element) };
}

function changeBy({ attributes }: XmlElement): Pick<Change, 'author' | 'date'> {
  const { author = '', date = '' } = attributes;
  return { author, date };
}

function within(element: XmlElement, around: Surroundings): Surroundings {
  const change = changeOf(element);
  const isGone = around.isGone || (around.change !== undefined && around.change.kind !== change.kind);
  return { ...around, change, isGone };
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

/** Elements of a name at any depth, without those inside one another and without what is there for old programs only. */
function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'mc:Fallback' ? [] : descendants(child, name);
  });
}

function quote(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
}

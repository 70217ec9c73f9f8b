import { paragraphsOf, type Block, type Paragraph } from './blocks.js';
import { Fields } from './fields.js';
import { LostWords, quote } from './lostWords.js';
import { keepsMeaning, raise, raisedOf } from './raised.js';
import type { Look, Styles } from './styles.js';
import { symbolCharacter } from './symbols.js';
import { changeKinds, changeOf, within, type Surroundings } from './trackedChanges.js';
import { childOf, descendantsOf, isElement, switchOf, textOf, valueOf, type XmlElement } from './xml.js';

/** What the text of a part refers to. */
export interface PartContext {
  readonly styles: Styles;
  /** Texts of Word's comments by their id. */
  readonly comments?: ReadonlyMap<string, string>;
  /** Addresses outside the file by the id of their relationship. */
  readonly links?: ReadonlyMap<string, string>;
  /** Things without words that are left out, by name: they are only counted. */
  readonly counted?: Map<string, number>;
}

/** Where text of the paragraph being read goes, and what is lost on the way. */
interface Target {
  readonly paragraph: Paragraph;
  /** Paragraphs of text boxes, which stand behind the paragraph that holds them. */
  readonly boxes: Block[];
  readonly lost: LostWords;
}

/** Elements that hold words of the paragraph and say nothing of their own. */
const transparent = new Set(['w:dir', 'w:sdtContent', 'w:customXml', 'w:smartTag']);

/** Elements that print nothing: marks of places, properties, and what other elements are read for. */
const silent = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:fldData',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:annotationRef',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:separator',
  'w:continuationSeparator',
]);
const rangeMark =
  /^w:(?:bookmarkEnd|perm(?:Start|End)|(?:comment|moveFrom|moveTo|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End))$/;

/** Whether an element prints nothing, so that nothing is lost with it. */
export function isSilent(name: string): boolean {
  return silent.has(name) || rangeMark.test(name);
}

/** What a program that knows today's elements reads of an alternative. */
export function chosenOf(alternative: XmlElement): XmlElement | undefined {
  return childOf(alternative, 'mc:Choice') ?? childOf(alternative, 'mc:Fallback');
}

/** Tells of an element that this program does not know: nothing goes missing without a word. */
export function lossOfUnknown(element: XmlElement): string {
  const words = descendantsOf(element, 'w:t').map(textOf).join('');
  return `a part that is not known (${element.name}) was left out${words.trim() === '' ? '' : `: ${quote(words)}`}`;
}

/** Reads the words of paragraphs, one behind the other; fields may run over several of them. */
export class InlineReader {
  readonly #context: PartContext;
  readonly #readBlocks: (element: XmlElement) => Block[];
  readonly #fields = new Fields();

  /** @param readBlocks reads the paragraphs and tables in a text box */
  constructor(context: PartContext, readBlocks: (element: XmlElement) => Block[]) {
    this.#context = context;
    this.#readBlocks = readBlocks;
  }

  /** Whether what comes next stands in the contents list. */
  get isContents(): boolean {
    return this.#fields.isContents;
  }

  /** Adds the words of `w:p` to a paragraph; gives the blocks of its text boxes, which stand behind it. */
  read(element: XmlElement, paragraph: Paragraph, around: Surroundings): Block[] {
    const target: Target = { paragraph, boxes: [], lost: new LostWords() };
    this.#inlines(element, around, target);
    paragraph.losses.push(...target.lost.told());
    return target.boxes;
  }

  #inlines(parent: XmlElement, around: Surroundings, target: Target): void {
    for (const child of parent.children) if (isElement(child)) this.#inline(child, around, target);
  }

  #inline(element: XmlElement, around: Surroundings, target: Target): void {
    const { paragraph } = target;
    const { name, attributes } = element;
    if (name === 'w:r') return this.#run(element, around, target);
    if (transparent.has(name)) return this.#inlines(element, around, target);
    if (changeKinds[name]) return this.#inlines(element, within(changeOf(element), around), target);
    switch (name) {
      case 'w:sdt':
        if (switchOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr')) tellPrompt(element, paragraph);
        return this.#inlines(element, around, target);
      case 'w:hyperlink':
        this.#inlines(element, around, target);
        return this.#tellLink(this.#context.links?.get(attributes['r:id'] ?? ''), textOf(element), paragraph);
      case 'w:bdo':
        paragraph.losses.push('words whose signs Word turns round stand in the order in which they are kept');
        return this.#inlines(element, around, target);
      case 'w:fldSimple':
        this.#fields.begin(attributes['instr'] ?? '');
        this.#fields.separate();
        this.#inlines(element, around, target);
        return this.#endField(paragraph);
      case 'w:bookmarkStart':
        if (attributes['name'] !== undefined) paragraph.bookmarks.push(attributes['name']);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        paragraph.losses.push('an equation was carried over as its signs in a row');
        return this.#add(textOf(element), around, target);
      case 'mc:AlternateContent':
        return this.#inlines(chosenOf(element) ?? element, around, target);
      case 'w:subDoc':
        return void paragraph.losses.push('a part of the text that is kept in another file was left out');
      case 'w:contentPart':
        return void paragraph.losses.push('a drawing by hand was left out');
      default:
        if (!isSilent(name)) paragraph.losses.push(lossOfUnknown(element));
    }
  }

  #run(element: XmlElement, outside: Surroundings, target: Target): void {
    const properties = childOf(element, 'w:rPr');
    const styleId = valueOf(properties, 'w:rStyle');
    const style = styleId === undefined ? undefined : this.#context.styles.look(styleId);
    const around = properties ? this.#lookOf(properties, style, outside) : outside;
    if (style?.isPrompt && outside.change?.kind !== 'deletion') tellPrompt(element, target.paragraph);
    for (const child of element.children) if (isElement(child)) this.#runChild(child, around, target);
  }

  #lookOf(properties: XmlElement, style: Look | undefined, outside: Surroundings): Surroundings {
    const isStruck = switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike') ?? style?.isStruck;
    const raised = raisedOf(properties) ?? style?.raised;
    return {
      ...outside,
      isHidden: switchOf(properties, 'w:vanish') ?? style?.isHidden ?? outside.isHidden,
      isStruck: isStruck ?? outside.isStruck,
      raised: raised === 'baseline' ? undefined : raised,
    };
  }

  #runChild(element: XmlElement, around: Surroundings, target: Target): void {
    const { paragraph } = target;
    const { name, attributes } = element;
    switch (name) {
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
        if (attributes['type'] === 'page' || attributes['type'] === 'column')
          return this.#count(`${attributes['type']} break`);
        return this.#add('\n', around, target);
      case 'w:cr':
        return this.#add('\n', around, target);
      case 'w:noBreakHyphen':
        return this.#add('\u2011', around, target);
      case 'w:softHyphen':
        return this.#count('soft hyphen');
      case 'w:sym':
        return this.#symbol(attributes['font'] ?? '', attributes['char'] ?? '', around, target);
      case 'w:footnoteReference':
        return this.#note(`footnote ${attributes['id'] ?? ''}`, around, paragraph);
      case 'w:endnoteReference':
        return this.#note(`endnote ${attributes['id'] ?? ''}`, around, paragraph);
      case 'w:commentReference': {
        const text = this.#context.comments?.get(attributes['id'] ?? '');
        if (text !== undefined) paragraph.pieces.push({ kind: 'comment', text });
        return;
      }
      case 'w:ruby':
        this.#inlines(childOf(element, 'w:rubyBase') ?? element, around, target);
        return target.lost.add(
          'small signs above words were left out',
          textOf(childOf(element, 'w:rt') ?? element),
        );
      case 'mc:AlternateContent':
        for (const child of chosenOf(element)?.children ?? [])
          if (isElement(child)) this.#runChild(child, around, target);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#picture(element, around, target);
      default:
        if (!isSilent(name)) paragraph.losses.push(lossOfUnknown(element));
    }
  }

  #add(text: string, around: Surroundings, { paragraph, lost }: Target): void {
    if (text === '' || !this.#fields.isPrinted) return;
    if (around.isHidden) {
      if (!paragraph.isContents) lost.add('hidden text was left out', text);
      return;
    }
    if (around.isGone) return lost.add('words that were inserted and deleted again were left out', text);
    if (around.isStruck && !around.change)
      lost.add('words that are struck through, with no tracked change, are carried over as text', text);
    else if (around.raised !== undefined && !keepsMeaning(text, around.raised))
      lost.add(`${around.raised} stands in the line`, text);
    else lost.close();
    if (around.change?.kind !== 'deletion') this.#fields.noteShown(text);
    const shown = raise(text, around.raised);
    paragraph.pieces.push({ kind: 'text', text: shown, change: around.change });
  }

  #note(note: string, { change, isGone, isHidden }: Surroundings, paragraph: Paragraph): void {
    if (!this.#fields.isPrinted) return;
    if (isGone || isHidden)
      paragraph.losses.push(`the mark of a note in ${isHidden ? 'hidden' : 'deleted'} text was left out`);
    else paragraph.pieces.push({ kind: 'note', note, change });
  }

  #symbol(font: string, code: string, around: Surroundings, target: Target): void {
    const sign = symbolCharacter(font, code);
    if (sign === undefined)
      target.paragraph.losses.push(`the sign ${code} of the font ${font} is not known and stands as \ufffd`);
    this.#add(sign ?? '\ufffd', around, target);
  }

  #picture(element: XmlElement, around: Surroundings, { paragraph, boxes, lost }: Target): void {
    const texts = descendantsOf(element, 'w:txbxContent');
    if (texts.length === 0) {
      const described = descendantsOf(element, 'docPr').find(({ attributes }) => attributes['descr']);
      const thing =
        element.name === 'w:object' ? 'an embedded object was left out' : 'a picture was left out';
      paragraph.losses.push(described ? `${thing}: ${quote(described.attributes['descr'] ?? '')}` : thing);
      return;
    }
    for (const text of texts) {
      const blocks = this.#readBlocks(text);
      const words = descendantsOf(text, 'w:t').map(textOf).join(' ');
      if (around.isHidden || around.isGone) {
        lost.add('a text box in text that is not shown was left out', words);
        continue;
      }
      if (around.change) for (const inside of paragraphsOf(blocks)) markWhole(inside, around.change);
      boxes.push(...blocks);
      paragraph.losses.push('the text of a text box was put behind its paragraph');
    }
  }

  #fieldSign(type: string | undefined, paragraph: Paragraph): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') {
      this.#fields.separate();
      if (this.#fields.isContents) paragraph.isContents = true;
    } else if (type === 'end') this.#endField(paragraph);
  }

  #endField(paragraph: Paragraph): void {
    const { loss, shownNumber, link } = this.#fields.end();
    if (loss !== undefined) paragraph.losses.push(loss);
    if (shownNumber) paragraph.shownNumbers.push(shownNumber);
    if (link) this.#tellLink(link.address, link.shown, paragraph);
  }

  /** Words that only look like a link keep their address to themselves. */
  #tellLink(address: string | undefined, shown: string, { losses, isContents }: Paragraph): void {
    const bare = (text: string): string =>
      text.replace(/^(?:https?:\/\/|mailto:)|\/$|\s+/g, '').toLowerCase();
    if (address === undefined || isContents || shown.trim() === '') return;
    if (bare(shown).includes(bare(address))) return;
    losses.push(
      `the address behind ${quote(shown)} was left out: ${address.length > 120 ? `${address.slice(0, 120)}…` : address}`,
    );
  }

  #count(thing: string): void {
    const { counted } = this.#context;
    counted?.set(thing, (counted.get(thing) ?? 0) + 1);
  }
}

function tellPrompt(element: XmlElement, { losses }: Paragraph): void {
  const words = descendantsOf(element, 'w:t').map(textOf).join('');
  losses.push(`a field to fill in shows only its prompt: ${quote(words)}`);
}

/** All words of a paragraph stand in a change that is around it. */
export function markWhole(paragraph: Paragraph, change: NonNullable<Surroundings['change']>): void {
  paragraph.pieces.forEach((piece, i) => {
    if (piece.kind !== 'comment') paragraph.pieces[i] = { ...piece, change: piece.change ?? change };
  });
}

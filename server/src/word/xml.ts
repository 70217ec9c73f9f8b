import { SaxesParser } from '@rubensworks/saxes';
import { Unreadable } from './unreadable.js';

/** An element with what stands in it. Names carry the prefix that `namespaces` gives their namespace, whatever the file's own is. */
export interface XmlElement {
  readonly name: string;
  /** By local name; those of relationships as `r:id`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** What reading a part tells. Elements that `isTransparent` are told of when they open and close; all others come whole. */
export interface XmlVisitor {
  isTransparent(name: string): boolean;
  element(element: XmlElement): void;
  open?(name: string): void;
  close?(name: string): void;
}

const deepest = 256;
/** Elements in one block: a table of two million is no legal text, and would fill the memory. */
const mostElements = 2_000_000;

/** Namespaces by their URI, those of Strict files (ISO 29500) beside the usual ones. */
const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'prop:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
};

const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t']);

/**
 * Reads one part of a Word file while it is unpacked. Throws `Unreadable` for XML that is malformed, not UTF-8 or UTF-16, has a
 * document type (entities are never expanded or fetched), or is nested too deep.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const tree = new TreeBuilder(visitor);
  parser.on('doctype', () => {
    throw new Unreadable('it declares a document type, which no Word file does, and is not opened');
  });
  parser.on('error', (error) => {
    throw new Unreadable(`it is damaged: its XML cannot be read (${error.message.replace(/\s+/g, ' ')})`);
  });
  parser.on('opentag', ({ local, uri, attributes }) => tree.open(local, uri, attributes));
  parser.on('text', (text) => tree.text(text));
  parser.on('cdata', (text) => tree.text(text));
  parser.on('closetag', () => tree.close());
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decode(decoder, chunk));
  }
  if (!decoder) throw new Unreadable('it is damaged: a part of it is empty');
  parser.write(decode(decoder)).close();
}

/** A small part as one element. */
export async function readXmlTree(chunks: AsyncIterable<Uint8Array>): Promise<XmlElement> {
  let root: XmlElement | undefined;
  await readXml(chunks, { isTransparent: () => false, element: (element) => (root ??= element) });
  if (!root) throw new Unreadable('it is damaged: a part of it holds no XML');
  return root;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => isElement(child) && child.name === name,
  );
}

/** The attribute `val` of a child: `<w:numFmt w:val="decimal"/>`. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['val'];
}

/** Whether a child switches something on: `<w:caps/>`, not `<w:caps w:val="0"/>`; undefined when it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child && !/^(?:0|false|off|none)$/.test(child.attributes['val'] ?? '');
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** All text in an element, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

/** Elements of a name at any depth, without those inside one another and without what is there for old programs only. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'mc:Fallback' ? [] : descendantsOf(child, name);
  });
}

type Attributes = Readonly<
  Record<string, { readonly local: string; readonly uri: string; readonly value: string }>
>;

/** How words and cells look, which no text shows: of a real file it is the larger half, and is not kept. */
const looks = new Set(
  (
    'rFonts b bCs i iCs color sz szCs lang u highlight shd kern spacing w effect bdr em noProof snapToGrid ' +
    'rPrChange tblPrChange tcPrChange trPrChange sectPrChange jc keepNext keepLines widowControl contextualSpacing ' +
    'tblW tblBorders tblCellMar tblLook tblLayout tblGrid tcW tcBorders tcMar vAlign proofErr lastRenderedPageBreak'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

class TreeBuilder {
  readonly #visitor: XmlVisitor;
  readonly #transparent: string[] = [];
  readonly #open: OpenElement[] = [];
  #count = 0;
  /** How deep the reading stands in an element that is not kept. */
  #inLook = 0;

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor;
  }

  open(local: string, uri: string, attributes: Attributes): void {
    if (this.#open.length + this.#transparent.length + this.#inLook >= deepest)
      throw new Unreadable(`its XML is nested more than ${deepest} deep, which no Word file needs`);
    const name = (namespaces[uri] ?? '') + local;
    if (this.#inLook > 0 || looks.has(name)) {
      this.#inLook++;
      return;
    }
    if (this.#open.length === 0 && this.#visitor.isTransparent(name)) {
      this.#transparent.push(name);
      this.#visitor.open?.(name);
      return;
    }
    if (++this.#count > mostElements)
      throw new Unreadable('one paragraph or table in it is larger than any legal text: split the file');
    this.#open.push({ name, attributes: readAttributes(attributes), children: [] });
  }

  text(text: string): void {
    const current = this.#open.at(-1);
    if (!current || this.#inLook > 0) return;
    if (textElements.has(current.name) || /\S/.test(text)) current.children.push(text);
  }

  close(): void {
    if (this.#inLook > 0) {
      this.#inLook--;
      return;
    }
    const closed = this.#open.pop();
    if (!closed) {
      this.#visitor.close?.(this.#transparent.pop() ?? '');
      return;
    }
    const parent = this.#open.at(-1);
    if (parent) {
      parent.children.push(closed);
    } else {
      this.#count = 0;
      this.#visitor.element(closed);
    }
  }
}

const noAttributes: Readonly<Record<string, string>> = {};

function readAttributes(attributes: Attributes): Readonly<Record<string, string>> {
  let read: Record<string, string> | undefined;
  for (const key in attributes) {
    const { local, uri, value } = attributes[key] as Attributes[string];
    read ??= {};
    read[namespaces[uri] === 'r:' ? `r:${local}` : local] = value;
  }
  return read ?? noAttributes;
}

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(chunk: Uint8Array): Decoder {
  const [first, second] = chunk;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: Decoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new Unreadable('it is damaged: its text is not valid UTF-8');
  }
}

import { plainLine, type Block, type SourceDocument } from './blocks.js';
import { BodyReader, wrappers } from './bodyReader.js';
import type { Container } from './container.js';
import { numberParagraphs } from './numberParagraphs.js';
import { Numbering } from './numbering.js';
import { openParts, type Parts } from './parts.js';
import type { Pause } from './pause.js';
import { Styles } from './styles.js';
import { Unreadable } from './unreadable.js';
import { readXml, readXmlTree, valueOf, childOf, isElement, type XmlElement } from './xml.js';

/** Reads the text of a `.docx` file. Throws `Unreadable` for what cannot be read. */
export async function readDocx(container: Container, pause: Pause): Promise<SourceDocument> {
  const parts = await openParts(container);
  const styles = new Styles(await optionalTree(container, parts.related('styles')));
  const numbering = new Numbering(styles, await optionalTree(container, parts.related('numbering')));
  const shared = {
    styles,
    comments: await readComments(container, parts, styles),
    counted: new Map<string, number>(),
  };
  const body = new BodyReader({ ...shared, links: await parts.linksOf(parts.main) });
  const blocks = await readBody(container, parts.main, body, pause);
  numberParagraphs(blocks, numbering);
  const notes = new Map<string, readonly Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = parts.related(`${kind}s`);
    const root = await optionalTree(container, part);
    const context = { ...shared, links: part === undefined ? new Map() : await parts.linksOf(part) };
    for (const element of root?.children.filter(isElement) ?? []) {
      const { id = '', type = 'normal' } = element.attributes;
      if (element.name !== `w:${kind}` || type !== 'normal') continue;
      const note = new BodyReader(context).readAll(element);
      numberParagraphs(note, numbering);
      notes.set(`${kind} ${id}`, note);
    }
  }
  const furniture = await readFurniture(container, parts, styles);
  return { blocks, notes, furniture, counted: shared.counted, losses: [] };
}

async function readBody(
  container: Container,
  name: string,
  reader: BodyReader,
  pause: Pause,
): Promise<Block[]> {
  const blocks: Block[] = [];
  /** Where the wrappers that are open began, and whether they hold the contents list. */
  const open: { readonly from: number; isContents: boolean }[] = [];
  let isWord = false;
  await readXml(paused(container.open(name), container.sizeOf(name), pause), {
    isTransparent: (element) => element === 'w:document' || element === 'w:body' || wrappers.has(element),
    open: (element) => {
      isWord ||= element === 'w:document';
      open.push({ from: blocks.length, isContents: false });
    },
    close: () => {
      const closed = open.pop();
      if (!closed?.isContents) return;
      for (const block of blocks.slice(closed.from)) if (block.kind === 'paragraph') block.isContents = true;
    },
    element: (element) => {
      if (element.name !== 'w:sdtPr') return void blocks.push(...reader.read(element));
      const around = open.at(-1);
      if (around && isContentsList(element)) around.isContents = true;
    },
  });
  if (!isWord)
    throw new Unreadable('it is no Word document: open it in its own program and save it as .docx');
  return blocks;
}

function isContentsList(properties: XmlElement): boolean {
  return valueOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';
}

async function* paused(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  pause: Pause,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const chunk of chunks) {
    await pause(read / size);
    read += chunk.length;
    yield chunk;
  }
}

async function optionalTree(container: Container, name: string | undefined): Promise<XmlElement | undefined> {
  return name === undefined ? undefined : readXmlTree(container.open(name));
}

async function readComments(
  container: Container,
  parts: Parts,
  styles: Styles,
): Promise<ReadonlyMap<string, string>> {
  const root = await optionalTree(container, parts.related('comments'));
  const comments = new Map<string, string>();
  for (const element of root?.children.filter(isElement) ?? []) {
    const { id, author = '' } = element.attributes;
    const text = plainLine(new BodyReader({ styles }).readAll(element));
    if (id !== undefined && text !== '') comments.set(id, author === '' ? text : `${author}: ${text}`);
  }
  return comments;
}

async function readFurniture(container: Container, parts: Parts, styles: Styles): Promise<string[]> {
  const lines = new Set<string>();
  for (const name of [...parts.allRelated('header'), ...parts.allRelated('footer')]) {
    const blocks = new BodyReader({ styles }).readAll(await readXmlTree(container.open(name)));
    for (const block of blocks) {
      const line = plainLine([block]);
      if (line !== '') lines.add(line);
    }
  }
  return [...lines];
}

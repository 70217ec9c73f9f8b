import type { DocumentFacts } from '../index/documentFacts.js';
import type { Block } from '../syntax/documentTree.js';
import type { Definition } from '../syntax/scanDefinitions.js';
import type { Span } from '../text/span.js';

/** A definition that opens an entry of a list: a row, or a paragraph that begins with the quoted term. */
export interface ListedDefinition extends Span {
  readonly term: string;
  /** Index of the block that it opens. */
  readonly block: number;
}

/**
 * The definition lists of a text, each with its entries in text order. Paragraphs and lists inside a meaning do not part a
 * list; a heading, a title, an instruction and another provision's words do.
 */
export function* definitionLists(document: DocumentFacts): Iterable<readonly ListedDefinition[]> {
  const { blocks } = document.tree;
  let list: ListedDefinition[] = [];
  let group = -2;
  let next = 0;
  for (const [index, block] of blocks.entries()) {
    while (
      next < document.definitions.length &&
      (document.definitions[next] as Definition).start < block.textStart
    )
      next++;
    const definition = document.definitions[next];
    const opens = definition !== undefined && opensBlock(document, block, definition);
    const home = opens ? groupOf(document, block) : group;
    const isBreak = opens ? home !== group : breaksList(document, block, group);
    if (isBreak) {
      if (list.length > 0) yield list;
      list = [];
      group = -2;
    }
    if (opens) {
      const { term, start, end } = definition;
      list.push({ term, start, end, block: index });
      group = home;
    }
  }
  if (list.length > 0) yield list;
}

/** Whether a block begins with the term that it defines. */
function opensBlock({ reading }: DocumentFacts, block: Block, definition: Definition): boolean {
  const { form, start } = definition;
  if (start >= block.end) return false;
  if (block.kind === 'term') return form === 'row';
  if (block.kind !== 'text' || form !== 'quoted' || start - block.textStart > 4) return false;
  if (!/^[“"‘'*\s]+$/.test(reading.slice(block.textStart, start))) return false;
  // `“Fees” and “Charges” have …` sorts by the first; a sentence about a term is no entry.
  const verb =
    /^[”"’'*]+[\s\u00a0]*(?:\([^()]{1,80}\)[\s\u00a0]*)?(?:(?:shall|will)[\s\u00a0]+)?(?:means?|has|have|includes?|refers?|is|are|:|–|—|-)/i;
  return verb.test(reading.slice(definition.end, definition.end + 140));
}

/** Entries with numbers of their own belong to the provision that holds those; all others to the one they stand in. */
function groupOf({ tree }: DocumentFacts, block: Block): number {
  const provision = tree.provisions[block.provision];
  const isLabelled = provision !== undefined && provision.start === block.start && provision.number !== '';
  return isLabelled ? provision.parent : block.provision;
}

function breaksList({ tree, reading }: DocumentFacts, block: Block, group: number): boolean {
  if (group === -2 || block.kind === 'cell' || block.kind === 'term' || block.definition !== -1) return false;
  if (block.kind !== 'text') return block.kind !== 'contents';
  const words = reading.slice(Math.max(block.textStart, block.end - 4), block.end);
  if (block.provision === group) return /:\s*$/.test(words);
  for (let at = block.provision; at !== -1; at = tree.provisions[at]?.parent ?? -1)
    if (at === group) return false;
  return group !== -1;
}

/** Whether the words before a list say that it is alphabetical: `Insert the following definitions in alphabetical order:`. */
export function announcesOrder({ tree, reading }: DocumentFacts, first: ListedDefinition): boolean {
  for (let i = first.block - 1; i >= Math.max(0, first.block - 6); i--) {
    const block = tree.blocks[i] as Block;
    if (block.kind === 'text') return /\balphabetical/i.test(reading.slice(block.textStart, block.end));
    if (block.kind === 'title') return false;
  }
  return false;
}

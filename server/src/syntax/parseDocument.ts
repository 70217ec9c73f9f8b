import type { NameLexicon } from '../model/names.js';
import type { ProvisionOwner } from '../model/provisionId.js';
import { blankSpans } from '../text/masks.js';
import { readAsProposed, type Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import { bindReferences, type Reference } from './bindReferences.js';
import { scanBlocks, type BlockScans } from './blockScans.js';
import type { DocumentTree } from './documentTree.js';
import { parseTree } from './parseTree.js';
import { scanDefinitions, type Definition } from './scanDefinitions.js';
import type { DocumentVersion } from './scanDocumentVersions.js';
import { scanModificationTables, type ModificationOccurrence } from './scanModificationIds.js';
import type { Quotation } from './scanQuotations.js';

/** Everything that one text says by itself, before other files and the facts are asked. Spans are reading offsets. */
export interface ParsedDocument {
  readonly reading: Reading;
  readonly tree: DocumentTree;
  /** First provision index by canonical name. */
  readonly provisionIndex: ReadonlyMap<string, number>;
  /** Canonical names that more than one provision of the text has. */
  readonly repeatedKeys: ReadonlySet<string>;
  /** Sorted by start. */
  readonly references: readonly Reference[];
  readonly modifications: readonly ModificationOccurrence[];
  readonly documentVersions: readonly DocumentVersion[];
  readonly definitions: readonly Definition[];
  readonly quotations: readonly Quotation[];
  /** Starts and ends of the words with a capital, in pairs. */
  readonly capitals: Uint32Array;
  /** Whether only references and terms were looked for, because of the text's size or shape. */
  readonly isShallow: boolean;
  /** Kept for the next version of a text that is being edited. */
  readonly scans: BlockScans | undefined;
}

export interface ParseOptions {
  readonly lexicon: NameLexicon;
  /** The part that the file's front matter names. */
  readonly part?: ProvisionOwner;
  readonly isShallow?: boolean;
  /** The scans of the text's last version: blocks that are the same are not scanned again. */
  readonly before?: BlockScans | undefined;
  /** Whether the text is being edited, so that its next version can use the scans. */
  readonly keepsScans?: boolean;
}

/** Reads a text whole. Never throws; linear in its length. */
export function parseDocument(text: string, options: ParseOptions): ParsedDocument {
  const whole = readAsProposed(text);
  const tree = parseTree(whole.text, options.part ? { part: options.part } : {});
  const reading = withoutFurniture(whole, tree.furniture);
  const { provisionIndex, repeatedKeys } = indexProvisions(tree);
  const scans = scanBlocks(reading.text, tree.blocks, options.lexicon, options.before);
  const references: Reference[] = [];
  tree.blocks.forEach((block, i) => {
    bindReferences(scans.references[i] ?? [], block, tree, provisionIndex, references);
  });
  const modifications = [...scans.modifications];
  scanModificationTables(reading.text, tree.blocks, modifications);
  references.sort((a, b) => a.start - b.start || a.end - b.end);
  modifications.sort((a, b) => a.start - b.start);
  const definitions = scanDefinitions({
    text: reading.text,
    tree,
    references,
    quotations: withBold(scans.quotations, reading.bold),
    modifications,
  });
  return {
    reading,
    tree,
    provisionIndex,
    repeatedKeys,
    references,
    modifications,
    documentVersions: scans.documentVersions,
    definitions,
    quotations: scans.quotations,
    capitals: scans.capitals,
    scans: options.keepsScans ? scans : undefined,
    isShallow: options.isShallow ?? false,
  };
}

/** Page furniture inside a paragraph is blanked, so that a sentence goes on behind it and nothing in it is read. */
function withoutFurniture(reading: Reading, furniture: readonly Span[]): Reading {
  if (furniture.length === 0) return reading;
  return {
    ...reading,
    text: blankSpans(reading.text, [...furniture]),
    display: blankSpans(reading.display, [...furniture]),
  };
}

/** Bold words stand for quoted ones where a bracket or a verb defines them. */
function withBold(quotations: readonly Quotation[], bold: readonly Span[]): readonly Quotation[] {
  if (bold.length === 0) return quotations;
  const words = bold.map(({ start, end }): Quotation => {
    return { start, end, inner: { start: start + 2, end: end - 2 }, isSingle: false, isBold: true };
  });
  return [...quotations, ...words].sort((a, b) => a.start - b.start);
}

function indexProvisions(tree: DocumentTree): Pick<ParsedDocument, 'provisionIndex' | 'repeatedKeys'> {
  const provisionIndex = new Map<string, number>();
  const repeatedKeys = new Set<string>();
  tree.provisions.forEach(({ key }, i) => {
    if (provisionIndex.has(key)) repeatedKeys.add(key);
    else provisionIndex.set(key, i);
  });
  return { provisionIndex, repeatedKeys };
}

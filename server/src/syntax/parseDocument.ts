import type { NameLexicon } from '../model/names.js';
import type { ProvisionOwner } from '../model/provisionId.js';
import { readAsProposed, type Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import { bindReferences, type Reference } from './bindReferences.js';
import type { Block, DocumentTree } from './documentTree.js';
import { parseTree } from './parseTree.js';
import type { WrittenReference } from './reference.js';
import { scanCapitals } from './scanCapitals.js';
import { scanDefinitions, type Definition } from './scanDefinitions.js';
import { scanDocumentVersions, type DocumentVersion } from './scanDocumentVersions.js';
import { scanModificationIds, type ModificationOccurrence } from './scanModificationIds.js';
import { scanReferences } from './scanReferences.js';
import { scanQuotations, type Quotation } from './scanQuotations.js';

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
}

export interface ParseOptions {
  readonly lexicon: NameLexicon;
  /** The part that the file's front matter names. */
  readonly part?: ProvisionOwner;
  readonly isShallow?: boolean;
}

/** Reads a text whole. Never throws; linear in its length. */
export function parseDocument(text: string, options: ParseOptions): ParsedDocument {
  const reading = readAsProposed(text);
  const tree = parseTree(reading.text, options.part ? { part: options.part } : {});
  const { provisionIndex, repeatedKeys } = indexProvisions(tree);
  const references: Reference[] = [];
  const modifications: ModificationOccurrence[] = [];
  const documentVersions: DocumentVersion[] = [];
  const quotations: Quotation[] = [];
  for (const block of tree.blocks) {
    if (block.kind === 'title' || block.kind === 'contents') continue;
    const span: Span = { start: block.textStart, end: block.end };
    if (block.kind !== 'term')
      scanBlockReferences(reading.text, span, block, tree, provisionIndex, options.lexicon, references);
    scanModificationIds(reading.text, span, modifications);
    scanDocumentVersions(reading.text, span, options.lexicon, documentVersions);
    if (block.kind !== 'term') scanQuotations(reading.text, span, quotations);
  }
  references.sort((a, b) => a.start - b.start || a.end - b.end);
  modifications.sort((a, b) => a.start - b.start);
  const definitions = scanDefinitions({ text: reading.text, tree, references, quotations, modifications });
  return {
    reading,
    tree,
    provisionIndex,
    repeatedKeys,
    references,
    modifications,
    documentVersions,
    definitions,
    quotations,
    capitals: scanCapitals(reading.text, tree),
    isShallow: options.isShallow ?? false,
  };
}

function scanBlockReferences(
  text: string,
  span: Span,
  block: Block,
  tree: DocumentTree,
  keys: ReadonlyMap<string, number>,
  lexicon: NameLexicon,
  into: Reference[],
): void {
  const written: WrittenReference[] = [];
  scanReferences(text, span, lexicon, written);
  if (written.length > 0) bindReferences(written, block, tree, keys, into);
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

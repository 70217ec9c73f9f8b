import type { NameLexicon } from '../model/names.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import type { Block } from './documentTree.js';
import type { WrittenReference } from './reference.js';
import { scanCapitals } from './scanCapitals.js';
import { scanDocumentVersions, type DocumentVersion } from './scanDocumentVersions.js';
import {
  scanModificationIds,
  scanModificationTables,
  type ModificationOccurrence,
} from './scanModificationIds.js';
import { scanQuotations, type Quotation } from './scanQuotations.js';
import { ReferenceScanner } from './scanReferences.js';

/** What stands in the blocks of a stretch of text, each block by itself: nothing here depends on another block. */
export interface BlockScans {
  /** For each block. */
  readonly references: readonly (readonly WrittenReference[])[];
  readonly quotations: readonly Quotation[];
  /** Sorted by start, those in tables too. */
  readonly modifications: readonly ModificationOccurrence[];
  readonly documentVersions: readonly DocumentVersion[];
  /** Starts and ends in pairs; looked for when they are first asked for. */
  readonly capitals: Uint32Array;
}

/** So many blocks are scanned in one step. */
const blocksInStep = 200;

/** Scans the blocks of a text. */
export function* scanBlocks(text: string, blocks: readonly Block[], lexicon: NameLexicon): Steps<BlockScans> {
  const scanner = new ReferenceScanner(text, lexicon);
  const spans: Span[] = [];
  const paragraphs: Span[] = [];
  const references: (readonly WrittenReference[])[] = [];
  for (const [i, block] of blocks.entries()) {
    if (i % blocksInStep === blocksInStep - 1) yield;
    const isRead = block.kind !== 'title' && block.kind !== 'contents';
    const span = { start: block.textStart, end: block.end };
    if (isRead) spans.push(span);
    const isParagraph = isRead && block.kind !== 'term';
    if (isParagraph) paragraphs.push(span);
    references.push(isParagraph ? scanner.scan(span) : none);
  }
  yield;
  const quotations: Quotation[] = [];
  const modifications: ModificationOccurrence[] = [];
  const documentVersions: DocumentVersion[] = [];
  scanQuotations(text, paragraphs, quotations);
  scanModificationIds(text, spans, modifications);
  scanModificationTables(text, blocks, modifications);
  scanDocumentVersions(text, spans, lexicon, documentVersions);
  let capitals: Uint32Array | undefined;
  return {
    references,
    quotations,
    modifications: modifications.sort((a, b) => a.start - b.start),
    documentVersions,
    get capitals() {
      return (capitals ??= scanCapitals(text, blocks));
    },
  };
}

const none: readonly WrittenReference[] = [];

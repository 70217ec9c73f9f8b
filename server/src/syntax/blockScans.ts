import type { NameLexicon } from '../model/names.js';
import type { Span } from '../text/span.js';
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
  /** Starts and ends in pairs. */
  readonly capitals: Uint32Array;
}

/** Scans the blocks of a text. */
export function scanBlocks(text: string, blocks: readonly Block[], lexicon: NameLexicon): BlockScans {
  const scanner = new ReferenceScanner(text, lexicon);
  const spans: Span[] = [];
  const paragraphs: Span[] = [];
  const references = blocks.map((block) => {
    if (block.kind === 'title' || block.kind === 'contents') return none;
    const span = { start: block.textStart, end: block.end };
    spans.push(span);
    if (block.kind === 'term') return none;
    paragraphs.push(span);
    return scanner.scan(span);
  });
  const quotations: Quotation[] = [];
  const modifications: ModificationOccurrence[] = [];
  const documentVersions: DocumentVersion[] = [];
  scanQuotations(text, paragraphs, quotations);
  scanModificationIds(text, spans, modifications);
  scanModificationTables(text, blocks, modifications);
  scanDocumentVersions(text, spans, lexicon, documentVersions);
  return {
    references,
    quotations,
    modifications: modifications.sort((a, b) => a.start - b.start),
    documentVersions,
    capitals: scanCapitals(text, blocks),
  };
}

const none: readonly WrittenReference[] = [];

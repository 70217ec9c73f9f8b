import type { NameLexicon } from '../model/names.js';
import type { Span } from '../text/span.js';
import { changeLead, isInChangeList, mayLeadChange, type ChangeLead } from './changeLists.js';
import type { Block, DocumentTree } from './documentTree.js';
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

const none: readonly WrittenReference[] = [];

/**
 * What stands in the blocks of a stretch of text, each block by itself: nothing here depends on another block. All is looked for
 * when it is first asked for, and kept.
 */
export class BlockScans {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #lexicon: NameLexicon;
  #references: readonly (readonly WrittenReference[])[] | undefined;
  #quotations: readonly Quotation[] | undefined;
  #modifications: readonly ModificationOccurrence[] | undefined;
  #documentVersions: readonly DocumentVersion[] | undefined;
  #capitals: Uint32Array | undefined;

  constructor(text: string, blocks: readonly Block[], lexicon: NameLexicon) {
    this.#text = text;
    this.#blocks = blocks;
    this.#lexicon = lexicon;
  }

  /** Lets go of what was found: asked for again, it is looked for anew. */
  release(): void {
    this.#references = undefined;
    this.#quotations = undefined;
    this.#modifications = undefined;
    this.#documentVersions = undefined;
    this.#capitals = undefined;
  }

  /** The references of each block. */
  get references(): readonly (readonly WrittenReference[])[] {
    if (this.#references) return this.#references;
    const read = this.referenceReader();
    return (this.#references = this.#blocks.map((_, index) => read(index)));
  }

  /** Reads the references of one block after the other, in text order, and keeps none. */
  referenceReader(): (index: number) => readonly WrittenReference[] {
    const scanner = new ReferenceScanner(this.#text, this.#lexicon);
    return (index) => this.#readBlock(index, (span) => scanner.scan(span));
  }

  /** Reads the references of a block alone. */
  referencesIn(index: number): readonly WrittenReference[] {
    return this.#readBlock(index, (span) => {
      const scanner = new ReferenceScanner(this.#text, this.#lexicon, span.end);
      return scanner.scan(span);
    });
  }

  /** Whether a block is a cell of the same row as the block before it. */
  isInRow(index: number): boolean {
    const before = this.#blocks[index - 1];
    const block = this.#blocks[index];
    if (before?.kind !== 'cell' || block?.kind !== 'cell') return false;
    return !this.#text.slice(before.end, block.start).includes('\n');
  }

  /** How a block names what it changes, given its references. */
  changeLeadOf(index: number, written: readonly WrittenReference[]): ChangeLead {
    const block = this.#blocks[index];
    return block && changeLead(this.#text, block, written);
  }

  mayLeadChange(index: number): boolean {
    const block = this.#blocks[index];
    return block !== undefined && mayLeadChange(this.#text, block);
  }

  /** Whether a block goes on with the list of changes that a block before it opens. */
  isInChangeList(index: number, tree: DocumentTree): boolean {
    const block = this.#blocks[index];
    return block !== undefined && isInChangeList(this.#text, block, tree);
  }

  #readBlock(index: number, scan: (span: Span) => readonly WrittenReference[]): readonly WrittenReference[] {
    const block = this.#blocks[index];
    return block && isParagraph(block) ? scan(wordsOf(block)) : none;
  }

  get quotations(): readonly Quotation[] {
    if (this.#quotations) return this.#quotations;
    const quotations: Quotation[] = [];
    scanQuotations(this.#text, this.#blocks.filter(isParagraph).map(wordsOf), quotations);
    return (this.#quotations = quotations);
  }

  /** Sorted by start, those in tables too. */
  get modifications(): readonly ModificationOccurrence[] {
    if (this.#modifications) return this.#modifications;
    const modifications: ModificationOccurrence[] = [];
    scanModificationIds(this.#text, this.#blocks.filter(isRead).map(wordsOf), modifications);
    scanModificationTables(this.#text, this.#blocks, modifications);
    return (this.#modifications = modifications.sort((a, b) => a.start - b.start));
  }

  get documentVersions(): readonly DocumentVersion[] {
    if (this.#documentVersions) return this.#documentVersions;
    const versions: DocumentVersion[] = [];
    scanDocumentVersions(this.#text, this.#blocks.filter(isRead).map(wordsOf), this.#lexicon, versions);
    return (this.#documentVersions = versions);
  }

  /** Starts and ends in pairs. */
  get capitals(): Uint32Array {
    return (this.#capitals ??= scanCapitals(this.#text, this.#blocks));
  }
}

function isRead({ kind }: Block): boolean {
  return kind !== 'title' && kind !== 'contents';
}

function isParagraph(block: Block): boolean {
  return isRead(block) && block.kind !== 'term';
}

function wordsOf({ textStart, end }: Block): Span {
  return { start: textStart, end };
}

import type { NameLexicon } from '../model/names.js';
import { formatProvisionId, ownPaper, type ProvisionOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';
import type { Block, BlockKind, DefinitionRow, OpenedPart, Provision } from './documentTree.js';
import { findNonText } from './furniture.js';
import { isBlank, splitLines, type Line } from './lines.js';
import type { OpenLevel } from './listLevels.js';
import { isTitleLike } from './partTitles.js';
import { findRunTogetherLabels } from './runTogether.js';
import type { OuterPart, TreeContext } from './treeContext.js';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const numberAtEnd = /\b[A-Z]?\d+(?:\.\d+)+$/;

/** `; and` at the end of a line joins the items of a list: what follows is the next item. */
const listJoinAtEnd = /[;.:,]\s*(?:and|or)$/i;

const joiningWordAtEnd = /(?:\b(?:and|or|to|of|the|in|with|by|under|version|from|on|at|than|least)|,|\(|–)$/i;

const referenceJoinAtEnd = /\b[A-Z]?\d+(?:\.\d+)*(?:\([a-z]+\))*,? (?:and|or|to)$/;

const leadWordAtEnd =
  /\b(?:sections?|clauses?|(?:sub-?)?paragraphs?|schedules?|appendix|appendices|annex(?:es)?|conditions?|tables?|figures?|box|steps?|questions?)$/i;

export const instruction =
  /^(?:insert|delete|replace|amend|add|remove|renumber|substitute)\b.{0,200}\b(?:definitions?|sections?|clauses?|paragraphs?|[A-Z]\d+(?:\.\d+)?|with|words?|following)\b/i;

/** An open level of the list that the text stands in, with the provision that its last label opened. */
export interface OpenItem extends OpenLevel {
  readonly provision: number;
}

/**
 * The tree of a stretch as far as it is read, and what stands open: one is made for each parse and thrown away after it. It knows
 * how to put out what is read; how lines are read stands in the files beside it, a kind of line each.
 */
export class TreeState {
  readonly text: string;
  readonly lexicon: NameLexicon;
  readonly lines: Line[];
  /** How many lines are read; one more may stand behind them to be looked at. */
  readonly count: number;
  readonly end: number;
  readonly skip: Uint8Array;
  readonly provisions: Mutable<Provision>[];
  readonly blocks: Mutable<Block>[] = [];
  readonly rows: Mutable<DefinitionRow>[] = [];
  readonly parts: OpenedPart[] = [];
  readonly hadParts: boolean;
  readonly isAgreement: boolean;
  readonly hasOwnSchedules: boolean;
  hasInstruction = false;

  owner: ProvisionOwner = ownPaper;
  divisions: readonly string[] = [];
  /** The name of the last Annex that opened outside of the parts of the Code, or empty. */
  annex = '';
  partIndex = -1;
  /** The number of `#` before its title. */
  partHashes = 0;
  /** The Part of an Appendix or Schedule that the text stands in, or -1; numbers are named without it. */
  divisionIndex = -1;
  /** The clause or sub-section that the text stands in, above the list levels. */
  numbered = -1;
  number = '';
  /** The number before, whatever came between: it tells which number is to be expected. */
  lastNumber = '';
  /** Whether the whole numbers of the part at hand stand in Markdown headings. */
  headedNumbers = false;
  /** Whether the numbers below those headings count through the part; undefined until one is met. */
  paragraphsRun: boolean | undefined;
  /** Whether Markdown headings with numbers stand below the first number of the part; undefined until it is met. */
  numbersBelow: boolean | undefined;
  /** The number of the item before in a list that has numbers and no clauses; empty where a clause came since. */
  itemBefore = '';
  /** Set while numbers of another text stand in a part of the text's own. */
  outer: OuterPart | undefined;
  levels: OpenItem[] = [];
  sideHeading = '';
  /** The part of the Code that the heading above names, in a paper that speaks of it. */
  subject: ProvisionOwner | undefined;
  definition = -1;
  /** Whether the open definition stands in lines of its own, not in a row. */
  stacked = false;
  inDefinitions = false;
  /** The block that a following line may continue, or -1. */
  open = -1;
  openLineEnd = -1;
  openLineLength = 0;
  /** No lost columns begin at a line before this one. */
  noColumnsBefore = 0;

  constructor(text: string, before: TreeContext, lexicon: NameLexicon, next: string | undefined) {
    this.lexicon = lexicon;
    this.end = text.length;
    this.text = next === undefined ? text : text + next;
    this.lines = splitLines(this.text, findRunTogetherLabels(this.text));
    this.count =
      next === undefined ? this.lines.length : this.lines.findLastIndex(({ start }) => start < this.end) + 1;
    this.skip = findNonText(this.text, this.lines);
    this.provisions = before.around.map((provision) => ({ ...provision }));
    this.owner = before.owner;
    this.divisions = before.divisions;
    this.annex = before.annex;
    this.partHashes = before.partHashes;
    this.headedNumbers = before.headedNumbers;
    this.paragraphsRun = before.paragraphsRun;
    this.partIndex = before.part;
    this.divisionIndex = before.division;
    this.numbered = before.numbered;
    this.number = before.number;
    this.lastNumber = before.lastNumber;
    this.sideHeading = before.sideHeading;
    this.subject = before.subject;
    this.inDefinitions = before.inDefinitions;
    this.hadParts = before.hasParts;
    this.isAgreement = before.isAgreement;
    this.hasOwnSchedules = before.hasOwnSchedules;
    this.outer = before.outer;
  }

  hasParts(): boolean {
    return this.hadParts || this.parts.length > 0;
  }

  isInOwnSchedule(): boolean {
    return this.owner.kind === 'own' && /^Schedule\b/.test(this.divisions[0] ?? '');
  }

  /** Whether the text above has come to an end, so that a line may open something of its own. */
  beginsAnew(): boolean {
    return this.openLineEnd === -1 || /[.;:]$|[.;,] (?:and|or)$/.test(this.endOfOpenLine());
  }

  nextTextLine(index: number): Line | undefined {
    for (let i = index + 1; i < Math.min(this.lines.length, index + 4); i++) {
      const line = this.lines[i] as Line;
      if (!isBlank(line) && !this.skip[i]) return line;
    }
    return undefined;
  }

  openRow(): Mutable<DefinitionRow> | undefined {
    return this.definition === -1 ? undefined : this.rows[this.definition];
  }

  growMeaning(end: number): void {
    const row = this.openRow();
    if (row) row.meaning = { start: row.meaning.start, end };
  }

  endDefinition(): void {
    this.definition = -1;
  }

  /** A line that ends in `of` or `Section` goes on in the next, however short it is. */
  endsOpenly(): boolean {
    const before = this.endOfOpenLine();
    return leadWordAtEnd.test(before) || (joiningWordAtEnd.test(before) && !listJoinAtEnd.test(before));
  }

  isInstruction(line: Line): boolean {
    return line.end - line.start <= 400 && instruction.test(this.text.slice(line.start, line.end));
  }

  rememberLine(line: Span): void {
    this.openLineEnd = line.end;
    this.openLineLength = line.end - line.start;
  }

  /** Whether a number at the head of the next line goes on with the sentence of the line above and is no label. */
  continuesSentence(): boolean {
    const before = this.endOfOpenLine();
    if (leadWordAtEnd.test(before) || referenceJoinAtEnd.test(before)) return true;
    return this.openLineLength >= 30 && joiningWordAtEnd.test(before) && !listJoinAtEnd.test(before);
  }

  /** A long line without a stop, as PDF breaks them, goes on in one that begins with the name of a part: `… not over` / `Appendix AL`. */
  runsOnInto(line: Span): boolean {
    const isTitle = /^[A-Z]{3}/.test(this.text.slice(line.start, line.start + 3));
    return !isTitle && this.openLineLength >= 50 && /[a-z]$/.test(this.endOfOpenLine());
  }

  /** `Purpose of this Section` is a title, whatever it ends with. */
  endsInTitle(): boolean {
    if (this.openLineEnd === -1 || this.openLineLength > 60) return false;
    const words = this.text.slice(this.openLineEnd - this.openLineLength, this.openLineEnd);
    return /^[A-Z].*\bthis (?:Section|Schedule|Appendix|Annex)$/.test(words) && isTitleLike(words);
  }

  /** `… in accordance with paragraph` on one line, `(c) above` on the next. */
  continuesReference(): boolean {
    return (
      this.openLineLength >= 30 &&
      (leadWordAtEnd.test(this.endOfOpenLine()) || numberAtEnd.test(this.endOfOpenLine()))
    );
  }

  endOfOpenLine(): string {
    return this.openLineEnd === -1
      ? ''
      : this.text.slice(Math.max(0, this.openLineEnd - 24), this.openLineEnd);
  }

  addProvision(
    part: Pick<Provision, 'number' | 'levels' | 'label' | 'parent' | 'heading' | 'headingSpan'> &
      Partial<Pick<Provision, 'divisions' | 'isCondition'>>,
  ): number {
    const row = this.openRow();
    const divisions = part.divisions ?? this.divisions;
    const id = { owner: this.owner, divisions, number: part.number, levels: part.levels };
    const definitionOf = row
      ? this.text.slice(row.term.start, row.term.end).replace(/["“”]/g, '').trim()
      : undefined;
    this.provisions.push({
      key: formatProvisionId(definitionOf === undefined ? id : { ...id, definitionOf }),
      owner: id.owner,
      divisions,
      number: id.number,
      levels: id.levels,
      label: { start: part.label.start, end: part.label.end },
      heading: part.heading,
      headingSpan: part.headingSpan,
      sideHeading: part.number === '' ? '' : this.sideHeading,
      subject: this.subject,
      parent: part.parent,
      definition: this.definition,
      isCondition: part.isCondition ?? false,
      start: part.label.start,
      end: part.label.end,
    });
    return this.provisions.length - 1;
  }

  addBlock(span: Span, kind: BlockKind, textStart: number): void {
    const provision = this.levels.at(-1)?.provision ?? this.numbered;
    this.blocks.push({
      start: span.start,
      end: span.end,
      kind,
      textStart,
      provision,
      definition: this.definition,
    });
    this.open = this.blocks.length - 1;
    this.rememberLine(span);
  }

  addLooseBlock(span: Span, kind: BlockKind): void {
    this.closeBlock();
    this.addBlock(span, kind, span.start);
    this.closeBlock();
  }

  closeBlock(): void {
    this.open = -1;
    this.openLineEnd = -1;
  }

  resetNumbers(): void {
    this.levels = [];
    this.number = '';
    this.lastNumber = '';
    this.numbered = -1;
    this.divisionIndex = -1;
    this.headedNumbers = false;
    this.paragraphsRun = undefined;
    this.numbersBelow = undefined;
    this.sideHeading = '';
    this.subject = undefined;
    this.definition = -1;
    this.inDefinitions = false;
  }
}

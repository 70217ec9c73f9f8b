import { formatOwner, formatProvisionId, ownPaper, type ProvisionOwner } from '../model/provisionId.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import {
  announcesDefinitions,
  canBeTerm,
  isColumnHead,
  isDefinitionHead,
  isDefinitionsHeading,
  isLostDefinitionHead,
  opensMeaning,
  opensPlainMeaning,
  splitFusedRow,
} from './definitionLists.js';
import type { Block, BlockKind, DefinitionRow, OpenedPart, Provision } from './documentTree.js';
import { findNonText } from './furniture.js';
import { headingOf, isSideHeading, isUnfinishedSentence, pointedHeading, runInHeading } from './headings.js';
import { noRows, readColumns, readEntries, type LineAt, type LostRow, type LostRows } from './lostColumns.js';
import { readLineLabel, type LineLabel } from './lineLabels.js';
import { isBlank, splitLines, type Line } from './lines.js';
import { placeLabel, type OpenLevel } from './listLevels.js';
import { closeProvisions, leaveOpen, type TreeContext, type TreeStretch } from './treeContext.js';
import { acceptsNumber } from './numberSequence.js';
import { isTitleLike, readDivisionTitle, readPartTitle, type PartTitle } from './partTitles.js';
import { findRunTogetherLabels } from './runTogether.js';
import { splitRow, type Row } from './tableRows.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a stretch of a text into its provisions, blocks and definition lists (legal-text.md, Levels of a Section). Never
 * throws; what it cannot place it leaves as plain text of the provision before it. Time and memory are linear in the text.
 *
 * @param before what the text before the stretch leaves open; the provisions around it come first in the tree
 * @param next the line behind the stretch, where the text goes on: it is looked at and is no part of the tree
 */
export function parseTree(text: string, before: TreeContext, next?: string): Steps<TreeStretch> {
  return new TreeBuilder(text, before, next).build();
}

/** So many lines are read in one step. */
const linesInStep = 500;

const instruction =
  /^(?:insert|delete|replace|amend|add|remove|renumber|substitute)\b.{0,200}\b(?:definitions?|sections?|clauses?|paragraphs?|[A-Z]\d+(?:\.\d+)?|with|words?|following)\b/i;

const leadWordAtEnd = /\b(?:sections?|clauses?|(?:sub-)?paragraphs?|schedules?|appendix|appendices|annex)$/i;
const joiningWordAtEnd = /(?:\b(?:and|or|to|of|the|in|with|by|under|version|from|on|at|than|least)|,|\(|–)$/i;
/** `; and` at the end of a line joins the items of a list: what follows is the next item. */
const listJoinAtEnd = /[;.:,]\s*(?:and|or)$/i;
/** `(a) a Data` on one line, `Refresh within …` on the next: a term that is broken over two short lines. */
const articleBeforeTerm = /(?:^|[\s(])(?:an?|the|each|any|every|such)(?:[\s\u00a0]+[A-Z][A-Za-z-]*){1,4}$/;
const longestOpenLine = 200;
const longestAnnouncement = 600;
const numberAtEnd = /\b[A-Z]?\d+(?:\.\d+)+$/;

/** Collects the tree line by line; one is made for each parse and thrown away after it. */
class TreeBuilder {
  readonly #text: string;
  readonly #lines: Line[];
  /** How many lines are read; one more may stand behind them to be looked at. */
  readonly #count: number;
  readonly #end: number;
  readonly #skip: Uint8Array;
  readonly #provisions: Mutable<Provision>[];
  readonly #blocks: Mutable<Block>[] = [];
  readonly #rows: Mutable<DefinitionRow>[] = [];
  readonly #parts: OpenedPart[] = [];
  readonly #hadParts: boolean;
  readonly #isAgreement: boolean;
  #hasInstruction = false;

  #owner: ProvisionOwner = ownPaper;
  #divisions: readonly string[] = [];
  #partIndex = -1;
  /** The Part of an Appendix or Schedule that the text stands in, or -1; numbers are named without it. */
  #divisionIndex = -1;
  /** The clause or sub-section that the text stands in, above the list levels. */
  #numbered = -1;
  #number = '';
  /** The number before, whatever came between: it tells which number is to be expected. */
  #lastNumber = '';
  #levels: { level: OpenLevel; provision: number }[] = [];
  #sideHeading = '';
  #definition = -1;
  /** Whether the open definition stands in lines of its own, not in a row. */
  #stacked = false;
  #inDefinitions = false;
  /** The block that a following line may continue, or -1. */
  #open = -1;
  #openLineEnd = -1;
  #openLineLength = 0;
  /** No lost columns begin at a line before this one. */
  #noColumnsBefore = 0;

  constructor(text: string, before: TreeContext, next: string | undefined) {
    this.#end = text.length;
    this.#text = next === undefined ? text : text + next;
    this.#lines = splitLines(this.#text, findRunTogetherLabels(this.#text));
    this.#count =
      next === undefined
        ? this.#lines.length
        : this.#lines.findLastIndex(({ start }) => start < this.#end) + 1;
    this.#skip = findNonText(this.#text, this.#lines);
    this.#provisions = before.around.map((provision) => ({ ...provision }));
    this.#owner = before.owner;
    this.#divisions = before.divisions;
    this.#partIndex = before.part;
    this.#divisionIndex = before.division;
    this.#numbered = before.numbered;
    this.#number = before.number;
    this.#lastNumber = before.lastNumber;
    this.#sideHeading = before.sideHeading;
    this.#inDefinitions = before.inDefinitions;
    this.#hadParts = before.hasParts;
    this.#isAgreement = before.isAgreement;
    if (before.namedPart) {
      this.#openPart({
        start: 0,
        end: 0,
        owner: before.namedPart,
        title: '',
        titleSpan: { start: 0, end: 0 },
        quoted: false,
      });
    }
  }

  *build(): Steps<TreeStretch> {
    const listed = listedTitles(this.#text, this.#lines, this.#skip);
    for (let i = 0; i < this.#count; i++) {
      if (i % linesInStep === linesInStep - 1) yield;
      const line = this.#lines[i] as Line;
      if (isBlank(line)) this.#closeBlock();
      else if (this.#skip[i] === 2) this.#addLooseBlock(line, 'contents');
      else if (this.#skip[i] === 1) continue;
      else i += this.#readLine(i, line, listed.has(i));
    }
    const after = this.#count < this.#lines.length ? this.#contextAt(this.#count) : undefined;
    closeProvisions(this.#provisions, this.#end);
    return {
      provisions: this.#provisions,
      blocks: this.#blocks,
      definitionRows: this.#rows,
      parts: this.#parts,
      furniture: this.#lines
        .filter((_, i) => i < this.#count && this.#skip[i] === 1)
        .map(({ start, end }) => ({ start, end })),
      hasInstruction: this.#hasInstruction,
      after,
    };
  }

  /** What is left open where a clause begins; undefined where the line opens no clause, so that what is open goes on there. */
  #contextAt(index: number): TreeStretch['after'] {
    const context = {
      owner: this.#owner,
      divisions: this.#divisions,
      number: this.#number,
      lastNumber: this.#lastNumber,
      sideHeading: this.#sideHeading,
      inDefinitions: this.#inDefinitions,
      hasParts: this.#hasParts(),
      isAgreement: this.#isAgreement,
    };
    const open = { part: this.#partIndex, division: this.#divisionIndex, numbered: this.#numbered };
    const provisions = this.#provisions.length;
    const blocks = this.#blocks.length;
    const line = this.#lines[index] as Line;
    const label = readLineLabel(this.#text, line);
    const isPlain = index === this.#lines.length - 1 && !this.#skip[index] && !splitRow(this.#text, line);
    if (!isPlain || !label || label.kind === 'level') return undefined;
    if (!this.#readLabel(index, line, label)) return undefined;
    this.#provisions.length = provisions;
    this.#blocks.length = blocks;
    return leaveOpen(this.#provisions, open, context);
  }

  #hasParts(): boolean {
    return this.#hadParts || this.#parts.length > 0;
  }

  /** Reads one line; returns how many further lines it took. */
  #readLine(index: number, line: Line, listed: boolean): number {
    const row = splitRow(this.#text, line);
    if (row) return this.#readRow(index, line, row);
    const title = readPartTitle(this.#text, line);
    if (title && !this.#continuesSentence()) return this.#readTitle(index, title, listed);
    if (this.#readDivision(line)) return 0;
    const label = readLineLabel(this.#text, line);
    if (label && this.#readLabel(index, line, label)) return this.#headingOnNextLine(index, line);
    const lost = this.#readLostColumns(index, line);
    if (lost > 0) return lost - 1;
    const broken = this.#readBrokenTerm(index, line);
    if (broken || this.#readStackedTerm(index, line)) return broken ? 1 : 0;
    this.#readPlain(index, line);
    return 0;
  }

  // ---- parts ------------------------------------------------------------------------------------------------------

  #readTitle(index: number, title: PartTitle, listed: boolean): number {
    if (listed || title.quoted) {
      this.#addLooseBlock(title, listed ? 'contents' : 'heading');
      return 0;
    }
    this.#openPart(title);
    if (title.title !== '') return 0;
    return this.#titleBelow(index);
  }

  #openPart(title: PartTitle): void {
    const { owner } = title;
    this.#closeBlock();
    if (this.#isAlreadyOpen(owner)) {
      this.#nameOpenPart(title);
      return;
    }
    const nested = this.#nests(owner);
    if (nested) {
      this.#divisions = [
        ...this.#divisions.filter((division) => division.split(' ')[0] !== nested.split(' ')[0]),
        nested,
      ];
    } else {
      this.#owner = this.#isOwnPart(owner) ? ownPaper : owner;
      this.#divisions = this.#owner.kind === 'own' ? [formatOwner(owner)] : [];
      this.#partIndex = -1;
    }
    this.#resetNumbers();
    const provision = this.#addProvision({
      number: '',
      levels: [],
      label: title,
      parent: nested ? this.#partIndex : -1,
      heading: title.title,
      headingSpan: title.title === '' ? undefined : title.titleSpan,
    });
    this.#partIndex = provision;
    this.#numbered = provision;
    const key = (this.#provisions[provision] as Provision).key;
    if (isPartOfTheCode(this.#owner) && !nested) this.#parts.push({ key, owner, provision });
    this.#inDefinitions = isDefinitionsHeading(title.title);
    if (title.end > title.start) this.#addBlock(title, 'title', title.start);
    this.#closeBlock();
  }

  /** `Appendix 1` is a paper's own; so is a Schedule that stands behind the clauses of an agreement. */
  #isOwnPart(owner: ProvisionOwner): boolean {
    if (owner.kind === 'appendix' && /^\d/.test(owner.name)) return true;
    if (!this.#isAgreement || this.#owner.kind !== 'own') return false;
    return owner.kind === 'schedule' && (this.#number !== '' || this.#divisions.length > 0);
  }

  /** Front matter opened the part, and now its title line stands at the head of the text. */
  #isAlreadyOpen(owner: ProvisionOwner): boolean {
    return (
      this.#provisions.length === 1 &&
      this.#blocks.length === 0 &&
      formatOwner(this.#owner) === formatOwner(owner)
    );
  }

  #nameOpenPart(title: PartTitle): void {
    const part = this.#provisions[this.#partIndex] as Mutable<Provision>;
    part.label = { start: title.start, end: title.end };
    part.start = title.start;
    part.heading = title.title;
    part.headingSpan = title.title === '' ? undefined : title.titleSpan;
    this.#inDefinitions = isDefinitionsHeading(title.title);
    this.#addBlock(title, 'title', title.start);
    this.#closeBlock();
  }

  /** An Annex, or an Appendix of another Appendix, is a division of the part it stands in (`Appendix M/Appendix F`). */
  #nests(owner: ProvisionOwner): string | undefined {
    if (this.#owner.kind !== 'appendix' && this.#owner.kind !== 'schedule') return undefined;
    if (owner.kind === 'annex') return formatOwner(owner);
    if (owner.kind !== 'appendix' || this.#owner.kind !== 'appendix') return undefined;
    const isNext = owner.name.length >= this.#owner.name.length && owner.name > this.#owner.name;
    return this.#number !== '' && !isNext ? formatOwner(owner) : undefined;
  }

  /** `Part 3: Testing`: numbers may run on through the Parts or begin anew, so it only holds them and is no part of their names. */
  #readDivision(line: Line): boolean {
    const isDivided =
      this.#owner.kind === 'appendix' || this.#owner.kind === 'schedule' || this.#isInOwnSchedule();
    if (this.#partIndex === -1 || !isDivided) return false;
    const title = readDivisionTitle(this.#text, line);
    if (!title || this.#continuesSentence()) return false;
    this.#closeBlock();
    const last = this.#lastNumber;
    this.#resetNumbers();
    this.#lastNumber = last;
    this.#divisionIndex = this.#addProvision({
      number: '',
      levels: [],
      divisions: [...this.#divisions, title.division],
      label: title,
      parent: this.#partIndex,
      heading: title.title,
      headingSpan: title.title === '' ? undefined : title.titleSpan,
    });
    this.#numbered = this.#divisionIndex;
    this.#inDefinitions = isDefinitionsHeading(title.title);
    this.#addLooseBlock(title, 'title');
    return true;
  }

  #isInOwnSchedule(): boolean {
    return this.#owner.kind === 'own' && this.#divisions[0]?.startsWith('Schedule ') === true;
  }

  /** The title of `APPENDIX AB` on a line of its own below the name. */
  #titleBelow(index: number): number {
    for (let next = index + 1, seen = 0; next < this.#lines.length && seen < 3; next++, seen++) {
      const line = this.#lines[next] as Line;
      if (isBlank(line)) continue;
      if (this.#skip[next]) return 0;
      if (splitRow(this.#text, line) || readPartTitle(this.#text, line) || readLineLabel(this.#text, line))
        return 0;
      if (readDivisionTitle(this.#text, line)) return 0;
      const words = headingOf(this.#text, line);
      if (words === undefined || instruction.test(words) || !isSideHeading(words)) return 0;
      const part = this.#provisions[this.#partIndex] as Mutable<Provision>;
      part.heading = words;
      part.headingSpan = { start: line.start, end: line.end };
      if (isDefinitionsHeading(words)) this.#inDefinitions = true;
      this.#addBlock(line, 'heading', line.start);
      this.#closeBlock();
      return next - index;
    }
    return 0;
  }

  // ---- numbers ----------------------------------------------------------------------------------------------------

  #readLabel(index: number, line: Line, label: LineLabel): boolean {
    switch (label.kind) {
      case 'lettered':
        return this.#readLettered(index, line, label);
      case 'numbered':
        return this.#readNumbered(index, line, label);
      case 'level':
        return this.#readLevel(index, line, label);
    }
  }

  #readLettered(index: number, line: Line, label: LineLabel & { kind: 'lettered' }): boolean {
    const inOwnSection = this.#owner.kind === 'section' && this.#owner.letter === label.letter;
    const rest = this.#text.slice(label.end, line.end).trim();
    if (!inOwnSection && !this.#opensLoosely(index, label, rest)) return false;
    if (this.#continuesSentence() || /^[,;)]/.test(rest)) return false;
    if (rest !== '' && /^(?:and|or|to|of|above|below|shall|applies)\b/.test(rest)) return false;
    if (!inOwnSection) this.#enterLooseSection(label.letter);
    this.#startNumber(label, label.number, line);
    return true;
  }

  /** A lettered clause pasted without the title of its Section still tells where the text stands. */
  #opensLoosely(index: number, label: LineLabel & { kind: 'lettered' }, rest: string): boolean {
    if (this.#owner.kind === 'appendix' || this.#owner.kind === 'schedule') return false;
    if (rest === '') return this.#standsAboveItsClause(index, label);
    if (/^[RV]$/.test(label.letter) || !/^[A-Z“"‘([]/.test(rest)) return false;
    if (label.number.includes('.')) return !/\.0[A-Z]*$/.test(label.number);
    return rest === rest.toUpperCase() && /[A-Z]{3}/.test(rest) && this.#lines[index + 1] !== undefined;
  }

  /** `K1`, `INTRODUCTION`, `K1.1 This …`, each on a line of its own, as some conversions leave them. */
  #standsAboveItsClause(index: number, label: LineLabel & { kind: 'lettered' }): boolean {
    for (const line of this.#lines.slice(index + 1, index + 6)) {
      const below = readLineLabel(this.#text, line);
      if (below && below.kind !== 'level')
        return (
          below.kind === 'lettered' && below.letter === label.letter && below.number === `${label.number}.1`
        );
    }
    return false;
  }

  #enterLooseSection(letter: string): void {
    this.#owner = { kind: 'section', letter };
    this.#divisions = [];
    this.#partIndex = -1;
    this.#resetNumbers();
  }

  #readNumbered(index: number, line: Line, label: LineLabel & { kind: 'numbered' }): boolean {
    if (this.#owner.kind === 'section' && this.#partIndex !== -1) return false;
    const rest = this.#text.slice(label.end, line.end).trim();
    const nextLine = this.#lines[index + 1];
    const alone = rest === '' && nextLine !== undefined && !isBlank(nextLine);
    if (this.#continuesSentence()) return false;
    const candidate = { number: label.number, dotted: label.dotted, rest, alone };
    const beginsDivision = this.#divisionIndex !== -1 && this.#number === '';
    const goesOn = acceptsNumber({ ...candidate, last: this.#lastNumber });
    if (!goesOn && !(beginsDivision && acceptsNumber({ ...candidate, last: '' }))) return false;
    this.#startNumber(label, label.number, line);
    return true;
  }

  #startNumber(label: LineLabel, number: string, line: Line): void {
    this.#closeBlock();
    this.#levels = [];
    this.#definition = -1;
    const isTop = !number.includes('.');
    if (isTop) {
      this.#sideHeading = '';
      this.#inDefinitions = false;
    }
    this.#number = number;
    this.#lastNumber = number;
    const rest = { start: restStart(this.#text, label.end, line.end), end: line.end };
    const heading = this.#headingIn(rest, isTop && this.#owner.kind === 'section');
    this.#numbered = this.#addProvision({
      number,
      levels: [],
      label: { start: label.start, end: labelEnd(this.#text, label) },
      parent: this.#parentOfNumber(number),
      heading: heading ? this.#text.slice(heading.start, heading.end) : '',
      headingSpan: heading,
    });
    const wholeLine = heading !== undefined && heading.end >= rest.end - 1;
    const words = this.#text.slice(rest.start, rest.end);
    if (heading && isDefinitionsHeading(this.#text.slice(heading.start, heading.end)))
      this.#inDefinitions = true;
    this.#addBlock({ start: label.start, end: line.end }, wholeLine ? 'heading' : 'text', rest.start);
    if (wholeLine) this.#closeBlock();
    else if (announcesDefinitions(words)) this.#inDefinitions = true;
  }

  #parentOfNumber(number: string): number {
    for (let cut = number.lastIndexOf('.'); cut > 0; cut = number.lastIndexOf('.', cut - 1)) {
      const outer = this.#lastWithNumber(number.slice(0, cut));
      if (outer !== -1) return outer;
    }
    return this.#divisionIndex === -1 ? this.#partIndex : this.#divisionIndex;
  }

  #lastWithNumber(number: string): number {
    for (let i = this.#numbered; i > this.#partIndex; i = (this.#provisions[i] as Provision).parent) {
      if (i < 0) return -1;
      const provision = this.#provisions[i] as Provision;
      if (provision.number === number && provision.levels.length === 0) return i;
    }
    return -1;
  }

  #readLevel(index: number, line: Line, label: LineLabel & { kind: 'level' }): boolean {
    const open = this.#levels.map(({ level }) => level);
    const rest = this.#text.slice(label.end, line.end).trim();
    if (label.form !== 'bracket' && this.#continuesSentence()) return false;
    const placed = placeLabel(open, label.inner, line.indent, () => this.#nextLevelLabel(index));
    if (!placed) return false;
    const above = open[placed.depth];
    const continues = above?.style === placed.reading.style;
    const isNext = continues && above.ordinal + 1 === placed.reading.ordinal;
    if (label.form === 'bracket' && !isNext && this.#continuesReference()) return false;
    if (label.form !== 'bracket' && placed.reading.ordinal !== 1 && !continues) return false;
    if (label.form === 'point' && rest === '') return false;
    this.#closeBlock();
    const kept = this.#levels.slice(0, placed.depth);
    const parent = kept.at(-1)?.provision ?? this.#numbered;
    const rests = { start: restStart(this.#text, label.end, line.end), end: line.end };
    const heading = this.#headingIn(rests, false);
    const provision = this.#addProvision({
      number: this.#number,
      levels: [...kept.map(({ level }) => level.label), label.inner],
      label: { start: label.start, end: label.end },
      parent,
      heading: heading ? this.#text.slice(heading.start, heading.end) : '',
      headingSpan: heading,
    });
    const level = {
      style: placed.reading.style,
      ordinal: placed.reading.ordinal,
      label: label.inner,
      indent: line.indent,
    };
    this.#levels = [...kept, { level, provision }];
    const wholeLine = heading !== undefined && heading.end >= rests.end - 1;
    this.#addBlock({ start: label.start, end: line.end }, wholeLine ? 'heading' : 'text', rests.start);
    if (wholeLine) this.#closeBlock();
    this.#growMeaning(line.end);
    return true;
  }

  /** The sign of the next label line, to tell (i) the letter from (i) the numeral. */
  #nextLevelLabel(index: number): string | undefined {
    for (let i = index + 1; i < Math.min(this.#lines.length, index + 40); i++) {
      const line = this.#lines[i] as Line;
      if (isBlank(line) || this.#skip[i]) continue;
      const label = readLineLabel(this.#text, line);
      if (label?.kind === 'level') return label.inner;
      if (label) return undefined;
    }
    return undefined;
  }

  #headingIn(rest: Span, always: boolean): Span | undefined {
    if (
      rest.end <= rest.start ||
      isRemoved(this.#text.slice(rest.start, Math.min(rest.end, rest.start + 40)))
    )
      return undefined;
    const whole = headingOf(this.#text, rest);
    if (whole !== undefined && (always || isSideHeading(whole))) return rest;
    const pointed = pointedHeading(this.#text, rest);
    if (pointed) return pointed;
    const runIn = runInHeading(this.#text, rest);
    return runIn ? { start: rest.start, end: runIn } : undefined;
  }

  /** A heading split over two lines, or standing below its number (`K1` / `INTRODUCTION`). */
  #headingOnNextLine(index: number, line: Line): number {
    const current = this.#provisions.at(-1);
    const block = this.#blocks.at(-1);
    const next = this.#lines[index + 1];
    if (!current || !block || !next || isBlank(next) || this.#skip[index + 1] || current.levels.length > 0)
      return 0;
    if (readLineLabel(this.#text, next) || splitRow(this.#text, next) || readPartTitle(this.#text, next))
      return 0;
    const words = this.#text.slice(next.start, next.end);
    const isTop = !current.number.includes('.');
    const bare = block.textStart >= line.end;
    const runsOn =
      current.heading !== '' && isTop && block.kind === 'heading' && headingRunsOn(current.heading, words);
    if (!runsOn && !(bare && isTop && headingOf(this.#text, next) !== undefined && isSideHeading(words)))
      return 0;
    const start = bare ? next.start : (current.headingSpan?.start ?? next.start);
    current.heading = runsOn ? `${current.heading} ${words}` : words;
    current.headingSpan = { start, end: next.end };
    if (isDefinitionsHeading(current.heading)) this.#inDefinitions = true;
    block.end = next.end;
    block.kind = 'heading';
    this.#closeBlock();
    return 1;
  }

  // ---- definition lists and tables ----------------------------------------------------------------------------------

  #readRow(index: number, line: Line, row: Row): number {
    this.#closeBlock();
    const [first, second, ...others] = row.cells;
    if (row.isRule || !first) return 0;
    const firstWords = this.#text.slice(first.start, first.end);
    const secondWords = second ? this.#text.slice(second.start, second.end) : '';
    if (second && others.length === 0) {
      if (isDefinitionHead(firstWords, secondWords)) {
        this.#inDefinitions = true;
        row.cells.forEach((cell) => this.#addLooseBlock(cell, 'heading'));
        return 0;
      }
      if (this.#readCellLabel(index, line, first)) return 0;
      if (this.#definesInRow(row, firstWords, secondWords)) {
        this.#addDefinitionRow(first, second);
        return 0;
      }
    }
    if (row.kind === 'tab' && row.cells.length <= 2 && this.#readTabbedLabel(index, line, first)) return 0;
    if (row.kind === 'tab' && this.#definition !== -1 && firstWords === '' && second) {
      this.#addBlock(second, 'cell', second.start);
      this.#growMeaning(second.end);
      this.#closeBlock();
      return 0;
    }
    if (row.cells.length > 2 || row.kind === 'pipe') this.#inDefinitions &&= row.cells.length === 2;
    for (const cell of row.cells) if (cell.end > cell.start) this.#addLooseBlock(cell, 'cell');
    return 0;
  }

  #definesInRow(row: Row, first: string, second: string): boolean {
    if (!canBeTerm(first) || second.trim() === '') return false;
    if (opensMeaning(second)) return true;
    if (!this.#inDefinitions) return false;
    return row.kind === 'pipe' || /^[A-Z]/.test(first);
  }

  /** `(a)<tab>the first case` inside a definition, or any label that a tab follows. */
  #readCellLabel(index: number, line: Line, first: Span): boolean {
    const label = readLineLabel(this.#text, first);
    if (!label || label.end < first.end) return false;
    return this.#text[line.start] !== '|' && this.#readLabel(index, line, label);
  }

  #readTabbedLabel(index: number, line: Line, first: Span): boolean {
    const title = readPartTitle(this.#text, line);
    if (title) {
      this.#readTitle(index, title, !this.#standsAlone(index));
      return true;
    }
    const label = readLineLabel(this.#text, first);
    return label !== undefined && this.#readLabel(index, line, label);
  }

  /** Whether a line with a title has blank lines around it: `Annex A` and its title, parted by a tab, are no row of a list. */
  #standsAlone(index: number): boolean {
    const isBreak = (at: number): boolean => {
      const line = this.#lines[at];
      return line === undefined || isBlank(line);
    };
    return isBreak(index - 1) && isBreak(index + 1);
  }

  #addDefinitionRow(term: Span, meaning: Span): void {
    this.#levels = [];
    this.#definition = this.#rows.length;
    this.#stacked = false;
    this.#rows.push({
      term: { start: term.start, end: term.end },
      meaning: { start: meaning.start, end: meaning.end },
      provision: this.#numbered,
    });
    this.#addBlock(term, 'term', term.start);
    this.#closeBlock();
    this.#addBlock(meaning, 'cell', meaning.start);
  }

  /** A line that holds only a term, its meaning on the lines below; or `Term means …` on one line of a definition list. */
  #readStackedTerm(index: number, line: Line): boolean {
    const words = this.#text.slice(line.start, Math.min(line.end, line.start + 200));
    if (line.end - line.start <= 120 && canBeTerm(words) && /^["“'‘]?[A-Z0-9]/.test(words)) {
      const next = this.#nextTextLine(index);
      if (next && this.#opensStackedMeaning(words, next)) {
        this.#addStackedTerm(line, next.start);
        return true;
      }
    }
    const fused = splitFusedRow(words);
    if (!fused || !(this.#inDefinitions || fused.isSure) || !this.#beginsAnew() || this.#isInstruction(line))
      return false;
    this.#closeBlock();
    this.#addDefinitionRow(
      { start: line.start, end: line.start + fused.term },
      { start: line.start + fused.head, end: line.end },
    );
    this.#stacked = true;
    this.#rememberLine(line);
    return true;
  }

  /** Whether the line below a term opens its meaning; in a definition list no verb need say so. */
  #opensStackedMeaning(term: string, next: Line): boolean {
    const words = this.#text.slice(next.start, Math.min(next.end, next.start + 200));
    if (opensMeaning(words)) return true;
    if (!this.#inDefinitions || !isTitleLike(term) || !this.#beginsAnew()) return false;
    return opensPlainMeaning(words);
  }

  /** Whether the text above has come to an end, so that a line may open something of its own. */
  #beginsAnew(): boolean {
    return this.#openLineEnd === -1 || /[.;:]$|[.;,] (?:and|or)$/.test(this.#endOfOpenLine());
  }

  /** A definition list of which a paste took the columns or lines apart. Returns how many lines it took. */
  #readLostColumns(index: number, line: Line): number {
    if (line.bullet || line.hashes > 0 || this.#continuesSentence()) return 0;
    const words = this.#text.slice(line.start, Math.min(line.end, line.start + 130));
    if (!/^["“'‘]?[A-Z]/.test(words)) return 0;
    const { rows, count } = this.#lostRowsAt(index, words.length <= 120 && canBeTerm(words));
    this.#addLostRows(rows);
    return rows.length === 0 ? 0 : count;
  }

  #lostRowsAt(index: number, isTerm: boolean): LostRows {
    const lineAt = this.#linesFrom(index);
    if (isTerm && index >= this.#noColumnsBefore) {
      const columns = readColumns(this.#text, lineAt, this.#inDefinitions);
      if (columns.rows.length > 0) return columns;
      // What was looked at and is no column need not be looked at from each of its lines.
      this.#noColumnsBefore = index + columns.count;
    }
    return this.#inDefinitions ? readEntries(this.#text, lineAt) : noRows;
  }

  /** The lines from one on, to the first that begins something else than words. */
  #linesFrom(index: number): LineAt {
    return (at) => {
      const next = index + at;
      return next >= this.#count || this.#skip[next] || this.#opensElse(next) ? undefined : this.#lines[next];
    };
  }

  /** Whether a line has a label, a title or cells, and so ends what columns may have been lost of. */
  #opensElse(index: number): boolean {
    const line = this.#lines[index] as Line;
    if (isBlank(line)) return false;
    return (
      line.hashes > 0 ||
      readLineLabel(this.#text, line) !== undefined ||
      splitRow(this.#text, line) !== undefined ||
      readPartTitle(this.#text, line) !== undefined
    );
  }

  #addLostRows(rows: readonly LostRow[]): void {
    if (rows.length === 0) return;
    this.#closeBlock();
    this.#levels = [];
    this.#stacked = false;
    const first = this.#rows.length;
    for (const { term, meaning } of rows) {
      this.#rows.push({
        term: { start: term.start, end: term.end },
        meaning: { start: meaning.start, end: meaning.end },
        provision: this.#numbered,
      });
    }
    const blocks = rows.flatMap(({ term, meaning }, i) => [
      { span: term, kind: 'term' as const, definition: first + i },
      { span: meaning, kind: 'cell' as const, definition: first + i },
    ]);
    for (const { span, kind, definition } of blocks.sort((a, b) => a.span.start - b.span.start)) {
      this.#definition = definition;
      this.#addLooseBlock(span, kind);
    }
    this.#definition = -1;
  }

  /** A stacked term that is broken over two lines: `Planned` / `Outage` / `means …`, right behind the meaning before it. */
  #readBrokenTerm(index: number, line: Line): boolean {
    if (!this.#inDefinitions || line.bullet || line.hashes > 0) return false;
    const [second, third] = [this.#lines[index + 1], this.#lines[index + 2]];
    if (!second || !third || isBlank(second) || this.#skip[index + 1] || this.#skip[index + 2]) return false;
    const words = this.#text.slice(line.start, second.end);
    const isTerm = words.length <= 80 && /^["“'‘]?[A-Z][A-Za-z]/.test(words) && canBeTerm(words);
    const isHeading = /^[^a-z]*\n/.test(words) && /[a-z]/.test(words);
    if (!isTerm || isHeading || isColumnHead(this.#text.slice(line.start, line.end))) return false;
    if (!opensMeaning(this.#text.slice(third.start, Math.min(third.end, third.start + 60)))) return false;
    if (
      opensMeaning(this.#text.slice(second.start, second.end)) ||
      /[.;:,]$/.test(this.#text.slice(line.start, line.end))
    )
      return false;
    this.#addStackedTerm({ start: line.start, end: second.end }, third.start);
    return true;
  }

  #addStackedTerm(term: Span, meaning: number): void {
    this.#closeBlock();
    this.#addDefinitionRow(term, { start: meaning, end: meaning });
    this.#closeBlock();
    this.#blocks.pop();
    this.#stacked = true;
  }

  #nextTextLine(index: number): Line | undefined {
    for (let i = index + 1; i < Math.min(this.#lines.length, index + 4); i++) {
      const line = this.#lines[i] as Line;
      if (!isBlank(line) && !this.#skip[i]) return line;
    }
    return undefined;
  }

  #openRow(): Mutable<DefinitionRow> | undefined {
    return this.#definition === -1 ? undefined : this.#rows[this.#definition];
  }

  #growMeaning(end: number): void {
    const row = this.#openRow();
    if (row) row.meaning = { start: row.meaning.start, end };
  }

  // ---- plain text ---------------------------------------------------------------------------------------------------

  #readPlain(index: number, line: Line): void {
    if (line.hashes > 0) {
      this.#closeBlock();
      this.#endDefinition();
      this.#takeSideHeading(line);
      return;
    }
    if (this.#continuesBlock(line)) {
      const block = this.#blocks[this.#open] as Mutable<Block>;
      block.end = line.end;
      this.#rememberLine(line);
      this.#growMeaning(line.end);
      if (this.#definition === -1 && this.#endsAnnouncement(block)) this.#inDefinitions = true;
      return;
    }
    this.#closeBlock();
    const words = headingOf(this.#text, line);
    if (words !== undefined && !line.bullet && isSideHeading(words) && this.#headsWhatFollows(index)) {
      this.#endDefinition();
      this.#takeSideHeading(line);
      return;
    }
    const isInstruction = this.#isInstruction(line);
    if (!this.#stacked || isInstruction) this.#endDefinition();
    const whole = this.#text.slice(line.start, line.end);
    if (this.#hasParts() && isInstruction) this.#hasInstruction = true;
    this.#addBlock(line, 'text', line.start);
    this.#rememberLine(line);
    if (this.#definition !== -1) this.#growMeaning(line.end);
    else if (announcesDefinitions(whole)) this.#inDefinitions = true;
  }

  /** Whether a sentence over several lines announces a list of definitions. */
  #endsAnnouncement({ textStart, end }: Block): boolean {
    if (!/[:.]/.test(this.#text.charAt(end - 1))) return false;
    const words = this.#text.slice(Math.max(textStart, end - longestAnnouncement), end);
    return announcesDefinitions(words.replace(/\s+/g, ' '));
  }

  #takeSideHeading(line: Line): void {
    const words = this.#text.slice(line.start, line.end);
    this.#sideHeading = words;
    this.#inDefinitions = isDefinitionsHeading(words) || isLostDefinitionHead(words);
    // What is no column of its own may be one of a list that is announced.
    if (this.#inDefinitions) this.#noColumnsBefore = 0;
    this.#addBlock(line, 'heading', line.start);
    this.#closeBlock();
  }

  #endDefinition(): void {
    this.#definition = -1;
  }

  /** A side heading stands above a number, a list, a definition list or a paragraph that begins anew. */
  #headsWhatFollows(index: number): boolean {
    const next = this.#nextTextLine(index);
    if (!next) return false;
    if (this.#definition !== -1) {
      const label = readLineLabel(this.#text, next);
      return label?.kind === 'lettered' || label?.kind === 'numbered';
    }
    return /^[A-Z0-9(“"‘•|]/.test(this.#text.slice(next.start, next.start + 1));
  }

  #continuesBlock(line: Line): boolean {
    const block = this.#open === -1 ? undefined : this.#blocks[this.#open];
    if (!block || line.bullet || (block.kind !== 'text' && block.kind !== 'cell')) return false;
    if (this.#openLineEnd === -1) return false;
    const last = this.#text.charAt(this.#openLineEnd - 1);
    const first = this.#text.charAt(line.start);
    if (/[a-z0-9,;)(&–—-]/.test(first) || /[,(–—-]/.test(last) || this.#endsOpenly()) return true;
    if (this.#isOpenInside('“', '”') || this.#isOpenInside('(', ')')) return true;
    if (/[.;:?!]/.test(last))
      return this.#definition !== -1 && block.kind === 'cell' && !this.#isInstruction(line);
    if (this.#openLineLength > 140) return false;
    const before = this.#text.slice(this.#openLineEnd - this.#openLineLength, this.#openLineEnd);
    if (this.#openLineLength >= 40 || isUnfinishedSentence(before)) return true;
    const words = this.#text.slice(line.start, Math.min(line.end, line.start + 200));
    return articleBeforeTerm.test(before) && !isTitleLike(words);
  }

  /** Whether the open line opens a bracket or a quotation that it does not close. */
  #isOpenInside(opening: string, closing: string): boolean {
    const from = this.#openLineEnd - Math.min(this.#openLineLength, longestOpenLine);
    const line = this.#text.slice(from, this.#openLineEnd);
    return line.lastIndexOf(opening) > line.lastIndexOf(closing);
  }

  /** A line that ends in `of` or `Section` goes on in the next, however short it is. */
  #endsOpenly(): boolean {
    const before = this.#endOfOpenLine();
    return leadWordAtEnd.test(before) || (joiningWordAtEnd.test(before) && !listJoinAtEnd.test(before));
  }

  #isInstruction(line: Line): boolean {
    return line.end - line.start <= 400 && instruction.test(this.#text.slice(line.start, line.end));
  }

  #rememberLine(line: Span): void {
    this.#openLineEnd = line.end;
    this.#openLineLength = line.end - line.start;
  }

  /** Whether a number at the head of the next line goes on with the sentence of the line above and is no label. */
  #continuesSentence(): boolean {
    const before = this.#endOfOpenLine();
    if (leadWordAtEnd.test(before)) return true;
    return this.#openLineLength >= 30 && joiningWordAtEnd.test(before) && !listJoinAtEnd.test(before);
  }

  /** `… in accordance with paragraph` on one line, `(c) above` on the next. */
  #continuesReference(): boolean {
    return (
      this.#openLineLength >= 30 &&
      (leadWordAtEnd.test(this.#endOfOpenLine()) || numberAtEnd.test(this.#endOfOpenLine()))
    );
  }

  #endOfOpenLine(): string {
    return this.#openLineEnd === -1
      ? ''
      : this.#text.slice(Math.max(0, this.#openLineEnd - 24), this.#openLineEnd);
  }

  // ---- output ---------------------------------------------------------------------------------------------------------

  #addProvision(
    part: Pick<Provision, 'number' | 'levels' | 'label' | 'parent' | 'heading' | 'headingSpan'> &
      Partial<Pick<Provision, 'divisions'>>,
  ): number {
    const row = this.#openRow();
    const divisions = part.divisions ?? this.#divisions;
    const id = { owner: this.#owner, divisions, number: part.number, levels: part.levels };
    const definitionOf = row
      ? this.#text.slice(row.term.start, row.term.end).replace(/["“”]/g, '').trim()
      : undefined;
    this.#provisions.push({
      key: formatProvisionId(definitionOf === undefined ? id : { ...id, definitionOf }),
      owner: id.owner,
      divisions,
      number: id.number,
      levels: id.levels,
      label: { start: part.label.start, end: part.label.end },
      heading: part.heading,
      headingSpan: part.headingSpan,
      sideHeading: part.number === '' ? '' : this.#sideHeading,
      parent: part.parent,
      definition: this.#definition,
      start: part.label.start,
      end: part.label.end,
    });
    return this.#provisions.length - 1;
  }

  #addBlock(span: Span, kind: BlockKind, textStart: number): void {
    const provision = this.#levels.at(-1)?.provision ?? this.#numbered;
    this.#blocks.push({
      start: span.start,
      end: span.end,
      kind,
      textStart,
      provision,
      definition: this.#definition,
    });
    this.#open = this.#blocks.length - 1;
    this.#rememberLine(span);
  }

  #addLooseBlock(span: Span, kind: BlockKind): void {
    this.#closeBlock();
    this.#addBlock(span, kind, span.start);
    this.#closeBlock();
  }

  #closeBlock(): void {
    this.#open = -1;
    this.#openLineEnd = -1;
  }

  #resetNumbers(): void {
    this.#levels = [];
    this.#number = '';
    this.#lastNumber = '';
    this.#numbered = -1;
    this.#divisionIndex = -1;
    this.#sideHeading = '';
    this.#definition = -1;
    this.#inDefinitions = false;
  }
}

function isPartOfTheCode(owner: ProvisionOwner): boolean {
  return (
    owner.kind === 'section' ||
    owner.kind === 'schedule' ||
    (owner.kind === 'appendix' && /^[A-Z]/.test(owner.name))
  );
}

/** `Not used`, `[Deleted]`: the number exists and has no content, and no heading either. */
function isRemoved(words: string): boolean {
  return /^\[?(?:not used|no longer (?:in use|used)|deleted|reserved)\.?\]?$/i.test(words.trim());
}

function restStart(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s\u00a0]/.test(text[at] as string)) at++;
  return at;
}

/** The label's span without a point behind its number. */
function labelEnd(text: string, label: LineLabel): number {
  return /[.:]/.test(text[label.end - 1] as string) ? label.end - 1 : label.end;
}

function headingRunsOn(heading: string, next: string): boolean {
  if (next.length > 100 || /[.;:]$/.test(next)) return false;
  const allCapitals = (words: string): boolean => words === words.toUpperCase() && /[A-Z]{2}/.test(words);
  if (allCapitals(heading) && allCapitals(next)) return true;
  return /(?:\b(?:of|and|the|for|to|in|or|with)|[,–—-])$/.test(heading) && /^[A-Za-z]/.test(next);
}

/**
 * Titles that stand one after the other name parts in a list and open nothing: three or more, or two in front of a third
 * that differs in kind.
 */
function listedTitles(text: string, lines: readonly Line[], skip: Uint8Array): Set<number> {
  const listed = new Set<number>();
  let run: number[] = [];
  const flush = (): void => {
    const group = [...run];
    run = [];
    if (group.length < 3) return;
    const last = group.at(-1) as number;
    const shape = (index: number): boolean => /^[A-Z]{3}/.test(text.slice((lines[index] as Line).start));
    if (shape(last) !== shape(group[0] as number)) group.pop();
    for (const index of group) listed.add(index);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (isBlank(line) || skip[i]) continue;
    if (readPartTitle(text, line)) run.push(i);
    else if (run.length > 0) flush();
  }
  flush();
  return listed;
}

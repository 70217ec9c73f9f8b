import type { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { listReferences, type ListedReference } from '../../../server/src/features/listReferences.js';
import type { DocumentView } from '../../../server/src/index/documentView.js';
import { normaliseTerm, termForms } from '../../../server/src/model/termForms.js';
import { overlaps, type Span } from '../../../server/src/text/span.js';
import type { CaseFile, DefinitionLabel, Labels, ReferenceLabel, UseLabel } from '../labels.js';
import type { FoundFinding } from '../readCase.js';

/** A labelled file into which faults are put, with what the product found in it before. */
export interface MutableText {
  readonly file: CaseFile;
  readonly text: string;
  readonly labels: Labels;
  readonly view: DocumentView;
  readonly catalogue: Catalogue;
  readonly baseline: readonly FoundFinding[];
  /** Terms that the files of the case define, this one's first. */
  readonly definedTerms: readonly string[];
}

export interface Edit extends Span {
  readonly newText: string;
}

/** One fault: how the text changes and what must be found then. */
export interface Mutant {
  readonly edits: readonly Edit[];
  /** Any of these codes is right. */
  readonly codes: readonly string[];
  /** Where it may stand, in the text as it was; a span that an edit covers is where the new words stand. */
  readonly places: readonly Span[];
  /** Codes that follow from the fault at any place: a definition whose last use is gone. */
  readonly follows?: readonly string[];
  readonly note: string;
}

/** One kind of fault: a mutant for each place of a text where it can be put, made when it is asked for. */
export interface MutationKind {
  readonly name: string;
  /** The kind is put into texts only when the product has one of these codes. */
  readonly codes: readonly string[];
  mutants(text: MutableText, pick: <T>(choices: readonly T[]) => T): Iterable<() => Mutant | undefined>;
}

export function surfaceOf({ text }: MutableText, { start, end }: Span): string {
  return text.slice(start, end);
}

export function lineOf({ text }: MutableText, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end === -1 ? text.length : end };
}

/** Whether a place stands in a sentence: headings, titles and tables of names have capitals of their own. */
export function isRunning(text: MutableText, span: Span): boolean {
  const line = lineOf(text, span.start);
  const isCell = /[\t|]/.test(text.text.slice(line.start, line.end));
  const around = isCell ? cellAround(text, line, span) : line;
  return (text.text.slice(around.start, around.end).match(/(?<![A-Za-z-])[a-z]{3,}/g) ?? []).length >= 3;
}

function cellAround({ text }: MutableText, line: Span, span: Span): Span {
  let { start, end } = span;
  while (start > line.start && !/[\t|]/.test(text.charAt(start - 1))) start--;
  while (end < line.end && !/[\t|]/.test(text.charAt(end))) end++;
  return { start, end };
}

/** `this Notice` is how a text calls itself, and tells no term. */
export function hasDeterminer({ text }: MutableText, { start }: Span): boolean {
  return /\b(?:the|an?|each|any|such|every|no|that)[\s\u00a0]+$/i.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

export function meets(spans: readonly Span[], span: Span): boolean {
  return spans.some((other) => overlaps(other, span));
}

export function isUseOf(text: MutableText, use: UseLabel, term: string): boolean {
  if (use.term !== undefined) return normaliseTerm(use.term) === normaliseTerm(term);
  return termForms(normaliseTerm(term)).includes(normaliseTerm(surfaceOf(text, use)));
}

/** The reference of the product that a label marks, when the provision itself is at hand. */
export function atHand(text: MutableText, label: ReferenceLabel): ListedReference | undefined {
  const { reading } = text.view.document;
  return listReferences(text.view).find((reference) => {
    const { start, end } = reading.toFileSpan(reference.span);
    return (
      start <= label.start &&
      end === label.end &&
      reference.target === label.target &&
      reference.resolved === 'found' &&
      reference.sites.length > 0 &&
      (text.view.document.role.kind !== 'draft' ||
        reference.sites.some((site) => site.document.role.kind === 'part'))
    );
  });
}

/** A definition that fills a line of its own, as a row of two cells or a sentence that opens with the term. */
export interface DefinitionLine {
  readonly label: DefinitionLabel;
  readonly line: Span;
  /** The offset behind the term, its quotation mark and what parts it from the meaning. */
  readonly meaning: number;
}

const rowHead = /^[\s|“"‘*]*$/;
const behindTerm = /^[”"’*]*[ ]*(?:\t|\|)[ ]*/;

/** The rows of two-column lists that stand on one line. */
export function rowLines(text: MutableText): DefinitionLine[] {
  return text.labels.definitions.flatMap((label) => {
    const line = lineOf(text, label.start);
    if (!rowHead.test(text.text.slice(line.start, label.start))) return [];
    const gap = behindTerm.exec(text.text.slice(label.end, line.end));
    if (!gap || label.end > line.end) return [];
    const meaning = label.end + gap[0].length;
    if (
      text.labels.definitions.some(
        (other) => other !== label && lineOf(text, other.start).start === line.start,
      )
    )
      return [];
    const next = text.text.slice(line.end + 1, text.text.indexOf('\n', line.end + 1));
    const isWhole = next.trim() === '' || /^[|A-Z“"0-9*]/.test(next);
    return isWhole && meaning + 5 < line.end ? [{ label, line, meaning }] : [];
  });
}

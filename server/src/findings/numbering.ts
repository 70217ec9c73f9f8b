import type { DocumentView } from '../index/documentView.js';
import type { Report, Rule } from './finding.js';
import { isJoinedLabel } from '../index/labelSigns.js';
import type { Provision } from '../syntax/documentTree.js';
import { numberGroups, type NumberedItem } from './numberGroups.js';
import { spanOver } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import { relatedTo } from './places.js';

/**
 * A clause number that is skipped, repeated or out of order, and a list that jumps from (b) to (d). Numbers whose sequence
 * tells that the text is an extract, or that labels were lost, are left alone: of a group with many breaks nothing is certain.
 * Depends on the text, and for new provisions in a draft on whether the Code at hand has them.
 */
export const numbering: Rule = {
  code: 'numbering',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    for (const { length, faults: all } of yield* view.ofOutline(heldGroups, () => faultyGroups(view))) {
      const faults = all.filter(
        (fault) => !isInserted(view, fault) && (!fault.isInDoubt || !standsBetween(view, fault)),
      );
      const isUnsure = faults.length > 2 && faults.length * 4 > length;
      if (isUnsure) continue;
      for (const fault of faults) yield reportOf(view, fault);
    }
  },
};

/** A sequence with faults, and how many numbers it has. */
interface FaultyGroup {
  readonly length: number;
  readonly faults: readonly Fault[];
}

const heldGroups = new WeakMap<object, readonly FaultyGroup[]>();

/** Depends on the outline of the text alone, and on that of the Code at hand. */
function* faultyGroups(view: DocumentView): Steps<FaultyGroup[]> {
  const groups: FaultyGroup[] = [];
  for (const group of numberGroups(view)) {
    if (!group) {
      yield;
      continue;
    }
    const faults = faultsIn(view, group);
    if (faults.length > 0) groups.push({ length: group.length, faults });
  }
  return groups;
}

interface Fault {
  readonly item: NumberedItem;
  /** The one before it in its sequence; undefined for a wrong first number. */
  readonly before: NumberedItem | undefined;
  /** The place in the sequence that it should have. */
  readonly position: number;
  /** The number that should stand there. */
  readonly expected: string;
  /** Whether numbers are left out, or one comes again or too late. */
  readonly kind: 'skipped' | 'repeated';
  /** Whether the sequence goes on as if the expected number stood there: then only this label is wrong. */
  readonly isLone: boolean;
  /** Whether no number of the sequence stands behind it, which would have to change too. */
  readonly isLast: boolean;
  /** Whether it is no fault where the number that seems to be missing stands in the words before it. */
  readonly isInDoubt: boolean;
}

/** No more numbers than these are missed by a slip; a wider gap is what an extract leaves out. */
const widestGap = 2;

function faultsIn(view: DocumentView, group: readonly NumberedItem[]): Fault[] {
  const faults: Fault[] = [];
  // Two paragraphs of a draft may be all that changes in a list, unless the words join them.
  const isExtract = view.document.role.kind === 'draft' && group[0]?.sign !== '';
  let position = 0;
  for (const [i, item] of group.entries()) {
    const before = group[i - 1];
    const expected = position + 1;
    if (item.ordinal === expected || isSuffixStep(before, item, position)) {
      position = item.ordinal;
      continue;
    }
    const next = group[i + 1];
    const isLone = next?.ordinal === expected + 1;
    const kind = item.ordinal > position ? 'skipped' : 'repeated';
    const isInDoubt = kind === 'skipped' && !isLone;
    if (isInDoubt) {
      // A gap too wide for a slip says that the text is an extract.
      if (!before || item.ordinal - expected > widestGap) return [];
      if (group.length === 2 && isExtract && !isJoinedLabel(view.document.reading, provisionOf(view, item))) {
        position = item.ordinal;
        continue;
      }
    }
    faults.push({
      item,
      before,
      position: expected,
      expected: item.format(expected),
      kind,
      isLone,
      isLast: next === undefined,
      isInDoubt,
    });
    position = isLone ? expected : item.ordinal;
  }
  return faults;
}

/** `D9.4A` behind `D9.4`, `5B` behind `5A`, and any suffix that comes later: they are put between. */
function isSuffixStep(before: NumberedItem | undefined, item: NumberedItem, position: number): boolean {
  if (!before || item.ordinal !== position || item.suffix === '') return false;
  return item.suffix.length > before.suffix.length || item.suffix > before.suffix;
}

/** What follows a clause's number: its words or its heading, no unit and no further digit. */
const opensWords = /^[.:]?[\s\u00a0]+[A-Z“"[(]/;

/** Whether the number that seems to be missing stands in the words between the two, where no line begins with it. */
function standsBetween(view: DocumentView, { before, item, position }: Fault): boolean {
  if (!before) return false;
  const start = provisionOf(view, before).label.end;
  const between = view.document.reading.slice(start, provisionOf(view, item).label.start);
  for (let ordinal = position; ordinal < item.ordinal; ordinal++) {
    const sign = item.format(ordinal);
    for (let at = between.indexOf(sign); at !== -1; at = between.indexOf(sign, at + 1)) {
      const isWhole =
        !/[A-Za-z0-9.(]/.test(between[at - 1] ?? ' ') &&
        (item.sign !== '' || opensWords.test(between.slice(at + sign.length, at + sign.length + 6)));
      if (isWhole && !isReferred(view, start + at)) return true;
    }
  }
  return false;
}

const ordersInsertion =
  /\b(?:insert|add|substitut|replac)(?:s|ed|e|es|ing)?\b[^.;]{0,120}[:—–][\s\u00a0“"]*$/i;

/** `(b) after paragraph (d), insert:` above `(e) …`: what is put into another list has the number of that list. */
function isInserted(view: DocumentView, { before, item }: Fault): boolean {
  if (!before) return false;
  const { start } = provisionOf(view, item).label;
  const words = view.document.reading.slice(
    Math.max(provisionOf(view, before).label.end, start - 200),
    start,
  );
  return ordersInsertion.test(words);
}

function isReferred({ document }: DocumentView, offset: number): boolean {
  return spanOver(document.references, offset) !== undefined;
}

function provisionOf(view: DocumentView, { index }: NumberedItem): Provision {
  return view.document.tree.provisions[index] as Provision;
}

function reportOf(view: DocumentView, { item, before, expected, kind, isLone, isLast }: Fault): Report {
  const { document } = view;
  const isOne = isLone || (isLast && kind === 'repeated');
  const mend = isOne
    ? 'Correct the number.'
    : kind === 'skipped'
      ? `Number ${isLast ? 'it' : 'it and what follows'} anew, or keep the number with “Not used”.`
      : 'Number it and what follows anew.';
  return {
    span: provisionOf(view, item).label,
    message: `${whatIsWrong(item, before, expected, kind)}. ${mend}`,
    related: before
      ? [relatedTo(document, provisionOf(view, before).label, `${before.written} stands here`)]
      : [],
    ...(isOne || (isLast && item.sign !== '') ? { replacements: [replacement(item, expected)] } : {}),
  };
}

function whatIsWrong(
  { written }: NumberedItem,
  before: NumberedItem | undefined,
  expected: string,
  kind: Fault['kind'],
): string {
  if (!before) return `${written} comes first: ${expected} is expected here`;
  return `${written} follows ${before.written}: ${expected} is ${kind === 'skipped' ? 'missing' : 'expected here'}`;
}

/** The label as it is written with the right number in it: `(c)`, `c)`, `D9.5`. */
function replacement({ written, sign }: NumberedItem, expected: string): string {
  return sign === '' ? expected : written.replace(sign, expected.replace(/[()]/g, ''));
}

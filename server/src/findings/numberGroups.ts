import type { DocumentView } from '../index/documentView.js';
import { isDoubtfulLabel, isJoinedLabel } from '../index/labelSigns.js';
import { formatLabel, insertedBehind, readLabel, type LabelReading } from '../model/numerals.js';
import { formatOwner } from '../model/provisionId.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Reading } from '../text/reading.js';

/** A provision in a sequence of numbers or labels. It holds no offsets, so that it stays right while other words change. */
export interface NumberedItem {
  /** Index of the provision in its tree. */
  readonly index: number;
  readonly ordinal: number;
  /** `A` in `9.4A`, or empty. */
  readonly suffix: string;
  /** How its number is shown: `D9.4`, `(c)`. */
  readonly written: string;
  /** The sign of a list label without brackets, or empty for a number. */
  readonly sign: string;
  /** The number of another place in the sequence, in the same form. */
  format(ordinal: number): string;
}

/** So many provisions are looked at in one step. */
const provisionsInStep = 250;

interface Sibling {
  readonly index: number;
  readonly provision: Provision;
}

/**
 * The sequences of numbers of a text whose order can be judged: the clauses below one provision, and each list. A number that
 * begins again at one opens a new sequence, and the one that it interrupts may go on behind it. Extracts have none: a draft's
 * clauses (but for those below a provision that the draft adds), clauses of the Code in a paper, and sequences that do not
 * begin at one. Gives nothing now and then, to let others work.
 */
export function* numberGroups(view: DocumentView): Iterable<readonly NumberedItem[] | void> {
  const { provisions } = view.document.tree;
  // The lists below a provision by its index, clauses by their numbers' head too.
  const byParent = new Map<number | string, Sibling[]>();
  for (let index = 0; index < provisions.length; index++) {
    const provision = provisions[index] as Provision;
    if (index % provisionsInStep === provisionsInStep - 1) yield;
    if (provision.number === '' && provision.levels.length === 0) continue;
    const { parent, levels, number } = provision;
    const key = levels.length > 0 ? parent : `${parent} ${prefixOf(number)}`;
    const siblings = byParent.get(key);
    if (siblings) siblings.push({ index, provision });
    else byParent.set(key, [{ index, provision }]);
  }
  let looked = 0;
  for (const siblings of byParent.values()) {
    if (siblings.length < 2) continue;
    if (looked > provisionsInStep) {
      looked = 0;
      yield;
    }
    looked += siblings.length;
    const isList = (siblings[0] as Sibling).provision.levels.length > 0;
    const groups = isList
      ? listsOf(view, siblings)
      : isWhole(view, siblings)
        ? clausesOf(view, siblings)
        : [];
    for (const group of groups) if (group.length > 1 && beginsAtOne(group)) yield group;
  }
}

function prefixOf(number: string): string {
  return number.slice(0, number.lastIndexOf('.') + 1);
}

/** A wrong first number is told by the second; any other beginning is that of an extract. */
function beginsAtOne([first, second]: readonly NumberedItem[]): boolean {
  return first?.ordinal === 1 || second?.ordinal === 2;
}

// ---- clauses ----------------------------------------------------------------------------------------------------------------

/** Whether the clauses below a provision are all there: in a part of the Code, in a paper of its own, in what a draft adds. */
function isWhole(view: DocumentView, siblings: readonly Sibling[]): boolean {
  const first = siblings[0]?.provision;
  if (!first) return false;
  const { role, tree } = view.document;
  if (role.kind === 'part') return formatOwner(first.owner) === role.key;
  if (role.kind === 'paper') return first.owner.kind === 'own' || first.owner.kind === 'annex';
  const holder = tree.provisions[first.parent];
  if (!holder || holder.number === '') return false;
  const holders = view.code.parts.get(formatOwner(first.owner));
  return holders !== undefined && holders.every(({ provisionIndex }) => !provisionIndex.has(holder.key));
}

function clausesOf(view: DocumentView, siblings: readonly Sibling[]): NumberedItem[][] {
  const items: NumberedItem[] = [];
  for (const sibling of siblings) {
    const item = clauseItem(sibling);
    if (!item) return [];
    items.push(item);
  }
  const isTop = prefixOf((siblings[0] as Sibling).provision.number) === '';
  return isTop ? sequences(items, view.document.role.kind === 'paper') : [items];
}

function clauseItem({ index, provision }: Sibling): NumberedItem | undefined {
  const { number, owner } = provision;
  const prefix = prefixOf(number);
  const last = /^(\d+)([A-Z]*)$/.exec(number.slice(prefix.length));
  if (!last) return undefined;
  const lead = (owner.kind === 'section' ? owner.letter : '') + prefix;
  return {
    index,
    ordinal: Number(last[1]),
    suffix: last[2] ?? '',
    written: lead + number.slice(prefix.length),
    sign: '',
    format: (ordinal) => `${lead}${ordinal}`,
  };
}

// ---- lists ------------------------------------------------------------------------------------------------------------------

/** The lists below one provision; none where a label may be no label, or stands apart from its words. */
function listsOf({ document: { reading: text } }: DocumentView, all: readonly Sibling[]): NumberedItem[][] {
  // `(ba)` stands between (b) and (c), which follow each other.
  const siblings = all.filter((sibling) => insertedBehind(signOf(sibling)) === undefined);
  if (siblings.some(({ provision }) => isDoubtfulLabel(text, provision))) return [];
  const groups: NumberedItem[][] = [];
  let group: NumberedItem[] = [];
  let reading: LabelReading | undefined;
  for (let i = 0; i < siblings.length; i++) {
    const sibling = siblings[i] as Sibling;
    const sign = signOf(sibling);
    const next = siblings[i + 1];
    const chosen = chooseReading(sign, reading, next && signOf(next));
    if (!chosen) return [];
    const begins =
      reading === undefined ||
      chosen.style !== reading.style ||
      (chosen.ordinal === 1 && !comesTwice(text, siblings, i, reading));
    if (begins) groups.push((group = []));
    group.push(listItem(text, sibling, chosen));
    reading = chosen;
  }
  return groups.map(withoutInserted);
}

/** `(a) …; (a) …; (c) …`: the first sign stands in place of the second, and opens no list. */
function comesTwice(
  text: Reading,
  siblings: readonly Sibling[],
  index: number,
  before: LabelReading,
): boolean {
  if (before.ordinal !== 1) return false;
  const next = siblings[index + 1];
  const goesOn =
    next !== undefined && readLabel(signOf(next)).some((r) => r.style === before.style && r.ordinal === 3);
  return goesOn || isJoinedLabel(text, (siblings[index] as Sibling).provision);
}

/** `(i)` goes on from `(h)`, or opens numerals of its own where `(ii)` follows. */
function chooseReading(
  sign: string,
  before: LabelReading | undefined,
  next: string | undefined,
): LabelReading | undefined {
  const readings = readLabel(sign);
  const goesOn = readings.find((r) => r.style === before?.style && r.ordinal === before.ordinal + 1);
  if (goesOn) return goesOn;
  const following = next === undefined ? [] : readLabel(next);
  // `(g)`, `(i)`, `(j)`: a list that lost one.
  const skipped = readings.find(
    (r) =>
      r.style === before?.style &&
      r.ordinal === before.ordinal + 2 &&
      following.some((n) => n.style === r.style && n.ordinal === r.ordinal + 1),
  );
  if (skipped) return skipped;
  const first = readings.find(({ ordinal }) => ordinal === 1);
  if (first) return first;
  const same = readings.find(({ style }) => style === before?.style);
  if (same) return same;
  return (
    readings.find((r) => following.some((n) => n.style === r.style && n.ordinal === r.ordinal + 1)) ??
    readings[0]
  );
}

function signOf({ provision }: Sibling): string {
  return provision.levels.at(-1) as string;
}

function listItem(text: Reading, sibling: Sibling, { style, ordinal }: LabelReading): NumberedItem {
  const { index, provision } = sibling;
  const sign = signOf(sibling);
  const label = text.slice(provision.label.start, provision.label.end);
  return {
    index,
    ordinal,
    suffix: '',
    written: label,
    sign,
    format: (other) => label.replace(sign, formatLabel(style, other)),
  };
}

/** `(aa)` between `(a)` and `(b)` was put in later and takes part in no sequence. */
function withoutInserted(group: readonly NumberedItem[]): NumberedItem[] {
  return group.filter(({ sign, ordinal }, i) => {
    const before = group[i - 1];
    const isDoubled = before !== undefined && sign.length > 1 && ordinal > 26 && before.ordinal < 26;
    return !isDoubled;
  });
}

// ---- sequences --------------------------------------------------------------------------------------------------------------

/**
 * Parts numbers where they begin again at one, and joins what goes on behind such an inner sequence. In a paper one behind one
 * begins anew: the first may be that of an address.
 */
function sequences(items: readonly NumberedItem[], isPaper: boolean): NumberedItem[][] {
  const groups: NumberedItem[][] = [];
  const open: NumberedItem[][] = [];
  for (const [i, item] of items.entries()) {
    const current = open.at(-1);
    const last = current?.at(-1);
    if (!current || !last || beginsAnew(item, last, items[i + 1], isPaper)) {
      const group = [item];
      groups.push(group);
      open.push(group);
      continue;
    }
    if (item.ordinal !== last.ordinal + 1) {
      const outer = open.findLastIndex(
        (group) => (group.at(-1) as NumberedItem).ordinal + 1 === item.ordinal,
      );
      if (outer !== -1) open.length = outer + 1;
    }
    (open.at(-1) as NumberedItem[]).push(item);
  }
  return groups;
}

function beginsAnew(
  item: NumberedItem,
  last: NumberedItem,
  next: NumberedItem | undefined,
  isPaper: boolean,
): boolean {
  if (item.ordinal !== 1 || item.suffix !== '') return false;
  return last.ordinal !== 1 || (isPaper && next?.ordinal !== 3);
}

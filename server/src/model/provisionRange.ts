import { readLabel } from './numerals.js';
import { formatOwner, type ProvisionId } from './provisionId.js';

/**
 * Whether a provision stands strictly between the two ends of a range as they are written: `D1.2` between `D1.1` and `D1.4`,
 * `(b)` between `(a)` and `(c)`, Schedule 2 between Schedules 1 and 3. What is below one of them (`D1.2(a)`) does not.
 */
export function isBetween(from: ProvisionId, through: ProvisionId, id: ProvisionId): boolean {
  if (from.owner.kind !== through.owner.kind || from.owner.kind !== id.owner.kind) return false;
  if (formatOwner(from.owner) !== formatOwner(through.owner)) return isPartBetween(from, through, id);
  if (formatOwner(id.owner) !== formatOwner(from.owner)) return false;
  if (!isSamePath(from.divisions, id.divisions) || !isSamePath(from.divisions, through.divisions))
    return false;
  if (from.levels.length !== through.levels.length || from.levels.length !== id.levels.length) return false;
  if (from.levels.length > 0) return isLabelBetween(from, through, id);
  return isNumberBetween(from.number, through.number, id.number);
}

function isPartBetween(from: ProvisionId, through: ProvisionId, id: ProvisionId): boolean {
  const isWhole = [from, through, id].every(
    ({ number, levels, divisions }) => number === '' && levels.length === 0 && divisions.length === 0,
  );
  if (!isWhole) return false;
  const [first, last, between] = [from, through, id].map(({ owner }) => formatOwner(owner)) as [
    string,
    string,
    string,
  ];
  return compareParts(first, between) < 0 && compareParts(between, last) < 0;
}

/** `B` before `AA`, `Schedule 9` before `Schedule 10`. */
function compareParts(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

function isLabelBetween(from: ProvisionId, through: ProvisionId, id: ProvisionId): boolean {
  if (from.number !== through.number || from.number !== id.number) return false;
  const outer = from.levels.slice(0, -1);
  if (!isSamePath(outer, through.levels.slice(0, -1)) || !isSamePath(outer, id.levels.slice(0, -1)))
    return false;
  const lasts = readLabel(through.levels.at(-1) as string);
  const labels = readLabel(id.levels.at(-1) as string);
  return readLabel(from.levels.at(-1) as string).some(({ style, ordinal }) => {
    const last = lasts.find((reading) => reading.style === style);
    const label = labels.find((reading) => reading.style === style);
    return last && label && ordinal < label.ordinal && label.ordinal < last.ordinal;
  });
}

/** Numbers of one depth that differ in their last place; `9.4A` stands between `9.4` and `9.5`. */
function isNumberBetween(from: string, through: string, number: string): boolean {
  const [first, last, between] = [from, through, number].map((text) => text.split('.')) as [
    string[],
    string[],
    string[],
  ];
  if (first.length !== last.length || first.length !== between.length) return false;
  const outer = first.slice(0, -1);
  if (!isSamePath(outer, last.slice(0, -1)) || !isSamePath(outer, between.slice(0, -1))) return false;
  const at = first.length - 1;
  const low = compareNumbers(first[at] as string, between[at] as string);
  return low < 0 && compareNumbers(between[at] as string, last[at] as string) < 0;
}

/** `9` before `9A` before `10`. */
function compareNumbers(a: string, b: string): number {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  return difference || a.length - b.length || (a < b ? -1 : Number(a > b));
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

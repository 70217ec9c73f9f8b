/** A number at the head of a line, with what tells a clause number from any other number. */
export interface NumberCandidate {
  /** The number of the provision before it in the same part, or empty. */
  readonly last: string;
  readonly number: string;
  /** Whether a point follows (`4.`). */
  readonly dotted: boolean;
  /** The words behind it on its line. */
  readonly rest: string;
  /** Whether it stands alone on its line with text below. */
  readonly alone: boolean;
}

/** Units are written small; months, and Working Days as a defined term, with capitals. */
const unit =
  /^(?:%|(?:days?|months?|years?|hours?|minutes?|seconds?|weeks?|st|nd|rd|th)\b|(?:[Ww]orking|[Bb]usiness|[Cc]alendar)[\s\u00a0]+[Dd]ays?\b(?![\s\u00a0]+(?:means?|has|shall)\b)|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:kWh?|MHz|GHz|MB|GB|kB)\b)/;

/** Whether the number opens a provision: it goes on from the number before, or begins a text that is an extract. */
export function acceptsNumber(candidate: NumberCandidate): boolean {
  const { number, rest, last } = candidate;
  const parts = valuesOf(number);
  if (parts.includes(0)) return false;
  if (rest === '' && !candidate.alone) return false;
  if (
    unit.test(rest) ||
    /^[/,)%]/.test(rest) ||
    (/^[£$€]/.test(rest) && !candidate.dotted) ||
    /^[–-]\s?\d/.test(rest)
  )
    return false;
  const opensText = /^[A-Z0-9“"‘'([{*•£$€]/.test(rest) || rest === '';
  if (parts.length === 1) return acceptsTop(candidate, parts[0] as number, opensText);
  if (last === '') return opensText || /^[a-z]/.test(rest);
  const before = valuesOf(last);
  if (isNext(before, parts) || isNext(nextOf(before), parts)) return true;
  if (!opensText) return false;
  const [top = 0] = parts;
  const [lastTop = 0] = before;
  return top === lastTop || top === lastTop + 1 || compare(parts, before) > 0;
}

/** `15.5A` is 15 and 5: the digits at the head of each part. */
function valuesOf(number: string): number[] {
  const values: number[] = [];
  let value = 0;
  for (let i = 0; i < number.length; i++) {
    const code = number.charCodeAt(i);
    if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    if (code !== 46) continue;
    values.push(value);
    value = 0;
  }
  values.push(value);
  return values;
}

function acceptsTop(
  { last, dotted, rest, alone }: NumberCandidate,
  value: number,
  opensText: boolean,
): boolean {
  const before = last === '' ? 0 : Number.parseInt(last, 10);
  const isNextTop = value === before + 1;
  if (dotted) {
    if (isNextTop) return true;
    if (!opensText) return false;
    return last === '' || value === 1 || (value >= before && value <= before + 5);
  }
  if (alone) return isNextTop;
  return isNextTop && /^[A-Z“"‘([]/.test(rest);
}

/** `15.5` after `15.4`, `15.4.1`, or `15`; `16.1` after anything in 15 needs 16 first, or comes right behind it. */
function isNext(before: readonly number[], parts: readonly number[]): boolean {
  const depth = parts.length - 1;
  const value = parts[depth] as number;
  for (let i = 0; i < depth; i++) if (parts[i] !== before[i]) return false;
  return value === (before[depth] ?? 0) + 1 || value === before[depth];
}

/** The number behind one, at its own depth: where it was left out, the one behind it goes on from it. */
function nextOf(before: readonly number[]): number[] {
  return [...before.slice(0, -1), (before.at(-1) ?? 0) + 1];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

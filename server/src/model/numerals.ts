/** How the labels of one list level are written. `roman` and `alpha` share signs such as (i), (v) and (c). */
export type LabelStyle = 'alpha' | 'roman' | 'ALPHA' | 'ROMAN' | 'number';

export interface LabelReading {
  readonly style: LabelStyle;
  /** The place in its list, from 1. */
  readonly ordinal: number;
}

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a lower-case roman numeral in its usual form (`iv`, not `iiii`), or undefined. */
export function parseRoman(text: string): number | undefined {
  let total = 0;
  let highest = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const value = romanValues[text[i] as string];
    if (value === undefined) return undefined;
    total += value < highest ? -value : value;
    highest = Math.max(highest, value);
  }
  return total > 0 && formatRoman(total) === text ? total : undefined;
}

const romanSigns: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export function formatRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [amount, sign] of romanSigns) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}

/** `a` is 1, `z` 26, `aa` 27, `bb` 28: the Code doubles the letter; undefined for anything else. */
export function parseAlpha(text: string): number | undefined {
  if (!/^([a-z])\1{0,3}$/.test(text)) return undefined;
  return text.charCodeAt(0) - 96 + 26 * (text.length - 1);
}

export function formatAlpha(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

/** Every way to read a label's inner text: `(i)` is the ninth letter or the first roman numeral. The letter comes first. */
export function readLabel(inner: string): readonly LabelReading[] {
  const held = knownLabels.get(inner);
  if (held) return held;
  const readings = readNewLabel(inner);
  // Labels are few and short; a text full of others must not fill the memory.
  if (knownLabels.size < 2000) knownLabels.set(inner, readings);
  return readings;
}

/**
 * The label that one was put in behind: `b` of `ba`, `iii` of `iiia`. Undefined for a label of a place of its own, and for one that
 * no letter is put to.
 */
export function insertedBehind(inner: string): string | undefined {
  const before = inner.slice(0, -1);
  const isPlace = readLabel(inner).length > 0 || !/^[a-z]{2,5}$/.test(inner);
  return isPlace || readLabel(before).length === 0 ? undefined : before;
}

const knownLabels = new Map<string, readonly LabelReading[]>();

function readNewLabel(inner: string): LabelReading[] {
  const readings: LabelReading[] = [];
  if (/^\d{1,3}$/.test(inner)) return [{ style: 'number', ordinal: Number(inner) }];
  const lower = inner.toLowerCase();
  const upper = inner !== lower;
  if (upper && inner !== inner.toUpperCase()) return readings;
  const alpha = parseAlpha(lower);
  if (alpha !== undefined) readings.push({ style: upper ? 'ALPHA' : 'alpha', ordinal: alpha });
  const roman = parseRoman(lower);
  if (roman !== undefined) readings.push({ style: upper ? 'ROMAN' : 'roman', ordinal: roman });
  return readings;
}

/** The label of the given place in a list of that style, without brackets. */
export function formatLabel(style: LabelStyle, ordinal: number): string {
  switch (style) {
    case 'alpha':
      return formatAlpha(ordinal);
    case 'ALPHA':
      return formatAlpha(ordinal).toUpperCase();
    case 'roman':
      return formatRoman(ordinal);
    case 'ROMAN':
      return formatRoman(ordinal).toUpperCase();
    case 'number':
      return String(ordinal);
  }
}

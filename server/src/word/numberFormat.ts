import { formatAlpha } from '../model/numerals.js';

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
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
/** Word itself prints no roman numeral beyond it. */
const highestRoman = 32_767;

/**
 * A number as Word prints it in a list (ECMA-376, ST_NumberFormat): letters behind z are doubled (aa, bb).
 * @returns undefined for a format that is not known here
 */
export function formatNumber(value: number, format: string): string | undefined {
  switch (format) {
    case 'decimal':
      return String(value);
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'lowerLetter':
      return value < 1 ? String(value) : formatAlpha(value);
    case 'upperLetter':
      return value < 1 ? String(value) : formatAlpha(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`;
    case 'cardinalText':
      return value >= 1 && value <= 20 ? capitalised(cardinals[value - 1] as string) : undefined;
    case 'ordinalText':
      return value >= 1 && value <= 20 ? capitalised(ordinals[value - 1] as string) : undefined;
    case 'none':
      return '';
    default:
      return undefined;
  }
}

const cardinals =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function roman(value: number): string {
  if (value < 1 || value > highestRoman) return String(value);
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

function ordinalEnding(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

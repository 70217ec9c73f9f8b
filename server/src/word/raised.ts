import { valueOf, type XmlElement } from './xml.js';

/** How letters stand to the line. */
export type Raised = 'superscript' | 'subscript' | undefined;

/** Half points by which letters are set off their line for the meaning; less is typography. */
const leastOffset = 4;

/**
 * How the properties of a run or a style set letters to the line: raised and lowered as such, or moved by hand
 * (`w:position`, which LibreOffice writes too); undefined where they say nothing of it.
 */
export function raisedOf(properties: XmlElement | undefined): NonNullable<Raised> | 'baseline' | undefined {
  const value = valueOf(properties, 'w:vertAlign');
  if (value === 'superscript' || value === 'subscript' || value === 'baseline') return value;
  const offset = Number(valueOf(properties, 'w:position') ?? 0);
  if (!(Math.abs(offset) >= leastOffset)) return undefined;
  return offset > 0 ? 'superscript' : 'subscript';
}

const digits = '0123456789+−-';
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻';

function isNumber(text: string): boolean {
  return /^[0-9+−-]+$/.test(text);
}

/** Whether words say the same in plain text: digits have raised signs of their own (m³), and 1st needs none. */
export function keepsMeaning(text: string, raised: Raised): boolean {
  if (text.trim() === '' || raised === undefined) return true;
  return raised === 'superscript' && (isNumber(text) || /^(?:st|nd|rd|th)$/.test(text.trim()));
}

/** Raised digits as signs of their own; all other text as it is. */
export function raise(text: string, raised: Raised): string {
  if (raised !== 'superscript' || !isNumber(text)) return text;
  return text.replace(/./g, (sign) => raisedDigits.charAt(digits.indexOf(sign)));
}

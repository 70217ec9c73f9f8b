/** How letters stand to the line. */
export type Raised = 'superscript' | 'subscript' | undefined;

/** @param value that of `w:vertAlign` */
export function raisedOf(value: string | undefined): Raised {
  return value === 'superscript' || value === 'subscript' ? value : undefined;
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

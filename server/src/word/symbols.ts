/** What the font Symbol shows for its signs from 0x20 to 0x7E. */
const symbolLow =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
/** The same from 0xA1 to 0xFE; a space where it has no sign that text has. */
const symbolHigh =
  'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…   ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑         〉∫⌠ ⌡         ';

const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/**
 * The character that a sign of a symbol font shows.
 * @param code as in `w:sym`: hexadecimal, from F000 for the fonts that have their own signs
 * @returns undefined when it is not known
 */
export function symbolCharacter(font: string, code: string): string | undefined {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value)) return undefined;
  const own = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  if (/^symbol$/i.test(font)) return symbolOf(own);
  if (/^wingdings$/i.test(font)) return wingdings[own];
  return value >= 0xf000 && value <= 0xf8ff ? undefined : String.fromCodePoint(value);
}

function symbolOf(code: number): string | undefined {
  const sign = code >= 0xa1 ? symbolHigh[code - 0xa1] : symbolLow[code - 0x20];
  return sign === ' ' && code !== 0x20 ? undefined : sign;
}

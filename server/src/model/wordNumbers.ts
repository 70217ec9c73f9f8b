/* Words as numbers: to look one up that way makes no string. Other words may have the same number. */

const seed = 0x01000193;

/** The number of letters and signs put one behind the other. */
export function addCode(number: number, code: number): number {
  return Math.imul(number ^ code, seed);
}

/** The number of the letters, small or capital, that a text has from a place on. */
export function numberOfLetters(text: string, from: number, limit: number): number {
  let number = 0;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90))) break;
    number = addCode(number, code);
  }
  return number;
}

/** The unit in which a client counts the characters of a line (Language Server Protocol, PositionEncodingKind). */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/**
 * How many units the characters between two UTF-16 offsets take.
 * "é😀" from 0 to 3: 3 in utf-16, 6 in utf-8, 2 in utf-32.
 */
export function countUnits(text: string, start: number, end: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return end - start;
  let units = 0;
  for (let at = behindPair(text, start); at < end;) {
    const code = text.codePointAt(at) as number;
    units += unitsOf(code, encoding);
    at += code > 0xffff ? 2 : 1;
  }
  return units;
}

/**
 * The UTF-16 offset that lies a number of units behind `start`; never past `limit`, and never inside a character: units that
 * end inside of one give its start.
 */
export function offsetBehind(
  text: string,
  start: number,
  units: number,
  limit: number,
  encoding: PositionEncoding,
): number {
  if (encoding === 'utf-16') return Math.min(start + units, limit);
  let rest = units;
  let at = behindPair(text, start);
  while (at < limit) {
    const code = text.codePointAt(at) as number;
    const size = unitsOf(code, encoding);
    if (size > rest) return at;
    rest -= size;
    at += code > 0xffff ? 2 : 1;
  }
  return limit;
}

/** The offset itself, or the next one where it lies between the halves of a character: the first half counts for both. */
function behindPair(text: string, offset: number): number {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset + 1 : offset;
}

function unitsOf(code: number, encoding: 'utf-8' | 'utf-32'): number {
  if (encoding === 'utf-32' || code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code > 0xffff ? 4 : 3;
}

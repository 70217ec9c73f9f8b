import type { TextProblem } from '../index/documentFacts.js';

/** The most characters that one line may have before a text is read for references and terms only. */
export const longestLine = 1_000_000;

export type Decoded =
  | { readonly text: string; readonly problem: TextProblem | undefined }
  /** Why the bytes are no text. */
  | { readonly refused: string };

/**
 * Turns a file's bytes into text: UTF-8 (a byte order mark is left out), else Windows-1252, said as a problem.
 * A file with NUL bytes is no text. A file over `maxSize` bytes or with a very long line is read, and marked.
 */
export function decodeText(bytes: Uint8Array, maxSize: number): Decoded {
  if (bytes.subarray(0, 1_000_000).includes(0)) {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return {
      refused: isUtf16
        ? 'it is UTF-16 text: save it as UTF-8'
        : 'it holds NUL bytes and is no text: give its text as a .sec, .txt or .md file',
    };
  }
  const { text, isUtf8 } = decode(bytes);
  const problem = sizeProblem(text, bytes.length, maxSize);
  if (problem || isUtf8) return { text, problem };
  return { text, problem: { kind: 'not-utf8', detail: 'it is not UTF-8 and was read as Windows-1252' } };
}

/** What is wrong with a text that an editor holds, which came through no bytes. */
export function textProblem(text: string, maxSize: number): TextProblem | undefined {
  return sizeProblem(text, text.length, maxSize);
}

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: decodeWindows1252(bytes), isUtf8: false };
  }
}

/** What Windows-1252 has from 0x80 to 0x9F; the five that it leaves open are control characters, as on the web. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not by TextDecoder: that of some Node versions reads these bytes as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] as string);
}

function sizeProblem(text: string, size: number, maxSize: number): TextProblem | undefined {
  if (size > maxSize) {
    const limit = `${Number((maxSize / 1e6).toPrecision(2))} MB`;
    return {
      kind: 'too-large',
      detail: `it is over ${limit}: only references and terms were looked at (setting maxFileSize)`,
    };
  }
  if (hasLongLine(text)) {
    return {
      kind: 'long-line',
      detail: 'it has a line of over 1 MB: only references and terms were looked at',
    };
  }
  return undefined;
}

function hasLongLine(text: string): boolean {
  // From each start, the farthest break that a short line may have: most lines are passed over.
  for (let at = 0; text.length - at > longestLine;) {
    const end = text.lastIndexOf('\n', at + longestLine);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}

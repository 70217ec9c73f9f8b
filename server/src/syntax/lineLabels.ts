import type { Span } from '../text/span.js';
import { isTitleLike } from './partTitles.js';

/** A number or sign at the head of a line. */
export type LineLabel =
  /** `D9`, `D9.4`, `K5A`, `D9.4A`: a letter of a Section and its numbers. */
  | (Span & { readonly kind: 'lettered'; readonly letter: string; readonly number: string })
  /** `1`, `1.`, `15.5`, `2.3.1.7`; `Condition 4.` of a licence, `Section 2 – Term`, whose word comes before the span. */
  | (Span & {
      readonly kind: 'numbered';
      readonly number: string;
      readonly dotted: boolean;
      /** The word before the number, in small letters, or empty. */
      readonly word: string;
    })
  /** `(a)`, `a)`, `i.`, `A.`: `inner` is the sign without brackets. */
  | (Span & { readonly kind: 'level'; readonly inner: string; readonly form: 'bracket' | 'half' | 'point' });

const lettered = /([A-Z])(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)[.:]?(?=[\s\u00a0]|$)/y;
const numbered = /(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)(\.?)(?=[\s\u00a0]|$)/y;
/**
 * `Condition 4. Payments`, `SECTION 4: PAYMENTS`, `Article 4 – Payments`, `Condition 4` alone: the head of a clause, and no
 * sentence about one.
 */
const wordedHead =
  /((C(?:ondition|ONDITION)|S(?:ection|ECTION)|C(?:lause|LAUSE)|A(?:rticle|RTICLE))[ \t\u00a0]+)(\d{1,3}[A-Z]?)(?:[.:](?=[ \t\u00a0]+[A-Z“"])|(?=[ \t\u00a0]+[–—-][ \t\u00a0]+[A-Z])|[.:]?(?=[ \t\r]*(?:\n|$)))/y;
const bracketed = /\(([a-z]{1,7}|[A-Z]{1,7}|\d{1,3})\)(?=[\s\u00a0(]|$|[A-Za-z“"‘'[{])/y;
const halfBracketed = /([a-z]{1,4}|[A-Z]{1,2}|\d{1,2})\)(?=[\s\u00a0]|$)/y;
const pointed = /([a-z]{1,5}|[A-Z])\.(?=[\s\u00a0])/y;

/** The label at `start` of a trimmed line, or undefined. What it means depends on what stands before it. */
export function readLineLabel(text: string, line: Span): LineLabel | undefined {
  const code = text.charCodeAt(line.start);
  const isDigit = code >= 48 && code <= 57;
  const isUpper = code >= 65 && code <= 90;
  const isLower = code >= 97 && code <= 122;
  if (!isDigit && !isUpper && !isLower && code !== 40) return undefined;
  const at = line.start;
  if (code === 40) {
    const match = run(bracketed, text, at, line.end);
    return match
      ? { kind: 'level', inner: match[1] as string, form: 'bracket', start: at, end: at + match[0].length }
      : undefined;
  }
  if (isUpper) {
    const head = /[ACS]/.test(text.charAt(at)) ? run(wordedHead, text, at, line.end) : null;
    if (head && opensClause(text, head, line)) {
      const start = at + (head[1] as string).length;
      return {
        kind: 'numbered',
        number: head[3] as string,
        dotted: true,
        word: (head[2] as string).toLowerCase(),
        start,
        end: at + head[0].length,
      };
    }
    const match = run(lettered, text, at, line.end);
    if (match) {
      return {
        kind: 'lettered',
        letter: match[1] as string,
        number: match[2] as string,
        start: at,
        end: at + match[0].length,
      };
    }
  }
  if (isDigit) {
    const match = run(numbered, text, at, line.end);
    if (match) {
      const number = match[1] as string;
      return {
        kind: 'numbered',
        number,
        dotted: match[2] === '.',
        word: '',
        start: at,
        end: at + match[0].length,
      };
    }
  }
  const half = run(halfBracketed, text, at, line.end);
  if (half)
    return { kind: 'level', inner: half[1] as string, form: 'half', start: at, end: at + half[0].length };
  const point = isDigit ? null : run(pointed, text, at, line.end);
  if (point)
    return { kind: 'level', inner: point[1] as string, form: 'point', start: at, end: at + point[0].length };
  return undefined;
}

/** `Section 4` alone on its line may be named in a list: only a licence writes its conditions so, others in capitals. */
function opensClause(text: string, [head, , word = '']: RegExpExecArray, line: Span): boolean {
  if (/^condition$/i.test(word) || word === word.toUpperCase()) return true;
  return line.start + head.length < line.end && isTitleLike(text.slice(line.start + head.length, line.end));
}

function run(pattern: RegExp, text: string, at: number, end: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && pattern.lastIndex <= end ? match : null;
}

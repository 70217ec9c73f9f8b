import type { Span } from './span.js';

/** A text's pieces with the breaks inside words left out. */
interface JoinedWords {
  /** What of the file stays, in order; undefined where all of it does. */
  readonly pieces: readonly Span[] | undefined;
  /** In the text of the pieces, the first place behind each joined word where the line may break instead. */
  readonly breaks: readonly number[];
}

/**
 * Joins words that a line break cuts in two, as lines of a PDF do (`Smart Meter-` / `ing System`, `Security Sub-` /
 * `Committee`): what goes on in small letters loses its hyphen, what goes on with a capital keeps it. A rule of the two lines
 * alone, so that a stretch of a text reads as it does in the whole.
 *
 * @param pieces what stays of the text; all of it when it is undefined
 * @param from where legal text begins, behind front matter
 */
export function joinBrokenWords(
  text: string,
  pieces: readonly Span[] | undefined,
  from: number,
): JoinedWords {
  const cuts = findCuts(text, from);
  if (cuts.length === 0) return { pieces, breaks: [] };
  const kept: Span[] = [];
  const breaks: number[] = [];
  let length = 0;
  let next = 0;
  const keep = (start: number, end: number): void => {
    if (end <= start) return;
    kept.push({ start, end });
    length += end - start;
  };
  for (const piece of pieces ?? [{ start: 0, end: text.length }]) {
    let at = piece.start;
    while (next < cuts.length && (cuts[next] as Span).start < piece.start) next++;
    for (let cut = cuts[next]; cut && cut.end < piece.end; cut = cuts[++next]) {
      keep(at, cut.start);
      at = cut.end;
      breaks.push(length);
    }
    keep(at, piece.end);
  }
  return { pieces: kept, breaks };
}

/** Compounds that keep their hyphen in small letters. */
const keepsHyphen = /(?:^|[^A-Za-z])(?:non|self|well|cross|multi|semi|quasi)$/i;
const goesOnSmall = /[ \t\u00a0]{0,80}[a-z]{2}/y;
const goesOnHigh = /[ \t\u00a0]{0,80}[A-Z][a-z]/y;
const smallWord = /(?:^|[^A-Za-z0-9-])[A-Za-z]+[a-z]$/;
const highWord = /(?:^|[^A-Za-z0-9-])[A-Z][a-z]{2,20}$/;
const longestHead = 24;

/** What is to be left out: the hyphen, the line break and the white space around it, or all of that but the hyphen. */
function findCuts(text: string, from: number): Span[] {
  const cuts: Span[] = [];
  for (let feed = text.indexOf('\n', from); feed !== -1; feed = text.indexOf('\n', feed + 1)) {
    const lineEnd = text[feed - 1] === '\r' ? feed - 1 : feed;
    const hyphen = lineEnd - 1;
    if (text[hyphen] !== '-') continue;
    const head = text.slice(Math.max(from, hyphen - longestHead), hyphen);
    goesOnSmall.lastIndex = goesOnHigh.lastIndex = feed + 1;
    if (smallWord.test(head) && goesOnSmall.test(text)) {
      const start = keepsHyphen.test(head) ? lineEnd : hyphen;
      cuts.push({ start, end: goesOnSmall.lastIndex - 2 });
    } else if (highWord.test(head) && goesOnHigh.test(text)) {
      cuts.push({ start: lineEnd, end: goesOnHigh.lastIndex - 2 });
    }
  }
  return cuts;
}

const longestTail = 60;

/** Breaks the line at the first white space behind each joined word instead: lines keep about the length that they had. */
export function withLineBreaks(text: string, breaks: readonly number[]): string {
  if (breaks.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const from of breaks) {
    const tail = /^[^\s]{1,60}[ \t\u00a0]/.exec(text.slice(from, from + longestTail));
    if (!tail || from < at) continue;
    const space = from + tail[0].length - 1;
    pieces.push(text.slice(at, space), '\n');
    at = space + 1;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

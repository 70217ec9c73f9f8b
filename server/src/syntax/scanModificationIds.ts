import { formatModificationId, parseModificationId, type ModificationId } from '../model/modificationId.js';
import type { Span } from '../text/span.js';

/** A modification's id in a text. `SECMP-4` is not well formed; its id is the one meant. */
export interface ModificationOccurrence extends Span {
  readonly id: ModificationId;
  readonly canonical: string;
  readonly isWellFormed: boolean;
  /** The title that stands beside it, in quotation marks, in a bracket or behind a dash; empty span when there is none. */
  readonly title: Span | undefined;
}

const secmp =
  /(?<![A-Za-z0-9_])[Ss][Ee][Cc][Mm][Pp](?:[\s\u00a0]?[-–—#]?[\s\u00a0]?)(\d{1,6})([A-Z]?)(?![A-Za-z0-9_])/g;
const short = /(?<![A-Za-z0-9_])(?:DP|MP)(?:[-–\s\u00a0]?\d{2,4})([A-Z]?)(?![A-Za-z0-9_./])/g;
const wellFormed = /^(?:SECMP\d{4}|DP\d{3}|MP\d{3})[A-Z]?$/;
const titleBehind =
  /[\s\u00a0]{0,3}(?:[“"‘']([^“”"‘’'\n]{4,160})[”"’']|\([\s\u00a0]*([A-Z][^()\n]{4,160})\)|[-–—:][\s\u00a0]+[“"‘']?([A-Z][^\n.;“”"]{4,160}))/y;

/** Finds modification ids however they are written (legal-text.md, Modification ids). */
export function scanModificationIds(text: string, span: Span, into: ModificationOccurrence[]): void {
  for (const pattern of [secmp, short]) {
    pattern.lastIndex = span.start;
    for (let match = pattern.exec(text); match && match.index < span.end; match = pattern.exec(text)) {
      const id = parseModificationId(match[0]);
      if (!id) continue;
      const end = match.index + match[0].length;
      into.push({
        start: match.index,
        end,
        id,
        canonical: formatModificationId(id),
        isWellFormed: wellFormed.test(match[0]),
        title: titleAfter(text, end, span.end),
      });
    }
  }
}

function titleAfter(text: string, from: number, limit: number): Span | undefined {
  titleBehind.lastIndex = from;
  const match = titleBehind.exec(text);
  const words = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || words === undefined) return undefined;
  const start = from + match[0].indexOf(words);
  const end = Math.min(limit, start + words.trimEnd().length);
  return end > start ? { start, end } : undefined;
}

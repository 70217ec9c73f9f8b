import type { DocumentName, NameLexicon } from '../model/names.js';
import { normaliseTerm } from '../model/termForms.js';
import { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';

/** A document cited with its version: `GBCS v2.1`, `v1.1 of UISS`. */
export interface DocumentVersion extends Span {
  readonly name: DocumentName;
  readonly version: string;
}

const version =
  /(?<![A-Za-z0-9])(?:v|V|[Vv]ersion[\s\u00a0])[\s\u00a0]?(\d{1,3}(?:\.\d{1,3}){1,2})(?![A-Za-z0-9])/g;
const ofName = /[\s\u00a0]+of[\s\u00a0]+(?:the[\s\u00a0]+)?/y;
const listJoint = /^(?:[\s\u00a0]*,[\s\u00a0]*|[\s\u00a0]*(?:,[\s\u00a0]*)?(?:and|or)[\s\u00a0]+)$/;

/** `Communications Hub Technical Specifications`, and no more words before it. */
const properName =
  /^(?!(?:The|An?|This|See|In|Under|By|For)\b)[A-Z][\w-]*(?: (?:(?:and|of|for|the) )?[A-Z][\w-]*)*$/;

/**
 * Finds cited document versions; `GBCS v2.0 and v2.1` cites two.
 *
 * @param spans the stretches to read, in text order
 */
export function scanDocumentVersions(
  text: string,
  spans: readonly Span[],
  lexicon: NameLexicon,
  into: DocumentVersion[],
): void {
  const search = new ForwardSearch(text, version);
  for (const span of spans) collectVersions(text, span, search, lexicon, into);
}

function collectVersions(
  text: string,
  span: Span,
  search: ForwardSearch,
  lexicon: NameLexicon,
  into: DocumentVersion[],
): void {
  let previous: DocumentVersion | undefined;
  let end = span.start;
  for (let match = search.next(end); match && match.index < span.end; match = search.next(end)) {
    end = match.index + match[0].length;
    const found =
      nameBefore(text, span.start, match.index, lexicon) ?? nameBehind(text, end, span.end, lexicon);
    const between = previous ? text.slice(previous.end, match.index) : '';
    const inherited = previous && listJoint.test(between) ? previous.name : undefined;
    const name = found?.name ?? inherited;
    if (!name) {
      previous = undefined;
      continue;
    }
    const start = found && found.start < match.index ? found.start : match.index;
    previous = { start, end: Math.max(end, found?.end ?? end), name, version: match[1] as string };
    into.push(previous);
  }
}

interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: DocumentName;
}

function nameBefore(text: string, from: number, index: number, lexicon: NameLexicon): FoundName | undefined {
  const start = Math.max(from, index - 110);
  const window = text.slice(start, index);
  if (!/[\s\u00a0(]$/.test(window)) return undefined;
  const words = [...window.matchAll(/[^\s\u00a0]+/g)];
  let found: FoundName | undefined;
  for (let count = 1; count <= Math.min(words.length, lexicon.longestName + 1); count++) {
    const word = words[words.length - count] as RegExpExecArray;
    const lead = /^[(“"‘'[]*/.exec(word[0])?.[0].length ?? 0;
    const phrase = normaliseTerm(window.slice(word.index + lead))
      .replace(/[(,]+$/, '')
      .trim();
    const bare = /^(.+) \(([A-Za-z0-9 ]+)\)$/.exec(phrase);
    const short = bare && properName.test(bare[1] as string) ? bare[2] : undefined;
    const name =
      lexicon.documents.get(phrase) ?? (short === undefined ? undefined : lexicon.documents.get(short));
    if (name) found = { start: start + word.index + lead, end: index, name };
  }
  return found;
}

function nameBehind(text: string, end: number, limit: number, lexicon: NameLexicon): FoundName | undefined {
  ofName.lastIndex = end;
  const of = ofName.exec(text);
  if (!of) return undefined;
  const from = end + of[0].length;
  const window = text.slice(from, Math.min(limit, from + 110));
  let found: FoundName | undefined;
  let count = 0;
  for (const word of window.matchAll(/[^\s\u00a0]+/g)) {
    if (++count > lexicon.longestName) break;
    const raw = window.slice(0, word.index + word[0].length);
    const bare = raw.replace(/[.,;:)]*$/, '');
    const name = lexicon.documents.get(normaliseTerm(bare));
    if (name) found = { start: end, end: from + bare.length, name };
  }
  return found;
}

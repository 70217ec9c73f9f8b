import type { Span } from '../text/span.js';
import { isTitleLike } from './partTitles.js';

const longestHeading = 130;
const sentenceVerb =
  /\b(?:shall|must|may|will|means|has|have|is|are|was|were|agrees?|provides?|applies|sets|can|does|do|should)\b/;

/** `What is Recoverable`, `How a request is made`: words that ask, with no sign of a question. */
const asks = /^(?:What|When|Where|Who|Why|How|Which)\b(?:[\s\u00a0]+[A-Za-z’'-]+){1,7}$/;
/** `(3) ALDER GRID LIMITED (the “Guarantor”).`: the words define a term, however short they are. */
const namesAParty =
  /\((?:[^()“”"]{0,60}[“"][^“”"]{1,60}[”"][^()“”"]{0,20}|the [A-Z][^()]{1,60})\)[.,;]?(?: and)?$/;

/** The words of a line that could be a heading: short, begins with a capital, does not end like a sentence. */
export function headingOf(text: string, span: Span): string | undefined {
  const length = span.end - span.start;
  if (length < 2 || length > longestHeading) return undefined;
  const words = text.slice(span.start, span.end);
  if (!/^[“"‘']?[A-Z0-9]/.test(words) || /[.;,:]$/.test(words) || /[{}|\t]/.test(words)) return undefined;
  return namesAParty.test(words) ? undefined : words;
}

/**
 * Whether such words read as a heading rather than as a short sentence: title case, capitals, or a few words with no verb of a
 * sentence in them.
 */
export function isSideHeading(words: string): boolean {
  if (/\b(?:and|or|the|of|to|a|an|[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?|[Aa]ppendix)$/.test(words))
    return false;
  const bare = words.replace(/\([^()]*\)/g, ' ');
  if (isTitleLike(bare) || asks.test(bare)) return true;
  return bare.split(/\s+/).length <= 8 && !sentenceVerb.test(bare) && !/[“”"]/.test(bare);
}

/** Whether a short line without a point at its end is a sentence that goes on below, not a heading, a name or an address. */
export function isUnfinishedSentence(words: string): boolean {
  return sentenceVerb.test(words) && !isTitleLike(words);
}

/** `3.1 Provide the Service. Provider agrees …`: the end of a heading that runs into its text, or undefined. */
export function runInHeading(text: string, rest: Span): number | undefined {
  const words = text.slice(rest.start, Math.min(rest.end, rest.start + longestHeading));
  const match = /^([A-Z][^.;:()“”"]{1,100}(?:\([^()]{1,40}\))?)\.[\s\u00a0]+(?=[A-Z(“"‘'])/.exec(words);
  if (!match) return undefined;
  const heading = match[1] as string;
  if (!isTitleLike(heading) || heading.split(/\s+/).length > 14 || /\b(?:No|Ltd|Mr|Dr|Co)$/.test(heading))
    return undefined;
  return rest.start + heading.length;
}

/** `7.4 Limited Damages.`: a heading with a point behind it and nothing more on its line, or undefined. */
export function pointedHeading(text: string, rest: Span): Span | undefined {
  if (text[rest.end - 1] !== '.' || rest.end - rest.start > longestHeading) return undefined;
  const span = { start: rest.start, end: rest.end - 1 };
  const words = text.slice(span.start, span.end);
  return /^[A-Z]/.test(words) &&
    !/[.;:{}|\t]/.test(words) &&
    !namesAParty.test(words) &&
    isTitleLike(words) &&
    words.split(/\s+/).length <= 12
    ? span
    : undefined;
}

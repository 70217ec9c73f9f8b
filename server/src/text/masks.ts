import type { Span } from './span.js';

/** What is blanked before analysis, and what was found while looking for it. */
interface Masked {
  readonly text: string;
  readonly emphasis: Span[];
  /** Bold words with their signs. */
  readonly bold: Span[];
  readonly comments: Span[];
}

const fenceLine = /^(?:```|~~~).*$/gm;
const codeSpan = /`[^`\n]+`/g;
const htmlTag = /<\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>\n]{0,200})?\/?>/g;
const link = /(?:https?:\/\/|www\.)[^\s<>"”)\]]+/g;
const mailAddress = /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
/** Longer runs of `_` are leaders of a contents list, or a line to write on. */
const bold = /\*\*+|(?<!_)__(?=[^\s_])|(?<=[^\s_])__(?!_)/g;
const boldWords = /(\*\*|__)(?=[^\s*_])[^*_\n]{1,300}\1/g;
const italic = /(?<![\w*])\*(?=[^\s*])[^*\n]{1,300}\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_\n]{1,300}_(?![\w_])/g;
const italicTag = /<(i|em)>([^<\n]{1,300})<\/\1>/gi;

/** The end of YAML front matter (`---` … `---` at the very start), or 0 when the text has none. */
export function frontMatterEnd(text: string): number {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!opening) return 0;
  const closing = /^---[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text);
  return end ? end.index + end[0].length : 0;
}

/**
 * Blanks what is no legal text: HTML comments and tags, code, links, e-mail addresses, emphasis
 * signs. Each masked character becomes a space and line breaks stay, so every offset keeps its meaning.
 */
export function maskNonText(text: string): Masked {
  const masks: Span[] = [];
  const emphasis: Span[] = [];
  const comments: Span[] = [];
  const strong: Span[] = [];
  if (text.includes('<')) {
    collectComments(text, comments);
    collect(text, italicTag, emphasis);
    collect(text, htmlTag, masks);
    masks.push(...comments);
  }
  if (text.includes('`')) {
    collectFences(text, masks);
    collect(text, codeSpan, masks);
  }
  if (text.includes('://') || text.includes('www.')) collect(text, link, masks);
  if (text.includes('@')) collectMailAddresses(text, masks);
  if (text.includes('*') || text.includes('_')) {
    collect(text, bold, masks);
    collect(text, boldWords, strong);
    const signs: Span[] = [];
    collect(text, italic, signs);
    emphasis.push(...signs);
    for (const { start, end } of signs) masks.push({ start, end: start + 1 }, { start: end - 1, end });
  }
  return {
    text: blankSpans(text, masks),
    emphasis: emphasis.sort((a, b) => a.start - b.start),
    bold: strong,
    comments,
  };
}

function collect(text: string, pattern: RegExp, into: Span[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    into.push({ start: match.index, end: match.index + match[0].length });
  }
}

function collectComments(text: string, into: Span[]): void {
  for (let start = text.indexOf('<!--'); start !== -1;) {
    const close = text.indexOf('-->', start + 4);
    if (close === -1) return;
    into.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
}

/** Fenced code: every second fence line closes what the one before it opened; one that is left open masks nothing. */
function collectFences(text: string, into: Span[]): void {
  let open = -1;
  fenceLine.lastIndex = 0;
  for (let match = fenceLine.exec(text); match; match = fenceLine.exec(text)) {
    if (open === -1) {
      open = match.index;
    } else {
      into.push({ start: open, end: match.index + match[0].length });
      open = -1;
    }
  }
}

/** Looks around each `@` only: searching for a local part from every word would be quadratic in a long word. */
function collectMailAddresses(text: string, into: Span[]): void {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const from = Math.max(0, at - 80);
    const window = text.slice(from, Math.min(text.length, at + 120));
    mailAddress.lastIndex = 0;
    for (let match = mailAddress.exec(window); match; match = mailAddress.exec(window)) {
      into.push({ start: from + match.index, end: from + match.index + match[0].length });
    }
  }
}

/** Puts spaces in place of what the spans hold, line breaks kept; sorts the spans. */
export function blankSpans(text: string, masks: Span[]): string {
  if (masks.length === 0) return text;
  masks.sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const mask of masks) {
    if (mask.end <= at) continue;
    const start = Math.max(mask.start, at);
    pieces.push(text.slice(at, start), spaces(text, start, mask.end));
    at = mask.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function spaces(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\r\n]/g, ' ');
}

import { ForwardSearch } from './forwardSearch.js';
import type { Span } from './span.js';

export type ChangeMarkKind = 'insertion' | 'deletion' | 'replacement' | 'comment' | 'highlight';

/** A change mark in CriticMarkup; `{~~old~>new~~}` is one replacement with both halves. */
export interface ChangeMark extends Span {
  readonly kind: ChangeMarkKind;
  /** The words that stand as proposed: the inserted, new or highlighted ones; empty for a deletion or a comment. */
  readonly kept: Span;
}

/** A mark that is opened and never closed, or closed and never opened. */
export interface MarkError extends Span {
  readonly problem: 'unclosed' | 'unopened';
  readonly expected: string;
}

interface MarkSyntax {
  readonly kind: ChangeMarkKind;
  readonly open: string;
  readonly close: string;
}

const syntaxes: readonly MarkSyntax[] = [
  { kind: 'insertion', open: '{++', close: '++}' },
  { kind: 'deletion', open: '{--', close: '--}' },
  { kind: 'replacement', open: '{~~', close: '~~}' },
  { kind: 'comment', open: '{>>', close: '<<}' },
  { kind: 'highlight', open: '{==', close: '==}' },
];

const opener = /\{(?:\+\+|--|~~|>>|==)/g;
const closer = /(?:\+\+|--|~~|<<|==)\}/g;

/**
 * Reads the change marks of a text (product.md, Files: CriticMarkup). A mark may cross a line break but not a blank line:
 * one that is still open there is an error, and its opening sign is read as plain text.
 */
export function parseChangeMarks(text: string): { marks: ChangeMark[]; errors: MarkError[] } {
  const marks: ChangeMark[] = [];
  const errors: MarkError[] = [];
  if (!text.includes('{') && !text.includes('}')) return { marks, errors };
  const ends = new MarkEnds(text);
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const start = match.index;
    const syntax = syntaxes.find((candidate) => candidate.open === match[0]) as MarkSyntax;
    const bodyStart = start + 3;
    const close = ends.closingOf(syntax, bodyStart);
    if (close === -1) {
      errors.push({ start, end: bodyStart, problem: 'unclosed', expected: syntax.close });
      continue;
    }
    const end = close + 3;
    marks.push({ kind: syntax.kind, start, end, kept: keptPart(text, syntax.kind, bodyStart, close) });
    opener.lastIndex = end;
  }
  errors.push(...strayClosers(text, marks));
  errors.sort((a, b) => a.start - b.start);
  return { marks, errors };
}

/** Looks for what may end a mark; nothing is searched twice, however many marks are opened and never closed. */
class MarkEnds {
  readonly #openers: ForwardSearch;
  readonly #blankLines: ForwardSearch;
  readonly #closers: ReadonlyMap<MarkSyntax, ForwardSearch>;

  constructor(text: string) {
    this.#openers = new ForwardSearch(text, new RegExp(opener));
    this.#blankLines = new ForwardSearch(text, /\n[ \t\r]*\n/g);
    this.#closers = new Map(syntaxes.map((syntax) => [syntax, new ForwardSearch(text, closerOf(syntax))]));
  }

  /** Where the mark opened before `from` closes, or -1: not behind a blank line, nor behind the next sign that opens a mark. */
  closingOf(syntax: MarkSyntax, from: number): number {
    const close = this.#closers.get(syntax)?.next(from)?.index ?? -1;
    if (close === -1) return -1;
    const next = syntax.kind === 'comment' ? undefined : this.#openers.next(from);
    if (next && next.index < close) return -1;
    const blank = this.#blankLines.next(from);
    return blank && blank.index + blank[0].length <= close ? -1 : close;
  }
}

function closerOf({ close }: MarkSyntax): RegExp {
  return new RegExp(close.replace(/[+}]/g, '\\$&'), 'g');
}

function keptPart(text: string, kind: ChangeMarkKind, start: number, end: number): Span {
  switch (kind) {
    case 'insertion':
    case 'highlight':
      return { start, end };
    case 'deletion':
    case 'comment':
      return { start: end, end };
    case 'replacement': {
      const arrow = text.indexOf('~>', start);
      return arrow === -1 || arrow >= end ? { start: end, end } : { start: arrow + 2, end };
    }
  }
}

function strayClosers(text: string, marks: readonly ChangeMark[]): MarkError[] {
  const errors: MarkError[] = [];
  let mark = 0;
  closer.lastIndex = 0;
  for (let match = closer.exec(text); match; match = closer.exec(text)) {
    const at = match.index;
    while (mark < marks.length && (marks[mark] as ChangeMark).end <= at) mark++;
    const current = marks[mark];
    if (current && current.start <= at) continue;
    const syntax = syntaxes.find((candidate) => candidate.close === match[0]) as MarkSyntax;
    errors.push({ start: at, end: at + 3, problem: 'unopened', expected: syntax.open });
  }
  return errors;
}

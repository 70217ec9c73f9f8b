import type { NameLexicon } from '../model/names.js';
import { normaliseTerm } from '../model/termForms.js';
import type { Span } from '../text/span.js';
import { isSpace } from './lines.js';
import type { LeadWord, WrittenReference } from './reference.js';

/** A reference while it is read. */
export type Draft = { -readonly [K in keyof WrittenReference]: WrittenReference[K] };

export function blank(lead: LeadWord, start: number, end: number): Draft {
  return {
    lead,
    start,
    end,
    letter: '',
    number: '',
    levels: [],
    name: '',
    owner: undefined,
    ownerLead: undefined,
    ownerStart: undefined,
    joinedOwner: undefined,
    divisions: [],
    isSelf: false,
    isSmall: false,
    followsName: false,
    isOwn: false,
    isOfAgreement: false,
    isElsewhere: false,
    isOfOther: false,
    isOfCode: false,
    direction: undefined,
    previous: undefined,
    through: undefined,
    heading: undefined,
    ownerHeading: undefined,
    definitionOf: undefined,
  };
}

/** Whether a word, with or without what clings to it, is one of those that names begin or end with. */
export function isOneOf(words: ReadonlySet<string>, written: string, bare: string): boolean {
  return words.has(normaliseTerm(written)) || words.has(normaliseTerm(bare));
}

/** What one reference is read with. */
interface CursorParts {
  readonly text: string;
  /** The stretch that it must not reach out of. */
  readonly span: Span;
  readonly lexicon: NameLexicon;
  /** The references before it in its block; it is put behind them. */
  readonly into: WrittenReference[];
  /** Reads the reference that an owner is (`of Schedule 4`). @returns where reading goes on */
  readonly readInner: (cursor: ReferenceCursor, index: number, word: string) => number;
}

/** Where one reference, or list of references, is read: one is made for each and thrown away after it. */
export class ReferenceCursor {
  readonly text: string;
  readonly span: Span;
  readonly lexicon: NameLexicon;
  readonly into: WrittenReference[];
  readonly readInner: CursorParts['readInner'];
  /** How many owners it stands behind: `paragraph (a) of clause 2 of Part 3 of Schedule 4` has three. */
  readonly depth: number;
  at = 0;

  constructor({ text, span, lexicon, into, readInner }: CursorParts, depth = 0) {
    this.text = text;
    this.span = span;
    this.lexicon = lexicon;
    this.into = into;
    this.readInner = readInner;
    this.depth = depth;
  }

  /** The cursor of an owner that stands here. */
  nested(into: WrittenReference[]): ReferenceCursor {
    return new ReferenceCursor(
      { ...this, span: { start: this.at, end: this.span.end }, into },
      this.depth + 1,
    );
  }

  /** What a pattern matches at this place, inside the stretch. */
  run(pattern: RegExp, advance: boolean): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match || this.at + match[0].length > this.span.end) return null;
    if (advance) this.at += match[0].length;
    return match;
  }

  skipSpace(): void {
    while (this.at < this.span.end && isSpace(this.text.charCodeAt(this.at))) this.at++;
  }
}

import type { DocumentView } from '../index/documentView.js';
import type { Span } from '../text/span.js';
import { blockAt } from './blockAt.js';
import { completeHeading, completeProvisions } from './completeProvisions.js';
import { completeDocumentVersions, completeModifications, completePartNames } from './completeNames.js';
import { completeMarks, completeOutlines } from './completeOutlines.js';
import { completeTerms } from './completeTerms.js';

export type CompletionKind =
  'term' | 'provision' | 'part' | 'modification' | 'version' | 'heading' | 'snippet';

/** Something that could stand at the cursor. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** One line beside it: a heading, a title, where it is defined. */
  readonly detail: string;
  /** What it takes the place of (reading offsets): from the first character that it is compared with. */
  readonly replaces: Span;
  /** Plain words, or a snippet with the tab stops of the Language Server Protocol where `kind` says so. */
  readonly newText: string;
  /** What is shown when it is looked at: a name that `explain` knows. */
  readonly explains: string | undefined;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Whether further characters may bring others. */
  readonly isIncomplete: boolean;
}

export interface CompletionSettings {
  /** The day for which versions of documents are offered, `YYYY-MM-DD`. */
  readonly asAt: string;
  readonly snippets: boolean;
}

/** The text around a cursor, as far as completions look at it. */
export interface CompletionPlace {
  readonly view: DocumentView;
  readonly offset: number;
  /** The words before the cursor: at most so many, and none of an earlier paragraph. */
  readonly before: string;
  readonly after: string;
  /** Where `before` begins. */
  readonly start: number;
}

const farthest = 160;

/** What could be written at a reading offset: the most telling context decides, so that a list never mixes kinds at random. */
export function complete(view: DocumentView, offset: number, settings: CompletionSettings): Completions {
  const { reading } = view.document;
  if (isNoText(view, offset)) return { items: [], isIncomplete: false };
  const from = Math.max(0, offset - farthest);
  const window = reading.slice(from, offset);
  const paragraph = Math.max(
    window.lastIndexOf('\n\n') + 2,
    window.lastIndexOf('|') + 1,
    window.lastIndexOf('\t') + 1,
    0,
  );
  const start = from + (paragraph === 1 ? 0 : paragraph);
  const place: CompletionPlace = {
    view,
    offset,
    start,
    before: reading.slice(start, offset),
    after: reading.slice(offset, offset + farthest),
  };
  const found =
    (settings.snippets ? completeMarks(place) : undefined) ??
    completeHeading(place) ??
    completeModifications(place) ??
    completeDocumentVersions(place, settings.asAt) ??
    completePartNames(place) ??
    completeProvisions(place) ??
    completeTerms(place) ??
    (settings.snippets ? completeOutlines(place) : undefined);
  return found ?? { items: [], isIncomplete: false };
}

/** Front matter, comments, code and links are no legal text: what is masked there is no space in the file. */
function isNoText({ document }: DocumentView, offset: number): boolean {
  const { reading } = document;
  // Only this sign is asked for: of a text that has just been edited nothing else is put together.
  const shown = reading.sliceDisplay(offset - 1, offset);
  const isMasked = offset > 0 && reading.slice(offset - 1, offset) === ' ' && shown !== ' ';
  if (isMasked && !/[*_\u00a0]/.test(shown)) return true;
  const block = blockAt(document, offset)?.block;
  return block?.kind === 'contents' && block.end >= offset;
}

/** The part of the place's words that a pattern matches at their end, with where it begins. */
export function endOf(
  { before, start }: CompletionPlace,
  pattern: RegExp,
): { match: RegExpExecArray; at: number } | undefined {
  const match = pattern.exec(before);
  return match ? { match, at: start + match.index } : undefined;
}

/** At most so many of a list, and whether there were more. */
export function limited(items: readonly Completion[], most = 200): Completions {
  return { items: items.slice(0, most), isIncomplete: items.length > most };
}

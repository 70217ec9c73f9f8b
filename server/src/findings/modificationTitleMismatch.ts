import { findModification, type Catalogue } from '../catalogue/catalogue.js';
import type { ModificationFact } from '../catalogue/facts.js';
import { factsAsAt } from '../features/factDate.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { headingForm } from '../index/provisionHeadings.js';
import type { ModificationOccurrence } from '../syntax/scanModificationIds.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import type { Report, Rule } from './finding.js';

/**
 * A title beside a modification's id that is not the register's. Words are compared, not case, punctuation or dashes; any
 * spelling that the facts hold agrees, unless they mark it as a slip. What stands in a bracket or behind a dash is taken for a
 * title only where it shares the title's words or is the title of another modification. Depends on the text and the facts.
 */
export const modificationTitleMismatch: Rule = {
  code: 'modification-title-mismatch',
  runsOnLarge: false,
  restsOn: 'text',
  *find(view: DocumentView): Iterable<Report> {
    const { document } = view;
    if (document.modifications.length === 0) return;
    const { text } = document.reading;
    const others = idsByTitle(view.catalogue);
    for (const occurrence of document.modifications) {
      const written = writtenTitle(text, occurrence) ?? titleInNextCell(document, occurrence);
      const fact = written && findModification(view.catalogue, occurrence.canonical);
      if (!fact || agrees(text, written, fact)) continue;
      const words = text.slice(written.start, written.end);
      const other = others.get(headingForm(words));
      if (other === undefined && likeness(words, fact.title) < (written.isQuoted ? 0.3 : 0.6)) continue;
      yield {
        span: { start: written.start, end: written.end },
        message: `The register’s title of ${occurrence.canonical} is “${fact.title}”${other === undefined ? '' : `; “${words.replace(/\s+/g, ' ')}” is the title of ${other}`} (${dateOf(view.catalogue)}). Correct the title or the id; your own facts can add a title.`,
        replacements: [fact.title],
      };
    }
  },
};

const idsOfCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

function idsByTitle(catalogue: Catalogue): ReadonlyMap<string, string> {
  const held = idsOfCatalogue.get(catalogue);
  if (held) return held;
  const ids = new Map<string, string>();
  for (const { id, title } of catalogue.modifications.values()) ids.set(headingForm(title), id);
  idsOfCatalogue.set(catalogue, ids);
  return ids;
}

interface WrittenTitle extends Span {
  readonly isQuoted: boolean;
  /** Whether more words of the same line stand behind it, which may not belong to it. */
  readonly isOpen: boolean;
}

/** The title beside an id, the white space and signs at its edges left out. */
function writtenTitle(text: string, { title, end }: ModificationOccurrence): WrittenTitle | undefined {
  if (!title) return undefined;
  const before = text.slice(end, title.start).trim();
  const isQuoted = /[“"‘']$/.test(before);
  const isOpen = /^[-–—:]$/.test(before);
  const words = text.slice(title.start, title.end);
  const lead = /^[\s*_]*/.exec(words)?.[0].length ?? 0;
  const trimmed = words.trim().replace(/[\s*_.,;:’'”"]+$/, '');
  return { start: title.start + lead, end: title.start + lead + trimmed.length, isQuoted, isOpen };
}

/** In a table the title stands in the cell behind the id's. */
function titleInNextCell({ tree, reading }: DocumentFacts, { start, end }: Span): WrittenTitle | undefined {
  const { blocks } = tree;
  const at = lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, start);
  const cell = blocks[at];
  const next = blocks[at + 1];
  if (cell?.start !== start || cell.end !== end || next?.kind !== 'cell') return undefined;
  if (/[\r\n]/.test(reading.slice(end, next.start))) return undefined;
  return { start: next.start, end: next.end, isQuoted: false, isOpen: false };
}

function agrees(text: string, written: WrittenTitle, fact: ModificationFact): boolean {
  const form = headingForm(text.slice(written.start, written.end));
  const known = [{ title: fact.title, slip: false }, ...(fact.alsoWrittenAs ?? [])];
  // A title may break at the end of a line or at an apostrophe, where what was read of it ends.
  const isCut = /^[’'”"]?(?:[A-Za-z]|[ \t]*\r?\n[ \t]*\S)/.test(text.slice(written.end, written.end + 80));
  return known.some(({ title, slip }) => {
    if (slip === true) return false;
    const right = headingForm(title);
    if (form === right || (isCut && right.startsWith(form))) return true;
    return written.isOpen && form.startsWith(`${right} `);
  });
}

/** The share of the title's longer words that the written ones have in common with it, or the other way about. */
function likeness(written: string, title: string): number {
  const a = new Set(longWords(written));
  const b = new Set(longWords(title));
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(a.size, b.size);
}

function longWords(words: string): string[] {
  return headingForm(words)
    .split(' ')
    .filter((word) => word.length > 3);
}

function dateOf(catalogue: Catalogue): string {
  return factsAsAt(catalogue, 'modifications');
}

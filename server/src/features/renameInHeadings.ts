import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { editableSpan } from '../index/editable.js';
import { headingForm } from '../index/provisionHeadings.js';
import type { TermTable } from '../index/termTable.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { bendLike } from '../model/bentTerm.js';
import { normaliseTerm } from '../model/termForms.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { eachInSteps, type Steps } from '../text/steps.js';
import type { TermRename } from './renameTerm.js';

/** So many provisions or references are looked at in one step. */
const placesInStep = 100;

/**
 * The edits of a term's rename in headings, whatever their case, and in the bracketed headings that repeat a heading which the
 * rename changes: both together, so that a heading behind a reference stays the heading of what it refers to.
 */
export function* headingEdits(
  index: WorkspaceIndex,
  document: DocumentFacts,
  rename: TermRename,
): Steps<Edit[]> {
  const view = index.view(document.uri);
  if (!view) return [];
  const stem = stemOf(rename);
  const edits: Edit[] = [];
  yield* eachInSteps(document.tree.provisions, placesInStep, ({ heading, headingSpan }) => {
    if (headingSpan && stem.test(heading)) edits.push(...editsIn(view, headingSpan, rename));
  });
  yield* eachInSteps(document.references, placesInStep, (reference) => {
    const { heading } = reference;
    if (!heading || !stem.test(document.reading.slice(heading.start, heading.end))) return;
    if (repeatsChanged(view, reference, rename)) edits.push(...editsIn(view, heading, rename));
  });
  return edits;
}

function repeatsChanged(view: DocumentView, reference: Reference, rename: TermRename): boolean {
  const resolution = view.resolve(reference.target, reference.id);
  if (!('sites' in resolution) || !reference.heading) return false;
  const written = headingForm(view.document.reading.slice(reference.heading.start, reference.heading.end));
  return resolution.sites.some(({ document, provision }) => {
    for (let at = provision as typeof provision | undefined; at; at = document.tree.provisions[at.parent]) {
      for (const heading of [at.heading, at.sideHeading]) {
        if (headingForm(heading) === written) return placesIn(view, heading, rename).length > 0;
      }
    }
    return false;
  });
}

/** For a cheap look for the term's first word before anything is taken apart. */
function stemOf({ term }: TermRename): RegExp {
  const stem = normaliseTerm(term).split(' ')[0]?.slice(0, 3) ?? '';
  return new RegExp(stem.replace(/[^A-Za-z0-9]/g, '.'), 'i');
}

function editsIn(view: DocumentView, span: Span, rename: TermRename): Edit[] {
  const words = view.document.reading.slice(span.start, span.end);
  return placesIn(view, words, rename).flatMap(({ start, end, newText }) => {
    const file = editableSpan(view.document, { start: span.start + start, end: span.start + end });
    return file ? [{ ...file, newText }] : [];
  });
}

/** Where a heading's words are the term and no part of a longer one; words in capitals are read as if they had few. */
function placesIn(view: DocumentView, heading: string, { term, newTerm, identity }: TermRename): Edit[] {
  const read = heading.replace(/[A-Z][A-Z]+/g, (word) =>
    isKnownWord(view, word) ? word : word[0] + word.slice(1).toLowerCase(),
  );
  const places: Edit[] = [];
  const word = /[A-Z][A-Za-z0-9-]*/g;
  for (let match = word.exec(read); match; match = word.exec(read)) {
    const start = match.index;
    const found = longest(view.definedTables, read, start, start + match[0].length);
    if (!found) continue;
    word.lastIndex = found.end;
    const written = heading.slice(start, found.end);
    const bent = bendLike(term, read.slice(start, found.end), newTerm);
    if (normaliseTerm(found.term) !== identity.term || bent === undefined) continue;
    places.push({
      start,
      end: found.end,
      newText:
        written === written.toUpperCase() &&
        /[A-Z]{2}/.test(written) &&
        bendLike(term, written, newTerm) !== bent
          ? bent.toUpperCase()
          : bent,
    });
  }
  return places;
}

/** An abbreviation that is a term by itself stays as it is: `DCC SYSTEMS` is read as `DCC Systems`. */
function isKnownWord(view: DocumentView, word: string): boolean {
  return view.definedTables.some((table) => table.get(word) !== undefined);
}

function longest(
  tables: readonly TermTable[],
  text: string,
  start: number,
  end: number,
): { readonly end: number; readonly term: string } | undefined {
  let best: { end: number; term: string } | undefined;
  for (const table of tables) {
    const found = table.find(text, start, end, text.length);
    if (found && (!best || found.end > best.end)) best = { end: found.end, term: found.value.term };
  }
  return best;
}

import { rowsAround } from '../index/definitionEntries.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { editableSpan } from '../index/editable.js';
import {
  prepareOccurrences,
  termOccurrencesInSteps,
  termOccurrencesOf,
  type TermOccurrence,
} from '../index/occurrences.js';
import { scopeOf } from '../index/termTable.js';
import { termIdentity, type TermIdentity } from '../index/termIdentity.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { articleFor, bender, bendLike, possessive } from '../model/bentTerm.js';
import { normaliseTerm, termForms, termWords } from '../model/termForms.js';
import type { Edit } from '../text/edit.js';
import { lastAtOrBefore, type Span } from '../text/span.js';
import { eachInSteps, type Steps } from '../text/steps.js';
import { moveToPlace } from './moveRows.js';
import { placeLabel } from './placeLabel.js';
import type { LeftAlone, RenameAnswer, RenameChoice, RenameEdit } from './rename.js';
import { headingEdits } from './renameInHeadings.js';
import { identitiesOf } from './termFamily.js';

/** A term that is to have another name. */
export interface TermRename {
  readonly identity: TermIdentity;
  /** As it is defined. */
  readonly term: string;
  readonly newTerm: string;
}

/** Of so many occurrences the edits are made in one step. */
const occurrencesInStep = 200;

/**
 * Renames a term in every document that reads the same Code: each use in its own form, the definition moved to its place in the
 * alphabet, headings and the brackets that repeat them. Longer terms that contain it are left alone and offered as a choice.
 * Stops often.
 */
export function* renameTerm(
  index: WorkspaceIndex,
  view: DocumentView,
  rename: TermRename,
): Steps<RenameAnswer> {
  const { identity, term, newTerm } = rename;
  const identities = identitiesOf(index, view, identity);
  yield;
  const refused = whyNot(view, rename, new Set(identities.map(({ term: name }) => name)));
  if (refused !== undefined) return { refused };
  const edits: RenameEdit[] = [];
  const left: LeftAlone[] = [];
  yield;
  const longer = longerTerms(index, view, rename);
  const bend = bender(term, newTerm);
  let definitions = 0;
  for (const document of index.sharing(view.document.uri)) {
    yield* prepareOccurrences(document);
    const occurrences: TermOccurrence[] = [];
    for (const one of identities) {
      for (const occurrence of yield* termOccurrencesInSteps(index, document, one))
        occurrences.push(occurrence);
    }
    definitions += occurrences.filter(({ role }) => role === 'definition').length;
    const own: Edit[] = [];
    yield* eachInSteps(occurrences, occurrencesInStep, (one) => collect(one, term, bend, own, left));
    own.push(...apartFrom(own, yield* headingEdits(index, document, rename)));
    yield;
    const beside = longer.flatMap((other) => longerEdits(index, document, rename, other));
    edits.push(
      ...withMoves(document, occurrences, newTerm, own, beside).map((edit) => inFile(document, edit)),
      ...beside,
    );
  }
  if (definitions === 0) return { refused: onlyFacts(term) };
  const choices = longer
    .filter(({ choice }) => edits.some((edit) => edit.choice === choice.id))
    .map(({ choice }) => choice);
  return { label: `Rename “${term}” to “${newTerm}”`, edits, choices, left };
}

export function onlyFacts(term: string): string {
  return `“${term}” is known from facts alone: no text at hand defines it. Put the part of the Code that defines it into the code folder, then rename it.`;
}

const allowedName = /^[A-Z0-9][^\t\r\n|{}[\]<>“”"‘;:*_~`\\]*$/;

/** @param own the names that are one with the term */
function whyNot(
  view: DocumentView,
  { identity, term, newTerm }: TermRename,
  own: ReadonlySet<string>,
): string | undefined {
  if (newTerm === term) return `The term is “${term}” already.`;
  if (!allowedName.test(newTerm) || newTerm.length > 110 || /[\s.,]$/.test(newTerm))
    return `“${newTerm}” cannot be a defined term: it begins with a capital letter or a digit, stands on one line, and holds no bracket, quotation mark or sign of a table.`;
  for (const form of termForms(normaliseTerm(newTerm))) {
    for (const table of view.definedTables) {
      const site = table.get(form)?.sites.find(({ definition }) => !own.has(normaliseTerm(definition.term)));
      if (site) {
        const place = placeLabel(site);
        return `“${site.definition.term}” is defined already${place === '' ? '' : ` in ${place}`}. Choose another name, or take that definition out first.`;
      }
    }
    const fact = view.factTable.get(form);
    if (fact && fact.term !== identity.term && view.countsAsKnown(fact))
      return `“${fact.term}” is the name of something else already. Choose another name.`;
  }
  return undefined;
}

function collect(
  { document, start, end, role }: TermOccurrence,
  term: string,
  bend: (written: string) => string | undefined,
  edits: Edit[],
  left: LeftAlone[],
): void {
  const span = editableSpan(document, { start, end });
  const { text } = document.reading;
  const bent = bend(text.slice(start, end));
  if (!span) {
    const file = document.reading.toFileSpan({ start, end });
    left.push({ ...file, uri: document.uri, why: 'a change mark or emphasis cuts through the words' });
    return;
  }
  if (bent === undefined) {
    left.push({
      ...span,
      uri: document.uri,
      why: 'the words share a part of the term with their neighbours',
    });
    return;
  }
  edits.push({ start: span.start, end: span.end, newText: bent });
  if (role !== 'reference') return;
  addArticle(document, start, term, bent, edits);
  addPossession(document, { start, end }, bent, edits);
}

/** The article before the words, where the new name asks for the other one. */
function addArticle(document: DocumentFacts, start: number, term: string, bent: string, edits: Edit[]): void {
  const { text } = document.reading;
  const article = /(?:^|[^A-Za-z])([Aa]n?)[ \u00a0]$/.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  const wanted = article && articleFor(bent);
  if (!wanted || article.toLowerCase() !== articleFor(term) || article.toLowerCase() === wanted) return;
  const from = start - 1 - article.length;
  const newText = article.startsWith('A') ? wanted.replace('a', 'A') : wanted;
  addEdit(document, { start: from, end: from + article.length }, newText, edits);
}

/** The sign of possession behind the words, where the new name asks for another. */
function addPossession(document: DocumentFacts, { start, end }: Span, bent: string, edits: Edit[]): void {
  const { text } = document.reading;
  const apostrophe = text.charAt(end);
  if (apostrophe !== "'" && apostrophe !== '’') return;
  const sign = /^(?:(['’])s(?![A-Za-z])|(?<=s)(['’])(?= ))/.exec(text.slice(end, end + 3));
  const isPlural = text[end + 1] !== 's' && text[end - 1] === 's' && end > start;
  if (!sign && !isPlural) return;
  // What closes a quotation is no sign of possession.
  if (isPlural && !/^[ \u00a0][a-z]/.test(text.slice(end + 1, end + 3))) return;
  addEdit(document, { start: end, end: end + (isPlural ? 1 : 2) }, possessive(bent, apostrophe), edits);
}

function addEdit(document: DocumentFacts, words: Span, newText: string, edits: Edit[]): void {
  const span = editableSpan(document, words);
  if (span && document.reading.slice(words.start, words.end) !== newText) edits.push({ ...span, newText });
}

/** Rows that the new name puts elsewhere are moved with everything that is changed in them. */
function withMoves(
  document: DocumentFacts,
  occurrences: readonly TermOccurrence[],
  newTerm: string,
  edits: readonly Edit[],
  beside: readonly Edit[],
): Edit[] {
  let all = [...edits];
  for (const { definition } of occurrences) {
    if (definition?.form !== 'row') continue;
    const rows = rowsAround(document, definition.start);
    const row = rows.find(
      ({ row: { term } }) => term.start <= definition.start && definition.end <= term.end,
    );
    // A row that defines two names stands under the first.
    if (!row || document.reading.slice(row.row.term.start, definition.start).trim() !== '') continue;
    const holds = (edit: Edit): boolean => row.lines.start <= edit.start && edit.end <= row.lines.end;
    if (beside.some(holds)) continue;
    const inside = all.filter(holds);
    const moves = moveToPlace(document, rows, row, newTerm, inside);
    if (moves) all = [...all.filter((edit) => !inside.includes(edit)), ...moves];
  }
  return all;
}

// ---- longer terms -------------------------------------------------------------------------------------------------------

interface LongerTerm {
  readonly identity: TermIdentity;
  readonly choice: RenameChoice;
}

/** Defined terms that contain a form of the term as words of theirs: `Registered Supplier Agent` for `Supplier`. */
function longerTerms(
  index: WorkspaceIndex,
  view: DocumentView,
  { identity, newTerm, term }: TermRename,
): LongerTerm[] {
  const found = new Map<string, LongerTerm>();
  const forms = termForms(identity.term).map(termWords);
  for (const document of index.sharing(view.document.uri)) {
    for (const definition of document.definitions) {
      const words = termWords(normaliseTerm(definition.term));
      if (!forms.some((form) => words.length > form.length && indexOfWords(words, form) !== -1)) continue;
      const other = index.view(document.uri);
      if (!other) continue;
      const site = { document, definition, scope: scopeOf(document, definition) };
      const longer = termIdentity(other, definition.term, site);
      const id = `longer:${longer.term}:${longer.holder}`;
      const renamed = insideLonger(definition.term, term, newTerm);
      if (found.has(id) || !renamed) continue;
      const label = `Also rename “${definition.term}” to “${renamed}”`;
      found.set(id, {
        identity: longer,
        choice: { id, label, description: `a longer term that contains “${term}”` },
      });
    }
  }
  return [...found.values()];
}

function longerEdits(
  index: WorkspaceIndex,
  document: DocumentFacts,
  { term, newTerm }: TermRename,
  { identity, choice }: LongerTerm,
): RenameEdit[] {
  return termOccurrencesOf(index, document, identity).flatMap(({ start, end }) => {
    const span = editableSpan(document, { start, end });
    const newText = insideLonger(document.reading.slice(start, end), term, newTerm);
    return span && newText !== undefined ? [{ ...span, newText, uri: document.uri, choice: choice.id }] : [];
  });
}

/** The words of a longer term with the term inside of it renamed. */
function insideLonger(written: string, term: string, newTerm: string): string | undefined {
  const words = termWords(written);
  for (const form of termForms(normaliseTerm(term))) {
    const parts = termWords(form);
    const at = indexOfWords(words.map(normaliseTerm), parts);
    if (at === -1) continue;
    const bent = bendLike(term, form, newTerm);
    if (bent === undefined) continue;
    return [...words.slice(0, at), bent, ...words.slice(at + parts.length)].join(' ');
  }
  return undefined;
}

function indexOfWords(words: readonly string[], part: readonly string[]): number {
  for (let at = 0; at + part.length <= words.length; at++)
    if (part.every((word, i) => words[at + i] === word)) return at;
  return -1;
}

function inFile({ uri }: DocumentFacts, { start, end, newText }: Edit): RenameEdit {
  return { start, end, newText, uri, choice: undefined };
}

/** Those edits that touch none of the others, which do not touch one another. */
function apartFrom(others: readonly Edit[], edits: readonly Edit[]): Edit[] {
  const sorted = others.toSorted((a, b) => a.start - b.start);
  return edits.filter(({ start, end }) => {
    const before = lastAtOrBefore(sorted.length, (i) => sorted[i]?.start ?? 0, end - 1);
    return (sorted[before]?.end ?? 0) <= start;
  });
}

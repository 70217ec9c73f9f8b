import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import { TermMatcher } from '../index/termMatcher.js';
import type { CodeAtHand } from '../index/workspaceIndex.js';
import { formatOwner } from '../model/provisionId.js';
import type { Definition } from '../syntax/definition.js';
import { lastAtOrBefore } from '../text/span.js';
import { eachInSteps, type Steps } from '../text/steps.js';
import type { Report, Rule } from './finding.js';
import { judgeTerms } from './termJudgement.js';

/**
 * A definition that a draft adds and nothing uses: neither the draft, nor the other drafts of its modification, nor the Code at
 * hand. A use in its own meaning is none; a slip of the term is one. A term is told of once. Silent for what the Code has
 * already. Depends on the draft, its siblings and every
 * part of the Code at hand.
 *
 * @param known terms that the user says are right
 */
export function unusedDefinition(known: readonly string[]): Rule {
  return {
    code: 'unused-definition',
    runsOnLarge: false,
    find: (view) => findUnused(view, known),
  };
}

function* findUnused(view: DocumentView, known: readonly string[]): Iterable<Report | void> {
  if (view.document.role.kind !== 'draft') return;
  const added: Definition[] = [];
  yield* eachInSteps(view.document.definitions, definitionsInStep, (definition) => {
    if (isAdded(view, definition)) added.push(definition);
  });
  if (added.length === 0) return;
  const usedHere = yield* usedTerms(view, known);
  const open = added.filter(({ term }) => !usedHere.has(term));
  const elsewhere = yield* usedElsewhere(
    view,
    open.map(({ term }) => term),
  );
  const unused = open.filter(({ term }) => !elsewhere.has(term));
  const told = new Set<string>();
  const count = view.code.parts.size;
  for (const definition of unused) {
    // Of a name and its abbreviation, defined in one breath, either may be the one that is used.
    if (added.some((other) => isTwin(definition, other) && !unused.includes(other))) continue;
    if (told.has(definition.term)) continue;
    told.add(definition.term);
    yield {
      span: definition,
      message: `Nothing uses “${definition.term}”: neither this modification’s text nor ${count === 0 ? 'the Code, of which no part is at hand' : `the ${count === 1 ? 'part' : `${count} parts`} of the Code at hand`}. Leave the definition out, or use the term.`,
    };
  }
}

/** So many definitions are looked up in one step. */
const definitionsInStep = 20;

function isTwin(definition: Definition, other: Definition): boolean {
  return other !== definition && other.meaning.start === definition.meaning.start;
}

/**
 * Whether the draft adds a definition: neither the Code at hand nor the facts have one of the term, and an instruction or a
 * mark inserts it, or Section A is at hand without it.
 */
function isAdded(view: DocumentView, definition: Definition): boolean {
  const { form, term, start } = definition;
  if ((form !== 'row' && form !== 'quoted') || !/^[A-Z0-9]/.test(term)) return false;
  if (view.code.terms.get(term) || view.factTable.get(term) || partHas(view, definition)) return false;
  const instruction = instructionBefore(view.document, start);
  if (instruction !== undefined && /^(?:insert|add)/i.test(instruction)) return true;
  if (instruction !== undefined && /^(?:delete|remove)/i.test(instruction)) return false;
  return view.hasSectionA || isInserted(view.document, start);
}

/** Whether the part that a definition goes into defines the term already, for itself or for one of its provisions. */
function partHas(view: DocumentView, { term, provision }: Definition): boolean {
  const owner = view.placeOf(provision)?.owner;
  const holders = owner ? (view.code.parts.get(formatOwner(owner)) ?? []) : [];
  return holders.some(({ definitions }) => definitions.some((held) => held.term === term));
}

const instructionWords = /^\W*(insert|add|delete|remove|amend|replace|substitute|renumber)\b/i;

/** The verb of the last instruction in the same part before a place, if there is one. */
function instructionBefore({ tree, reading }: DocumentFacts, offset: number): string | undefined {
  const { blocks } = tree;
  const at = lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, offset);
  for (let i = at; i >= 0; i--) {
    const block = blocks[i];
    if (!block || block.kind === 'title') return undefined;
    if (block.kind !== 'text' || block.definition !== -1 || block.end - block.start > 400) continue;
    const verb = instructionWords.exec(reading.slice(block.textStart, block.textStart + 40))?.[1];
    if (verb !== undefined) return verb;
  }
  return undefined;
}

function isInserted({ reading }: DocumentFacts, offset: number): boolean {
  const at = reading.toFile(offset);
  return reading.marks.some(
    ({ kind, start, end }) => (kind === 'insertion' || kind === 'replacement') && start <= at && at < end,
  );
}

/** The terms that the draft itself uses outside their own meanings; a slip of one was meant as a use. */
function* usedTerms(view: DocumentView, known: readonly string[]): Steps<Set<string>> {
  const used = new Set(
    judgeTerms(view, known).nearMisses.flatMap(({ near }) => near.map(({ term }) => term)),
  );
  for (const { answer } of yield* view.askInSteps(usedInStretch)) for (const term of answer) used.add(term);
  return used;
}

/** A meaning stands in the stretch of the text in which its definition does. */
const usedInStretch: StretchQuestion<ReadonlySet<string>> = {
  restsOn: 'terms',
  ask: (view) => {
    const used = new Set<string>();
    const rows = view.document.definitions.filter(({ form }) => form === 'row');
    for (const { start, entry } of view.uses) {
      const row = rows[lastAtOrBefore(rows.length, (i) => rows[i]?.meaning.start ?? 0, start)];
      const isOwn = row && start < row.meaning.end && view.localTerms.get(row.term) === entry;
      if (!isOwn) used.add(entry.term);
    }
    return used;
  },
};

const usedInCode = new WeakMap<CodeAtHand, Map<string, boolean>>();

/** Those of the terms that the drafts beside this one or the Code at hand use. What the Code uses is looked up once for it. */
function* usedElsewhere(view: DocumentView, terms: readonly string[]): Steps<ReadonlySet<string>> {
  const used = new Set<string>();
  if (terms.length === 0) return used;
  yield* collectUses(view.siblings, terms, used);
  let known = usedInCode.get(view.code);
  if (!known) usedInCode.set(view.code, (known = new Map<string, boolean>()));
  const asked = terms.filter((term) => !known.has(term));
  if (asked.length > 0) {
    const found = new Set<string>();
    yield* collectUses([...view.code.parts.values()].flat(), asked, found);
    for (const term of asked) known.set(term, found.has(term));
  }
  for (const term of terms) if (known.get(term) === true) used.add(term);
  return used;
}

/** So many words are looked at in one step, counted in pairs of offsets. */
const offsetsInStep = 4000;

function* collectUses(
  documents: readonly DocumentFacts[],
  terms: readonly string[],
  into: Set<string>,
): Steps<void> {
  const matcher = new TermMatcher<string>();
  for (const term of terms) matcher.add(term, term);
  for (const { capitals, reading } of documents) {
    yield;
    const { text } = reading;
    for (let i = 0; i < capitals.length; i += 2) {
      if (i % offsetsInStep === offsetsInStep - 2) yield;
      const found = matcher.find(text, capitals[i] as number, capitals[i + 1] as number, text.length);
      if (found) into.add(found.value);
    }
  }
}

import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { resolveInForce, type ProvisionSite, type Resolution } from '../index/resolve.js';
import { formatOwner } from '../model/provisionId.js';
import { normaliseTerm, termForms } from '../model/termForms.js';
import type { Reference } from '../syntax/bindReferences.js';
import { instructionsOf, type Instruction } from '../syntax/instructions.js';
import type { Span } from '../text/span.js';
import type { Report, Rule } from './finding.js';
import { relatedTo } from './places.js';

/**
 * A change instruction that cannot be applied to the Code at hand: the words to replace are not in the provision, or stand there
 * twice, or the provision or definition is not there. What earlier instructions of the draft or its siblings put in counts as
 * there. Silent where the part of the Code is not at hand, and for a provision that neither the draft nor the Code has: that is
 * an unresolved reference. Depends on the text, its siblings and every part of the Code that it names.
 */
export const instructionMismatch: Rule = {
  code: 'instruction-mismatch',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    const { document } = view;
    if (document.role.kind === 'part' || view.code.parts.size === 0) return;
    const instructions = yield* instructionsOf(document.places);
    if (instructions.length === 0) return;
    const bring = putInBefore(view, instructions);
    for (const instruction of instructions) {
      yield;
      for (const target of instruction.targets) yield* missingTarget(view, instruction, target);
      yield* instruction.definition
        ? inDefinition(view, instruction, instruction.definition, bring)
        : inProvision(view, instruction, bring);
    }
  },
};

/** Whether words stand in what the text quotes above an offset, and not as words that are to be taken out. */
type PutInBefore = (offset: number, words: RegExp) => boolean;

function putInBefore({ document }: DocumentView, instructions: readonly Instruction[]): PutInBefore {
  const takenOut = new Set(instructions.flatMap(({ words }) => words.map(({ start }) => start)));
  return (offset, words) =>
    document.quotations.some(
      ({ inner, end }) =>
        end <= offset &&
        !takenOut.has(inner.start) &&
        document.reading.slice(inner.start, inner.end).search(words) !== -1,
    );
}

// ---- provisions -------------------------------------------------------------------------------------------------------------

function* missingTarget(view: DocumentView, instruction: Instruction, target: Reference): Iterable<Report> {
  const resolution = inForce(view, target);
  if (resolution?.status !== 'missing' || isBrought(view, instruction, target)) return;
  const deed = /^(?:insert|add)$/.test(instruction.verb)
    ? 'nothing can be put beside it'
    : 'it cannot be changed';
  yield {
    span: target,
    message: `There is no ${target.target} in the Code at hand, so ${deed}: ${resolution.reach}. Correct the number, or insert the provision first.`,
  };
}

/** What the Code at hand has of a provision; undefined where the reference is told of as unresolved, or names no part at hand. */
function inForce(view: DocumentView, reference: Reference): Resolution | undefined {
  if (view.resolveReference(reference).status === 'missing') return undefined;
  return resolveInForce(view, reference.target, reference.id);
}

/** Whether the draft, further above, or another draft of the modification brings the provision. */
function isBrought(view: DocumentView, instruction: Instruction, target: Reference): boolean {
  return draftSites(view, instruction, target).length > 0;
}

function draftSites(view: DocumentView, { start }: Instruction, target: Reference): ProvisionSite[] {
  const resolution = view.resolveReference(target);
  if (resolution.status !== 'found' && resolution.status !== 'ambiguous') return [];
  return resolution.sites.filter(
    ({ document, span }) =>
      document.role.kind === 'draft' && (document !== view.document || span.start < start),
  );
}

function* inProvision(view: DocumentView, instruction: Instruction, isPutIn: PutInBefore): Iterable<Report> {
  const { place, words } = instruction;
  if (!place || words.length === 0) return;
  const resolution = inForce(view, place);
  if (resolution?.status !== 'found' || resolution.sites.length === 0) return;
  const stretches = [...resolution.sites, ...draftSites(view, instruction, place)].map(stretchOf);
  const headings = resolution.sites.map(({ provision }) => `${provision.heading}\n${provision.sideHeading}`);
  for (const span of words)
    yield* misplacedWords(view, instruction, span, { name: place.target, stretches, headings }, isPutIn);
}

interface Stretch extends Span {
  readonly document: DocumentFacts;
}

function stretchOf({ document, provision, span }: ProvisionSite): Stretch {
  return { document, start: Math.min(provision.start, span.start), end: provision.end };
}

// ---- definitions ------------------------------------------------------------------------------------------------------------

function* inDefinition(
  view: DocumentView,
  instruction: Instruction,
  term: Span,
  isPutIn: PutInBefore,
): Iterable<Report> {
  const written = view.document.reading.slice(term.start, term.end);
  const holders = definitionHolders(view, instruction);
  if (!holders || /[“”"]/.test(written)) return;
  const forms = new Set(termForms(normaliseTerm(written)));
  const meanings = holders.flatMap((document) =>
    document.definitions
      .filter((definition) => forms.has(definition.term))
      .map((definition): Stretch => ({ document, ...around(definition, definition.meaning) })),
  );
  if (meanings.length > 0) {
    for (const span of instruction.words)
      yield* misplacedWords(
        view,
        instruction,
        span,
        { name: `the definition of “${written}”`, stretches: meanings, headings: [] },
        isPutIn,
      );
    return;
  }
  const isBroughtInDraft = [view.document, ...view.siblings].some((document) =>
    document.definitions.some(
      (definition) =>
        forms.has(definition.term) && (document !== view.document || definition.start < instruction.start),
    ),
  );
  if (isBroughtInDraft || holders.some(({ isShallow }) => isShallow)) return;
  yield {
    span: term,
    message: `The Code at hand defines no “${written}” there, so its definition cannot be changed. Correct the term, or insert the definition first.`,
  };
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The files that must hold the definition: those of the part that is named or that the words stand under. */
function definitionHolders(
  view: DocumentView,
  { place, provision: index }: Instruction,
): readonly DocumentFacts[] | undefined {
  const provision = view.placeOf(index);
  const owner = place?.id.owner ?? provision?.owner;
  return owner && view.code.parts.get(formatOwner(owner));
}

// ---- words ------------------------------------------------------------------------------------------------------------------

/** Where words must stand: the text that is at hand, and the headings over it. */
interface Place {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  readonly headings: readonly string[];
}

const longestWords = 400;

function* misplacedWords(
  view: DocumentView,
  instruction: Instruction,
  span: Span,
  { name: where, stretches, headings }: Place,
  isPutIn: PutInBefore,
): Iterable<Report> {
  const written = view.document.reading.slice(span.start, span.end);
  const pattern = patternOf(written);
  if (!pattern) return;
  const found = stretches.flatMap((stretch) => placesIn(stretch, pattern));
  const shown = written.replace(/\s+/g, ' ');
  if (found.length === 0) {
    if (headings.some((heading) => heading.search(pattern) !== -1) || isPutIn(instruction.start, pattern))
      return;
    yield {
      span,
      message: `“${shown}” does not stand in ${where} as it is at hand, so the instruction cannot be applied. Quote the words as they stand there, or correct the number.`,
      related: stretches
        .slice(0, 1)
        .map((stretch) => relatedTo(stretch.document, head(stretch), `${where} stands here`)),
    };
  } else if (found.length > 1 && !instruction.isCounted && isOneText(found)) {
    yield {
      span,
      message: `“${shown}” stands ${found.length === 2 ? 'twice' : `${found.length} times`} in ${where}. Say which of them is meant, quote more words, or write “in each place”.`,
      related: found.slice(0, 6).map((place) => relatedTo(place.document, place, 'Here')),
    };
  }
}

function head({ start }: Span): Span {
  return { start, end: start + 1 };
}

/** Two files that hold one provision are another matter. */
function isOneText(found: readonly Stretch[]): boolean {
  return found.every(({ document }) => document === found[0]?.document);
}

/**
 * The quoted words wherever they stand, whatever the white space between them and the shape of marks and dashes; undefined for
 * words that are too long, left out in part, or still to be filled in.
 */
function patternOf(written: string): RegExp | undefined {
  const words = written.split(/[\s\u00a0]+/).filter((word) => word !== '');
  if (words.length === 0 || written.length > longestWords || /\.{3}|…|\[|\{/.test(written)) return undefined;
  const source = words.map(wordPattern).join('[\\s\\u00a0]+');
  const open = /^\w/.test(written) ? '(?<!\\w)' : '';
  const close = /\w$/.test(written) ? '(?!\\w)' : '';
  return new RegExp(open + source + close, 'g');
}

function wordPattern(word: string): string {
  return word
    .replace(/[\\^$.*+?()|[\]{}]/g, '\\$&')
    .replace(/[’‘']/g, "[’‘']")
    .replace(/[“”"]/g, '[“”"]')
    .replace(/[-–—‑]/g, '[-–—‑]');
}

function placesIn(stretch: Stretch, pattern: RegExp): Stretch[] {
  const { document, start, end } = stretch;
  return [...document.reading.slice(start, end).matchAll(pattern)].map(({ index, 0: words }) => ({
    document,
    start: start + index,
    end: start + index + words.length,
  }));
}

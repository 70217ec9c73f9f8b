import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { isDetachedLabel } from '../index/labelSigns.js';
import type { ProvisionSite } from '../index/resolve.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import type { Reference } from '../syntax/bindReferences.js';
import { lastAtOrBefore } from '../text/span.js';
import { eachInSteps, finish, type Steps } from '../text/steps.js';
import type { Report, Rule } from './finding.js';
import { isQuoted, lineOf, relatedTo } from './places.js';

/**
 * `paragraph (c) above` where (c) stands below, or the reverse. Silent where the target encloses the place or is not certain,
 * where a list names places on both sides, and where another paragraph of the clause with that sign stands on the right side.
 * Depends on the text, and on whether its own provisions answer to the reference.
 */
export const directionMismatch: Rule = {
  code: 'direction-mismatch',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    for (const placed of yield* view.askInSteps(mismatches))
      for (const group of placed.answer)
        yield* groupReports(
          view,
          group.map((one) => placed.inWhole(one)),
        );
  },
};

/** The lists with the wrong word. Sides are told in the whole text; lines and places, which move, are no part of the answer. */
const mismatches: StretchQuestion<readonly (readonly Reference[])[]> = {
  restsOn: 'provisions',
  ask: (view) => finish(findMismatches(view)),
  askInSteps: findMismatches,
};

/** So many lists are looked at in one step. */
const listsInStep = 20;

function* findMismatches(view: DocumentView): Steps<(readonly Reference[])[]> {
  const found: (readonly Reference[])[] = [];
  yield* eachInSteps([...directedLists(view.document.references)], listsInStep, (group) => {
    if (isQuoted(view.document, group.at(-1) as Reference)) return;
    const inWhole = group.map((reference) => view.inWhole(reference));
    if (mismatchOf(view.whole, inWhole)) found.push(group);
  });
  return found;
}

/** The references with `above` or `below` behind them; those that share the word come together. */
function* directedLists(references: readonly Reference[]): Iterable<readonly Reference[]> {
  let group: Reference[] = [];
  for (const reference of references) {
    const last = group.at(-1);
    if (last && isSameList(last, reference)) {
      group.push(reference);
      continue;
    }
    if (last) yield group;
    group = reference.direction === undefined ? [] : [reference];
  }
  if (group.length > 0) yield group;
}

/** Members of one list share the word behind its last one: `paragraphs (a), (b) and (c) above`. */
function isSameList(last: Reference, next: Reference): boolean {
  return (
    last.direction !== undefined &&
    last.direction === next.direction &&
    last.place === next.place &&
    next.start - last.end <= 12
  );
}

/** On which side all members stand, where it is another than the one that is written, and the place of each. */
function mismatchOf(
  view: DocumentView,
  group: readonly Reference[],
): { side: Side['side']; sites: ProvisionSite[] } | undefined {
  const sides = group.map((reference) => sideOf(view, reference));
  const [first] = sides;
  if (!first || sides.some((side) => side?.side !== first.side)) return undefined;
  if (first.side === group[0]?.direction) return undefined;
  return { side: first.side, sites: sides.flatMap((side) => side?.site ?? []) };
}

function* groupReports(view: DocumentView, group: readonly Reference[]): Iterable<Report> {
  const { document } = view;
  const mismatch = mismatchOf(view, group);
  const reference = group.at(-1) as Reference;
  const { direction } = reference;
  if (!mismatch || direction === undefined) return;
  const { side, sites } = mismatch;
  const names = group.map(({ target }) => target.replace(/^#/, '')).join(', ');
  const lines = sites.map(({ span }) => lineOf(document, span.start)).join(', ');
  const [verb, line] = group.length > 1 ? ['stand', 'lines'] : ['stands', 'line'];
  yield {
    span: reference,
    message: `${names} ${verb} ${side} (${line} ${lines}), not ${direction}. Write “${side}”, or correct the reference.`,
    related: sites.map(({ span }, i) =>
      relatedTo(document, span, `${group[i]?.target.replace(/^#/, '')} stands here`),
    ),
    ...mendOf(document, reference, direction, side),
  };
}

interface Side {
  readonly side: 'above' | 'below';
  readonly site: ProvisionSite;
}

/** On which side of the reference its target stands in the same text; undefined where that is not certain. */
function sideOf(view: DocumentView, reference: Reference): Side | undefined {
  if (reference.id.definitionOf !== undefined) return undefined;
  const resolution = view.resolveReference(reference);
  if (resolution.status !== 'found' || resolution.sites.length !== 1) return undefined;
  const site = resolution.sites[0] as ProvisionSite;
  if (site.document !== view.document) return undefined;
  const { provision, span } = site;
  const isInline = span !== provision.label;
  const encloses = provision.start <= reference.start && reference.start < provision.end;
  if (!isInline && encloses && !standsBehindList(view, reference, site))
    return saysItself(reference, site) && !hasOther(view, reference, 'above')
      ? { side: 'above', site }
      : undefined;
  if (!isInline && isDetachedLabel(view.document.reading, provision)) return undefined;
  const side = span.start < reference.start ? 'above' : 'below';
  if (side !== reference.direction && hasOther(view, reference, side)) return undefined;
  return { side, site };
}

/** `paragraph (b) below` in (b) itself, or in the words behind the list that a broken line does not tell from it. */
function saysItself({ direction, place }: Reference, { document, provision }: ProvisionSite): boolean {
  return (
    direction === 'below' && provision.levels.length > 0 && document.tree.provisions[place] === provision
  );
}

/** Words behind a list belong to its last paragraph as far as the text tells, and to the clause as people read them. */
function standsBehindList(
  { document }: DocumentView,
  { start, place }: Reference,
  { provision }: ProvisionSite,
): boolean {
  const { blocks, provisions } = document.tree;
  if (provisions[place] !== provision || provision.levels.length === 0) return false;
  const block = blocks[lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, start)];
  return block !== undefined && block.start > provision.label.end;
}

/** Whether a paragraph of the same clause has the same sign and stands on the other side: it may be the one that is meant. */
function hasOther({ document }: DocumentView, { id, place }: Reference, side: 'above' | 'below'): boolean {
  const sign = id.levels.at(-1);
  const here = document.tree.provisions[place];
  if (sign === undefined || !here) return false;
  const { provisions } = document.tree;
  const isSame = (index: number): boolean => {
    const other = provisions[index];
    return other !== undefined && other.number === here.number && other.levels.length > 0;
  };
  const step = side === 'above' ? 1 : -1;
  for (let i = place + step; isSame(i); i += step) if (provisions[i]?.levels.at(-1) === sign) return true;
  return false;
}

/** The word behind the last member, if it is the one that was read. */
function mendOf(
  { reading }: DocumentFacts,
  last: Reference,
  written: string,
  right: string,
): Pick<Report, 'mends'> {
  const behind = /^[\s\u00a0]+(above|below)\b/.exec(reading.slice(last.end, last.end + 40));
  if (behind?.[1] !== written) return {};
  const end = last.end + behind[0].length;
  return { mends: [{ start: end - written.length, end, newText: right, title: `Change to “${right}”` }] };
}

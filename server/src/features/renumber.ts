import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { editableSpan } from '../index/editable.js';
import { isOfOneText } from '../index/occurrences.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { formatLabel, readLabel, type LabelStyle } from '../model/numerals.js';
import { formatOwner, formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Span } from '../text/span.js';
import { idOf } from './namedAt.js';
import { provisionLabel } from './placeLabel.js';
import type { LeftAlone, RenameAnswer, RenameEdit, RenameRefusal } from './rename.js';

/** The last step of a provision's name: `4` of D9.4, `4A` of D9.4A, `c` of D9.4(c). */
export function lastStep(id: ProvisionId): string {
  return id.levels.at(-1) ?? id.number.split('.').at(-1) ?? '';
}

/** Why a provision has no number to give it another, or undefined where it has. */
export function whyNoNumber(id: ProvisionId): string | undefined {
  if (id.definitionOf !== undefined)
    return 'A paragraph of a definition is renumbered by hand: its list stands in a cell.';
  if (id.owner.kind === 'licence' || id.owner.kind === 'document')
    return `${formatOwner(id.owner)} is no part of the Code: its numbers are not ours to change.`;
  if (id.number === '' && id.levels.length === 0)
    return `${formatProvisionId(id).replace(/^#/, '')} is a whole part: its letter or number cannot be changed here, only the numbers in it.`;
  return undefined;
}

/**
 * Gives a provision another number in its list: it, those behind it in the list, and every reference to any of them or to what
 * stands below them, in all documents that read the same Code. A number with a letter (`D9.4A`) moves nothing behind it.
 * What only a draft holds is renumbered in the drafts of its modification. Stops between documents.
 *
 * @param written the new number as people write it: `D9.6`, `9.6`, `(d)`, `d`
 */
export function* renumber(
  index: WorkspaceIndex,
  view: DocumentView,
  id: ProvisionId,
  written: string,
): Generator<void, RenameAnswer> {
  const reason = whyNoNumber(id);
  if (reason !== undefined) return { refused: reason };
  const documents = documentsWith(index, view, id);
  const list = siblingsIn(documents, id);
  if (!list.has(lastStep(id)))
    return {
      refused: `${nameOf(id)} has no line of its own in a text at hand, so its number cannot be changed here.`,
    };
  const key = formatProvisionId(id);
  if (documents.some(({ repeatedKeys }) => repeatedKeys.has(key)))
    return {
      refused: `Two provisions answer to ${nameOf(id)}: mend that first, so that it is clear which one is meant.`,
    };
  const steps = newSteps(id, written, [...list.keys()]);
  if ('refused' in steps) return steps;
  const edits: RenameEdit[] = [];
  const left: LeftAlone[] = [];
  for (const document of documents) {
    yield;
    const change: Change = { document, outer: outerOf(id), steps, edits, left };
    for (const provision of document.tree.provisions) {
      if (provision.definition === -1) changeSpan(change, idOf(provision), provision.label);
    }
    for (const reference of document.references) changeReference(change, reference);
  }
  const to = { ...withStep(id, steps.get(lastStep(id)) as string) };
  return { label: `Renumber ${nameOf(id)} to ${nameOf(to)}`, edits, choices: [], left };
}

function nameOf(id: ProvisionId): string {
  return provisionLabel({ key: formatProvisionId(id), owner: id.owner });
}

/** A paper's own numbers are the paper's; what no part of the Code holds is its modification's; all else is the whole Code's. */
function documentsWith(index: WorkspaceIndex, view: DocumentView, id: ProvisionId): readonly DocumentFacts[] {
  if (isOfOneText(id)) return [view.document];
  const key = formatProvisionId(id);
  const sharing = index.sharing(view.document.uri);
  const isInCode = sharing.some(
    ({ role, provisionIndex }) => role.kind === 'part' && provisionIndex.has(key),
  );
  return isInCode || view.document.role.kind !== 'draft' ? sharing : [view.document, ...view.siblings];
}

// ---- the list -----------------------------------------------------------------------------------------------------------

/** What stands before the last step, as a canonical name: of D9.4 `D9.`, of D9.4(c) `D9.4(`. */
function outerOf(id: ProvisionId): string {
  return formatProvisionId(withStep(id, '\u0000')).split('\u0000')[0] as string;
}

function withStep(id: ProvisionId, step: string): ProvisionId {
  if (id.levels.length > 0) return { ...id, levels: [...id.levels.slice(0, -1), step] };
  return { ...id, number: [...id.number.split('.').slice(0, -1), step].join('.') };
}

/** The last steps of the list that a provision stands in, in every document, with where they first stand. */
function siblingsIn(documents: readonly DocumentFacts[], id: ProvisionId): Map<string, Provision> {
  const found = new Map<string, Provision>();
  const outer = outerOf(id);
  for (const { tree } of documents) {
    for (const provision of tree.provisions) {
      if (provision.definition !== -1 || provision.levels.length !== id.levels.length) continue;
      const other = idOf(provision);
      if (
        lastStep(other) !== '' &&
        isSibling(other, id) &&
        outerOf(other) === outer &&
        !found.has(lastStep(other))
      )
        found.set(lastStep(other), provision);
    }
  }
  return found;
}

function isSibling(a: ProvisionId, b: ProvisionId): boolean {
  return b.levels.length > 0 || a.number.split('.').length === b.number.split('.').length;
}

/** The old steps of all that are renumbered, with the new ones. */
function newSteps(
  id: ProvisionId,
  written: string,
  list: readonly string[],
): Map<string, string> | RenameRefusal {
  const old = lastStep(id);
  const wanted = stepOf(id, written);
  if (wanted === undefined)
    return {
      refused: `${nameOf(id)} can be renumbered within its list only: write its new number like ${nameOf(withStep(id, old)).replace(/^Section /, '')}.`,
    };
  if (wanted === old) return { refused: `It is ${nameOf(id)} already.` };
  const order = orderOf(id, list);
  const from = order.read(old);
  const to = order.read(wanted);
  if (!from || !to)
    return { refused: `“${wanted}” is no number of that list: its numbers are like “${old}”.` };
  const taken = (step: string): RenameRefusal => ({
    refused: `${nameOf(withStep(id, step))} is there already. Renumber or delete it first.`,
  });
  // A number with a letter goes between others: nothing behind it moves.
  if (to.suffix !== '' || from.suffix !== '')
    return list.includes(wanted) ? taken(wanted) : new Map([[old, wanted]]);
  const delta = to.ordinal - from.ordinal;
  const steps = new Map<string, string>();
  for (const step of list) {
    const at = order.read(step);
    if (!at) continue;
    const isBehind = at.ordinal >= from.ordinal;
    if (isBehind) steps.set(step, order.write(at.ordinal + delta, at.suffix));
    else if (at.ordinal >= to.ordinal) return taken(step);
  }
  return steps;
}

/** The last step of a number that people wrote, where it names a place in the same list. */
function stepOf(id: ProvisionId, written: string): string | undefined {
  const bare = written
    .trim()
    .replace(/^(?:section|clause|paragraph|sub-paragraph)s?\s+/i, '')
    .replace(/\s+/g, '');
  if (id.levels.length > 0) {
    const levels = /^(.*?)\(?([A-Za-z0-9]{1,7})\)?$/.exec(bare);
    const outer = levels?.[1] ?? '';
    const full = formatProvisionId({ ...id, levels: id.levels.slice(0, -1) });
    const isSame = outer === '' || full.endsWith(outer) || full.replace(/^#/, '') === outer;
    return isSame ? levels?.[2] : undefined;
  }
  const number = /^([A-Z])?\.?(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)\.?$/.exec(bare);
  if (!number) return undefined;
  const letter = id.owner.kind === 'section' ? id.owner.letter : undefined;
  if (number[1] !== undefined && number[1] !== letter) return undefined;
  const steps = (number[2] as string).split('.');
  const own = id.number.split('.');
  if (steps.length === 1 && own.length > 1 && number[1] === undefined) return steps[0];
  const isSame = steps.length === own.length && own.slice(0, -1).every((step, i) => step === steps[i]);
  return isSame ? steps.at(-1) : undefined;
}

interface Order {
  read(step: string): { readonly ordinal: number; readonly suffix: string } | undefined;
  write(ordinal: number, suffix: string): string;
}

function orderOf(id: ProvisionId, list: readonly string[]): Order {
  if (id.levels.length === 0) {
    return {
      read: (step) => {
        const match = /^(\d+)([A-Z]*)$/.exec(step);
        return match ? { ordinal: Number(match[1]), suffix: match[2] as string } : undefined;
      },
      write: (ordinal, suffix) => `${ordinal}${suffix}`,
    };
  }
  const style = styleOf(list);
  return {
    read: (step) => {
      const reading = readLabel(step).find((candidate) => candidate.style === style);
      return reading && { ordinal: reading.ordinal, suffix: '' };
    },
    write: (ordinal) => formatLabel(style, ordinal),
  };
}

/** The style in which all labels of a list can be read, that of its first place first. */
function styleOf(list: readonly string[]): LabelStyle {
  const styles = readLabel(list[0] ?? '').map(({ style, ordinal }) => ({ style, ordinal }));
  const fits = styles.filter(({ style }) =>
    list.every((label) => readLabel(label).some((reading) => reading.style === style)),
  );
  return (fits.find(({ ordinal }) => ordinal === 1) ?? fits[0] ?? styles[0])?.style ?? 'alpha';
}

// ---- the edits ----------------------------------------------------------------------------------------------------------

interface Change {
  readonly document: DocumentFacts;
  readonly outer: string;
  readonly steps: ReadonlyMap<string, string>;
  readonly edits: RenameEdit[];
  readonly left: LeftAlone[];
}

function changeReference(change: Change, reference: Reference): void {
  const { start, end, ownerStart, id } = reference;
  changeSpan(change, id, { start, end: ownerStart ?? end });
  // `paragraph 1.1 of Part 2 of Appendix J` means Appendix J/1.1: numbers are named without the Part that they stand in.
  if (id.number !== '' && id.divisions.at(-1)?.startsWith('Part '))
    changeSpan(change, { ...id, divisions: id.divisions.slice(0, -1) }, { start, end });
}

/** Changes the step in the words that name a provision, where they write it: a relative reference may leave it out. */
function changeSpan({ document, outer, steps, edits, left }: Change, id: ProvisionId, span: Span): void {
  const key = formatProvisionId(id);
  if (!key.startsWith(outer) || id.definitionOf !== undefined) return;
  const old = /^[A-Za-z0-9]+/.exec(key.slice(outer.length))?.[0];
  const step = old === undefined ? undefined : steps.get(old);
  if (old === undefined || step === undefined) return;
  const inLevels = outer.endsWith('(');
  const depth = inLevels ? outer.split('(').length - 2 : numberDepth(id, outer);
  const place = inLevels ? levelPlace(document, id, span, depth) : numberPlace(document, id, span, depth);
  if (place === undefined) return;
  const file = editableSpan(document, place);
  if (file) edits.push({ ...file, newText: step, uri: document.uri, choice: undefined });
  else
    left.push({
      ...document.reading.toFileSpan(place),
      uri: document.uri,
      why: 'a change mark or emphasis cuts through the number',
    });
}

/** Which of the number's steps stands behind the outer name. */
function numberDepth(id: ProvisionId, outer: string): number {
  const name = formatProvisionId({ ...id, number: '\u0000', levels: [] }).split('\u0000')[0] as string;
  return outer.slice(name.length).split('.').length - 1;
}

/** Where a step of the number is written: the whole number, or its last steps (`Sections D1.1 and 1.2`). */
function numberPlace(document: DocumentFacts, id: ProvisionId, span: Span, depth: number): Span | undefined {
  const words = withoutOwner(document.reading.slice(span.start, span.end));
  const steps = id.number.split('.');
  const whole = new RegExp(`(?<![0-9]|[0-9]\\.)${steps.join('\\s*\\.\\s*')}(?![0-9])`).exec(words);
  if (!whole) return undefined;
  let at = whole.index;
  for (let i = 0; i < depth; i++) at = words.indexOf('.', at + (steps[i] as string).length) + 1;
  at += /^\s*/.exec(words.slice(at))?.[0].length ?? 0;
  const start = span.start + at;
  return { start, end: start + (steps[depth] as string).length };
}

/** `Schedule 4, paragraph 4`: the number of the part itself is no number in it. */
function withoutOwner(words: string): string {
  return words.replace(/\b(?:schedule|appendix|annex|part)\s+[A-Za-z0-9]{1,3}\b/gi, (owner) =>
    ' '.repeat(owner.length),
  );
}

/** Where a level is written: the levels that are written are the last ones of the name. */
function levelPlace(document: DocumentFacts, id: ProvisionId, span: Span, depth: number): Span | undefined {
  const words = document.reading.slice(span.start, span.end);
  const written = [...words.matchAll(/\(?([A-Za-z0-9]{1,7})(?:\)|\.(?=\s*$))/g)];
  let level = id.levels.length - 1;
  for (const match of written.reverse()) {
    const sign = match[1] as string;
    if (level < 0 || !isLevel(sign, id.levels[level] as string)) continue;
    if (level === depth) {
      const end = span.start + match.index + match[0].indexOf(sign) + sign.length;
      return { start: end - (id.levels[level] as string).length, end };
    }
    level--;
  }
  return undefined;
}

function isLevel(written: string, level: string): boolean {
  return written === level || (/^\d/.test(written) && written.endsWith(level));
}

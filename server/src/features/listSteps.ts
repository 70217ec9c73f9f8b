import type { DocumentFacts } from '../index/documentFacts.js';
import { formatLabel, readLabel, type LabelStyle } from '../model/numerals.js';
import { formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Provision } from '../syntax/documentTree.js';
import { idOf } from './namedAt.js';
import { provisionLabel } from './placeLabel.js';
import type { RenameRefusal } from './rename.js';

/** The last step of a provision's name: `4` of D9.4, `4A` of D9.4A, `c` of D9.4(c). */
export function lastStep(id: ProvisionId): string {
  return id.levels.at(-1) ?? id.number.split('.').at(-1) ?? '';
}

/** A provision as a message names it. */
export function nameOf(id: ProvisionId): string {
  return provisionLabel({ key: formatProvisionId(id), owner: id.owner });
}

/** What stands before the last step, as a canonical name: of D9.4 `D9.`, of D9.4(c) `D9.4(`. */
export function outerOf(id: ProvisionId): string {
  return formatProvisionId(withStep(id, '\u0000')).split('\u0000')[0] as string;
}

export function withStep(id: ProvisionId, step: string): ProvisionId {
  if (id.levels.length > 0) return { ...id, levels: [...id.levels.slice(0, -1), step] };
  return { ...id, number: [...id.number.split('.').slice(0, -1), step].join('.') };
}

/** The last steps of the list that a provision stands in, in every document, with where they first stand. */
export function siblingsIn(documents: readonly DocumentFacts[], id: ProvisionId): Map<string, Provision> {
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
export function newSteps(
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
  const style = styleOfList(list);
  return {
    read: (step) => {
      const reading = readLabel(step).find((candidate) => candidate.style === style);
      return reading && { ordinal: reading.ordinal, suffix: '' };
    },
    write: (ordinal) => formatLabel(style, ordinal),
  };
}

/** The style in which all labels of a list can be read, that of its first place first. */
export function styleOfList(list: readonly string[]): LabelStyle {
  const styles = readLabel(list[0] ?? '').map(({ style, ordinal }) => ({ style, ordinal }));
  const fits = styles.filter(({ style }) =>
    list.every((label) => readLabel(label).some((reading) => reading.style === style)),
  );
  return (fits.find(({ ordinal }) => ordinal === 1) ?? fits[0] ?? styles[0])?.style ?? 'alpha';
}

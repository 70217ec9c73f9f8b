import type { Catalogue } from '../catalogue/catalogue.js';
import type { FactKind } from '../catalogue/facts.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2018-10-28` as `28 October 2018`, `2019-04` as `April 2019`; undefined for an open date. */
export function factDate(date: string | null | undefined): string | undefined {
  if (date === null || date === undefined) return undefined;
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Where something is from that no text at hand says: `the bundled facts as at July 2022`. */
export function factsAsAt(catalogue: Catalogue, kind: FactKind): string {
  const date = catalogue.asAtOf(kind);
  return date === '' ? 'the bundled facts' : `the bundled facts as at ${factDate(date) ?? date}`;
}

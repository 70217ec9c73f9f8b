/** A calendar day; months from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number of a month's name or its first three letters (`Sept` too), from 1; undefined for other words. */
export function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return undefined;
  const index = monthNames.findIndex(
    (month) => month === lower || (lower.length <= 4 && month.startsWith(lower)),
  );
  return index === -1 ? undefined : index + 1;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the day stands in the calendar and in a year that a paper about the Code can mean (1800 to 2199). */
export function isPlausibleDay({ year, month, day }: CalendarDay): boolean {
  return (
    year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** `YYYY-MM-DD` of a day. */
export function formatDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day of a moment where the user is, as `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
  return formatDay({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
}

/** Reads `YYYY-MM-DD`; undefined for anything that is no such day. */
export function parseDay(text: string): CalendarDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isPlausibleDay(day) ? day : undefined;
}

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

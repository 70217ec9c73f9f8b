import type { DocumentView } from '../index/documentView.js';
import { daysInMonth, isPlausibleDay, monthNumber, type CalendarDay } from '../model/calendar.js';
import type { Report, Rule } from './finding.js';

const spelled =
  /(?<![A-Za-z0-9/.-])(\d{1,2})(st|nd|rd|th)?[\s\u00a0]+(?:of[\s\u00a0]+)?([A-Z][a-z]{2,8})\.?,?[\s\u00a0]+(\d{4})(?!\d)/g;
const slashed = /(?<![A-Za-z0-9/.-])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g;
/** Day, month and a year of our time with a sign too few or too many; other figures with strokes end in no such year. */
const broken =
  /(?<![A-Za-z0-9/.-])(?:\d{1,2}\/\d{1,2}|\d{3,4}\/\d{1,2}\/|\d{1,2}\/\d{3,4}\/)(?:19|20)\d{2}(?![\d/])/g;

/** A day that no calendar has, or a year that cannot be meant. British order. */
export const invalidDate: Rule = {
  code: 'invalid-date',
  runsOnLarge: false,
  restsOn: 'text',
  *find({ document }: DocumentView): Iterable<Report | void> {
    const { text } = document.reading;
    for (const match of text.matchAll(spelled)) {
      const month = monthNumber(match[3] as string);
      if (month === undefined) continue;
      const day = { day: Number(match[1]), month, year: Number(match[4]) };
      const problem = problemOf(day) ?? wrongEnding(day.day, match[2]);
      if (problem !== undefined) yield report(match, problem);
    }
    yield;
    for (const match of text.matchAll(slashed)) {
      const year = Number(match[3]);
      const day = { day: Number(match[1]), month: Number(match[2]), year: year < 100 ? 2000 + year : year };
      const problem = problemOf(day);
      if (problem !== undefined) yield report(match, problem);
    }
    yield;
    for (const match of text.matchAll(broken)) yield report(match, 'a sign is missing or too many in it');
  },
};

function problemOf(day: CalendarDay): string | undefined {
  if (isPlausibleDay(day)) return undefined;
  if (day.month < 1 || day.month > 12)
    return `there is no month ${day.month} (day, month and year in British order)`;
  if (day.year < 1800 || day.year > 2199) return `the year ${day.year} cannot be meant`;
  return `that month has ${daysInMonth(day.year, day.month)} days`;
}

function wrongEnding(day: number, ending: string | undefined): string | undefined {
  if (ending === undefined) return undefined;
  const right = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return ending === right ? undefined : `it is written ${day}${right}`;
}

function report(match: RegExpExecArray, problem: string): Report {
  const start = match.index;
  return {
    span: { start, end: start + match[0].length },
    message: `“${match[0].replace(/\s+/g, ' ')}” is no date: ${problem}.`,
  };
}

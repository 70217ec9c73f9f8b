import type { DocumentView } from '../index/documentView.js';
import type { Report, Rule } from './finding.js';

/** UTF-8 that was read as Windows-1252 once, and what it was. */
const mojibake: Readonly<Record<string, string>> = {
  'â€™': '’',
  'â€˜': '‘',
  'â€œ': '“',
  'â€\u009d': '”',
  'â€“': '–',
  'â€”': '—',
  'â€¦': '…',
  'â€¢': '•',
  'Â£': '£',
  'Â§': '§',
  'Â°': '°',
  'Â½': '½',
  'Â²': '²',
  'Â³': '³',
  'Ã©': 'é',
  'Ã¨': 'è',
  'Ã¼': 'ü',
  'Ã¶': 'ö',
};
const brokenSign = /â€[™˜œ“”\u009d¦¢]|Â[£§°½²³]|Ã[©¨¼¶]|\uFFFD+/g;

/** A file that is not UTF-8, said once, and signs that a bad conversion left. */
export const textEncoding: Rule = {
  code: 'text-encoding',
  runsOnLarge: false,
  restsOn: 'text',
  *find({ document }: DocumentView): Iterable<Report> {
    if (document.problem?.kind === 'not-utf8') {
      yield {
        span: { start: 0, end: Math.min(1, document.text.length) },
        isFileSpan: true,
        message:
          'The file is not UTF-8; it was read as Windows-1252. Save it as UTF-8, so that every program reads the same text.',
      };
    }
    for (const match of document.reading.text.matchAll(brokenSign)) {
      const right = mojibake[match[0]];
      yield {
        span: { start: match.index, end: match.index + match[0].length },
        message:
          right === undefined
            ? 'A character was lost in a conversion (it stands as U+FFFD): put back what was meant.'
            : `“${match[0]}” is a “${right}” that was converted wrongly.`,
        ...(right === undefined ? {} : { replacements: [right] }),
      };
    }
  },
};

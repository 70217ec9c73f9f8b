import type { DocumentView } from '../index/documentView.js';
import type { Report, Rule } from './finding.js';

/** `SECMP022`, `SECMP-4`: an id that is not written with the digits of its series. */
export const malformedModificationId: Rule = {
  code: 'malformed-modification-id',
  runsOnLarge: true,
  restsOn: 'text',
  *find({ document }: DocumentView): Iterable<Report> {
    for (const occurrence of document.modifications) {
      if (occurrence.isWellFormed) continue;
      const written = document.reading.slice(occurrence.start, occurrence.end);
      const shape =
        occurrence.id.series === 'SECMP'
          ? 'SECMP and four digits'
          : `${occurrence.id.series} and three digits`;
      yield {
        span: occurrence,
        message: `A modification id is ${shape}: “${written}” reads as ${occurrence.canonical}.`,
        replacements: [occurrence.canonical],
      };
    }
  },
};

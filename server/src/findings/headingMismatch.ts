import type { DocumentView } from '../index/documentView.js';
import { headingForm, headingsOf } from '../index/provisionHeadings.js';
import type { Resolution } from '../index/resolve.js';
import type { Reference } from '../syntax/bindReferences.js';
import { titleCase } from '../model/titleCase.js';
import type { Report, Rule } from './finding.js';

/**
 * A bracketed heading that is not the heading of the provision. Any heading that the provision is known to have had agrees;
 * against facts alone the finding is information, and only where the facts hold that very provision's heading.
 */
export const headingMismatch: Rule = {
  code: 'heading-mismatch',
  runsOnLarge: true,
  restsOn: 'provisions',
  *find(view: DocumentView): Iterable<Report> {
    for (const reference of view.document.references) {
      const report = reference.heading && mismatch(view, reference);
      if (report) yield report;
    }
  },
};

function mismatch(view: DocumentView, reference: Reference): Report | undefined {
  const { heading } = reference;
  if (!heading) return undefined;
  const resolution = view.resolveReference(reference);
  if (resolution.status !== 'found' && resolution.status !== 'not-checked') return undefined;
  const written = view.document.reading.slice(heading.start, heading.end);
  const known = headingsOf(view, reference.id);
  if (known.some(({ words }) => headingForm(words) === headingForm(written))) return undefined;
  if (opensWith(resolution, written)) return undefined;
  const atHand = known.filter((candidate) => candidate.atHand);
  const confirmed = known.filter((candidate) => !candidate.isRecalled && !candidate.atHand);
  const isSettled = confirmed.length > 0 && known.length === confirmed.length && isSubsection(reference);
  if (atHand.length === 0 && !isSettled) return undefined;
  const [right] = atHand.length > 0 ? atHand : confirmed;
  if (!right) return undefined;
  // Abbreviations become words: whether one is known would make the finding rest on terms too.
  const shown = titleCase(right.words, () => false);
  return {
    span: heading,
    message: `The heading of ${reference.target.replace(/^#/, '')} is “${shown}”, not “${written.trim()}”${right.atHand ? '' : ` (bundled facts${right.asOf ? `, ${right.asOf}` : ''}; no copy of the Code is at hand)`}. Correct the heading, or the number before it.`,
    replacements: [shown],
    ...(right.atHand ? {} : { severity: 'information' as const }),
  };
}

/** Whether the provision's own words begin with what is written, as those of a paragraph do whose heading runs into its text. */
function opensWith(resolution: Resolution, written: string): boolean {
  const form = headingForm(written);
  return (
    resolution.status === 'found' &&
    resolution.sites.some(({ document, span }) => {
      const opening = document.reading.slice(span.end, span.end + written.length + 20);
      return headingForm(opening).startsWith(`${form} `) || headingForm(opening) === form;
    })
  );
}

/** Clauses have side headings of their own that the facts may not know: only Sections and sub-sections are compared to facts. */
function isSubsection({ id }: Reference): boolean {
  return !id.number.includes('.') && id.levels.length === 0;
}

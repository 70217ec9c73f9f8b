import type { DocumentView } from '../index/documentView.js';
import type { Report, Rule } from './finding.js';
import type { NearTerm } from './nearTerms.js';
import { judgeTermsInSteps } from './termJudgement.js';

/** A term one slip away from a defined one, with the term that was meant as the fix. */
export function nearMissTerm(known: readonly string[]): Rule {
  return {
    code: 'near-miss-term',
    runsOnLarge: true,
    *find(view: DocumentView): Iterable<Report | void> {
      const { nearMisses } = yield* judgeTermsInSteps(view, known);
      for (const { near } of nearMisses) {
        const [first] = near as readonly [NearTerm, ...NearTerm[]];
        const written = view.document.reading.slice(first.start, first.end).replace(/[\s\u00a0]+/g, ' ');
        if (crossesBracket(written)) continue;
        const meant = near.slice(0, 3);
        yield {
          span: { start: first.start, end: first.end },
          message: `Nothing defines “${written}”; ${listed(meant)} is defined. Correct it, or define it if it is a term of its own.`,
          replacements: meant.map(({ form }) => form),
        };
      }
    },
  };
}

/** `Master Registration Agreement (MRA) Development Board`: words on both sides of a bracket are no one term. */
function crossesBracket(written: string): boolean {
  return written.split('(').length !== written.split(')').length;
}

function listed(near: readonly NearTerm[]): string {
  const terms = [...new Set(near.map(({ term }) => `“${term}”`))];
  return terms.join(' or ');
}

import type { DocumentView } from '../index/documentView.js';
import type { Resolution } from '../index/resolve.js';
import type { Report, Rule } from './finding.js';

/** A reference to a provision that does not exist. */
export const unresolvedReference: Rule = {
  code: 'unresolved-reference',
  runsOnLarge: true,
  restsOn: 'provisions',
  *find(view: DocumentView): Iterable<Report | void> {
    for (const [i, reference] of view.document.references.entries()) {
      if (i % referencesInStep === 0) yield;
      const resolution = view.resolveReference(reference);
      if (resolution.status !== 'missing') continue;
      yield {
        span: reference,
        message: messageFor(reference.target, resolution),
        ...(resolution.atHand ? {} : { severity: 'information' as const }),
      };
    }
  },
};

/** So many references are looked up in one step. */
const referencesInStep = 100;

function messageFor(target: string, resolution: Resolution & { status: 'missing' }): string {
  const name = target.startsWith('#') ? `number ${target.slice(1)} of this text` : target;
  const why = resolution.atHand ? '' : ' No copy of the Code is at hand, only the bundled facts.';
  return `There is no ${name}: ${resolution.reach}.${why} Correct the number, or add the provision.`;
}

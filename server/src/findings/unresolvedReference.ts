import type { DocumentView } from '../index/documentView.js';
import type { Resolution } from '../index/resolve.js';
import type { Reference } from '../syntax/bindReferences.js';
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
      if (!resolution.atHand && makesPart(view, reference)) continue;
      yield {
        span: reference,
        message: messageFor(reference.target, resolution),
        ...(resolution.atHand ? {} : { severity: 'information' as const }),
      };
    }
  },
};

/** `incorporated into the Code as Appendix AO`, `a new Schedule 13`: a paper that makes the part, which nothing can know yet. */
function makesPart({ document }: DocumentView, { id, start }: Reference): boolean {
  const { kind } = id.owner;
  if (id.number !== '' || (kind !== 'appendix' && kind !== 'schedule')) return false;
  return madeBefore.test(document.reading.slice(Math.max(0, start - 16), start));
}

const madeBefore = /\b(?:as|new)[\s\u00a0]+(?:SEC[\s\u00a0]+)?$/;

/** So many references are looked up in one step. */
const referencesInStep = 100;

function messageFor(target: string, resolution: Resolution & { status: 'missing' }): string {
  const name = target.startsWith('#') ? `number ${target.slice(1)} of this text` : target;
  const why = resolution.atHand ? '' : ' No copy of the Code is at hand, only the bundled facts.';
  return `There is no ${name}: ${resolution.reach}.${why} Correct the number, or add the provision.`;
}

import type { DocumentView } from '../index/documentView.js';
import type { TermCandidate } from '../index/termCandidates.js';
import { normaliseTerm, termForms } from '../model/termForms.js';
import type { Report, Rule } from './finding.js';
import { judgeTermsInSteps } from './termJudgement.js';

/** A capitalised term that nothing in force, in the draft or in a named document defines. */
export function undefinedTerm(known: readonly string[]): Rule {
  return {
    code: 'undefined-term',
    runsOnLarge: true,
    *find(view: DocumentView): Iterable<Report | void> {
      const told = new Set<string>();
      const { undefined: found } = yield* judgeTermsInSteps(view, known);
      for (const candidate of found) {
        const key = [...termForms(normaliseTerm(candidate.text))].sort()[0] ?? candidate.text;
        const isFirst = !told.has(key);
        told.add(key);
        yield {
          span: candidate,
          message: messageFor(view, candidate, isFirst),
          ...(view.hasSectionA ? {} : { severity: 'information' as const }),
        };
      }
    },
  };
}

function messageFor(view: DocumentView, { text }: TermCandidate, isFirst: boolean): string {
  if (!isFirst) return `Nothing defines “${text}” (see its first use above).`;
  if (view.hasSectionA) {
    return `Nothing defines “${text}”: not Section A of the code folder, not this text. Define it, correct it, or add it to the terms in the settings.`;
  }
  if (!view.factsCount) {
    return `Nothing in this text defines “${text}”. Define it, correct it, or add it to the terms in the settings.`;
  }
  return `Nothing at hand defines “${text}”: neither this text nor the bundled facts. No copy of Section A is at hand, so the Code may define it.`;
}

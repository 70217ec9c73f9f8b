import { findModification } from '../catalogue/catalogue.js';
import { factsAsAt } from '../features/factDate.js';
import type { DocumentView } from '../index/documentView.js';
import { parseModificationId, sameModification } from '../model/modificationId.js';
import type { Report, Rule } from './finding.js';

/** A well-formed id that the register does not hold, up to the number to which it is held whole; never a draft's own. */
export const unknownModification: Rule = {
  code: 'unknown-modification',
  runsOnLarge: true,
  restsOn: 'text',
  *find(view: DocumentView): Iterable<Report> {
    const { role } = view.document;
    const own =
      role.kind === 'draft' && role.modification !== undefined
        ? parseModificationId(role.modification)
        : undefined;
    for (const occurrence of view.document.modifications) {
      if (!occurrence.isWellFormed || (own && sameModification(own, occurrence.id))) continue;
      const completeTo = view.catalogue.completeTo(occurrence.id.series);
      if (completeTo === undefined || occurrence.id.number > completeTo) continue;
      if (findModification(view.catalogue, occurrence.canonical)) continue;
      yield {
        span: occurrence,
        message: `The register at hand holds no ${occurrence.canonical}, though it holds the ${occurrence.id.series} series whole up to ${completeTo} (${factsAsAt(view.catalogue, 'modifications')}). Check the number; your own facts can add a modification.`,
      };
    }
  },
};

import type { DocumentView } from '../index/documentView.js';
import { headingsOf } from '../index/provisionHeadings.js';
import { normaliseTerm } from '../model/termForms.js';
import { spanAt } from '../text/span.js';
import { addDefinition } from './addDefinition.js';
import { inTitleCase } from './headingCase.js';
import { idOf } from './namedAt.js';
import { provisionLabel } from './placeLabel.js';
import type { Refactoring } from './refactoring.js';

/**
 * Lists a term that a clause defines in passing (`(the "Proposer")`) where the other terms are listed, as the Code does:
 * "has the meaning given to that expression in Section D1.2 (Persons Entitled to Propose)". Undefined where it is listed already.
 */
export function extractDefinition(view: DocumentView, offset: number): Refactoring | undefined {
  const { document } = view;
  const definition = spanAt(document.definitions, offset);
  if (!definition || definition.form === 'row' || definition.form === 'named') return undefined;
  const provision = view.placeOf(definition.provision);
  if (!provision || provision.owner.kind !== 'section' || definition.holdsIn !== undefined) return undefined;
  const entries = view.definedTables.map((table) => table.get(definition.term));
  const isListed = entries.some((entry) =>
    entry?.sites.some(
      (site) =>
        site.definition.form === 'row' &&
        normaliseTerm(site.definition.term) === normaliseTerm(definition.term),
    ),
  );
  if (isListed) return undefined;
  const clause = { ...idOf(provision), levels: [] };
  const [heading] = headingsOf(view, clause).filter(({ atHand }) => atHand);
  const place = `${provisionLabel({ key: provision.key.replace(/\(.*$/, ''), owner: provision.owner })}${heading ? ` (${inTitleCase(view, heading.words)})` : ''}`;
  const added = addDefinition(view, {
    term: definition.term,
    meaning: `has the meaning given to that expression in ${place}.`,
  });
  return (
    added && {
      id: 'extract-definition',
      title: `List “${definition.term}” among the definitions of ${added.where}`,
      edits: added.edits,
    }
  );
}

import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { isOfOneText } from '../index/occurrences.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { formatOwner, formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Steps } from '../text/steps.js';
import { idOf } from './namedAt.js';
import { lastStep, nameOf, newSteps, outerOf, siblingsIn, withStep } from './listSteps.js';
import { changeReference, changeSpan, type StepChange } from './renumberSpans.js';
import type { LeftAlone, RenameAnswer, RenameEdit } from './rename.js';

/** Why a provision has no number to give it another, or undefined where it has. */
export function whyNoNumber(id: ProvisionId): string | undefined {
  if (id.definitionOf !== undefined)
    return 'A paragraph of a definition is renumbered by hand: its list stands in a cell.';
  if (id.owner.kind === 'licence' || id.owner.kind === 'document')
    return `${formatOwner(id.owner)} is no part of the Code: its numbers are not ours to change.`;
  if (id.number === '' && id.levels.length === 0)
    return `${formatProvisionId(id).replace(/^#/, '')} is a whole part: its letter or number cannot be changed here, only the numbers in it.`;
  return undefined;
}

/**
 * Gives a provision another number in its list: it, those behind it in the list, and every reference to any of them or to what
 * stands below them, in all documents that read the same Code. A number with a letter (`D9.4A`) moves nothing behind it.
 * What only a draft holds is renumbered in the drafts of its modification. Stops between documents.
 *
 * @param written the new number as people write it: `D9.6`, `9.6`, `(d)`, `d`
 */
export function* renumber(
  index: WorkspaceIndex,
  view: DocumentView,
  id: ProvisionId,
  written: string,
): Steps<RenameAnswer> {
  const reason = whyNoNumber(id);
  if (reason !== undefined) return { refused: reason };
  const documents = documentsWith(index, view, id);
  const list = siblingsIn(documents, id);
  if (!list.has(lastStep(id)))
    return {
      refused: `${nameOf(id)} has no line of its own in a text at hand, so its number cannot be changed here.`,
    };
  const key = formatProvisionId(id);
  if (documents.some(({ repeatedKeys }) => repeatedKeys.has(key)))
    return {
      refused: `Two provisions answer to ${nameOf(id)}: mend that first, so that it is clear which one is meant.`,
    };
  const steps = newSteps(id, written, [...list.keys()]);
  if ('refused' in steps) return steps;
  const edits: RenameEdit[] = [];
  const left: LeftAlone[] = [];
  for (const document of documents) {
    yield;
    const change: StepChange = { document, outer: outerOf(id), steps, edits, left };
    for (const provision of document.tree.provisions) {
      if (provision.definition === -1) changeSpan(change, idOf(provision), provision.label);
    }
    for (const reference of document.references) changeReference(change, reference);
  }
  const to = { ...withStep(id, steps.get(lastStep(id)) as string) };
  return { label: `Renumber ${nameOf(id)} to ${nameOf(to)}`, edits, choices: [], left };
}

/** A paper's own numbers are the paper's; what no part of the Code holds is its modification's; all else is the whole Code's. */
function documentsWith(index: WorkspaceIndex, view: DocumentView, id: ProvisionId): readonly DocumentFacts[] {
  if (isOfOneText(id)) return [view.document];
  const key = formatProvisionId(id);
  const sharing = index.sharing(view.document.uri);
  const isInCode = sharing.some(
    ({ role, provisionIndex }) => role.kind === 'part' && provisionIndex.has(key),
  );
  return isInCode || view.document.role.kind !== 'draft' ? sharing : [view.document, ...view.siblings];
}

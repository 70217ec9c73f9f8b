import type { DocumentView } from '../index/documentView.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { formatProvisionId } from '../model/provisionId.js';
import type { Steps } from '../text/steps.js';
import { namedAt } from './namedAt.js';
import { provisionLabel } from './placeLabel.js';
import type { RenameAnswer, RenameRefusal, RenameStart } from './rename.js';
import { onlyFacts, renameTerm } from './renameTerm.js';
import { renumber, whyNoNumber } from './renumber.js';
import { targetAt } from './targetAt.js';

/** What a rename at a reading offset would start from, or why there can be none; undefined where nothing is named. */
export function prepareRename(view: DocumentView, offset: number): RenameStart | RenameRefusal | undefined {
  const named = namedAt(view, offset);
  if (!named) return undefined;
  switch (named.kind) {
    case 'term': {
      const term = definedTermAt(view, offset);
      return term === undefined
        ? { refused: onlyFacts(named.identity.term) }
        : { span: named.span, placeholder: term };
    }
    case 'provision': {
      const refused = whyNoNumber(named.id);
      if (refused !== undefined) return { refused };
      const name = provisionLabel({ key: formatProvisionId(named.id), owner: named.id.owner });
      return { span: named.span, placeholder: name.replace(/^(?:Section |paragraph )|^.*, /, '') };
    }
    case 'modification':
      return {
        refused: `${named.canonical} has its id from the register of modifications: it cannot be renamed here.`,
      };
    case 'version':
      return {
        refused: 'A document has its name and version from its publisher: it cannot be renamed here.',
      };
  }
}

/** Renames what stands at a reading offset; undefined where nothing is named. Stops between documents. */
export function* rename(
  index: WorkspaceIndex,
  view: DocumentView,
  offset: number,
  newName: string,
): Steps<RenameAnswer | undefined> {
  const named = namedAt(view, offset);
  const start = named && prepareRename(view, offset);
  if (!start || 'refused' in start) return start;
  if (named.kind === 'provision') return yield* renumber(index, view, named.id, newName);
  if (named.kind !== 'term') return undefined;
  const newTerm = newName.replace(/[ \u00a0]+/g, ' ').trim();
  return yield* renameTerm(index, view, { identity: named.identity, term: start.placeholder, newTerm });
}

/** The term as it is defined; undefined where no text at hand defines it. */
function definedTermAt(view: DocumentView, offset: number): string | undefined {
  const target = targetAt(view, offset);
  if (target?.kind === 'definition') return target.definition.term;
  return target?.kind === 'use' ? target.use.site?.definition.term : undefined;
}

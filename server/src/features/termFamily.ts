import type { DocumentView } from '../index/documentView.js';
import { isSameTerm, termIdentity, type TermIdentity } from '../index/termIdentity.js';
import { scopeOf } from '../index/termTable.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { containsProvision } from '../model/provisionId.js';
import { normaliseTerm, termForms } from '../model/termForms.js';
import type { Definition } from '../syntax/definition.js';

interface Member {
  readonly identity: TermIdentity;
  readonly definition: Definition;
  /** Canonical name of the provision that it stands in. */
  readonly place: string | undefined;
}

/**
 * A term with what is one with it in other words or another scope: a list names a `Testing Service` and points to the clause
 * that defines `Testing Services`, perhaps for its own Section only. Two rows of lists are two terms.
 */
export function identitiesOf(
  index: WorkspaceIndex,
  view: DocumentView,
  identity: TermIdentity,
): readonly TermIdentity[] {
  const members = membersOf(index, view, identity.term);
  const family: TermIdentity[] = [identity];
  const isIn = (member: Member): boolean => family.some((one) => isSameTerm(one, member.identity));
  for (let size = 0; size < family.length;) {
    size = family.length;
    const held = members.filter(isIn);
    for (const member of members) {
      if (!isIn(member) && held.some((other) => isOneWith(member, other))) family.push(member.identity);
    }
  }
  return family;
}

function isOneWith(a: Member, b: Member): boolean {
  if (a.definition.form === 'row' && b.definition.form === 'row') return false;
  return a.identity.holder === b.identity.holder || pointsAt(a, b) || pointsAt(b, a);
}

function pointsAt({ definition }: Member, { place }: Member): boolean {
  return place !== undefined && definition.pointsTo.some((target) => containsProvision(target, place));
}

/** Every definition of the term or of one of its forms. */
function membersOf(index: WorkspaceIndex, view: DocumentView, term: string): Member[] {
  const forms = new Set(termForms(term));
  return index.sharing(view.document.uri).flatMap((document) =>
    document.definitions.flatMap((definition): Member[] => {
      const home = forms.has(normaliseTerm(definition.term)) ? index.view(document.uri) : undefined;
      if (!home) return [];
      const site = { document, definition, scope: scopeOf(document, definition) };
      const place = document.tree.provisions[definition.provision]?.key;
      return [{ identity: termIdentity(home, definition.term, site), definition, place }];
    }),
  );
}

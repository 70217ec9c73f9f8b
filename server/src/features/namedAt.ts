import type { DocumentView } from '../index/documentView.js';
import { identityOfUse } from '../index/occurrences.js';
import { termIdentity, type TermIdentity } from '../index/termIdentity.js';
import { scopeOf } from '../index/termTable.js';
import type { ProvisionId } from '../model/provisionId.js';
import type { Provision } from '../syntax/documentTree.js';
import { lastAtOrBefore, touches, type Span } from '../text/span.js';
import { targetAt } from './targetAt.js';

/** What is named at a place, as something that other places may name too. The span is in reading offsets. */
export type Named = { readonly span: Span } & (
  | { readonly kind: 'term'; readonly identity: TermIdentity }
  | { readonly kind: 'provision'; readonly id: ProvisionId }
  | { readonly kind: 'modification'; readonly canonical: string }
  | { readonly kind: 'version'; readonly name: string; readonly version: string }
);

/** The term, provision, modification or cited version at a reading offset: by a use, a reference, a definition or a label. */
export function namedAt(view: DocumentView, offset: number): Named | undefined {
  const target = targetAt(view, offset);
  switch (target?.kind) {
    case 'use':
      return { kind: 'term', identity: identityOfUse(view, target.use), span: target.span };
    case 'definition':
      return {
        kind: 'term',
        identity: termIdentity(view, target.definition.term, {
          document: view.document,
          definition: target.definition,
          scope: scopeOf(view.document, target.definition),
        }),
        span: target.span,
      };
    case 'reference':
      return { kind: 'provision', id: target.reference.id, span: target.span };
    case 'modification':
      return { kind: 'modification', canonical: target.modification.canonical, span: target.span };
    case 'version': {
      const { name, version } = target.cited;
      return { kind: 'version', name: name.name, version, span: target.span };
    }
    case undefined: {
      const provision = provisionLabelledAt(view, offset);
      return provision && { kind: 'provision', id: idOf(provision), span: provision.label };
    }
  }
}

/** The provision whose label or heading the offset touches. */
export function provisionLabelledAt({ document }: DocumentView, offset: number): Provision | undefined {
  const { provisions } = document.tree;
  const index = lastAtOrBefore(provisions.length, (i) => provisions[i]?.start ?? 0, offset);
  const provision = provisions[index];
  if (!provision) return undefined;
  const { label, headingSpan } = provision;
  return touches(label, offset) || (headingSpan && touches(headingSpan, offset)) ? provision : undefined;
}

/** The name of a provision; `parseProvisionId` of its key gives the same. */
export function idOf({ owner, divisions, number, levels }: Provision): ProvisionId {
  return { owner, divisions, number, levels };
}

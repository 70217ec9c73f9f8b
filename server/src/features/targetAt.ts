import type { DocumentView } from '../index/documentView.js';
import type { TermUse } from '../index/termUses.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Definition } from '../syntax/definition.js';
import type { DocumentVersion } from '../syntax/scanDocumentVersions.js';
import type { ModificationOccurrence } from '../syntax/scanModificationIds.js';
import { spanAt, type Span } from '../text/span.js';

/** What stands under the cursor. */
export type Target =
  | { readonly kind: 'reference'; readonly reference: Reference; readonly span: Span }
  | { readonly kind: 'modification'; readonly modification: ModificationOccurrence; readonly span: Span }
  | { readonly kind: 'version'; readonly cited: DocumentVersion; readonly span: Span }
  | { readonly kind: 'use'; readonly use: TermUse; readonly span: Span }
  | { readonly kind: 'definition'; readonly definition: Definition; readonly span: Span };

/**
 * The reference, id, cited version, term or definition at a reading offset. A defined term inside a reference's owner
 * (`Condition 22 of the DCC Licence`) is the term; between two things that meet, the one that starts there.
 */
export function targetAt(view: DocumentView, offset: number): Target | undefined {
  const { document } = view;
  const use = view.useAt(offset);
  if (use && use.end !== offset) return { kind: 'use', use, span: use };
  const reference = referenceAt(document.references, offset);
  if (reference) return { kind: 'reference', reference, span: reference };
  const modification = spanAt(document.modifications, offset);
  if (modification) return { kind: 'modification', modification, span: modification };
  const cited = spanAt(document.documentVersions, offset);
  if (cited) return { kind: 'version', cited, span: cited };
  const definition = spanAt(document.definitions, offset);
  if (definition) return { kind: 'definition', definition, span: definition };
  return use && { kind: 'use', use, span: use };
}

/** References of one list stand side by side; the first of them starts at the lead word. */
function referenceAt(references: readonly Reference[], offset: number): Reference | undefined {
  return spanAt(references, offset);
}

import { findDocument, findModification } from '../catalogue/catalogue.js';
import type { DocumentView } from '../index/documentView.js';
import type { ProvisionSite } from '../index/resolve.js';
import type { TargetKind } from '../model/provisionId.js';
import { compareVersions } from '../model/version.js';
import type { DocumentVersion } from '../syntax/scanDocumentVersions.js';
import type { ModificationOccurrence } from '../syntax/scanModificationIds.js';
import type { Span } from '../text/span.js';

export type Resolved = 'found' | 'ambiguous' | 'missing' | 'not-checked';

/** Anything that names a target: a provision, a modification, a document with its version. Spans are reading offsets. */
export interface ListedReference {
  readonly span: Span;
  readonly kind: TargetKind;
  readonly target: string;
  readonly through: string | undefined;
  readonly resolved: Resolved;
  readonly sites: readonly ProvisionSite[];
}

/** All references of a document, in text order. */
export function listReferences(view: DocumentView): ListedReference[] {
  const { document } = view;
  const listed = [
    ...document.references.map((reference): ListedReference => {
      const resolution = view.resolveReference(reference);
      return {
        span: reference,
        kind: reference.kind,
        target: reference.target,
        through: reference.through,
        resolved: resolution.status,
        sites: 'sites' in resolution ? resolution.sites : [],
      };
    }),
    ...document.modifications.map((modification) => modificationReference(view, modification)),
    ...document.documentVersions.map((cited) => versionReference(view, cited)),
  ];
  return listed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function modificationReference(
  view: DocumentView,
  { start, end, id, canonical }: ModificationOccurrence,
): ListedReference {
  const known = findModification(view.catalogue, canonical) !== undefined;
  const completeTo = view.catalogue.completeTo(id.series);
  const isOwn = view.document.role.kind === 'draft' && view.document.role.modification === canonical;
  const isWithin = completeTo !== undefined && id.number <= completeTo;
  const resolved = known || isOwn ? 'found' : isWithin ? 'missing' : 'not-checked';
  return {
    span: { start, end },
    kind: 'modification',
    target: canonical,
    through: undefined,
    resolved,
    sites: [],
  };
}

/** The target of a cited version: `UISS v1.1`. */
export function versionTarget({ name, version }: DocumentVersion): string {
  return `${name.name} v${version}`;
}

function versionReference(view: DocumentView, cited: DocumentVersion): ListedReference {
  const fact = findDocument(view.catalogue, cited.name.name);
  const known = fact?.versions?.some((version) => compareVersions(version, cited.version) === 0) ?? false;
  return {
    span: { start: cited.start, end: cited.end },
    kind: 'document',
    target: versionTarget(cited),
    through: undefined,
    resolved: known ? 'found' : 'not-checked',
    sites: [],
  };
}

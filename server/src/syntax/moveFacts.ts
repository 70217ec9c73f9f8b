import type { ChangeMark, MarkError } from '../text/changeMarks.js';
import type { Span } from '../text/span.js';
import type { Reference } from './bindReferences.js';
import type { Block, DefinitionRow, Provision } from './documentTree.js';
import type { Definition } from './definition.js';
import type { DocumentVersion } from './scanDocumentVersions.js';
import type { ModificationOccurrence } from './scanModificationIds.js';
import type { Quotation } from './scanQuotations.js';

/** Where a stretch stands in its text. Offsets are those of its first character, indexes those of its first own item. */
export interface StretchPlace {
  /** In the file. */
  readonly fileStart: number;
  /** In the reading. */
  readonly start: number;
  readonly provision: (index: number) => number;
  readonly definition: number;
}

export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function moveMark(mark: ChangeMark, by: number): ChangeMark {
  return { ...mark, start: mark.start + by, end: mark.end + by, kept: moveSpan(mark.kept, by) };
}

export function moveMarkError(error: MarkError, by: number): MarkError {
  return { ...error, start: error.start + by, end: error.end + by };
}

export function moveProvision(
  provision: Provision,
  { start, provision: indexOf, definition }: StretchPlace,
): Provision {
  return {
    key: provision.key,
    owner: provision.owner,
    divisions: provision.divisions,
    number: provision.number,
    levels: provision.levels,
    label: moveSpan(provision.label, start),
    heading: provision.heading,
    headingSpan: provision.headingSpan && moveSpan(provision.headingSpan, start),
    sideHeading: provision.sideHeading,
    subject: provision.subject,
    parent: indexOf(provision.parent),
    definition: provision.definition === -1 ? -1 : provision.definition + definition,
    isCondition: provision.isCondition,
    start: provision.start + start,
    end: provision.end + start,
  };
}

export function moveBlock(block: Block, { start, provision, definition }: StretchPlace): Block {
  return {
    start: block.start + start,
    end: block.end + start,
    kind: block.kind,
    textStart: block.textStart + start,
    provision: provision(block.provision),
    definition: block.definition === -1 ? -1 : block.definition + definition,
  };
}

export function moveRow(row: DefinitionRow, { start, provision }: StretchPlace): DefinitionRow {
  return {
    term: moveSpan(row.term, start),
    meaning: moveSpan(row.meaning, start),
    provision: provision(row.provision),
  };
}

export function moveReference(reference: Reference, { start, provision }: StretchPlace): Reference {
  return {
    start: reference.start + start,
    end: reference.end + start,
    kind: reference.kind,
    target: reference.target,
    id: reference.id,
    through: reference.through,
    heading: reference.heading && moveSpan(reference.heading, start),
    ownerHeading: reference.ownerHeading && moveSpan(reference.ownerHeading, start),
    ownerStart: reference.ownerStart === undefined ? undefined : reference.ownerStart + start,
    direction: reference.direction,
    isSelf: reference.isSelf,
    mayBeElsewhere: reference.mayBeElsewhere,
    isOfAgreement: reference.isOfAgreement,
    place: provision(reference.place),
  };
}

export function moveDefinition(definition: Definition, { start, provision }: StretchPlace): Definition {
  return {
    ...definition,
    start: definition.start + start,
    end: definition.end + start,
    meaning: moveSpan(definition.meaning, start),
    provision: provision(definition.provision),
  };
}

export function moveQuotation(quotation: Quotation, { start }: StretchPlace): Quotation {
  return {
    ...quotation,
    start: quotation.start + start,
    end: quotation.end + start,
    inner: moveSpan(quotation.inner, start),
  };
}

export function moveModification(
  item: ModificationOccurrence,
  { start }: StretchPlace,
): ModificationOccurrence {
  return {
    ...item,
    start: item.start + start,
    end: item.end + start,
    title: item.title && moveSpan(item.title, start),
  };
}

export function moveVersion(version: DocumentVersion, { start }: StretchPlace): DocumentVersion {
  return { ...version, start: version.start + start, end: version.end + start };
}

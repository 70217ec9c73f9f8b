import { findDocument } from '../catalogue/catalogue.js';
import type { DocumentView } from '../index/documentView.js';
import type { Span } from '../text/span.js';
import type { Content } from './content.js';
import { describeModification } from './describeModification.js';
import { describeDocument, describeNamed } from './describeName.js';
import { describeProvision, rangeOf } from './describeProvision.js';
import { describeTerm } from './describeTerm.js';
import { targetAt, type Target } from './targetAt.js';

export interface Hover {
  /** What it is about (reading offsets). */
  readonly span: Span;
  readonly content: Content;
}

/** What is known of the thing at a reading offset, or undefined where nothing is named. */
export function hover(view: DocumentView, offset: number): Hover | undefined {
  const target = targetAt(view, offset);
  const content = target && describeTarget(view, target);
  return target && content ? { span: target.span, content } : undefined;
}

export function describeTarget(view: DocumentView, target: Target): Content | undefined {
  switch (target.kind) {
    case 'reference': {
      const { reference } = target;
      const range = rangeOf(view.document, reference);
      return describeProvision(view, reference.target, reference.id, reference.kind, range);
    }
    case 'modification': {
      const { start, end, canonical } = target.modification;
      return describeModification(view, canonical, view.document.reading.slice(start, end));
    }
    case 'version': {
      const { name, version } = target.cited;
      const fact = findDocument(view.catalogue, name.name);
      if (fact) return describeDocument(view, fact, version);
      const named = view.catalogue.names.get(name.name);
      return named && describeNamed(view, named);
    }
    case 'use': {
      const { use } = target;
      const place = view.placeOf(view.document.tree.blocks[use.block]?.provision ?? -1);
      const meaning = use.site ? view.meaningOf(use.entry.term, place) : { entry: use.entry, sites: [] };
      return describeTerm(view, meaning ?? { entry: use.entry, sites: [] }, place);
    }
    case 'definition': {
      const place = view.placeOf(target.definition.provision);
      const meaning = view.meaningOf(target.definition.term, place);
      return meaning && describeTerm(view, meaning, place);
    }
  }
}

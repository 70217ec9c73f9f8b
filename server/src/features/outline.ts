import type { DocumentFacts } from '../index/documentFacts.js';
import type { Span } from '../text/span.js';
import { provisionEnd } from './provisionEnd.js';

export interface OutlineNode {
  /** Canonical name. */
  readonly id: string;
  /** Its own heading, or the side heading that it opens with; empty when it has none. */
  readonly heading: string;
  /** From its label to the end of what it holds (reading offsets). */
  readonly span: Span;
  readonly label: Span;
  readonly children: readonly OutlineNode[];
}

type MutableNode = Omit<OutlineNode, 'children'> & { readonly children: MutableNode[] };

/** The tree of a document's provisions. */
export function outline(document: DocumentFacts): OutlineNode[] {
  const roots: MutableNode[] = [];
  const nodes: MutableNode[] = [];
  for (const provision of document.tree.provisions) {
    const node: MutableNode = {
      id: provision.key,
      heading: provision.heading || (provision.levels.length === 0 ? provision.sideHeading : ''),
      span: { start: provision.start, end: provisionEnd(document, provision) },
      label: provision.label,
      children: [],
    };
    nodes.push(node);
    (nodes[provision.parent]?.children ?? roots).push(node);
  }
  return roots;
}

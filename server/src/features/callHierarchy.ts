import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { identityOfUse, provisionOccurrences, termOccurrences } from '../index/occurrences.js';
import { referenceMapOf } from '../index/referenceMap.js';
import { termIdentity } from '../index/termIdentity.js';
import { scopeOf, type DefinitionSite } from '../index/termTable.js';
import type { WorkspaceIndex } from '../index/workspaceIndex.js';
import { containsProvision, formatProvisionId } from '../model/provisionId.js';
import { isBetween } from '../model/provisionRange.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Definition } from '../syntax/definition.js';
import { firstAtOrAfter, lastAtOrBefore, type Span } from '../text/span.js';
import { namedAt, idOf } from './namedAt.js';
import { documentLabel, provisionLabel } from './placeLabel.js';
import { provisionEnd } from './provisionEnd.js';
import { targetAt } from './targetAt.js';

/** Names an item from one request to the next; plain data. `start` is the reading offset of the definition or label. */
export interface HierarchyKey {
  readonly kind: 'provision' | 'definition' | 'text';
  readonly uri: string;
  readonly start: number;
}

/** A provision, a definition, or a text without numbers that names one. Spans are reading offsets of the document. */
export interface HierarchyItem {
  readonly key: HierarchyKey;
  readonly name: string;
  readonly detail: string;
  readonly document: DocumentFacts;
  readonly span: Span;
  readonly label: Span;
}

export interface HierarchyCall {
  readonly item: HierarchyItem;
  /** Where the caller names the called one; in the caller's document. */
  readonly spans: readonly Span[];
}

/** The provision or the definition that is named at a reading offset: where calls are asked from. */
export function prepareCalls(view: DocumentView, offset: number): HierarchyItem[] {
  const target = targetAt(view, offset);
  if (target?.kind === 'use') return target.use.site ? [definitionItem(target.use.site)] : [];
  if (target?.kind === 'definition')
    return [definitionItem({ document: view.document, definition: target.definition })];
  const named = namedAt(view, offset);
  if (named?.kind !== 'provision') return [];
  return provisionSites(view, named.id).map(({ document, provision }) => provisionItem(document, provision));
}

/** For a provision, the provisions that refer to it; for a term, the definitions that use it. */
export function incomingCalls(index: WorkspaceIndex, key: HierarchyKey): HierarchyCall[] {
  const document = index.get(key.uri);
  if (!document) return [];
  const provision = key.kind === 'provision' ? provisionAt(document, key.start) : undefined;
  if (provision) return incomingReferences(index, document, provision);
  const site = key.kind === 'definition' ? definitionAt(document, key.start) : undefined;
  return site ? incomingUses(index, site) : [];
}

/** For a provision, the provisions that it refers to; for a term, the terms that its definition uses. */
export function outgoingCalls(index: WorkspaceIndex, key: HierarchyKey): HierarchyCall[] {
  const view = index.view(key.uri);
  if (!view) return [];
  const provision = key.kind === 'provision' ? provisionAt(view.document, key.start) : undefined;
  if (provision) return outgoingReferences(view, provision);
  const site = key.kind === 'definition' ? definitionAt(view.document, key.start) : undefined;
  return site ? outgoingUses(view, site.definition) : [];
}

// ---- provisions ---------------------------------------------------------------------------------------------------------

function incomingReferences(index: WorkspaceIndex, home: DocumentFacts, called: Provision): HierarchyCall[] {
  const calls = new Calls();
  for (const { document, reference, start, end } of provisionOccurrences(index, home, idOf(called))) {
    if (!reference) continue;
    if (isInside(document, reference.place, called.key)) continue;
    for (const item of callersAt(document, start, reference.place)) calls.add(item, { start, end });
  }
  return calls.list();
}

/** Who speaks at a place: the definition that it stands in, else the clause, else the text. */
function callersAt(document: DocumentFacts, offset: number, place: number): HierarchyItem[] {
  const definitions = definitionsAround(document, offset).filter(({ form }) => form === 'row');
  if (definitions.length > 0)
    return definitions.map((definition) => definitionItem({ document, definition }));
  let provision = document.tree.provisions[place];
  while (provision && provision.levels.length > 0) provision = document.tree.provisions[provision.parent];
  return [provision ? provisionItem(document, provision) : textItem(document)];
}

function outgoingReferences(view: DocumentView, caller: Provision): HierarchyCall[] {
  const { document } = view;
  const span = { start: caller.start, end: provisionEnd(document, caller) };
  const calls = new Calls();
  const { references } = document;
  for (let i = firstAtOrAfter(references.length, (at) => references[at]?.start ?? 0, span.start); ; i++) {
    const reference = references[i];
    if (!reference || reference.start >= span.end) break;
    if (containsProvision(caller.key, reference.target)) continue;
    for (const { document: home, provision } of provisionSites(view, reference.id))
      calls.add(provisionItem(home, provision), reference);
  }
  for (const range of referenceMapOf(document).ranges) {
    if (range.start < span.start || range.start >= span.end) continue;
    for (const { document: home } of provisionSites(view, range.first.id)) {
      for (const provision of home.tree.provisions) {
        if (!isBetween(range.first.id, range.through, idOf(provision))) continue;
        if (!containsProvision(caller.key, provision.key)) calls.add(provisionItem(home, provision), range);
      }
    }
  }
  return calls.list().sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

function provisionSites(
  view: DocumentView,
  id: ReturnType<typeof idOf>,
): readonly { readonly document: DocumentFacts; readonly provision: Provision }[] {
  const resolution = view.resolve(formatProvisionId(id), id);
  return 'sites' in resolution ? resolution.sites : [];
}

function isInside({ tree }: DocumentFacts, place: number, key: string): boolean {
  const provision = tree.provisions[place];
  return provision !== undefined && containsProvision(key, provision.key);
}

// ---- terms --------------------------------------------------------------------------------------------------------------

function incomingUses(index: WorkspaceIndex, site: DefinitionSite): HierarchyCall[] {
  const view = index.view(site.document.uri);
  if (!view) return [];
  const calls = new Calls();
  const identity = termIdentity(view, site.definition.term, site);
  for (const { document, use, start, end } of termOccurrences(index, site.document.uri, identity)) {
    if (!use) continue;
    for (const definition of definitionsAround(document, start))
      calls.add(definitionItem({ document, definition }), { start, end });
  }
  return calls.list();
}

function outgoingUses(view: DocumentView, { meaning, term }: Definition): HierarchyCall[] {
  const { blocks } = view.document.tree;
  const calls = new Calls();
  const blockAt = (offset: number): number =>
    Math.max(
      0,
      lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, offset),
    );
  for (let block = blockAt(meaning.start); block <= blockAt(meaning.end - 1); block++) {
    for (const use of view.usesIn(block)) {
      if (use.start < meaning.start || use.end > meaning.end || !use.site) continue;
      const isItself = identityOfUse(view, use).term === term && use.site.document === view.document;
      if (!isItself) calls.add(definitionItem(use.site), use);
    }
  }
  return calls.list();
}

/** The definitions whose meaning an offset stands in: several may share one sentence. */
function definitionsAround({ definitions }: DocumentFacts, offset: number): Definition[] {
  return definitions.filter(({ meaning }) => meaning.start <= offset && offset < meaning.end);
}

// ---- items --------------------------------------------------------------------------------------------------------------

function provisionItem(document: DocumentFacts, provision: Provision): HierarchyItem {
  const { key, owner, heading, sideHeading, label, start } = provision;
  const words = heading || sideHeading;
  const name = provisionLabel({ key, owner }) || key;
  return {
    key: { kind: 'provision', uri: document.uri, start },
    name: words === '' ? name : `${name} ${words.replace(/\s+/g, ' ')}`,
    detail: documentLabel(document),
    document,
    span: { start, end: Math.max(label.end, provisionEnd(document, provision)) },
    label,
  };
}

function definitionItem({
  document,
  definition,
}: Pick<DefinitionSite, 'document' | 'definition'>): HierarchyItem {
  const { term, start, end, meaning } = definition;
  return {
    key: { kind: 'definition', uri: document.uri, start },
    name: term,
    detail: documentLabel(document),
    document,
    span: { start: Math.min(start, meaning.start), end: Math.max(end, meaning.end) },
    label: { start, end },
  };
}

function textItem(document: DocumentFacts): HierarchyItem {
  const none = { start: 0, end: 0 };
  const name = documentLabel(document);
  return {
    key: { kind: 'text', uri: document.uri, start: 0 },
    name,
    detail: '',
    document,
    span: none,
    label: none,
  };
}

function provisionAt({ tree }: DocumentFacts, start: number): Provision | undefined {
  return tree.provisions.find((provision) => provision.start === start);
}

function definitionAt(document: DocumentFacts, start: number): DefinitionSite | undefined {
  const definition = document.definitions.find((candidate) => candidate.start === start);
  return definition && { document, definition, scope: scopeOf(document, definition) };
}

/** Calls by item, each with all its places, in the order in which the items came. */
class Calls {
  readonly #calls = new Map<string, { readonly item: HierarchyItem; readonly spans: Span[] }>();

  add(item: HierarchyItem, { start, end }: Span): void {
    const { kind, uri, start: at } = item.key;
    const key = `${kind} ${at} ${uri}`;
    const known = this.#calls.get(key);
    if (known) known.spans.push({ start, end });
    else this.#calls.set(key, { item, spans: [{ start, end }] });
  }

  list(): HierarchyCall[] {
    return [...this.#calls.values()];
  }
}

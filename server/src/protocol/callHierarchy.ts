import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
} from 'vscode-languageserver/node';
import {
  incomingCalls,
  outgoingCalls,
  prepareCalls,
  type HierarchyItem,
  type HierarchyKey,
} from '../features/callHierarchy.js';
import { toReadingOffset, toReadingRange } from './convert.js';
import type { Session } from './session.js';

export function answerPrepareCalls(
  session: Session,
  { textDocument, position }: CallHierarchyPrepareParams,
): CallHierarchyItem[] | null {
  const view = session.view(textDocument.uri);
  const items = view ? prepareCalls(view, toReadingOffset(view.document, position)) : [];
  return items.length === 0 ? null : items.map(toItem);
}

export function answerIncomingCalls(
  session: Session,
  { item }: CallHierarchyIncomingCallsParams,
): CallHierarchyIncomingCall[] {
  const key = keyOf(item);
  return (key ? incomingCalls(session.index, key) : []).map((call) => ({
    from: toItem(call.item),
    fromRanges: call.spans.map((span) => toReadingRange(call.item.document, span)),
  }));
}

export function answerOutgoingCalls(
  session: Session,
  { item }: CallHierarchyOutgoingCallsParams,
): CallHierarchyOutgoingCall[] {
  const key = keyOf(item);
  const document = key && session.find(key.uri);
  if (!key || !document) return [];
  return outgoingCalls(session.index, key).map((call) => ({
    to: toItem(call.item),
    fromRanges: call.spans.map((span) => toReadingRange(document, span)),
  }));
}

function toItem({ key, name, detail, document, span, label }: HierarchyItem): CallHierarchyItem {
  return {
    name,
    detail,
    kind: key.kind === 'definition' ? SymbolKind.Constant : SymbolKind.Function,
    uri: document.uri,
    range: toReadingRange(document, span),
    selectionRange: toReadingRange(document, label),
    data: key,
  };
}

/** A client gives back what it was given; anything else names nothing. */
function keyOf({ data }: CallHierarchyItem): HierarchyKey | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, uri, start } = data as Record<string, unknown>;
  if (kind !== 'provision' && kind !== 'definition' && kind !== 'text') return undefined;
  return typeof uri === 'string' && typeof start === 'number' ? { kind, uri, start } : undefined;
}

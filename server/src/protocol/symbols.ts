import {
  SymbolKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import {
  documentSymbols,
  type DocumentSymbolNode,
  type SymbolKindName,
} from '../features/documentSymbols.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { ClientAbilities } from './abilities.js';
import { toReadingRange } from './convert.js';
import type { Session } from './session.js';

const kinds: Readonly<Record<SymbolKindName, SymbolKind>> = {
  part: SymbolKind.Module,
  'sub-section': SymbolKind.Namespace,
  'side heading': SymbolKind.String,
  clause: SymbolKind.Function,
  paragraph: SymbolKind.EnumMember,
  definition: SymbolKind.Constant,
};

/** A tree, or a list for clients that take no tree. */
export function answerDocumentSymbols(
  session: Session,
  { textDocument }: DocumentSymbolParams,
  { symbolTree }: ClientAbilities,
): DocumentSymbol[] | SymbolInformation[] | null {
  const document = session.find(textDocument.uri);
  if (!document) return null;
  const nodes = documentSymbols(document);
  return symbolTree
    ? nodes.map((node) => toSymbol(document, node))
    : nodes.flatMap((node) => toList(document, textDocument.uri, node, undefined));
}

function toSymbol(document: DocumentFacts, node: DocumentSymbolNode): DocumentSymbol {
  return {
    name: node.name,
    detail: node.detail,
    kind: kinds[node.kind],
    range: toReadingRange(document, node.span),
    selectionRange: toReadingRange(document, node.label),
    children: node.children.map((child) => toSymbol(document, child)),
  };
}

function toList(
  document: DocumentFacts,
  uri: string,
  node: DocumentSymbolNode,
  containerName: string | undefined,
): SymbolInformation[] {
  const symbol: SymbolInformation = {
    name: node.name,
    kind: kinds[node.kind],
    location: { uri, range: toReadingRange(document, node.span) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [symbol, ...node.children.flatMap((child) => toList(document, uri, child, node.name))];
}

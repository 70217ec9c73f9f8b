import {
  SymbolKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type CancellationToken,
  type SymbolInformation,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver/node';
import {
  symbolsOfTextInSteps,
  type DocumentSymbolNode,
  type SymbolKindName,
} from '../features/documentSymbols.js';
import { symbolsInSteps, type NamedSymbol, type WorkspaceSymbolKind } from '../features/workspaceSymbols.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { Steps } from '../text/steps.js';
import type { ClientAbilities } from './abilities.js';
import { toReadingRange } from './convert.js';
import type { LongRequest } from './longRequest.js';
import { uriOfPage } from './pageUris.js';
import type { Session } from './session.js';
import { Slices } from './slices.js';

const kinds: Readonly<Record<SymbolKindName | WorkspaceSymbolKind, SymbolKind>> = {
  part: SymbolKind.Module,
  'sub-section': SymbolKind.Namespace,
  'side heading': SymbolKind.String,
  clause: SymbolKind.Function,
  paragraph: SymbolKind.EnumMember,
  definition: SymbolKind.Constant,
  modification: SymbolKind.Event,
};

/** A tree, or a list for clients that take no tree; in slices. */
export async function answerDocumentSymbols(
  session: Session,
  { textDocument }: DocumentSymbolParams,
  { symbolTree }: ClientAbilities,
  token: CancellationToken,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const document = session.find(textDocument.uri);
  if (!document) return null;
  const slices = new Slices(token);
  const nodes = await slices.finish(symbolsOfTextInSteps(document));
  if (symbolTree) return slices.finish(toTree(document, nodes));
  return nodes.flatMap((node) => toList(document, textDocument.uri, node, undefined));
}

function* toTree(document: DocumentFacts, nodes: readonly DocumentSymbolNode[]): Steps<DocumentSymbol[]> {
  const symbols: DocumentSymbol[] = [];
  for (const node of nodes) {
    symbols.push({ ...toSymbol(document, node), children: yield* toTree(document, node.children) });
    yield;
  }
  return symbols;
}

function toSymbol(document: DocumentFacts, node: DocumentSymbolNode): DocumentSymbol {
  return {
    name: node.name,
    detail: node.detail,
    kind: kinds[node.kind],
    range: toReadingRange(document, node.span),
    selectionRange: toReadingRange(document, node.label),
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

/**
 * In slices; a client that takes partial results gets the best symbols before the others are looked for. Pages made from facts
 * are named only to a client that shows them.
 */
export async function answerWorkspaceSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
  { generatedPages }: ClientAbilities,
  { token, progress, partial }: LongRequest<SymbolInformation[]>,
): Promise<SymbolInformation[]> {
  const slices = new Slices(token);
  const all: SymbolInformation[] = [];
  progress.begin('Finding symbols', undefined, undefined, true);
  try {
    for (const found of symbolsInSteps(session.index, query)) {
      const symbols = found.flatMap((symbol) => {
        const location = locationOf(symbol, generatedPages);
        const { name, kind, container } = symbol;
        return location ? [{ name, kind: kinds[kind], location, containerName: container }] : [];
      });
      if (!partial) all.push(...symbols);
      else if (symbols.length > 0) partial.report(symbols);
      await slices.next();
    }
  } finally {
    progress.done();
  }
  return all;
}

function locationOf({ place }: NamedSymbol, hasPages: boolean): SymbolInformation['location'] | undefined {
  if ('document' in place) {
    return { uri: place.document.uri, range: toReadingRange(place.document, place.span) };
  }
  const start = { line: 0, character: 0 };
  return hasPages ? { uri: uriOfPage(place.page), range: { start, end: start } } : undefined;
}

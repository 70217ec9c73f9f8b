import type { InitializeParams } from 'vscode-languageserver/node';
import type { FindingsPage } from '../files/findingsPage.js';
import type { PositionEncoding } from '../text/positionEncoding.js';
import { findingLinks, type FindingLink } from './findingLinks.js';

/** What the client can do, as far as answers depend on it. */
export interface ClientAbilities {
  readonly positionEncoding: PositionEncoding;
  readonly linkSupport: boolean;
  readonly markdownHover: boolean;
  /** Takes an outline as a tree. */
  readonly symbolTree: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  /** What it asks for again when it is told to. */
  readonly refreshes: {
    readonly semanticTokens: boolean;
    readonly inlayHints: boolean;
    readonly codeLenses: boolean;
  };
  readonly configuration: boolean;
  /** Takes edits for the versions of texts that they were made for. */
  readonly documentChanges: boolean;
  /** Lets the user look at groups of edits before they are made. */
  readonly changeAnnotations: boolean;
  readonly snippets: boolean;
  readonly markdownCompletion: boolean;
  /** Asks for the edits of a code action when it is picked. */
  readonly resolvesActions: boolean;
  readonly renamePreparation: boolean;
  readonly watchesFiles: boolean;
  /** Watches files by a pattern below a folder that need not be one of the workspace. */
  readonly relativePatterns: boolean;
  readonly changesFolders: boolean;
  /** Shows pages made from facts, and runs the extension's own commands. */
  readonly generatedPages: boolean;
  /** Where it can go from the code of a finding. */
  readonly linkTo: FindingLink;
}

/**
 * @param params undefined before the client has told
 * @param page what is said of each finding, if it is at hand
 */
export function readAbilities(params: InitializeParams | undefined, page?: FindingsPage): ClientAbilities {
  const client = params?.capabilities;
  const options = params?.initializationOptions as { generatedPages?: unknown } | undefined;
  const generatedPages = options?.generatedPages === true;
  const showsLinks = client?.textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
  return {
    positionEncoding: pickEncoding(client?.general?.positionEncodings),
    linkSupport: client?.textDocument?.definition?.linkSupport === true,
    markdownHover: client?.textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    symbolTree: client?.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    pullDiagnostics: client?.textDocument?.diagnostic !== undefined,
    refreshDiagnostics: client?.workspace?.diagnostics?.refreshSupport === true,
    refreshes: {
      semanticTokens: client?.workspace?.semanticTokens?.refreshSupport === true,
      inlayHints: client?.workspace?.inlayHint?.refreshSupport === true,
      codeLenses: client?.workspace?.codeLens?.refreshSupport === true,
    },
    configuration: client?.workspace?.configuration === true,
    documentChanges: client?.workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: client?.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippets: client?.textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownCompletion:
      client?.textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') ?? false,
    resolvesActions:
      client?.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      client.textDocument.codeAction.dataSupport === true,
    renamePreparation: client?.textDocument?.rename?.prepareSupport === true,
    watchesFiles: client?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: client?.workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: client?.workspace?.workspaceFolders === true,
    generatedPages,
    linkTo: findingLinks(showsLinks ? page : undefined, generatedPages ? 'line' : 'code'),
  };
}

/** UTF-16 where the client takes it, since texts are held so; else the first that it offers and we know. */
function pickEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.includes('utf-16')) return 'utf-16';
  return offered.find((encoding) => encoding === 'utf-8' || encoding === 'utf-32') ?? 'utf-16';
}

import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver/node';
import type { ClientAbilities } from './abilities.js';
import { fixAllKind } from './codeActions.js';
import { formattingSigns } from './formatting.js';
import { fileOperations } from './movedFiles.js';
import { semanticTokensLegend } from './semanticTokens.js';

/** What the server offers a client: all of it, and each thing only in the form that the client takes. */
export function capabilities(abilities: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: abilities.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
    ...understanding(abilities),
    ...navigation(),
    ...writing(abilities),
  };
}

function understanding(abilities: ClientAbilities): ServerCapabilities {
  const offered: ServerCapabilities = {
    hoverProvider: true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
  };
  if (!abilities.pullDiagnostics) return offered;
  return {
    ...offered,
    diagnosticProvider: {
      identifier: 'smart-energy-code',
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: true,
    },
  };
}

function navigation(): ServerCapabilities {
  return {
    definitionProvider: true,
    declarationProvider: true,
    referencesProvider: { workDoneProgress: true },
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: { workDoneProgress: true },
    callHierarchyProvider: true,
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
  };
}

function writing({ renamePreparation }: ClientAbilities): ServerCapabilities {
  return {
    // The form with options is only for clients that ask before they rename.
    renameProvider: renamePreparation ? { prepareProvider: true } : true,
    // A space is typed behind `Section`, a dot and a bracket inside a number, a brace before a change mark.
    completionProvider: { resolveProvider: true, triggerCharacters: [' ', '.', '(', '{'] },
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: formattingSigns,
    codeActionProvider: {
      resolveProvider: true,
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorRewrite,
        CodeActionKind.RefactorExtract,
        fixAllKind,
      ],
    },
  };
}

import type { DocumentSelector } from 'vscode-languageclient/node';
import * as vscode from 'vscode';

/** Other languages whose files `smartEnergyCode.include` may name. */
const includable = ['plaintext', 'markdown'];

/** The documents that the server is told about: legal text, and the files that the user includes. */
export function includedDocuments(): vscode.DocumentFilter[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [
    { language: 'sec', scheme: 'file' },
    { language: 'sec', scheme: 'untitled' },
    ...virtualSchemes(folders).map((scheme) => ({ language: 'sec', scheme })),
    ...(folders.length > 0 ? folders.flatMap(includedIn) : includedAnywhere()),
  ];
}

/** Of folders that are on no disk, such as a repository that is looked at where it is hosted: their open files are read. */
function virtualSchemes(folders: readonly vscode.WorkspaceFolder[]): string[] {
  return [...new Set(folders.map(({ uri }) => uri.scheme))].filter((scheme) => scheme !== 'file');
}

/** The same selection as the Language Server Protocol writes it. */
export function toProtocolSelector(filters: readonly vscode.DocumentFilter[]): DocumentSelector {
  return filters.map(({ language = '*', scheme = 'file', pattern }) => ({
    language,
    scheme,
    ...(pattern !== undefined && {
      pattern:
        typeof pattern === 'string'
          ? pattern
          : { baseUri: pattern.baseUri.toString(), pattern: pattern.pattern },
    }),
  }));
}

/** A pattern counts from its own workspace folder, so that each folder includes its own files only. */
function includedIn(folder: vscode.WorkspaceFolder): vscode.DocumentFilter[] {
  return filtersFor(folder.uri, (glob) => new vscode.RelativePattern(folder, glob));
}

/** A file opened without a folder: the pattern holds wherever the file is. */
function includedAnywhere(): vscode.DocumentFilter[] {
  return filtersFor(undefined, (glob) => (/^(?:\*\*|\/|[A-Za-z]:)/u.test(glob) ? glob : `**/${glob}`));
}

function filtersFor(
  scope: vscode.Uri | undefined,
  toPattern: (glob: string) => vscode.GlobPattern,
): vscode.DocumentFilter[] {
  const globs: unknown = vscode.workspace.getConfiguration('smartEnergyCode', scope).get('include');
  if (!Array.isArray(globs)) {
    return [];
  }
  return globs
    .filter((glob): glob is string => typeof glob === 'string' && glob !== '')
    .flatMap((glob) =>
      includable.map((language) => ({ language, scheme: 'file', pattern: toPattern(glob) })),
    );
}

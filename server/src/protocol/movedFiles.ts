import type { FileOperationOptions, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver/node';
import { moveLinks } from '../features/moveLinks.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { ClientAbilities } from './abilities.js';
import type { Session } from './session.js';
import { uriKey } from './uris.js';
import { toWorkspaceEdit } from './workspaceEdits.js';

const everyFile = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.{sec,md,txt,json}', matches: 'file' as const } },
    { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } },
  ],
};

/** What the server wants to be asked or told about files that a client moves or takes away. */
export const fileOperations: FileOperationOptions = {
  willRename: everyFile,
  didRename: everyFile,
  didDelete: everyFile,
};

/** The links that files have to one another are mended with the move. */
export function answerWillRenameFiles(
  session: Session,
  { files }: RenameFilesParams,
  abilities: ClientAbilities,
): WorkspaceEdit | null {
  const moves = files.map(({ oldUri, newUri }) => ({ from: keyOf(oldUri), to: keyOf(newUri) }));
  const { index } = session;
  const documents: DocumentFacts[] = [...index.documents()].flatMap((uri) => index.get(uri) ?? []);
  const edits = moveLinks(documents, moves);
  return edits.length === 0 ? null : toWorkspaceEdit(session, edits, abilities);
}

/** Clients write a folder's uri with or without a slash at its end. */
function keyOf(uri: string): string {
  return uriKey(uri).replace(/\/$/, '');
}

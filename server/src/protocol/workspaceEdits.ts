import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Edit } from '../text/edit.js';
import type { ClientAbilities } from './abilities.js';
import { toRange } from './convert.js';
import type { Session } from './session.js';

/** An edit to one file; `annotation` is the id of the change annotation that it belongs to. */
export interface FileEdit extends Edit {
  readonly uri: string;
  readonly annotation?: string | undefined;
}

/**
 * Edits as a client takes them: for the versions that they were made for and with annotations to be looked at first, where the
 * client knows those; else a plain list for each file. What needs confirmation is left out where nobody can be asked.
 */
export function toWorkspaceEdit(
  session: Session,
  edits: readonly FileEdit[],
  abilities: ClientAbilities,
  annotations: Readonly<Record<string, ChangeAnnotation>> = {},
): WorkspaceEdit {
  const asks = abilities.documentChanges && abilities.changeAnnotations;
  const byUri = new Map<string, AnnotatedTextEdit[]>();
  for (const edit of edits) {
    const document = session.find(edit.uri);
    const annotation = edit.annotation === undefined ? undefined : annotations[edit.annotation];
    if (!document || (annotation?.needsConfirmation && !asks)) continue;
    const uri = session.clientUri(edit.uri);
    const plain = { range: toRange(document, edit), newText: edit.newText };
    const annotated = asks && annotation ? { ...plain, annotationId: edit.annotation as string } : plain;
    const held = byUri.get(uri);
    if (held) held.push(annotated as AnnotatedTextEdit);
    else byUri.set(uri, [annotated as AnnotatedTextEdit]);
  }
  if (!abilities.documentChanges) return { changes: Object.fromEntries<TextEdit[]>(byUri) };
  const documentChanges = [...byUri].map(([uri, list]): TextDocumentEdit => ({
    textDocument: { uri, version: session.clientVersion(uri) },
    edits: list,
  }));
  return asks && Object.keys(annotations).length > 0
    ? { documentChanges, changeAnnotations: { ...annotations } }
    : { documentChanges };
}

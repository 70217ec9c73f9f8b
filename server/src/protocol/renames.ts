import type {
  CancellationToken,
  ChangeAnnotation,
  Connection,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { prepareRename, rename } from '../features/prepareRename.js';
import type { RenamePlan } from '../features/rename.js';
import type { ClientAbilities } from './abilities.js';
import { toReadingOffset, toReadingRange } from './convert.js';
import { Refused } from './refused.js';
import type { Session } from './session.js';
import { Slices } from './slices.js';
import { toWorkspaceEdit } from './workspaceEdits.js';

/** The words that a rename would take and the name to start from; an error that says why where there can be none. */
export function answerPrepareRename(
  session: Session,
  { textDocument, position }: PrepareRenameParams,
): PrepareRenameResult | null {
  const view = session.view(textDocument.uri);
  const start = view && prepareRename(view, toReadingOffset(view.document, position));
  if (!start) return null;
  if ('refused' in start) throw new Refused(start.refused);
  return { range: toReadingRange(view.document, start.span), placeholder: start.placeholder };
}

/** The edits of a rename, in slices; what had to be left alone is told to the user. */
export async function answerRename(
  session: Session,
  { textDocument, position, newName }: RenameParams,
  abilities: ClientAbilities,
  connection: Connection,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const view = session.view(textDocument.uri);
  if (!view) return null;
  const slices = new Slices(token);
  await slices.finish(view.joinInSteps());
  const offset = toReadingOffset(view.document, position);
  const plan = await slices.finish(rename(session.index, view, offset, newName));
  if (!plan) return null;
  if ('refused' in plan) throw new Refused(plan.refused);
  if (plan.left.length > 0) connection.window.showWarningMessage(leftAlone(session, plan));
  const main = 'rename';
  const annotations: Record<string, ChangeAnnotation> = { [main]: { label: plan.label } };
  for (const { id, label, description } of plan.choices)
    annotations[id] = { label, description, needsConfirmation: true };
  const edits = plan.edits.map((edit) => ({ ...edit, annotation: edit.choice ?? main }));
  return toWorkspaceEdit(session, edits, abilities, annotations);
}

function leftAlone(session: Session, { left }: RenamePlan): string {
  const places = left.slice(0, 5).map(({ uri, start, why }) => {
    const line = (session.find(uri)?.lines.positionAt(start).line ?? 0) + 1;
    return `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}, line ${line} (${why})`;
  });
  const more = left.length > places.length ? `; and ${left.length - places.length} more` : '';
  return `Left as it is: ${places.join('; ')}${more}. Change by hand what should change.`;
}

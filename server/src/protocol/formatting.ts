import type {
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver/node';
import { formatOnType, formatRange } from '../features/format.js';
import type { Edit } from '../text/edit.js';
import { toOffset, toRange } from './convert.js';
import type { Session } from './session.js';

/** The signs behind which a text may be laid out. */
export const formattingSigns = { firstTriggerCharacter: '\n', moreTriggerCharacter: ['|'] };

/** Nothing unless the user has switched it on. */
export function answerRangeFormatting(
  session: Session,
  { textDocument, range }: DocumentRangeFormattingParams,
): TextEdit[] | null {
  if (!session.settingsOf(textDocument.uri).format.selection) return null;
  return answer(session, textDocument.uri, (document) =>
    formatRange(document, { start: toOffset(document, range.start), end: toOffset(document, range.end) }),
  );
}

/** Nothing unless the user has switched it on. */
export function answerOnTypeFormatting(
  session: Session,
  { textDocument, position, ch }: DocumentOnTypeFormattingParams,
): TextEdit[] | null {
  if (!session.settingsOf(textDocument.uri).format.onType) return null;
  return answer(session, textDocument.uri, (document) =>
    formatOnType(document, toOffset(document, position), ch),
  );
}

function answer(
  session: Session,
  uri: string,
  edits: (document: NonNullable<ReturnType<Session['find']>>) => Edit[],
): TextEdit[] | null {
  const document = session.find(uri);
  if (!document) return null;
  return edits(document).map((edit) => ({ range: toRange(document, edit), newText: edit.newText }));
}

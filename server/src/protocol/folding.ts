import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver/node';
import { folds } from '../features/folding.js';
import type { Session } from './session.js';

export function answerFolding(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null {
  const document = session.find(textDocument.uri);
  if (!document) return null;
  return folds(document).map(({ startLine, endLine, kind }) => ({
    startLine,
    endLine,
    ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
  }));
}

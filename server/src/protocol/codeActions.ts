import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { Finding, Fix } from '../findings/finding.js';
import { quickFixes } from '../findings/quickFixes.js';
import { overlaps } from '../text/span.js';
import { toDiagnostic, toRange } from './convert.js';
import type { ClientAbilities } from './abilities.js';
import type { Session } from './session.js';

/** Quick fixes for the findings at the range: mends first, then what silences them. */
export function answerCodeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  abilities: ClientAbilities,
): CodeAction[] {
  if (context.only && !context.only.some((kind) => kind === CodeActionKind.QuickFix || kind === ''))
    return [];
  const document = session.find(textDocument.uri);
  const held = session.findings(textDocument.uri);
  if (!document || !held) return [];
  const asked = { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) + 1 };
  return held.findings
    .filter((finding) => overlaps({ start: finding.start, end: finding.end + 1 }, asked))
    .flatMap((finding) => {
      const diagnostic = toDiagnostic(document, finding, (uri) => session.find(uri));
      const fixes = quickFixes(document, finding).map((fix): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: fix.isPreferred,
        edit: { changes: changesOf(session, fix) },
      }));
      return abilities.generatedPages ? [...fixes, ignoreInWorkspace(finding, textDocument.uri)] : fixes;
    });
}

function changesOf(session: Session, fix: Fix): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of fix.edits) {
    const document = session.find(edit.uri);
    if (document) (changes[edit.uri] ??= []).push({ range: toRange(document, edit), newText: edit.newText });
  }
  return changes;
}

/** A setting is the editor's to change: its own command does it. */
function ignoreInWorkspace({ code }: Finding, uri: string): CodeAction {
  const title = `Ignore ${code} in this workspace`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: 'smartEnergyCode.setRule', arguments: [code, 'off', uri] },
  };
}

import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Command,
  type Range,
} from 'vscode-languageserver/node';
import { defineTerm } from '../features/defineTerm.js';
import { extractDefinition } from '../features/extractDefinition.js';
import { insertHeading } from '../features/insertHeading.js';
import type { Refactoring } from '../features/refactoring.js';
import { sortDefinitions } from '../features/sortDefinitions.js';
import type { Finding } from '../findings/finding.js';
import { fixAll } from '../findings/fixAll.js';
import { quickFixes } from '../findings/quickFixes.js';
import type { DocumentView } from '../index/documentView.js';
import { overlaps, type Span } from '../text/span.js';
import { toDiagnostic } from './convert.js';
import type { ClientAbilities } from './abilities.js';
import type { Session } from './session.js';
import { toWorkspaceEdit, type FileEdit } from './workspaceEdits.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.smart-energy-code`;

/** An action whose edits are put together when they are wanted. */
interface Offer extends Pick<CodeAction, 'title' | 'kind' | 'diagnostics' | 'isPreferred'> {
  readonly id: string;
  readonly edits?: () => readonly FileEdit[];
  readonly command?: Command;
}

interface Asked {
  readonly uri: string;
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** What can be done at a range: mends of its findings, what silences them, and what a drafter may want there. */
export function answerCodeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  abilities: ClientAbilities,
): CodeAction[] {
  const asked = { uri: textDocument.uri, range, context };
  return offersAt(session, asked, abilities).map(({ id, edits, command, ...action }): CodeAction => {
    if (command) return { ...action, command };
    if (abilities.resolvesActions)
      return { ...action, data: { id, uri: asked.uri, range, only: context.only } };
    return { ...action, edit: toWorkspaceEdit(session, edits?.() ?? [], abilities) };
  });
}

/** The edits of an action that was picked. */
export function answerCodeActionResolve(
  session: Session,
  action: CodeAction,
  abilities: ClientAbilities,
): CodeAction {
  const data = action.data as { id: string; uri: string; range: Range; only?: string[] } | undefined;
  if (!data || action.edit) return action;
  const context = { diagnostics: [], ...(data.only ? { only: data.only } : {}) };
  const offer = offersAt(session, { ...data, context }, abilities).find(({ id }) => id === data.id);
  const edits = offer?.edits?.();
  return edits ? { ...action, edit: toWorkspaceEdit(session, edits, abilities) } : action;
}

function offersAt(session: Session, { uri, range, context }: Asked, abilities: ClientAbilities): Offer[] {
  const view = session.view(uri);
  const held = session.findings(uri);
  if (!view || !held) return [];
  const { document } = view;
  const span = { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) };
  const wants = (kind: string): boolean =>
    !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
  const here = held.findings.filter((finding) =>
    overlaps({ start: finding.start, end: finding.end + 1 }, { start: span.start, end: span.end + 1 }),
  );
  return [
    ...(wants(CodeActionKind.QuickFix)
      ? here.flatMap((finding) => mendsOf(session, view, finding, abilities))
      : []),
    ...(wants(CodeActionKind.QuickFix) ? correctIds(held.findings, here) : []),
    ...refactorings(view, span).filter(({ kind }) => wants(kind as string)),
    ...(wants(fixAllKind) ? everyFix(held.findings, context) : []),
  ];
}

function mendsOf(
  session: Session,
  view: DocumentView,
  finding: Finding,
  { generatedPages, linkTo }: ClientAbilities,
): Offer[] {
  const { document } = view;
  const about = {
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, finding, (uri) => session.find(uri), linkTo)],
  };
  const id = `${finding.code} ${finding.start}`;
  const offers: Offer[] = quickFixes(document, finding).map((fix, i) => ({
    ...about,
    id: `${id} ${i}`,
    title: fix.title,
    isPreferred: fix.isPreferred,
    edits: () => fix.edits,
  }));
  if (finding.code === 'undefined-term') {
    const defined = defineTerm(view, document.text.slice(finding.start, finding.end));
    if (defined)
      offers.unshift({ ...about, id: `${id} define`, title: defined.title, edits: () => defined.edits });
  }
  // A setting is the editor's to change: its own command does it.
  if (generatedPages) {
    const title = `Ignore ${finding.code} in this workspace`;
    const command = {
      title,
      command: 'smartEnergyCode.setRule',
      arguments: [finding.code, 'off', document.uri],
    };
    offers.push({ ...about, id: `${id} setting`, title, command });
  }
  return offers;
}

function correctIds(all: readonly Finding[], here: readonly Finding[]): Offer[] {
  const code = 'malformed-modification-id';
  const count = all.filter((finding) => finding.code === code).length;
  if (count < 2 || !here.some((finding) => finding.code === code)) return [];
  const title = `Correct all ${count} modification ids in this file`;
  return [{ id: 'correct-ids', title, kind: CodeActionKind.QuickFix, edits: () => fixAll(all, code) }];
}

function refactorings(view: DocumentView, { start }: Span): Offer[] {
  const offset = view.document.reading.fromFile(start);
  const offer = (kind: string, refactoring: Refactoring | undefined): Offer[] =>
    refactoring
      ? [{ id: refactoring.id, title: refactoring.title, kind, edits: () => refactoring.edits }]
      : [];
  return [
    ...offer(CodeActionKind.RefactorRewrite, insertHeading(view, offset)),
    ...offer(CodeActionKind.RefactorRewrite, sortDefinitions(view, offset)),
    ...offer(CodeActionKind.RefactorExtract, extractDefinition(view, offset)),
  ];
}

/** Offered where a client asks for source actions; among the light bulbs of every line it would only be in the way. */
function everyFix(findings: readonly Finding[], { only }: CodeActionContext): Offer[] {
  if (!only?.some((kind) => kind.startsWith(CodeActionKind.Source))) return [];
  const edits = fixAll(findings);
  if (edits.length === 0) return [];
  return [
    { id: 'fix-all', title: 'Mend everything that has one sure mend', kind: fixAllKind, edits: () => edits },
  ];
}

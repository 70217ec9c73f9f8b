import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { toDiagnostic } from './convert.js';
import type { ClientAbilities } from './abilities.js';
import type { Session } from './session.js';
import { uriKey } from './uris.js';

/** Brings findings to the client: pushed to one that cannot pull, and only when they changed; else it is told to pull again. */
export class DiagnosticsPublisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #abilities: () => ClientAbilities;
  readonly #sent = new Map<string, string>();

  constructor(connection: Connection, session: Session, abilities: () => ClientAbilities) {
    this.#connection = connection;
    this.#session = session;
    this.#abilities = abilities;
  }

  /** The findings of one open text. */
  publish(uri: string): void {
    if (this.#abilities().pullDiagnostics) return;
    const diagnostics = this.#diagnostics(uri);
    const form = JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === form) return;
    this.#sent.set(uri, form);
    const version = this.#session.find(uri)?.version;
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  publishAll(uris: Iterable<string>): void {
    if (this.#abilities().pullDiagnostics) {
      this.#askToPull();
      return;
    }
    for (const uri of uris) this.publish(uri);
  }

  /** The other open texts, whose findings a change of this one may alter. */
  publishDependants(uri: string, open: Iterable<string>): void {
    if (this.#abilities().pullDiagnostics) {
      this.#askToPull();
      return;
    }
    const dependants = new Set(this.#session.index.dependants(uriKey(uri)));
    for (const other of open) if (dependants.has(uriKey(other))) this.publish(other);
  }

  #askToPull(): void {
    if (this.#abilities().refreshDiagnostics) void this.#connection.languages.diagnostics.refresh();
  }

  /** A closed text shows no findings. */
  clear(uri: string): void {
    this.#sent.delete(uri);
    if (!this.#abilities().pullDiagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  pull({ textDocument, previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport {
    const id = this.#session.findings(textDocument.uri)?.id ?? 'none';
    if (previousResultId === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId: id,
      items: this.#diagnostics(textDocument.uri),
    };
  }

  /**
   * Every text of the workspace: what changed since the ids that the client holds. Works in slices, so that other requests
   * are answered between them, and stops when it is cancelled.
   */
  async pullWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const held = new Map(previousResultIds.map(({ uri, value }) => [uriKey(uri), value]));
    const items: WorkspaceDiagnosticReport['items'] = [];
    for (const uri of [...this.#session.index.documents()]) {
      if (token.isCancellationRequested) break;
      items.push(this.#workspaceItem(uri, held.get(uri)));
      held.delete(uri);
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const uri of held.keys()) {
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    return { items };
  }

  #workspaceItem(uri: string, known: string | undefined): WorkspaceDocumentDiagnosticReport {
    const version = this.#session.find(uri)?.version ?? null;
    const resultId = this.#session.findings(uri)?.id ?? 'none';
    if (known === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: this.#diagnostics(uri) };
  }

  #diagnostics(uri: string): Diagnostic[] {
    const document = this.#session.find(uri);
    const held = this.#session.findings(uri);
    if (!document || !held) return [];
    return held.findings.map((finding) =>
      toDiagnostic(document, finding, (other) => this.#session.find(other)),
    );
  }
}

import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Finding } from '../findings/finding.js';
import { eachInSteps, type Steps } from '../text/steps.js';
import { toDiagnostic } from './convert.js';
import type { ClientAbilities } from './abilities.js';
import type { LongRequest } from './longRequest.js';
import type { Session } from './session.js';
import { Cancelled, Slices } from './slices.js';
import { uriKey } from './uris.js';

/** So many findings are put into the protocol's form in one step. */
const findingsInStep = 50;

/** Brings findings to the client: pushed to one that cannot pull, and only when they changed; else it is told to pull again. */
export class DiagnosticsPublisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #abilities: () => ClientAbilities;
  readonly #sent = new Map<string, string>();
  /** The texts whose findings are being looked for. */
  readonly #working = new Map<string, { isCancellationRequested: boolean }>();

  constructor(connection: Connection, session: Session, abilities: () => ClientAbilities) {
    this.#connection = connection;
    this.#session = session;
    this.#abilities = abilities;
  }

  /**
   * The findings of one open text, in slices: a text that changes meanwhile is begun anew, so that of many quick edits only the
   * last is checked to its end. Never rejects.
   */
  async publish(uri: string): Promise<void> {
    if (this.#abilities().pullDiagnostics) return;
    this.#giveUp(uri);
    const work = { isCancellationRequested: false };
    this.#working.set(uri, work);
    try {
      await this.#publishInSlices(uri, new Slices(work));
    } catch (error) {
      if (!(error instanceof Cancelled)) this.#connection.console.error(`${uri}: ${String(error)}`);
    }
    if (this.#working.get(uri) === work) this.#working.delete(uri);
  }

  async #publishInSlices(uri: string, slices: Slices): Promise<void> {
    const version = this.#session.find(uri)?.version;
    const found = await this.#session.findingsInSlices(uri, slices);
    const diagnostics = await slices.finish(this.#toDiagnostics(uri, found?.findings ?? []));
    const form = JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === form) return;
    this.#sent.set(uri, form);
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  #giveUp(uri: string): void {
    const work = this.#working.get(uri);
    if (work) work.isCancellationRequested = true;
  }

  /** The findings of all open texts; resolved once the client has them. */
  async publishAll(uris: Iterable<string>): Promise<void> {
    if (this.#abilities().pullDiagnostics) {
      this.#askToPull();
      return;
    }
    for (const uri of [...uris]) await this.publish(uri);
  }

  /** The other open texts, whose findings a change of this one may alter. */
  publishDependants(uri: string, open: Iterable<string>): void {
    if (this.#abilities().pullDiagnostics) {
      this.#askToPull();
      return;
    }
    const dependants = new Set(this.#session.index.dependants(uriKey(uri)));
    for (const other of open) if (dependants.has(uriKey(other))) void this.publish(other);
  }

  #askToPull(): void {
    if (this.#abilities().refreshDiagnostics) void this.#connection.languages.diagnostics.refresh();
  }

  /** A closed text shows no findings. */
  clear(uri: string): void {
    this.#giveUp(uri);
    this.#sent.delete(uri);
    if (!this.#abilities().pullDiagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async pull(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const slices = new Slices(token);
    const found = await this.#session.findingsInSlices(textDocument.uri, slices);
    const resultId = found?.id ?? 'none';
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = await slices.finish(this.#toDiagnostics(textDocument.uri, found?.findings ?? []));
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /**
   * Every text of the workspace: what changed since the ids that the client holds. Works in slices, so that other requests
   * are answered between them, and stops when it is cancelled. A client that takes partial results gets each text's as soon
   * as they are known.
   */
  async pullWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    { token, progress, partial }: LongRequest<WorkspaceDiagnosticReportPartialResult>,
  ): Promise<WorkspaceDiagnosticReport> {
    const held = new Map(previousResultIds.map(({ uri, value }) => [uriKey(uri), value]));
    const slices = new Slices(token);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const give = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (partial) partial.report({ items: [item] });
      else items.push(item);
    };
    const uris = [...this.#session.index.documents()];
    progress.begin('Checking legal text', 0, undefined, true);
    try {
      for (const [i, uri] of uris.entries()) {
        give(await this.#workspaceItem(uri, held.get(uri), slices));
        held.delete(uri);
        progress.report(Math.round((100 * (i + 1)) / uris.length), `${i + 1} of ${uris.length} files`);
        await slices.next();
      }
    } finally {
      progress.done();
    }
    for (const uri of held.keys()) {
      give({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    return { items };
  }

  async #workspaceItem(
    key: string,
    known: string | undefined,
    slices: Slices,
  ): Promise<WorkspaceDocumentDiagnosticReport> {
    const uri = this.#session.clientUri(key);
    const version = this.#session.clientVersion(key);
    const found = await this.#session.findingsInSlices(key, slices);
    const resultId = found?.id ?? 'none';
    if (known === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
    const items = await slices.finish(this.#toDiagnostics(key, found?.findings ?? []));
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
  }

  *#toDiagnostics(uri: string, findings: readonly Finding[]): Steps<Diagnostic[]> {
    const document = this.#session.find(uri);
    if (!document) return [];
    const { linkTo } = this.#abilities();
    const diagnostics: Diagnostic[] = [];
    yield* eachInSteps(findings, findingsInStep, (finding) =>
      diagnostics.push(toDiagnostic(document, finding, (other) => this.#session.find(other), linkTo)),
    );
    return diagnostics;
  }
}

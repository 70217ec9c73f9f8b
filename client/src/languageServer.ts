import type { DocumentSelector, LanguageClient } from 'vscode-languageclient/node';
import * as vscode from 'vscode';
import { includedDocuments, toProtocolSelector } from './documentSelector.js';
import { describeFailure } from './failures.js';
import type { ClientChange } from './languageClient.js';
import { type StatusParams, statusNotification } from './protocol.js';
import { ServerProcess } from './serverProcess.js';

/**
 * The one running language server. A client's document selector is fixed for its life, so a change of what is
 * included means a new client; whoever needs the client asks for it each time and keeps none.
 */
export class LanguageServer implements vscode.Disposable {
  readonly #serverModule: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #status = new vscode.EventEmitter<StatusParams>();
  #client: LanguageClient | undefined;
  #process: ServerProcess | undefined;
  #selector: DocumentSelector = [];
  /** Starts and stops run one after another, however quickly they are asked for. */
  #queue: Promise<void> = Promise.resolve();

  /** What the server says it is doing, and that it starts or is gone when it cannot say so itself. */
  readonly onDidReportStatus = this.#status.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#serverModule = context.asAbsolutePath('dist/server.js');
    this.#log = log;
  }

  get client(): LanguageClient | undefined {
    return this.#client;
  }

  /** Rejects when the server cannot be started. */
  start(): Promise<void> {
    return this.#enqueue(() => this.#start());
  }

  /** Stops the server if it runs, and starts it with the settings of now. */
  restart(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  /** Restarts only if the settings or folders of now include other documents than the running client's. */
  restartIfSelectionChanged(): Promise<void> {
    return this.#enqueue(async () => {
      if (JSON.stringify(toProtocolSelector(includedDocuments())) !== JSON.stringify(this.#selector)) {
        await this.#stop();
        await this.#start();
      }
    });
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#stop());
  }

  dispose(): void {
    this.#status.dispose();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #start(): Promise<void> {
    if (this.#client !== undefined) {
      return;
    }
    this.#selector = toProtocolSelector(includedDocuments());
    const server = new ServerProcess(this.#serverModule, (failure) =>
      this.#log.error(`The language server: ${describeFailure(failure)}`),
    );
    this.#process = server;
    const { createClient, onClientChange } = await import('./languageClient.js');
    const client = createClient(server, this.#selector, this.#log);
    this.#client = client;
    client.onNotification(statusNotification, (status: StatusParams) => this.#status.fire(status));
    onClientChange(client, (change) => {
      // A client that is being replaced no longer speaks for the server.
      const status = client === this.#client ? statusOf(change) : undefined;
      if (status !== undefined) this.#status.fire(status);
    });
    await client.start();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    const server = this.#process;
    this.#client = undefined;
    this.#process = undefined;
    try {
      if (client !== undefined) {
        const { stopClient } = await import('./languageClient.js');
        await stopClient(client);
      }
    } catch (failure) {
      this.#log.warn(`The language server did not stop cleanly: ${describeFailure(failure)}`);
    }
    server?.kill();
  }
}

function statusOf(change: ClientChange): StatusParams | undefined {
  switch (change) {
    case 'starting':
      return {
        state: 'busy',
        summary: vscode.l10n.t('Starting'),
        detail: vscode.l10n.t('The language server is starting.'),
        files: 0,
      };
    case 'stopped':
      return {
        state: 'error',
        summary: vscode.l10n.t('Not running'),
        detail: vscode.l10n.t('The language server is not running.'),
        files: 0,
      };
    case undefined:
      return undefined;
  }
}

import {
  type DocumentSelector,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import * as vscode from 'vscode';
import { includedDocuments, toProtocolSelector } from './documentSelector.js';
import { describeFailure } from './failures.js';
import { type StatusParams, statusNotification } from './protocol.js';

/**
 * The one running language server. A client's document selector is fixed for its life, so a change of what is
 * included means a new client; whoever needs the client asks for it each time and keeps none.
 */
export class LanguageServer implements vscode.Disposable {
  readonly #serverModule: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #status = new vscode.EventEmitter<StatusParams>();
  #client: LanguageClient | undefined;
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
    // The client's id is also the section that holds `trace.server`.
    const client = new LanguageClient(
      'smartEnergyCode',
      'Smart Energy Code',
      serverOptions(this.#serverModule),
      this.#clientOptions(),
    );
    this.#client = client;
    this.#listen(client);
    await client.start();
  }

  #listen(client: LanguageClient): void {
    client.onNotification(statusNotification, (status) => this.#status.fire(status));
    client.onDidChangeState(({ newState }) => {
      // A client that is being replaced no longer speaks for the server.
      const status = client === this.#client ? statusOf(newState) : undefined;
      if (status !== undefined) {
        this.#status.fire(status);
      }
    });
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) {
      return;
    }
    try {
      // A server that crashed may be on its way up again; a client can only be stopped when it runs.
      if (client.state === State.Starting) {
        await client.start();
      }
      if (client.state === State.Running) {
        await client.dispose();
      }
    } catch (failure) {
      this.#log.warn(`The language server did not stop cleanly: ${describeFailure(failure)}`);
    }
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector: this.#selector,
      outputChannel: this.#log,
      // A failed request is for the log: users are told only when a command of their own fails.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions,
      // The server registers for changes of settings and files itself, as it does with any client.
      synchronize: {},
    };
  }
}

function statusOf(state: State): StatusParams | undefined {
  switch (state) {
    case State.Starting:
      return {
        state: 'busy',
        summary: vscode.l10n.t('Starting'),
        detail: vscode.l10n.t('The language server is starting.'),
        files: 0,
      };
    case State.Stopped:
    case State.StartFailed:
      return {
        state: 'error',
        summary: vscode.l10n.t('Not running'),
        detail: vscode.l10n.t('The language server is not running.'),
        files: 0,
      };
    case State.Running:
      return undefined;
  }
}

function serverOptions(module: string): ServerOptions {
  const run = { module, transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } } };
}

/** Asked again at each start, also after a crash: the settings may have changed meanwhile. */
function initializationOptions(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('smartEnergyCode');
  return {
    codeFolder: settings.get('codeFolder'),
    asAt: settings.get('asAt'),
    facts: settings.get('facts'),
    generatedPages: true,
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

export interface StartOptions {
  readonly folder?: string;
  readonly initializationOptions?: unknown;
  readonly capabilities?: ClientCapabilities;
}

/** A language-server client over standard input and output, as any editor is one: drives the bundled server in tests. */
export class LspClient {
  readonly #process: ChildProcess;
  readonly connection: MessageConnection;
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting: {
    uri: string;
    test: (found: Diagnostic[]) => boolean;
    done: (found: Diagnostic[]) => void;
  }[] = [];
  readonly logged: string[] = [];
  #version = 0;

  private constructor(process: ChildProcess) {
    this.#process = process;
    if (!process.stdout || !process.stdin) throw new Error('the server has no streams');
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#receive(params),
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  static async start(options: StartOptions = {}): Promise<{ client: LspClient; result: InitializeResult }> {
    const server = spawn(process.execPath, [path.resolve('dist/cli.js'), 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const client = new LspClient(server);
    const folders =
      options.folder === undefined ? null : [{ uri: pathToFileURL(options.folder).href, name: 'folder' }];
    const result: InitializeResult = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: folders,
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return { client, result };
  }

  /** The server's process. */
  get pid(): number {
    return this.#process.pid as number;
  }

  #receive(params: PublishDiagnosticsParams): void {
    this.#diagnostics.set(params.uri, params);
    for (const waiting of [...this.#waiting]) {
      if (waiting.uri !== params.uri || !waiting.test(params.diagnostics)) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.done(params.diagnostics);
    }
  }

  async open(uri: string, text: string): Promise<void> {
    this.#version = 1;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'sec', version: this.#version, text },
    });
  }

  /** Replaces the whole text. */
  async change(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ text }],
    });
  }

  /** Waits until the findings of a text satisfy a condition; rejects after ten seconds with what there is. */
  diagnostics(uri: string, test: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const held = this.#diagnostics.get(uri);
    if (held && test(held.diagnostics)) return Promise.resolve(held.diagnostics);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `not seen; last: ${JSON.stringify(this.#diagnostics.get(uri)?.diagnostics ?? [], null, 1)}`,
            ),
          ),
        10_000,
      );
      this.#waiting.push({
        uri,
        test,
        done: (found) => {
          clearTimeout(timer);
          resolve(found);
        },
      });
    });
  }

  /** A request at a position of a text. */
  at<T>(method: string, uri: string, position: Position): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position });
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}

/** The position of `words` in a text, or of the place behind `skip` of its characters. */
export function positionOf(text: string, words: string, skip = 0): Position {
  const offset = text.indexOf(words);
  if (offset === -1) throw new Error(`“${words}” does not stand in the text`);
  const before = text.slice(0, offset + skip).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

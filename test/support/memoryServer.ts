import { PassThrough } from 'node:stream';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import {
  createConnection,
  ProposedFeatures,
  type ClientCapabilities,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { serve } from '../../server/src/protocol/server.js';
import { unindented } from './fixture.js';

/** A client of a server in the same process, with the files of a folder: every message passes through both their streams. */
export interface MemoryServer {
  readonly connection: MessageConnection;
  readonly result: InitializeResult;
  readonly folder: string;
  /** The uri of one of the folder's files. */
  readonly uri: (name: string) => string;
  readonly open: (name: string, text: string) => Promise<void>;
  /** What `window/showMessage` showed. */
  readonly shown: string[];
  /** What the client was asked to do, by method. */
  readonly asked: { method: string; params: unknown }[];
}

export interface MemoryServerOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What `workspace/configuration` gives. */
  readonly settings?: unknown;
}

/** Runs a test against a server; nothing is spawned and nothing but the folder touches the disk. */
export async function withServer(
  options: MemoryServerOptions,
  test: (server: MemoryServer) => Promise<void>,
): Promise<void> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'sec-memory-')));
  try {
    for (const [name, text] of Object.entries(options.files ?? {})) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), unindented(text));
    }
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const served = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    serve(served, '0.0.0');
    const connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const shown: string[] = [];
    const asked: { method: string; params: unknown }[] = [];
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => options.settings ?? null),
    );
    connection.onRequest((method, params) => {
      asked.push({ method, params });
      return null;
    });
    connection.listen();
    try {
      const result: InitializeResult = await connection.sendRequest('initialize', {
        processId: null,
        rootUri: null,
        capabilities: options.capabilities ?? {},
        workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
        initializationOptions: options.initializationOptions,
      });
      await connection.sendNotification('initialized', {});
      const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
      await test({
        connection,
        result,
        folder,
        uri,
        shown,
        asked,
        open: (name, text) =>
          connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri: uri(name), languageId: 'sec', version: 1, text },
          }),
      });
      await connection.sendRequest('shutdown');
    } finally {
      connection.dispose();
      served.dispose();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

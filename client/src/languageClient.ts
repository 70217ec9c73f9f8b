import type { ChildProcess } from 'node:child_process';
import {
  type DocumentSelector,
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from 'vscode-languageclient/node';
import * as vscode from 'vscode';
import type { ServerProcess } from './serverProcess.js';

/**
 * What is made with the library that speaks to the server. The library is large: this module is loaded with the first server that
 * is started, so that the extension is activated at once.
 */

/** Whether a running server is on its way up or gone; undefined while it speaks for itself. */
export type ClientChange = 'starting' | 'stopped' | undefined;

export function createClient(
  server: ServerProcess,
  documentSelector: DocumentSelector,
  log: vscode.LogOutputChannel,
): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: log,
    // A failed request is for the log: users are told only when a command of their own fails.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    // The server registers for changes of settings and files itself, as it does with any client.
    synchronize: {},
  };
  // The client's id is also the section that holds `trace.server`.
  const start = (): Promise<ChildProcess> => Promise.resolve(server.take());
  return new LanguageClient('smartEnergyCode', 'Smart Energy Code', start, options);
}

export function onClientChange(client: LanguageClient, tell: (change: ClientChange) => void): void {
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) tell('starting');
    else tell(newState === State.Running ? undefined : 'stopped');
  });
}

/** Stops a client, also one that crashed and may be on its way up again: only a running one can be stopped. */
export async function stopClient(client: LanguageClient): Promise<void> {
  if (client.state === State.Starting) await client.start();
  if (client.state === State.Running) await client.dispose();
}

/** What a request reports of its progress, behind a token of the client's. */
export const workDoneProgress = WorkDoneProgress.type;

/** Whether a request failed because it was cancelled. */
export function isCancellation(failure: unknown): boolean {
  return failure instanceof ResponseError && failure.code === LSPErrorCodes.RequestCancelled;
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

import {
  ResponseError,
  CancellationToken,
  type Connection,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import type { ClientAbilities } from './abilities.js';
import type { DiagnosticsPublisher } from './diagnostics.js';
import { answerGeneratedPage, type GeneratedPageParams } from './generatedPage.js';
import { answerHoverText } from './hovers.js';
import type { ImportParams } from './import.js';
import { registerNavigation } from './navigationHandlers.js';
import type { Session } from './session.js';
import { registerUnderstanding } from './understandingHandlers.js';
import { registerWriting } from './writingHandlers.js';

/** What the handlers of requests share. */
export interface HandlerContext {
  readonly session: Session;
  /** What the client told of itself when it connected. */
  readonly abilities: () => ClientAbilities;
  readonly publisher: DiagnosticsPublisher;
  /** Calls back when the client closes a text. */
  readonly onClosed: (tell: (uri: string) => void) => void;
  /** Settled once the folders are read. */
  readonly foldersRead: Promise<void>;
  /** The same, or reading them takes long: for what a person waits for, and what is better than nothing without them. */
  readonly foldersReadOrLate: Promise<void>;
  /** The same for a question about one place, which need not wait where the text itself has what the place names. */
  readonly enoughFor: (place: TextDocumentPositionParams) => Promise<void>;
  /**
   * Runs a handler once there is something to answer from; a cancelled request says so, and a fault is told to the log.
   * @param name of the request, for the log
   * @param needs what to wait for; the open texts when it is left out
   */
  readonly answer: <T>(
    name: string,
    token: CancellationToken,
    work: () => T | Promise<T>,
    needs?: Promise<void>,
  ) => Promise<T | ResponseError>;
}

/** Ties every request to the function that answers it; a feature is one line here or in the files that it calls. */
export function registerHandlers(connection: Connection, context: HandlerContext): void {
  const { session, publisher, foldersRead, foldersReadOrLate, enoughFor, answer } = context;
  registerUnderstanding(connection, context);
  registerNavigation(connection, context);
  registerWriting(connection, context);
  connection.languages.diagnostics.on(async (params, token) =>
    orThrow(await answer('diagnostics', token, () => publisher.pull(params, token), foldersRead)),
  );
  connection.languages.diagnostics.onWorkspace(async (params, token, progress, partial) => {
    const work = () => publisher.pullWorkspace(params, { token, progress, partial });
    return orThrow(await answer('workspace diagnostics', token, work, foldersRead));
  });
  connection.onRequest(
    'smartEnergyCode/hoverText',
    (params: TextDocumentPositionParams, token: CancellationToken) =>
      answer('hover text', token, () => answerHoverText(session, params), enoughFor(params)),
  );
  connection.onRequest(
    'smartEnergyCode/generatedPage',
    (params: GeneratedPageParams, token: CancellationToken) =>
      answer('generated page', token, () => answerGeneratedPage(session, params), foldersReadOrLate),
  );
  // What was written is told even to a client that cancelled too late.
  connection.onRequest('smartEnergyCode/import', (params: ImportParams, token: CancellationToken) =>
    answer('import', CancellationToken.None, async () => {
      // What reads Word is large and seldom needed: it does not keep the first answers waiting.
      const { answerImport } = await import('./import.js');
      return (await answerImport(connection, params, token)) ?? null;
    }),
  );
}

/** For requests whose handlers may only throw an error, not return it. */
export function orThrow<T>(result: T | ResponseError): T {
  if (result instanceof ResponseError) throw result;
  return result;
}

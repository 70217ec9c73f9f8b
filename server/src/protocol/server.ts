import {
  DidChangeConfigurationNotification,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import type { FindingsPage } from '../files/findingsPage.js';
import { readAbilities } from './abilities.js';
import { capabilities } from './capabilities.js';
import { leadsIntoItsText } from './definitions.js';
import { DiagnosticsPublisher } from './diagnostics.js';
import { realFolder } from './folders.js';
import { registerHandlers } from './handlers.js';
import type { Logger } from './logger.js';
import { Milestone } from './milestone.js';
import { openTexts } from './openTexts.js';
import { pageScheme } from './pageUris.js';
import { refreshViews } from './refresh.js';
import { Refused } from './refused.js';
import { Session, type FolderSettings } from './session.js';
import { Cancelled } from './slices.js';
import { pathOfUri, uriOfPath } from './uris.js';
import { Watchers } from './watchers.js';

/** How long a hover or a jump waits for the folders to be read, in milliseconds: an answer without them may not be the whole. */
const longWait = 1500;

/** Other texts are checked again this long after the last change. */
const pause = 200;

/**
 * Serves one client. Each handler translates and nothing more: what is answered is decided in features and findings.
 *
 * @param page what findings link to, if it is at hand
 */
export function serve(connection: Connection, version: string, page?: FindingsPage): void {
  const log: Logger = {
    error: (line) => connection.console.error(line),
    warn: (line) => connection.console.warn(line),
    info: (line) => connection.console.info(line),
    debug: (line) => connection.console.debug(line),
  };
  const session = new Session(log);
  let abilities = readAbilities(undefined);
  const documents = new TextDocuments(openTexts(() => abilities.positionEncoding));
  let initial: unknown;
  let folderPaths: string[] = [];
  /** Settled once the open texts can be asked about, and once the folders are read: only then findings are certain. */
  const hasFacts = new Milestone();
  const isReady = new Milestone();
  /** Settled once the folders are read, or have kept a person waiting for long: then the open texts and facts must do. */
  const isReadyOrLate = new Milestone();
  void isReady.reached.then(() => isReadyOrLate.reach());
  void hasFacts.reached.then(() => setTimeout(() => isReadyOrLate.reach(), longWait).unref());
  let round = 0;
  const watchers = new Watchers(connection);
  const publisher = new DiagnosticsPublisher(connection, session, () => abilities);

  connection.onInitialize((params): InitializeResult => {
    abilities = readAbilities(params, page);
    session.positionEncoding = abilities.positionEncoding;
    initial = params.initializationOptions;
    folderPaths = foldersOf(params);
    return { serverInfo: { name: 'smart-energy-code', version }, capabilities: capabilities(abilities) };
  });

  connection.onInitialized(() => {
    if (abilities.configuration)
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'smartEnergyCode',
      });
    void watchers.watch([], abilities);
    if (abilities.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.flatMap(({ uri }) => pathOfUri(uri) ?? []));
        folderPaths = [
          ...folderPaths.filter((path) => !gone.has(path)),
          ...added.flatMap(({ uri }) => pathOfUri(uri) ?? []),
        ];
        reload();
      });
    }
    reload();
  });

  /** Reads settings, facts and files anew; a newer call makes an older one give up. */
  function reload(): void {
    const mine = ++round;
    (async () => {
      report('busy', 'Reading', 'Reading the code folder and the facts.');
      const started = Date.now();
      const folders = await Promise.all(
        folderPaths.map(async (path): Promise<FolderSettings> => ({
          path: await realFolder(path),
          value: await settingsOf(path),
        })),
      );
      await session.configure(
        folders,
        await settingsOf(undefined),
        () => mine !== round,
        () => hasFacts.reach(),
      );
      if (mine !== round) return;
      void watchers.watch(session.watched, abilities);
      log.info(
        `smart-energy-code ${version}: ${session.codeAtHand}; ${session.fileCount} files read in ${Date.now() - started} ms`,
      );
      reportReady();
      isReady.reach();
      refreshViews(connection, abilities);
      await publisher.publishAll(documents.keys());
      await session.prepare(() => mine !== round);
    })().catch((error: unknown) => {
      // Requests must not wait for ever for what will not come.
      hasFacts.reach();
      isReady.reach();
      log.error(`The workspace could not be read: ${messageOf(error)}`);
      report('error', 'Not ready', messageOf(error));
    });
  }

  async function settingsOf(folder: string | undefined): Promise<unknown> {
    if (!abilities.configuration) return initial;
    try {
      const scope = folder === undefined ? {} : { scopeUri: uriOfPath(folder) };
      const value: unknown = await connection.workspace.getConfiguration({
        ...scope,
        section: 'smartEnergyCode',
      });
      return typeof value === 'object' && value !== null
        ? { ...(initial as object | undefined), ...value }
        : initial;
    } catch (error) {
      log.warn(`The client gave no settings: ${messageOf(error)}`);
      return initial;
    }
  }

  function report(state: 'busy' | 'ready' | 'error', summary: string, detail: string): void {
    if (!abilities.generatedPages) return;
    void connection.sendNotification('smartEnergyCode/status', {
      state,
      summary,
      detail,
      files: session.fileCount,
    });
  }

  function reportReady(): void {
    const [problem] = session.problems;
    if (problem !== undefined) {
      report('error', 'Wrong setting', problem);
      return;
    }
    const { fileCount, refusedCount, asAt, codeAtHand } = session;
    const files = `${fileCount} ${fileCount === 1 ? 'file' : 'files'} read`;
    if (refusedCount > 0) report('error', codeAtHand, `${files}, ${refusedCount} not; the log says why.`);
    else report('ready', codeAtHand, `${files}; judged as at ${asAt}.`);
  }

  // ---- texts ----------------------------------------------------------------------------------------------------------

  let timer: NodeJS.Timeout | undefined;
  const scheduleOthers = (uri: string): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        guard(() => {
          publisher.publishDependants(uri, documents.keys());
          if (documents.keys().length > 1) refreshViews(connection, abilities);
        }),
      pause,
    );
  };
  const guard = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      log.error(`An unexpected fault: ${messageOf(error)}`);
    }
  };
  const isOurs = (uri: string): boolean => !uri.startsWith(`${pageScheme}:`);

  documents.onDidChangeContent(({ document }) => {
    if (!isOurs(document.uri)) return;
    guard(() => {
      session.put(document);
      if (!isReady.isReached) return;
      if (session.isSettled) void publisher.publish(document.uri);
      else void session.settled().then(() => publisher.publish(document.uri));
      scheduleOthers(document.uri);
    });
  });
  documents.onDidClose(({ document }) => {
    if (!isOurs(document.uri)) return;
    publisher.clear(document.uri);
    session.close(document.uri).then(
      () => publisher.publishAll(documents.keys()),
      (error: unknown) => log.error(messageOf(error)),
    );
  });
  documents.listen(connection);
  connection.onShutdown(() => clearTimeout(timer));

  connection.onDidChangeConfiguration(({ settings }) => {
    if (!abilities.configuration && settings !== null && typeof settings === 'object') {
      initial = (settings as Record<string, unknown>)['smartEnergyCode'] ?? initial;
    }
    reload();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => followFiles(changes.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) =>
    followFiles(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );
  connection.workspace.onDidDeleteFiles(({ files }) => followFiles(files.map(({ uri }) => uri)));

  /** Reads what changed on disk: the files, or all where they are facts or make a code folder another one. */
  function followFiles(uris: readonly string[]): void {
    (async () => {
      if (await session.changesBasis(uris)) {
        reload();
        return;
      }
      await session.filesChanged(uris);
      reportReady();
      refreshViews(connection, abilities);
      await publisher.publishAll(documents.keys());
    })().catch((error: unknown) => log.error(messageOf(error)));
  }

  // ---- requests -------------------------------------------------------------------------------------------------------

  /** Runs a handler once there is something to answer from; cancelled requests say so, and a fault is told to the log. */
  async function answer<T>(
    name: string,
    token: CancellationToken,
    work: () => T | Promise<T>,
    needs: Promise<void> = hasFacts.reached,
  ): Promise<T | ResponseError> {
    await needs;
    if (!session.isSettled) await session.settled();
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const started = Date.now();
    try {
      const result = await work();
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      log.debug(`${name}: ${Date.now() - started} ms`);
      return result;
    } catch (error) {
      if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (error instanceof Refused) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      log.error(`${name} failed: ${messageOf(error)}`);
      return new ResponseError(ErrorCodes.InternalError, `${name} failed; the log says why.`);
    }
  }

  /** A hover or a jump waits for the folders, but not long, and not where the text itself has what the place names. */
  async function enoughFor(place: TextDocumentPositionParams): Promise<void> {
    await hasFacts.reached;
    if (!isReady.isReached && !leadsIntoItsText(session, place)) await isReadyOrLate.reached;
  }

  registerHandlers(connection, {
    session,
    abilities: () => abilities,
    publisher,
    onClosed: (tell) => documents.onDidClose(({ document }) => tell(document.uri)),
    foldersRead: isReady.reached,
    foldersReadOrLate: isReadyOrLate.reached,
    enoughFor,
    answer,
  });
  connection.listen();
}

/** The workspace folders; older clients name one root instead. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams & { rootUri?: string | null }): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver/node';
import type { ClientAbilities } from './abilities.js';
import { uriOfPath } from './uris.js';
import type { WatchedPlace } from './watchedPlaces.js';

/** Asks the client to watch files: those of its folders, and what the settings name outside of them. */
export class Watchers {
  readonly #connection: Connection;
  #registered: Disposable | undefined;
  #key = '';
  /** Registrations run one after another. */
  #queue: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Watches these places from now on; does nothing when they are watched already, or by a client that watches nothing. */
  watch(places: readonly WatchedPlace[], abilities: ClientAbilities): Promise<void> {
    if (!abilities.watchesFiles) return Promise.resolve();
    const watchers = [{ globPattern: '**/*.sec' }, ...places.map((place) => watcherOf(place, abilities))];
    const key = JSON.stringify(watchers);
    if (key === this.#key) return this.#queue;
    this.#key = key;
    this.#queue = this.#queue
      .then(async () => {
        const before = this.#registered;
        this.#registered = await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers,
        });
        before?.dispose();
      })
      .catch((error: unknown) => {
        this.#connection.console.warn(`The client does not watch files: ${String(error)}`);
      });
    return this.#queue;
  }
}

function watcherOf(
  { folder, pattern }: WatchedPlace,
  { relativePatterns }: ClientAbilities,
): FileSystemWatcher {
  if (relativePatterns) return { globPattern: { baseUri: uriOfPath(folder), pattern } };
  return { globPattern: `${folder.replaceAll('\\', '/')}/${pattern}` };
}

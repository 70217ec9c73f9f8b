import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Unreadable } from './unreadable.js';

/** What a zip may hold at most. A Word file of a thousand pages is far below each of them. */
export const limits = {
  entries: 5_000,
  /** Bytes of one entry when it is unpacked. */
  entrySize: 256_000_000,
  /** How often an entry may be larger than what it is packed into, from a size where that matters. */
  ratio: 200,
  ratioFrom: 1_000_000,
  /** Bytes that are unpacked of a file altogether, those of the files in it included. */
  total: 1_000_000_000,
  /** The same for a small file, which `ratio` would hold too short. */
  leastTotal: 20_000_000,
} as const;

/** How much of a file may still be unpacked. Many parts that are harmless each must not fill the memory or the day together. */
export class Budget {
  readonly #allowed: number;
  #spent = 0;

  /** @param packed the bytes of the file that everything comes out of */
  constructor(packed: number) {
    this.#allowed = Math.min(limits.total, Math.max(limits.leastTotal, packed * limits.ratio));
  }

  /** Whether more was asked for than it allows. */
  get isSpent(): boolean {
    return this.#spent > this.#allowed;
  }

  /** Throws `Unreadable` when it is more than what is left. */
  spend(bytes: number): void {
    this.#spent += bytes;
    if (this.isSpent)
      throw new Unreadable(
        `what it holds would unpack to more than ${Math.round(this.#allowed / 1e6)} MB, which no Word file needs`,
      );
  }
}

/** A zip whose list of entries was read; nothing of it is unpacked before it is asked for. */
export interface Container {
  /** Names of the files in it, in the order of its directory. */
  readonly names: readonly string[];
  /** Bytes of the file when it is unpacked, as the directory has it. */
  sizeOf(name: string): number;
  /** The file's bytes, piece by piece; throws `Unreadable` for a file that is damaged or larger than it says. */
  open(name: string): AsyncIterable<Uint8Array>;
}

/**
 * Reads the directory of a zip. Throws `Unreadable` for what is no zip, is damaged, or is made to do harm.
 * @param budget that of the zip which these bytes came out of
 */
export async function openContainer(
  bytes: Uint8Array,
  budget: Budget = new Budget(bytes.length),
): Promise<Container> {
  const entries = new Map<string, Entry>();
  const zip = await reading(async () => {
    const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    });
    if (file.entryCount > limits.entries)
      throw new Unreadable(`it holds more than ${limits.entries} files and is no Word file`);
    for await (const entry of file.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      refuseHarmful(entry);
      entries.set(entry.fileName, entry);
    }
    return file;
  });
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    open: (name) => readEntry(zip, entries.get(name), name, budget),
  };
}

function refuseHarmful(entry: Entry): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted())
    throw new Unreadable('it is protected by a password: open it, take the password away and save it');
  const isBomb =
    uncompressedSize > limits.entrySize ||
    (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio);
  if (isBomb)
    throw new Unreadable(
      `“${fileName}” in it would unpack to ${Math.round(uncompressedSize / 1e6)} MB, which no Word file needs`,
    );
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  budget: Budget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!entry) throw new Unreadable(`it has no part “${name}” and is damaged`);
  budget.spend(entry.uncompressedSize);
  const stream = await reading(() => zip.openReadStreamPromise(entry));
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  try {
    for (;;) {
      const next = await reading(() => chunks.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

/** What the zip library or zlib complains about is a fault of the file. */
async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/absolute path|relative path|invalid characters in fileName/i.test(reason))
      throw new Unreadable(`it names a file outside itself (${reason}) and is not opened`);
    throw new Unreadable(`it is damaged or no zip file (${reason}): get it again from where it came from`);
  }
}

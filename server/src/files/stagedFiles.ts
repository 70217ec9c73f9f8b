import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, rmdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * Files of one folder that are written together: each beside its place first, then all put in their places. Until then nothing
 * that stood in the folder is touched, and `discard` leaves it as it was.
 */
export class StagedFiles {
  readonly #folder: string;
  /** Where each file stands until it is put in its place, by that place. */
  readonly #staged = new Map<string, string>();
  /** The highest folder that was made on the way to the folder. */
  #made: string | undefined;

  /** @param folder is made when the first file is written into it */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a file beside its place. Rejects with the system's error, and leaves nothing of the file behind then. */
  async stage(target: string, text: string): Promise<void> {
    this.#made ??= await mkdir(this.#folder, { recursive: true });
    const beside = path.join(
      path.dirname(target),
      `.${path.basename(target)}.${randomBytes(4).toString('hex')}.tmp`,
    );
    const handle = await open(beside, 'wx');
    try {
      await writeAndClose(handle, text);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    this.#staged.set(target, beside);
  }

  /** Takes one staged file away. */
  async unstage(target: string): Promise<void> {
    const beside = this.#staged.get(target);
    if (beside === undefined) return;
    this.#staged.delete(target);
    await rm(beside, { force: true });
  }

  /** Puts the files in their places; gives those for which that failed, of which nothing is left. */
  async commit(): Promise<{ readonly target: string; readonly error: unknown }[]> {
    const failed: { readonly target: string; readonly error: unknown }[] = [];
    for (const [target, beside] of this.#staged) {
      this.#staged.delete(target);
      try {
        await rename(beside, target);
      } catch (error) {
        failed.push({ target, error });
        await rm(beside, { force: true });
      }
    }
    return failed;
  }

  /** Takes away what was staged, and the folders that were made for it. */
  async discard(): Promise<void> {
    for (const target of this.#staged.keys()) await this.unstage(target);
    if (this.#made === undefined) return;
    const top = path.resolve(this.#made);
    for (let folder = path.resolve(this.#folder); ; folder = path.dirname(folder)) {
      try {
        await rmdir(folder);
      } catch {
        return; // Somebody else has put something there.
      }
      if (folder === top) return;
    }
  }
}

/** The text is on the disk, not only on its way there, before it may take the place of another one. */
async function writeAndClose(handle: FileHandle, text: string): Promise<void> {
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildCatalogue } from '../catalogue/catalogue.js';
import { WorkspaceIndex } from '../index/workspaceIndex.js';
import { compareVersions } from '../model/version.js';
import { readFrontMatter, type FrontMatter } from '../text/frontMatter.js';
import type { ChangeTreatment } from '../word/changes.js';
import { identify, type Identity } from '../word/identity.js';
import { letOthersWork } from '../text/steps.js';
import { finishWithPauses, within, type Pause } from '../word/pause.js';
import { hashOfBytes, isAsImported, withHeader, type ImportHeader } from './importHeader.js';
import { loadBundledFacts } from './loadFacts.js';
import { reasonOf, writeReasonOf } from './reason.js';
import { readSource, type SourceFile } from './readSource.js';
import { StagedFiles } from './stagedFiles.js';

export interface ImportRequest {
  /** Paths of files; what they are is told by their bytes. */
  readonly files: readonly string[];
  /** The folder to write into; it is made when it is not there. */
  readonly out: string;
  readonly changes: ChangeTreatment;
  /** The files are papers of legal text that change the Code, not parts of it. */
  readonly isDraft: boolean;
  /** Write over files that were edited since they were imported. */
  readonly force: boolean;
  /** Name and version of this program, for the head of each file. */
  readonly importer: string;
}

/** One file that was written, or that was as it would be written already. */
export interface ImportedFile {
  /** As given; inside a zip `code.zip/section-d.docx`. */
  readonly source: string;
  readonly path: string;
  readonly provisions: number;
  readonly definitions: number;
  readonly warnings: readonly string[];
}

export interface ImportResult {
  readonly written: readonly ImportedFile[];
  /** Files that were edited since they were imported, and so were left alone. */
  readonly edited: readonly { readonly path: string; readonly source: string }[];
  /** One line for each file that could not be read or written. */
  readonly errors: readonly string[];
}

/** How far an import came. */
export interface ImportPoint {
  /** The file that is read, as given. */
  readonly name: string;
  /** Its number among the files, from 1. */
  readonly number: number;
  readonly total: number;
  /** Whole per cent of the file, and of all files together. */
  readonly ofFile: number;
  readonly ofAll: number;
}

export interface ImportProgress {
  /** Is told of each file before it is read, and then of each per cent of it. */
  readonly onPoint?: (point: ImportPoint) => void;
  readonly signal?: AbortSignal;
}

/**
 * Imports files into a code folder. One that cannot be read makes an error and leaves the others alone; what was read is put in
 * its place when all is read, so that an import that is stopped, or for which the disk is too small, changes nothing. Rejects
 * with the signal's reason when it is aborted before that.
 */
export async function importFiles(
  request: ImportRequest,
  progress: ImportProgress = {},
): Promise<ImportResult> {
  const { files, out } = request;
  const staged = new StagedFiles(out);
  const importer = new Importer(request, staged);
  try {
    for (const [i, file] of files.entries()) {
      await importer.import(file, reporting(progress, file, i, files.length));
    }
    progress.signal?.throwIfAborted();
    return await importer.finish();
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    return importer.resultWithout(error);
  } finally {
    await staged.discard();
  }
}

/** Milliseconds of work after which whatever else waits in this process is let in. */
const slice = 10;

/** Tells how far one file came, lets others work now and then, and throws when the import is stopped. */
function reporting({ onPoint, signal }: ImportProgress, name: string, i: number, total: number): Pause {
  let told = -1;
  let since = performance.now();
  return async (done) => {
    if (performance.now() - since >= slice) {
      await letOthersWork();
      since = performance.now();
    }
    signal?.throwIfAborted();
    const ofFile = Math.floor(100 * done);
    if (ofFile <= told) return;
    told = ofFile;
    onPoint?.({ name, number: i + 1, total, ofFile, ofAll: Math.floor((100 * (i + done)) / total) });
  };
}

/** Of the time that a file takes, what goes into reading it; the rest into counting what it holds and writing it. */
const shareOfReading = 0.7;

/** A file could not be written, so none is. */
class CannotWrite extends Error {}

class Importer {
  readonly #request: ImportRequest;
  readonly #staged: StagedFiles;
  readonly #written: ImportedFile[] = [];
  readonly #edited: { readonly path: string; readonly source: string }[] = [];
  readonly #errors: string[] = [];
  /** Which source each path was written from in this run. */
  readonly #sources = new Map<string, string>();
  #catalogue: ReturnType<typeof buildCatalogue> | undefined;

  constructor(request: ImportRequest, staged: StagedFiles) {
    this.#request = request;
    this.#staged = staged;
  }

  async import(file: string, pause: Pause): Promise<void> {
    await pause(0);
    let bytes: Uint8Array;
    try {
      const { size } = await stat(file);
      if (size > largestSource)
        throw new Error(`it is over ${largestSource / 1e6} MB, which no part of the Code is`);
      bytes = await readFile(file);
    } catch (error) {
      this.#errors.push(`${file}: ${reasonOf(error)}`);
      return;
    }
    const before = this.#written.length;
    const { changes } = this.#request;
    for await (const source of readSource(bytes, file, {
      changes,
      pause: within(pause, 0, shareOfReading),
    })) {
      if (!('refused' in source)) {
        await this.#write(source, within(pause, shareOfReading, 1));
        continue;
      }
      this.#errors.push(`${source.name}: ${source.refused}`);
      if (source.isWhole) await this.#takeBack(this.#written.splice(before));
    }
  }

  async #takeBack(files: readonly ImportedFile[]): Promise<void> {
    for (const { path: target } of files) {
      await this.#staged.unstage(target);
      this.#sources.delete(target);
    }
  }

  async #write({ name, bytes, converted, frontMatter = {} }: SourceFile, pause: Pause): Promise<void> {
    const fileName = name.split(/[\\/]/).at(-1) as string;
    const warnings = [...converted.warnings];
    const identity = asStated(identify(converted.text, fileName, converted.furniture), frontMatter);
    const isDraft = this.#isDraft(identity, warnings);
    const target = path.join(this.#request.out, `${targetName(identity, isDraft, fileName)}.sec`);
    const content = withHeader(
      {
        ...headOf(identity, isDraft),
        baseline: frontMatter.baseline,
        source: fileName,
        sha256: hashOfBytes(bytes),
        importer: this.#request.importer,
      },
      converted.text,
    );
    const taken = this.#sources.get(target);
    if (taken !== undefined) {
      this.#errors.push(
        `${name}: ${taken} was imported as ${target} already; give each part of the Code once`,
      );
      return;
    }
    this.#sources.set(target, name);
    try {
      if (!(await this.#mayReplace(target, content, name, identity, warnings))) return;
    } catch (error) {
      this.#errors.push(`${target}: ${reasonOf(error)}`);
      return;
    }
    try {
      await this.#staged.stage(target, content);
    } catch (error) {
      throw new CannotWrite(`${target}: ${writeReasonOf(error)}; nothing was written`);
    }
    const counts = await this.#count(target, content, pause);
    this.#written.push({ source: name, path: target, ...counts, warnings });
  }

  #isDraft(identity: Identity, warnings: string[]): boolean {
    if (this.#request.isDraft) return true;
    if (identity.modification !== undefined && !identity.isNamedAsPart) {
      warnings.push(
        `it names ${identity.modification} before any part of the Code and was imported as a draft`,
      );
      return true;
    }
    if (identity.part === undefined)
      warnings.push(
        'it does not say which Section, Schedule or Appendix it is: add “part:” to its front matter',
      );
    return false;
  }

  /** Whether a file may take the place of the one that is there; warns when it is newer or older. */
  async #mayReplace(
    target: string,
    content: string,
    name: string,
    identity: Identity,
    warnings: string[],
  ): Promise<boolean> {
    let held: string;
    try {
      held = await readFile(target, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
      throw error;
    }
    const before = readFrontMatter(held);
    if (held !== content && !this.#request.force && !isAsImported(held, before)) {
      this.#edited.push({ path: target, source: name });
      return false;
    }
    const age = ageOf(before, identity);
    if (age !== undefined) warnings.unshift(age);
    return true;
  }

  async #count(
    uri: string,
    text: string,
    pause: Pause,
  ): Promise<{ provisions: number; definitions: number }> {
    this.#catalogue ??= buildCatalogue(await loadBundledFacts());
    const index = new WorkspaceIndex(this.#catalogue);
    const source = { uri, version: 0, text, fileName: path.basename(uri), inCodeFolder: true };
    const reading = index.putInSteps(source, { code: 'import', isMember: true });
    const { tree, definitions } = await finishWithPauses(reading, text.length / charactersInStep, pause);
    return { provisions: tree.provisions.length, definitions: definitions.length };
  }

  /** Puts the files in their places. */
  async finish(): Promise<ImportResult> {
    const failed = new Map((await this.#staged.commit()).map(({ target, error }) => [target, error]));
    for (const [target, error] of failed) this.#errors.push(`${target}: ${writeReasonOf(error)}`);
    const written = this.#written.filter(({ path: target }) => !failed.has(target));
    return { written, edited: this.#edited, errors: this.#errors };
  }

  /** What is told when nothing was written. */
  resultWithout(reason: CannotWrite): ImportResult {
    return { written: [], edited: this.#edited, errors: [...this.#errors, reason.message] };
  }
}

const largestSource = 512_000_000;

/** About so many characters of a text are read in one step. */
const charactersInStep = 30_000;

function headOf(identity: Identity, isDraft: boolean): Partial<ImportHeader> {
  const { part, modification, title, version, effective } = identity;
  return isDraft ? { modification } : { part, title, version, effective };
}

/** What a text's own front matter says goes before what its lines tell. */
function asStated(identity: Identity, stated: FrontMatter): Identity {
  const { part, modification, title, version, effective } = stated;
  return {
    ...identity,
    ...(part === undefined ? {} : { part, isNamedAsPart: modification === undefined }),
    ...(modification === undefined ? {} : { modification }),
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    ...(effective === undefined ? {} : { effective }),
  };
}

/** `section-d`, `appendix-ab`, `schedule-11` for a part; a draft and a paper keep the name of their source. */
function targetName(identity: Identity, isDraft: boolean, fileName: string): string {
  const name =
    !isDraft && identity.part !== undefined ? identity.part : fileName.replace(/\.[A-Za-z]{2,4}$/, '');
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 100) || 'imported'
  );
}

/** Says that a file is newer or older than the one whose place it takes. */
function ageOf(
  before: { readonly version?: string; readonly effective?: string },
  now: Identity,
): string | undefined {
  const order =
    before.version !== undefined && now.version !== undefined
      ? compareVersions(now.version, before.version)
      : before.effective !== undefined && now.effective !== undefined
        ? now.effective.localeCompare(before.effective)
        : 0;
  if (order === 0) return undefined;
  const name = (of: { readonly version?: string; readonly effective?: string }): string =>
    before.version !== undefined && now.version !== undefined
      ? `version ${of.version}`
      : `that of ${of.effective}`;
  return `${name(now)} takes the place of the ${order < 0 ? 'newer' : 'older'} ${name(before)}`;
}

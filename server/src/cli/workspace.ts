import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { buildCatalogue } from '../catalogue/catalogue.js';
import { decodeText, textProblem } from '../files/decodeText.js';
import { listCodeFiles, openCodeFolder, pickVersion, type CodeFolder } from '../files/codeFolder.js';
import { reasonOf } from '../files/reason.js';
import { loadBundledFacts, loadUserFacts } from '../files/loadFacts.js';
import type { DocumentSource } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { WorkspaceIndex } from '../index/workspaceIndex.js';
import { readFrontMatter } from '../text/frontMatter.js';
import { convertZip, isZip, refusalOf } from '../word/convert.js';

/** What every command that reads takes. */
export interface ReadOptions {
  readonly code?: string | undefined;
  readonly facts?: string | undefined;
  readonly maxFileSize?: number | undefined;
}

/** A file as the user named it, with what it sees of the rest. */
export interface GivenFile {
  /** As given; a file below a given folder relative to the working directory, with `/`. */
  readonly path: string;
  readonly uri: string;
  /** It is a Word file: lines are those of the text that was made of it, and people are told the provision. */
  readonly isWord?: boolean;
}

export interface CommandWorkspace {
  readonly index: WorkspaceIndex;
  /** Sorted by path. */
  readonly files: readonly GivenFile[];
  /** One line for each input that could not be read: these make the exit code 2. */
  readonly errors: readonly string[];
  /** One line for each thing that the user should know and that is no error. */
  readonly notices: readonly string[];
  view(file: GivenFile): DocumentView;
  /** The path to print for a document that a result points into. */
  pathOf(uri: string): string;
}

const defaultMaxSize = 20_000_000;
export const standardInput = '-';

/**
 * Reads the named files, the code folder and the facts into one workspace. Only wrong input makes errors; none is thrown.
 * @param inlineText a text to read in place of files
 */
export async function openWorkspace(
  paths: readonly string[],
  options: ReadOptions,
  inlineText?: string,
): Promise<CommandWorkspace> {
  const loader = new Loader(options);
  await loader.loadFacts();
  const files = inlineText === undefined ? await loader.readGiven(paths) : [loader.giveText(inlineText)];
  await loader.readCode();
  return loader.finish(files);
}

interface ReadText {
  readonly file: GivenFile;
  readonly source: DocumentSource;
}

class Loader {
  readonly #options: ReadOptions;
  readonly #errors: string[] = [];
  readonly #notices: string[] = [];
  readonly #shown = new Map<string, string>();
  readonly #texts: ReadText[] = [];
  readonly #wordFiles = new Set<string>();
  #index = new WorkspaceIndex(buildCatalogue());

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  async loadFacts(): Promise<void> {
    const bundled = await loadBundledFacts();
    const user =
      this.#options.facts === undefined ? undefined : await loadUserFacts(path.resolve(this.#options.facts));
    this.#errors.push(...(user?.problems ?? []));
    this.#index = new WorkspaceIndex(buildCatalogue(bundled, user?.facts ?? {}));
  }

  /** A text that the user typed in place of a file. */
  giveText(text: string): GivenFile {
    const file = { path: 'command line', uri: 'command-line:' };
    const source = { uri: file.uri, version: 0, text, fileName: '', inCodeFolder: false };
    this.#shown.set(file.uri, file.path);
    this.#texts.push({ file, source });
    return file;
  }

  // ---- the files that the user names --------------------------------------------------------------------------------

  async readGiven(paths: readonly string[]): Promise<GivenFile[]> {
    const files = new Map<string, GivenFile>();
    for (const given of paths) {
      for (const file of await this.#expand(given)) if (!files.has(file.uri)) files.set(file.uri, file);
    }
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const readable: GivenFile[] = [];
    for (const file of sorted) {
      const source = await this.#read(file.uri, file.path, false);
      if (!source) continue;
      const given = this.#wordFiles.has(file.uri) ? { ...file, isWord: true } : file;
      this.#texts.push({ file: given, source });
      readable.push(given);
    }
    return readable;
  }

  async #expand(given: string): Promise<GivenFile[]> {
    if (given === standardInput) return [{ path: given, uri: given }];
    const absolute = path.resolve(given);
    let isFolder: boolean;
    try {
      isFolder = (await stat(absolute)).isDirectory();
    } catch (error) {
      if (isDynamicPattern(given)) return this.#expandGlob(given);
      this.#errors.push(`${given}: ${reasonOf(error)}`);
      return [];
    }
    if (!isFolder) return [{ path: slashes(given), uri: absolute }];
    const found = await this.#listFolder(given, absolute);
    return found.map((uri) => ({ path: relativePath(uri), uri }));
  }

  async #listFolder(given: string, absolute: string): Promise<string[]> {
    try {
      await readdir(absolute); // the glob is silent about a folder that may not be read
      const found = await glob('**/*.sec', { cwd: absolute, absolute: true, followSymbolicLinks: false });
      if (found.length === 0) this.#notices.push(`${given}: the folder holds no .sec files`);
      return found;
    } catch (error) {
      this.#errors.push(`${given}: ${reasonOf(error)}`);
      return [];
    }
  }

  async #expandGlob(pattern: string): Promise<GivenFile[]> {
    const found = await glob(slashes(pattern), { absolute: true, followSymbolicLinks: false });
    if (found.length === 0) this.#errors.push(`${pattern}: no file matches`);
    return found.map((uri) => ({ path: path.isAbsolute(pattern) ? uri : relativePath(uri), uri }));
  }

  async #read(uri: string, shown: string, inCodeFolder: boolean): Promise<DocumentSource | undefined> {
    this.#shown.set(uri, shown);
    let bytes: Uint8Array;
    try {
      bytes = uri === standardInput ? await readStandardInput() : await readFile(uri);
    } catch (error) {
      this.#errors.push(`${shown}: ${reasonOf(error)}`);
      return undefined;
    }
    if (isZip(bytes)) return this.#readWord(uri, shown, bytes);
    const refused = refusalOf(bytes, shown);
    if (refused !== undefined) {
      this.#errors.push(`${shown}: ${refused}`);
      return undefined;
    }
    const decoded = decodeText(bytes, this.#options.maxFileSize ?? defaultMaxSize);
    if ('refused' in decoded) {
      this.#errors.push(`${shown}: ${decoded.refused}`);
      return undefined;
    }
    const { problem } = decoded;
    if (problem && problem.kind !== 'not-utf8') this.#notices.push(`${shown}: ${problem.detail}`);
    const { error } = readFrontMatter(decoded.text);
    if (error !== undefined) this.#notices.push(`${shown}: ${error}`);
    return { uri, version: 0, text: decoded.text, fileName: path.basename(shown), inCodeFolder, problem };
  }

  /** A Word file is read as the text that an import would make of it; what could not be carried over is told. */
  async #readWord(uri: string, shown: string, bytes: Uint8Array): Promise<DocumentSource | undefined> {
    const read = await convertZip(bytes, { changes: 'keep' });
    if ('refused' in read || read.kind === 'archive') {
      const reason =
        'refused' in read ? read.refused : 'it is a zip of several files: unpack it, or import them';
      this.#errors.push(`${shown}: ${reason}`);
      return undefined;
    }
    const { text, warnings } = read.converted;
    this.#wordFiles.add(uri);
    this.#notices.push(...warnings.map((warning) => `${shown}: ${warning}`));
    const problem = textProblem(text, this.#options.maxFileSize ?? defaultMaxSize);
    return { uri, version: 0, text, fileName: path.basename(shown), inCodeFolder: false, problem };
  }

  // ---- the code folder ------------------------------------------------------------------------------------------------

  /** Files given together share their parts of the Code; each draft reads the code folder's version at its baseline. */
  async readCode(): Promise<void> {
    const folder = await this.#openFolder();
    const baselines = new Map<string, ReadText[]>();
    for (const text of this.#texts) {
      const version = folder && this.#versionFor(folder, text);
      const group = baselines.get(version ?? '') ?? [];
      group.push(text);
      baselines.set(version ?? '', group);
    }
    const parts = this.#texts.filter(({ source }) => readFrontMatter(source.text).part !== undefined);
    for (const [version, group] of baselines) {
      const code = `code ${version}`;
      for (const { source } of group)
        this.#index.put(this.#inFolder(source, folder), { code, isMember: true });
      for (const { source } of parts)
        if (this.#index.get(source.uri) === undefined) this.#index.put(source, { code, isMember: true });
      if (folder) await this.#readFolder(folder, version === '' ? undefined : version, code);
      this.#tellClaims(group);
    }
  }

  /** Two files that claim the same part are told of each other. */
  #tellClaims([first]: readonly ReadText[]): void {
    for (const [part, holders] of (first && this.#index.codeOf(first.source.uri)?.parts) ?? []) {
      if (holders.length < 2) continue;
      const names = holders.map(({ uri }) => this.#shown.get(uri) ?? uri).sort();
      const name = part.length === 1 ? `Section ${part}` : part;
      this.#notices.push(`${names.join(', ')}: each says that it is ${name}`);
    }
  }

  async #openFolder(): Promise<CodeFolder | undefined> {
    const named = this.#options.code;
    const root = path.resolve(named ?? 'sec');
    const folder = await openCodeFolder(root);
    if (named !== undefined && !folder) {
      const reason = await readdir(root).then(() => '', reasonOf);
      this.#errors.push(`${named}: this code folder cannot be opened: ${reason}`);
    }
    return folder;
  }

  #versionFor(folder: CodeFolder, { file, source }: ReadText): string | undefined {
    const { baseline } = readFrontMatter(source.text);
    const wanted = typeof baseline === 'string' ? baseline : Object.values(baseline ?? {})[0];
    const picked = pickVersion(folder, wanted);
    if (!picked.isBaseline) {
      this.#notices.push(
        `${file.path}: version ${wanted} of the Code is not in the code folder; ${picked.version} was read instead`,
      );
    }
    return picked.version;
  }

  #inFolder(source: DocumentSource, folder: CodeFolder | undefined): DocumentSource {
    const inCodeFolder = folder !== undefined && source.uri.startsWith(folder.root + path.sep);
    return { ...source, inCodeFolder };
  }

  /** A part that the user named takes the place of the folder's own file of that part. */
  async #readFolder(folder: CodeFolder, version: string | undefined, code: string): Promise<void> {
    const given = new Set(this.#texts.map(({ source }) => source.uri));
    for (const uri of await listCodeFiles(folder, version)) {
      if (given.has(uri)) continue;
      const source = await this.#read(uri, relativePath(uri), true);
      if (!source) continue;
      const taken = this.#givenParts();
      const facts = this.#index.put(source, { code, isMember: true });
      if (facts.role.kind !== 'part' || taken.has(facts.role.key)) this.#index.remove(uri);
    }
  }

  #givenParts(): Set<string> {
    const keys = new Set<string>();
    for (const { source } of this.#texts) {
      const role = this.#index.get(source.uri)?.role;
      if (role?.kind === 'part') keys.add(role.key);
    }
    return keys;
  }

  finish(files: readonly GivenFile[]): CommandWorkspace {
    const index = this.#index;
    const shown = this.#shown;
    return {
      index,
      files,
      errors: this.#errors,
      notices: [...new Set(this.#notices)],
      view: (file) => {
        const view = index.view(file.uri);
        if (!view) throw new Error(`${file.path} was not read`);
        return view;
      },
      pathOf: (uri) => shown.get(uri) ?? uri,
    };
  }
}

function slashes(given: string): string {
  return path.sep === '\\' ? given.replaceAll('\\', '/') : given;
}

function relativePath(absolute: string): string {
  return slashes(path.relative(process.cwd(), absolute));
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

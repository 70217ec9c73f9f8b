import { buildCatalogue } from '../catalogue/catalogue.js';
import type { FactFiles } from '../catalogue/facts.js';
import { textProblem } from '../files/decodeText.js';
import { loadBundledFacts, loadUserFacts } from '../files/loadFacts.js';
import { prepareSpellings } from '../features/completeTerms.js';
import { prepareSymbols } from '../features/workspaceSymbols.js';
import { check, checkInSteps, type CheckSettings } from '../findings/check.js';
import type { Finding } from '../findings/finding.js';
import type { DocumentFacts, DocumentSource } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { prepareOccurrences } from '../index/occurrences.js';
import { WorkspaceIndex, type Membership } from '../index/workspaceIndex.js';
import { localDay } from '../model/calendar.js';
import type { PositionEncoding } from '../text/positionEncoding.js';
import path from 'node:path';
import { describeCode, missingCodeFolders } from './atHand.js';
import {
  folderOf,
  isInside,
  isListed,
  listFiles,
  makeSource,
  membershipOf,
  openFolder,
  readSource,
  type Folder,
} from './folders.js';
import type { Logger } from './logger.js';
import { defaultSettings, parseSettings, type Settings } from './settings.js';
import { Slices, untiring } from './slices.js';
import { pathOfUri, uriKey, uriOfPath } from './uris.js';
import { changesBasis, watchedPlaces, type WatchedPlace } from './watchedPlaces.js';

/** A text of fewer UTF-16 units is read at once when it is opened: it takes no longer than a slice. */
const readAtOnce = 20_000;

/** A text that an editor holds open. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  getText(): string;
}

/** A workspace folder as the client names it, with its settings as the client sent them. */
export interface FolderSettings {
  readonly path: string;
  readonly value: unknown;
}

interface CachedFindings {
  readonly settings: CheckSettings;
  readonly findings: readonly Finding[];
  readonly id: string;
}

/**
 * What the server knows: the index over the folders' files and the open texts, which win over the disk. It speaks to no
 * client; all input and output with one is the handlers' business.
 */
export class Session {
  readonly #log: Logger;
  #bundled: FactFiles | undefined;
  #index = new WorkspaceIndex(buildCatalogue());
  #folders: readonly Folder[] = [];
  #loose: Settings = defaultSettings;
  readonly #open = new Map<string, OpenDocument>();
  #isConfigured = false;
  /** Large texts that are being read for the first time. */
  readonly #opening = new Map<string, Promise<void>>();
  readonly #told = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #findings = new WeakMap<DocumentView, CachedFindings>();
  readonly #checkSettings = new Map<Settings, CheckSettings>();
  #problems: readonly string[] = [];
  /** Files and folders of the user's own facts. */
  #factPlaces: readonly string[] = [];
  #resultNumber = 0;
  /** What the client counts characters in; to be set before the first text. */
  positionEncoding: PositionEncoding = 'utf-16';

  constructor(log: Logger) {
    this.#log = log;
  }

  get index(): WorkspaceIndex {
    return this.#index;
  }

  /** What is wrong with settings and facts, one line each. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Which Code is at hand, for the status. */
  get codeAtHand(): string {
    return describeCode(this.#folders, this.#index);
  }

  /** How many files of the folders could not be read; the log says why. */
  get refusedCount(): number {
    return this.#refused.size;
  }

  /** The day for which texts of no folder, or of the only one, are judged. */
  get asAt(): string {
    return dayOf(this.#folders[0]?.settings ?? this.#loose);
  }

  get fileCount(): number {
    return [...this.#index.documents()].length;
  }

  /**
   * Takes folders and settings over: reads the facts and every file anew. Open texts stay.
   * @param onFacts called when the open texts can be asked about, before the folders are read
   */
  async configure(
    folders: readonly FolderSettings[],
    loose: unknown,
    isCancelled: () => boolean,
    onFacts: () => void,
  ): Promise<void> {
    const problems: string[] = [];
    const read = (value: unknown): Settings => {
      const parsed = parseSettings(value);
      problems.push(...parsed.problems);
      return parsed.settings;
    };
    this.#loose = read(loose);
    const opened = await Promise.all(folders.map((folder) => openFolder(folder.path, read(folder.value))));
    // Without a workspace folder an absolute code folder still counts, for every text.
    if (opened.length === 0 && path.isAbsolute(this.#loose.codeFolder)) {
      opened.push(await openFolder(this.#loose.codeFolder, this.#loose));
    }
    const facts = await this.#loadFacts(opened, problems);
    if (isCancelled()) return;
    this.#folders = opened;
    this.#checkSettings.clear();
    this.#refused.clear();
    problems.push(...missingCodeFolders(opened, defaultSettings.codeFolder));
    this.#problems = [...new Set(problems)];
    for (const problem of this.#problems) this.#log.error(problem);
    this.#index = new WorkspaceIndex(buildCatalogue(...facts));
    this.#isConfigured = true;
    for (const document of this.#open.values()) this.put(document);
    await this.settled();
    if (isCancelled()) return;
    onFacts();
    await this.#readFolders(isCancelled);
  }

  async #loadFacts(folders: readonly Folder[], problems: string[]): Promise<FactFiles[]> {
    this.#bundled ??= await loadBundledFacts();
    const layers = [this.#bundled];
    const places = [
      ...folders.map(({ path: root, settings }) => ({ root, facts: settings.facts })),
      { root: '', facts: this.#loose.facts },
    ];
    const seen = new Set<string>();
    for (const { root, facts } of places) {
      if (facts === '') continue;
      const location = path.resolve(root === '' ? (folders[0]?.path ?? '.') : root, facts);
      if (seen.has(location)) continue;
      seen.add(location);
      const loaded = await loadUserFacts(location);
      problems.push(...loaded.problems);
      layers.push(loaded.facts);
    }
    this.#factPlaces = [...seen];
    return layers;
  }

  async #readFolders(isCancelled: () => boolean): Promise<void> {
    const slices = new Slices(untiring);
    for (const folder of this.#folders) {
      for (const file of await listFiles(folder)) {
        if (isCancelled()) return;
        if (!this.#open.has(uriOfPath(file))) await this.#readFile(file, folder, slices);
      }
    }
    await slices.finish(this.#index.prepareTerms());
  }

  /** Gets ready for questions about the whole workspace, in slices between which requests are answered. */
  async prepare(isCancelled: () => boolean): Promise<void> {
    const slices = new Slices(untiring);
    for (const uri of [...this.#index.documents()]) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isCancelled()) return;
      const document = this.#index.get(uri);
      if (document) await slices.finish(prepareOccurrences(document));
    }
    await slices.finish(prepareSymbols(this.#index));
    for (const table of await slices.finish(this.#index.prepareTerms()))
      await slices.finish(prepareSpellings(table));
  }

  async #readFile(file: string, folder: Folder | undefined, slices = new Slices(untiring)): Promise<void> {
    const read = await readSource(file, folder, folder?.settings ?? this.#loose);
    // An editor may have opened it meanwhile: its text wins.
    if (this.#open.has(uriOfPath(file))) return;
    this.#refused.delete(file);
    if ('refused' in read) {
      this.#index.remove(uriOfPath(file));
      if (!read.isGone) this.#refused.add(file);
      this.#log.warn(read.refused);
      return;
    }
    const source = { ...read.source, positionEncoding: this.positionEncoding };
    if (source.problem) this.#tellOnce(`${file}: ${source.problem.detail}`);
    const index = this.#index;
    const isWanted = (): boolean => index === this.#index && !this.#open.has(source.uri);
    await slices.finish(index.putInSteps(source, membershipOf(file, source.text, folder), isWanted));
  }

  #tellOnce(line: string): void {
    if (this.#told.has(line)) return;
    this.#told.add(line);
    this.#log.warn(line);
  }

  // ---- texts ----------------------------------------------------------------------------------------------------------

  /**
   * An editor opened or changed a text. A large one that is new is read in slices, and what is asked meanwhile waits until
   * `settled`; an edit is read at once.
   */
  put(document: OpenDocument): void {
    const key = uriKey(document.uri);
    this.#open.set(key, document);
    // Before there are facts it would be read in vain; what is being read is compared with the text of then once that is done.
    if (!this.#isConfigured || this.#opening.has(key)) return;
    if (this.#index.get(key) !== undefined || document.getText().length < readAtOnce) {
      this.#index.put(...this.#sourceOf(document));
      return;
    }
    const opening = this.#openInSlices(key)
      .catch((error: unknown) => this.#log.error(`${document.uri} could not be read: ${String(error)}`))
      .finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
  }

  async #openInSlices(key: string): Promise<void> {
    const slices = new Slices(untiring);
    // Closed and opened again meanwhile, or with other facts, it is read from the start.
    for (let document = this.#open.get(key); document; document = this.#open.get(key)) {
      const index = this.#index;
      const read = document;
      const [source, membership] = this.#sourceOf(read);
      const isWanted = (): boolean => index === this.#index && this.#open.get(key) === read;
      await slices.finish(index.putInSteps(source, membership, isWanted));
      if (!isWanted()) continue;
      // Edits that came meanwhile are small.
      if (read.version !== source.version) index.put(...this.#sourceOf(read));
      return;
    }
  }

  /** Whether every text that was opened is read. */
  get isSettled(): boolean {
    return this.#opening.size === 0;
  }

  /** Resolved once every text that was opened is read. */
  async settled(): Promise<void> {
    while (this.#opening.size > 0) await Promise.all(this.#opening.values());
  }

  #sourceOf(document: OpenDocument): [DocumentSource, Membership] {
    const uri = uriKey(document.uri);
    const file = pathOfUri(uri) ?? uri;
    const folder = folderOf(this.#folders, file);
    const text = document.getText();
    const problem = textProblem(text, (folder?.settings ?? this.#loose).maxFileSize);
    if (problem) this.#tellOnce(`${file}: ${problem.detail}`);
    const source = makeSource(uri, document.version, text, file, folder, problem);
    return [{ ...source, positionEncoding: this.positionEncoding }, membershipOf(file, text, folder)];
  }

  /** What must be watched beside the `.sec` files of the workspace folders. */
  get watched(): WatchedPlace[] {
    return watchedPlaces(this.#folders, this.#factPlaces);
  }

  /** Whether files that changed make facts or code folders other ones, so that all has to be read anew. */
  changesBasis(uris: readonly string[]): Promise<boolean> {
    const files = uris.flatMap((uri) => pathOfUri(uriKey(uri)) ?? []);
    return changesBasis(files, this.#folders, this.#factPlaces);
  }

  /** An editor closed a text: the file on disk counts again, where it belongs to a folder. */
  async close(uri: string): Promise<void> {
    const key = uriKey(uri);
    this.#open.delete(key);
    const file = pathOfUri(key);
    const folder = file === undefined ? undefined : folderOf(this.#folders, file);
    if (file !== undefined && folder && (await isListed(folder, file))) await this.#readFile(file, folder);
    else this.#index.remove(key);
  }

  /** Files changed on disk; a folder that went away takes its files with it. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const file = pathOfUri(uriKey(uri));
      if (file === undefined) continue;
      if (!file.endsWith('.sec')) {
        await this.#rereadBelow(file);
        continue;
      }
      if (!this.#open.has(uriOfPath(file))) await this.#readFile(file, folderOf(this.#folders, file));
    }
  }

  /** What is held of a folder, or of an included file, and what stands there now. */
  async #rereadBelow(folderPath: string): Promise<void> {
    const folder = folderOf(this.#folders, folderPath);
    const held = [...this.#index.documents()].flatMap((uri) => pathOfUri(uri) ?? []);
    const found = folder ? await listFiles(folder) : [];
    for (const file of new Set([...held, ...found])) {
      if ((file === folderPath || isInside(folderPath, file)) && !this.#open.has(uriOfPath(file)))
        await this.#readFile(file, folderOf(this.#folders, file));
    }
  }

  /** An open text's uri as its client spells it; any other as it is. */
  clientUri(uri: string): string {
    return this.#open.get(uriKey(uri))?.uri ?? uri;
  }

  /** The version of an open text; null for one that is read from disk. */
  clientVersion(uri: string): number | null {
    return this.#open.get(uriKey(uri))?.version ?? null;
  }

  // ---- answers --------------------------------------------------------------------------------------------------------

  view(uri: string): DocumentView | undefined {
    return this.#index.view(uriKey(uri));
  }

  find(uri: string): DocumentFacts | undefined {
    return this.#index.get(uriKey(uri));
  }

  /** Any view, for pages that belong to no text: an empty one where nothing is open. */
  anyView(): DocumentView {
    const uri = 'sec-facts:/empty';
    const [first] = this.#index.documents();
    const held = first === undefined ? undefined : this.#index.view(first);
    if (held) return held;
    const source = { uri, version: 0, text: 'SEC', fileName: '', inCodeFolder: false };
    const scratch = new WorkspaceIndex(this.#index.catalogue);
    scratch.put(source, { code: uri, isMember: false });
    return scratch.view(uri) as DocumentView;
  }

  /** The findings of a text and an id that stays the same as long as they do. */
  findings(uri: string): CachedFindings | undefined {
    const view = this.view(uri);
    if (!view) return undefined;
    const settings = this.checkSettingsFor(uri);
    return this.#heldFindings(view, settings) ?? this.#hold(view, settings, check(view, settings));
  }

  /** The same in slices: stops when the request is cancelled. Texts that change meanwhile are read as they were. */
  async findingsInSlices(uri: string, slices: Slices): Promise<CachedFindings | undefined> {
    const view = this.view(uri);
    if (!view) return undefined;
    const settings = this.checkSettingsFor(uri);
    const held = this.#heldFindings(view, settings);
    if (held) return held;
    const findings = await slices.finish(checkInSteps(view, settings));
    return this.#hold(view, settings, findings);
  }

  #heldFindings(view: DocumentView, settings: CheckSettings): CachedFindings | undefined {
    const held = this.#findings.get(view);
    return held?.settings === settings ? held : undefined;
  }

  #hold(view: DocumentView, settings: CheckSettings, findings: readonly Finding[]): CachedFindings {
    const cached = { settings, findings, id: String(++this.#resultNumber) };
    this.#findings.set(view, cached);
    return cached;
  }

  /** What the user set for a text. */
  settingsOf(uri: string): Settings {
    const file = pathOfUri(uriKey(uri));
    return (file === undefined ? undefined : folderOf(this.#folders, file)?.settings) ?? this.#loose;
  }

  /** What the user decided about the findings of a text, and the day for which it is judged. */
  checkSettingsFor(uri: string): CheckSettings {
    const settings = this.settingsOf(uri);
    const asAt = dayOf(settings);
    const held = this.#checkSettings.get(settings);
    if (held?.asAt === asAt) return held;
    const made = { rules: settings.rules, terms: settings.terms, asAt };
    this.#checkSettings.set(settings, made);
    return made;
  }
}

function dayOf({ asAt }: Settings): string {
  return asAt === '' ? localDay(new Date()) : asAt;
}

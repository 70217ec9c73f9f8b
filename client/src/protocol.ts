/** The messages that the server adds to the Language Server Protocol, and the schemes of read-only documents. */

/** What the server is doing, for the language status: sent at the start and whenever it changes. */
export interface StatusParams {
  readonly state: 'busy' | 'ready' | 'error';
  readonly summary: string;
  readonly detail: string;
  /** How many files the server has read. */
  readonly files: number;
}
export const statusNotification = 'smartEnergyCode/status';

export interface GeneratedPageParams {
  /** As VS Code writes it, which may encode more characters than the location that the server gave. */
  readonly uri: string;
}
export interface GeneratedPage {
  /** Markdown. */
  readonly text: string;
}
/** Answers null where nothing is known. */
export const generatedPageRequest = 'smartEnergyCode/generatedPage';

/** The hover at a position as plain text, whatever the hover itself is written in; null where nothing hovers. */
export const hoverTextRequest = 'smartEnergyCode/hoverText';
export interface HoverText {
  readonly text: string;
}

export interface ImportParams {
  /** Paths of files and folders. */
  readonly sources: readonly string[];
  /** Path of the folder to write into. */
  readonly out: string;
  /** Write over files that were edited since they were imported. */
  readonly force: boolean;
  readonly workDoneToken: string;
}
export interface ImportedFile {
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
  readonly errors: readonly string[];
}
/** Answers null when it was cancelled before anything was written. */
export const importRequest = 'smartEnergyCode/import';

/** Pages about parts of the Code that are known from facts alone; the server writes them. */
export const generatedPageScheme = 'sec-facts';
/** The hover text opened as a document. */
export const hoverTextScheme = 'sec-hover';
/** The summary of an import. */
export const importSummaryScheme = 'sec-import';

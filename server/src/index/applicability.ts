import { formatDay, isPlausibleDay } from '../model/calendar.js';
import type { Block } from '../syntax/documentTree.js';
import type { DocumentFacts } from './documentFacts.js';
import type { DocumentView } from './documentView.js';

/** When a version of a specification may be installed; days `YYYY-MM-DD`, null for not determined. */
export interface InstallationWindow {
  readonly start: string | null;
  readonly end: string | null;
  readonly source: string;
  /** Whether the source only proposed it. */
  readonly isProposed: boolean;
}

/**
 * The installation windows of a version: from Schedule 11 in the code folder, else from the facts.
 *
 * @param names every name of the specification (`SMETS`, `SMETS2`)
 */
export function installationWindows(
  view: DocumentView,
  names: readonly string[],
  version: string,
): InstallationWindow[] {
  const holders = view.code.parts.get('Schedule 11');
  if (holders) return holders.flatMap((document) => windowsInTables(document, names, version));
  return view.catalogue.applicability
    .filter((fact) => names.includes(fact.specification) && fact.version === version)
    .flatMap(({ installationValidity, source, status }) =>
      installationValidity ? [{ ...installationValidity, source, isProposed: status === 'proposed' }] : [],
    );
}

/** Rows of Schedule 11's tables: the version in the first cell, the installation dates in the next two. */
function windowsInTables(
  document: DocumentFacts,
  names: readonly string[],
  version: string,
): InstallationWindow[] {
  const windows: InstallationWindow[] = [];
  let specification = '';
  let columns: string[] = [];
  for (const row of cellRows(document)) {
    const words = row.map((cell) => document.reading.slice(cell.start, cell.end).trim());
    const head = /^([A-Za-z0-9+]+)\s+Version$/i.exec(words[0] ?? '');
    if (head) {
      specification = head[1] as string;
      columns = words.map((word) => word.toLowerCase());
      continue;
    }
    const isWanted = names.includes(specification) || names.includes(specification.replace(/\d\+?$/, ''));
    if (!isWanted || words[0] !== version) continue;
    const start = readCellDay(words[columns.findIndex((word) => /installation.*start/.test(word))]);
    const end = readCellDay(words[columns.findIndex((word) => /installation.*end/.test(word))]);
    if (start === undefined || end === undefined) continue;
    windows.push({ start, end, source: 'Schedule 11 in the code folder', isProposed: false });
  }
  return windows;
}

/** Cells that stand on one line, line by line. */
function cellRows(document: DocumentFacts): Block[][] {
  const rows: Block[][] = [];
  for (const block of document.tree.blocks) {
    if (block.kind !== 'cell' && block.kind !== 'term' && block.kind !== 'heading') continue;
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && !document.reading.slice(last.end, block.start).includes('\n')) row.push(block);
    else rows.push([block]);
  }
  return rows;
}

/** `28/10/2018` or `28/10/18` as a day, `Not determined` as null; undefined for anything else. */
function readCellDay(words: string | undefined): string | null | undefined {
  if (words === undefined) return undefined;
  if (/^not determined$/i.test(words)) return null;
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(words);
  if (!match) return undefined;
  const year = Number(match[3]);
  const day = { year: year < 100 ? 2000 + year : year, month: Number(match[2]), day: Number(match[1]) };
  return isPlausibleDay(day) ? formatDay(day) : undefined;
}

import path from 'node:path';
import { isInside, isSameCode, type Folder } from './folders.js';

/** Files to be watched: those in a folder, or below it, that a pattern names. */
export interface WatchedPlace {
  readonly folder: string;
  readonly pattern: string;
}

/**
 * What must be watched beside the `.sec` files of the workspace folders: code folders outside of them, the files that they
 * include, and the user's facts.
 * @param facts paths of files and folders of facts
 */
export function watchedPlaces(folders: readonly Folder[], facts: readonly string[]): WatchedPlace[] {
  const isOutside = (root: string): boolean =>
    !folders.some((folder) => root === folder.path || isInside(folder.path, root));
  const outside = new Set(folders.map(({ codeRoot }) => codeRoot).filter(isOutside));
  return [
    ...[...outside].map((folder) => ({ folder, pattern: '**/*.sec' })),
    ...folders.flatMap(({ path: folder, settings }) =>
      settings.include.map((pattern) => ({ folder, pattern })),
    ),
    ...facts.flatMap((place) => [
      { folder: path.dirname(place), pattern: path.basename(place) },
      ...(place.endsWith('.json') ? [] : [{ folder: place, pattern: '*.json' }]),
    ]),
  ];
}

/** Whether files that changed are facts, or make a code folder another one: there or gone, or with other versions. */
export async function changesBasis(
  files: readonly string[],
  folders: readonly Folder[],
  facts: readonly string[],
): Promise<boolean> {
  const touches = (place: string): boolean =>
    files.some((file) => file === place || isInside(place, file) || isInside(file, place));
  if (facts.some(touches)) return true;
  for (const folder of folders) if (touches(folder.codeRoot) && !(await isSameCode(folder))) return true;
  return false;
}

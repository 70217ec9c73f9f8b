import { installationWindows } from '../index/applicability.js';
import type { DocumentView } from '../index/documentView.js';
import { compareVersions } from '../model/version.js';
import { endOf, limited, type Completion, type CompletionPlace, type Completions } from './completion.js';

/** Ids of modifications with their titles, behind the letters of a series. */
export function completeModifications(place: CompletionPlace): Completions | undefined {
  const typed = endOf(place, /(?<![A-Za-z0-9])(?:SECM(?:P[ -]?\d{0,4})?|(?:DP|MP)\d{0,3})$/);
  if (!typed) return undefined;
  const { view, offset } = place;
  const prefix = typed.match[0].replace(/[ -]/g, '');
  const items = [...view.catalogue.modifications.values()]
    .filter(({ id }) => id.startsWith(prefix))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map(({ id, title }): Completion => ({
      kind: 'modification',
      label: id,
      detail: title,
      replaces: { start: typed.at, end: offset },
      newText: id,
      explains: id,
    }));
  return items.length === 0 ? undefined : limited(items, 300);
}

/** Versions of a document behind its name and `v` that may be installed on the day; where no day is known, all known ones. */
export function completeDocumentVersions(place: CompletionPlace, asAt: string): Completions | undefined {
  const typed = endOf(
    place,
    /(?<![A-Za-z0-9])([A-Z][A-Za-z0-9+]{2,11})[ \u00a0]+(?:v|V|[Vv]ersion[ \u00a0])(\d{0,2}(?:\.\d{0,3})?)$/,
  );
  const [, name = '', number = ''] = typed?.match ?? [];
  if (!typed || name === '') return undefined;
  const { view, offset } = place;
  const fact = view.catalogue.documents.find(
    ({ abbreviation, alsoWrittenAs }) => abbreviation === name || alsoWrittenAs?.includes(name),
  );
  if (!fact) return undefined;
  const names = [name, fact.abbreviation ?? fact.title, ...(fact.alsoWrittenAs ?? [])];
  const windowed = view.catalogue.applicability.flatMap(({ specification, version }) =>
    names.includes(specification) ? version : [],
  );
  const versions = [...new Set([...(fact.versions ?? []), ...windowed])];
  const items = versions
    .filter((version) => version.startsWith(number) && mayBeInstalled(view, names, version, asAt))
    .sort((a, b) => compareVersions(b, a))
    .map((version): Completion => ({
      kind: 'version',
      label: `${name} v${version}`,
      detail: fact.versionNotes?.[version] ?? fact.title,
      replaces: { start: offset - number.length, end: offset },
      newText: version,
      explains: `${name} v${version}`,
    }));
  return { items, isIncomplete: false };
}

function mayBeInstalled(
  view: DocumentView,
  names: readonly string[],
  version: string,
  asAt: string,
): boolean {
  const windows = installationWindows(view, names, version);
  return (
    windows.length === 0 ||
    windows.some(({ start, end }) => (start === null || start <= asAt) && (end === null || asAt <= end))
  );
}

/** `Appendix ` and `Schedule ` with the names and titles of those that are known. */
export function completePartNames(place: CompletionPlace): Completions | undefined {
  const typed = endOf(place, /(?<![A-Za-z])(Appendix|Schedule)[ \u00a0]+([A-Z]{0,2}|\d{0,2})$/);
  const [, word = '', name = ''] = typed?.match ?? [];
  if (!typed) return undefined;
  const { view, offset } = place;
  const titles = new Map<string, string>();
  const facts = word === 'Appendix' ? view.catalogue.appendices : view.catalogue.schedules;
  for (const [key, { title }] of facts) titles.set(key, title);
  for (const [key, [document]] of view.code.parts) {
    if (!key.startsWith(`${word} `)) continue;
    const heading = document?.tree.provisions.find((provision) => provision.key === key)?.heading;
    titles.set(key.slice(word.length + 1), heading || titles.get(key.slice(word.length + 1)) || '');
  }
  const items = [...titles]
    .filter(([key]) => key.startsWith(name))
    .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    .map(([key, title]): Completion => ({
      kind: 'part',
      label: `${word} ${key}`,
      detail: title,
      replaces: { start: offset - name.length, end: offset },
      newText: key,
      explains: `${word} ${key}`,
    }));
  return items.length === 0 ? undefined : limited(items);
}

import { findDocument } from '../catalogue/catalogue.js';
import type { DocumentFact } from '../catalogue/facts.js';
import { installationWindows, type InstallationWindow } from '../index/applicability.js';
import type { DocumentView } from '../index/documentView.js';
import { compareVersions } from '../model/version.js';
import type { DocumentVersion } from '../syntax/scanDocumentVersions.js';
import type { Report, Rule } from './finding.js';

/**
 * A version that is not listed and below the highest known, or outside its installation window on the as-at date.
 * Versions of drafts and secondary sources do not make the highest; what is higher than known is not checked.
 */
export function unknownDocumentVersion(asAt: string): Rule {
  return {
    code: 'unknown-document-version',
    runsOnLarge: false,
    restsOn: 'provisions',
    *find(view: DocumentView): Iterable<Report> {
      for (const cited of view.document.documentVersions) {
        const fact = findDocument(view.catalogue, cited.name.name);
        const unlistedMessage = fact && unlisted(fact, cited);
        if (unlistedMessage !== undefined) yield { span: cited, message: unlistedMessage };
        else if (fact) yield* outsideWindow(view, fact, cited, asAt);
      }
    },
  };
}

function unlisted(fact: DocumentFact, cited: DocumentVersion): string | undefined {
  const listed = fact.versions ?? [];
  const settled = listed.filter((version) => !fact.unsettled?.includes(version)).sort(compareVersions);
  const highest = settled.at(-1);
  if (highest === undefined || listed.some((version) => compareVersions(version, cited.version) === 0))
    return undefined;
  if (compareVersions(cited.version, highest) > 0) return undefined;
  return `No version ${cited.version} of ${cited.name.name} is known; known are ${settled.join(', ')}. Check the number; your own facts can add a version.`;
}

/** A window that was only proposed makes the finding likely, not certain. */
function* outsideWindow(
  view: DocumentView,
  fact: DocumentFact,
  cited: DocumentVersion,
  asAt: string,
): Iterable<Report> {
  const names = [fact.abbreviation ?? fact.title, cited.name.name, ...(fact.alsoWrittenAs ?? [])];
  const windows = installationWindows(view, names, cited.version);
  const [window] = windows;
  if (!window || windows.some((other) => holds(other, asAt))) return;
  const span = `${window.start ?? 'an open start'} to ${window.end ?? 'an open end'}`;
  yield {
    span: cited,
    message: `On ${asAt} version ${cited.version} of ${cited.name.name} is outside its installation window (${span}; ${window.source}). Cite a version that may be installed then, or set the as-at date.`,
    ...(window.isProposed ? { severity: 'information' as const } : {}),
  };
}

function holds({ start, end }: InstallationWindow, day: string): boolean {
  return (start === null || start <= day) && (end === null || day <= end);
}

import { findingCodes } from '../findings/codes.js';
import type { FindingHelp, FindingsPage } from '../files/findingsPage.js';
import type { Severity } from '../findings/finding.js';
import type { CheckedFile, FindingJson } from './checkCommand.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The findings as a SARIF 2.1.0 log; columns are UTF-16 code units, lines and columns count from one. */
export function sarifOf(
  files: readonly CheckedFile[],
  version: string,
  page: FindingsPage | undefined,
): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'smart-energy-code',
            version,
            rules: Object.entries(findingCodes).map(([id, severity]) => ({
              id,
              defaultConfiguration: { level: levels[severity] },
              ...helpOf(page?.parts.get(id)),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, findings }) => findings.map((finding) => resultOf(path, finding))),
      },
    ],
  };
}

/** What the page of findings says of a code: SARIF wants it as plain text too. */
function helpOf(part: FindingHelp | undefined): object {
  if (!part) return {};
  return { help: { text: part.markdown.replace(/\*\*|`/g, ''), markdown: part.markdown } };
}

function resultOf(path: string, finding: FindingJson): object {
  return {
    ruleId: finding.code,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(finding.range) },
        ...(finding.provision === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: finding.provision }] }),
      },
    ],
    ...(finding.fixes.length === 0 ? {} : { fixes: finding.fixes.map((fix) => fixOf(path, fix)) }),
  };
}

function fixOf(path: string, fix: FindingJson['fixes'][number]): object {
  return {
    description: { text: fix.title },
    artifactChanges: fix.edits.map((edit) => ({
      artifactLocation: { uri: uriOf(edit.path ?? path) },
      replacements: [{ deletedRegion: regionOf(edit.range), insertedContent: { text: edit.newText } }],
    })),
  };
}

function regionOf({ start, end }: FindingJson['range']): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

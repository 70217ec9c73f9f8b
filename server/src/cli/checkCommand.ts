import { provisionNameAt } from '../features/provisionNameAt.js';
import { check } from '../findings/check.js';
import { severities, type RuleSettings } from '../findings/codes.js';
import { loadFindingsPage } from '../files/findingsPage.js';
import type { Finding, Severity } from '../findings/finding.js';
import { localDay } from '../model/calendar.js';
import type { Range } from '../text/lineIndex.js';
import { printGithub } from './githubReport.js';
import { rangeOf } from './json.js';
import { printJson, type Output } from './output.js';
import { exitCodes, type CommonOptions } from './program.js';
import { tellProblems } from './reading.js';
import { sarifOf } from './sarifReport.js';
import { printFindings } from './textReport.js';
import { openWorkspace, type CommandWorkspace, type GivenFile } from './workspace.js';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github';

/** One file's findings, with what a report needs beside the JSON form. */
export interface CheckedFile {
  readonly path: string;
  readonly isWord: boolean;
  readonly findings: readonly FindingJson[];
  /** The file's lines, for the excerpt. */
  lineText(line: number): string;
}

export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly text: string;
  /** Where it stands in a Word file, whose text has no lines for people: `D9.4(a)`. */
  readonly provision?: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly path?: string; readonly range: Range; readonly newText: string }[];
  }[];
}

/** `check`: prints the findings of the named files and says by the exit code whether any is at or above `failOn`. */
export async function runCheck(
  paths: readonly string[],
  options: CommonOptions & {
    readonly format: CheckFormat;
    readonly rule: RuleSettings;
    readonly failOn: Severity;
  },
  output: Output,
): Promise<number> {
  const workspace = await openWorkspace(paths, options);
  tellProblems(workspace, output);
  const asAt = options.asAt ?? localDay(new Date());
  const settings = { rules: options.rule, terms: noTerms, asAt };
  const files = workspace.files.map((file) => {
    const checked = checkFile(workspace, file, settings);
    workspace.index.release(file.uri);
    return checked;
  });
  switch (options.format) {
    case 'json':
      printJson(output, { files: files.map(({ path, findings }) => ({ path, findings })) });
      break;
    case 'sarif':
      printJson(output, sarifOf(files, output.version, await loadFindingsPage()));
      break;
    case 'github':
      printGithub(files, output);
      break;
    case 'text':
      printFindings(files, output);
      break;
  }
  if (workspace.errors.length > 0) return exitCodes.wrong;
  const failing = severities.slice(0, severities.indexOf(options.failOn) + 1);
  return files.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)))
    ? exitCodes.found
    : exitCodes.clean;
}

const noTerms: readonly string[] = [];

function checkFile(
  workspace: CommandWorkspace,
  file: GivenFile,
  settings: Parameters<typeof check>[1],
): CheckedFile {
  const view = workspace.view(file);
  const { document } = view;
  return {
    path: file.path,
    isWord: file.isWord === true,
    findings: check(view, settings).map((finding) => toJson(workspace, file, finding)),
    lineText: (line) => document.text.slice(document.lines.lineStart(line), document.lines.lineEnd(line)),
  };
}

function toJson(workspace: CommandWorkspace, file: GivenFile, finding: Finding): FindingJson {
  const { document } = workspace.view(file);
  const provision = file.isWord
    ? provisionNameAt(document, document.reading.fromFile(finding.start))
    : undefined;
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    range: rangeOf(document, finding),
    text: document.text.slice(finding.start, finding.end),
    ...(provision === undefined ? {} : { provision }),
    fixes: finding.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({
        ...(edit.uri === file.uri ? {} : { path: workspace.pathOf(edit.uri) }),
        range: rangeOf(workspace.index.get(edit.uri) ?? document, edit),
        newText: edit.newText,
      })),
    })),
  };
}

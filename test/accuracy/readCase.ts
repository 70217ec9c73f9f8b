import path from 'node:path';
import type { Catalogue } from '../../server/src/catalogue/catalogue.js';
import { listReferences } from '../../server/src/features/listReferences.js';
import { listTerms } from '../../server/src/features/listTerms.js';
import { pickVersion } from '../../server/src/files/codeFolder.js';
import { check } from '../../server/src/findings/check.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { compareVersions } from '../../server/src/model/version.js';
import { readFrontMatter } from '../../server/src/text/frontMatter.js';
import type { Span } from '../../server/src/text/span.js';
import type { CaseFile, LabelledCase } from './labels.js';

/** What the product finds in a file. Spans are UTF-16 offsets of the file. */
export interface FoundInFile {
  readonly definitions: readonly (Span & { readonly term: string; readonly scope: string })[];
  readonly uses: readonly (Span & { readonly term: string })[];
  readonly references: readonly FoundReference[];
  readonly findings: readonly FoundFinding[];
}

export interface FoundReference extends Span {
  readonly text: string;
  readonly kind: string;
  readonly target: string;
  readonly through: string | undefined;
}

export interface FoundFinding extends Span {
  readonly code: string;
  readonly message: string;
}

const membership = { code: 'code', isMember: true };

/** Puts the files of a case into an index, as the command line does with a code folder and files that are given together. */
export function openCase(labelled: LabelledCase, catalogue: Catalogue): WorkspaceIndex {
  const index = new WorkspaceIndex(catalogue);
  for (const file of filesAtHand(labelled)) {
    const facts = putText(index, file, file.text, 0);
    // A file that is asked about is read whatever it is; of the others in the code folder only the parts of the Code count.
    if (file.inCodeFolder && !file.labels && facts.role.kind !== 'part') index.remove(file.name);
  }
  return index;
}

export function putText(
  index: WorkspaceIndex,
  { name, inCodeFolder }: CaseFile,
  text: string,
  version: number,
): ReturnType<WorkspaceIndex['put']> {
  return index.put(
    { uri: name, version, text, fileName: path.posix.basename(name), inCodeFolder },
    membership,
  );
}

const versionFolder = /^[^/]+\/(\d{1,3}(?:\.\d{1,3}){0,2})\//;

/** Of a code folder with folders named by version, the one at the drafts' baseline, else the newest. */
function filesAtHand({ files }: LabelledCase): readonly CaseFile[] {
  const versionOf = ({ name, inCodeFolder }: CaseFile): string | undefined =>
    inCodeFolder ? versionFolder.exec(name)?.[1] : undefined;
  const versions = [...new Set(files.flatMap((file) => versionOf(file) ?? []))].sort(compareVersions);
  const baselines = files.flatMap(({ text, inCodeFolder }) => {
    const { baseline } = inCodeFolder ? { baseline: undefined } : readFrontMatter(text);
    return typeof baseline === 'string' ? baseline : Object.values(baseline ?? {}).slice(0, 1);
  });
  const { version } = pickVersion({ root: '', versions }, baselines[0]);
  return files.filter((file) => [undefined, version].includes(versionOf(file)));
}

/** Everything that is measured, of one file. */
export function readFound(view: DocumentView, asAt: string): FoundInFile {
  const { document } = view;
  const inFile = (span: Span): Span => document.reading.toFileSpan(span);
  const { definitions, uses } = listTerms(view);
  return {
    definitions: definitions.map(({ span, term, scope }) => ({ ...inFile(span), term, scope })),
    uses: uses.map(({ span, term }) => ({ ...inFile(span), term })),
    references: listReferences(view).map(({ span, kind, target, through }) => {
      const { start, end } = inFile(span);
      return { start, end, kind, target, through, text: document.text.slice(start, end) };
    }),
    findings: readFindings(view, asAt),
  };
}

export function readFindings(view: DocumentView, asAt: string): FoundFinding[] {
  return check(view, { rules: {}, terms: [], asAt }).map(({ start, end, code, message }) => ({
    start,
    end,
    code,
    message,
  }));
}

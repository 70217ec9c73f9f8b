import assert from 'node:assert/strict';
import { buildCatalogue, type Catalogue } from '../../server/src/catalogue/catalogue.js';
import type { FactFiles } from '../../server/src/catalogue/facts.js';
import { check, type CheckSettings } from '../../server/src/findings/check.js';
import type { Finding } from '../../server/src/findings/finding.js';
import { readFixture, unindented, type Fixture, type FixtureFile } from './fixture.js';
import { smallCode } from './smallCode.js';
import { openFixture, syntheticFacts, type TestWorkspace } from './workspace.js';

export interface FindingOptions extends Partial<CheckSettings> {
  /** In place of the facts of a made-up Code. */
  readonly catalogue?: Catalogue;
  /** Laid over the facts of a made-up Code. */
  readonly facts?: FactFiles;
}

/** A fixture beside the small code folder: what its texts use is defined, what they refer to is there. */
export function withCode(source: string): Fixture {
  const text = unindented(source);
  return readFixture(`${smallCode}${text.startsWith('//- ') ? '' : '//- text.sec\n'}${text}`);
}

/**
 * Checks that the findings of a fixture's files are those underlined in it, and no others. A label is the code, the severity
 * and the words that the fixes put in place: `^^^^ near-miss-term warning -> SRPD`. Files of the code folder that have no
 * underlines are not looked at.
 */
export function checkFindings(source: string | Fixture, options: FindingOptions = {}): readonly Finding[] {
  const workspace = openFixture(source, catalogueOf(options));
  const all: Finding[] = [];
  for (const file of workspace.fixture.files) {
    if (file.name.startsWith('sec/') && file.ranges.length === 0) continue;
    const findings = findingsOf(workspace, file.name, options);
    assert.deepEqual(
      findings.map((finding) => describe(file, finding)),
      file.ranges
        .toSorted((a, b) => a.start - b.start || a.end - b.end)
        .map((range) => describeAt(file, range, range.label)),
      file.name,
    );
    all.push(...findings);
  }
  return all;
}

/** Checks that nothing at all is found in a fixture's files. */
export function checkSilent(source: string | Fixture, options: FindingOptions = {}): void {
  const fixture = typeof source === 'string' ? readFixture(source) : source;
  assert.ok(
    fixture.files.every(({ ranges }) => ranges.length === 0),
    'a fixture without findings has no underlines',
  );
  checkFindings(fixture, options);
}

/** Checks that no finding of one code is in a fixture's files, whatever else is. */
export function checkNo(code: string, source: string | Fixture, options: FindingOptions = {}): void {
  const workspace = openFixture(source, catalogueOf(options));
  for (const { name } of workspace.fixture.files) {
    const found = findingsOf(workspace, name, options).filter((finding) => finding.code === code);
    assert.deepEqual(
      found.map(({ message }) => message),
      [],
      name,
    );
  }
}

/** The findings of a fixture's last file as `code severity “text”`: for what stands over a line break, which no underline can mark. */
export function listFindings(source: string | Fixture, options: FindingOptions = {}): string[] {
  const workspace = openFixture(source, catalogueOf(options));
  const { name, text } = workspace.fixture.files.at(-1) as FixtureFile;
  return findingsOf(workspace, name, options).map(
    ({ code, severity, start, end }) => `${code} ${severity} “${text.slice(start, end)}”`,
  );
}

/** The findings of one file, with settings that change nothing unless they are given. */
export function findingsOf(
  workspace: TestWorkspace,
  name: string,
  { rules = {}, terms = [], asAt = '2020-01-01' }: FindingOptions = {},
): Finding[] {
  return check(workspace.view(name), { rules, terms, asAt });
}

function catalogueOf({ catalogue, facts }: FindingOptions): Catalogue {
  return catalogue ?? buildCatalogue(syntheticFacts, facts ?? {});
}

/** A fix that changes other words than those that were found names them: `“above” -> below`. */
function describe(file: FixtureFile, finding: Finding): string {
  const meant = finding.fixes.map(({ edits }) => edits.map(({ newText }) => newText).join());
  const elsewhere = finding.fixes.flatMap(({ edits }) =>
    edits.filter(({ start, end }) => start !== finding.start || end !== finding.end),
  );
  const words = elsewhere.map(({ start, end }) => ` “${file.text.slice(start, end)}”`).join('');
  const label = `${finding.code} ${finding.severity}${words}${meant.length === 0 ? '' : ` -> ${meant.join(' | ')}`}`;
  return describeAt(file, finding, label);
}

/** `3:14 “Sub Ghz Alert” near-miss-term warning`, counted from one. */
function describeAt(
  { text }: FixtureFile,
  { start, end }: { start: number; end: number },
  label: string,
): string {
  const before = text.slice(0, start).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} “${text.slice(start, end)}” ${label}`;
}

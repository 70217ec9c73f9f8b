import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/findings/finding.js';
import { quickFixes } from '../../server/src/findings/quickFixes.js';
import { findingsOf } from '../support/findings.js';
import { readFixture } from '../support/fixture.js';
import { openFixture, syntheticCatalogue } from '../support/workspace.js';

/** The titles and results of the fixes for the only finding of a text: the text after each fix, and what is found in it then. */
function fixesOf(text: string): { title: string; after: string; left: string[]; isPreferred: boolean }[] {
  const workspace = openFixture(asFixture(text), syntheticCatalogue());
  const findings = findingsOf(workspace, 'text.sec');
  assert.equal(findings.length, 1, JSON.stringify(findings));
  const fixes = quickFixes(workspace.document(), findings[0] as Finding);
  return fixes.map(({ title, edits, isPreferred }) => {
    const after = applyEdits(text, edits);
    const left = findingsOf(openFixture(asFixture(after), syntheticCatalogue()), 'text.sec');
    return { title, after, left: left.map(({ code }) => code), isPreferred };
  });
}

/** A text with line ends of its own, which a fixture's lines do not have. */
function asFixture(text: string): ReturnType<typeof readFixture> {
  const [file] = readFixture('').files;
  assert.ok(file);
  return {
    files: [{ ...file, text }],
    get cursor(): never {
      throw new Error('there is no cursor');
    },
  };
}

function applyEdits(text: string, edits: Finding['fixes'][number]['edits']): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((words, { start, end, newText }) => words.slice(0, start) + newText + words.slice(end), text);
}

describe('quick fixes', () => {
  it('mend it first, then ignore it here, then in this file', () => {
    assert.deepEqual(fixesOf('The panel reads SECMP022 first.\n'), [
      {
        title: 'Change to “SECMP0022”',
        after: 'The panel reads SECMP0022 first.\n',
        left: [],
        isPreferred: true,
      },
      {
        title: 'Ignore malformed-modification-id here',
        after:
          '<!-- smart-energy-code-disable-next-line malformed-modification-id -->\nThe panel reads SECMP022 first.\n',
        left: [],
        isPreferred: false,
      },
      {
        title: 'Ignore malformed-modification-id in this file',
        after:
          '<!-- smart-energy-code-disable-file malformed-modification-id -->\nThe panel reads SECMP022 first.\n',
        left: [],
        isPreferred: false,
      },
    ]);
  });

  it('offer only to ignore what has no known mend', () => {
    assert.deepEqual(
      fixesOf('It costs {xx}.\n').map(({ title }) => title),
      ['Ignore placeholder here', 'Ignore placeholder in this file'],
    );
  });

  it('indent the comment as the line that it stands above', () => {
    const [here] = fixesOf('Section D\n\nD1.3 The panel shall:\n    (a) meet; and\n    (b) pay {xx}.\n');
    assert.equal(
      here?.after,
      'Section D\n\nD1.3 The panel shall:\n    (a) meet; and\n    <!-- smart-energy-code-disable-next-line placeholder -->\n    (b) pay {xx}.\n',
    );
    assert.deepEqual(here?.left, []);
  });

  it('indent with a tab where the line does', () => {
    const [here] = fixesOf('It:\n\tcosts {xx}.\n');
    assert.equal(
      here?.after,
      'It:\n\t<!-- smart-energy-code-disable-next-line placeholder -->\n\tcosts {xx}.\n',
    );
  });

  it('end the comment’s line as the file ends its lines', () => {
    const [here, inFile] = fixesOf('First.\r\n\r\nIt costs {xx}.\r\n');
    assert.equal(
      here?.after,
      'First.\r\n\r\n<!-- smart-energy-code-disable-next-line placeholder -->\r\nIt costs {xx}.\r\n',
    );
    assert.equal(
      inFile?.after,
      '<!-- smart-energy-code-disable-file placeholder -->\r\nFirst.\r\n\r\nIt costs {xx}.\r\n',
    );
    assert.deepEqual([here?.left, inFile?.left], [[], []]);
  });

  it('put the comment for the file behind front matter', () => {
    const [, inFile] = fixesOf('---\nmodification: SECMP0099\n---\nIt costs {xx}.\n');
    assert.equal(
      inFile?.after,
      '---\nmodification: SECMP0099\n---\n<!-- smart-energy-code-disable-file placeholder -->\nIt costs {xx}.\n',
    );
    assert.deepEqual(inFile?.left, []);
  });

  it('start a line of their own where front matter ends the file', () => {
    const text = '---\nmodification: SECMP0099\n---';
    const workspace = openFixture(asFixture(text), syntheticCatalogue());
    const finding: Finding = {
      start: 0,
      end: 1,
      code: 'text-encoding',
      severity: 'information',
      message: '',
      fixes: [],
      related: [],
    };
    const [, inFile] = quickFixes(workspace.document(), finding);
    assert.equal(
      applyEdits(text, inFile?.edits ?? []),
      `${text}\n<!-- smart-energy-code-disable-file text-encoding -->\n`,
    );
  });

  it('keep what else the paragraph says when the comment stands inside it', () => {
    const text =
      'Before it may use any service at all each member shall pay\nwithout delay {xx} pounds (and no more).\n';
    const [here] = fixesOf(text);
    assert.match(here?.after ?? '', /pay\n<!-- smart-energy-code-disable-next-line placeholder -->\nwithout/);
    assert.deepEqual(here?.left, []);
  });

  it('stand above the line on which a finding over a line break begins', () => {
    const [here] = fixesOf('See the list in Section Error! Reference source\nnot found. for more.\n');
    assert.match(here?.after ?? '', /^<!-- smart-energy-code-disable-next-line placeholder -->\nSee/);
    assert.deepEqual(here?.left, []);
  });
});

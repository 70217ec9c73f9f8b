import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findingCodes, isFindingCode } from '../server/src/findings/codes.js';
import { runCommand } from './support/commandLine.js';
import { jsonOf } from './support/tempFolder.js';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly code: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
    }[];
  }[];
}

/** The example workspace as a person checks it, on a day at which its Schedule 11 is in force. */
function checkExamples(...paths: readonly string[]): Report['files'] {
  const cwd = path.resolve('examples');
  const args = ['check', '--format', 'json', '--as-at', '2019-06-27', ...paths];
  const result = runCommand(args, { cwd });
  assert.equal(result.err, '');
  return jsonOf<Report>(result).files;
}

describe('the example workspace', () => {
  it('is clean in its code folder, its draft and its paper', () => {
    const files = checkExamples('sec', 'drafts/SECMP0023.sec', 'papers/release-note.md');
    assert.ok(files.length >= 9, files.map(({ path: name }) => name).join());
    for (const { path: name, findings } of files) {
      assert.deepEqual(
        findings.map(({ code, message, range }) => `${range.start.line + 1} ${code}: ${message}`),
        [],
        name,
      );
    }
  });

  it('shows every finding in the draft that is made for it, behind the comment that announces it', async () => {
    const name = 'drafts/every-finding.sec';
    const [file] = checkExamples(name);
    assert.ok(file);
    const lines = (await readFile(path.join('examples', name), 'utf8')).split('\n');
    const announced = lines.flatMap((line, i) => {
      const code = /^<!-- ([a-z-]+): /.exec(line)?.[1];
      return code === undefined ? [] : [{ code, line: i }];
    });
    assert.ok(announced.every(({ code }) => isFindingCode(code)));
    const places = file.findings.map(({ code, range }) => ({ code, line: range.start.line }));
    for (const [i, { code, line }] of announced.entries()) {
      const next = announced[i + 1]?.line ?? lines.length;
      const behind = places.filter((place) => place.line > line && place.line < next);
      assert.deepEqual(
        behind.map((place) => place.code),
        [code],
        `line ${line + 1}: ${lines[line]}`,
      );
    }
    assert.equal(places.length, announced.length, 'nothing is found that no comment announces');
    assert.deepEqual(
      [...new Set(announced.map(({ code }) => code))].sort(),
      Object.keys(findingCodes).sort(),
    );
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { runCommand } from '../support/commandLine.js';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly code: string; readonly text: string }[];
  }[];
}

describe('files that the command line reads', () => {
  const faulty = 'It costs {xx}.\n';
  const folder = useTempFolder({
    'b.sec': faulty,
    'a.sec': faulty,
    'notes.md': faulty,
    'papers/c.sec': faulty,
    'papers/B.sec': faulty,
    'papers/deep/d.sec': faulty,
    'papers/e.txt': faulty,
  });
  const pathsOf = (...args: readonly string[]): string[] =>
    jsonOf<Report>(folder.run('check', '--format', 'json', ...args)).files.map((file) => file.path);

  it('are those that are named, whatever their ending, sorted by path', () => {
    assert.deepEqual(pathsOf('notes.md', 'b.sec', 'papers/e.txt', 'a.sec'), [
      'a.sec',
      'b.sec',
      'notes.md',
      'papers/e.txt',
    ]);
  });

  it('keep their path as given', () => {
    const absolute = path.join(folder.path, 'b.sec');
    assert.deepEqual(pathsOf('./a.sec', absolute), ['./a.sec', absolute].sort());
    assert.deepEqual(pathsOf('papers/../a.sec'), ['papers/../a.sec']);
  });

  it('of a folder are its .sec files, relative to the working directory', () => {
    assert.deepEqual(pathsOf('papers'), ['papers/B.sec', 'papers/c.sec', 'papers/deep/d.sec']);
    assert.deepEqual(pathsOf(path.join(folder.path, 'papers/deep')), ['papers/deep/d.sec']);
    assert.deepEqual(pathsOf('.'), ['a.sec', 'b.sec', 'papers/B.sec', 'papers/c.sec', 'papers/deep/d.sec']);
  });

  it('of a glob are those that match', () => {
    assert.deepEqual(pathsOf('papers/*.sec'), ['papers/B.sec', 'papers/c.sec']);
    assert.deepEqual(pathsOf('**/*.{md,txt}'), ['notes.md', 'papers/e.txt']);
  });

  it('are each read once, however often they are named', () => {
    assert.deepEqual(
      pathsOf('a.sec', './a.sec', '*.sec', '.').filter((name) => name.endsWith('a.sec')),
      ['a.sec'],
    );
  });

  it('may have signs of globs in their names', async () => {
    await folder.write('draft [1] (x).sec', faulty);
    assert.deepEqual(pathsOf('draft [1] (x).sec'), ['draft [1] (x).sec']);
  });

  it('may be standard input', () => {
    const result = runCommand(['check', '--format', 'json', '-'], { cwd: folder.path, input: faulty });
    const { files } = jsonOf<Report>(result);
    assert.deepEqual(
      files.map(({ path: name, findings }) => [name, findings.map(({ text }) => text)]),
      [['-', ['{xx}']]],
    );
    assert.deepEqual([result.code, result.err], [0, '']);
    const empty = runCommand(['check', '-'], { cwd: folder.path, input: '' });
    assert.deepEqual(empty, { code: 0, out: '1 file: no findings\n', err: '' });
  });

  it('of a folder without any are none, and it is said', async () => {
    await folder.write('bare/readme.txt', faulty);
    const result = folder.run('check', '--format', 'json', 'bare');
    assert.deepEqual(jsonOf(result), { files: [] });
    assert.deepEqual([result.code, result.err], [0, 'note: bare: the folder holds no .sec files\n']);
  });
});

describe('files that are given together', () => {
  const folder = useTempFolder({
    'a.sec': '---\npart: Section A\n---\nA1.1 A person bound by the Code is a party (each a "Party").\n',
    'd.sec': '---\npart: Section D\n---\nD1.1 Each Party acts as Section A1.1 and Section A1.2 say.\n',
    'SECMP0023-terms.sec':
      'Section A\n\nInsert the following definitions:\n\nTerm\tMeaning\nVote Notice\tmeans a notice.\n',
    'SECMP0023-rules.sec': 'Section D\n\nD1.2 The DCC sends the Vote Notice.\n',
    'SECMP0024-rules.sec': 'Section D\n\nD1.3 The DCC sends the Vote Notice under Section D1.2.\n',
  });
  const findings = (...args: readonly string[]): string[] =>
    jsonOf<Report>(folder.run('check', '--format', 'json', ...args)).files.flatMap(
      ({ path: name, findings: found }) => found.map(({ code, text }) => `${name} ${code} ${text}`),
    );

  it('are one Code where they are parts of it', () => {
    assert.deepEqual(findings('a.sec', 'd.sec'), ['d.sec unresolved-reference Section A1.2']);
    assert.deepEqual(findings('d.sec'), []);
  });

  it('are one modification where they are drafts of it', () => {
    assert.deepEqual(findings('SECMP0023-terms.sec', 'SECMP0023-rules.sec'), []);
    assert.deepEqual(findings('SECMP0023-rules.sec'), ['SECMP0023-rules.sec undefined-term Vote Notice']);
  });

  it('are apart otherwise', () => {
    assert.deepEqual(findings('SECMP0023-terms.sec', 'SECMP0023-rules.sec', 'SECMP0024-rules.sec'), [
      'SECMP0024-rules.sec undefined-term Vote Notice',
    ]);
  });

  it('are told of each other where two claim one part', async () => {
    await folder.write('d-again.sec', '---\npart: Section D\n---\nD1.1 Each Party waits.\n');
    const { err, code } = folder.run('check', 'd.sec', 'd-again.sec');
    assert.equal(code, 0);
    assert.equal(err, 'note: d-again.sec, d.sec: each says that it is Section D\n');
  });
});

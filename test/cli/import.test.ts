import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import { runImport } from '../../server/src/cli/importCommand.js';
import type { Output } from '../../server/src/cli/output.js';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';
import { inserted, p, run, wordFile, zip } from '../support/wordFile.js';

interface Written {
  readonly written: readonly {
    readonly source: string;
    readonly path: string;
    readonly provisions: number;
    readonly definitions: number;
    readonly warnings: readonly string[];
  }[];
}

/** Section D in a version, whose clause says `words`. */
const sectionD = (version: string, words = 'A Party may plant a Tree.'): Uint8Array =>
  wordFile({
    body:
      p('SECTION D: GARDENS') +
      p('D1 PLANTING') +
      p(`D1.1 ${words}`) +
      p('D1.2 A Party that plants is a “Gardener”.'),
    header: p(`SEC – Section D`) + p(`Version ${version}`) + p('Effective from 26 April 2019'),
  });
const appendix = wordFile({
  body: p('APPENDIX AB') + p('SERVICE DOCUMENT') + p('1 SCOPE') + p('1.1 This is it.'),
});

describe('import', () => {
  const folder = useTempFolder({ 'word/d.docx': sectionD('6.12'), 'word/ab.docx': appendix });
  const read = (name: string): Promise<string> => readFile(path.join(folder.path, name), 'utf8');
  const importing = (...args: readonly string[]): Written =>
    jsonOf<Written>(folder.run('import', '--out', 'sec', '--format', 'json', ...args));

  it('writes a file for each part, named after it, and says what it wrote', async () => {
    const { written } = importing('word');
    assert.deepEqual(
      written.map(({ source, path: target, provisions }) => [source, target, provisions]),
      [
        ['word/ab.docx', 'sec/appendix-ab.sec', 3],
        ['word/d.docx', 'sec/section-d.sec', 4],
      ],
    );
    assert.deepEqual(await readdir(path.join(folder.path, 'sec')), ['appendix-ab.sec', 'section-d.sec']);
    assert.match(
      await read('sec/section-d.sec'),
      /^---\npart: Section D\ntitle: GARDENS\nversion: "6\.12"\neffective: 2019-04-26\nsource: d\.docx\nsha256: [0-9a-f]{64}\nimporter: smart-energy-code \d\S+\nwritten-sha256: [0-9a-f]{64}\n---\nSECTION D: GARDENS\n\nD1 PLANTING\n/,
    );
    assert.match(await read('sec/appendix-ab.sec'), /^---\npart: Appendix AB\ntitle: SERVICE DOCUMENT\n/);
  });

  it('shows how far it is on a terminal, in one line that it takes away, and nothing where nobody looks', async () => {
    const lines: string[] = [];
    const output: Output = {
      version: '1',
      colours: pc.createColors(false),
      print: () => undefined,
      tell: (text) => assert.fail(text),
      progress: (line) => lines.push(line),
    };
    const [ab, d] = ['ab', 'd'].map((name) => path.join(folder.path, `word/${name}.docx`));
    const options = { out: path.join(folder.path, 'sec'), changes: 'keep', format: 'text' } as const;
    assert.equal(await runImport([ab as string, d as string], options, output), 0);
    assert.equal(lines[0], `importing 1 of 2: ${ab} (0 %)`);
    assert.ok(lines.includes(`importing 2 of 2: ${d} (0 %)`));
    assert.equal(lines.at(-1), '');
    const piped = folder.run('import', '--out', 'sec', 'word');
    assert.equal(piped.err, '');
  });

  it('writes the same bytes for the same input', async () => {
    importing('word');
    const before = await read('sec/section-d.sec');
    importing('word');
    assert.equal(await read('sec/section-d.sec'), before);
  });

  it('says when a file is newer or older than the one it takes the place of', async () => {
    importing('word/d.docx');
    await folder.write('new.docx', sectionD('6.13'));
    const newer = importing('new.docx').written[0]?.warnings[0];
    assert.equal(newer, 'version 6.13 takes the place of the older version 6.12');
    const older = importing('word/d.docx').written[0]?.warnings[0];
    assert.equal(older, 'version 6.12 takes the place of the newer version 6.13');
  });

  it('leaves a file alone that was edited since, until it is forced', async () => {
    importing('word/d.docx');
    const file = path.join(folder.path, 'sec/section-d.sec');
    const edited = (await read('sec/section-d.sec')).replace('may plant', 'shall plant');
    await writeFile(file, edited);
    const { code, err } = folder.run('import', 'word/d.docx', '--out', 'sec');
    assert.equal(code, 2);
    assert.equal(
      err,
      'error: sec/section-d.sec: it was edited since it was imported and is left alone; --force writes word/d.docx over it\n',
    );
    assert.equal(await read('sec/section-d.sec'), edited);
    assert.equal(folder.run('import', 'word/d.docx', '--out', 'sec', '--force').code, 0);
    assert.match(await read('sec/section-d.sec'), /may plant/);
  });

  it('leaves a file alone that it did not write', async () => {
    await folder.write('sec/section-d.sec', 'SECTION D: MINE\n');
    assert.equal(folder.run('import', 'word/d.docx', '--out', 'sec').code, 2);
    assert.equal(await read('sec/section-d.sec'), 'SECTION D: MINE\n');
  });

  it('takes line ends that a version control turned for no edit', async () => {
    importing('word/d.docx');
    const file = path.join(folder.path, 'sec/section-d.sec');
    await writeFile(file, (await read('sec/section-d.sec')).replaceAll('\n', '\r\n'));
    assert.equal(folder.run('import', 'word/d.docx', '--out', 'sec').code, 0);
  });

  it('reads a zip of files, and two that are one part only once', async () => {
    await folder.write(
      'code.zip',
      zip({
        'docs/d.docx': sectionD('6.12'),
        'docs/also-d.docx': sectionD('6.11'),
        '__MACOSX/docs/._d.docx': 'x',
      }),
    );
    const { code, out, err } = folder.run('import', 'code.zip', '--out', 'sec');
    assert.equal(code, 2);
    assert.match(out, /sec\/section-d\.sec from code\.zip\/docs\/also-d\.docx/);
    assert.equal(
      err,
      'error: code.zip/docs/d.docx: code.zip/docs/also-d.docx was imported as sec/section-d.sec already; give each part of the Code once\n',
    );
  });

  it('reads web pages, with the numbers that a browser prints, and texts', async () => {
    await folder.write(
      'f.html',
      '<h1>Section F: Smart <b>Gardens</b></h1><script>no()</script><ol type="a"><li>one<li><p>two</p></ol><table><tr><th>Term<th>Meaning<tr><td>Tree<td>means a<br>plant.</table><p>It <del>may</del><ins>shall</ins> &amp; must.',
    );
    await folder.write(
      'g.txt',
      '---\npart: Section G\ntitle: SECURITY\nversion: "6.5"\n---\r\nSECTION G: SECURITY\r\n\r\nG1 GATES\r\n',
    );
    importing('f.html', 'g.txt');
    assert.match(
      await read('sec/section-f.sec'),
      /---\nSection F: Smart Gardens\n {4}a\. one\n {4}b\. two\n\n\| Term \| Meaning \|\n\| --- \| --- \|\n\| Tree \| means a<br>plant\. \|\n\nIt \{~~may~>shall~~\} & must\.\n$/,
    );
    assert.match(
      await read('sec/section-g.sec'),
      /^---\npart: Section G\ntitle: SECURITY\nversion: "6\.5"\nsource: g\.txt\n/,
    );
  });

  it('of a draft keeps its name and its modification, and no part', async () => {
    const draft = wordFile({
      body: p('MP134A legal text') + p('Section D (Gardens)') + p(run('D1.1 A Party ') + inserted('may')),
    });
    await folder.write('MP134A Legal Text.docx', draft);
    const { written } = importing('--draft', 'MP134A Legal Text.docx');
    assert.equal(written[0]?.path, 'sec/mp134a-legal-text.sec');
    assert.match(
      await read('sec/mp134a-legal-text.sec'),
      /^---\nmodification: MP134A\nsource: MP134A Legal Text\.docx\n/,
    );
    const warned = importing('MP134A Legal Text.docx').written[0];
    assert.equal(warned?.path, 'sec/mp134a-legal-text.sec');
    assert.deepEqual(warned?.warnings, [
      'it names MP134A before any part of the Code and was imported as a draft',
    ]);
  });

  it('accepts or rejects tracked changes when asked to', async () => {
    await folder.write(
      'h.docx',
      wordFile({ body: p('SECTION H: DCC SERVICES') + p(run('H1.1 It ') + inserted('may')) }),
    );
    for (const [changes, line] of [
      ['keep', 'H1.1 It {++may++}{>>@A. Drafter 2026-03-01T09:00:00Z<<}'],
      ['accept', 'H1.1 It may'],
      ['reject', 'H1.1 It'],
    ] as const) {
      importing('h.docx', '--changes', changes);
      assert.equal((await read('sec/section-h.sec')).trimEnd().split('\n').at(-1), line);
    }
  });
});

describe('Word files that are read directly', () => {
  const paper = wordFile({
    body:
      p('SECTION D: GARDENS') +
      p('D1 PLANTING') +
      p('D1.1 A Party pays {xx} pounds.') +
      p(run('(a) See Section D1.9 and [TBC].')),
  });
  const folder = useTempFolder({ 'paper.docx': paper, 'old.doc': Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) });

  it('have findings that name their provision', () => {
    const { code, out } = folder.run('check', 'paper.docx', '--fail-on', 'warning');
    assert.equal(code, 1);
    assert.match(out, /^paper\.docx \(D1\.1\) warning placeholder$/m);
    assert.match(out, /^paper\.docx \(D1\.1\(a\)\) warning placeholder$/m);
    const { files } = jsonOf<{ files: { findings: { code: string; provision: string }[] }[] }>(
      folder.run('check', 'paper.docx', '--format', 'json'),
    );
    assert.deepEqual(
      files[0]?.findings.map((finding) => [finding.code, finding.provision]),
      [
        ['placeholder', 'D1.1'],
        ['placeholder', 'D1.1(a)'],
      ],
    );
  });

  it('give references, terms and an outline', () => {
    const targets = jsonOf<{ files: { references: { target: string }[] }[] }>(
      folder.run('references', 'paper.docx', '--format', 'json'),
    );
    assert.deepEqual(
      targets.files[0]?.references.map(({ target }) => target),
      ['D1.9'],
    );
    assert.match(folder.run('outline', 'paper.docx').out, /^ {6}D1\.1\(a\)$|D1\.1\(a\)/m);
    assert.equal(folder.run('terms', 'paper.docx').code, 0);
  });

  it('of the old kind are refused with what to do', () => {
    const { code, err } = folder.run('check', 'old.doc');
    assert.equal(code, 2);
    assert.match(
      err,
      /^error: old\.doc: it is a Word file of the old kind \(\.doc\): open it in Word and save it as \.docx\n$/,
    );
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { CommandResult } from '../support/commandLine.js';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';

/** Checks that something is told in one line each, and that no trace of the program’s insides is in it. */
function checkTold({ err, out }: CommandResult, ...expected: readonly RegExp[]): void {
  const lines = err.split('\n').filter((line) => line !== '');
  assert.equal(lines.length, expected.length, err);
  for (const [i, pattern] of expected.entries()) assert.match(lines[i] ?? '', pattern);
  assert.doesNotMatch(err + out, /^\s+at |node:|\.js:\d|unexpected fault|\[object|undefined\b(?!-term)/m);
}

describe('bad input', () => {
  const folder = useTempFolder({ 'good.sec': 'It costs {xx}.\n' });
  const reported = (result: CommandResult): string[] =>
    jsonOf<{ files: { path: string }[] }>(result).files.map((file) => file.path);
  const check = (...args: readonly string[]): CommandResult =>
    folder.run('check', '--format', 'json', ...args);

  it('that is not there is told, and the other files are still reported', () => {
    const result = check('missing.sec', 'good.sec', 'nor/this');
    checkTold(
      result,
      /^error: missing\.sec: there is no such file or folder$/,
      /^error: nor\/this: there is no such/,
    );
    assert.equal(result.code, 2);
    assert.deepEqual(reported(result), ['good.sec']);
  });

  it('that is a link to nowhere is told as missing', async () => {
    await symlink('nowhere.sec', path.join(folder.path, 'dangling.sec'));
    const result = check('dangling.sec');
    checkTold(result, /^error: dangling\.sec: there is no such file or folder$/);
    assert.equal(result.code, 2);
    const inFolder = check('.');
    checkTold(inFolder);
    assert.deepEqual(
      [inFolder.code, reported(inFolder)],
      [0, ['good.sec']],
      'links in a folder are not followed',
    );
  });

  it('that may not be read is told', async () => {
    await folder.write('locked/one.sec', 'It costs {xx}.\n');
    await folder.write('secret.sec', 'It costs {xx}.\n');
    await chmod(path.join(folder.path, 'locked'), 0o000);
    await chmod(path.join(folder.path, 'secret.sec'), 0o000);
    const result = await runUnprivileged(folder.path, [
      'check',
      '--format',
      'json',
      'locked',
      'secret.sec',
      'good.sec',
    ]);
    await chmod(path.join(folder.path, 'locked'), 0o755);
    checkTold(
      result,
      /^error: locked: it may not be read \(permission denied\)$/,
      /^error: secret\.sec: it may not be read \(permission denied\)$/,
    );
    assert.equal(result.code, 2);
    assert.deepEqual(reported(result), ['good.sec']);
  });

  it('without a match for a glob is told', () => {
    const result = check('*.docx');
    checkTold(result, /^error: \*\.docx: no file matches$/);
    assert.equal(result.code, 2);
  });

  it('with NUL bytes is no text', async () => {
    await folder.write('picture.sec', new Uint8Array([137, 80, 78, 71, 0, 0, 1]));
    const result = check('picture.sec', 'good.sec');
    checkTold(result, /^error: picture\.sec: it holds NUL bytes and is no text/);
    assert.equal(result.code, 2);
    assert.deepEqual(reported(result), ['good.sec']);
  });

  it('in UTF-16 is told as that', async () => {
    await folder.write('wide.sec', Buffer.from('\uFEFFIt costs {xx}.\n', 'utf16le'));
    checkTold(check('wide.sec'), /^error: wide\.sec: it is UTF-16 text: save it as UTF-8$/);
  });

  it('in Windows-1252 is read as that, and found once', async () => {
    await folder.write(
      'old.sec',
      Buffer.from('The panel\x92s list costs \xa35 or \x80 6, {xx}.\n', 'latin1'),
    );
    const result = check('old.sec');
    checkTold(result);
    assert.equal(result.code, 0);
    const { files } = jsonOf<{ files: { findings: { code: string; range: unknown }[] }[] }>(result);
    assert.deepEqual(
      files[0]?.findings.map(({ code }) => code),
      ['text-encoding', 'placeholder'],
    );
    assert.match(folder.run('check', 'old.sec').out, /\| The panel’s list costs £5 or € 6, \{xx\}\./);
  });

  it('over the size is read for references and terms only, and that is told', async () => {
    await folder.write('large.sec', `The panel reads SECMP022 for {xx}.\n${'It costs {xx}.\n'.repeat(1000)}`);
    const result = check('--max-file-size', '0.01', 'large.sec', 'good.sec');
    checkTold(result, /^note: large\.sec: it is over 0\.01 MB: only references and terms were looked at/);
    assert.equal(result.code, 0);
    const { files } = jsonOf<{ files: { path: string; findings: { code: string }[] }[] }>(result);
    assert.deepEqual(
      files.map(({ path: name, findings }) => [name, findings.map(({ code }) => code)]),
      [
        ['good.sec', ['placeholder']],
        ['large.sec', ['malformed-modification-id']],
      ],
    );
  });

  it('with a line of over 1 MB is read for references and terms only, and that is told', async () => {
    await folder.write('long.sec', `The panel reads SECMP022 for {xx} ${'and so on '.repeat(110_000)}.\n`);
    const result = check('long.sec');
    checkTold(
      result,
      /^note: long\.sec: it has a line of over 1 MB: only references and terms were looked at$/,
    );
    const { files } = jsonOf<{ files: { findings: { code: string }[] }[] }>(result);
    assert.deepEqual(
      files[0]?.findings.map(({ code }) => code),
      ['malformed-modification-id'],
    );
  });

  it('that is empty has no findings', async () => {
    await folder.write('empty.sec', '');
    const result = check('empty.sec');
    checkTold(result);
    assert.deepEqual(jsonOf(result), { files: [{ path: 'empty.sec', findings: [] }] });
    assert.equal(result.code, 0);
  });

  it('with front matter that is no YAML is read without it, and that is told', async () => {
    await folder.write('front.sec', '---\npart: [Section D\n---\nIt costs {xx}.\n');
    const result = check('front.sec');
    checkTold(result, /^note: front\.sec: the front matter is no YAML that can be read: \S/);
    assert.deepEqual([result.code, reported(result)], [0, ['front.sec']]);
  });

  it('of facts that are no JSON, or do not fit, is told, and the rest goes on', async () => {
    await folder.write('facts/terms.json', '{ "asAt": "2019",\n  records: [] }\n');
    await folder.write('facts/bodies.json', '{ "asAt": "2019-01", "records": [{ "name": 5 }] }');
    await folder.write('facts/other.json', '{}');
    const result = check('--facts', 'facts', 'good.sec');
    checkTold(
      result,
      /^error: .*bodies\.json: \/records\/0\S* must /,
      /^error: .*other\.json: its kind is not known; name it sections\.json, /,
      /^error: .*terms\.json: not read as JSON \(/,
    );
    assert.equal(result.code, 2);
    assert.deepEqual(reported(result), ['good.sec']);
    checkTold(
      check('--facts', 'nowhere.json', 'good.sec'),
      /^error: .*nowhere\.json: there is no such file or folder of facts$/,
    );
  });

  const wrong: readonly [args: string, told: RegExp][] = [
    [
      'check good.sec --rule place-holder=off',
      /There is no code “place-holder”; the codes are undefined-term, /,
    ],
    ['check good.sec --rule placeholder=loud', /“loud” is no severity; write placeholder=error, warning, /],
    ['check good.sec --rule placeholder', /is no severity; write placeholder=error, /],
    ['check good.sec --rule toString=off', /There is no code “toString”/],
    ['check good.sec --as-at 2019-02-30', /It must be a day like 2019-04-26\./],
    ['check good.sec --as-at yesterday', /It must be a day like 2019-04-26\./],
    ['check good.sec --fail-on loud', /Allowed choices are error, warning, information, hint\./],
    ['check good.sec --format xml', /Allowed choices are text, json, sarif, github\./],
    ['references good.sec --format sarif', /Allowed choices are text, json\./],
    ['check good.sec --max-file-size much', /It must be a number of megabytes above 0\./],
    ['check good.sec --max-file-size -1', /It must be a number of megabytes above 0\./],
    ['check good.sec --bogus', /unknown option '--bogus'/],
    ['check', /missing required argument 'path'/],
    ['explain', /missing required argument 'name'/],
    ['frobnicate good.sec', /unknown command 'frobnicate'/],
    ['import good.sec', /required option '--out <DIR>' not specified/],
    ['lsp', /required option '--stdio' not specified/],
  ];
  for (const [args, told] of wrong) {
    it(`“${args}” is told in one line`, () => {
      const result = folder.run(...args.split(' '));
      checkTold(result, told);
      assert.deepEqual([result.code, result.out], [2, '']);
      assert.match(result.err, /^error: /);
    });
  }

  it('for explain is told with the nearest known names', () => {
    const result = folder.run('explain', 'Sub GHz Alrt');
    checkTold(result, /^error: nothing is known of “Sub GHz Alrt”\. Did you mean “Sub GHz Alert”/);
    assert.deepEqual([result.code, result.out], [2, '']);
    checkTold(folder.run('explain', ''), /^error: nothing is known of “”\.$/);
  });
});

/**
 * Runs the command line as a person whom permissions bind: the super-user, as tests in a container are, may read everything. What
 * is run is a copy, for the checkout may lie where only its owner may go.
 */
async function runUnprivileged(cwd: string, args: readonly string[]): Promise<CommandResult> {
  const program = path.join(cwd, 'program');
  await mkdir(program);
  for (const name of ['dist', 'data', 'package.json'])
    await cp(name, path.join(program, name), { recursive: true });
  await chmod(cwd, 0o755);
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const done = spawnSync(process.execPath, [path.join(program, 'dist/cli.js'), ...args], { cwd, ...nobody });
  return { code: done.status, out: done.stdout.toString('utf8'), err: done.stderr.toString('utf8') };
}

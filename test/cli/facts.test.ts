import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';

interface Report {
  readonly files: readonly {
    readonly findings: readonly { readonly code: string; readonly text: string }[];
  }[];
}

describe('facts of the command line', () => {
  const folder = useTempFolder({
    'paper.sec': 'Under the SEC the DCC shall pass on each Sub GHz Alert without delay.\n',
  });
  const undefinedIn = (report: Report): string[] =>
    report.files.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'undefined-term').map(({ text }) => text),
    );

  it('are the bundled ones: the program knows terms because data/ does', async () => {
    assert.deepEqual(undefinedIn(jsonOf(folder.run('check', '--format', 'json', 'paper.sec'))), []);
    const copy = path.join(folder.path, 'copy');
    for (const name of ['dist', 'data', 'package.json'])
      await cp(name, path.join(copy, name), { recursive: true });
    const run = (): Report => {
      const done = spawnSync(
        process.execPath,
        [path.join(copy, 'dist/cli.js'), 'check', '--format', 'json', 'paper.sec'],
        {
          cwd: folder.path,
        },
      );
      return JSON.parse(done.stdout.toString('utf8')) as Report;
    };
    assert.deepEqual(undefinedIn(run()), []);
    const terms = path.join(copy, 'data/terms.json');
    const facts = JSON.parse(await readFile(terms, 'utf8')) as { records: { term: string }[] };
    await writeFile(
      terms,
      JSON.stringify({ ...facts, records: facts.records.filter(({ term }) => !/^Sub GHz/.test(term)) }),
    );
    assert.deepEqual(undefinedIn(run()), ['Sub GHz Alert']);
  });

  it('of the user’s own lie over the bundled ones, from a file or a folder', async () => {
    await folder.write('draft.sec', 'Under the SEC the Widget Report of SECMP0007 counts.\n');
    const found = (...args: readonly string[]): string[] =>
      jsonOf<Report>(folder.run('check', '--format', 'json', ...args, 'draft.sec')).files.flatMap(
        ({ findings }) => findings.map(({ code, text }) => `${code} ${text}`),
      );
    const before = found();
    assert.ok(before.includes('undefined-term Widget Report'), before.join());
    const facts = { asAt: '2020-01', records: [{ term: 'Widget Report', scope: 'Code', source: 'our own' }] };
    await folder.write('own/terms.json', JSON.stringify(facts));
    assert.ok(!found('--facts', 'own').includes('undefined-term Widget Report'));
    assert.ok(!found('--facts', 'own/terms.json').includes('undefined-term Widget Report'));
  });

  it('are judged at the day that --as-at names', async () => {
    await folder.write('versions.sec', 'Under the SEC a Device meets CHTS v1.1 now.\n');
    const found = (day: string): string[] =>
      jsonOf<Report>(folder.run('check', '--format', 'json', '--as-at', day, 'versions.sec')).files.flatMap(
        ({ findings }) => findings.map(({ code }) => code),
      );
    assert.deepEqual(found('2018-11-01'), []);
    assert.deepEqual(found('2018-01-01'), ['unknown-document-version']);
  });
});

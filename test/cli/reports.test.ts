import assert from 'node:assert/strict';
import { findingCodes } from '../../server/src/findings/codes.js';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';

interface SarifLog {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly version: string;
        readonly rules: { id: string; help?: { text: string; markdown: string } }[];
      };
    };
    readonly columnKind: string;
    readonly results: readonly Record<string, unknown>[];
  }[];
}

describe('reports of check', () => {
  const folder = useTempFolder({
    'one.sec': 'The panel reads SECMP022 first.\n',
    'two.sec': 'It costs {xx} pounds.\n\nIt ends on 30 February 2018.\n',
    'a, b: 100%.sec': 'It costs {xx} pounds.\n',
  });

  it('are text for people by default: place, severity, code, message, the line with carets, the fix and a sum', () => {
    const { code, out, err } = folder.run('check', 'two.sec', 'one.sec');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      [
        'one.sec:1:17 warning malformed-modification-id',
        '  A modification id is SECMP and four digits: “SECMP022” reads as SECMP0022.',
        '  | The panel reads SECMP022 first.',
        '  |                 ^^^^^^^^',
        '  fix: Change to “SECMP0022”',
        '',
        'two.sec:1:10 warning placeholder',
        '  “{xx}” is a placeholder that was left in the text: fill it in.',
        '  | It costs {xx} pounds.',
        '  |          ^^^^',
        '',
        'two.sec:3:12 warning invalid-date',
        '  “30 February 2018” is no date: that month has 28 days.',
        '  | It ends on 30 February 2018.',
        '  |            ^^^^^^^^^^^^^^^^',
        '',
        '2 files: 3 warnings',
        '',
      ].join('\n'),
    );
  });

  it('in text clip a long line around the finding, with the carets below it', async () => {
    await folder.write('long.sec', `${'many words '.repeat(30)}cost {xx} pounds${' and more'.repeat(30)}.\n`);
    const lines = folder.run('check', 'long.sec').out.split('\n');
    const [shown = '', carets = ''] = lines.slice(2, 4);
    assert.match(shown, /^ {2}\| ….{110}$/);
    assert.equal(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), '{xx}');
  });

  it('in text put the carets right behind tabs and below a finding over a line break', async () => {
    await folder.write(
      'tab.sec',
      'It\tcosts\t{xx}.\n\nSee Section Error! Reference source\nnot found. for more.\n',
    );
    const { out } = folder.run('check', 'tab.sec');
    assert.match(out, /\| It costs \{xx\}\.\n {2}\| {10}\^\^\^\^\n/);
    assert.match(out, /\| See Section Error! Reference source\n {2}\| {13}\^{23}\n/);
  });

  it('say that there is nothing', async () => {
    await folder.write('clean.sec', 'The panel meets.\n');
    assert.deepEqual(folder.run('check', 'clean.sec'), { code: 0, out: '1 file: no findings\n', err: '' });
  });

  it('are SARIF 2.1.0', () => {
    const result = folder.run('check', '--format', 'sarif', 'one.sec', 'two.sec');
    assert.deepEqual([result.code, result.err], [0, '']);
    const log = jsonOf<SarifLog>(result);
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-2\.1\.0\.json$/);
    const [run] = log.runs;
    assert.equal(log.runs.length, 1);
    assert.equal(run?.tool.driver.name, 'smart-energy-code');
    assert.equal(run?.tool.driver.version, folder.run('--version').out.trim());
    assert.deepEqual(
      run?.tool.driver.rules.map(({ id }) => id),
      Object.keys(findingCodes),
    );
    for (const { id, help } of run?.tool.driver.rules ?? []) {
      assert.match(help?.markdown ?? '', /\*\*Mend\.\*\*/, id);
      assert.doesNotMatch(help?.text ?? '`', /[`*]/, id);
    }
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.deepEqual(run?.results.length, 3);
    assert.deepEqual(run?.results[0], {
      ruleId: 'malformed-modification-id',
      level: 'warning',
      message: { text: 'A modification id is SECMP and four digits: “SECMP022” reads as SECMP0022.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'one.sec' },
            region: { startLine: 1, startColumn: 17, endLine: 1, endColumn: 25 },
          },
        },
      ],
      fixes: [
        {
          description: { text: 'Change to “SECMP0022”' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'one.sec' },
              replacements: [
                {
                  deletedRegion: { startLine: 1, startColumn: 17, endLine: 1, endColumn: 25 },
                  insertedContent: { text: 'SECMP0022' },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('in SARIF write a path as a URI, and information as a note', () => {
    const args = ['--rule', 'placeholder=information', 'a, b: 100%.sec'];
    const { runs } = jsonOf<SarifLog>(folder.run('check', '--format', 'sarif', ...args));
    const [result] = runs[0]?.results ?? [];
    assert.match(JSON.stringify(result), /"uri":"a%2C%20b%3A%20100%25\.sec"/);
    assert.equal(result?.['level'], 'note');
  });

  it('are annotations for GitHub, with what the command line of a workflow needs escaped', () => {
    const { code, out, err } = folder.run('check', '--format', 'github', 'a, b: 100%.sec', 'two.sec');
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(out.split('\n'), [
      '::warning file=a%2C b%3A 100%25.sec,line=1,col=10,endLine=1,endColumn=14,title=placeholder::“{xx}” is a placeholder that was left in the text: fill it in.',
      '::warning file=two.sec,line=1,col=10,endLine=1,endColumn=14,title=placeholder::“{xx}” is a placeholder that was left in the text: fill it in.',
      '::warning file=two.sec,line=3,col=12,endLine=3,endColumn=28,title=invalid-date::“30 February 2018” is no date: that month has 28 days.',
      '',
    ]);
  });

  it('for GitHub keep a message on one line, its percent signs escaped', async () => {
    await folder.write(
      'odd.sec',
      'It costs [insert 5% of\u00a0it] or Error! Reference source\nnot found. here.\n',
    );
    const { out } = folder.run('check', '--format', 'github', 'odd.sec');
    assert.match(out, /5%25 of/);
    assert.match(out, /source%0Anot found\./);
    assert.equal(out.trimEnd().split('\n').length, 2);
  });

  it('for GitHub name errors, warnings and notices', () => {
    const commandOf = (severity: string): string | undefined =>
      /^::\w+/.exec(
        folder.run('check', '--format', 'github', '--rule', `placeholder=${severity}`, 'two.sec').out,
      )?.[0];
    assert.deepEqual(['error', 'warning', 'information', 'hint'].map(commandOf), [
      '::error',
      '::warning',
      '::notice',
      '::notice',
    ]);
  });

  it('of the other commands are lines with places for people', async () => {
    await folder.write(
      'paper.sec',
      'This letter (the "Widget Letter") is short.\n\nThe Widget Letter follows Section D9.4.\n',
    );
    assert.equal(folder.run('references', 'paper.sec').out, 'paper.sec:3:27: Section D9.4 -> D9.4 found\n');
    assert.equal(
      folder.run('terms', 'paper.sec').out,
      'paper.sec:1:19: Widget Letter (document) This letter (the "Widget Letter") is short.\n' +
        'paper.sec:3:5: Widget Letter <- paper.sec:1:19\n',
    );
    await folder.write('draft.sec', 'Section D\n\nD9.5 The panel meets:\n    (a) now.\n');
    assert.equal(folder.run('outline', 'draft.sec').out, 'draft.sec\n  D\n    D9.5\n      D9.5(a)\n');
    assert.match(
      folder.run('explain', 'SECMP0023').out,
      /^SECMP0023 .*\n\nStatus\n\n- .*\n(?:.*\n)*\nSource: /,
    );
  });

  it('hold no colours where the output is no terminal', () => {
    assert.ok(!folder.run('check', 'two.sec').out.includes('\u001b'));
  });
});

import assert from 'node:assert/strict';
import { readFixture } from '../support/fixture.js';
import { smallCode } from '../support/smallCode.js';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';

const code = Object.fromEntries(readFixture(smallCode).files.map(({ name, text }) => [name, text]));

/** One line from one character to another. */
const on = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('JSON of the command line', () => {
  const folder = useTempFolder({
    ...code,
    'draft.sec': [
      'Section D',
      '',
      'D9.5 The DCC shall send a notice (the "Vote Notice") of each Sub Ghz Alert.',
      '',
      'D9.6 The Vote Notice follows from Sections D9.1 to D9.3, Section D9.44 and SECMP0023.',
      '',
    ].join('\n'),
  });

  it('of check holds the findings with their fixes', () => {
    const result = folder.run('check', '--format', 'json', 'draft.sec');
    assert.equal(result.err, '');
    const { files, ...rest } = jsonOf<{ files: { path: string; findings: { message: string }[] }[] }>(result);
    assert.deepEqual(rest, {});
    const messages = files[0]?.findings.map(({ message }) => message) ?? [];
    assert.deepEqual(files, [
      {
        path: 'draft.sec',
        findings: [
          {
            code: 'near-miss-term',
            severity: 'warning',
            message: messages[0],
            range: on(2, 61, 74),
            text: 'Sub Ghz Alert',
            fixes: [
              {
                title: 'Change to “Sub GHz Alert”',
                edits: [{ range: on(2, 61, 74), newText: 'Sub GHz Alert' }],
              },
            ],
          },
          {
            code: 'unresolved-reference',
            severity: 'error',
            message: messages[1],
            range: on(4, 57, 70),
            text: 'Section D9.44',
            fixes: [],
          },
        ],
      },
    ]);
    assert.match(messages[0] ?? '', /“Sub GHz Alert” is defined/);
  });

  it('of references holds targets, what they resolve to and where that is', () => {
    const result = folder.run('references', '--format', 'json', 'draft.sec');
    assert.deepEqual([result.code, result.err], [0, '']);
    assert.deepEqual(jsonOf(result), {
      files: [
        {
          path: 'draft.sec',
          references: [
            {
              text: 'Sections D9.1',
              kind: 'section',
              target: 'D9.1',
              range: on(4, 34, 47),
              through: 'D9.3',
              resolved: 'found',
              location: { path: 'sec/section-d.sec', range: on(22, 0, 4) },
            },
            {
              text: 'D9.3',
              kind: 'section',
              target: 'D9.3',
              range: on(4, 51, 55),
              resolved: 'found',
              location: { path: 'sec/section-d.sec', range: on(28, 0, 4) },
            },
            {
              text: 'Section D9.44',
              kind: 'section',
              target: 'D9.44',
              range: on(4, 57, 70),
              resolved: 'missing',
            },
            {
              text: 'SECMP0023',
              kind: 'modification',
              target: 'SECMP0023',
              range: on(4, 75, 84),
              resolved: 'found',
            },
          ],
        },
      ],
    });
  });

  it('of terms holds definitions, and uses with what defines them', () => {
    const result = folder.run('terms', '--format', 'json', 'draft.sec');
    assert.deepEqual([result.code, result.err], [0, '']);
    assert.deepEqual(jsonOf(result), {
      files: [
        {
          path: 'draft.sec',
          definitions: [
            {
              term: 'Vote Notice',
              scope: 'Code',
              text: 'The DCC shall send a notice (the "Vote Notice") of each Sub Ghz Alert.',
              range: on(2, 39, 50),
            },
          ],
          uses: [
            {
              term: 'DCC',
              range: on(2, 9, 12),
              definedBy: { path: 'sec/section-a.sec', range: on(15, 0, 3) },
            },
            {
              term: 'Vote Notice',
              range: on(4, 9, 20),
              definedBy: { path: 'draft.sec', range: on(2, 39, 50) },
            },
          ],
        },
      ],
    });
  });

  it('of terms names the fact where no text at hand defines the term', async () => {
    await folder.write('away/paper.md', 'Under the SEC each Sub GHz Alert counts.\n');
    const result = folder.run('terms', '--format', 'json', '--code', 'away', 'away/paper.md');
    const { files } = jsonOf<{ files: { uses: { term: string; definedBy: unknown }[] }[] }>(result);
    assert.deepEqual(files[0]?.uses.at(-1), {
      term: 'Sub GHz Alert',
      range: on(0, 19, 32),
      definedBy: { fact: 'Sub GHz Alert' },
    });
  });

  it('of outline holds the tree of provisions', () => {
    const result = folder.run('outline', '--format', 'json', 'draft.sec');
    assert.deepEqual([result.code, result.err], [0, '']);
    const clause = (id: string, line: number, end: number): object => ({
      id,
      heading: '',
      range: on(line, 0, end),
      children: [],
    });
    assert.deepEqual(jsonOf(result), {
      files: [
        {
          path: 'draft.sec',
          provisions: [
            {
              id: 'D',
              heading: '',
              range: { start: { line: 0, character: 0 }, end: { line: 4, character: 85 } },
              children: [clause('D9.5', 2, 75), clause('D9.6', 4, 85)],
            },
          ],
        },
      ],
    });
  });

  it('of explain holds what the hover shows', () => {
    const result = folder.run('explain', '--format', 'json', 'D9.4');
    assert.deepEqual([result.code, result.err], [0, '']);
    assert.deepEqual(jsonOf(result), {
      kind: 'section',
      id: 'D9.4',
      title: 'Section D9.4 Report to the Authority',
      markdown:
        '**Section D9.4 Report to the Authority**\n\n> D9.4 The Panel shall do so within five (5) Working Days.\n\n_Section D9.4 in the code folder, version 6.12._',
      sources: ['Section D9.4 in the code folder, version 6.12.'],
    });
  });

  it('holds a file without anything as a file with nothing', async () => {
    await folder.write('empty.sec', '');
    const none = { check: { findings: [] }, references: { references: [] }, outline: { provisions: [] } };
    for (const [command, nothing] of Object.entries(none)) {
      const result = folder.run(command, '--format', 'json', 'empty.sec');
      assert.deepEqual([result.code, result.err], [0, ''], command);
      assert.deepEqual(jsonOf(result), { files: [{ path: 'empty.sec', ...nothing }] });
    }
    assert.deepEqual(jsonOf(folder.run('terms', '--format', 'json', 'empty.sec')), {
      files: [{ path: 'empty.sec', definitions: [], uses: [] }],
    });
  });

  it('counts characters in UTF-16, in the file as it is, with marks and Windows line ends', async () => {
    await folder.write('odd.sec', '🔥 {++é++}\r\nIt costs {--ten--}{++{xx}++} 🔥 {yy}.\r\n');
    const result = folder.run('check', '--format', 'json', 'odd.sec');
    const { files } = jsonOf<{ files: { findings: { text: string; range: unknown }[] }[] }>(result);
    assert.deepEqual(
      files[0]?.findings.map(({ text, range }) => [text, range]),
      [
        ['{xx}', on(1, 21, 25)],
        ['{yy}', on(1, 32, 36)],
      ],
    );
  });
});

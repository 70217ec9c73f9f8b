import assert from 'node:assert/strict';
import { jsonOf, useTempFolder } from '../support/tempFolder.js';

interface References {
  readonly files: readonly {
    readonly references: readonly {
      readonly target: string;
      readonly resolved: string;
      readonly location?: { readonly path: string };
    }[];
  }[];
}

const sectionD = (...clauses: readonly string[]): string =>
  [
    'SECTION D: MODIFICATION PROCESS',
    '',
    'D9 DECISION',
    '',
    ...clauses.flatMap((clause) => [`${clause} The panel acts.`, '']),
  ].join('\n');
const paper = 'The SEC says so in Section D9.1 and Section D9.2.\n';
const draft = (baseline: string): string =>
  `---\nmodification: SECMP0023\nbaseline: ${baseline}\n---\nSection H\n\nH1.1 The SEC says so in Section D9.1 and Section D9.2.\n`;

describe('the code folder', () => {
  const folder = useTempFolder({
    'sec/section-d.sec': sectionD('D9.1'),
    'other/section-d.sec': sectionD('D9.1', 'D9.2'),
    'versions/6.9/section-d.sec': sectionD('D9.2'),
    'versions/6.10/section-d.sec': sectionD('D9.1', 'D9.2'),
    'versions/notes/section-d.sec': sectionD('D9.7'),
    'paper.sec': paper,
    'draft-9.sec': draft('"6.9"'),
    'draft-each.sec': draft('{ Section D: "6.9" }'),
    'draft-8.sec': draft('"6.8"'),
  });
  const resolved = (...args: readonly string[]): { found: string[]; err: string } => {
    const result = folder.run('references', '--format', 'json', ...args);
    const { files } = jsonOf<References>(result);
    const found = files.flatMap(({ references }) =>
      references.map(({ target, resolved: how, location }) =>
        [target, how, ...(location ? [location.path] : [])].join(' '),
      ),
    );
    return { found, err: result.err };
  };

  it('is sec/ in the working directory when that is there', () => {
    assert.deepEqual(resolved('paper.sec'), {
      found: ['D9.1 found sec/section-d.sec', 'D9.2 missing'],
      err: '',
    });
  });

  it('is the one that --code names', () => {
    assert.deepEqual(resolved('--code', 'other', 'paper.sec'), {
      found: ['D9.1 found other/section-d.sec', 'D9.2 found other/section-d.sec'],
      err: '',
    });
  });

  it('by version is the newest for what has no baseline', () => {
    assert.deepEqual(resolved('--code', 'versions', 'paper.sec'), {
      found: ['D9.1 found versions/6.10/section-d.sec', 'D9.2 found versions/6.10/section-d.sec'],
      err: '',
    });
  });

  it('by version is the one at a draft’s baseline', () => {
    const found = ['D9.1 missing', 'D9.2 found versions/6.9/section-d.sec'];
    assert.deepEqual(resolved('--code', 'versions', 'draft-9.sec'), { found, err: '' });
    assert.deepEqual(resolved('--code', 'versions', 'draft-each.sec'), { found, err: '' });
  });

  it('by version is the newest, with a notice, where the baseline is not there', () => {
    assert.deepEqual(resolved('--code', 'versions', 'draft-8.sec'), {
      found: ['D9.1 found versions/6.10/section-d.sec', 'D9.2 found versions/6.10/section-d.sec'],
      err: 'note: draft-8.sec: version 6.8 of the Code is not in the code folder; 6.10 was read instead\n',
    });
  });

  it('is each draft’s own when drafts of two baselines are given together', () => {
    assert.deepEqual(resolved('--code', 'versions', 'draft-9.sec', 'draft-8.sec').found, [
      'D9.1 found versions/6.10/section-d.sec',
      'D9.2 found versions/6.10/section-d.sec',
      'D9.1 missing',
      'D9.2 found versions/6.9/section-d.sec',
    ]);
  });

  it('gives way to a part that is given', async () => {
    await folder.write('new.sec', `---\npart: Section D\n---\n${sectionD('D9.1', 'D9.2')}`);
    assert.deepEqual(resolved('paper.sec', 'new.sec').found, ['D9.1 found new.sec', 'D9.2 found new.sec']);
  });

  it('may itself be checked', () => {
    const { code, out, err } = folder.run('check', 'sec');
    assert.deepEqual([code, out, err], [0, '1 file: no findings\n', '']);
  });

  it('is said to be missing when it was named', () => {
    const { code, err } = folder.run('check', '--code', 'nowhere', 'paper.sec');
    assert.deepEqual(
      [code, err],
      [2, 'error: nowhere: this code folder cannot be opened: there is no such file or folder\n'],
    );
  });
});

import assert from 'node:assert/strict';
import { useTempFolder } from '../support/tempFolder.js';

describe('exit codes', () => {
  const folder = useTempFolder({
    'clean.sec': 'The panel meets.\n',
    'information.sec': 'The panel meets (each month.\n',
    'warning.sec': 'It costs {xx}.\n',
    'error.sec': 'The panel meets {++each month.\n',
  });
  const codeOf = (...args: readonly string[]): number | null => folder.run('check', ...args).code;

  it('are 0 where nothing is at or above error', () => {
    assert.equal(codeOf('clean.sec'), 0);
    assert.equal(codeOf('information.sec', 'warning.sec'), 0);
  });

  it('are 1 where an error was found', () => {
    assert.equal(codeOf('error.sec'), 1);
    assert.equal(codeOf('clean.sec', 'error.sec'), 1);
    for (const format of ['json', 'sarif', 'github', 'text'])
      assert.equal(codeOf('--format', format, 'error.sec'), 1);
  });

  it('go by --fail-on', () => {
    assert.equal(codeOf('--fail-on', 'warning', 'warning.sec'), 1);
    assert.equal(codeOf('--fail-on', 'warning', 'information.sec'), 0);
    assert.equal(codeOf('--fail-on', 'information', 'information.sec'), 1);
    assert.equal(codeOf('--fail-on', 'hint', 'information.sec'), 1);
    assert.equal(codeOf('--fail-on', 'hint', 'clean.sec'), 0);
  });

  it('go by the severity that --rule sets', () => {
    assert.equal(codeOf('--rule', 'placeholder=error', 'warning.sec'), 1);
    assert.equal(codeOf('--rule', 'unbalanced-mark=warning', 'error.sec'), 0);
    assert.equal(codeOf('--rule', 'unbalanced-mark=off', '--rule', 'placeholder=error', 'error.sec'), 0);
    assert.equal(
      codeOf('--rule', 'unbalanced-mark=off', '--rule', 'placeholder=error', 'error.sec', 'warning.sec'),
      1,
    );
  });

  it('are 2 for wrong usage and unreadable input, also beside errors that were found', () => {
    assert.equal(codeOf('missing.sec'), 2);
    assert.equal(codeOf('error.sec', 'missing.sec'), 2);
    assert.equal(codeOf(), 2);
    assert.equal(folder.run('references', 'missing.sec').code, 2);
    assert.equal(folder.run('terms', 'missing.sec').code, 2);
    assert.equal(folder.run('outline', 'missing.sec').code, 2);
    assert.equal(folder.run('explain', 'no such thing at all').code, 2);
    assert.equal(folder.run('lsp').code, 2);
  });

  it('are 0 for commands that only list, whatever they list, and for help', () => {
    assert.equal(folder.run('references', 'error.sec').code, 0);
    assert.equal(folder.run('explain', 'SECMP0023').code, 0);
    assert.equal(folder.run('--help').code, 0);
    assert.equal(folder.run('check', '--help').code, 0);
    assert.match(folder.run('--version').out, /^\d+\.\d+\.\d+\n$/);
  });
});

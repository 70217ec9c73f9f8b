import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  definitionsAt,
  eventually,
  exampleUri,
  middleOf,
  openExample,
  set,
} from './support.js';

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(exampleUri(from), exampleUri(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function setting(name: string): unknown {
  return vscode.workspace.getConfiguration('smartEnergyCode', exampleUri('drafts')).get(name);
}

describe('renaming the code folder', () => {
  after(async () => {
    await closeEditors();
    await rename('code of today', 'sec');
    await set('codeFolder', undefined);
  });

  it('keeps the setting that names it, and its definitions are still found', async () => {
    await closeEditors();
    await rename('sec', 'code of today');
    await eventually('the new name in the setting', () =>
      setting('codeFolder') === 'code of today' ? true : undefined,
    );
    const document = await openExample('code of today/section-h.sec');
    const position = middleOf(document, 'Sub GHz Alert');
    const target = await eventually('the definition in the renamed folder', async () => {
      const found = await definitionsAt(document, position);
      return found.find(({ uri }) => uri.path.endsWith('/code of today/section-a.sec'));
    });
    assert.ok(target);
  });
});

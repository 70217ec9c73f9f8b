import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, openText, set } from './support.js';

const onType = (value: boolean | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('editor')
    .update('formatOnType', value, vscode.ConfigurationTarget.Global);

describe('formatting legal text', () => {
  before(async () => {
    await onType(true);
    await set('format.onType', true);
    await set('format.selection', true);
  });
  after(async () => {
    await closeEditors();
    await onType(undefined);
    await set('format.onType', undefined);
    await set('format.selection', undefined);
  });

  it('goes on with a list at a line break, and writing goes on behind its label', async () => {
    const document = await openText('D9.5 The Panel shall:\n    (a) vote;');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await eventually('the next label', async () => {
      if (!document.getText().includes('\n    (b) ')) {
        const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
          'vscode.executeFormatOnTypeProvider',
          document.uri,
          end,
          '\n',
          { tabSize: 4, insertSpaces: true },
        );
        assert.ok(edits === undefined || edits.length === 0, 'nothing before the line break');
        if (document.lineCount === 2) await vscode.commands.executeCommand('type', { text: '\n' });
      }
      return document.getText().includes('\n    (b) ') ? true : undefined;
    });
    await vscode.commands.executeCommand('type', { text: 'report.' });
    assert.equal(document.lineAt(2).text, '    (b) report.');
  });

  it('indents and aligns what is selected', async () => {
    const document = await openText(
      'D9.5 The Panel shall:\n(a) vote.\n\n|Term|Meaning|\n|---|---|\n|A widget|one|\n',
    );
    await eventually('the text laid out', async () => {
      await vscode.commands.executeCommand('editor.action.selectAll');
      await vscode.commands.executeCommand('editor.action.formatSelection');
      return document.lineAt(1).text.startsWith('    (a)') ? true : undefined;
    });
    assert.equal(
      document.getText(),
      'D9.5 The Panel shall:\n    (a) vote.\n\n| Term     | Meaning |\n| -------- | ------- |\n| A widget | one     |\n',
    );
  });
});

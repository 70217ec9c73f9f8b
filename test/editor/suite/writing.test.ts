import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, exampleUri, middleOf, openExample, rangeOf } from './support.js';

/** Writes words at the end of a document and gives the place behind them. */
async function typeAtEnd(document: vscode.TextDocument, words: string): Promise<vscode.Position> {
  const { end } = document.lineAt(document.lineCount - 1).range;
  assert.ok(await vscode.window.activeTextEditor?.edit((edit) => edit.insert(end, words)));
  return document.lineAt(document.lineCount - 1).range.end;
}

/** The labels that completion offers at a place, once one of them is there. */
async function offered(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  awaited: string,
): Promise<string[]> {
  return eventually(`the offer of “${awaited}”`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return labels.includes(awaited) ? labels : undefined;
  });
}

describe('writing legal text', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  it('offers defined terms behind a capital', async () => {
    const document = await openExample('sec/section-x.sec');
    const end = await typeAtEnd(document, '\nX5.9 The DCC shall send each Sub G');
    const labels = await offered(document, end, 'Sub GHz Alert');
    assert.ok(labels.includes('Sub GHz Available Channels'), labels.join());
  });

  it('offers provisions level by level behind “Section”', async () => {
    const document = await openExample('sec/section-x.sec');
    const end = await typeAtEnd(document, '\nX5.9 This is subject to Section D9.');
    const labels = await offered(document, end, 'D9.4');
    assert.ok(
      labels.every((label) => !label.startsWith('H')),
      labels.join(),
    );
  });

  it('asks which term is renamed, and refuses where there is none', async () => {
    const document = await openExample('sec/appendix-ab.sec');
    const prepare = (position: vscode.Position): Thenable<{ range: vscode.Range; placeholder: string }> =>
      vscode.commands.executeCommand('vscode.prepareRename', document.uri, position);
    const prepared = await eventually('the range of a term', () =>
      prepare(middleOf(document, 'Sub GHz Alert')).then(
        (found) => found,
        () => undefined,
      ),
    );
    assert.equal(prepared.placeholder, 'Sub GHz Alert');
    assert.ok(prepared.range.isEqual(rangeOf(document, 'Sub GHz Alert')));
    await assert.rejects(async () => prepare(middleOf(document, ' where it is a', 'Lead Supplier')));
  });

  it('renames a term in every file, with its definition, for the user to look at first', async () => {
    const document = await openExample('sec/appendix-ab.sec');
    const edit = await eventually('the changes', () =>
      vscode.commands
        .executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          middleOf(document, 'Sub GHz Alert'),
          'Radio Alert',
        )
        .then(
          (found) => found,
          () => undefined,
        ),
    );
    const files = edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri));
    assert.deepEqual(files.sort(), ['sec/appendix-ab.sec', 'sec/section-a.sec', 'sec/section-h.sec']);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const read = async (name: string): Promise<string> =>
      (await vscode.workspace.openTextDocument(exampleUri(name))).getText();
    assert.match(await read('sec/section-a.sec'), /^Radio Alert\thas the meaning given to 'Sub GHz Alert'/m);
    assert.match(await read('sec/section-h.sec'), /whether each Radio Alert arrives/);
    for (const file of files) {
      await openExample(file);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });
});

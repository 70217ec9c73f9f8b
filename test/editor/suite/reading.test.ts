import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  definitionsAt,
  eventually,
  findingOn,
  hoverAt,
  middleOf,
  openExample,
  rangeOf,
} from './support.js';

describe('reading legal text', () => {
  afterEach(closeEditors);

  it('is active once a file of the language is open, and registers its commands', async () => {
    const document = await openExample('drafts/SECMP0023.sec');
    assert.equal(document.languageId, 'sec');
    const extension = vscode.extensions.getExtension('smart-energy-code.smart-energy-code');
    assert.ok(extension);
    await eventually('the active extension', () => (extension.isActive ? true : undefined));
    const commands = await vscode.commands.getCommands(true);
    const manifest = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    for (const { command } of manifest.contributes.commands) assert.ok(commands.includes(command), command);
  });

  it('hovers a defined term and shows its definition in Section A', async () => {
    const document = await openExample('sec/section-h.sec');
    const text = await hoverAt(document, middleOf(document, 'Sub GHz Alert'));
    assert.match(text, /Sub GHz Alert/);
    assert.match(text, /Section A1\.1/);
  });

  it('jumps from a reference to the clause that it names', async () => {
    const document = await openExample('sec/schedule-11.sec');
    const [place] = await definitionsAt(document, middleOf(document, 'Section D9.4'));
    assert.ok(place);
    assert.match(place.uri.path, /\/sec\/section-d\.sec$/);
    const target = await vscode.workspace.openTextDocument(place.uri);
    assert.equal(target.getText(place.range), 'D9.4');
  });

  it('opens a page made from facts for a Section that no file holds', async () => {
    const document = await openExample('drafts/every-finding.sec');
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(document.lineAt(document.lineCount - 1).range.end, '\nH4.99 See Section K2.1.\n'),
    );
    const [place] = await definitionsAt(document, middleOf(document, 'Section K2.1'));
    assert.equal(place?.uri.scheme, 'sec-facts');
    const page = await vscode.workspace.openTextDocument(place.uri);
    assert.match(page.getText(), /It is not the text of the Code/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('warns of a term that nothing defines, while typing', async () => {
    const document = await openExample('drafts/SECMP0023.sec');
    const clause = 'The DCC shall send each Meter Volume Notice to the Panel.';
    const end = document.lineAt(document.lineCount - 1).range.end;
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(end, `\nX5.8 ${clause}\n`));
    await findingOn(document, 'undefined-term', rangeOf(document, 'Meter Volume Notice'));
    await vscode.commands.executeCommand('undo');
    await eventually('no finding', () =>
      vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('mends a misspelt term with the preferred quick fix', async () => {
    const document = await openExample('drafts/every-finding.sec');
    const range = rangeOf(document, 'Sub Ghz Alert');
    await findingOn(document, 'near-miss-term', range);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      // How many of them have their edits put together.
      20,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(range), 'Sub GHz Alert');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

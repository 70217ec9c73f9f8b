import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { p, wordFile } from '../../support/wordFile.js';
import { closeEditors, eventually, exampleUri } from './support.js';

const sectionZ = wordFile({
  body: p('SECTION Z: GARDENS') + p('Z1 PLANTING') + p('Z1.1 A Party may plant.') + p('Z1.2 It may not.'),
});
const { fs } = vscode.workspace;

describe('the import', () => {
  const source = exampleUri('word/section-z.docx');
  const out = exampleUri('sec');
  const imported = vscode.Uri.joinPath(out, 'section-z.sec');

  before(() => fs.writeFile(source, sectionZ));
  after(async () => {
    await closeEditors();
    await fs.delete(imported);
    await fs.delete(exampleUri('word'), { recursive: true });
  });

  it('of the files that are selected in the explorer writes them and shows a summary that links them', async () => {
    await vscode.commands.executeCommand('smartEnergyCode.importCode', source, [source], out);
    const text = Buffer.from(await fs.readFile(imported)).toString('utf8');
    assert.match(text, /^---\npart: Section Z\ntitle: GARDENS\nsource: section-z\.docx\n/);
    assert.match(text, /\nZ1\.2 It may not\.\n$/);
    const summary = await eventually('the summary of the import', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'sec-import'),
    );
    assert.ok(summary.getText().includes(`- [section-z.sec](${imported.toString()})`), summary.getText());
    assert.match(summary.getText(), /from section-z\.docx: 4 provisions, 0 definitions/);
  });

  it('is read from then on: its provisions are found from everywhere', async () => {
    const lines = await eventually('the imported clause among the symbols of the workspace', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Z1.2',
      );
      const found = symbols.filter(({ location }) => location.uri.path === imported.path);
      return found.length > 0 ? found.map(({ location }) => location.range.start.line) : undefined;
    });
    const { lineCount } = await vscode.workspace.openTextDocument(imported);
    assert.equal(lines[0], lineCount - 2);
  });
});

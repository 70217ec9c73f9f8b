import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  eventually,
  exampleUri,
  findingOn,
  hoverAt,
  middleOf,
  openExample,
  rangeOf,
  set,
} from './support.js';

function putCursor(position: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(position, position);
}

/** A document that is still held from before is shown first, and follows. */
async function hoverTextDocument(words: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('smartEnergyCode.showHoverText');
  return eventually(`the hover text “${words}”`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === 'sec-hover' && document.getText().includes(words) ? document : undefined;
  });
}

describe('commands', () => {
  afterEach(closeEditors);

  it('show the hover text as a document of plain text', async () => {
    const document = await openExample('sec/section-h.sec');
    const position = middleOf(document, 'Sub GHz Alert');
    await hoverAt(document, position);
    putCursor(position);
    const shown = await hoverTextDocument('Section A1.1');
    assert.equal(shown.languageId, 'plaintext');
    assert.match(shown.getText(), /^Sub GHz Alert\n/);
    assert.doesNotMatch(shown.getText(), /[*_\\]/);
  });

  it('show the finding at the cursor there too', async () => {
    const document = await openExample('drafts/every-finding.sec');
    const range = rangeOf(document, 'GVS', 'pass the');
    const finding = await findingOn(document, 'undefined-term', range);
    putCursor(range.start.translate(0, 1));
    await hoverTextDocument(finding.message);
  });

  it('set a folder of the explorer as the code folder, relative to the workspace folder', async () => {
    await openExample('sec/section-h.sec');
    await vscode.commands.executeCommand('smartEnergyCode.useAsCodeFolder', exampleUri('papers'));
    const inspected = vscode.workspace
      .getConfiguration('smartEnergyCode', exampleUri('drafts'))
      .inspect('codeFolder');
    assert.equal(inspected?.workspaceFolderValue ?? inspected?.workspaceValue, 'papers');
    await set('codeFolder', undefined);
  });

  it('have keys that VS Code itself leaves free', async () => {
    const extension = vscode.extensions.getExtension('smart-energy-code.smart-energy-code');
    assert.ok(extension);
    const manifest = extension.packageJSON as {
      contributes: { keybindings: { key: string; command: string }[] };
    };
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const defaults = await eventually('the default keys', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.includes('keybindings') === true ? document.getText() : undefined;
    });
    const taken = [...defaults.matchAll(/"key": "([^"]*)",\s*"command": "([^"]*)"/g)];
    assert.ok(taken.length > 500, `${taken.length} default keys`);
    for (const { key, command } of manifest.contributes.keybindings) {
      const others = taken.filter(([, other, name]) => other === key && name !== command);
      assert.deepEqual(
        others.map(([, , name]) => name),
        [],
        key,
      );
    }
  });

  it('open the walkthrough and the settings of the extension', async () => {
    await vscode.commands.executeCommand('smartEnergyCode.openWalkthrough');
    const front = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? 'no editor';
    const labels = new Set<string>();
    await eventually('the walkthrough', () => {
      labels.add(front());
      return /Smart Energy Code|Walkthrough|Get Started|Welcome/.test(front()) ? true : undefined;
    }).catch((error: unknown) => assert.fail(`${String(error)}, only ${[...labels].join(', ')}`));
    await vscode.commands.executeCommand('smartEnergyCode.openSettings');
    await eventually('the settings', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Settings' ? true : undefined,
    );
  });
});

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyOfExamples, openExamples, pictureOfFailure, scratchFolder } from './setting.js';
import type { Workbench } from './workbench.js';

describe('as a person would: a workspace that is not trusted yet', () => {
  let workbench: Workbench;
  /** A code folder outside the workspace, which the settings of the workspace name. */
  let outside: string;

  before(async () => {
    const folder = await copyOfExamples();
    outside = path.join(await scratchFolder(), 'elsewhere');
    await mkdir(outside);
    await writeFile(
      path.join(outside, 'section-g.sec'),
      '---\npart: Section G\nversion: "7.1"\n---\nSECTION G: SECURITY\n\nG1 RULES\n\nG1.1 Each Party shall lock its doors.\n',
    );
    await mkdir(path.join(folder, '.vscode'));
    await writeFile(
      path.join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'smartEnergyCode.codeFolder': outside }),
    );
    workbench = await openExamples({
      folder,
      workspaceTrust: true,
      settings: {
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    });
  });
  after(() => workbench.close());
  afterEach(pictureOfFailure(() => workbench));

  it('reads, hovers and warns', async () => {
    await workbench.openFile('every-finding.sec');
    await workbench.editor.locator('.squiggly-warning').first().waitFor();
    await workbench.openFile('appendix-ab.sec');
    await workbench.putCursor('sec/appendix-ab.sec', 'Sub GHz Alert');
    await workbench.hoverOver('Sub GHz Alert', 'Section A1.1');
    await workbench.picture('untrusted');
    await workbench.press('Escape');
  });

  it('heeds no setting that leads out of the workspace', async () => {
    assert.match(await workbench.languageStatus('files read'), /sec 6\.12/);
  });

  it('offers no command that writes', async () => {
    const names = await workbench.commands('SEC: ', 'SEC: Show Log');
    for (const name of ['Choose Code Folder…', 'Import the Code from Word…'])
      assert.ok(!names.includes(`SEC: ${name}`), names.join('\n'));
  });

  it('once trusted, heeds the setting at once and offers them', async () => {
    await workbench.run('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
      .first()
      .click();
    await workbench.commands('SEC: ', 'SEC: Choose Code Folder…');
    await workbench.openFile('appendix-ab.sec');
    assert.match(await workbench.languageStatus('elsewhere 7.1'), /10 files read/);
    await workbench.picture('trusted');
  });
});

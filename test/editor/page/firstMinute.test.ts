import assert from 'node:assert/strict';
import { openExamples, pictureOfFailure } from './setting.js';
import type { Theme, Workbench } from './workbench.js';

describe('as a person would: the first minute', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openExamples();
  });
  after(() => workbench.close());
  afterEach(pictureOfFailure(() => workbench));

  it('finds every command in the palette under SEC', async () => {
    await workbench.openFile('every-finding.sec');
    await workbench.editor.locator('.squiggly-warning').first().waitFor();
    const names = await workbench.commands('SEC: ', 'SEC: Choose Code Folder…');
    for (const name of ['Get Started', 'Open Example Workspace', 'Choose Code Folder…', 'Show Log'])
      assert.ok(names.includes(`SEC: ${name}`), names.join('\n'));
  });

  const legible: readonly [Theme, string][] = [
    ['Default Light Modern', 'light'],
    ['Default Dark Modern', 'dark'],
    ['Default High Contrast', 'high-contrast'],
    ['Default High Contrast Light', 'high-contrast-light'],
  ];
  for (const [theme, name] of legible) {
    it(`can read every word in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.putCursor('drafts/every-finding.sec', 'Sub Ghz Alert', '\nH4.4');
      await workbench.hoverOver('Sub Ghz Alert', 'Sub GHz Alert');
      const faint = await workbench.faintWords(4.5);
      await workbench.picture(`theme-${name}`);
      assert.deepEqual(faint, []);
      await workbench.press('Escape');
    });
  }

  it('opens the walkthrough', async () => {
    await workbench.setTheme('Default Light Modern');
    await workbench.run('SEC: Get Started');
    await workbench.page
      .locator('.gettingStartedContainer', { hasText: 'Point to your copy of the Code' })
      .waitFor();
    await workbench.picture('walkthrough');
    await workbench.setTheme('Default High Contrast');
    await workbench.picture('walkthrough-high-contrast');
    await workbench.setTheme('Default Light Modern');
  });

  it('finds the settings in groups', async () => {
    await workbench.run('SEC: Open Settings');
    await workbench.page
      .locator('.settings-editor .setting-item', { hasText: 'Code Folder' })
      .first()
      .waitFor();
    await workbench.picture('settings');
  });

  it('was told nothing that it did not ask for', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });
});

describe('as a person would: an empty window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openExamples({ folder: '' });
  });
  after(() => workbench.close());
  afterEach(pictureOfFailure(() => workbench));

  it('is offered the example in the explorer, and opens it with its walkthrough', async () => {
    const button = workbench.page.locator('.welcome-view-content .monaco-button', {
      hasText: 'Open Example Workspace',
    });
    await workbench.press('Control+Shift+e');
    await button.waitFor();
    await workbench.picture('empty');
    await button.click();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'drafts' }).waitFor();
    await workbench.page
      .locator('.gettingStartedContainer', { hasText: 'Mend what is underlined' })
      .waitFor();
    await workbench.picture('example');
  });
});

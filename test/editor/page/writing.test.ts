import assert from 'node:assert/strict';
import { openExamples, pictureOfFailure } from './setting.js';
import type { Workbench } from './workbench.js';

describe('as a person would: writing legal text', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openExamples();
  });
  after(() => workbench.close());
  afterEach(pictureOfFailure(() => workbench));

  it('is warned of an undefined term, in the text and in Problems', async () => {
    await workbench.openFile('every-finding.sec');
    await workbench.putCursor('drafts/every-finding.sec', 'Gas Volume Statement', '\nH4.2');
    await workbench.editor.locator('.squiggly-warning').first().waitFor();
    const problem = await workbench.problem('Gas Volume Statement');
    await workbench.picture('problems');
    assert.match(await problem.innerText(), /undefined-term/);
    await workbench.press('Control+Shift+m');
    await workbench.page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  it('takes the quick fix of a misspelt term from the light bulb', async () => {
    await workbench.putCursor('drafts/every-finding.sec', 'Sub Ghz Alert', '\nH4.4');
    await workbench.openLightBulb('Sub GHz Alert');
    await workbench.picture('quick-fix');
    await workbench.press('Enter');
    await workbench.editor.locator('.view-line', { hasText: /send\seach\sSub\sGHz\sAlert/ }).waitFor();
    await workbench.press('Control+z');
  });

  it('is offered terms and provisions while typing', async () => {
    await workbench.openFile('section-x.sec');
    await workbench.press('Control+End', 'Enter', 'Enter');
    await workbench.page.keyboard.type('X5.9 The DCC shall send each Sub G');
    await workbench.page
      .locator('.suggest-widget .monaco-list-row', { hasText: 'Sub GHz Alert' })
      .first()
      .waitFor();
    await workbench.picture('completion-term');
    await workbench.press('Escape');
    await workbench.page.keyboard.type('Hz Alert under Section D9.');
    await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'D9.4' }).first().waitFor();
    await workbench.picture('completion-provision');
    await workbench.press('Escape');
    await workbench.run('File: Revert File');
  });

  it('renames a term and looks at the changes first', async () => {
    await workbench.openFile('appendix-ab.sec');
    await workbench.putCursor('sec/appendix-ab.sec', 'Sub GHz Alert');
    await workbench.press('F2');
    const input = workbench.page.locator('.rename-box input.rename-input');
    await input.waitFor();
    assert.equal(await input.inputValue(), 'Sub GHz Alert');
    await input.fill('Radio Alert');
    await workbench.press('Control+Enter');
    const preview = workbench.page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'section-a.sec' });
    await preview.first().waitFor();
    await workbench.picture('rename-preview');
    await workbench.page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).first().click();
    await workbench.editor.locator('.view-line', { hasText: /it\sis\sa\sRadio\sAlert/ }).waitFor();
    await workbench.press('Control+z');
  });

  it('reads headings behind bare references once the hints are on', async () => {
    await workbench.setSetting('smartEnergyCode.inlayHints.headings', true);
    await workbench.openFile('section-h.sec');
    await workbench.putCursor('sec/section-h.sec', 'Section G');
    await workbench.editor.locator('.view-line', { hasText: /Section\sG\s\(Security\)/ }).waitFor();
    await workbench.picture('inlay-hints');
    await workbench.setSetting('smartEnergyCode.inlayHints.headings', undefined);
  });

  it('was told nothing that it did not ask for', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });
});

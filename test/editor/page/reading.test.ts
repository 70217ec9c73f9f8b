import assert from 'node:assert/strict';
import { openExamples, pictureOfFailure } from './setting.js';
import type { Workbench } from './workbench.js';

describe('as a person would: reading legal text', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openExamples();
  });
  after(() => workbench.close());
  afterEach(pictureOfFailure(() => workbench));

  it('sees terms, references and obligations in colours of their own', async () => {
    await workbench.openFile('appendix-ab.sec');
    await workbench.putCursor('sec/appendix-ab.sec', 'Sub GHz Alert');
    const [term, obligation, plain] = await workbench.coloursOf('Sub GHz Alert', 'shall', 'the ');
    assert.equal(new Set([term, obligation, plain]).size, 3, `${term}, ${obligation}, ${plain}`);
  });

  it('hovers a term and reads its definition', async () => {
    const said = await workbench.hoverOver('Sub GHz Alert', 'Section A1.1');
    await workbench.picture('hover');
    assert.match(said, /^Sub GHz Alert\b/);
    await workbench.page.mouse.move(5, 5);
    await workbench.hoverOf('Section A1.1').waitFor({ state: 'hidden' });
  });

  it('reads it by the keyboard too, and as a document that a screen reader reads', async () => {
    await workbench.hoverAtCursor('Section A1.1');
    await workbench.press('Escape', 'Control+k', 'Control+y');
    await workbench.activeTab('SEC hover text');
    await workbench.page.waitForFunction(() =>
      /^Sub\sGHz\sAlert/.test(
        document.querySelector('.editor-group-container.active .view-lines')?.textContent ?? '',
      ),
    );
    await workbench.picture('hover-text');
    await workbench.closeEditors();
  });

  it('jumps from Section D9.4 to its clause with F12, and back', async () => {
    await workbench.openFile('schedule-11.sec');
    await workbench.putCursor('sec/schedule-11.sec', 'Section D9.4');
    await workbench.press('F12');
    await workbench.activeTab('section-d.sec');
    await workbench.cursorAt(await workbench.lineOf('sec/section-d.sec', '\nD9.4 '), 1);
    await workbench.picture('jump');
    await workbench.press('Control+Alt+-');
    await workbench.activeTab('schedule-11.sec');
  });

  it('lands on a page that says what it is, for a Section that only facts are known of', async () => {
    await workbench.openFile('section-h.sec');
    await workbench.putCursor('sec/section-h.sec', 'Section G');
    await workbench.press('F12');
    await workbench.activeTab('Section G');
    await workbench.page
      .locator('.editor-group-container.active .view-lines', { hasText: /not\sthe\stext\sof\sthe\sCode/ })
      .waitFor();
    await workbench.picture('generated-page');
  });

  it('peeks at every reference to a provision', async () => {
    await workbench.openFile('section-d.sec');
    await workbench.putCursor('sec/section-d.sec', 'D9.4', '\n\nD9.3');
    await workbench.press('Shift+F12');
    const files = workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row', {
      hasText: 'schedule-11.sec',
    });
    await files.first().waitFor();
    await workbench.picture('references');
    await workbench.press('Escape');
  });

  it('opens the same peek from the lens that counts them', async () => {
    // From the head on: a lens above the first line on the screen cannot be clicked.
    await workbench.press('Control+Home');
    // The page keeps lenses that have scrolled out of sight.
    const lenses = workbench.editor.locator('.codelens-decoration a', { hasText: /^\d+ references$/ });
    const lens = lenses.filter({ visible: true }).first();
    await lens.click();
    await workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row').first().waitFor();
    await workbench.press('Escape');
  });

  it('follows who refers to a provision', async () => {
    await workbench.putCursor('sec/section-d.sec', 'D9.4', '\n\nD9.3');
    await workbench.run('Calls: Show Call Hierarchy');
    const tree = workbench.page.locator('.sidebar .monaco-list-row');
    await tree.filter({ hasText: 'Section D9.4' }).first().waitFor();
    await tree.filter({ hasText: 'Schedule 11, 2.3' }).first().waitFor();
    await workbench.picture('call-hierarchy');
  });

  it('sees the outline of a Section, and finds a provision by its number', async () => {
    await workbench.run('Explorer: Focus on Outline View');
    const entry = workbench.page.locator('.outline-pane .monaco-list-row', { hasText: 'D1.1' });
    await entry.first().waitFor();
    await workbench.picture('outline');
    await workbench.press('Control+t');
    await workbench.page.locator('.quick-input-widget input.input').fill('#d9.4');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Section D9.4' })
      .first()
      .waitFor();
    await workbench.picture('symbols');
    await workbench.press('Escape');
  });

  it('sees in the language status which Code is at hand and how many files were read', async () => {
    const status = await workbench.languageStatus('files read');
    await workbench.picture('status');
    assert.match(status, /sec 6\.12/);
    assert.match(status, /9 files read/);
  });

  it('was told nothing that it did not ask for', async () => {
    assert.deepEqual(await workbench.notifications(), []);
  });
});

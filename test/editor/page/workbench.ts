import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from '../lanes/browser.js';
import { startCodeServer, type CodeServer, type ServerOptions } from '../lanes/codeServer.js';

export interface WorkbenchOptions extends ServerOptions {
  /** The folder, or the `.code-workspace` file, that is opened; empty for none. */
  readonly folder: string;
  /** Where pictures go. */
  readonly pictures: string;
}

/** Colour themes that VS Code brings, with the class that its page has then. */
const themes = {
  'Default Light Modern': 'vs',
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
} as const;
export type Theme = keyof typeof themes;

/** How long to wait for what must come, in milliseconds: also on a machine that is busy with other things. */
const patience = 60_000;

/**
 * A VS Code in a browser with the packaged extension, driven as a person does it: by the keyboard, by the pointer, and by reading
 * what is on the screen. Nothing here waits for a time; each step waits for what it leads to.
 */
export class Workbench {
  readonly page: Page;
  readonly folder: string;
  readonly #browser: Browser;
  readonly #server: CodeServer;
  readonly #pictures: string;

  private constructor(options: WorkbenchOptions, server: CodeServer, browser: Browser, page: Page) {
    this.page = page;
    this.folder = options.folder;
    this.#pictures = options.pictures;
    this.#server = server;
    this.#browser = browser;
  }

  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const server = await startCodeServer(options);
    try {
      const { browser, page } = await openPage({ forTests: false });
      page.setDefaultTimeout(patience);
      const workbench = new Workbench(options, server, browser, page);
      await page.goto(`${server.url}/?${queryOf(options.folder)}`);
      await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
      return workbench;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }

  /**
   * Waits until the editor itself has started: the extensions that start with a window are active. What is on the screen tells it
   * too early: the program that runs extensions may not even have been started then. So its log is asked.
   */
  async started(): Promise<void> {
    await this.page
      .locator('.statusbar-item', { hasText: /Layout|UTF-8|Ln / })
      .first()
      .waitFor();
    const logs = path.join(this.#server.state, 'data', 'logs');
    const deadline = Date.now() + patience;
    for (;;) {
      const names = await readdir(logs, { recursive: true }).catch(() => []);
      const texts = names
        .filter((name) => path.basename(name) === 'remoteexthost.log')
        .map((name) => readFile(path.join(logs, name), 'utf8'));
      if ((await Promise.all(texts)).some((text) => text.includes('Eager extensions activated'))) return;
      if (Date.now() > deadline)
        throw new Error('not seen: the extensions that start with a window are active');
      await delay(100);
    }
  }

  /** Waits until the editor is at rest: its page has answered at once for a second, as one does not that still starts. */
  async atRest(): Promise<void> {
    const deadline = Date.now() + patience;
    for (let answers = 0; answers < 20;) {
      const asked = performance.now();
      await this.page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(undefined))));
      answers = performance.now() - asked < 30 ? answers + 1 : 0;
      if (Date.now() > deadline) throw new Error('not seen: an editor at rest');
      await delay(50);
    }
  }

  /** Keeps what is on the screen as `NAME.png`. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(this.#pictures, `${name}.png`), animations: 'disabled' });
  }

  // ---- keys and commands ----------------------------------------------------------------------------------------------

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Runs a command by its name in the palette. */
  async run(command: string): Promise<void> {
    await this.press('F1');
    await this.#pick(`>${command}`, command);
  }

  /** What the palette offers for some words, once it offers one command. */
  async commands(words: string, awaited: string): Promise<string[]> {
    let names: string[] = [];
    // The list does not grow while it is open.
    await this.#again(`“${awaited}” in the palette`, async (timeout) => {
      await this.press('Escape', 'F1');
      await this.page.locator('.quick-input-widget input.input').fill(`>${words}`, { timeout });
      const rows = this.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: awaited }).first().waitFor({ timeout });
      names = await rows.locator('.label-name').allInnerTexts();
    });
    await this.press('Escape');
    return names;
  }

  /** Does again what may have come too early, until it succeeds. */
  async #again(what: string, attempt: (timeout: number) => Promise<void>, timeout = 3000): Promise<void> {
    const deadline = Date.now() + patience;
    for (;;) {
      try {
        await attempt(timeout);
        return;
      } catch (error) {
        if (Date.now() > deadline) throw new Error(`not seen: ${what}`, { cause: error });
      }
    }
  }

  async #pick(words: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.fill(words);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  // ---- files and places -----------------------------------------------------------------------------------------------

  /**
   * Opens a file by its name, as `Ctrl+P` does it.
   * @param place `:LINE:COLUMN` for the cursor
   * @returns when the file was asked for, as `Date.now()` gives it
   */
  async openFile(name: string, place = ''): Promise<number> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name });
    await this.#again(
      `${name} in the list of files`,
      async (timeout) => {
        await this.press('Escape', 'Control+p');
        await this.page.locator('.quick-input-widget input.input').fill(`${name}${place}`, { timeout });
        await row.waitFor({ timeout });
      },
      15_000,
    );
    const asked = Date.now();
    await this.press('Enter');
    await this.activeTab(path.posix.basename(name));
    await this.editor.locator('.view-line').first().waitFor();
    return asked;
  }

  async closeEditors(): Promise<void> {
    await this.run('View: Close All Editors');
    await this.page.locator('.editor-group-container .tab').first().waitFor({ state: 'hidden' });
  }

  /** Waits until the editor in front is that of a name. */
  async activeTab(name: string): Promise<void> {
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The words of the lines that are on the screen. */
  async visibleText(): Promise<string> {
    const lines = await this.editor.locator('.view-lines .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /**
   * Puts the cursor into the middle of `words` of a file that is open in front, and scrolls there.
   * @param after only where they stand behind these words
   */
  async putCursor(file: string, words: string, after = ''): Promise<void> {
    const before = await this.#textBefore(file, words, after);
    await this.goTo(before.length, (before.at(-1) ?? '').length + 1);
  }

  /** The line, counted from 1, that the middle of `words` stands in. */
  async lineOf(file: string, words: string, after = ''): Promise<number> {
    return (await this.#textBefore(file, words, after)).length;
  }

  async #textBefore(file: string, words: string, after: string): Promise<string[]> {
    const text = await readFile(path.join(this.folder, file), 'utf8');
    const from = text.indexOf(after);
    const start = text.indexOf(words, from + after.length);
    if (from === -1 || start === -1) throw new Error(`“${words}” does not stand in ${file}`);
    return text.slice(0, start + Math.floor(words.length / 2)).split('\n');
  }

  /** Goes to a line and column, counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.cursorAt(line, column);
  }

  /** Waits until the cursor is there. */
  async cursorAt(line: number, column?: number): Promise<void> {
    const place = column === undefined ? new RegExp(`Ln ${line}, Col`) : `Ln ${line}, Col ${column}`;
    await this.page.locator('#status\\.editor\\.selection', { hasText: place }).waitFor();
  }

  /** Rests the pointer on the first `words` on the screen until the hover comes that says what is awaited; gives its words. */
  async hoverOver(words: string, awaited: string | RegExp): Promise<string> {
    let said = '';
    await this.#again(`a hover over “${words}” that says ${String(awaited)}`, async (timeout) => {
      // The line may have moved since: lenses come in above it.
      const { x, y } = await this.placeOf(words);
      await this.page.mouse.move(x - 12, y);
      await this.page.mouse.move(x, y, { steps: 4 });
      said = await this.hoverOf(awaited).innerText({ timeout });
    });
    return said;
  }

  /** Asks by the keyboard for the hover at the cursor, again and again until the one comes that says what is awaited. */
  async hoverAtCursor(awaited: string | RegExp, patienceForOne = 3000): Promise<Locator> {
    const hover = this.hoverOf(awaited);
    const ask = async (timeout: number): Promise<void> => {
      // Before the extension has started nothing comes.
      await this.press('Control+k', 'Control+i');
      await hover.waitFor({ timeout });
    };
    await this.#again(`a hover at the cursor that says ${String(awaited)}`, ask, patienceForOne);
    return hover;
  }

  /** The middle of the first `words` on the screen. */
  async placeOf(words: string): Promise<{ x: number; y: number }> {
    const handle = await this.page.waitForFunction(findWords, words);
    return (await handle.jsonValue()) as { x: number; y: number };
  }

  /** The colours of the middle letter of each of these words on the screen, once they have colours of their own. */
  async coloursOf(...words: string[]): Promise<string[]> {
    const handle = await this.page.waitForFunction(differentColours, words);
    return (await handle.jsonValue()) as string[];
  }

  /** Changes a setting in the file of the workspace's settings; `undefined` takes it back. */
  async setSetting(name: string, value: unknown): Promise<void> {
    const file = path.join(this.folder, '.vscode', 'settings.json');
    const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as object;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ ...before, [name]: value }));
  }

  /** Words on the screen whose contrast to the ground is below a ratio (WCAG 2: 4.5 for text of this size). */
  async faintWords(ratio: number): Promise<string[]> {
    return this.page.evaluate(faintWords, ratio);
  }

  // ---- what is shown --------------------------------------------------------------------------------------------------

  /** The hover on the screen that holds some words. */
  hoverOf(words: string | RegExp): Locator {
    return this.page.locator('.monaco-editor .monaco-hover:visible', { hasText: words }).first();
  }

  /** The colour theme, set for the workspace; waits until it is shown. */
  async setTheme(theme: Theme): Promise<void> {
    await this.setSetting('workbench.colorTheme', theme);
    await this.page.locator(`.monaco-workbench.${themes[theme]}`).waitFor();
  }

  /** Clicks the light bulb at the cursor until the list opens that offers what is awaited. */
  async openLightBulb(awaited: string): Promise<Locator> {
    const bulb = this.editor
      .locator(
        '[class*="codicon-gutter-lightbulb"], [class*="codicon-lightbulb"], [class*="codicon-light-bulb"]',
      )
      .first();
    const offer = this.page.locator('.action-widget .monaco-list-row', { hasText: awaited }).first();
    const click = async (timeout: number): Promise<void> => {
      // It is asked for when the cursor moves; what was asked before the findings came gave none.
      await this.press('Escape', 'ArrowRight', 'ArrowLeft');
      await bulb.click({ timeout });
      await offer.waitFor({ timeout });
    };
    await this.#again(`“${awaited}” behind the light bulb`, click, 5000);
    return offer;
  }

  /** The findings that Problems lists for some words, once there is one. */
  async problem(words: string | RegExp): Promise<Locator> {
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.press('Control+Shift+m');
    if (typeof words === 'string') {
      // Only rows on the screen can be seen: the filter brings the one that is looked for there. Then the list has the keys again.
      await this.page.getByPlaceholder(/^Filter /).fill(words);
      await this.press('Control+ArrowDown');
    }
    const row = this.page.locator('.markers-panel .monaco-list-row', { hasText: words }).first();
    await row.waitFor();
    return row;
  }

  /** Messages that came up by themselves or after a command. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item:visible').allInnerTexts();
  }

  /** What the language status says: the braces in the status bar, opened. */
  async languageStatus(words: string | RegExp): Promise<string> {
    await this.page.locator('#status\\.languageStatus').hover();
    const entry = this.page.locator('.hover-language-status', { hasText: words }).first();
    await entry.waitFor();
    return entry.innerText();
  }
}

function queryOf(folder: string): string {
  if (folder === '') return 'ew=true';
  const name = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${name}=${encodeURIComponent(folder)}`;
}

/** Runs in the page: where words stand that are on the screen, whatever tokens they are made of. */
function findWords(words: string): { x: number; y: number } | false {
  const active = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
  for (const line of active?.querySelectorAll('.view-line') ?? []) {
    const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(words);
    if (at === -1) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const middle = at + Math.floor(words.length / 2);
    let passed = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { length } = node.nodeValue ?? '';
      if (middle < passed + length) {
        range.setStart(node, middle - passed);
        range.setEnd(node, middle - passed + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      passed += length;
    }
  }
  return false;
}

/** Runs in the page: false while two of the words have the same colour. */
function differentColours(wanted: string[]): string[] | false {
  const spans = [...document.querySelectorAll('.editor-group-container.active .view-line span span')];
  const colours = wanted.map((words) => {
    const span = spans.find(({ textContent }) => textContent?.replaceAll('\u00a0', ' ').includes(words));
    return span ? getComputedStyle(span).color : '';
  });
  return !colours.includes('') && new Set(colours).size === colours.length && colours;
}

/** Runs in the page. */
function faintWords(least: number): string[] {
  const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor');
  const numbers = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = numbers(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = luminance(
    getComputedStyle(editor?.querySelector('.monaco-editor-background') ?? document.body).backgroundColor,
  );
  const faint = new Set<string>();
  for (const span of editor?.querySelectorAll('.view-line span span') ?? []) {
    const ink = luminance(getComputedStyle(span).color);
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    if (contrast < least) faint.add(`${span.textContent ?? ''} (${contrast.toFixed(1)})`);
  }
  return [...faint];
}

import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

export interface OpenedPage {
  readonly browser: Browser;
  readonly page: Page;
}

/** The browser that drives code-server: `CHROME_PATH`, else Debian's, else Chrome's usual place. */
export function findBrowser(): string | undefined {
  return [
    process.env['CHROME_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((file) => file !== undefined && existsSync(file));
}

/**
 * Opens an empty page.
 * @param forTests the page will run tests in the extension host. Not for driving it: VS Code then shows no notifications
 */
export async function openPage(options: { readonly forTests: boolean }): Promise<OpenedPage> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('There is no Chromium; CHROME_PATH may name one.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (options.forTests) await page.addInitScript(enableTestDriver);
  return { browser, page };
}

/**
 * Runs in the page. A released VS Code heeds `payload` in the address only with this switch in its configuration. Intercepting
 * the page instead would make Chromium close every web socket to the loopback interface.
 */
function enableTestDriver(): void {
  /* eslint-disable-next-line @typescript-eslint/unbound-method -- called with `call` below */
  const original = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name: string): string | null {
    const value = original.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration' || value === null) {
      return value;
    }
    const configuration = JSON.parse(value) as { developmentOptions?: object };
    const developmentOptions = { ...configuration.developmentOptions, enableSmokeTestDriver: true };
    return JSON.stringify({ ...configuration, developmentOptions });
  };
}

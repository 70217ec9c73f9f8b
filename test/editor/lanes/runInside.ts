import { runTests } from '@vscode/test-electron';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { openPage } from './browser.js';
import { startCodeServer } from './codeServer.js';
import type { Editor } from './editors.js';

export interface InsideRun {
  readonly editor: Editor;
  /** The folder of the extension under test. */
  readonly extension: string;
  /** A CommonJS module whose `run()` the extension host calls; it rejects when a test fails. */
  readonly tests: string;
  /** The folder that the editor opens. */
  readonly workspace: string;
  /** Where a picture of a run that hangs is kept. */
  readonly output: string;
}

/** How long one run may take, in milliseconds. */
const limit = 240_000;

/** Runs tests inside the extension host of an editor. Resolves with whether all of them passed. */
export function runInside(run: InsideRun): Promise<boolean> {
  return run.editor.kind === 'desktop' ? runInDesktop(run, run.editor) : runInCodeServer(run, run.editor);
}

async function runInDesktop(run: InsideRun, editor: Editor & { kind: 'desktop' }): Promise<boolean> {
  const state = await mkdtemp(path.join(tmpdir(), 'sec-desktop-'));
  try {
    const code = await runTests({
      ...(editor.executable === undefined
        ? { version: editor.version }
        : { vscodeExecutablePath: editor.executable }),
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.tests,
      launchArgs: [
        run.workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        state,
      ],
    });
    return code === 0;
  } catch (error) {
    console.error(String(error));
    return false;
  } finally {
    await rm(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function runInCodeServer(run: InsideRun, editor: Editor & { kind: 'code-server' }): Promise<boolean> {
  const server = await startCodeServer({ editor });
  try {
    const { browser, page } = await openPage({ forTests: true });
    try {
      const exit = new Promise<number>((resolve) => {
        page.on('crash', () => {
          console.error('The page crashed.');
          resolve(101);
        });
        setTimeout(() => resolve(102), limit).unref();
        void page
          .exposeFunction('codeAutomationExit', (code: number) => resolve(code))
          .catch(() => resolve(103));
      });
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
        const line = format(...args);
        if (!isNoise(line)) (type === 'error' ? console.error : console.log)(line);
      });
      const remote = (file: string): string => `vscode-remote://${server.host}${file}`;
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', remote(run.extension)],
        ['extensionTestsPath', remote(run.tests)],
      ]);
      const query = new URLSearchParams({ folder: run.workspace, payload });
      await page.goto(`${server.url}/?${query.toString()}`);
      const code = await exit;
      if (code === 102) {
        const picture = path.join(run.output, 'hanging.png');
        await page.screenshot({ path: picture });
        console.error(`The tests did not end within ${limit / 1000} s; ${picture} shows the editor.`);
      }
      return code === 0;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** What the workbench itself writes to the console of the extension host. */
function isNoise(line: string): boolean {
  return /^(?:Resolv(?:ing|ed) connection token|Creating a socket|\[Service Worker\]|Updating additional builtin|Chat|\[Chat|\[AgentHost|\[AccountPolicy|\[reconnection|getaddrinfo|Failed: getaddrinfo|Error while getting the latest version|%c)/.test(
    line,
  );
}

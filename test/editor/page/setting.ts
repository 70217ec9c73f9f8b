import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Editor } from '../lanes/editors.js';
import { Workbench, type WorkbenchOptions } from './workbench.js';

/** What a run gives to its tests. */
export interface PageRun {
  readonly editor: Editor & { kind: 'code-server' };
  /** The packaged extension. */
  readonly vsix: string;
  /** The folder for pictures. */
  readonly pictures: string;
}

const key = 'SMART_ENERGY_CODE_PAGE_RUN';

export function giveRun(run: PageRun): void {
  process.env[key] = JSON.stringify(run);
}

export function pageRun(): PageRun {
  const given = process.env[key];
  if (given === undefined) throw new Error('These tests are run by `npm run test:page`.');
  return JSON.parse(given) as PageRun;
}

/** Opens a workbench on a copy of the example workspace, with the packaged extension installed. */
export async function openExamples(options: Partial<WorkbenchOptions> = {}): Promise<Workbench> {
  const { editor, vsix, pictures } = pageRun();
  const folder = options.folder ?? (await copyOfExamples());
  return Workbench.open({ editor, vsix: [vsix], pictures, ...options, folder });
}

const scratch: string[] = [];

export async function scratchFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'sec-page-')));
  scratch.push(folder);
  return folder;
}

export async function copyOfExamples(): Promise<string> {
  const folder = path.join(await scratchFolder(), 'examples');
  await cp('examples', folder, { recursive: true });
  return folder;
}

export async function removeScratch(): Promise<void> {
  for (const folder of scratch.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** For `afterEach`: what the screen shows when a test has failed. */
export function pictureOfFailure(workbench: () => Workbench): Mocha.AsyncFunc {
  return async function () {
    const { state, title } = this.currentTest ?? {};
    if (state === 'failed' && title !== undefined) await workbench().picture(`failed - ${title}`);
  };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { bundledCatalogue, openFixture, type TestWorkspace } from './workspace.js';

/** The example workspace, read into memory. */
export async function openExamples(): Promise<TestWorkspace> {
  const root = path.resolve('examples');
  const names = (await glob(['**/*.sec', 'papers/*.md'], { cwd: root })).sort();
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(path.join(root, name), 'utf8'),
      cursors: [],
      ranges: [],
    })),
  );
  return openFixture({ files, cursor: { file: names[0] as string, offset: 0 } }, await bundledCatalogue());
}

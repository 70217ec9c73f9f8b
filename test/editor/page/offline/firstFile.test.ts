import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contention } from '../contention.js';
import { openExamples, scratchFolder } from '../setting.js';

/** Plain files, directly in the folder: no settings, no folder for the Code, no front matter. */
const files = {
  'section-h.sec': `SECTION H: DCC SERVICES

H1 READING

H1.1 In this Section H1, "Meter Reader" means a person that reads a Smart Meter.

H1.2 The Meter Reader shall come on the day that Section H1.3 names.

H1.3 The Meter Reader shall send a Meter Paper to each household.
`,
  'notice.sec': `NOTICE

SECMP0023 changes Section D9.4.
`,
};

/** In milliseconds, from the moment that the first file is asked for. */
interface Times {
  /** How busy the machine was with other things. */
  readonly contention: number;
  readonly warning: number;
  readonly hover: number;
  readonly jump: number;
}

const limit = 2000;

/** On a server and with a browser that were started for it. */
async function firstFile(): Promise<Times> {
  const folder = await scratchFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const workbench = await openExamples({ folder });
  try {
    await workbench.started();
    await workbench.atRest();
    const before = contention();
    const column = 'H1.2 The Meter'.length;
    const asked = await workbench.openFile('section-h.sec', `:7:${column}`);
    const since = (): number => Date.now() - asked;
    const warned = workbench.editor
      .locator('.squiggly-warning, .squiggly-info')
      .first()
      .waitFor()
      .then(since);
    await workbench.hoverAtCursor('means a person that reads a', 1000);
    const hover = since();
    const warning = await warned;
    await workbench.picture('first-file');
    await workbench.press('Escape');
    const released = since();
    await workbench.press('F12');
    await workbench.cursorAt(5);
    const jump = Math.max(hover, warning) + since() - released;
    return { warning, hover, jump, contention: (before + contention()) / 2 };
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await workbench.close();
  }
}

describe('a bare editor without a network, on a folder of plain .sec files without settings', () => {
  it('hovers, jumps and warns within two seconds of opening the first file', async () => {
    const tries: Times[] = [];
    // A machine that does other things meanwhile may need another try.
    while (tries.length < 3 && !tries.some(isInTime)) tries.push(await firstFile());
    for (const { warning, hover, jump, contention: slowed } of tries) {
      const times = `warning after ${warning} ms, hover after ${hover} ms, jump after ${jump} ms`;
      console.log(`    ${times}, on a machine slowed by others to ${(100 / slowed).toFixed(0)} %`);
    }
    assert.ok(tries.some(isInTime), `within ${limit} ms of a machine of its own`);
  });
});

function isInTime({ warning, hover, jump, contention: slowed }: Times): boolean {
  return Math.max(warning, hover, jump) / slowed <= limit;
}

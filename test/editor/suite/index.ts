import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Called by the extension host: runs every test beside this file. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 30_000, forbidOnly: true, forbidPending: true, color: true });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} ${failures === 1 ? 'test' : 'tests'} failed`);
}

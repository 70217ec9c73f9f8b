#!/usr/bin/env node
import { processOutput } from './cli/output.js';
import { runProgram } from './cli/program.js';
import { keepHeapSmall } from './files/heap.js';
import { packageVersion } from './files/packageVersion.js';

keepHeapSmall();
const output = processOutput(await packageVersion());
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe went away (`… | head`): there is nobody left to print for.
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});
try {
  process.exitCode = await runProgram(process.argv.slice(2), output, async () => {
    await import('./main.js');
  });
} catch (error) {
  output.tell(
    `error: an unexpected fault of the program: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}

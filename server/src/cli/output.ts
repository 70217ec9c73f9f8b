import pc from 'picocolors';

/** Where a command prints. `print` is its result, `tell` is for people only. */
export interface Output {
  readonly version: string;
  readonly colours: Colours;
  readonly print: (text: string) => void;
  readonly tell: (text: string) => void;
  /** Shows a line on a terminal in place of the one shown before; an empty one takes it away. Undefined where nobody looks. */
  readonly progress?: ((line: string) => void) | undefined;
}

export type Colours = ReturnType<typeof pc.createColors>;

/** Prints to this process; colours only where standard output is a terminal that takes them. */
export function processOutput(version: string): Output {
  return {
    version,
    colours: pc.createColors(process.stdout.isTTY === true && pc.isColorSupported),
    print: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
    progress: process.stderr.isTTY ? (line) => void process.stderr.write(`\r\x1b[K${line}`) : undefined,
  };
}

export function printJson(output: Output, value: unknown): void {
  output.print(`${JSON.stringify(value, null, 2)}\n`);
}

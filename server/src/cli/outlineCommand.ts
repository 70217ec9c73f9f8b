import { outline, type OutlineNode } from '../features/outline.js';
import type { Range } from '../text/lineIndex.js';
import { readingRange } from './json.js';
import type { Output } from './output.js';
import type { CommonOptions } from './program.js';
import { runReading } from './reading.js';
import type { CommandWorkspace, GivenFile } from './workspace.js';

export interface ProvisionJson {
  readonly id: string;
  readonly heading: string;
  readonly range: Range;
  readonly children: readonly ProvisionJson[];
}

export interface OutlineJson {
  readonly path: string;
  readonly provisions: readonly ProvisionJson[];
}

/** `outline`: the tree of provisions. */
export function runOutline(
  paths: readonly string[],
  options: CommonOptions & { readonly format: 'text' | 'json' },
  output: Output,
): Promise<number> {
  return runReading(paths, options, output, { read: outlineOf, print: printOutline });
}

function outlineOf(workspace: CommandWorkspace, file: GivenFile): OutlineJson {
  const { document } = workspace.view(file);
  const toJson = ({ id, heading, span, children }: OutlineNode): ProvisionJson => ({
    id,
    heading,
    range: readingRange(document, span),
    children: children.map(toJson),
  });
  return { path: file.path, provisions: outline(document).map(toJson) };
}

function printOutline({ path, provisions }: OutlineJson, { colours, print }: Output): void {
  print(`${colours.bold(path)}\n`);
  const printAll = (nodes: readonly ProvisionJson[], depth: number): void => {
    for (const { id, heading, children } of nodes) {
      print(`${'  '.repeat(depth)}${id}${heading === '' ? '' : ` ${colours.dim(heading)}`}\n`);
      printAll(children, depth + 1);
    }
  };
  printAll(provisions, 1);
}

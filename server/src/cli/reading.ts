import type { Range } from '../text/lineIndex.js';
import type { Output } from './output.js';
import { exitCodes, type CommonOptions } from './program.js';
import { openWorkspace, type CommandWorkspace, type GivenFile } from './workspace.js';

/** What a reading command does once its files are read. */
export interface ReadingCommand<T> {
  /** The JSON of one file. */
  read(workspace: CommandWorkspace, file: GivenFile): T;
  /** The lines for people. */
  print(result: T, output: Output): void;
}

/** Opens the workspace, tells what was wrong with the input, and prints each file's result as JSON or for people. */
export async function runReading<T>(
  paths: readonly string[],
  options: CommonOptions & { readonly format: 'text' | 'json' },
  output: Output,
  command: ReadingCommand<T>,
): Promise<number> {
  const workspace = await openWorkspace(paths, options);
  tellProblems(workspace, output);
  const results = workspace.files.map((file) => command.read(workspace, file));
  if (options.format === 'json') output.print(`${JSON.stringify({ files: results }, null, 2)}\n`);
  else for (const result of results) command.print(result, output);
  return workspace.errors.length > 0 ? exitCodes.wrong : exitCodes.clean;
}

/** One line for each notice and each input that could not be read. */
export function tellProblems(workspace: CommandWorkspace, output: Output): void {
  for (const notice of workspace.notices) output.tell(`note: ${notice}\n`);
  for (const error of workspace.errors) output.tell(`error: ${error}\n`);
}

/** `path:line:column`, counted from one as people do. */
export function placeOf(path: string, range: Range): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}`;
}

/** The place of a result for people: that of a Word file is its provision, since it has no lines that they could go to. */
export function shownPlace(
  file: { readonly path: string; readonly isWord?: boolean },
  range: Range,
  provision?: string,
): string {
  if (file.isWord !== true) return placeOf(file.path, range);
  return `${file.path} (${provision ?? 'before the first number'})`;
}

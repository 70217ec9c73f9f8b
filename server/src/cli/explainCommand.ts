import { explain } from '../features/explain.js';
import { renderMarkdown, renderPlainText } from '../features/content.js';
import { printJson, type Output } from './output.js';
import { exitCodes, type CommonOptions } from './program.js';
import { tellProblems } from './reading.js';
import { openWorkspace } from './workspace.js';

/** `explain`: prints what the hover on a name shows. An unknown name is told with the nearest known ones. */
export async function runExplain(
  name: string,
  options: CommonOptions & { readonly format: 'text' | 'json' },
  output: Output,
): Promise<number> {
  const workspace = await openWorkspace([], options, name);
  tellProblems(workspace, output);
  const [asked] = workspace.files;
  if (!asked || workspace.errors.length > 0) return exitCodes.wrong;
  const answer = explain(workspace.view(asked), name);
  if ('nearest' in answer) {
    const hint =
      answer.nearest.length === 0
        ? ''
        : ` Did you mean ${answer.nearest.map((term) => `“${term}”`).join(', ')}?`;
    output.tell(`error: nothing is known of “${name}”.${hint}\n`);
    return exitCodes.wrong;
  }
  const { kind, id, title, sources } = answer;
  if (options.format === 'json')
    printJson(output, { kind, id, title, markdown: renderMarkdown(answer), sources });
  else
    output.print(`${renderPlainText(answer)}\n${sources.map((source) => `\nSource: ${source}`).join('')}\n`);
  return exitCodes.clean;
}

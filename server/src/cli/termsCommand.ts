import { listTerms } from '../features/listTerms.js';
import type { Range } from '../text/lineIndex.js';
import { readingRange } from './json.js';
import type { Output } from './output.js';
import type { CommonOptions } from './program.js';
import { placeOf, runReading } from './reading.js';
import type { CommandWorkspace, GivenFile } from './workspace.js';

export interface TermsJson {
  readonly path: string;
  readonly definitions: readonly { term: string; scope: string; text: string; range: Range }[];
  readonly uses: readonly {
    term: string;
    range: Range;
    definedBy: { path: string; range: Range } | { fact: string } | null;
  }[];
}

/** `terms`: what a file defines and every use of a defined term, with the definition that holds there. */
export function runTerms(
  paths: readonly string[],
  options: CommonOptions & { readonly format: 'text' | 'json' },
  output: Output,
): Promise<number> {
  return runReading(paths, options, output, { read: termsOf, print: printTerms });
}

function printTerms({ path, definitions, uses }: TermsJson, { colours, print }: Output): void {
  for (const { term, scope, text, range } of definitions) {
    print(`${placeOf(path, range)}: ${colours.bold(term)} ${colours.dim(`(${scope})`)} ${text}\n`);
  }
  for (const { term, range, definedBy } of uses) {
    const by =
      definedBy === null
        ? 'nothing'
        : 'fact' in definedBy
          ? `fact: ${definedBy.fact}`
          : placeOf(definedBy.path, definedBy.range);
    print(`${placeOf(path, range)}: ${term} ${colours.dim(`<- ${by}`)}\n`);
  }
}

function termsOf(workspace: CommandWorkspace, file: GivenFile): TermsJson {
  const view = workspace.view(file);
  const { definitions, uses } = listTerms(view);
  return {
    path: file.path,
    definitions: definitions.map(({ term, scope, text, span }) => ({
      term,
      scope,
      text,
      range: readingRange(view.document, span),
    })),
    uses: uses.map(({ term, span, site, fact }) => ({
      term,
      range: readingRange(view.document, span),
      definedBy: site
        ? { path: workspace.pathOf(site.document.uri), range: readingRange(site.document, site.definition) }
        : fact === undefined
          ? null
          : { fact },
    })),
  };
}

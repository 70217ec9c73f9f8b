import { listReferences } from '../features/listReferences.js';
import type { Range } from '../text/lineIndex.js';
import { readingRange, writtenText } from './json.js';
import type { Output } from './output.js';
import type { CommonOptions } from './program.js';
import { placeOf, runReading } from './reading.js';
import type { CommandWorkspace, GivenFile } from './workspace.js';

export interface ReferenceJson {
  readonly text: string;
  readonly kind: string;
  readonly target: string;
  readonly range: Range;
  readonly through?: string;
  readonly resolved: string;
  readonly location?: { readonly path: string; readonly range: Range };
}

export interface ReferencesJson {
  readonly path: string;
  readonly references: readonly ReferenceJson[];
}

/** `references`: every reference of a file with its canonical target and what it resolves to. */
export function runReferences(
  paths: readonly string[],
  options: CommonOptions & { readonly format: 'text' | 'json' },
  output: Output,
): Promise<number> {
  return runReading(paths, options, output, { read: referencesOf, print: printReferences });
}

function printReferences({ path, references }: ReferencesJson, { colours, print }: Output): void {
  for (const { text, target, through, resolved, location, range } of references) {
    const ends = through === undefined ? target : `${target} to ${through}`;
    const where = location ? ` ${colours.dim(`(${placeOf(location.path, location.range)})`)}` : '';
    const written = text.replace(/\s+/g, ' ');
    print(
      `${placeOf(path, range)}: ${written} ${colours.dim('->')} ${colours.bold(ends)} ${resolved}${where}\n`,
    );
  }
}

function referencesOf(workspace: CommandWorkspace, file: GivenFile): ReferencesJson {
  const view = workspace.view(file);
  const references = listReferences(view).map((reference): ReferenceJson => {
    const [site] = reference.sites;
    return {
      text: writtenText(view.document, reference.span),
      kind: reference.kind,
      target: reference.target,
      range: readingRange(view.document, reference.span),
      ...(reference.through === undefined ? {} : { through: reference.through }),
      resolved: reference.resolved,
      ...(site
        ? {
            location: {
              path: workspace.pathOf(site.document.uri),
              range: readingRange(site.document, site.span),
            },
          }
        : {}),
    };
  });
  return { path: file.path, references };
}

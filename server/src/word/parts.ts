import type { Container } from './container.js';
import { Unreadable } from './unreadable.js';
import { childrenOf, readXmlTree, type XmlElement } from './xml.js';

/** The parts of a Word file, found by their relationships: their names are not fixed. */
export interface Parts {
  /** The name of the part that holds the text. */
  readonly main: string;
  /** The part of a kind (`styles`, `numbering`) that belongs to the text, if there is one. */
  related(kind: string): string | undefined;
  allRelated(kind: string): readonly string[];
  /** Addresses outside the file that a part names, by the id that it names them with. */
  linksOf(part: string): Promise<ReadonlyMap<string, string>>;
}

/** Finds the parts of a Word file. Throws `Unreadable` for another kind of zip. */
export async function openParts(container: Container): Promise<Parts> {
  if (!container.names.includes('_rels/.rels')) throw new Unreadable(noWordFile(container));
  const root = inside('', await relationshipsOf(container, ''));
  const main = root.find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined || !container.names.includes(main)) throw new Unreadable(noWordFile(container));
  const related = inside(main, await relationshipsOf(container, main)).filter(({ target }) =>
    container.names.includes(target),
  );
  const allRelated = (wanted: string): string[] =>
    related.filter(({ kind }) => kind === wanted).map(({ target }) => target);
  return {
    main,
    allRelated,
    related: (kind) => allRelated(kind)[0],
    linksOf: async (part) =>
      new Map(
        (await relationshipsOf(container, part))
          .filter(({ kind, isExternal }) => kind === 'hyperlink' && isExternal)
          .map(({ id, target }) => [id, target]),
      ),
  };
}

function noWordFile({ names }: Container): string {
  if (names.includes('mimetype') && names.includes('content.xml'))
    return 'it is an OpenDocument file: open it and save it as .docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'it is an Excel workbook and no Word file';
  return 'it is a zip file but no Word file, or it is damaged';
}

interface Relationship {
  readonly id: string;
  /** The last word of its type: `styles`. */
  readonly kind: string;
  /** As it is written. */
  readonly target: string;
  readonly isExternal: boolean;
}

async function relationshipsOf(container: Container, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!container.names.includes(name)) return [];
  const root: XmlElement = await readXmlTree(container.open(name));
  return childrenOf(root, 'rel:Relationship').map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
    target: attributes['Target'] ?? '',
    isExternal: attributes['TargetMode'] === 'External',
  }));
}

/** The relationships to parts of the file, whose targets are the names of those parts. */
function inside(part: string, relationships: readonly Relationship[]): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return relationships
    .filter(({ isExternal }) => !isExternal)
    .map((relationship) => ({ ...relationship, target: resolveTarget(folder, relationship.target) }));
}

/** A target is relative to the folder of its part, or to the root when it begins with a slash. */
function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

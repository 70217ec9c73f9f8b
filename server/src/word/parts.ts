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
}

/** Finds the parts of a Word file. Throws `Unreadable` for another kind of zip. */
export async function openParts(container: Container): Promise<Parts> {
  if (!container.names.includes('_rels/.rels')) throw new Unreadable(noWordFile(container));
  const root = await relationshipsOf(container, '');
  const main = root.find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined || !container.names.includes(main)) throw new Unreadable(noWordFile(container));
  const related = (await relationshipsOf(container, main)).filter(({ target }) =>
    container.names.includes(target),
  );
  const allRelated = (wanted: string): string[] =>
    related.filter(({ kind }) => kind === wanted).map(({ target }) => target);
  return { main, allRelated, related: (kind) => allRelated(kind)[0] };
}

function noWordFile({ names }: Container): string {
  if (names.includes('mimetype') && names.includes('content.xml'))
    return 'it is an OpenDocument file: open it and save it as .docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'it is an Excel workbook and no Word file';
  return 'it is a zip file but no Word file, or it is damaged';
}

interface Relationship {
  /** The last word of its type: `styles`. */
  readonly kind: string;
  readonly target: string;
}

async function relationshipsOf(container: Container, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!container.names.includes(name)) return [];
  const root: XmlElement = await readXmlTree(container.open(name));
  return childrenOf(root, 'rel:Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: resolveTarget(folder, attributes['Target'] ?? ''),
    }));
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

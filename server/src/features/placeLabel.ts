import type { DocumentFacts } from '../index/documentFacts.js';
import type { DefinitionSite } from '../index/termTable.js';
import { formatOwner } from '../model/provisionId.js';
import type { Provision } from '../syntax/documentTree.js';

/** How people name the place of a definition: `Section A1.1`, `Appendix AB, 1.1`, `paragraph 3`; empty where it has no number. */
export function placeLabel({ document, definition }: DefinitionSite): string {
  const provision = document.provisionAt(definition.provision);
  if (provision) return provisionLabel(provision);
  return document.role.kind === 'part'
    ? document.role.key.length === 1
      ? `Section ${document.role.key}`
      : document.role.key
    : '';
}

/** `Section D9.4(a)`, `Appendix AB, 15.5(c)`, `paragraph 3.2`. */
export function provisionLabel(provision: Pick<Provision, 'key' | 'owner'>): string {
  const { owner, key } = provision;
  if (owner.kind === 'section') return `Section ${key}`;
  if (owner.kind === 'own') return key === '#' ? '' : key.slice(1).replace(/^(\d)/, 'paragraph $1');
  const name = formatOwner(owner);
  return key === name ? name : `${name}, ${key.slice(name.length + 1)}`;
}

/** What a document is: `Section D, version 6.12`, `draft SECMP0023`, the file's name for a paper. */
export function documentLabel({ role, frontMatter, uri }: DocumentFacts): string {
  const version = frontMatter.version === undefined ? '' : `, version ${frontMatter.version}`;
  switch (role.kind) {
    case 'part':
      return `${role.key.length === 1 ? `Section ${role.key}` : role.key}${version}`;
    case 'draft':
      return role.modification === undefined ? 'draft' : `draft ${role.modification}`;
    case 'paper':
      return uri.slice(uri.lastIndexOf('/') + 1);
  }
}

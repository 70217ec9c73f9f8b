/** The kinds of reference targets (product.md, Names of provisions). */
export type TargetKind =
  | 'section'
  | 'schedule'
  | 'appendix'
  | 'annex'
  | 'licence-condition'
  | 'document'
  | 'paragraph'
  | 'modification';

/**
 * The container that numbers belong to: a lettered Section, a Schedule, an Appendix, an Annex, another document, a licence,
 * or the loose paper itself (`own`).
 */
export type ProvisionOwner =
  | { readonly kind: 'section'; readonly letter: string }
  | { readonly kind: 'schedule'; readonly name: string }
  | { readonly kind: 'appendix'; readonly name: string }
  | { readonly kind: 'annex'; readonly name: string }
  | { readonly kind: 'licence'; readonly name: string }
  | { readonly kind: 'document'; readonly name: string }
  | { readonly kind: 'own'; readonly name: '' };

/**
 * The identity of a provision.
 * `D9.4(a)(ii)` is owner Section D, number `9.4`, levels `a`, `ii`; `Appendix B/Annex A/2(c)` has the division `Annex A`.
 */
export interface ProvisionId {
  readonly owner: ProvisionOwner;
  /** Parts, Annexes and Appendices inside the owner, outermost first: `Part 3`, `Annex A`, `Appendix F`. */
  readonly divisions: readonly string[];
  /** `9.4`, `15.5`, `5A`; empty for the owner or the division itself. For a lettered Section without its letter. */
  readonly number: string;
  /** The bracketed levels without their brackets. */
  readonly levels: readonly string[];
  /** The defined term whose definition the levels are paragraphs of. */
  readonly definitionOf?: string;
}

export const ownPaper: ProvisionOwner = { kind: 'own', name: '' };

export function provisionId(
  owner: ProvisionOwner,
  number = '',
  levels: readonly string[] = [],
  divisions: readonly string[] = [],
): ProvisionId {
  return { owner, number, levels, divisions };
}

/** The canonical name of an owner: `D`, `Schedule 11`, `Appendix AB`, `Annex E`, `DCC Licence`, `` for the paper itself. */
export function formatOwner(owner: ProvisionOwner): string {
  switch (owner.kind) {
    case 'section':
      return owner.letter;
    case 'schedule':
      return nameOfPart('Schedule', owner.name);
    case 'appendix':
      return nameOfPart('Appendix', owner.name);
    case 'annex':
      return nameOfPart('Annex', owner.name);
    case 'licence':
    case 'document':
      return owner.name;
    case 'own':
      return '';
  }
}

/** `Schedule 4`; the only Schedule of a text may have no number: `the Schedule`. */
export function nameOfPart(kind: 'Schedule' | 'Appendix' | 'Annex' | 'Part', name: string): string {
  return name === '' ? kind : `${kind} ${name}`;
}

/** The canonical form of a provision's name (product.md): `D9.4(a)`, `Appendix AB/15.5(c)`, `#3.3.4`, `#Appendix 1`. */
export function formatProvisionId(id: ProvisionId): string {
  let numbered = id.definitionOf === undefined ? id.number : `${id.number} "${id.definitionOf}"`;
  for (const level of id.levels) numbered += `(${level})`;
  const inDivisions = numbered === '' ? id.divisions : [...id.divisions, numbered];
  const rest = id.divisions.length === 0 ? numbered : inDivisions.join('/');
  if (id.owner.kind === 'own') return `#${rest}`;
  const owner = formatOwner(id.owner);
  if (id.owner.kind === 'section') return id.divisions.length > 0 ? `${owner}/${rest}` : owner + rest;
  return rest ? `${owner}/${rest}` : owner;
}

const sectionForm = /^([A-Z])(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)?((?:\([A-Za-z0-9]{1,7}\))*)$/;
const numberForm = /^(\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})*)?((?:\([A-Za-z0-9]{1,7}\))*)$/;
const divisionForm =
  /^(?:(?:Part|Annex|Appendix|Schedule|Table) (?:[A-Z]{1,2}|[IVX]{3,5}|\d{1,3})|Schedule|Appendix|Annex)$/;

/**
 * Reads a canonical name. `formatProvisionId` of the result gives the same text back.
 * Returns undefined for what is no canonical name of a provision of the Code, of an Annex or of a paper's own numbers.
 */
export function parseProvisionId(text: string): ProvisionId | undefined {
  const section = sectionForm.exec(text);
  if (section) {
    return provisionId(
      { kind: 'section', letter: section[1] as string },
      section[2] ?? '',
      splitLevels(section[3] ?? ''),
    );
  }
  const own = text.startsWith('#');
  const [head = '', ...rest] = own ? ['', ...text.slice(1).split('/')] : text.split('/');
  const owner = own ? ownPaper : parseOwner(head);
  if (!owner) return undefined;
  const divisions: string[] = [];
  while (rest.length > 0 && divisionForm.test(rest[0] as string)) divisions.push(rest.shift() as string);
  if (rest.length > 1) return undefined;
  const number = numberForm.exec(rest[0] ?? '');
  if (!number) return undefined;
  return provisionId(owner, number[1] ?? '', splitLevels(number[2] ?? ''), divisions);
}

/** Reads `Section D`, `D`, `Schedule 11`, `Appendix AB`, `Annex E` (case of the first word is free). */
export function parseOwner(text: string): ProvisionOwner | undefined {
  const trimmed = text.trim();
  const section = /^(?:section\s+)?([A-Z])$/i.exec(trimmed);
  if (section) return { kind: 'section', letter: (section[1] as string).toUpperCase() };
  const words = /^(schedule|appendix|annex)\s+([A-Za-z]{1,2}|[IVX]{3,5}|\d{1,3})$/i.exec(trimmed);
  if (!words) return undefined;
  const kind = (words[1] as string).toLowerCase() as 'schedule' | 'appendix' | 'annex';
  return { kind, name: (words[2] as string).toUpperCase() };
}

function splitLevels(text: string): string[] {
  return text === '' ? [] : text.slice(1, -1).split(')(');
}

/** The kind of a target goes by its head; a paper's own number is a section after section or clause, else a paragraph. */
export function kindOf(id: ProvisionId, ownKind: 'section' | 'paragraph'): TargetKind {
  switch (id.owner.kind) {
    case 'section':
      return 'section';
    case 'schedule':
      return 'schedule';
    case 'appendix':
      return 'appendix';
    case 'annex':
      return 'annex';
    case 'licence':
      return 'licence-condition';
    case 'document':
      return 'document';
    case 'own':
      return ownPartKind(id.divisions[0]) ?? ownKind;
  }
}

/** A paper's own Appendix, or an agreement's own Schedule. */
function ownPartKind(division: string | undefined): TargetKind | undefined {
  if (division?.startsWith('Appendix')) return 'appendix';
  return division?.startsWith('Schedule') ? 'schedule' : undefined;
}

/** Whether `outer` is `inner` or holds it: `D9` holds `D9.4(a)`, `D` holds all of Section D. */
export function containsProvision(outer: string, inner: string): boolean {
  if (outer === inner || outer === '#') return true;
  if (!inner.startsWith(outer)) return false;
  const next = inner.charAt(outer.length);
  if (next === '(' || next === '/' || next === '.' || next === ' ') return true;
  return /^[A-Z]$/.test(outer) && /\d/.test(next);
}

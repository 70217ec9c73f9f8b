import type { Catalogue } from '../catalogue/catalogue.js';
import { containsProvision, formatOwner, formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Provision } from '../syntax/documentTree.js';
import { spanOver, type Span } from '../text/span.js';
import type { DocumentFacts } from './documentFacts.js';
import type { DocumentView } from './documentView.js';
import { isRenumbered, provisionBefore } from './draftRenumbering.js';

/** A provision in its document. */
export interface ProvisionSite {
  readonly document: DocumentFacts;
  readonly provision: Provision;
  /** The label, or the place of a paragraph that stands inside a line. */
  readonly span: Span;
}

/** A reference resolves to exactly one of these, and every feature shares the answer. */
export type Resolution =
  /** `sites` is empty where only the facts know the provision. */
  | { readonly status: 'found'; readonly sites: readonly ProvisionSite[] }
  | { readonly status: 'ambiguous'; readonly sites: readonly ProvisionSite[] }
  /** `atHand` tells whether the text itself was looked at, or only the facts. */
  | { readonly status: 'missing'; readonly atHand: boolean; readonly reach: string }
  | { readonly status: 'not-checked'; readonly why: string };

/**
 * Finds a provision: in the drafts of the modification, in the code folder, in the facts; a paper's own numbers in the paper.
 * A part that is not at hand is not checked below what the facts list (product.md).
 */
export function resolveProvision(view: DocumentView, key: string, id: ProvisionId): Resolution {
  switch (id.owner.kind) {
    case 'own':
      return resolveOwn(view, key, id);
    case 'annex':
      return resolveAnnex(view, key, id);
    case 'licence':
    case 'document':
      return { status: 'not-checked', why: `${formatOwner(id.owner)} is not at hand` };
    case 'section':
    case 'schedule':
    case 'appendix':
      return resolveInCode(view, key, id);
  }
}

function resolveInCode(view: DocumentView, key: string, id: ProvisionId): Resolution {
  const part = formatOwner(id.owner);
  for (const document of [view.document, ...view.siblings]) {
    const sites = document.role.kind === 'draft' ? sitesIn(document, key, id) : [];
    if (sites.length > 0) return { status: sites.length === 1 ? 'found' : 'ambiguous', sites };
  }
  if (!view.code.parts.has(part)) return resolveByFacts(view.catalogue, id);
  const resolution = resolveInForce(view, key, id);
  return resolution.status === 'missing' ? resolveRenumbered(view, id, resolution) : resolution;
}

/** A number that no provision has yet may be one that a draft gives to another (`Renumber Section H4.2 as Section H4.3`). */
function resolveRenumbered(view: DocumentView, id: ProvisionId, missing: Resolution): Resolution {
  const drafts = [view.document, ...view.siblings].filter(({ role }) => role.kind === 'draft');
  for (const draft of drafts) {
    const before = provisionBefore(draft, id);
    if (before) return resolveInForce(view, formatProvisionId(before), before);
  }
  return drafts.some((draft) => isRenumbered(draft, id))
    ? { status: 'not-checked', why: 'the draft numbers the clauses here anew' }
    : missing;
}

/** The same in the code folder alone, whatever drafts change. `key` is the canonical name of `id`. */
export function resolveInForce(view: DocumentView, key: string, id: ProvisionId): Resolution {
  const part = formatOwner(id.owner);
  const holders = view.code.parts.get(part);
  const newest = holders?.[0];
  if (!holders || !newest) return { status: 'not-checked', why: `${part} is not at hand` };
  const sites = holders.flatMap((document) => sitesIn(document, key, id));
  if (sites.length === 1) return { status: 'found', sites };
  if (sites.length > 1) return { status: 'ambiguous', sites };
  if (newest.isShallow) return { status: 'not-checked', why: `${part} is too large to be read whole` };
  return { status: 'missing', atHand: true, reach: reachOf(newest, id) };
}

function resolveByFacts(catalogue: Catalogue, id: ProvisionId): Resolution {
  const part = formatOwner(id.owner);
  const notAtHand = `${nameOfPart(id)} is not at hand, and the facts do not list this provision`;
  const isWhole = id.number === '' && id.levels.length === 0 && id.divisions.length === 0;
  if (id.owner.kind === 'section') {
    const section = catalogue.sections.get(id.owner.letter);
    if (!section) return { status: 'missing', atHand: false, reach: `no Section ${part} is known` };
    const listed =
      isWhole ||
      section.subsections?.some(
        ({ number, status }) => number === formatProvisionId(id) && status !== 'recalled',
      ) ||
      section.clauses?.some(
        ({ number, status }) => status !== 'recalled' && containsProvision(formatProvisionId(id), number),
      );
    return listed ? { status: 'found', sites: [] } : { status: 'not-checked', why: notAtHand };
  }
  const known =
    id.owner.kind === 'schedule'
      ? catalogue.schedules.has(id.owner.name)
      : id.owner.kind === 'appendix' && catalogue.appendices.has(id.owner.name);
  if (!known) return { status: 'missing', atHand: false, reach: `no ${part} is known` };
  return isWhole ? { status: 'found', sites: [] } : { status: 'not-checked', why: notAtHand };
}

function nameOfPart(id: ProvisionId): string {
  return id.owner.kind === 'section' ? `Section ${id.owner.letter}` : formatOwner(id.owner);
}

/** A paper's own numbers are checked against its own numbers and headings when it has any. */
function resolveOwn(view: DocumentView, key: string, id: ProvisionId): Resolution {
  const { document } = view;
  const sites = sitesIn(document, key, id);
  if (sites.length === 1) return { status: 'found', sites };
  if (sites.length > 1) return { status: 'ambiguous', sites };
  if (document.isShallow) return { status: 'not-checked', why: 'the text is too large to be read whole' };
  const wantsDivision = id.divisions.length > 0;
  const hasOwn = document.tree.provisions.some(
    (provision) =>
      provision.owner.kind === 'own' &&
      (wantsDivision ? provision.divisions.length > 0 : provision.number !== ''),
  );
  if (!hasOwn) return { status: 'not-checked', why: 'this text has no numbers of its own to look in' };
  if (id.number === '' && id.divisions.length === 0) {
    return { status: 'not-checked', why: 'the text around it has no number' };
  }
  return { status: 'missing', atHand: true, reach: reachOf(document, id) };
}

/** An Annex is often a document of its own: one that is not in the text, or stands there without numbers from 1, is not checked. */
function resolveAnnex(view: DocumentView, key: string, id: ProvisionId): Resolution {
  const sites = sitesIn(view.document, key, id);
  const [first] = sites;
  if (first) return { status: 'found', sites: [first] };
  const has = (other: Partial<ProvisionId>): boolean =>
    view.document.provisionIndex.has(formatProvisionId({ ...id, levels: [], ...other }));
  if (id.number !== '' && (id.levels.length > 0 ? has({}) : has({ number: '1' })))
    return { status: 'missing', atHand: true, reach: reachOf(view.document, id) };
  return { status: 'not-checked', why: `${formatOwner(id.owner)} does not stand in this text` };
}

// ---- within one document ------------------------------------------------------------------------------------------------

function sitesIn(document: DocumentFacts, key: string, id: ProvisionId): ProvisionSite[] {
  const first = document.provisionIndex.get(key);
  if (first === undefined) {
    const inPart = sitesInPart(document, id);
    if (inPart) return inPart;
    const inline = inlineSite(document, id);
    return inline ? [inline] : [];
  }
  if (!document.repeatedKeys.has(key)) return [new NamedSite(document, first)];
  const sites: ProvisionSite[] = [];
  const { provisions } = document.tree;
  for (let i = first; i < provisions.length; i++) {
    const provision = provisions[i];
    if (provision?.key === key) sites.push({ document, provision, span: provision.label });
  }
  return sites;
}

/** The provision is looked up when it is asked for: most who resolve a reference only want to know that it is there. */
class NamedSite implements ProvisionSite {
  readonly document: DocumentFacts;
  readonly #index: number;

  constructor(document: DocumentFacts, index: number) {
    this.document = document;
    this.#index = index;
  }

  get provision(): Provision {
    return this.document.tree.provisions[this.#index] as Provision;
  }

  get span(): Span {
    return this.provision.label;
  }
}

/** `paragraph 1.1 of Part 2 of Appendix J`: the numbers of a Part are named without it, and may begin anew in each. */
function sitesInPart(document: DocumentFacts, id: ProvisionId): ProvisionSite[] | undefined {
  const part = id.divisions.at(-1);
  if (id.number === '' || !part?.startsWith('Part ')) return undefined;
  const index = document.provisionIndex.get(formatProvisionId({ ...id, number: '', levels: [] }));
  const outer = index === undefined ? undefined : document.tree.provisions[index];
  if (!outer) return undefined;
  const inner = { ...id, divisions: id.divisions.slice(0, -1) };
  const sites = sitesIn(document, formatProvisionId(inner), inner);
  return sites.filter(({ provision }) => outer.start <= provision.start && provision.end <= outer.end);
}

/** `(a) …, or (b) …` inside a line: the paragraphs of the nearest provision that has a line of its own. */
function inlineSite(document: DocumentFacts, id: ProvisionId): ProvisionSite | undefined {
  for (let depth = id.levels.length - 1; depth >= 0; depth--) {
    const outer = document.provisionIndex.get(
      formatProvisionId({ ...id, levels: id.levels.slice(0, depth) }),
    );
    if (outer === undefined) continue;
    const provision = document.tree.provisions[outer] as Provision;
    let from = provision.start;
    let span: Span | undefined;
    for (const level of id.levels.slice(depth)) {
      span = findInlineLabel(document, level, from, provision.end);
      if (!span) return undefined;
      from = span.end;
    }
    return span && { document, provision, span };
  }
  return undefined;
}

function findInlineLabel(
  document: DocumentFacts,
  level: string,
  from: number,
  end: number,
): Span | undefined {
  const { text } = document.reading;
  const sign = `(${level})`;
  for (let at = text.indexOf(sign, from); at !== -1 && at < end; at = text.indexOf(sign, at + 1)) {
    if (
      !spanOver(document.referencesIn({ start: from, end: at + 1 }), at) &&
      /[\s\u00a0:;,(]/.test(text[at - 1] ?? ' ')
    )
      return { start: at, end: at + sign.length };
  }
  return undefined;
}

/** How far a reference did resolve: "H14 is there; its last clause is H14.30". */
function reachOf(document: DocumentFacts, id: ProvisionId): string {
  const { provisions } = document.tree;
  for (const outer of enclosing(id)) {
    const index = document.provisionIndex.get(formatProvisionId(outer));
    if (index === undefined) continue;
    const children = provisions.filter(({ parent, definition }) => parent === index && definition === -1);
    const last = children.at(-1);
    const name = displayName(outer);
    if (!last) return `${name} is there; it has nothing below it`;
    return `${name} is there; its last ${last.levels.length > 0 ? 'paragraph' : 'clause'} is ${lastLabel(last)}`;
  }
  const own = provisions.filter(
    ({ owner, number, levels, parent }) =>
      owner.kind === id.owner.kind &&
      number !== '' &&
      levels.length === 0 &&
      (parent === -1 || provisions[parent]?.number === ''),
  );
  const last = own.at(-1);
  return last ? `the last number at hand is ${last.key.replace(/^#/, '')}` : 'nothing of it is at hand';
}

function enclosing(id: ProvisionId): ProvisionId[] {
  const outer: ProvisionId[] = [];
  for (let depth = id.levels.length - 1; depth >= 0; depth--)
    outer.push({ ...id, levels: id.levels.slice(0, depth) });
  for (let cut = id.number.lastIndexOf('.'); cut > 0; cut = id.number.lastIndexOf('.', cut - 1)) {
    outer.push({ ...id, number: id.number.slice(0, cut), levels: [] });
  }
  if (id.number !== '') outer.push({ ...id, number: '', levels: [] });
  return outer;
}

function displayName(id: ProvisionId): string {
  const key = formatProvisionId(id).replace(/^#/, '');
  return id.owner.kind === 'section' && id.number === '' ? `Section ${key}` : key === '' ? 'this text' : key;
}

function lastLabel(provision: Provision): string {
  return provision.levels.length > 0 ? `(${provision.levels.at(-1)})` : provision.key.replace(/^#/, '');
}

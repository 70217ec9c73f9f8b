import type { Catalogue } from '../catalogue/catalogue.js';
import type { DocumentView } from '../index/documentView.js';
import { formatOwner, parseOwner, parseProvisionId, provisionId } from '../model/provisionId.js';
import { escapeMarkdown, renderMarkdown, type Content } from './content.js';
import { describeModification } from './describeModification.js';
import { describeNamed } from './describeName.js';
import { describeProvision } from './describeProvision.js';
import { describeTerm } from './describeTerm.js';

/** A page that is made from facts, because the text itself is not at hand. */
export type PageName =
  /** A Section, Schedule or Appendix; `provision` is the place to show in it. */
  | { readonly kind: 'part'; readonly id: string; readonly provision?: string }
  | { readonly kind: 'modification'; readonly id: string }
  | { readonly kind: 'name'; readonly id: string };

export interface GeneratedPage {
  readonly text: string;
  /** Zero-based line of the provision asked for. */
  readonly line: number;
}

const warning =
  'This page is made from the facts that come with the extension. It is not the text of the Code. To read and check the Code itself, put your copy of it into the code folder (setting `smartEnergyCode.codeFolder`).';

/** The page for a name that the facts know: a term, a document, a body, a part. */
export function pageOf(view: DocumentView, name: string): PageName | undefined {
  const named = view.catalogue.names.get(name);
  if (named?.kind === 'part') return { kind: 'part', id: formatOwner(named.owner) };
  return named || view.catalogue.terms.has(name) ? { kind: 'name', id: name } : undefined;
}

/** Makes a page as Markdown; undefined for a name that the facts do not know. */
export function generatedPage(view: DocumentView, page: PageName): GeneratedPage | undefined {
  switch (page.kind) {
    case 'part':
      return partPage(view, page.id, page.provision);
    case 'modification':
      return contentPage(describeModification(view, page.id));
    case 'name': {
      const entry = view.factTable.get(page.id);
      if (!entry) return undefined;
      const content = entry.fact
        ? describeTerm(view, { entry, sites: [] }, undefined)
        : entry.named && describeNamed(view, entry.named);
      return content && contentPage(content);
    }
  }
}

function contentPage(content: Content): GeneratedPage {
  const sources = content.sources.map((source) => `- ${escapeMarkdown(source)}`);
  const lines = [
    `# ${escapeMarkdown(content.title)}`,
    '',
    `> ${warning}`,
    '',
    ...renderMarkdown(content).split('\n').slice(2),
    '',
  ];
  if (sources.length > 0) lines.push('## Sources', '', ...sources, '');
  return { text: lines.join('\n'), line: 0 };
}

function partPage(view: DocumentView, key: string, provision: string | undefined): GeneratedPage | undefined {
  const owner = parseOwner(key);
  if (!owner) return undefined;
  const content = describeProvision(view, key, provisionId(owner), owner.kind);
  const lines = [`# ${escapeMarkdown(content.title)}`, '', `> ${warning}`, ''];
  const outline = owner.kind === 'section' ? sectionOutline(view.catalogue, owner.letter) : [];
  let line = 0;
  if (outline.length > 0) {
    lines.push('## What is known of it', '');
    for (const entry of outline) {
      if (provision !== undefined && isAtOrBefore(entry.number, provision)) line = lines.length;
      lines.push(`${'  '.repeat(entry.depth)}- ${escapeMarkdown(entry.words)}`);
    }
    lines.push('', 'The list holds only what was seen in sources; it is not complete.', '');
  }
  lines.push(...renderMarkdown(content).split('\n').slice(2), '');
  if (content.sources.length > 0)
    lines.push('## Sources', '', ...content.sources.map((source) => `- ${escapeMarkdown(source)}`), '');
  return { text: lines.join('\n'), line };
}

interface OutlineEntry {
  readonly number: string;
  readonly depth: number;
  readonly words: string;
}

function sectionOutline(catalogue: Catalogue, letter: string): OutlineEntry[] {
  const section = catalogue.sections.get(letter);
  if (!section) return [];
  const entries = new Map<string, OutlineEntry>();
  for (const { number, heading, asOf, status } of section.subsections ?? []) {
    if (entries.has(number)) continue;
    const doubt =
      status === 'recalled'
        ? ' (not confirmed)'
        : status === 'superseded'
          ? ' (early heading, since replaced)'
          : '';
    entries.set(number, {
      number,
      depth: 0,
      words: `${number} ${heading ?? '(heading not seen)'}${asOf ? `, ${asOf}` : ''}${doubt}`,
    });
  }
  for (const { number, sideHeading, status } of section.clauses ?? []) {
    if (status === 'recalled') continue;
    entries.set(number, {
      number,
      depth: 1,
      words: sideHeading === undefined ? number : `${number} ${sideHeading}`,
    });
  }
  return [...entries.values()].sort((a, b) => compareNumbers(a.number, b.number));
}

function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function isAtOrBefore(number: string, provision: string): boolean {
  const id = parseProvisionId(provision);
  return id !== undefined && compareNumbers(number, provision) <= 0;
}

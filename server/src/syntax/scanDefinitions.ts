import { ForwardSearch } from '../text/forwardSearch.js';
import type { Span } from '../text/span.js';
import { announcesDefinitions, termsOfCell } from './definitionLists.js';
import type { Block, DocumentTree, Provision } from './documentTree.js';
import type { Quotation } from './scanQuotations.js';
import { type Definition, type Source, make } from './definition.js';
import {
  bareBracket,
  abbreviationBracket,
  construedAccordingly,
  collectBareBrackets,
  collectNamedBrackets,
  wordsInBracket,
  collectAbbreviations,
  collectOtherForms,
} from './bracketDefinitions.js';
import { opensList, readQuotation } from './quotedDefinitions.js';
import { behindPlace, collectBehindPlaces, collectHeads, listsOfDefinitions } from './unquotedDefinitions.js';

/**
 * Finds every definition of a text (legal-text.md, Defined terms): rows of lists, quoted terms that a bracket or a verb
 * defines, bare brackets behind the thing they name, abbreviations, and terms that an agreement names in quotation marks.
 */
export function scanDefinitions(source: Source): Definition[] {
  const definitions: Definition[] = [];
  const announced = announcedScopes(source);
  collectRows(source, definitions);
  const bare = new ForwardSearch(source.text, bareBracket);
  const named = new ForwardSearch(source.text, wordsInBracket);
  const abbreviations = new ForwardSearch(source.text, abbreviationBracket);
  const forms = new ForwardSearch(source.text, construedAccordingly);
  const places = new ForwardSearch(source.text, behindPlace);
  const lists = listsOfDefinitions(source);
  let quotation = 0;
  const { blocks } = source.tree;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (block.kind !== 'text' && block.kind !== 'cell') continue;
    while (
      quotation < source.quotations.length &&
      (source.quotations[quotation] as Quotation).inner.start < block.textStart
    )
      quotation++;
    for (let i = quotation; i < source.quotations.length; i++) {
      const quoted = source.quotations[i] as Quotation;
      if (quoted.start >= block.end) break;
      readQuotation(source, index, quoted, definitions);
    }
    collectBareBrackets(source, block, bare, definitions);
    collectNamedBrackets(source, block, named, definitions);
    collectAbbreviations(source, block, abbreviations, definitions);
    collectOtherForms(source, block, forms, definitions);
    collectBehindPlaces(source, index, places, definitions);
    collectHeads(source, index, isInList(source.tree, block, lists), definitions);
  }
  definitions.sort((a, b) => a.start - b.start || a.end - b.end);
  return withoutRepeats(
    announced.length === 0 ? definitions : definitions.map((one) => scoped(one, announced)),
  );
}

/** Whether a block with its own label stands in a list of definitions. */
function isInList({ provisions }: DocumentTree, { provision }: Block, lists: ReadonlySet<number>): boolean {
  return lists.has(provision) || lists.has(provisions[provision]?.parent ?? -1);
}

/** A list of definitions that its first words keep to a provision: `In this Section K, the expressions below shall …`. */
interface AnnouncedScope extends Span {
  readonly target: string;
}

function announcedScopes({ text, tree, references }: Source): AnnouncedScope[] {
  const scopes: AnnouncedScope[] = [];
  for (let index = 0; index < tree.blocks.length; index++) {
    const block = tree.blocks[index] as Block;
    if (block.kind !== 'text' || !mayNameScope(text.charCodeAt(block.textStart))) continue;
    const head = text.slice(block.textStart, Math.min(block.end, block.textStart + 200));
    if (
      !/^(?:in|for the purposes? of) this\b/i.test(head) ||
      !(opensList.test(head) || announcesDefinitions(text.slice(block.textStart, block.end)))
    )
      continue;
    const [self] = references.between(block.textStart, block.textStart + 60);
    if (!self?.isSelf || self.target.startsWith('#')) continue;
    let last = index;
    while (isInside(tree, tree.blocks[last + 1], block.provision)) last++;
    scopes.push({ start: block.end, end: (tree.blocks[last] as Block).end, target: self.target });
  }
  return scopes;
}

/** `In this …`, `For the purposes of this …`: their first letters, great and small. */
function mayNameScope(code: number): boolean {
  return code === 73 || code === 105 || code === 70 || code === 102;
}

/** Whether a block stands in a provision or in a paragraph of it, as the meanings of a list may have. */
function isInside({ provisions }: DocumentTree, block: Block | undefined, provision: number): boolean {
  if (!block) return false;
  let at = block.provision;
  while (at !== provision && at !== -1) {
    const { levels, parent } = provisions[at] as Provision;
    if (levels.length === 0) return false;
    at = parent;
  }
  return at === provision;
}

function scoped(definition: Definition, scopes: readonly AnnouncedScope[]): Definition {
  if (definition.holdsIn !== undefined) return definition;
  const scope = scopes.find(({ start, end }) => start <= definition.start && definition.end <= end);
  return scope ? { ...definition, holdsIn: scope.target } : definition;
}

function collectRows(source: Source, into: Definition[]): void {
  for (const row of source.tree.definitionRows) {
    for (const span of termsOfCell(source.text, row.term, row.meaning)) {
      into.push(make(source, span, 'row', row.meaning, row.provision, undefined));
    }
  }
}

/** One place defines a term once; a stronger form wins where two were read from the same words. */
function withoutRepeats(definitions: readonly Definition[]): Definition[] {
  const kept: Definition[] = [];
  for (const definition of definitions) {
    const last = kept.at(-1);
    if (last && last.start < definition.end && definition.start < last.end) continue;
    kept.push(definition);
  }
  return kept;
}

import type { ForwardSearch } from '../text/forwardSearch.js';
import { announcesDefinitions, isDefinitionsHeading, isNameOfThing } from './definitionLists.js';
import { make, meaningEnd, type Definition, type Source } from './definition.js';
import type { Block } from './documentTree.js';
import { scopeBefore } from './quotedDefinitions.js';

/* Terms that a verb or a colon defines where there are neither quotation marks nor columns: `1.2 Business Day means a day …`. */

const word = String.raw`[A-Z][A-Za-z0-9’'/&-]*(?:\(e?s\))?`;
const words = String.raw`${word}(?:[\s\u00a0]+(?:(?:of|and|for|to|the|or|in)[\s\u00a0]+){0,2}${word}){0,7}`;
const means = String.raw`(?:means?\b(?![\s\u00a0]+(?:that|of)\b)|(?:shall|will)[\s\u00a0]+mean\b|has[\s\u00a0]+the[\s\u00a0]+(?:same[\s\u00a0]+)?meaning\b|shall[\s\u00a0]+have[\s\u00a0]+the[\s\u00a0]+meaning\b)`;
const aside = String.raw`(?:,[\s\u00a0]+(?:in[\s\u00a0]+(?:relation[\s\u00a0]+to|respect[\s\u00a0]+of)|when[\s\u00a0]+used|as[\s\u00a0]+(?:used|applied)|with[\s\u00a0]+respect[\s\u00a0]+to)\b[^.;:“”"]{1,120},)?`;

/** `Business Day means a day …`, `Affiliate, in relation to a Party, means …` at the head of a clause. */
const atHead = new RegExp(String.raw`(${words})${aside}[\s\u00a0]+(?=${means})`, 'y');
/** `Deliverable: any document`, `Meter – a device` in a list that is announced. */
const entry = new RegExp(String.raw`(${words})(?:[\s\u00a0]*:|[\s\u00a0]+[–—-])[\s\u00a0]+(?=[a-z])`, 'y');
/** `In this Schedule, Relevant Year means …`, `and in clause 6, Excluded Site means …`. */
export const behindPlace = new RegExp(
  String.raw`\b(?:[Ii]n|[Ff]or[\s\u00a0]+the[\s\u00a0]+purposes?[\s\u00a0]+of)[\s\u00a0]+(?:this[\s\u00a0]+)?[A-Za-z]{4,12}(?:[\s\u00a0]+[A-Z]?\d[\w.()]{0,12})?(?:[\s\u00a0]+only)?,[\s\u00a0]+(?:the[\s\u00a0]+(?:term|expression)[\s\u00a0]+)?(${words})${aside}[\s\u00a0]+(?=${means})`,
  'g',
);

/** Longer terms are sentences. */
const longestHead = 260;

/** The definition that a clause or an item of a list opens with. */
export function collectHeads(source: Source, index: number, inList: boolean, into: Definition[]): void {
  const block = source.tree.blocks[index] as Block;
  if (block.kind !== 'text' || !isLabelled(source, block)) return;
  const { text } = source;
  const head = text.slice(block.textStart, Math.min(block.end, block.textStart + longestHead));
  const match = run(atHead, head) ?? (inList ? run(entry, head) : null);
  const term = match?.[1];
  if (!match || term === undefined || !isNameOfThing(term) || !(inList || /[\s\u00a0]/.test(term))) return;
  const span = { start: block.textStart, end: block.textStart + term.length };
  const from = block.textStart + match[0].length;
  const meaning = { start: from, end: meaningEnd(source, index, from) };
  into.push(make(source, span, 'quoted', meaning, block.provision, undefined));
}

/** A block behind a label; a line without one is read as a row of a list where the lines are read. */
function isLabelled({ tree }: Source, { provision, start, textStart }: Block): boolean {
  return textStart > start && tree.provisions[provision]?.start === start;
}

/** Terms that a place introduces. */
export function collectBehindPlaces(
  source: Source,
  index: number,
  search: ForwardSearch,
  into: Definition[],
): void {
  const block = source.tree.blocks[index] as Block;
  for (const match of search.within(block.textStart, block.end)) {
    const term = match[1] as string;
    if (!isNameOfThing(term)) continue;
    const start = match.index + match[0].lastIndexOf(term);
    const span = { start, end: start + term.length };
    const from = match.index + match[0].length;
    const meaning = { start: from, end: meaningEnd(source, index, from) };
    const holdsIn = scopeBefore(source, match.index, start);
    into.push(make(source, span, 'quoted', meaning, block.provision, holdsIn));
  }
}

/** The provisions whose items may be definitions: those under a heading that says so, or whose words announce them. */
export function listsOfDefinitions({ text, tree }: Source): ReadonlySet<number> {
  const lists = new Set<number>();
  tree.provisions.forEach(({ heading, sideHeading, parent }, i) => {
    if (lists.has(parent) || isDefinitionsHeading(heading) || isDefinitionsHeading(sideHeading)) lists.add(i);
  });
  for (const { kind, provision, textStart, end } of tree.blocks) {
    if (kind !== 'text' || text[end - 1] !== ':' || provision === -1) continue;
    if (announcesDefinitions(text.slice(textStart, end))) lists.add(provision);
  }
  return lists;
}

function run(pattern: RegExp, head: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(head);
}

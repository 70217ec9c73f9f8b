import { firstAtOrAfter } from '../text/span.js';
import { finish, type Steps } from '../text/steps.js';
import type { DocumentFacts } from './documentFacts.js';

/** The blocks of one text in which each capitalised word stands (ascending), by the word as matchers know it. */
export type WordMap = ReadonlyMap<string, readonly number[]>;

const maps = new WeakMap<DocumentFacts, WordMap>();

/**
 * The map of a text: made when it is first asked for, and kept as long as the text stays as it is. A hyphenated word is found
 * whole and by each of its capitalised parts, since a term may begin at any of them.
 */
export function wordMapOf(document: DocumentFacts): WordMap {
  return finish(wordMapInSteps(document));
}

/** The same in steps. */
export function* wordMapInSteps(document: DocumentFacts): Steps<WordMap> {
  const held = maps.get(document);
  if (held) return held;
  const made = yield* makeMap(document);
  maps.set(document, made);
  return made;
}

/** So many words are put into the map in one step, counted in pairs of offsets. */
const offsetsInStep = 4000;

function* makeMap({ capitals, reading, tree }: DocumentFacts): Steps<WordMap> {
  const map = new Map<string, number[]>();
  const add = (word: string, block: number): void => {
    const held = map.get(word);
    if (!held) map.set(word, [block]);
    else if (held.at(-1) !== block) held.push(block);
  };
  let block = 0;
  for (let i = 0; i < capitals.length; i += 2) {
    if (i % offsetsInStep === offsetsInStep - 2) yield;
    const start = capitals[i] as number;
    while (block + 1 < tree.blocks.length && (tree.blocks[block + 1]?.start ?? Infinity) <= start) block++;
    const word = reading.text.slice(start, capitals[i + 1]).replace(/\u2011/g, '-');
    add(word, block);
    if (!word.includes('-')) continue;
    for (const part of word.split('-')) if (/^[A-Z]/.test(part)) add(part, block);
    const behindPrefix = word.slice(word.indexOf('-') + 1);
    if (behindPrefix.includes('-')) add(behindPrefix, block);
  }
  // A list that grew keeps room to grow further, several times its size for the many short ones.
  for (const [word, blocks] of map) if (blocks.length > 1) map.set(word, blocks.slice());
  return map;
}

/** Where in `capitals` the words of a block begin: the index of the first start at or behind an offset, in pairs. */
export function firstCapitalAt({ capitals }: DocumentFacts, offset: number): number {
  return 2 * firstAtOrAfter(capitals.length / 2, (i) => capitals[2 * i] as number, offset);
}

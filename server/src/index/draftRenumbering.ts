import { containsProvision, formatOwner, formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Stretch } from '../syntax/readStretch.js';
import { lastAtOrBefore } from '../text/span.js';
import type { DocumentFacts } from './documentFacts.js';

/** What a draft says of new numbers: `Renumber Sections H4.2 and H4.3 as Sections H4.3 and H4.4`. */
export interface DraftRenumbering {
  readonly pairs: readonly { readonly from: ProvisionId; readonly to: ProvisionId }[];
  /** The provisions below which it has all that follows numbered anew: `and renumber the clauses that follow accordingly`. */
  readonly following: readonly string[];
}

const none: DraftRenumbering = { pairs: [], following: [] };
const held = new WeakMap<DocumentFacts, DraftRenumbering>();

/** Reads what a draft renumbers; found once for each version of its text. */
export function renumberingOf(document: DocumentFacts): DraftRenumbering {
  const known = held.get(document);
  if (known) return known;
  const found = document.role.kind === 'draft' ? readRenumbering(document) : none;
  held.set(document, found);
  return found;
}

const word = /renumber/gi;
const longestSentence = 400;
const asWord = /\b(?:as|to be|to become)[\s\u00a0]+(?:new[\s\u00a0]+)?$/i;
const allThatFollows =
  /\b(?:accordingly|consequential\w*|following|subsequent|succeeding|remaining|later|follow)\b/i;

function readRenumbering(document: DocumentFacts): DraftRenumbering {
  const words = document.places.flatMap(({ bound, start }) => wordsIn(bound.stretch).map((at) => start + at));
  if (words.length === 0) return none;
  const { text } = document.reading;
  const { blocks } = document.tree;
  const pairs: { from: ProvisionId; to: ProvisionId }[] = [];
  const following = new Set<string>();
  for (const index of words) {
    const block = blocks[lastAtOrBefore(blocks.length, (i) => blocks[i]?.start ?? 0, index)];
    if (!block) continue;
    const sentence = sentenceAround(text, block, index);
    const references = document.referencesIn(sentence);
    const turn = references.findIndex(({ start }) => asWord.test(text.slice(Math.max(0, start - 20), start)));
    if (turn > 0) {
      const from = expand(references.slice(0, turn));
      const to = expand(references.slice(turn));
      const ahead = from.slice(-to.length);
      if (ahead.length === to.length)
        to.forEach((id, i) => pairs.push({ from: ahead[i] as ProvisionId, to: id }));
    } else if (allThatFollows.test(text.slice(sentence.start, sentence.end))) {
      for (const { id } of references) following.add(formatProvisionId(parentOf(id)));
    }
  }
  return { pairs, following: [...following] };
}

const wordsHeld = new WeakMap<Stretch, readonly number[]>();

/** Where a stretch speaks of new numbers; looked for once for as long as it stays as it is. */
function wordsIn(stretch: Stretch): readonly number[] {
  const known = wordsHeld.get(stretch);
  if (known) return known;
  const found = Array.from(stretch.reading.text.matchAll(word), ({ index }) => index);
  wordsHeld.set(stretch, found);
  return found;
}

function sentenceAround(
  text: string,
  { textStart, end }: { textStart: number; end: number },
  index: number,
): { start: number; end: number } {
  const from = Math.max(textStart, index - longestSentence);
  const to = Math.min(end, index + longestSentence);
  const before = text.slice(from, index).lastIndexOf('. ');
  const behind = /[.;](?=\s|$)/.exec(text.slice(index, to));
  return { start: before === -1 ? from : from + before + 2, end: behind ? index + behind.index : to };
}

const mostInRange = 200;

/** Each provision that a list with ranges names. */
function expand(references: readonly Reference[]): ProvisionId[] {
  const ids: ProvisionId[] = [];
  references.forEach(({ id, through }, i) => {
    const last = through === undefined ? undefined : references[i + 1]?.id;
    ids.push(id);
    if (!last) return;
    const [outer, first] = split(id.number);
    const [other, end] = split(last.number);
    if (outer !== other || end - first > mostInRange) return;
    for (let number = first + 1; number < end; number++) ids.push({ ...id, number: `${outer}${number}` });
  });
  return ids;
}

/** `4.12` is `4.` and 12. */
function split(number: string): [string, number] {
  const cut = number.lastIndexOf('.') + 1;
  return [number.slice(0, cut), Number.parseInt(number.slice(cut), 10)];
}

function parentOf(id: ProvisionId): ProvisionId {
  const cut = id.number.lastIndexOf('.');
  return { ...id, number: cut === -1 ? '' : id.number.slice(0, cut), levels: [] };
}

/** The provision that is in force under another number, where the draft gives it the one that is asked for. */
export function provisionBefore(draft: DocumentFacts, id: ProvisionId): ProvisionId | undefined {
  const key = formatProvisionId(id);
  for (const { from, to } of renumberingOf(draft).pairs) {
    if (formatOwner(to.owner) !== formatOwner(id.owner) || !containsProvision(formatProvisionId(to), key))
      continue;
    return {
      ...from,
      number: from.number + id.number.slice(to.number.length),
      levels: [...from.levels, ...id.levels.slice(to.levels.length)],
    };
  }
  return undefined;
}

/** Whether the draft has the clauses around a number numbered anew without saying how, so that it may be one of the new ones. */
export function isRenumbered(draft: DocumentFacts, id: ProvisionId): boolean {
  const { following } = renumberingOf(draft);
  const key = formatProvisionId(id);
  return following.some((parent) => containsProvision(parent, key));
}

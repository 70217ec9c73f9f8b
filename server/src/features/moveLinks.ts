import type { DocumentFacts } from '../index/documentFacts.js';
import type { Edit } from '../text/edit.js';

/** A file or folder that gets another uri; all that a folder holds moves with it. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface LinkEdit extends Edit {
  readonly uri: string;
}

/** `](papers/plan.md#why)`, `](<papers/the plan.md>)`: the address without its fragment. */
const link = /\]\((?:<([^<>\n#]{1,1000})|([^()<>\s#]{1,1000}))/g;

/**
 * The Markdown links between files that a move would break, mended: those that lead to what moves, and those of texts that move
 * themselves. Links with a scheme or from the root are nobody's place in a folder and stay.
 */
export function moveLinks(documents: Iterable<DocumentFacts>, moves: readonly Move[]): LinkEdit[] {
  const edits: LinkEdit[] = [];
  for (const { uri, text } of documents) {
    const newUri = moved(uri, moves);
    for (const match of text.matchAll(link)) {
      const address = match[1] ?? match[2] ?? '';
      const target = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address) ? undefined : resolve(address, uri);
      if (target === undefined) continue;
      const newTarget = moved(target, moves);
      if (newUri === uri && newTarget === target) continue;
      const newText = relative(newUri, newTarget, match[1] !== undefined);
      const end = match.index + match[0].length;
      if (resolve(address, newUri) !== newTarget)
        edits.push({ uri, start: end - address.length, end, newText });
    }
  }
  return edits;
}

function moved(uri: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (uri === from) return to;
    if (uri.startsWith(`${from}/`)) return to + uri.slice(from.length);
  }
  return uri;
}

function resolve(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}

/** The way from one file to another: `../papers/plan.md`; with its spaces where they may stand. */
function relative(from: string, to: string, mayHoldSpaces: boolean): string {
  const base = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < steps.length - 1 && base[shared] === steps[shared]) shared++;
  const way = [...base.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
  return mayHoldSpaces ? decodeURIComponent(way) : way;
}

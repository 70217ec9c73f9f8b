import { ownPaper, type ProvisionOwner } from '../model/provisionId.js';
import type { DocumentTree, Provision } from './documentTree.js';

/**
 * What a text leaves open where a numbered clause begins, as far as it decides how the text goes on. A stretch of text with
 * the same words in the same context reads the same.
 */
export interface TreeContext {
  readonly owner: ProvisionOwner;
  readonly divisions: readonly string[];
  /** The name of the last Annex that opened outside of the parts of the Code, or empty. */
  readonly annex: string;
  /** The part, the division and the clauses around, outer ones first; they have no place in the stretch behind. */
  readonly around: readonly Provision[];
  /** Indexes in `around`, or -1. */
  readonly part: number;
  readonly division: number;
  readonly numbered: number;
  readonly number: string;
  readonly lastNumber: string;
  readonly sideHeading: string;
  readonly subject: ProvisionOwner | undefined;
  /** The number of `#` before the title of the part at hand. */
  readonly partHashes: number;
  /** Whether the whole numbers of the part at hand stand in Markdown headings. */
  readonly headedNumbers: boolean;
  /** Whether the numbers below those headings count through the part; undefined until one is met. */
  readonly paragraphsRun: boolean | undefined;
  readonly inDefinitions: boolean;
  readonly hasParts: boolean;
  /** Whether the text is an agreement of its own: a Schedule behind its clauses is its own too. */
  readonly isAgreement: boolean;
  /** Whether the text says that it has Schedules of its own. */
  readonly hasOwnSchedules: boolean;
  /** Where the text's own numbers go on behind those that a paragraph inserts. */
  readonly outer: OuterPart | undefined;
  /** The part that the file's front matter names; only at the head of a text. */
  readonly namedPart: ProvisionOwner | undefined;
}

/** The tree of a stretch of text. The provisions around it come first, and nothing in it is theirs. */
export interface TreeStretch extends DocumentTree {
  /** What it leaves open for the clause behind it. */
  readonly after: { readonly context: TreeContext; readonly sources: readonly number[] } | undefined;
}

/**
 * The part of a text's own in which a paragraph puts numbers of another text: clauses of a Section without a title, or `5.4A.1`
 * behind `2.`.
 */
export interface OuterPart {
  readonly owner: ProvisionOwner;
  readonly divisions: readonly string[];
  /** Index of its provision, or -1. */
  readonly part: number;
  /** The last of its own numbers. */
  readonly lastNumber: string;
}

/** The head of a text. */
export function contextAtHead(
  namedPart: ProvisionOwner | undefined,
  isAgreement: boolean,
  hasOwnSchedules: boolean,
): TreeContext {
  return {
    owner: ownPaper,
    divisions: [],
    annex: '',
    around: [],
    part: -1,
    division: -1,
    numbered: -1,
    number: '',
    lastNumber: '',
    sideHeading: '',
    subject: undefined,
    partHashes: 0,
    headedNumbers: false,
    paragraphsRun: undefined,
    inDefinitions: false,
    hasParts: false,
    isAgreement,
    hasOwnSchedules,
    outer: undefined,
    namedPart,
  };
}

const nowhere = { start: 0, end: 0 };

/**
 * Takes what is open out of a tree.
 *
 * @param open indexes of the part, the division and the clause that are open
 * @returns the context, and of each provision around it the index in the tree
 */
export function leaveOpen(
  provisions: readonly Provision[],
  open: Pick<TreeContext, 'part' | 'division' | 'numbered'>,
  rest: Omit<TreeContext, 'around' | 'part' | 'division' | 'numbered' | 'namedPart'>,
): NonNullable<TreeStretch['after']> {
  const held = new Set<number>();
  for (const index of [open.part, open.division, open.numbered, rest.outer?.part ?? -1]) {
    for (let at = index; at !== -1 && !held.has(at); at = (provisions[at] as Provision).parent) held.add(at);
  }
  const sources = [...held].sort((a, b) => a - b);
  const place = (index: number): number => sources.indexOf(index);
  const around = sources.map((index): Provision => {
    const provision = provisions[index] as Provision;
    return {
      ...provision,
      ...nowhere,
      label: nowhere,
      headingSpan: undefined,
      parent: place(provision.parent),
    };
  });
  const context: TreeContext = {
    ...rest,
    around,
    part: place(open.part),
    division: place(open.division),
    numbered: place(open.numbered),
    outer: rest.outer && { ...rest.outer, part: place(rest.outer.part) },
    namedPart: undefined,
  };
  return { context, sources };
}

/** Whether two contexts are the same to the text behind them. */
export function isSameContext(a: TreeContext, b: TreeContext): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A provision reaches to the start of the next one that it does not hold; `end` is where the text ends. */
export function eachEnd(
  provisions: readonly Pick<Provision, 'start' | 'parent'>[],
  end: number,
  close: (index: number, end: number) => void,
): void {
  const open: number[] = [];
  for (let i = 0; i < provisions.length; i++) {
    const { start, parent } = provisions[i] as Provision;
    while (open.length > 0 && open.at(-1) !== parent) close(open.pop() as number, start);
    open.push(i);
  }
  for (const index of open) close(index, end);
}

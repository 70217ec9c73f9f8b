import type { NameLexicon } from '../model/names.js';
import { formatOwner, type ProvisionOwner } from '../model/provisionId.js';
import type { Reading } from '../text/reading.js';
import type { Steps } from '../text/steps.js';
import type { Reference } from './bindReferences.js';
import { cutText } from './cutText.js';
import type { DocumentTree } from './documentTree.js';
import { ClauseOwners } from './clauseOwners.js';
import {
  definingTerm,
  nameProvisions,
  type AskedLandmarks,
  type Landmarks,
  type ProvisionNames,
} from './landmarks.js';
import { ParsedText } from './parsedText.js';
import { hasOwnSchedules, opensAsAgreement } from './partTitles.js';
import { bindStretch, type BoundStretch, type Stretch } from './readStretch.js';
import type { Definition } from './definition.js';
import type { DocumentVersion } from './scanDocumentVersions.js';
import type { ModificationOccurrence } from './scanModificationIds.js';
import type { Quotation } from './scanQuotations.js';
import { contextAtHead } from './treeContext.js';

/** Everything that one text says by itself, before other files and the facts are asked. Spans are reading offsets. */
export interface ParsedDocument {
  readonly reading: Reading;
  readonly tree: DocumentTree;
  /** First provision index by canonical name. */
  readonly provisionIndex: ReadonlyMap<string, number>;
  /** Canonical names that more than one provision of the text has. */
  readonly repeatedKeys: ReadonlySet<string>;
  /** Sorted by start. */
  readonly references: readonly Reference[];
  readonly modifications: readonly ModificationOccurrence[];
  readonly documentVersions: readonly DocumentVersion[];
  readonly definitions: readonly Definition[];
  readonly quotations: readonly Quotation[];
  /** Starts and ends of the words with a capital, in pairs. */
  readonly capitals: Uint32Array;
  /** Whether only references and terms were looked for, because of the text's size or shape. */
  readonly isShallow: boolean;
}

export interface ParseOptions {
  readonly lexicon: NameLexicon;
  /** The part that the file's front matter names. */
  readonly part?: ProvisionOwner;
  readonly isShallow?: boolean;
  /** The text's last version: what the edit left alone is not read again. */
  readonly before?: ParsedText | undefined;
  /** A text that is being edited is read in stretches of about so many characters: its next version takes over most of them. */
  readonly stretchSize?: number;
}

/** Reads a text whole, in steps. Never throws; linear in its length, and in that of the edit where its last version is given. */
export function* parseInSteps(text: string, options: ParseOptions): Steps<ParsedText> {
  const { lexicon, stretchSize = Infinity } = options;
  const before = options.before?.lexicon === lexicon ? options.before : undefined;
  const isPaper = options.part === undefined;
  const head = contextAtHead(
    options.part,
    isPaper && opensAsAgreement(text),
    isPaper && hasOwnSchedules(text),
  );
  const stretches = yield* cutText({ text, head, lexicon, before, stretchSize });
  const names = namesOf(stretches, before);
  return new ParsedText({
    text,
    lexicon,
    stretches: yield* bindAll(stretches, names, before, stretchSize < Infinity),
    names,
    isShallow: options.isShallow ?? false,
  });
}

/** The provisions by their names: those of the last version where the edit left all names and their order alone. */
function namesOf(stretches: readonly Stretch[], before: ParsedText | undefined): ProvisionNames {
  if (before && changedNames(before.cut.stretches, stretches).length === 0) return before.names;
  return nameProvisions(ownProvisions(stretches));
}

function* ownProvisions(stretches: readonly Stretch[]): Iterable<DocumentTree['provisions'][number]> {
  for (const { tree, before } of stretches) yield* tree.provisions.slice(before.around.length);
}

/** Binds each stretch; the bindings of the last version hold where nothing that they asked for has changed. */
function* bindAll(
  stretches: readonly Stretch[],
  names: ProvisionNames,
  before: ParsedText | undefined,
  isKept: boolean,
): Steps<BoundStretch[]> {
  const held = new Map(before?.stretches.map((bound) => [bound.stretch, bound]));
  const owners = new ClauseOwners(stretches);
  const landmarks: Landmarks = { ...names, clauseOwner: (top) => owners.of(top) };
  const changed = before && before.names !== names ? changedNames(before.cut.stretches, stretches) : [];
  const terms = changed.flatMap((key) => definingTerm({ key, definition: 0 }) ?? []);
  const all: BoundStretch[] = [];
  for (const stretch of stretches) {
    const bound = held.get(stretch);
    const isSame =
      bound?.asked !== undefined &&
      !changed.some((key) => bound.asked?.keys.has(key)) &&
      !terms.some((term) => bound.asked?.terms.has(term)) &&
      hasSameOwners(bound.asked, owners);
    all.push(isSame ? bound : yield* bindStretch(stretch, landmarks, isKept));
  }
  // What is kept has asked already, and must not keep this version alive.
  if (isKept) owners.settle();
  return all;
}

function hasSameOwners({ clauses }: AskedLandmarks, owners: ClauseOwners): boolean {
  for (const [top, name] of clauses) {
    const owner = owners.of(top);
    if ((owner && formatOwner(owner)) !== name) return false;
  }
  return true;
}

/** The names of the provisions in stretches that are not the same in both; none where those names are the same, in order. */
function changedNames(before: readonly Stretch[], now: readonly Stretch[]): string[] {
  let head = 0;
  while (head < Math.min(before.length, now.length) && before[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(before.length, now.length) - head &&
    before[before.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const keysOf = (stretches: readonly Stretch[]): string[] =>
    [...ownProvisions(stretches.slice(head, stretches.length - tail))].map(({ key }) => key);
  const old = keysOf(before);
  const fresh = keysOf(now);
  const isSame = old.length === fresh.length && old.every((key, i) => key === fresh[i]);
  return isSame ? [] : [...new Set([...old, ...fresh])];
}

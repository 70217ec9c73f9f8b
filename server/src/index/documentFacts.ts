import { formatModificationId, parseModificationId } from '../model/modificationId.js';
import type { NameLexicon } from '../model/names.js';
import { normaliseTerm } from '../model/termForms.js';
import { formatOwner, parseOwner } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Definition } from '../syntax/definition.js';
import type { Provision } from '../syntax/documentTree.js';
import { parseInSteps, type ParsedDocument } from '../syntax/parseDocument.js';
import type { PlacedStretch } from '../syntax/joinTrees.js';
import { ParsedText } from '../syntax/parsedText.js';
import { opensAsAgreement } from '../syntax/partTitles.js';
import type { BoundStretch, Stretch } from '../syntax/readStretch.js';
import { readFrontMatter, type FrontMatter } from '../text/frontMatter.js';
import { LineIndex } from '../text/lineIndex.js';
import { frontMatterEnd } from '../text/masks.js';
import type { PositionEncoding } from '../text/positionEncoding.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../text/steps.js';
import { TermMatcher } from './termMatcher.js';

/** What a file is (product.md, Files). */
export type DocumentRole =
  /** A part of the Code: `key` is its canonical name. */
  | { readonly kind: 'part'; readonly key: string }
  /** A draft modification; without an id it stands alone. */
  | { readonly kind: 'draft'; readonly modification: string | undefined }
  | { readonly kind: 'paper' };

/** Something that was wrong with the bytes before they became text. */
export interface TextProblem {
  readonly kind: 'not-utf8' | 'too-large' | 'long-line';
  readonly detail: string;
}

/** A text as it came from disk or from an editor. `uri` is its identity; what it looks like is the caller's business. */
export interface DocumentSource {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The file's own name, to find a modification's id in. */
  readonly fileName: string;
  readonly inCodeFolder: boolean;
  readonly problem?: TextProblem | undefined;
  /** In what the characters of its lines are counted; UTF-16 when it is left out. */
  readonly positionEncoding?: PositionEncoding | undefined;
}

/** All that is known of one text by itself: the unit that the index holds and replaces. */
export interface DocumentFacts extends ParsedDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly role: DocumentRole;
  readonly frontMatter: FrontMatter;
  /** Whether the text speaks of the Code at all; an agreement that does not is measured by its own definitions only. */
  readonly namesTheCode: boolean;
  readonly problem: TextProblem | undefined;
  readonly lines: LineIndex;
  /** The stretches that the text was read in: one, unless it is being edited. */
  readonly stretches: readonly BoundStretch[];
  /** The same in their places. */
  readonly places: readonly PlacedStretch[];
  /** Puts the tree of a text that was just edited together, in steps, before it is asked for. */
  joinTree(): Steps<unknown>;
  /** The same for the words, the tree and the long lists. */
  joinLists(): Steps<unknown>;
  /** Lets go of what was found when it was first asked for: asked for again, it is found anew. */
  release(): void;
  /** The references that begin in a span: of a text that was just edited only the stretches around it are asked. */
  referencesIn(span: Span): readonly Reference[];
  /** A provision of the tree by its index. */
  provisionAt(index: number): Provision | undefined;
  /** The definitions of one of its stretches; offsets and indexes count in the stretch. */
  definitionsIn(stretch: BoundStretch): readonly Definition[];
}

const codeName =
  /\b(?:SEC|SECAS|SECCo|DCC|SMKI|SMETS\d?|SMIP|GBCS|DUIS|SRPD|SECMP\d+|Ofgem)\b|Smart (?:Energy Code|Metering|DCC)|Communications? Hub|\bSections? [A-Z]\d/;

/** An edit costs about as much as reading so many characters does. */
const editedStretch = 4_000;

/**
 * Parses a text and tells what it is. Pure and total.
 * @param before the text's last version, which only makes it quicker
 */
export function* readDocument(
  source: DocumentSource,
  lexicon: NameLexicon,
  before?: DocumentFacts,
): Steps<DocumentFacts> {
  const last = before instanceof TextFacts ? before : undefined;
  // A watcher tells of files that were only touched.
  if (last?.lexicon === lexicon && isSameSource(last.source, source)) return last;
  const frontMatter = frontMatterOf(source.text, last);
  const part = frontMatter.part === undefined ? undefined : parseOwner(frontMatter.part);
  const parsed = yield* parseInSteps(source.text, {
    lexicon,
    isShallow: source.problem !== undefined && source.problem.kind !== 'not-utf8',
    ...(part ? { part } : {}),
    before: last,
    // A file on disk has version 0; what an editor holds will change again.
    ...(source.version > 0 ? { stretchSize: editedStretch } : {}),
  });
  return new TextFacts(source, frontMatter, parsed);
}

function isSameSource(a: DocumentSource, b: DocumentSource): boolean {
  return (
    a.version === b.version &&
    a.fileName === b.fileName &&
    a.inCodeFolder === b.inCodeFolder &&
    a.positionEncoding === b.positionEncoding &&
    a.problem?.kind === b.problem?.kind &&
    a.problem?.detail === b.problem?.detail &&
    a.text === b.text
  );
}

function frontMatterOf(text: string, last: DocumentFacts | undefined): FrontMatter {
  const end = frontMatterEnd(text);
  const isSame = last && text.slice(0, end) === last.text.slice(0, frontMatterEnd(last.text));
  return isSame ? last.frontMatter : readFrontMatter(text);
}

/** A parsed text with what its file says of it. */
class TextFacts extends ParsedText implements DocumentFacts {
  readonly source: DocumentSource;
  readonly uri: string;
  readonly version: number;
  readonly role: DocumentRole;
  readonly frontMatter: FrontMatter;
  readonly namesTheCode: boolean;
  readonly problem: TextProblem | undefined;
  readonly #isAgreement: boolean;
  readonly #positionEncoding: PositionEncoding | undefined;
  #lines: LineIndex | undefined;
  #used: readonly Definition[] | undefined;
  #kept: ReadonlySet<Definition> | undefined;

  constructor(source: DocumentSource, frontMatter: FrontMatter, parsed: ParsedText) {
    super(parsed);
    this.source = source;
    this.uri = source.uri;
    this.version = source.version;
    this.frontMatter = frontMatter;
    this.problem = source.problem;
    this.#positionEncoding = source.positionEncoding;
    this.role = roleOf(source, frontMatter, parsed);
    const namesTheCode = parsed.stretches.some(({ stretch }) => hasCodeName(stretch));
    this.namesTheCode = namesTheCode || this.role.kind !== 'paper';
    this.#isAgreement = this.role.kind === 'paper' && (!namesTheCode || opensAsAgreement(this.text));
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text, this.#positionEncoding));
  }

  override release(): void {
    super.release();
    this.#lines = undefined;
  }

  override get definitions(): readonly Definition[] {
    return (this.#used ??= this.joinDefinitions((stretch) => this.definitionsIn(stretch)));
  }

  definitionsIn({ definitions }: BoundStretch): readonly Definition[] {
    const kept = (this.#kept ??= this.#chooseDefinitions());
    return definitions.filter((definition) => kept.has(definition));
  }

  /** `Registration Data Provider (RDP)` in a paper about the Code defines the abbreviation of a term, and not the term. */
  #isKnown({ form, term }: Definition): boolean {
    return (
      form === 'abbreviation' &&
      term.includes(' ') &&
      !this.#isAgreement &&
      this.lexicon.isTerm(normaliseTerm(term))
    );
  }

  #chooseDefinitions(): ReadonlySet<Definition> {
    const isUsed = usedDefinitions(this, super.definitions, this.#isAgreement);
    const all = this.stretches.flatMap((stretch) => stretch.definitions);
    return new Set(all.filter((definition, i) => isUsed[i] && !this.#isKnown(definition)));
  }
}

const namings = new WeakMap<Stretch, boolean>();

function hasCodeName(stretch: Stretch): boolean {
  const held = namings.get(stretch);
  if (held !== undefined) return held;
  const isNamed = codeName.test(stretch.reading.text);
  namings.set(stretch, isNamed);
  return isNamed;
}

function roleOf(source: DocumentSource, frontMatter: FrontMatter, parsed: ParsedDocument): DocumentRole {
  const part = frontMatter.part === undefined ? undefined : parseOwner(frontMatter.part);
  if (frontMatter.modification !== undefined) {
    const id = parseModificationId(frontMatter.modification);
    return { kind: 'draft', modification: id ? formatModificationId(id) : frontMatter.modification };
  }
  if (part) return { kind: 'part', key: formatOwner(part) };
  const { parts, provisions, hasInstruction } = parsed.tree;
  const [first] = parts;
  if (first && source.inCodeFolder && isAtHead(parsed, provisions[first.provision]?.start ?? 0)) {
    return { kind: 'part', key: first.key };
  }
  const opensPart = parts.some(({ provision }) =>
    provisions.some((inner) => inner.parent === provision && inner.number !== ''),
  );
  if (first && (opensPart || hasInstruction)) return { kind: 'draft', modification: idOf(source, parsed) };
  return { kind: 'paper' };
}

/** Whether nothing but page furniture stands before the offset. */
function isAtHead(parsed: ParsedDocument, offset: number): boolean {
  return parsed.tree.blocks.every(
    (block) => block.kind === 'contents' || block.start >= offset || block.end > offset,
  );
}

/** The first modification id in the file's name or in the head of the text. */
function idOf(source: DocumentSource, parsed: ParsedDocument): string | undefined {
  const named = /(?:SECMP|DP|MP)[\s_-]?\d{2,5}[A-Z]?/i.exec(source.fileName)?.[0].replace(/_/g, '');
  const fromName = named === undefined ? undefined : parseModificationId(named);
  if (fromName) return formatModificationId(fromName);
  const head = parsed.tree.parts[0]
    ? (parsed.tree.provisions[parsed.tree.parts[0].provision]?.start ?? 0)
    : 0;
  return parsed.modifications.find(({ start }) => start <= head)?.canonical;
}

/**
 * Which definitions count, and do not only look like one: a term in quotation marks counts only in an agreement of its own that uses it
 * without them, and only where it is first quoted; the weak forms give way to a real definition of the same term, unless the
 * agreement has used the term by then, which makes the later one a second definition.
 */
function usedDefinitions(
  parsed: ParsedDocument,
  definitions: readonly Definition[],
  isAgreement: boolean,
): boolean[] {
  const strong = new Map<string, number>();
  for (const { term, form, start } of definitions)
    if ((form === 'row' || form === 'quoted') && !strong.has(term)) strong.set(term, start);
  const seen = new Set<string>();
  const firstUses = isAgreement ? usesBehindNames(parsed, definitions) : new Map<string, number>();
  return definitions.map(({ term, form }) => {
    if (form === 'row' || form === 'quoted') return true;
    if (seen.has(term)) return false;
    const defined = strong.get(term);
    const used = form === 'named' ? firstUses.get(term) : undefined;
    if (form === 'named' && used === undefined) return false;
    if (defined !== undefined && (used === undefined || used > defined)) return false;
    seen.add(term);
    return true;
  });
}

/** Where the text first uses each of its quoted terms without the marks, once it has quoted it; else where it does before. */
function usesBehindNames(parsed: ParsedDocument, definitions: readonly Definition[]): Map<string, number> {
  const matcher = new TermMatcher<string>();
  const named = new Map<string, number>();
  for (const { term, form, start } of definitions) {
    if (form !== 'named' || named.has(term)) continue;
    matcher.add(term, term);
    named.set(term, start);
  }
  if (named.size === 0) return named;
  const used = new Map<string, number>();
  const before = new Set<string>();
  const { text } = parsed.reading;
  const headings = parsed.tree.provisions.flatMap(({ headingSpan }) => headingSpan ?? []);
  let heading = 0;
  for (let i = 0; i < parsed.capitals.length; i += 2) {
    const start = parsed.capitals[i] as number;
    while (heading < headings.length && (headings[heading] as Span).end <= start) heading++;
    if ((headings[heading]?.start ?? Infinity) <= start) continue;
    const found = matcher.find(text, start, parsed.capitals[i + 1] as number, text.length);
    if (!found || isQuoted(text, start, found.end) || start === named.get(found.value)) continue;
    if (start < (named.get(found.value) as number)) before.add(found.value);
    else if (!used.has(found.value)) used.set(found.value, start);
  }
  for (const term of before) if (!used.has(term)) used.set(term, Infinity);
  return used;
}

function isQuoted(text: string, start: number, end: number): boolean {
  return (
    /[“"‘']\s*$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^,?\s*[”"’'](?![a-z])/.test(text.slice(end, end + 3))
  );
}

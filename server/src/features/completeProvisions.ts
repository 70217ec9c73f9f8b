import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { headingsOf } from '../index/provisionHeadings.js';
import {
  containsProvision,
  formatOwner,
  parseProvisionId,
  type ProvisionId,
  type ProvisionOwner,
} from '../model/provisionId.js';
import { spanAt } from '../text/span.js';
import { blockAt } from './blockAt.js';
import { endOf, limited, type Completion, type CompletionPlace, type Completions } from './completion.js';
import { inTitleCase } from './headingCase.js';
import { provisionLabel } from './placeLabel.js';

/** The heading of the provision that a reference right before the bracket means. */
export function completeHeading({ view, before, after, offset }: CompletionPlace): Completions | undefined {
  const bracket = /[ \u00a0]+\([A-Za-z ,&’'-]{0,80}$/.exec(before);
  if (!bracket || bracket[0].trimStart() === before.trimStart()) return undefined;
  const end = offset - bracket[0].length;
  const reference = spanAt(view.document.references, end);
  if (reference?.end !== end) return undefined;
  const headings = headingsOf(view, reference.id).filter(({ isRecalled }) => !isRecalled);
  const typed = bracket[0].trimStart().slice(1);
  const closes = after.startsWith(')') ? 1 : 0;
  const seen = new Set<string>();
  const items = headings.flatMap(({ words, atHand }): Completion[] => {
    const heading = inTitleCase(view, words);
    if (seen.has(heading.toLowerCase())) return [];
    seen.add(heading.toLowerCase());
    return [
      {
        kind: 'heading',
        label: heading,
        detail: atHand
          ? `heading of ${provisionLabel({ key: reference.target, owner: reference.id.owner })}`
          : 'heading, from facts',
        replaces: { start: offset - typed.length, end: offset + closes },
        newText: `${heading})`,
        explains: undefined,
      },
    ];
  });
  return items.length === 0 ? undefined : { items, isIncomplete: false };
}

const lettered =
  /(?<![A-Za-z])(?:(?:SEC[ \u00a0]+)?Sections?|SEC|this Section)[ \u00a0]+((?:[A-Z][A-Z0-9.]*(?:\([A-Za-z0-9]{1,5}\))*(?:,[ \u00a0]+|[ \u00a0]+(?:and|or|to)[ \u00a0]+)){0,5})([A-Z]?[A-Z0-9.]{0,12}(?:\([A-Za-z0-9]{0,5}\)?){0,4})$/;
const numbered =
  /(?<![A-Za-z])(?:[Cc]lauses?|[Pp]aragraphs?|[Ss]ection)[ \u00a0]+((?:\d[\d.A-Z]*(?:\([A-Za-z0-9]{1,5}\))*(?:,[ \u00a0]+|[ \u00a0]+(?:and|or|to)[ \u00a0]+)){0,5})(\d[\d.A-Z]{0,10}(?:\([A-Za-z0-9]{0,5}\)?){0,4}|)$/;

/**
 * Provisions behind `Section ` and `clause `, level by level with their headings: the Sections, the sub-sections of one, its
 * clauses, their paragraphs. Numbers without a letter are those of the part at hand.
 */
export function completeProvisions(place: CompletionPlace): Completions | undefined {
  const inCode = endOf(place, lettered);
  const own = inCode ? undefined : endOf(place, numbered);
  const typed = (inCode ?? own)?.match[2];
  if (typed === undefined) return undefined;
  const start = place.offset - typed.length;
  const owner = inCode ? sectionOf(typed) : ownerAt(place);
  // A bracket that the editor closed by itself goes with it.
  const end = place.offset + (/\([A-Za-z0-9]*$/.test(typed) && place.after.startsWith(')') ? 1 : 0);
  if (inCode && !owner) return sections(place, start);
  if (!owner) return undefined;
  const items = [...documentsOf(place.view, owner)].flatMap((document) =>
    levelBelow(place.view, document, owner, typed, start, end),
  );
  const unique = new Map(items.map((item) => [item.newText, item]));
  const facts = inCode ? factProvisions(place.view, owner, typed, start, end) : [];
  for (const item of facts) if (!unique.has(item.newText)) unique.set(item.newText, item);
  if (unique.size === 0) return undefined;
  return { ...limited([...unique.values()], 300), isIncomplete: true };
}

function sectionOf(typed: string): ProvisionOwner | undefined {
  const letter = typed[0];
  return letter !== undefined && /[A-Z]/.test(letter) ? { kind: 'section', letter } : undefined;
}

/** The part that bare numbers belong to where the cursor stands. */
function ownerAt({ view, offset }: CompletionPlace): ProvisionOwner | undefined {
  return blockAt(view.document, offset)?.provision?.owner;
}

function sections({ view, offset }: CompletionPlace, start: number): Completions {
  const letters = new Set([
    ...view.catalogue.sections.keys(),
    ...[...view.code.parts.keys()].filter((key) => /^[A-Z]$/.test(key)),
  ]);
  const items = [...letters].sort().map((letter) => toItem(view, letter, letter, start, offset));
  return { items: items.flatMap((item) => item ?? []), isIncomplete: true };
}

/** The drafts at hand and the code folder's copy of a part. */
function* documentsOf(view: DocumentView, owner: ProvisionOwner): Iterable<DocumentFacts> {
  const key = formatOwner(owner);
  yield view.document;
  yield* view.siblings;
  for (const document of view.code.parts.get(key) ?? []) if (document !== view.document) yield document;
}

/** A provision as its number is written in its own part. */
interface WrittenProvision {
  readonly key: string;
  readonly written: string;
}

/** By the names of a text's provisions, which stay the same object from version to version for as long as no name changes. */
const writtenProvisions = new WeakMap<object, ReadonlyMap<string, readonly WrittenProvision[]>>();

/** The numbered provisions of a text, by the part that they belong to. */
function provisionsByPart(document: DocumentFacts): ReadonlyMap<string, readonly WrittenProvision[]> {
  const held = writtenProvisions.get(document.provisionIndex);
  if (held) return held;
  const byPart = new Map<string, WrittenProvision[]>();
  for (const { key, owner, number, levels, definition, divisions } of document.tree.provisions) {
    if (definition !== -1 || divisions.length > 0 || number === '') continue;
    const letter = owner.kind === 'section' ? formatOwner(owner) : '';
    const written = letter + number + levels.map((level) => `(${level})`).join('');
    const part = byPart.get(partKey(owner));
    if (part) part.push({ key, written });
    else byPart.set(partKey(owner), [{ key, written }]);
  }
  writtenProvisions.set(document.provisionIndex, byPart);
  return byPart;
}

function partKey(owner: ProvisionOwner): string {
  return `${owner.kind} ${formatOwner(owner)}`;
}

/** The provisions that go on from what is typed by one level: `D9.` gives D9.1, D9.2, …; `D` gives D1, D2, …. */
function levelBelow(
  view: DocumentView,
  document: DocumentFacts,
  owner: ProvisionOwner,
  prefix: string,
  start: number,
  end: number,
): Completion[] {
  const items: Completion[] = [];
  for (const { key, written } of provisionsByPart(document).get(partKey(owner)) ?? []) {
    if (!written.startsWith(prefix) || isDeeper(written.slice(prefix.length), prefix)) continue;
    const item = toItem(view, key, written, start, end);
    if (item) items.push(item);
  }
  return items;
}

/** Whether what is still to be written takes more than the step that was begun, or the next one where none was. */
function isDeeper(rest: string, prefix: string): boolean {
  const steps = rest.match(/\.|\(/g)?.length ?? 0;
  const isBegun = /[A-Za-z0-9]$/.test(prefix) && prefix.length > 1;
  return isBegun ? steps > 1 || (steps === 1 && !/^[.(]/.test(rest)) : steps > 0;
}

function factProvisions(
  view: DocumentView,
  owner: ProvisionOwner,
  prefix: string,
  start: number,
  end: number,
): Completion[] {
  if (owner.kind !== 'section' || view.code.parts.has(owner.letter)) return [];
  const facts = view.catalogue.sections.get(owner.letter);
  const numbers = [
    ...(facts?.subsections ?? []).filter(({ status }) => status !== 'recalled'),
    ...(facts?.clauses ?? []).filter(({ status }) => status !== 'recalled'),
  ].map(({ number }) => number);
  return [...new Set(numbers)]
    .filter(
      (number) =>
        number.startsWith(prefix) &&
        containsProvision(owner.letter, number) &&
        !isDeeper(number.slice(prefix.length), prefix),
    )
    .flatMap((number) => toItem(view, number, number, start, end) ?? []);
}

function toItem(
  view: DocumentView,
  key: string,
  written: string,
  start: number,
  end: number,
): Completion | undefined {
  const id: ProvisionId | undefined = parseProvisionId(key);
  if (!id) return undefined;
  const [heading] = headingsOf(view, id).filter(({ isRecalled }) => !isRecalled);
  return {
    kind: 'provision',
    label: written,
    detail: heading?.words ?? '',
    replaces: { start, end },
    newText: written,
    explains: key,
  };
}

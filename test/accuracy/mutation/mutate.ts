import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { isFindingCode } from '../../../server/src/findings/codes.js';
import type { WorkspaceIndex } from '../../../server/src/index/workspaceIndex.js';
import { LineIndex } from '../../../server/src/text/lineIndex.js';
import { overlaps, type Span } from '../../../server/src/text/span.js';
import { Random } from '../../support/random.js';
import type { CaseFile, LabelledCase, Labels } from '../labels.js';
import { openCase, putText, readFindings, type FoundFinding } from '../readCase.js';
import type { RealAgreement } from '../realTexts.js';
import type { Edit, Mutant, MutableText, MutationKind } from './mutableText.js';
import type { MutationBoard } from './mutationScore.js';
import {
  directionTurned,
  headingAltered,
  idShortened,
  meaningElsewhere,
  otherSection,
  referenceBroken,
  titleAltered,
} from './references.js';
import { bracketDropped, dateImpossible, figuresWrong, numberRepeated, numberSkipped } from './signs.js';
import {
  capitalsLost,
  circular,
  definitionRemoved,
  definitionRepeated,
  definitionUnused,
  isLeftUndefined,
  letterKinds,
  rowsSwapped,
} from './terms.js';

export const mutationKinds: readonly MutationKind[] = [
  definitionRemoved,
  ...letterKinds,
  capitalsLost,
  definitionRepeated,
  definitionUnused,
  rowsSwapped,
  circular,
  meaningElsewhere,
  referenceBroken,
  headingAltered,
  otherSection,
  directionTurned,
  numberSkipped,
  numberRepeated,
  figuresWrong,
  bracketDropped,
  idShortened,
  titleAltered,
  dateImpossible,
];

/** Puts single faults of every kind, at most so many of each, into each labelled file of a case, and adds up what was found. */
export function mutateCase(
  labelled: LabelledCase,
  catalogue: Catalogue,
  board: MutationBoard,
  mostOfAKind = 12,
): void {
  if (!labelled.scored.has('findings')) return;
  const index = openCase(labelled, catalogue);
  const definedTerms = labelled.files.flatMap(
    (file) =>
      file.labels?.definitions.map(({ term }) => term) ??
      index.get(file.name)?.definitions.map(({ term }) => term) ??
      [],
  );
  for (const file of labelled.files) {
    const view = file.labels && index.view(file.name);
    if (!file.labels || !view) continue;
    const baseline = readFindings(view, labelled.asAt);
    const { text, labels } = file;
    const mutable: MutableText = { file, text, labels, view, catalogue, baseline, definedTerms };
    for (const [number, kind] of mutationKinds.entries()) {
      if (!kind.codes.some(isFindingCode)) continue;
      const random = new Random(number * 7919 + text.length);
      const places = shuffle([...kind.mutants(mutable, (choices) => random.pick(choices))], random);
      let made = 0;
      for (const make of places) {
        const mutant = made < mostOfAKind ? make() : undefined;
        if (!mutant) continue;
        made++;
        judge(labelled, index, mutable, mutant, board, kind.name);
      }
    }
    putText(index, file, text, 0);
  }
}

function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}

let version = 0;

function judge(
  labelled: LabelledCase,
  index: WorkspaceIndex,
  { file, text, baseline }: MutableText,
  mutant: Mutant,
  board: MutationBoard,
  kind: string,
): void {
  const edits = mutant.edits.toSorted((a, b) => a.start - b.start);
  const fresh = newFindings(labelled, index, file, baseline, applyEdits(text, edits), edits);
  score(
    board,
    kind,
    fresh,
    mutant.codes,
    mutant.places.map((place) => moved(place, edits)),
    mutant.follows ?? [],
    `${labelled.name}/${file.name}:${new LineIndex(text).positionAt(mutant.edits[0]?.start ?? 0).line + 1} ${mutant.note}`,
  );
}

function newFindings(
  labelled: LabelledCase,
  index: WorkspaceIndex,
  file: CaseFile,
  baseline: readonly FoundFinding[],
  mutated: string,
  edits: readonly Edit[],
): FoundFinding[] {
  putText(index, file, mutated, ++version);
  const view = index.view(file.name);
  if (!view) throw new Error(`${file.name} was not read`);
  const keyOf = ({ code, start, end }: FoundFinding): string => `${code} ${start} ${end}`;
  const before = new Set(baseline.map((finding) => keyOf({ ...finding, ...moved(finding, edits) })));
  return readFindings(view, labelled.asAt).filter((finding) => !before.has(keyOf(finding)));
}

function score(
  board: MutationBoard,
  kind: string,
  fresh: readonly FoundFinding[],
  codes: readonly string[],
  places: readonly Span[],
  follows: readonly string[],
  note: string,
): void {
  const isExpected = (finding: FoundFinding): boolean =>
    codes.includes(finding.code) && places.some((place) => overlaps(place, finding));
  const tally = board.score(kind);
  tally.mutants++;
  const found = fresh.some(isExpected);
  const others = fresh.filter((finding) => !isExpected(finding) && !follows.includes(finding.code));
  if (found) tally.found++;
  if (found && others.length === 0) tally.exact++;
  const also = others.map(({ code, message }) => `${code}: ${message}`).join('; ');
  if (!found) tally.remarks.push(`missed ${note}${also === '' ? '' : ` BUT ${also}`}`);
  else if (also !== '') tally.remarks.push(`also   ${note}: ${also}`);
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** Where a span stands once the edits are made; one that an edit covers or touches grows over the new words. */
function moved({ start, end }: Span, edits: readonly Edit[]): Span {
  let from = start;
  let to = end;
  for (const edit of edits) {
    const growth = edit.newText.length - (edit.end - edit.start);
    if (edit.end <= start && !(edit.start === start && edit.end === start && start === end)) from += growth;
    if (edit.start < end || (edit.start === end && start === end) || edit.end <= start) to += growth;
  }
  return { start: from, end: Math.max(to, from + 1) };
}

// ---- the faults of the program that lies beside the real agreements -------------------------------------------------------

interface SharedMutant {
  readonly skipped?: boolean;
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly term?: string;
  readonly target?: string;
  readonly uses?: readonly { readonly line: number; readonly start: number; readonly end: number }[];
}

const sharedKinds = {
  'delete-definition': ['undefined-term', 'near-miss-term'],
  'misspell-term': ['near-miss-term'],
  'break-reference': ['unresolved-reference'],
  'duplicate-definition': ['duplicate-definition'],
  renumber: ['numbering'],
} as const;

const seedsOfAKind = 12;

/**
 * The faults that the program beside the real agreements makes, with its own idea of where they must be found. It also takes
 * out definitions whose uses the rules call silent: those are left out.
 */
export async function mutateShared(
  agreement: RealAgreement,
  program: string,
  catalogue: Catalogue,
  board: MutationBoard,
): Promise<void> {
  const { mutate } = (await import(pathToFileURL(program).href)) as {
    mutate: (text: string, gold: unknown, kind: string, seed: number) => SharedMutant;
  };
  const index = openCase(agreement, catalogue);
  const [file] = agreement.files as [CaseFile];
  const view = index.view(file.name);
  if (!view) throw new Error(`${file.name} was not read`);
  const baseline = readFindings(view, agreement.asAt);
  const labels = file.labels as Labels;
  const definedTerms = labels.definitions.map(({ term }) => term);
  const mutable = { file, text: file.text, labels, view, catalogue, baseline, definedTerms };
  for (const [kind, codes] of Object.entries(sharedKinds)) {
    if (!codes.some(isFindingCode)) continue;
    for (let seed = 1; seed <= seedsOfAKind; seed++) {
      const mutant = mutate(file.text, agreement.gold, kind, seed);
      if (mutant.skipped === true) continue;
      const lines = new LineIndex(mutant.text);
      const places = (mutant.uses ?? [mutant]).map(({ line, start, end }) => ({
        start: lines.lineStart(line) + start,
        end: lines.lineStart(line) + end,
      }));
      const edits = [editBetween(file.text, mutant.text)];
      // Of two definitions the later one is told of, which need not be the new one.
      if (kind === 'duplicate-definition') places.push(...laterDefinitions(labels, mutant.term, edits));
      if (mutant.uses && !isLeftUndefined(mutable, mutant.term ?? '', edits[0] as Edit)) continue;
      const fresh = newFindings(agreement, index, file, baseline, mutant.text, edits);
      const note = `${agreement.name} seed ${seed}, line ${mutant.line + 1}: ${mutant.term ?? ''}${mutant.target ?? ''}`;
      score(board, `beside: ${kind}`, fresh, codes, places, [], note);
    }
  }
}

function laterDefinitions(
  { definitions }: Labels,
  term: string | undefined,
  edits: readonly Edit[],
): { start: number; end: number }[] {
  const from = edits[0]?.start ?? 0;
  return definitions
    .filter((definition) => definition.term === term && definition.start >= from)
    .map((definition) => moved(definition, edits));
}

/** The one stretch in which two texts differ. */
function editBetween(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}

import type { Catalogue } from '../../server/src/catalogue/catalogue.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { formatOwner } from '../../server/src/model/provisionId.js';
import { normaliseTerm, termForms } from '../../server/src/model/termForms.js';
import { overlaps, type Span } from '../../server/src/text/span.js';
import {
  words,
  type CaseFile,
  type DefinitionLabel,
  type Labels,
  type LabelledCase,
  type ReferenceLabel,
  type ReferenceMatch,
  type Scored,
  type UseLabel,
} from './labels.js';
import { openCase, readFound, type FoundInFile, type FoundReference } from './readCase.js';
import { compare, type ScoreBoard } from './score.js';

/** Reads a case and adds to the board how right each labelled file was read. */
export function measureCase(labelled: LabelledCase, catalogue: Catalogue, board: ScoreBoard): void {
  const index = openCase(labelled, catalogue);
  for (const file of labelled.files) {
    if (!file.labels) continue;
    const view = index.view(file.name);
    if (!view) throw new Error(`${labelled.name}: ${file.name} was not read`);
    board.texts++;
    board.words += words(file.text);
    measureFile(labelled, { ...file, labels: file.labels }, view, board);
  }
}

function measureFile(
  labelled: LabelledCase,
  file: CaseFile & { readonly labels: Labels },
  view: DocumentView,
  board: ScoreBoard,
): void {
  const { labels } = file;
  const found = readFound(view, labelled.asAt);
  const describe = (
    item: Span & { term?: string | undefined; target?: string; message?: string },
  ): string => {
    const { line } = view.document.lines.positionAt(item.start);
    const surface = file.text.slice(item.start, item.end).replace(/\s+/g, ' ').slice(0, 100);
    const detail = [item.term, item.target, item.message].filter((one) => one !== undefined).join(' ');
    return `${labelled.name}/${file.name}:${line + 1} “${surface}” ${detail}`;
  };
  const neutral = (of: Scored) => {
    const spans = labels.neutral.filter((span) => span.of === undefined || span.of === of);
    return (item: Span): boolean => spans.some((span) => overlaps(span, item));
  };
  const { scored } = labelled;
  if (scored.has('definitions')) {
    const score = compare<DefinitionLabel, FoundInFile['definitions'][number]>({
      gold: labels.definitions,
      found: found.definitions,
      matches: (gold, one) => sameSpan(gold, one) && isDefinition(view, gold, one),
      isNeutralFound: neutral('definitions'),
      describe: (item) => `${describe(item)} (${item.scope ?? 'scope by place'})`,
    });
    board.score('definitions').add(score);
  }
  if (scored.has('uses')) {
    const score = compare<UseLabel, FoundInFile['uses'][number]>({
      gold: labels.uses,
      found: found.uses,
      matches: (gold, one) => sameSpan(gold, one) && isUse(file.text, gold, one.term),
      isNeutralFound: neutral('uses'),
      describe,
    });
    board.score('uses').add(score);
  }
  if (scored.has('references')) {
    const isNeutral = neutral('references');
    // A reference that is marked as a fault alone has no target that could be right.
    const broken = labels.faults.filter(({ code }) => code.endsWith('-reference'));
    const score = compare<ReferenceLabel, FoundReference>({
      gold: labels.references,
      found: found.references,
      matches: (gold, one) => isReference(file.text, gold, one, labelled.referenceMatch),
      isNeutralGold: (gold) => gold.isNeutral === true,
      isNeutralFound: (one) =>
        isNeutral(one) ||
        isBeyond(one, labelled.referenceMatch) ||
        broken.some((fault) => sameSpan(fault, one)),
      describe: (item) => `${describe(item)}${item.through === undefined ? '' : ` through ${item.through}`}`,
    });
    board.score('references').add(score);
  }
  if (scored.has('findings'))
    measureFindings(labels, found, labelled.unjudged, neutral('findings'), describe, board);
}

function measureFindings(
  { faults }: Labels,
  { findings }: FoundInFile,
  unjudged: ReadonlySet<string>,
  isNeutralFound: (found: Span) => boolean,
  describe: (item: Span) => string,
  board: ScoreBoard,
): void {
  const codes = new Set([...faults, ...findings].map(({ code }) => code));
  for (const code of codes) {
    const score = compare<Span, Span>({
      gold: faults.filter((fault) => fault.code === code),
      found: findings.filter((finding) => finding.code === code && !unjudged.has(code)),
      matches: (gold, found) => overlaps(gold, found),
      isNeutralFound,
      describe,
    });
    board.score(code).add(score);
  }
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function isDefinition(
  view: DocumentView,
  gold: DefinitionLabel,
  found: { readonly term: string; readonly scope: string },
): boolean {
  const scope = gold.scope ?? scopeByPlace(view, gold.start);
  return normaliseTerm(gold.term) === normaliseTerm(found.term) && found.scope === scope;
}

/** The scope of a definition whose label names none: that of the text, or of the part of the Code that it stands in. */
function scopeByPlace(view: DocumentView, offset: number): string {
  const { role, tree, reading } = view.document;
  if (role.kind === 'paper') return 'document';
  let owner: string | undefined;
  for (const part of tree.parts)
    if (reading.toFile(tree.provisions[part.provision]?.start ?? 0) <= offset)
      owner = formatOwner(part.owner);
  owner ??= role.kind === 'part' ? role.key : undefined;
  if (owner === undefined) return 'document';
  return /^[A-Z]$/.test(owner) ? 'Code' : owner;
}

function isUse(text: string, { start, end, term }: UseLabel, found: string): boolean {
  if (term !== undefined) {
    const [marked, read] = [normaliseTerm(term), normaliseTerm(found)];
    // One that defines both numbers (`“Cloud Service” or “Cloud Services” means`) may be read as either.
    return termForms(marked).includes(read) || termForms(read).includes(marked);
  }
  return termForms(normaliseTerm(found)).includes(normaliseTerm(text.slice(start, end)));
}

function isReference(
  text: string,
  gold: ReferenceLabel,
  found: FoundReference,
  match: ReferenceMatch,
): boolean {
  if (gold.target !== found.target) return false;
  switch (match) {
    case 'line':
      return gold.kind === found.kind && gold.start <= found.start && found.start <= gold.end;
    case 'end':
      // `Clause 9 of this document` is marked as `Clause 9`.
      return gold.end === found.start + found.text.replace(/\s+of (?:this|the) \w+$/, '').length;
    case 'span':
      return (
        sameSpan(gold, found) &&
        gold.through === found.through &&
        (gold.kind === undefined
          ? kindsOf(gold.target, text.slice(gold.start, gold.end)).includes(found.kind)
          : gold.kind === found.kind)
      );
  }
}

/** The kinds that follow from a target and its words (product.md, Names of provisions). */
function kindsOf(target: string, surface: string): readonly string[] {
  if (/^(?:SECMP|DP|MP)\d+[A-Z]?$/.test(target)) return ['modification'];
  if (/^[A-Z](?:$|[\d/])/.test(target)) return ['section'];
  if (/^#?Appendix(?:[ /]|$)/.test(target)) return ['appendix'];
  if (/^#?Annex(?:[ /]|$)/.test(target)) return ['annex'];
  if (/^#?Schedule(?:[ /]|$)/.test(target)) return ['schedule'];
  if (/Licen[cs]e\b/.test(target)) return ['licence-condition'];
  if (!target.startsWith('#')) return ['document'];
  if (/^(?:this )?(?:sub-?)?para/i.test(surface)) return ['paragraph'];
  return /^(?:this )?(?:section|clause)/i.test(surface) ? ['section'] : ['section', 'paragraph'];
}

/** What the labels of real texts leave out: documents in papers, the Code and documents in agreements. */
function isBeyond({ kind, target }: FoundReference, match: ReferenceMatch): boolean {
  if (match === 'line') return kind === 'document';
  return match === 'end' && !target.startsWith('#');
}

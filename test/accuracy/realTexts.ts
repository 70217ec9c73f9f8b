import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineIndex } from '../../server/src/text/lineIndex.js';
import type { Span } from '../../server/src/text/span.js';
import type { FaultLabel, LabelledCase, Labels, NeutralLabel, Scored } from './labels.js';

/** Real texts that lie beside the project and are not part of it. They were looked at while the product was built. */

interface GoldSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The labels of a real agreement, as its own JSON file has them. */
export interface GoldAgreement {
  readonly definitions: readonly (GoldSpan & { term: string; pointer?: boolean })[];
  readonly uses: readonly (GoldSpan & { term: string; undefined?: boolean })[];
  readonly references: readonly (GoldSpan & { target: string; broken?: boolean })[];
  readonly undefinedTerms: readonly string[] | null;
  readonly duplicateTerms?: readonly string[];
  readonly externalTerms?: readonly string[];
  /** Neutral stretches: they count neither way. */
  readonly unmarked?: readonly GoldSpan[];
  readonly ambiguous?: readonly GoldSpan[];
  readonly headings?: readonly GoldSpan[];
  readonly otherReferences?: readonly GoldSpan[];
  readonly blanks?: readonly GoldSpan[];
  readonly otherCapitalised?: readonly { readonly text: string }[];
}

export interface RealAgreement extends LabelledCase {
  readonly gold: GoldAgreement;
}

/** Nobody marked these in the agreements: what is found there is not judged. */
const unlabelled = ['definition-order', 'dangling-meaning', 'placeholder'];

/** All of them have been read while the product was tuned. */
export function realAgreements(folder: string): RealAgreement[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && existsSync(path.join(folder, name.replace(/\.txt$/, '.json'))))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const gold = JSON.parse(
        readFileSync(path.join(folder, name.replace(/\.txt$/, '.json')), 'utf8'),
      ) as GoldAgreement;
      return {
        name: name.replace(/\.txt$/, ''),
        group: 'real agreements',
        half: 'tuned',
        asAt: '2020-06-30',
        files: [{ name, text, inCodeFolder: false, labels: labelsOf(text, gold) }],
        scored: new Set(['definitions', 'uses', 'references', 'findings']),
        referenceMatch: 'end',
        unjudged: new Set([
          ...unlabelled,
          // What is derived from a text's layout does not tell what it leaves undefined.
          ...(gold.undefinedTerms === null ? ['undefined-term'] : []),
        ]),
        gold,
      };
    });
}

function labelsOf(text: string, gold: GoldAgreement): Labels {
  const lines = new LineIndex(text);
  const spanOf = ({ line, start, end }: GoldSpan): Span => ({
    start: lines.lineStart(line) + start,
    end: lines.lineStart(line) + end,
  });
  const neutral = (spans: readonly GoldSpan[] | undefined, of: Scored): NeutralLabel[] =>
    (spans ?? []).map((span) => ({ ...spanOf(span), of }));
  const faults: FaultLabel[] = [
    ...gold.uses
      .filter((use) => use.undefined === true)
      .map((use) => ({ ...spanOf(use), code: 'undefined-term' })),
    ...gold.references
      .filter(({ broken }) => broken === true)
      .map((reference) => ({ ...spanOf(reference), code: 'unresolved-reference' })),
    ...(gold.duplicateTerms ?? []).flatMap((term) =>
      gold.definitions
        .filter((definition) => definition.term === term)
        .slice(1)
        .map((definition) => ({ ...spanOf(definition), code: 'duplicate-definition' })),
    ),
  ];
  return {
    definitions: gold.definitions.map((definition) => ({
      ...spanOf(definition),
      term: definition.term,
      scope: undefined,
    })),
    uses: gold.uses
      .filter((use) => use.undefined !== true)
      .map((use) => ({ ...spanOf(use), term: use.term })),
    references: gold.references.map((reference) => ({
      ...spanOf(reference),
      target: `#${reference.target}`,
      kind: undefined,
      through: undefined,
    })),
    faults,
    neutral: [
      ...neutral(gold.unmarked, 'uses'),
      ...neutral(gold.ambiguous, 'uses'),
      ...neutral(gold.headings, 'uses'),
      ...neutral(gold.otherReferences, 'references'),
      ...neutral(gold.blanks, 'findings'),
      ...otherNames(text, gold),
    ],
  };
}

/** Names of people and places, and words that a cover page fills in, wherever they stand. */
function otherNames(text: string, gold: GoldAgreement): NeutralLabel[] {
  const names = [...(gold.externalTerms ?? []), ...(gold.otherCapitalised ?? []).map((other) => other.text)];
  const spans: NeutralLabel[] = [];
  for (const name of new Set(names)) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
      spans.push({ start: at, end: at + name.length, of: 'findings' });
  }
  return spans;
}

interface GoldReference {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly target: string;
  readonly neutral?: boolean;
}

/** Real papers about the Code with their references marked by line. */
export function realPapers(folder: string): LabelledCase[] {
  const labels = path.join(folder, 'references.jsonl');
  if (!existsSync(labels)) return [];
  const records = readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldReference);
  return [...new Set(records.map(({ file }) => file))].map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const lines = new LineIndex(text);
    const mine = records.filter(({ file }) => file === name);
    return {
      name,
      group: 'real papers',
      half: 'tuned',
      asAt: '2020-06-30',
      files: [
        {
          name,
          text,
          inCodeFolder: false,
          labels: {
            definitions: [],
            uses: [],
            references: mine.map(({ line, kind, target, neutral }) => ({
              start: lines.lineStart(line),
              end: lines.lineEnd(line),
              kind,
              target,
              through: undefined,
              isNeutral: neutral === true,
            })),
            faults: [],
            neutral: [],
          },
        },
      ],
      scored: new Set(['references']),
      referenceMatch: 'line',
      unjudged: new Set(),
    };
  });
}

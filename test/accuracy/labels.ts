import type { Span } from '../../server/src/text/span.js';

/**
 * What readers marked in a text, in one form for all labelled texts. Spans are UTF-16 offsets of the file.
 */
export interface Labels {
  readonly definitions: readonly DefinitionLabel[];
  readonly uses: readonly UseLabel[];
  readonly references: readonly ReferenceLabel[];
  readonly faults: readonly FaultLabel[];
  readonly neutral: readonly NeutralLabel[];
}

/** A stretch in which nothing, or nothing of one sort, counts either way. */
export interface NeutralLabel extends Span {
  readonly of?: Scored;
}

export interface DefinitionLabel extends Span {
  readonly term: string;
  /** As the `terms` command prints it; undefined where it follows from the place. */
  readonly scope: string | undefined;
}

export interface UseLabel extends Span {
  /** The defined form; undefined where the surface tells it. */
  readonly term: string | undefined;
}

export interface ReferenceLabel extends Span {
  readonly target: string;
  /** Undefined where it follows from the target and the words. */
  readonly kind: string | undefined;
  readonly through: string | undefined;
  /** Counts neither when it is found nor when it is not. */
  readonly isNeutral?: boolean;
}

export interface FaultLabel extends Span {
  readonly code: string;
}

export const halves = ['tuned', 'untuned'] as const;
/** Texts that were looked at while the product was tuned, and texts that were not. */
export type Half = (typeof halves)[number];

/** Which texts: our own, real agreements, real papers about the Code. */
export type Group = 'own texts' | 'real agreements' | 'real papers';

/** How a reference of a text is compared: by its exact span, by its end alone, or by its line alone, as its labels allow. */
export type ReferenceMatch = 'span' | 'end' | 'line';

/** Texts that are read together, as the command line reads files that are given together. */
export interface LabelledCase {
  readonly name: string;
  readonly group: Group;
  readonly half: Half;
  readonly asAt: string;
  readonly files: readonly CaseFile[];
  /** What the labels tell; anything else that is found is not judged. */
  readonly scored: ReadonlySet<Scored>;
  readonly referenceMatch: ReferenceMatch;
  /** Codes of findings that the labels do not tell of. */
  readonly unjudged: ReadonlySet<string>;
}

export type Scored = 'definitions' | 'uses' | 'references' | 'findings';

export interface CaseFile {
  /** Below the case's folder, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly inCodeFolder: boolean;
  /** Undefined where the file only serves as the Code at hand. */
  readonly labels: Labels | undefined;
}

export function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

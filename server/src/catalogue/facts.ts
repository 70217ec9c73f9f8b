/**
 * The records of `data/*.json`, as their schemas allow them (data/schema). Users' own facts have the same shapes and may
 * leave out what is optional here.
 */

/** `recalled` means that no source at hand confirmed it: it may keep the product silent and is never stated as fact. */
export type FactStatus = 'recalled' | 'superseded' | (string & {});

export interface TitleFact {
  readonly title: string;
  readonly source: string;
  readonly asOf?: string;
  readonly status?: FactStatus;
  /** A spelling that is known to be a mistake of its source. */
  readonly slip?: boolean;
}

export interface SubsectionFact {
  readonly number: string;
  readonly heading: string | null;
  readonly source: string;
  readonly asOf?: string;
  readonly status?: FactStatus;
  readonly note?: string;
}

export interface ClauseFact {
  readonly number: string;
  readonly source: string;
  readonly sideHeading?: string;
  readonly status?: FactStatus;
  readonly note?: string;
}

export interface SectionFact {
  readonly letter: string;
  readonly titles?: readonly TitleFact[];
  readonly subsections?: readonly SubsectionFact[];
  readonly clauses?: readonly ClauseFact[];
}

export interface PartFact {
  readonly title: string;
  readonly source: string;
  readonly abbreviation?: string;
  readonly status?: FactStatus;
  readonly alsoWrittenAs?: readonly TitleFact[];
  readonly note?: string;
}

export interface ScheduleFact extends PartFact {
  readonly schedule: number;
}

export interface AppendixFact extends PartFact {
  readonly appendix: string;
}

export interface DocumentFact {
  readonly title: string;
  readonly source: string;
  readonly abbreviation?: string | null;
  readonly sits?: string;
  readonly versions?: readonly string[];
  /** Versions of drafts and secondary sources: they do not tell which is the highest. */
  readonly unsettled?: readonly string[];
  readonly versionNotes?: Readonly<Record<string, string>>;
  readonly alsoWrittenAs?: readonly string[];
  readonly titleStatus?: FactStatus;
  readonly sitsStatus?: FactStatus;
  readonly status?: FactStatus;
  readonly note?: string;
}

export interface Window {
  readonly start: string | null;
  readonly end: string | null;
}

export interface ApplicabilityFact {
  readonly specification: string;
  readonly version: string;
  readonly source: string;
  readonly asOf?: string;
  readonly status?: FactStatus;
  readonly installationValidity?: Window;
  readonly maintenanceValidity?: Window;
  readonly relevantGbcsVersion?: string;
  readonly applicabilityPeriod?: Window;
}

export interface ModificationStatusFact {
  readonly state: string;
  readonly source: string;
  readonly date?: string | null;
  readonly asOf?: string;
  readonly asWritten?: string;
  readonly note?: string;
}

export interface ModificationFact {
  readonly id: string;
  readonly title: string;
  readonly titleSource: string;
  readonly sources: readonly string[];
  readonly alsoWrittenAs?: readonly TitleFact[];
  readonly alsoNumbered?: readonly string[];
  readonly statuses?: readonly ModificationStatusFact[];
  readonly facts?: readonly {
    readonly key: string;
    readonly value: string | readonly string[];
    readonly source: string;
  }[];
}

export interface VersionFact {
  readonly version: string;
  readonly source: string;
  readonly effective?: string | null;
  readonly reason?: string;
  readonly note?: string;
}

export interface TermFact {
  readonly term: string;
  readonly source: string;
  readonly scope?: string;
  readonly status?: FactStatus;
  readonly howDefined?: readonly { readonly how: string; readonly where: string; readonly source: string }[];
  readonly abbreviation?: string;
  readonly abbreviationStatus?: FactStatus;
  readonly note?: string;
}

export interface BodyFact {
  readonly name: string;
  readonly source: string;
  readonly abbreviation?: string | null;
  readonly role?: string;
  readonly nameStatus?: FactStatus;
  readonly alsoWrittenAs?: readonly string[];
  readonly status?: FactStatus;
}

/** One file of each kind; a kind that is left out has no records. */
export interface FactFile<T> {
  readonly records: readonly T[];
  readonly asAt?: string;
}

export interface FactFiles {
  readonly sections?: FactFile<SectionFact>;
  readonly schedules?: FactFile<ScheduleFact>;
  readonly appendices?: FactFile<AppendixFact>;
  readonly documents?: FactFile<DocumentFact>;
  readonly applicability?: FactFile<ApplicabilityFact>;
  readonly modifications?: FactFile<ModificationFact> & {
    readonly completeTo?: Readonly<Record<string, number | null>>;
  };
  readonly versions?: FactFile<VersionFact>;
  readonly terms?: FactFile<TermFact>;
  readonly bodies?: FactFile<BodyFact>;
}

export const factKinds = [
  'sections',
  'schedules',
  'appendices',
  'documents',
  'applicability',
  'modifications',
  'versions',
  'terms',
  'bodies',
] as const;

export type FactKind = (typeof factKinds)[number];

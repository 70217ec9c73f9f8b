import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import type { Span } from '../text/span.js';
import type { FindingCode } from './codes.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change to a file. Spans are the file's own offsets. */
export interface FixEdit extends Span {
  readonly uri: string;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly FixEdit[];
  /** Whether it is the one mend that was surely meant. */
  readonly isPreferred: boolean;
}

/** Another place that explains the finding. */
export interface Related {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** Something that is wrong in a text. The span is the file's own. */
export interface Finding extends Span {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** One way to put a finding right by changing words of the reading other than those that were found. */
export interface Mend extends Span {
  readonly title: string;
  readonly newText: string;
}

/** What a rule reports: spans of the reading; the rest of the finding is filled in by `check`. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  /** Where it differs from the code's default. */
  readonly severity?: Severity;
  /** Words to put in place of the span. */
  readonly replacements?: readonly string[];
  /** Changes of words elsewhere: of the `above` behind a reference. */
  readonly mends?: readonly Mend[];
  readonly related?: readonly Related[];
  /** The span is already the file's own: marks, and problems of the bytes. */
  readonly isFileSpan?: boolean;
}

/** One rule: what it finds, as a pure function of what the document sees. */
export interface Rule {
  readonly code: FindingCode;
  /** Whether it looks at references and terms, and so runs over texts that are too large for the rest. */
  readonly runsOnLarge: boolean;
  /**
   * Given where what it finds in a stretch of the text depends on that stretch, on the provisions around it and on what this
   * names, and where it reports no related places: then only the stretches that an edit touched are looked at again.
   */
  readonly restsOn?: StretchQuestion<unknown>['restsOn'];
  /** Where it looks for long it stops now and then, and gives nothing there. */
  find(view: DocumentView): Iterable<Report | void>;
}

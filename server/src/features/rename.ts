import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** A change to one file that a rename makes (the file's own offsets). */
export interface RenameEdit extends Edit {
  readonly uri: string;
  /** The id of the choice that it is part of; undefined for what the rename itself changes. */
  readonly choice: string | undefined;
}

/** Something beside the rename that the user is asked about: a client that cannot ask leaves it out. */
export interface RenameChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/** A place that names the thing and cannot be changed safely. */
export interface LeftAlone extends Span {
  readonly uri: string;
  readonly why: string;
}

export interface RenamePlan {
  /** What is renamed: `Rename “Party” to “Member”`. */
  readonly label: string;
  readonly edits: readonly RenameEdit[];
  readonly choices: readonly RenameChoice[];
  readonly left: readonly LeftAlone[];
}

/** Why it cannot be done, in one sentence that says what to do. */
export interface RenameRefusal {
  readonly refused: string;
}

export type RenameAnswer = RenamePlan | RenameRefusal;

/** What a rename would take: the words at the cursor (reading offsets) and the name to start from. */
export interface RenameStart {
  readonly span: Span;
  readonly placeholder: string;
}

export function isRefusal<T extends object>(answer: T | RenameRefusal): answer is RenameRefusal {
  return 'refused' in answer;
}

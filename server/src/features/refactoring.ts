import type { Edit } from '../text/edit.js';

/** A change that a drafter may ask for at a place, with where it is made (the files' own offsets). */
export interface Refactoring {
  readonly id: string;
  readonly title: string;
  readonly edits: readonly (Edit & { readonly uri: string })[];
}

/** Words that are still to be written: the finding `placeholder` tells of them until they are. */
export const toBeWritten = '[●]';

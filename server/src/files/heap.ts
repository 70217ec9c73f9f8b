import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by about a quarter between collections, not to its double: an editing session replaces large texts again and
 * again, and a check of a whole Code lets go of one file after the other; what they leave behind would pile up to several times
 * of what is in use.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=25');
}

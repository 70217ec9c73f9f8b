import { Random } from '../support/random.js';

/** The choices that writing a text needs. */
export class Chance extends Random {
  /** A number from 0 up to 1, 1 left out. */
  next(): number {
    return this.below(2 ** 32) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}

import type { CancellationToken } from 'vscode-languageserver/node';
import { letOthersWork, type Steps } from '../text/steps.js';

/** Thrown where a cancelled request stops: it has no answer, not an empty one. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
  }
}

/** Of work that nobody cancels. */
export const untiring = { isCancellationRequested: false };

/** Milliseconds of work after which other messages are let in. */
const slice = 2;

/**
 * Long work in slices: between two of them other requests are answered, and the word that this one is cancelled can arrive.
 */
export class Slices {
  readonly #token: Pick<CancellationToken, 'isCancellationRequested'>;
  #since = performance.now();

  constructor(token: Pick<CancellationToken, 'isCancellationRequested'>) {
    this.#token = token;
  }

  /** To be awaited between steps; lets others work once the slice is used up. Throws `Cancelled`. */
  async next(): Promise<void> {
    if (this.#token.isCancellationRequested) throw new Cancelled();
    if (performance.now() - this.#since < slice) return;
    await letOthersWork();
    if (this.#token.isCancellationRequested) throw new Cancelled();
    this.#since = performance.now();
  }

  /** Does all steps, a slice at a time. */
  async finish<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.next();
    }
  }
}

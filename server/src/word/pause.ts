import type { Steps } from '../text/steps.js';

/**
 * Is called again and again while a file is read, with how much of the work is done, from 0 to 1. What it gives is waited for, so
 * that a server can do other things in between; it may throw to stop the reading.
 */
export type Pause = (done: number) => void | Promise<void>;

/** A pause for a part of the work: what is done of the part counts from `from` to `to` of the whole. */
export function within(pause: Pause, from: number, to: number): Pause {
  return (done) => pause(from + (to - from) * Math.min(1, done));
}

/** Does work step by step, with a pause between two. `expected` is about how many steps it has. */
export async function finishWithPauses<T>(steps: Steps<T>, expected: number, pause: Pause): Promise<T> {
  for (let done = 1; ; done++) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause(done / expected);
  }
}

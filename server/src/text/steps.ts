/** Work that stops between its steps, so that a server can do other things in between; its value is what it makes. */
export type Steps<T> = Generator<void, T>;

/** Visits the members of a list, so many in one step. */
export function* eachInSteps<T>(
  members: readonly T[],
  inStep: number,
  visit: (member: T, index: number) => void,
): Steps<void> {
  for (let i = 0; i < members.length; i++) {
    if (i % inStep === inStep - 1) yield;
    visit(members[i] as T, i);
  }
}

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Lets whatever else waits in this process be done. A message from a client takes three turns of the event loop: its bytes are
 * read in one, put together in the next and handled in the third.
 */
export async function letOthersWork(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

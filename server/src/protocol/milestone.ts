/** Something that happens once and that others wait for. */
export class Milestone {
  #reach: () => void = () => undefined;
  isReached = false;
  readonly reached = new Promise<void>((resolve) => {
    this.#reach = resolve;
  });

  reach(): void {
    this.isReached = true;
    this.#reach();
  }
}

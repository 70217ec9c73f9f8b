/** How the seeded faults of one kind were found. */
export class MutationScore {
  mutants = 0;
  /** The expected finding stood at the expected place. */
  found = 0;
  /** And nothing else was new. */
  exact = 0;
  /** What went wrong, for people. */
  readonly remarks: string[] = [];
}

export class MutationBoard {
  readonly scores = new Map<string, MutationScore>();

  score(kind: string): MutationScore {
    const held = this.scores.get(kind);
    if (held) return held;
    const score = new MutationScore();
    this.scores.set(kind, score);
    return score;
  }

  get count(): number {
    return [...this.scores.values()].reduce((sum, { mutants }) => sum + mutants, 0);
  }
}

/** How often an answer was right. */
export class Score {
  hits = 0;
  falses = 0;
  missed = 0;
  /** What was missed and what was wrongly found, for people. */
  readonly remarks: string[] = [];

  add(other: Score): void {
    this.hits += other.hits;
    this.falses += other.falses;
    this.missed += other.missed;
    this.remarks.push(...other.remarks);
  }

  get precision(): number {
    return this.hits + this.falses === 0 ? 1 : this.hits / (this.hits + this.falses);
  }

  get recall(): number {
    return this.hits + this.missed === 0 ? 1 : this.hits / (this.hits + this.missed);
  }
}

/** The scores of one half of a group of texts, by what was measured: `references`, a code of findings, … */
export class ScoreBoard {
  readonly scores = new Map<string, Score>();
  words = 0;
  texts = 0;

  score(what: string): Score {
    const held = this.scores.get(what);
    if (held) return held;
    const score = new Score();
    this.scores.set(what, score);
    return score;
  }
}

export interface Comparison<Gold, Found> {
  readonly gold: readonly Gold[];
  readonly found: readonly Found[];
  matches(gold: Gold, found: Found): boolean;
  isNeutralGold?(gold: Gold): boolean;
  isNeutralFound(found: Found): boolean;
  describe(item: Gold | Found): string;
}

/** Pairs what was marked with what was found, each used once; neutral ones count neither way. */
export function compare<Gold, Found>(comparison: Comparison<Gold, Found>): Score {
  const score = new Score();
  const open = new Set(comparison.found);
  const take = (gold: Gold): Found | undefined => {
    for (const found of open) {
      if (!comparison.matches(gold, found)) continue;
      open.delete(found);
      return found;
    }
    return undefined;
  };
  const isNeutral = (gold: Gold): boolean => comparison.isNeutralGold?.(gold) ?? false;
  for (const gold of comparison.gold.filter((one) => !isNeutral(one))) {
    if (take(gold) !== undefined) score.hits++;
    else {
      score.missed++;
      score.remarks.push(`missed ${comparison.describe(gold)}`);
    }
  }
  for (const gold of comparison.gold.filter(isNeutral)) take(gold);
  for (const found of open) {
    if (comparison.isNeutralFound(found)) continue;
    score.falses++;
    score.remarks.push(`false  ${comparison.describe(found)}`);
  }
  return score;
}

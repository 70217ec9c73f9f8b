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

export interface Comparison<Gold, Found> {
  readonly gold: readonly Gold[];
  readonly found: readonly Found[];
  keyOfGold(gold: Gold): string;
  keyOfFound(found: Found): string;
  isNeutralGold?(gold: Gold): boolean;
  isNeutralFound?(found: Found): boolean;
  describe(item: Gold | Found): string;
}

/** Compares by key, each found item used once; neutral ones count neither way. */
export function compare<Gold, Found>(comparison: Comparison<Gold, Found>): Score {
  const score = new Score();
  const open = new Map<string, Found[]>();
  for (const found of comparison.found) {
    const key = comparison.keyOfFound(found);
    open.set(key, [...(open.get(key) ?? []), found]);
  }
  const isNeutral = (gold: Gold): boolean => comparison.isNeutralGold?.(gold) ?? false;
  for (const gold of [
    ...comparison.gold.filter((g) => !isNeutral(g)),
    ...comparison.gold.filter(isNeutral),
  ]) {
    const taken = open.get(comparison.keyOfGold(gold))?.shift();
    if (isNeutral(gold)) continue;
    if (taken !== undefined) score.hits++;
    else {
      score.missed++;
      score.remarks.push(`missed ${comparison.describe(gold)}`);
    }
  }
  for (const found of [...open.values()].flat()) {
    if (comparison.isNeutralFound?.(found)) continue;
    score.falses++;
    score.remarks.push(`false ${comparison.describe(found)}`);
  }
  return score;
}

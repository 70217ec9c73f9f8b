/** A modification's id as written, and its canonical form (product.md: SECMP with four digits, DP and MP with three). */
export interface ModificationId {
  readonly series: 'SECMP' | 'DP' | 'MP';
  readonly number: number;
  /** The letter of a modification that was split (`MP134A`), or empty. */
  readonly suffix: string;
}

const digits: Readonly<Record<ModificationId['series'], number>> = { SECMP: 4, DP: 3, MP: 3 };

export function formatModificationId(id: ModificationId): string {
  return `${id.series}${String(id.number).padStart(digits[id.series], '0')}${id.suffix}`;
}

const written = /^(SECMP|DP|MP)[\s\u00a0]?[-–—#]?[\s\u00a0]?(\d{1,6})([A-Z]?)$/i;

/** Reads an id however it is written (`SECMP022`, `SECMP-4`, `Secmp0023`); undefined when it is none. */
export function parseModificationId(text: string): ModificationId | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  return {
    series: (match[1] as string).toUpperCase() as ModificationId['series'],
    number: Number(match[2]),
    suffix: (match[3] ?? '').toUpperCase(),
  };
}

/** Draft Proposals keep their number when they become Modification Proposals: DP072 and MP072 are one. */
export function sameModification(a: ModificationId, b: ModificationId): boolean {
  const series = (id: ModificationId): string => (id.series === 'DP' ? 'MP' : id.series);
  return series(a) === series(b) && a.number === b.number && a.suffix === b.suffix;
}

import { formatNumber } from './numberFormat.js';
import type { Level, List } from './numbering.js';

/** Counts the numbered paragraphs of one view of a text: that before the tracked changes, or that behind them. */
export class NumberCounters {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #overridden = new Set<string>();

  /**
   * Counts one paragraph and gives its number as printed: `D9.4`, `(a)`; undefined when it prints none.
   * @param tell is told of a number format that is not known; decimal is printed then
   */
  next(list: List, level: number, tell: (loss: string) => void): string | undefined {
    const counts = this.#countsOf(list);
    for (let above = 0; above < level; above++) counts[above] ??= this.#startOf(list, above);
    const override = this.#overrideOf(list, level);
    const before = counts[level];
    counts[level] = override ?? (before === undefined ? (list.levels[level] as Level).start : before + 1);
    for (let below = level + 1; below < list.levels.length; below++) {
      const after = list.levels[below]?.restartsAfter;
      if (after === undefined || (after !== 0 && level < after)) counts[below] = undefined;
    }
    return printed(list, level, counts, tell);
  }

  #countsOf(list: List): (number | undefined)[] {
    const held = this.#counts.get(list.counter);
    if (held) return held;
    const counts = list.levels.map(() => undefined);
    this.#counts.set(list.counter, counts);
    return counts;
  }

  /** A level that is skipped counts as begun. */
  #startOf(list: List, level: number): number {
    return this.#overrideOf(list, level) ?? (list.levels[level] as Level).start;
  }

  #overrideOf(list: List, level: number): number | undefined {
    const override = list.startOverrides.get(level);
    if (override === undefined) return undefined;
    const key = `${list.id}/${level}`;
    if (this.#overridden.has(key)) return undefined;
    this.#overridden.add(key);
    return override;
  }
}

function printed(
  list: List,
  level: number,
  counts: readonly (number | undefined)[],
  tell: (loss: string) => void,
): string | undefined {
  const definition = list.levels[level] as Level;
  if (definition.isHidden) return undefined;
  if (definition.format === 'bullet') return bulletOf(definition.text);
  const write = (at: number): string => {
    const { format, start } = list.levels[at] as Level;
    const value = counts[at] ?? start;
    const shown = formatNumber(value, definition.isLegal && format !== 'none' ? 'decimal' : format);
    if (shown === undefined)
      tell(`its number is written in the format “${format}”, printed here as ${value}`);
    return shown ?? String(value);
  };
  const text = definition.pieces.map((piece) => (typeof piece === 'number' ? write(piece) : piece)).join('');
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Signs of symbol fonts are bullets of one kind or another; dashes stay dashes. */
function bulletOf(text: string): string | undefined {
  const sign = text.trim();
  if (sign === '') return undefined;
  return /^[-–—*·▪]$/.test(sign) ? sign : '•';
}

import type { ParagraphProperties } from './blocks.js';
import { leftIndent, toLevel, type Styles } from './styles.js';
import { childOf, childrenOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** One level of a list (ECMA-376, 17.9.6). */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`: each `%n` is the number of the n-th level. */
  readonly text: string;
  /** The same in pieces: a number is that of a level, counted from 0. */
  readonly pieces: readonly (string | number)[];
  /** All numbers in the text are decimal: legal numbering. */
  readonly isLegal: boolean;
  /** Restarts only behind this level or a higher one, counted from 1; 0 is never. */
  readonly restartsAfter: number | undefined;
  /** The paragraph style that is on this level. */
  readonly style: string | undefined;
  readonly left: number | undefined;
  /** The number is there and not printed. */
  readonly isHidden: boolean;
}

interface AbstractList {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Another list of the same look, by its style. */
  readonly linkedStyle: string | undefined;
}

/** A list as paragraphs name it (`w:num`). Counters belong to `counter`: two lists of one definition carry on. */
export interface List {
  readonly id: string;
  readonly counter: string;
  readonly levels: readonly Level[];
  /** Where a level of this list starts, the first time that it is used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

const levelCount = 9;

/** The lists of a file, and which of them a paragraph is on. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #styles: Styles;

  /** @param root the part `numbering`; undefined when the file has none */
  constructor(styles: Styles, root?: XmlElement) {
    this.#styles = styles;
    const abstracts = new Map<string, AbstractList>();
    const byStyle = new Map<string, string>();
    for (const element of childrenOf(root, 'w:abstractNum')) {
      const id = element.attributes['abstractNumId'];
      if (id === undefined) continue;
      abstracts.set(id, {
        id,
        levels: readLevels(element),
        linkedStyle: valueOf(element, 'w:numStyleLink'),
      });
      const style = valueOf(element, 'w:styleLink');
      if (style !== undefined) byStyle.set(style, id);
    }
    for (const element of childrenOf(root, 'w:num')) {
      const id = element.attributes['numId'];
      const abstract = followLinks(abstracts, byStyle, valueOf(element, 'w:abstractNumId'));
      if (id !== undefined && abstract) this.#lists.set(id, readList(id, element, abstract));
    }
  }

  /** The list and level of a paragraph: what it says itself, else what its style says; undefined when it has no number. */
  placeOf(properties: ParagraphProperties): { readonly list: List; readonly level: number } | undefined {
    const { numId, level } = properties;
    if (numId !== undefined) {
      const list = this.#lists.get(numId);
      return list && { list, level: level ?? 0 };
    }
    const chain = this.#styles.chain(properties.style);
    const holder = chain.find((style) => style.numId !== undefined);
    const list = holder && this.#lists.get(holder.numId as string);
    if (!list) return undefined;
    const linked = chain
      .map(({ id }) => list.levels.findIndex(({ style }) => style === id))
      .find((found) => found !== -1);
    const named = chain.find((style) => style.level !== undefined)?.level;
    return { list, level: level ?? linked ?? named ?? 0 };
  }

  /** Left indentation as printed: the paragraph's own, else its level's, else its style's. */
  indentOf(properties: ParagraphProperties): number {
    if (properties.left !== undefined) return properties.left;
    const place = this.placeOf(properties);
    const fromStyle = this.#styles.chain(properties.style).find(({ left }) => left !== undefined)?.left;
    const fromLevel = place?.list.levels[place.level]?.left;
    return (properties.numId === undefined ? (fromStyle ?? fromLevel) : (fromLevel ?? fromStyle)) ?? 0;
  }
}

function followLinks(
  abstracts: ReadonlyMap<string, AbstractList>,
  byStyle: ReadonlyMap<string, string>,
  first: string | undefined,
): AbstractList | undefined {
  const seen = new Set<AbstractList>();
  let current = first === undefined ? undefined : abstracts.get(first);
  while (current?.linkedStyle !== undefined && !seen.has(current)) {
    seen.add(current);
    const next = byStyle.get(current.linkedStyle);
    const target = next === undefined ? undefined : abstracts.get(next);
    if (!target) break;
    current = target;
  }
  return current;
}

function readList(id: string, element: XmlElement, abstract: AbstractList): List {
  const levels = new Map(abstract.levels);
  const startOverrides = new Map<number, number>();
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const level = toLevel(override.attributes['ilvl']);
    if (level === undefined) continue;
    const start = toNumber(valueOf(override, 'w:startOverride'));
    if (start !== undefined) startOverrides.set(level, start);
    const definition = childOf(override, 'w:lvl');
    if (definition) levels.set(level, readLevel(definition));
  }
  return {
    id,
    counter: abstract.id,
    levels: Array.from({ length: levelCount }, (_, level) => levels.get(level) ?? unnumbered),
    startOverrides,
  };
}

const unnumbered: Level = {
  start: 1,
  format: 'decimal',
  text: '',
  pieces: [],
  isLegal: false,
  restartsAfter: undefined,
  style: undefined,
  left: undefined,
  isHidden: false,
};

function readLevels(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const definition of childrenOf(element, 'w:lvl')) {
    const level = toLevel(definition.attributes['ilvl']);
    if (level !== undefined) levels.set(level, readLevel(definition));
  }
  return levels;
}

function readLevel(element: XmlElement): Level {
  const written = valueOf(element, 'w:lvlText') ?? '';
  const isPicture = childOf(element, 'w:lvlPicBulletId') !== undefined && written.trim() === '';
  const text = isPicture ? '•' : written;
  return {
    start: toNumber(valueOf(element, 'w:start')) ?? 0,
    format: valueOf(element, 'w:numFmt') ?? customFormat(element) ?? 'decimal',
    text,
    pieces: text
      .replace(/[\s\u00a0]+/g, ' ')
      .split(/(%[1-9])/)
      .filter((piece) => piece !== '')
      .map((piece) => (/^%[1-9]$/.test(piece) ? Number(piece.charAt(1)) - 1 : piece)),
    isLegal: switchOf(element, 'w:isLgl') ?? false,
    restartsAfter: toNumber(valueOf(element, 'w:lvlRestart')),
    style: valueOf(element, 'w:pStyle'),
    left: leftIndent(childOf(element, 'w:pPr')),
    isHidden: switchOf(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
  };
}

/** Newer formats stand in an alternative with a usual one beside it for programs that do not know them. */
function customFormat(element: XmlElement): string | undefined {
  return valueOf(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
}

function toNumber(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || !Number.isInteger(number) || number < 0 ? undefined : number;
}

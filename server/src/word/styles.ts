import { childOf, childrenOf, switchOf, valueOf, type XmlElement } from './xml.js';

/** A paragraph style, as far as it decides numbers, indentation and what a paragraph is. */
export interface Style {
  readonly id: string;
  /** Its name in lower case: ids are localised, names of built-in styles are not. */
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly left: number | undefined;
  readonly isHidden: boolean | undefined;
}

/** The styles of a file. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #default: string | undefined;

  /** @param root the part `styles`; undefined when the file has none */
  constructor(root?: XmlElement) {
    for (const element of childrenOf(root, 'w:style')) {
      const id = element.attributes['styleId'];
      if (id === undefined) continue;
      const properties = childOf(element, 'w:pPr');
      const numbering = childOf(properties, 'w:numPr');
      const type = element.attributes['type'] ?? 'paragraph';
      this.#styles.set(id, {
        id,
        name: (valueOf(element, 'w:name') ?? id).toLowerCase(),
        basedOn: valueOf(element, 'w:basedOn'),
        numId: valueOf(numbering, 'w:numId'),
        level: toLevel(valueOf(numbering, 'w:ilvl')),
        left: leftIndent(properties),
        isHidden: switchOf(childOf(element, 'w:rPr'), 'w:vanish'),
      });
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes['default'] ?? ''))
        this.#default ??= id;
    }
  }

  /** The style and those it is based on, nearest first. A style that is based on itself ends the chain. */
  chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    let next = id ?? this.#default;
    while (next !== undefined && chain.length < 50) {
      const style = this.#styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }

  /** Whether a style is one of those of a contents list (`toc 1`). */
  isContents(id: string | undefined): boolean {
    return this.chain(id).some(({ name }) => /^(?:toc \d|table of figures)$/.test(name));
  }
}

export function toLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return value === undefined || !Number.isInteger(level) || level < 0 || level > 8 ? undefined : level;
}

/** The left indentation that `pPr` sets, in twentieths of a point. */
export function leftIndent(properties: XmlElement | undefined): number | undefined {
  const indent = childOf(properties, 'w:ind')?.attributes;
  const left = Number(indent?.['left'] ?? indent?.['start']);
  return Number.isFinite(left) ? left : undefined;
}

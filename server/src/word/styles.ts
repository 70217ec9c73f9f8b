import { raisedOf } from './raised.js';
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
  readonly isStruck: boolean | undefined;
  readonly raised: ReturnType<typeof raisedOf>;
}

/** How words of a style look, as far as it decides whether they are text; undefined where the style leaves it open. */
export interface Look {
  readonly isHidden: boolean | undefined;
  readonly isStruck: boolean | undefined;
  readonly raised: ReturnType<typeof raisedOf>;
  /** They are the prompt of a field to fill in. */
  readonly isPrompt: boolean;
}

/** The styles of a file. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #chains = new Map<string | undefined, readonly Style[]>();
  readonly #looks = new Map<string | undefined, Look>();
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
        isStruck:
          switchOf(childOf(element, 'w:rPr'), 'w:strike') ?? switchOf(childOf(element, 'w:rPr'), 'w:dstrike'),
        raised: raisedOf(childOf(element, 'w:rPr')),
      });
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes['default'] ?? ''))
        this.#default ??= id;
    }
  }

  /** The style and those it is based on, nearest first. A style that is based on itself ends the chain. */
  chain(id: string | undefined): readonly Style[] {
    const known = this.#chains.get(id);
    if (known) return known;
    const chain: Style[] = [];
    this.#chains.set(id, chain);
    let next = id ?? this.#default;
    while (next !== undefined && chain.length < 50) {
      const style = this.#styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }

  /** How words of a style look, by what it and those it is based on say. */
  look(id: string | undefined): Look {
    const known = this.#looks.get(id);
    if (known) return known;
    const chain = this.chain(id);
    const look: Look = {
      isHidden: chain.find(({ isHidden }) => isHidden !== undefined)?.isHidden,
      isStruck: chain.find(({ isStruck }) => isStruck !== undefined)?.isStruck,
      raised: chain.find(({ raised }) => raised !== undefined)?.raised,
      isPrompt: chain.some(({ name }) => name === 'placeholder text'),
    };
    this.#looks.set(id, look);
    return look;
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

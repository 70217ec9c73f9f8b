import type { ShownNumber } from './blocks.js';

interface OpenField {
  instruction: string;
  inResult: boolean;
  shown: string;
}

/** What there is to tell of a field that was closed. */
export interface EndedField {
  readonly loss?: string;
  readonly shownNumber?: ShownNumber;
  /** The address of a link, and the words that it stands behind. */
  readonly link?: { readonly address: string; readonly shown: string };
}

/** Fields that mark a place or set a value, and print nothing. */
const silentFields = new Set([
  'TC',
  'XE',
  'TA',
  'RD',
  'SET',
  'ASK',
  'PRIVATE',
  'BIBLIOGRAPHY',
  'TOC',
  'TOA',
  'INDEX',
]);

/** The fields that are open at one place of the text. They nest, and may run over many paragraphs (a contents list does). */
export class Fields {
  readonly #open: OpenField[] = [];

  begin(instruction = ''): void {
    this.#open.push({ instruction, inResult: false, shown: '' });
  }

  /** A field's code comes in pieces. */
  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.inResult) field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.inResult = true;
  }

  /** Closes the innermost field; gives what was lost with it, and the number that it showed if it shows one. */
  end(): EndedField {
    const field = this.#open.pop();
    if (!field) return {};
    const [name = '', ...rest] = field.instruction.trim().split(/\s+/);
    const kind = name.toUpperCase();
    if (!field.inResult && kind !== '' && !silentFields.has(kind))
      return { loss: `a field ${kind} whose text Word works out only when it prints was left out` };
    const [bookmark] = rest;
    const address = kind === 'HYPERLINK' ? /^"([^"]+)"/.exec(rest.join(' '))?.[1] : undefined;
    if (address !== undefined) return { link: { address, shown: field.shown } };
    if (kind === 'REF' && bookmark !== undefined && rest.some((word) => /^\\[rnw]$/i.test(word)))
      return { shownNumber: { bookmark, shown: field.shown } };
    return {};
  }

  /** Text that stands here is printed: no field that holds it is still in its code. */
  get isPrinted(): boolean {
    return this.#open.every(({ inResult }) => inResult);
  }

  get isContents(): boolean {
    return this.#open.some(({ instruction }) => /^\s*(?:TOC|TOA)\b/i.test(instruction));
  }

  noteShown(text: string): void {
    for (const field of this.#open) field.shown += text;
  }
}

/** Words that a paragraph does not carry over, or not as they look; runs that follow each other are told as one. */
export class LostWords {
  readonly #stretches: { readonly kind: string; words: string }[] = [];
  #isOpen = false;

  /** @param kind what is told of them: `hidden text was left out` */
  add(kind: string, words: string): void {
    const last = this.#stretches.at(-1);
    if (this.#isOpen && last?.kind === kind) last.words += words;
    else this.#stretches.push({ kind, words });
    this.#isOpen = true;
  }

  /** Other words follow. */
  close(): void {
    this.#isOpen = false;
  }

  /** A line for each stretch that has words. */
  told(): string[] {
    return this.#stretches
      .filter(({ words }) => words.trim() !== '')
      .map(({ kind, words }) => `${kind}: ${quote(words)}`);
  }
}

/** Words as they are quoted in a warning: on one line, and not too many. */
export function quote(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
}

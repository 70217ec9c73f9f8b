/**
 * What a hover or a page says, as parts: built first, rendered last (to Markdown for editors, to plain text for screen readers
 * and terminals). Texts in parts are raw: the renderer escapes them.
 */
export type ContentPart =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  /** Words of a document, quoted. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** Where it comes from, or what is not known. */
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

export interface Content {
  readonly kind: string;
  /** Canonical name. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ContentPart[];
  readonly sources: readonly string[];
}

/** Renders to Markdown in which nothing of the texts is read as markup. */
export function renderMarkdown({ title, parts }: Content): string {
  const blocks = [`**${escapeMarkdown(title)}**`];
  for (const part of parts) {
    switch (part.type) {
      case 'heading':
        blocks.push(`*${escapeMarkdown(part.text)}*`);
        break;
      case 'text':
        blocks.push(escapeMarkdown(part.text));
        break;
      case 'quote':
        blocks.push(
          part.text
            .split('\n')
            .map((line) => `> ${escapeMarkdown(line)}`)
            .join('\n>\n'),
        );
        break;
      case 'list':
        blocks.push(part.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n'));
        break;
      case 'note':
        blocks.push(`_${escapeMarkdown(part.text)}_`);
        break;
      case 'link':
        blocks.push(`[${escapeMarkdown(part.text)}](${part.url})`);
        break;
    }
  }
  return blocks.join('\n\n');
}

/** Renders to plain text, one part a paragraph. */
export function renderPlainText({ title, parts }: Content): string {
  const blocks = [title];
  for (const part of parts) {
    if (part.type === 'list') blocks.push(part.items.map((item) => `- ${item}`).join('\n'));
    else if (part.type === 'link') blocks.push(`${part.text}: ${part.url}`);
    else blocks.push(part.text);
  }
  return blocks.join('\n\n');
}

/** Escapes what Markdown or HTML would read as markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\\</g, '&lt;')
    .replace(/\\>/g, '&gt;')
    .replace(/^(\s*\d*)([-+.)])(?=[\s-]|$)/, '$1\\$2');
}

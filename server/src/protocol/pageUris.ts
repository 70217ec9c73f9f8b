import type { PageName } from '../features/generatedPages.js';

/** The scheme of pages that are made from facts. */
export const pageScheme = 'sec-facts';

/** `sec-facts:/part/Section D.md`: the last part of the path is what an editor shows as the page's title. */
export function uriOfPage(page: PageName): string {
  const title = page.kind === 'part' && page.id.length === 1 ? `Section ${page.id}` : page.id;
  return `${pageScheme}:/${page.kind}/${encodeURIComponent(title)}.md`;
}

/** The page that a uri names, however the client encoded it; undefined for any other uri. */
export function pageOfUri(uri: string): PageName | undefined {
  const match = /^sec-facts:\/{1,3}(part|modification|name)\/(.+)\.md$/.exec(decode(uri));
  if (!match) return undefined;
  const kind = match[1] as PageName['kind'];
  const id = decode(match[2] as string);
  return { kind, id: kind === 'part' ? id.replace(/^Section /, '') : id };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

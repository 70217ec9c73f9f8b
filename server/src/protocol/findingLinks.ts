import type { FindingsPage } from '../files/findingsPage.js';
import { uriOfPath } from './uris.js';

/** The address of the part of the page of findings that a code has, or undefined. */
export type FindingLink = (code: string) => string | undefined;

/**
 * Links from findings to their parts of `docs/findings.md`.
 *
 * @param page undefined where it is not at hand or the client shows no links
 * @param fragment the code, as in any Markdown page; or the line, to which VS Code goes when it opens the file
 */
export function findingLinks(page: FindingsPage | undefined, fragment: 'code' | 'line'): FindingLink {
  if (!page) return () => undefined;
  const address = uriOfPath(page.path);
  return (code) => {
    const part = page.parts.get(code);
    return part && `${address}#${fragment === 'line' ? `L${part.line + 1}` : code}`;
  };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findDataFolder } from './dataFolder.js';

/** What the page says of one finding code. */
export interface FindingHelp {
  /** The zero-based line of its heading. */
  readonly line: number;
  /** Its part of the page below the heading, in Markdown. */
  readonly markdown: string;
}

/** `docs/findings.md`, which ships with the program: a part for each code, headed by the code. */
export interface FindingsPage {
  readonly path: string;
  readonly parts: ReadonlyMap<string, FindingHelp>;
}

/** Reads the page. Undefined where it is not beside the program: findings then have no link, and nothing else is amiss. */
export async function loadFindingsPage(): Promise<FindingsPage | undefined> {
  const file = path.join(findDataFolder(), '..', 'docs', 'findings.md');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { path: file, parts: partsOf(text.split(/\r?\n/)) };
}

function partsOf(lines: readonly string[]): Map<string, FindingHelp> {
  const heads = lines.flatMap((line, i) => (/^##/.test(line) ? [i] : []));
  const parts = new Map<string, FindingHelp>();
  for (const [i, line] of heads.entries()) {
    const code = /^### ([a-z-]+)$/.exec(lines[line] ?? '')?.[1];
    const below = lines.slice(line + 1, heads[i + 1]);
    if (code !== undefined) parts.set(code, { line, markdown: below.join('\n').trim() });
  }
  return parts;
}

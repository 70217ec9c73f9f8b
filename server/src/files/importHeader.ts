import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { FrontMatter } from '../text/frontMatter.js';

/** What the head of an imported file says, in this order. */
export interface ImportHeader {
  readonly part?: string | undefined;
  readonly modification?: string | undefined;
  readonly title?: string | undefined;
  readonly version?: string | undefined;
  readonly effective?: string | undefined;
  readonly baseline?: FrontMatter['baseline'] | undefined;
  /** Name of the file that it was made from, and the hash of its bytes. */
  readonly source: string;
  readonly sha256: string;
  readonly importer: string;
}

const ownHash = /^written-sha256:.*\r?\n/m;

/** An imported file: its front matter, which ends with a hash of all else in the file, and its text. */
export function withHeader(header: ImportHeader, text: string): string {
  const { source, sha256, importer, ...rest } = header;
  const known = Object.fromEntries(
    Object.entries({ ...rest, source, sha256, importer }).filter(([, value]) => value !== undefined),
  );
  const yaml = stringify(known, { lineWidth: 0, defaultStringType: 'PLAIN' });
  const hash = hashOf(`---\n${yaml}---\n${text}`);
  return `---\n${yaml}written-sha256: ${hash}\n---\n${text}`;
}

/** Whether a file is just as an import wrote it. One that no import wrote is not. */
export function isAsImported(content: string, { writtenHash }: FrontMatter): boolean {
  return writtenHash !== undefined && hashOf(content.replace(ownHash, '')) === writtenHash;
}

/** The hash of a text; line ends do not count, for tools that keep files under version control turn them. */
function hashOf(text: string): string {
  return createHash('sha256').update(text.replace(/\r\n/g, '\n')).digest('hex');
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

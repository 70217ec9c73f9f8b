import { parse, YAMLParseError } from 'yaml';
import { frontMatterEnd } from './masks.js';

/** The front matter that product.md, Files, gives a meaning to; other keys are left alone. */
export interface FrontMatter {
  readonly part?: string;
  readonly modification?: string;
  readonly title?: string;
  /** One version for all parts, or one for each. */
  readonly baseline?: string | Readonly<Record<string, string>>;
  readonly version?: string;
  readonly effective?: string;
  /** The hash of the file as an import wrote it. */
  readonly writtenHash?: string;
  /** The hash of the file that it was imported from. */
  readonly sourceHash?: string;
  /** Why it could not be read: one line. */
  readonly error?: string;
}

/** Reads YAML front matter; a text without any gives an empty one, a malformed one an `error`. Never throws. */
export function readFrontMatter(text: string): FrontMatter {
  const end = frontMatterEnd(text);
  if (end === 0) return {};
  const yaml = text.slice(text.indexOf('\n') + 1, end).replace(/^---[ \t]*\r?$/gm, '');
  let value: unknown;
  try {
    value = readPlainPairs(yaml) ?? parse(yaml, { maxAliasCount: 0, schema: 'failsafe' });
  } catch (error) {
    const reason =
      error instanceof YAMLParseError
        ? (error.message.split('\n')[0] ?? '').replace(/:$/, '')
        : String(error);
    return { error: `the front matter is no YAML that can be read: ${reason}` };
  }
  if (typeof value !== 'object' || value === null) return {};
  const record = value as Record<string, unknown>;
  const result: { -readonly [K in keyof FrontMatter]: FrontMatter[K] } = {};
  for (const key of ['part', 'modification', 'title', 'version', 'effective'] as const) {
    if (typeof record[key] === 'string') result[key] = record[key];
  }
  if (typeof record['written-sha256'] === 'string') result.writtenHash = record['written-sha256'];
  if (typeof record['sha256'] === 'string') result.sourceHash = record['sha256'];
  const baseline = readBaseline(record['baseline']);
  if (baseline !== undefined) result.baseline = baseline;
  return result;
}

/** `title: Registration Data`, `version: "6.12"`: a key and a scalar of letters, digits and signs that mean nothing in YAML. */
const plainPair =
  /^([a-z][a-z0-9-]{0,40}): (?:([A-Za-z0-9][A-Za-z0-9 .()/-]{0,200})|"([A-Za-z0-9 .()/-]{0,200})")$/;

/**
 * Front matter of nothing but such lines, as nearly all is: the YAML library takes longer for it than all other reading of a
 * file of some kilobytes.
 *
 * @returns undefined for what only the library can read
 */
function readPlainPairs(yaml: string): Record<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (const line of yaml.trimEnd().split(/\r?\n/)) {
    const [, key = '', plain, quoted] = plainPair.exec(line) ?? [];
    if (key === '' || pairs.has(key) || plain?.endsWith(' ')) return undefined;
    pairs.set(key, plain ?? quoted ?? '');
  }
  return Object.fromEntries(pairs);
}

function readBaseline(value: unknown): string | Record<string, string> | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

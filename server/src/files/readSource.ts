import { readFrontMatter, type FrontMatter } from '../text/frontMatter.js';
import { frontMatterEnd } from '../text/masks.js';
import { convertHtml } from '../word/convertHtml.js';
import {
  convertZip,
  isZip,
  refusalOf,
  type Converted,
  type ConvertOptions,
  type PackedFile,
  type Refused,
} from '../word/convert.js';
import { within } from '../word/pause.js';
import { decodeText } from './decodeText.js';

/** A document that was read, with the bytes that it was read from. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly converted: Converted;
  /** That of a text which had one. */
  readonly frontMatter?: FrontMatter;
}

/** `isWhole`: the file that it was found in is refused with it, whatever was read of that before. */
export type ReadSource = SourceFile | (Refused & { readonly name: string; readonly isWhole?: boolean });

/**
 * Reads the documents of one file: a Word file, a web page, text, or a zip of such files. What it is, its bytes tell; only a web
 * page is told by its name. A name that promises a Word file is held to that.
 */
export async function* readSource(
  bytes: Uint8Array,
  name: string,
  options: ConvertOptions,
): AsyncGenerator<ReadSource, void, undefined> {
  if (!isZip(bytes)) {
    yield readText(bytes, name, options);
    return;
  }
  const unpacked = await convertZip(bytes, options);
  if ('refused' in unpacked) {
    yield { name, ...unpacked };
  } else if (unpacked.kind === 'word') {
    yield { name, bytes, converted: unpacked.converted };
  } else {
    const { files, budget } = unpacked;
    const { pause = () => undefined } = options;
    for (const [i, file] of files.entries()) {
      const share = within(pause, i / files.length, (i + 1) / files.length);
      await share(0);
      const source = await readPacked(file, `${name}/${file.name}`, { ...options, pause: share, budget });
      if ('refused' in source && budget.isSpent) {
        yield { ...source, name, isWhole: true };
        return;
      }
      yield source;
    }
  }
}

async function readPacked(file: PackedFile, name: string, options: ConvertOptions): Promise<ReadSource> {
  const read = await file.read();
  if ('refused' in read) return { name, ...read };
  return isZip(read) ? readPackedWord(read, name, options) : readText(read, name, options);
}

/** A zip inside a zip is read only if it is a Word file. */
async function readPackedWord(bytes: Uint8Array, name: string, options: ConvertOptions): Promise<ReadSource> {
  const unpacked = await convertZip(bytes, options);
  if ('refused' in unpacked) return { name, ...unpacked };
  if (unpacked.kind === 'archive') return { name, refused: 'it is a zip inside a zip: unpack it first' };
  return { name, bytes, converted: unpacked.converted };
}

function readText(bytes: Uint8Array, name: string, options: ConvertOptions): ReadSource {
  const refused = bytes.length === 0 ? 'it is empty' : refusalOf(bytes, name);
  if (refused !== undefined) return { name, refused };
  const decoded = decodeText(bytes, Infinity);
  if ('refused' in decoded) return { name, refused: decoded.refused };
  const { text, problem } = decoded;
  if (/\.(?:html?|xhtml)$/i.test(name)) return { name, bytes, converted: convertHtml(text, options.changes) };
  const body = text.slice(frontMatterEnd(text)).replace(/\r\n?/g, '\n').trim();
  const warnings = problem ? [problem.detail] : [];
  return {
    name,
    bytes,
    converted: { text: `${body}\n`, warnings, furniture: [] },
    frontMatter: readFrontMatter(text),
  };
}

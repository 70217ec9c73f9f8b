import { finish, type Steps } from '../text/steps.js';
import type { SourceDocument } from './blocks.js';
import type { ChangeTreatment } from './changes.js';
import { Budget, openContainer, type Container } from './container.js';
import { blocksInStep, writeLegalText } from './legalText.js';
import { finishWithPauses, within, type Pause } from './pause.js';
import { readDocx } from './readDocx.js';
import { refusing } from './unreadable.js';

/** A document as legal text. */
export interface Converted {
  /** As a `.sec` file holds it, without front matter. */
  readonly text: string;
  /** One line for each thing that could not be carried over or that looks wrong, with its place. */
  readonly warnings: readonly string[];
  /** Lines of page headers and footers, which were left out. */
  readonly furniture: readonly string[];
}

export type Refused = { readonly refused: string };

/** How a document is converted. */
export interface ConvertOptions {
  readonly changes: ChangeTreatment;
  readonly pause?: Pause;
  /** What may still be unpacked of the zip that the bytes came out of; their own when they came out of none. */
  readonly budget?: Budget;
}

/** A file inside a zip of files. */
export interface PackedFile {
  readonly name: string;
  read(): Promise<Uint8Array | Refused>;
}

export type Unpacked =
  | { readonly kind: 'word'; readonly converted: Converted }
  | { readonly kind: 'archive'; readonly files: readonly PackedFile[]; readonly budget: Budget };

/** Whether bytes begin as those of a zip file, and so of a Word file. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** A text under the name of a Word file is a download that went wrong, and no legal text. */
const isNamedWord = /\.(?:docx|docm|zip)$/i;
const noWordFile =
  'it is no Word file and no zip, whatever its name says: get it again from where it came from, or name it .txt';

/** Why bytes that are no zip cannot be read, by their kind or their name, and what to do; undefined for all others. */
export function refusalOf(bytes: Uint8Array, name: string): string | undefined {
  const starts = (signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
  if (starts([0x25, 0x50, 0x44, 0x46]))
    return 'it is a PDF: get the Word file, or save the PDF as text (.txt) and give that';
  if (starts([0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'it is an RTF file: open it and save it as .docx';
  if (!starts([0xd0, 0xcf, 0x11, 0xe0])) return isNamedWord.test(name) ? noWordFile : undefined;
  return holdsUtf16(bytes, 'EncryptedPackage')
    ? 'it is protected by a password: open it in Word, take the password away and save it'
    : 'it is a Word file of the old kind (.doc): open it in Word and save it as .docx';
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'));
}

/** Reads a Word file, or lists the files of a zip of them. */
export async function convertZip(bytes: Uint8Array, options: ConvertOptions): Promise<Unpacked | Refused> {
  return refusing(async (): Promise<Unpacked> => {
    const budget = options.budget ?? new Budget(bytes.length);
    const container = await openContainer(bytes, budget);
    const isArchive =
      !container.names.includes('_rels/.rels') && container.names.some((name) => readable.test(name));
    if (isArchive) return { kind: 'archive', files: packedFiles(container), budget };
    const { pause = () => undefined, changes } = options;
    const document = await readDocx(container, within(pause, 0, shareOfReading));
    const converted = await finishWithPauses(
      convertInSteps(document, changes),
      document.blocks.length / blocksInStep,
      within(pause, shareOfReading, 1),
    );
    return { kind: 'word', converted };
  });
}

/** Of the time that a Word file takes, what goes into reading its XML; the rest into writing it as text. */
const shareOfReading = 0.75;

const readable = /\.(?:docx|docm|html?|txt|md)$/i;

/** Files that can be imported; what the Mac and Word leave beside them is passed over. */
function packedFiles(container: Container): PackedFile[] {
  return container.names
    .filter((name) => readable.test(name) && !/(?:^|\/)(?:__MACOSX\/|~\$|\.)/.test(name))
    .sort()
    .map((name) => ({
      name,
      read: () =>
        refusing(async () => {
          const chunks: Uint8Array[] = [];
          for await (const chunk of container.open(name)) chunks.push(chunk);
          return Buffer.concat(chunks);
        }),
    }));
}

/** The legal text of a document that was read, with what is told of it. */
export function convertDocument(document: SourceDocument, changes: ChangeTreatment): Converted {
  return finish(convertInSteps(document, changes));
}

function* convertInSteps(document: SourceDocument, changes: ChangeTreatment): Steps<Converted> {
  const { text, warnings, contentsLines } = yield* writeLegalText(document, changes);
  const left = [
    ...(contentsLines > 0 ? [countOf(contentsLines, 'line', ' of contents')] : []),
    ...(document.furniture.length > 0
      ? [countOf(document.furniture.length, 'line', ' of page headers and footers')]
      : []),
    ...[...(document.counted ?? [])].map(([thing, count]) => countOf(count, thing)),
  ];
  return {
    text,
    warnings: left.length > 0 ? [`left out: ${left.join(', ')}`, ...warnings] : warnings,
    furniture: document.furniture,
  };
}

function countOf(count: number, thing: string, rest = ''): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}${rest}`;
}

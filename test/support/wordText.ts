import type { ChangeTreatment } from '../../server/src/word/changes.js';
import { convertZip, type Converted } from '../../server/src/word/convert.js';
import { wordFile, type WordParts } from './wordFile.js';

/** Reads a Word file made of the parts; fails when it is refused. */
export async function convert(parts: WordParts, changes: ChangeTreatment = 'keep'): Promise<Converted> {
  const read = await convertZip(wordFile(parts), { changes });
  if ('refused' in read) throw new Error(read.refused);
  if (read.kind === 'archive') throw new Error('it was taken for a zip of files');
  return read.converted;
}

/** The lines that have words, without their indentation. */
export async function linesOf(parts: WordParts, changes: ChangeTreatment = 'keep'): Promise<string[]> {
  const { text } = await convert(parts, changes);
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

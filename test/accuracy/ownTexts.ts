import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseFile, Half, LabelledCase, Labels } from './labels.js';
import { readMarkedText } from './markedText.js';

interface CaseJson {
  readonly shape: string;
  readonly codeFolder: string | null;
  readonly asAt: string | null;
  readonly labelled: readonly string[];
}

/** The day for texts that name none: a day on which all of them had been written. */
export const defaultAsAt = '2020-06-30';

const marked = '.marked';

/** Of the even numbers those of which nothing that was missed has been mended since they were first measured; all others count as tuned. */
function isUnread(number: number): boolean {
  return (number >= 266 && number <= 280) || number >= 312;
}

/**
 * Our own labelled texts: a folder `NN-name` for each, with `case.json` and `*.marked` files. Even numbers are the half that
 * was not looked at while the product was tuned.
 */
export function ownTexts(folder: string): LabelledCase[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'case.json')))
    .sort()
    .map((name) => readCase(path.join(folder, name), name));
}

function readCase(folder: string, name: string): LabelledCase {
  const json = JSON.parse(readFileSync(path.join(folder, 'case.json'), 'utf8')) as CaseJson;
  const files = listFiles(folder)
    .filter((file) => file.endsWith(marked))
    .map((file): CaseFile => {
      const fileName = file.slice(0, -marked.length);
      const { text, labels } = readMarked(path.join(folder, file));
      return {
        name: fileName,
        text,
        inCodeFolder: json.codeFolder !== null && fileName.startsWith(`${json.codeFolder}/`),
        labels: json.labelled.includes(fileName) ? labels : undefined,
      };
    });
  for (const labelled of json.labelled)
    if (!files.some((file) => file.name === labelled)) throw new Error(`${name}: there is no ${labelled}`);
  return {
    name,
    group: 'own texts',
    half: halfOf(Number.parseInt(name, 10)),
    asAt: json.asAt ?? defaultAsAt,
    files,
    scored: new Set(['definitions', 'uses', 'references', 'findings']),
    referenceMatch: 'span',
    unjudged: new Set(),
  };
}

function halfOf(number: number): Half {
  return number % 2 === 0 && isUnread(number) ? 'untuned' : 'tuned';
}

/** Relative paths of all files below a folder, sorted, with `/`. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function readMarked(file: string): ReturnType<typeof readMarkedText> {
  try {
    return readMarkedText(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** A text that a second reader marked without seeing the first one's labels. */
export interface TwiceRead {
  readonly name: string;
  readonly text: string;
  readonly first: Labels;
  readonly second: Labels;
}

/** Texts with a second reader's labels beside the first's: `NAME.second` beside `NAME.marked`. */
export function twiceRead(folder: string): TwiceRead[] {
  if (!existsSync(folder)) return [];
  const found: TwiceRead[] = [];
  for (const file of listFiles(folder).filter((name) => name.endsWith('.second'))) {
    const name = file.slice(0, -'.second'.length);
    const first = readMarked(path.join(folder, name + marked));
    const second = readMarked(path.join(folder, file));
    if (first.text !== second.text) throw new Error(`${file}: the second reader's text is not the first's`);
    found.push({ name, text: first.text, first: first.labels, second: second.labels });
  }
  return found;
}

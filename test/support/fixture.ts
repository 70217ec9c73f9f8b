/**
 * Fixtures: small texts written inside a test, with what is asked about them marked in place.
 *
 * - `//- name.sec` on a line of its own starts a file; a fixture without any is one file with the name `text.sec`.
 * - `$0` is the cursor.
 * - A line of `^^^^ label` below a line marks the characters above the carets; several such lines may follow one another.
 *
 * A fixture that opens with a line break is indented text: that break, the common indentation and a last, empty line go.
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** The place of the only `$0`; reading it throws when the fixture has none or several. */
  readonly cursor: FixtureCursor;
}

export interface FixtureFile {
  readonly name: string;
  /** The text without cursors and underlines. */
  readonly text: string;
  readonly cursors: readonly number[];
  readonly ranges: readonly FixtureRange[];
}

export interface FixtureCursor {
  readonly file: string;
  readonly offset: number;
}

/** Underlined characters, as offsets in the file's text. */
export interface FixtureRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
}

const header = /^\/\/- (\S+)$/;
const underline = /^[ \t]*(\^+)(?:[ \t]+(.*))?$/;
const cursorSign = '$0';

/** Reads a fixture; throws when an underline has no line above it, or text stands before the first header. */
export function readFixture(source: string): Fixture {
  const named: { name: string; lines: string[] }[] = [];
  const loose: string[] = [];
  for (const line of unindented(source).split('\n')) {
    const start = header.exec(line);
    if (start) named.push({ name: start[1] as string, lines: [] });
    else (named.at(-1)?.lines ?? loose).push(line);
  }
  if (named.length > 0 && loose.some((line) => line.trim() !== ''))
    throw new Error('text before the first file');
  const files =
    named.length > 0 ? named.map(({ name, lines }) => readFile(name, lines)) : [readFile('text.sec', loose)];
  return {
    files,
    get cursor() {
      return onlyCursor(files);
    },
  };
}

/** Takes the indentation of a template literal away; a text that opens with no line break stays as it is. */
export function unindented(source: string): string {
  if (!source.startsWith('\n')) return source;
  const lines = source.slice(1).split('\n');
  if (lines.at(-1)?.trim() === '') lines.pop();
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents, 1000);
  return lines.map((line) => line.slice(common)).join('\n');
}

interface PlainLine {
  readonly text: string;
  readonly start: number;
  /** Where the cursors stood in the line as it was written. */
  readonly cursorColumns: readonly number[];
}

function readFile(name: string, lines: readonly string[]): FixtureFile {
  const kept: string[] = [];
  const cursors: number[] = [];
  const ranges: FixtureRange[] = [];
  let above: PlainLine | undefined;
  let length = 0;
  for (const line of lines) {
    const marked = underline.exec(line);
    if (marked) {
      if (!above) throw new Error(`${name}: nothing above the underline "${line.trim()}"`);
      ranges.push(readUnderline(above, line.indexOf('^'), (marked[1] as string).length, marked[2] ?? ''));
      continue;
    }
    above = readPlainLine(line, length);
    for (const [i, column] of above.cursorColumns.entries())
      cursors.push(length + column - i * cursorSign.length);
    kept.push(above.text);
    length += above.text.length + 1;
  }
  return { name, text: kept.join('\n'), cursors, ranges };
}

function readPlainLine(line: string, start: number): PlainLine {
  const cursorColumns: number[] = [];
  for (let at = line.indexOf(cursorSign); at !== -1; at = line.indexOf(cursorSign, at + 1))
    cursorColumns.push(at);
  return { text: line.replaceAll(cursorSign, ''), start, cursorColumns };
}

/** Carets stand below the line as it is written, cursors included. */
function readUnderline(above: PlainLine, column: number, width: number, label: string): FixtureRange {
  const plain = (written: number): number =>
    written - cursorSign.length * above.cursorColumns.filter((cursor) => cursor < written).length;
  const from = plain(column);
  const to = plain(column + width);
  return { start: above.start + from, end: above.start + to, text: above.text.slice(from, to), label };
}

function onlyCursor(files: readonly FixtureFile[]): FixtureCursor {
  const all = files.flatMap(({ name, cursors }) => cursors.map((offset) => ({ file: name, offset })));
  const [first] = all;
  if (!first || all.length > 1) throw new Error(`the fixture has ${all.length} cursors in place of one`);
  return first;
}

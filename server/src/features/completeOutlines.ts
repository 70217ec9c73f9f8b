import { endOf, type Completion, type CompletionPlace, type Completions } from './completion.js';

interface Outline {
  readonly label: string;
  readonly detail: string;
  /** In the snippet syntax of the Language Server Protocol. */
  readonly text: string;
}

const marks: readonly Outline[] = [
  { label: '{++ ++}', detail: 'insertion', text: '{++${1:new words}++}' },
  { label: '{-- --}', detail: 'deletion', text: '{--${1:old words}--}' },
  { label: '{~~ ~> ~~}', detail: 'replacement', text: '{~~${1:old words}~>${2:new words}~~}' },
  { label: '{>> <<}', detail: 'comment', text: '{>>${1:why}<<}' },
  { label: '{== ==}', detail: 'highlight', text: '{==${1:words}==}' },
];

const outlines: readonly Outline[] = [
  { label: 'definition', detail: 'a row of a definition list', text: '${1:Term}\tmeans ${2:what it means}.' },
  {
    label: 'list',
    detail: 'a clause with paragraphs',
    text: '${1:X1.1} ${2:The DCC} shall:\n    (a) ${3:first}; and\n    (b) ${4:second}.',
  },
  {
    label: 'legal text',
    detail: 'a paper of legal text: front matter, definitions, an amended clause',
    text: '---\nmodification: ${1:SECMP0000}\ntitle: ${2:Title}\nbaseline: "${3:1.0}"\n---\nSection A (Definitions and Interpretation)\n\nInsert the following definitions in alphabetical order:\n\nTerm\tMeaning\n${4:Term}\tmeans ${5:what it means}.\n\nSection ${6:D}\n\n${6:D}${7:1.1} ${0:The amended clause in full, with its marks.}\n',
  },
];

/** Change marks behind an opening brace; a brace that the editor closed by itself goes with it. */
export function completeMarks(place: CompletionPlace): Completions | undefined {
  const typed = endOf(place, /\{(?:\+\+?|--?|~~?|>>?|==?)?$/);
  if (!typed) return undefined;
  const closed = place.after.startsWith('}') ? 1 : 0;
  const wanted = marks.filter(({ label }) => label.startsWith(typed.match[0]));
  return {
    items: wanted.map((outline) => toItem(outline, typed.at, place.offset + closed)),
    isIncomplete: false,
  };
}

/** Outlines of what drafters write, at the start of a line that says nothing else. */
export function completeOutlines(place: CompletionPlace): Completions | undefined {
  const typed = endOf(place, /(?<=^|\n)[ \u00a0]*([a-z]{1,12}(?: [a-z]{0,6})?)?$/);
  if (!typed || !/^[ \t]*(?:[\r\n]|$)/.test(place.after)) return undefined;
  const word = typed.match[1] ?? '';
  const wanted = outlines.filter(({ label }) => label.startsWith(word));
  return wanted.length === 0
    ? undefined
    : {
        items: wanted.map((outline) => toItem(outline, place.offset - word.length, place.offset)),
        isIncomplete: false,
      };
}

function toItem({ label, detail, text }: Outline, start: number, end: number): Completion {
  return { kind: 'snippet', label, detail, replaces: { start, end }, newText: text, explains: undefined };
}

const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const small: ReadonlyMap<string, number> = new Map([
  ...units.map((word, i) => [word, i] as const),
  ...tens.flatMap((word, i) => (word === '' ? [] : [[word, i * 10] as const])),
  ['nil', 0],
  ['fourty', 40],
]);
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

/** Whether a word in small letters can stand in a number that is written out; `and` and `a` only beside others. */
export function isNumberWord(word: string): boolean {
  return small.has(word) || scales.has(word) || word === 'dozen';
}

/**
 * The value of a number written out in small letters: `ten`, `twenty`, `one`, `one hundred and twenty` with its words apart
 * (hyphens parted too). Undefined for what is no single number: `five and ten`, `nineteen ninety`.
 */
export function parseNumberWords(words: readonly string[]): number | undefined {
  const counted = words[0] === 'a' ? ['one', ...words.slice(1)] : words;
  if (counted.at(-1) === 'dozen') {
    const dozens = counted.length === 1 ? 1 : parseNumberWords(counted.slice(0, -1));
    return dozens !== undefined && dozens < 20 ? dozens * 12 : undefined;
  }
  let total = 0;
  let group = -1;
  let lastScale = Number.POSITIVE_INFINITY;
  for (const [i, word] of counted.entries()) {
    const value = small.get(word);
    const scale = scales.get(word);
    if (word === 'and') {
      const before = counted[i - 1] ?? '';
      if (!scales.has(before) || i === counted.length - 1) return undefined;
    } else if (value !== undefined) {
      if (group === -1) group = value;
      else if (fitsBehind(group, value)) group += value;
      else return undefined;
    } else if (scale === 100) {
      if (group < 1 || group > 99) return undefined;
      group *= 100;
    } else if (scale !== undefined) {
      if (group < 1 || scale >= lastScale) return undefined;
      total += group * scale;
      lastScale = scale;
      group = -1;
    } else return undefined;
  }
  return group === -1 && total === 0 ? undefined : total + Math.max(group, 0);
}

/** `five` behind `twenty`, anything below a hundred behind whole hundreds. */
function fitsBehind(group: number, value: number): boolean {
  if (group >= 100) return group % 100 === 0 ? value > 0 : fitsBehind(group % 100, value);
  return group >= 20 && group % 10 === 0 && value > 0 && value < 10;
}

/** A whole number below a thousand million in words, as they are written in Britain: `one hundred and twenty-one`. */
export function formatNumberWords(value: number): string {
  if (value >= 1_000_000) return scaled(value, 1_000_000, 'million');
  if (value >= 1000) return scaled(value, 1000, 'thousand');
  if (value >= 100) {
    const rest = value % 100;
    return `${units[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` and ${formatNumberWords(rest)}`}`;
  }
  if (value < 20) return units[value] as string;
  const rest = value % 10;
  return `${tens[Math.floor(value / 10)]}${rest === 0 ? '' : `-${units[rest]}`}`;
}

function scaled(value: number, scale: number, word: string): string {
  const rest = value % scale;
  const head = `${formatNumberWords(Math.floor(value / scale))} ${word}`;
  if (rest === 0) return head;
  return `${head}${rest < 100 ? ' and' : ''} ${formatNumberWords(rest)}`;
}

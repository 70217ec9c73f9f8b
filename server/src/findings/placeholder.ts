import type { DocumentView } from '../index/documentView.js';
import { parseRoman } from '../model/numerals.js';
import type { Report, Rule } from './finding.js';

/** A sign is sooner found than the whole pattern, and nearly every text lacks it. */
interface Pattern {
  readonly sign: RegExp;
  readonly whole: RegExp;
}

const patterns: readonly Pattern[] = [
  {
    sign: /Error!/,
    whole:
      /\bError!\s+(?:Reference\s+source\s+not\s+found|Bookmark\s+not\s+defined|No\s+text\s+of\s+specified\s+style\s+in\s+document|Unknown\s+document\s+property\s+name)\.?/g,
  },
  {
    sign: /\{/,
    whole:
      /\bAnnex(?:es)? \{[^{}\n]{1,40}\}|\b(?:Section|Appendix|Schedule|[Cc]lause|[Pp]aragraph) \{[^{}\n]{1,40}\}/g,
  },
  { sign: /\{/, whole: /\{(?!\+\+|--|~~|>>|==)(?:[xX]{1,10}|[●•]|[^{}\n]{0,40})\}/g },
  {
    sign: /\[/,
    whole:
      /\[\s*(?:TBC|TBD|TBA|tbc|tbd|tba|[Tt]o\s+be\s+(?:confirmed|determined|completed|inserted|agreed|advised)|(?:insert|Insert|INSERT)\s[^[\]\n]{1,60}|[●•]+|[xX]{1,10}|\.{2,}|…|date|Date|DATE|name|Name|number|Number|X\.X|_{2,})\s*\]/g,
  },
  { sign: /\bTB[ACD]\b/, whole: /\[[^[\]\n]{1,40}\bTB[ACD]\s*\]|\[\s*TB[ACD]\b[^[\]\n]{1,40}\]/g },
  { sign: /x{3}/i, whole: /(?<![A-Za-z0-9])(?:[A-Z]{1,6})?[Xx]{3,12}(?![A-Za-z0-9])/g },
];

/** What drafting or Word left behind: `{xx}`, `Annex {x}`, `[TBC]`, `[●]`, `XXXX`, broken fields of Word. */
export const placeholder: Rule = {
  code: 'placeholder',
  runsOnLarge: false,
  restsOn: 'text',
  *find({ document }: DocumentView): Iterable<Report> {
    const { text } = document.reading;
    const found: { start: number; end: number }[] = [];
    for (const { sign, whole } of patterns) {
      if (!sign.test(text)) continue;
      whole.lastIndex = 0;
      for (let match = whole.exec(text); match; match = whole.exec(text)) {
        const start = match.index;
        const end = start + match[0].length;
        if (isOrdinary(match[0])) continue;
        if (!found.some((other) => other.start < end && start < other.end)) found.push({ start, end });
      }
    }
    for (const span of found) {
      const words = text.slice(span.start, span.end);
      yield { span, message: messageFor(words) };
    }
  },
};

/** Roman numerals (`LXXX`, though not `XXX` alone) and empty brackets leave no gap. */
function isOrdinary(words: string): boolean {
  const isNumeral = /^[A-Z]*[^X]X+$/.test(words) && parseRoman(words.toLowerCase()) !== undefined;
  return isNumeral || words === '{}';
}

function messageFor(words: string): string {
  if (words.startsWith('Error!')) {
    return `“${words}” is a cross-reference field that Word could not update: write the reference that was meant.`;
  }
  return `“${words}” is a placeholder that was left in the text: fill it in.`;
}

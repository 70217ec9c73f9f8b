import type { DocumentView } from '../index/documentView.js';
import type { Report, Rule } from './finding.js';

const patterns: readonly RegExp[] = [
  /\bError!\s+(?:Reference source not found|Bookmark not defined|No text of specified style in document|Unknown document property name)\.?/g,
  /\bAnnex(?:es)? \{[^{}\n]{1,40}\}|\b(?:Section|Appendix|Schedule|[Cc]lause|[Pp]aragraph) \{[^{}\n]{1,40}\}/g,
  /\{(?!\+\+|--|~~|>>|==)(?:[xX]{1,10}|[●•]|[^{}\n]{0,40})\}/g,
  /\[\s*(?:TBC|TBD|TBA|tbc|tbd|tba|to be (?:confirmed|determined|completed|inserted|agreed|advised)|To be (?:confirmed|determined|completed|inserted|agreed|advised)|insert [^[\]\n]{1,60}|Insert [^[\]\n]{1,60}|INSERT [^[\]\n]{1,60}|[●•]+|[xX]{1,10}|\.{2,}|…|date|Date|DATE|name|Name|number|Number|X\.X|_{2,})\s*\]/g,
  /(?<![A-Za-z0-9])(?:[A-Z]{1,6})?[Xx]{3,12}(?![A-Za-z0-9])/g,
];

/** What drafting or Word left behind: `{xx}`, `Annex {x}`, `[TBC]`, `[●]`, `XXXX`, broken fields of Word. */
export const placeholder: Rule = {
  code: 'placeholder',
  runsOnLarge: false,
  *find({ document }: DocumentView): Iterable<Report> {
    const { text } = document.reading;
    const found: { start: number; end: number }[] = [];
    for (const pattern of patterns) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
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

/** `XXX` and `xxx` leave a gap; `XXI` never matches; a lower-case word that ends so does not exist. */
function isOrdinary(words: string): boolean {
  return /^[A-Z]{1,6}xxx/.test(words) || words === '{}';
}

function messageFor(words: string): string {
  if (words.startsWith('Error!')) {
    return `“${words}” is a cross-reference field that Word could not update: write the reference that was meant.`;
  }
  return `“${words}” is a placeholder that was left in the text: fill it in.`;
}

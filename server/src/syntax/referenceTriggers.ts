import type { LeadWord } from './reference.js';

/* The words that references begin with. */

const triggerWords =
  /\b(?:[Ss]ections?|SECTIONS?|[Ss]ec\.|ss?\.(?=[\s\u00a0]?[A-Z]\d)|[Ss]ch\.?(?=[\s\u00a0]\d)|[Aa]pp\.?(?=[\s\u00a0][A-Z]{1,2}(?![A-Za-z0-9]))|(?:[Ss]ub-?)?[Cc]lauses?|CLAUSES?|[Cc]ll?\.(?=[\s\u00a0]?\d)|(?:[Ss]ub-?)?[Pp]aragraphs?|[Pp]aras?\.?|[Ss]chedules?|SCHEDULES?|[Aa]ppendix|APPENDIX|[Aa]ppendices|[Aa]nnex(?:es)?|ANNEX|[Cc]onditions?|[Pp]arts?)(?=[\s\u00a0]|[A-Z]?\d|\((?!e?s\))[a-z]{1,4}\))|(?<=[Tt]his[\s\u00a0])(?:Section|Schedule|Appendix|Annex)(?=[.,;:)])|(?<![A-Za-z0-9.&/_-])[A-Z]\d{1,3}[A-Z]?\.\d|\bSEC[\s\u00a0][A-Z]\d/;

/** What all of them begin with comes first: most places are passed over by their first letter. */
export const trigger = new RegExp(`(?=[A-Zacps])(?<!\\w)(?:${triggerWords.source})`, 'g');

/** The same, at one place only. */
export const triggerHere = new RegExp(trigger.source, 'y');

export function leadOf(word: string): LeadWord {
  const lower = word.toLowerCase();
  if (lower.startsWith('section') || lower === 'sec.' || /^ss?\./.test(lower)) return 'section';
  if (/^(?:sub-?)?clause|^cll?\./.test(lower)) return 'clause';
  if (lower.startsWith('para') || lower.startsWith('sub')) return 'paragraph';
  if (lower.startsWith('sch')) return 'schedule';
  if (lower.startsWith('app')) return 'appendix';
  if (lower.startsWith('annex')) return 'annex';
  if (lower.startsWith('condition')) return 'condition';
  if (lower.startsWith('part')) return 'part';
  return 'bare';
}

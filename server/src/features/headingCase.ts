import type { DocumentView } from '../index/documentView.js';
import type { TermTable } from '../index/termTable.js';
import { termWords } from '../model/termForms.js';
import { titleCase } from '../model/titleCase.js';
import { isGeneralAbbreviation } from '../syntax/words.js';

/** A heading in capitals as a bracket writes it; words that terms and names write in capitals (`DCC`, `SMKI`) keep theirs. */
export function inTitleCase(view: DocumentView, heading: string): string {
  // Of one short word nobody can tell.
  if (!/[A-Z]{4}/.test(heading)) return heading;
  const tables = [...view.definedTables, view.factTable];
  return titleCase(
    heading,
    (word) => isGeneralAbbreviation(word) || tables.some((table) => abbreviationsOf(table).has(word)),
  );
}

/** The words in capitals that the terms of a table hold; a table is never changed once it is asked about. */
const abbreviations = new WeakMap<TermTable, ReadonlySet<string>>();

function abbreviationsOf(table: TermTable): ReadonlySet<string> {
  const held = abbreviations.get(table);
  if (held) return held;
  const found = new Set<string>();
  for (const term of table.terms())
    for (const word of termWords(term)) if (/^[A-Z][A-Z0-9]+$/.test(word)) found.add(word);
  abbreviations.set(table, found);
  return found;
}

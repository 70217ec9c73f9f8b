import { parseOwner, type ProvisionOwner } from '../model/provisionId.js';

/** `In this Annex, a reference to a clause is to a clause of Appendix AB.`, `References in this Annex to clauses are to those of Schedule 3.` */
const statement =
  /^(?:in this annex,? [^.]{0,40}\breferences? to|references? in this annex to) (?:a |any |the )?clauses?\b[^.]{0,40}? (?:is|are|shall be|means?) (?:(?:a )?references? )?(?:to )?(?:(?:a |the )?clauses?|those|one) (?:of|in) (appendix [a-z]{1,2}|schedule \d{1,2})\b/i;

/** A longer paragraph says more than that. */
const longestStatement = 240;

/** The part of the Code whose clauses an Annex means where it says no more than `clause 3.1`, by a sentence of its own. */
export function statedOwner(words: string): ProvisionOwner | undefined {
  if (words.length > longestStatement) return undefined;
  const part = statement.exec(words.trim())?.[1];
  return part === undefined ? undefined : parseOwner(part);
}

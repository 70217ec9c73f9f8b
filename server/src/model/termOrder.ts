/**
 * The order of a definition list: by letters and digits alone, case and signs left out, a space before any letter
 * (`Change Board Member` before `Charges`). Negative where `a` comes first.
 */
export function compareTerms(a: string, b: string): number {
  const first = orderKey(a);
  const second = orderKey(b);
  return first < second ? -1 : Number(first > second);
}

function orderKey(term: string): string {
  return term
    .toLowerCase()
    .replace(/[’'“”"‘*]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

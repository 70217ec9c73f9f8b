const small = /^(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|the|to|under|with)$/;

/**
 * A heading in capitals as it is written in brackets: `MODIFICATION PROPOSAL DECISION` as `Modification Proposal Decision`. Any
 * other heading stays as it is.
 *
 * @param isAbbreviation tells of a word in capitals whether it is written so everywhere
 */
export function titleCase(heading: string, isAbbreviation: (word: string) => boolean): string {
  if (heading !== heading.toUpperCase()) return heading;
  return heading
    .split(' ')
    .map((word, i) => {
      const lower = word.toLowerCase();
      if (i > 0 && small.test(lower)) return lower;
      return isAbbreviation(word.replace(/^[^A-Z]+|[^A-Z0-9]+$/g, '')) ? word : capitalised(lower);
    })
    .join(' ');
}

function capitalised(word: string): string {
  return word.replace(/^[^a-z]*[a-z]|-[a-z]/g, (letter) => letter.toUpperCase());
}

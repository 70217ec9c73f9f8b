import type { DocumentFacts } from '../index/documentFacts.js';

/** Which codes are silent where, by the comments in a text (product.md, Findings). */
export interface Suppressions {
  isSilent(code: string, line: number): boolean;
}

const directive = /<!--\s*smart-energy-code-(disable-next-line|disable-file|disable|enable)\b([^>]*?)-->/;

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Empty for all codes. */
  readonly codes: ReadonlySet<string>;
}

/** Reads the suppression comments of a document. A `disable` without `enable` holds to the end. */
export function readSuppressions(document: DocumentFacts): Suppressions {
  const stretches: Stretch[] = [];
  const open: { from: number; codes: Set<string> }[] = [];
  for (const comment of document.reading.comments) {
    const match = directive.exec(document.text.slice(comment.start, comment.end));
    if (!match) continue;
    const codes = new Set((match[2] ?? '').split(/[\s,]+/).filter((word) => word !== ''));
    const line = document.lines.positionAt(comment.end).line;
    if (match[1] === 'disable-next-line') stretches.push({ from: line + 1, to: line + 1, codes });
    else if (match[1] === 'disable-file') stretches.push({ from: 0, to: Infinity, codes });
    else if (match[1] === 'disable') open.push({ from: line, codes });
    else closeStretches(open, codes, line, stretches);
  }
  for (const { from, codes } of open) stretches.push({ from, to: Infinity, codes });
  return {
    isSilent: (code, line) =>
      stretches.some(
        ({ from, to, codes }) => from <= line && line <= to && (codes.size === 0 || codes.has(code)),
      ),
  };
}

/** `enable` without codes ends every open stretch; with codes those that name one of them. */
function closeStretches(
  open: { from: number; codes: Set<string> }[],
  codes: ReadonlySet<string>,
  line: number,
  into: Stretch[],
): void {
  for (let i = open.length - 1; i >= 0; i--) {
    const stretch = open[i] as { from: number; codes: Set<string> };
    const ends =
      codes.size === 0 || stretch.codes.size === 0 || [...codes].some((code) => stretch.codes.has(code));
    if (!ends) continue;
    into.push({ from: stretch.from, to: line, codes: stretch.codes });
    open.splice(i, 1);
  }
}

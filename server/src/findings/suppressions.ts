import type { DocumentFacts } from '../index/documentFacts.js';

/** Which codes are silent where, by the comments in a text (product.md, Findings). */
export interface Suppressions {
  isSilent(code: string, line: number): boolean;
}

const directive = /<!--\s*smart-energy-code-(disable-next-line|disable-file|disable|enable)\b([^>]*?)-->/;

/** The codes that a comment names. */
interface Codes {
  /** Whether it names none and so means every one, but for `names`; else `names` are the codes. */
  readonly isAll: boolean;
  readonly names: ReadonlySet<string>;
}

interface Stretch extends Codes {
  readonly from: number;
  readonly to: number;
}

/** A `disable` that is not ended yet; an `enable` takes single codes out of it. */
interface OpenStretch extends Codes {
  readonly from: number;
  readonly names: Set<string>;
}

/** Reads the suppression comments of a document; undefined where it has none. A `disable` without `enable` holds to the end. */
export function readSuppressions(document: DocumentFacts): Suppressions | undefined {
  if (document.reading.comments.length === 0) return undefined;
  const stretches: Stretch[] = [];
  let open: OpenStretch[] = [];
  for (const comment of document.reading.comments) {
    const match = directive.exec(document.text.slice(comment.start, comment.end));
    if (!match) continue;
    const names = new Set((match[2] ?? '').split(/[\s,]+/).filter((word) => word !== ''));
    const codes = { isAll: names.size === 0, names };
    const line = document.lines.positionAt(comment.end).line;
    if (match[1] === 'disable-next-line') stretches.push({ from: line + 1, to: line + 1, ...codes });
    else if (match[1] === 'disable-file') stretches.push({ from: 0, to: Infinity, ...codes });
    else if (match[1] === 'disable') open.push({ from: line, ...codes });
    else open = open.filter((stretch) => !endsStretch(stretch, codes, line, stretches));
  }
  for (const stretch of open) stretches.push({ ...stretch, to: Infinity });
  return {
    isSilent: (code, line) =>
      stretches.some(({ from, to, isAll, names }) => from <= line && line <= to && isAll !== names.has(code)),
  };
}

/** `enable` without codes ends a stretch; with codes it ends the stretch for those, and the others stay silent. */
function endsStretch(stretch: OpenStretch, enabled: Codes, to: number, into: Stretch[]): boolean {
  const { from, isAll, names } = stretch;
  if (enabled.isAll) {
    into.push({ ...stretch, to });
    return true;
  }
  for (const name of enabled.names) {
    if (isAll === names.has(name)) continue;
    into.push({ from, to, isAll: false, names: new Set([name]) });
    if (isAll) names.add(name);
    else names.delete(name);
  }
  return !isAll && names.size === 0;
}

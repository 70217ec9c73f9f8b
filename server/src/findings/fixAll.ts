import type { FindingCode } from './codes.js';
import type { Finding, FixEdit } from './finding.js';

/**
 * The edits of every finding that has one mend which was surely meant; of two that meet, the first is made and the other left
 * for the next time.
 * @param code only findings of this code
 */
export function fixAll(findings: readonly Finding[], code?: FindingCode): FixEdit[] {
  const edits: FixEdit[] = [];
  for (const finding of findings) {
    if (code !== undefined && finding.code !== code) continue;
    const fix = finding.fixes.find(({ isPreferred }) => isPreferred);
    if (!fix || fix.edits.some((edit) => edits.some((other) => meets(edit, other)))) continue;
    edits.push(...fix.edits);
  }
  return edits;
}

function meets(a: FixEdit, b: FixEdit): boolean {
  return a.uri === b.uri && a.start <= b.end && b.start <= a.end;
}

import type { DocumentFacts } from '../index/documentFacts.js';
import { editableSpan } from '../index/editable.js';
import { formatProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Span } from '../text/span.js';
import type { LeftAlone, RenameEdit } from './rename.js';

/** What becomes of the steps of one list in a document, and what was found of it so far. */
export interface StepChange {
  readonly document: DocumentFacts;
  readonly outer: string;
  readonly steps: ReadonlyMap<string, string>;
  readonly edits: RenameEdit[];
  readonly left: LeftAlone[];
}

/** Changes the numbers that a reference writes. */
export function changeReference(change: StepChange, reference: Reference): void {
  const { start, end, ownerStart, id } = reference;
  changeSpan(change, id, { start, end: ownerStart ?? end });
  // `paragraph 1.1 of Part 2 of Appendix J` means Appendix J/1.1: numbers are named without the Part that they stand in.
  if (id.number !== '' && id.divisions.at(-1)?.startsWith('Part '))
    changeSpan(change, { ...id, divisions: id.divisions.slice(0, -1) }, { start, end });
}

/** Changes the step in the words that name a provision, where they write it: a relative reference may leave it out. */
export function changeSpan(
  { document, outer, steps, edits, left }: StepChange,
  id: ProvisionId,
  span: Span,
): void {
  const key = formatProvisionId(id);
  if (!key.startsWith(outer) || id.definitionOf !== undefined) return;
  const old = /^[A-Za-z0-9]+/.exec(key.slice(outer.length))?.[0];
  const step = old === undefined ? undefined : steps.get(old);
  if (old === undefined || step === undefined) return;
  const inLevels = outer.endsWith('(');
  const depth = inLevels ? outer.split('(').length - 2 : numberDepth(id, outer);
  const place = inLevels ? levelPlace(document, id, span, depth) : numberPlace(document, id, span, depth);
  if (place === undefined) return;
  const file = editableSpan(document, place);
  if (file) edits.push({ ...file, newText: step, uri: document.uri, choice: undefined });
  else
    left.push({
      ...document.reading.toFileSpan(place),
      uri: document.uri,
      why: 'a change mark or emphasis cuts through the number',
    });
}

/** Which of the number's steps stands behind the outer name. */
function numberDepth(id: ProvisionId, outer: string): number {
  const name = formatProvisionId({ ...id, number: '\u0000', levels: [] }).split('\u0000')[0] as string;
  return outer.slice(name.length).split('.').length - 1;
}

/** Where a step of the number is written: the whole number, or its last steps (`Sections D1.1 and 1.2`). */
function numberPlace(document: DocumentFacts, id: ProvisionId, span: Span, depth: number): Span | undefined {
  const words = withoutOwner(document.reading.slice(span.start, span.end));
  const steps = id.number.split('.');
  const whole = new RegExp(`(?<![0-9]|[0-9]\\.)${steps.join('\\s*\\.\\s*')}(?![0-9])`).exec(words);
  if (!whole) return undefined;
  let at = whole.index;
  for (let i = 0; i < depth; i++) at = words.indexOf('.', at + (steps[i] as string).length) + 1;
  at += /^\s*/.exec(words.slice(at))?.[0].length ?? 0;
  const start = span.start + at;
  return { start, end: start + (steps[depth] as string).length };
}

/** `Schedule 4, paragraph 4`: the number of the part itself is no number in it. */
function withoutOwner(words: string): string {
  return words.replace(/\b(?:schedule|appendix|annex|part)\s+[A-Za-z0-9]{1,3}\b/gi, (owner) =>
    ' '.repeat(owner.length),
  );
}

/** Where a level is written: the levels that are written are the last ones of the name. */
function levelPlace(document: DocumentFacts, id: ProvisionId, span: Span, depth: number): Span | undefined {
  const words = document.reading.slice(span.start, span.end);
  const written = [...words.matchAll(/\(?([A-Za-z0-9]{1,7})(?:\)|\.(?=\s*$))/g)];
  let level = id.levels.length - 1;
  for (const match of written.reverse()) {
    const sign = match[1] as string;
    if (level < 0 || !isLevel(sign, id.levels[level] as string)) continue;
    if (level === depth) {
      const end = span.start + match.index + match[0].indexOf(sign) + sign.length;
      return { start: end - (id.levels[level] as string).length, end };
    }
    level--;
  }
  return undefined;
}

function isLevel(written: string, level: string): boolean {
  return written === level || (/^\d/.test(written) && written.endsWith(level));
}

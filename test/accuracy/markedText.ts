import type { Span } from '../../server/src/text/span.js';
import type {
  DefinitionLabel,
  FaultLabel,
  Labels,
  NeutralLabel,
  ReferenceLabel,
  UseLabel,
} from './labels.js';

/** A text with its labels taken out of it. */
export interface MarkedText {
  readonly text: string;
  readonly labels: Labels;
}

interface OpenMark {
  /** Where the surface begins in the text. */
  readonly start: number;
  /** The sign `|` that may open the label, in the text so far; the last one counts. */
  bar: number;
}

/**
 * Reads `⟦surface|label⟧` marks, which may nest:
 *
 * - `d`, `d SCOPE`, `d SCOPE = Term`: a definition's term
 * - `u`, `u Term`: a use
 * - `r TARGET`, `r:KIND TARGET`, `r TARGET through END`: a reference
 * - `f CODE`: a fault that must be reported
 * - `n`: counts neither way
 *
 * @throws when a mark is never closed, or its label is none of these
 */
export function readMarkedText(marked: string): MarkedText {
  const labels = {
    definitions: [] as DefinitionLabel[],
    uses: [] as UseLabel[],
    references: [] as ReferenceLabel[],
    faults: [] as FaultLabel[],
    neutral: [] as NeutralLabel[],
  };
  const open: OpenMark[] = [];
  let text = '';
  for (const piece of marked.split(/([⟦|⟧])/)) {
    const mark = open.at(-1);
    if (piece === '⟦') open.push({ start: text.length, bar: -1 });
    else if (piece === '⟧') {
      if (!mark || mark.bar === -1) throw new Error(`a mark without a label before “${text.slice(-40)}”`);
      const label = text.slice(mark.bar + 1);
      text = text.slice(0, mark.bar);
      open.pop();
      sort(label.trim(), text, { start: mark.start, end: mark.bar }, labels);
    } else {
      if (piece === '|' && mark) mark.bar = text.length;
      text += piece;
    }
  }
  if (open[0]) throw new Error(`a mark that is never closed: “${text.slice(open[0].start).slice(0, 40)}”`);
  for (const list of Object.values(labels)) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, labels };
}

type Growing = { readonly [Key in keyof Labels]: Labels[Key][number][] };

function sort(label: string, text: string, span: Span, into: Growing): void {
  const surface = text.slice(span.start, span.end);
  const [, sign = '', detail = ''] = /^(d|u|r(?::[a-z-]+)?|f|n)(?:\s+(.*))?$/s.exec(label) ?? [];
  switch (sign.charAt(0)) {
    case 'd': {
      const [, scope = '', term = surface] = /^([^=]*?)\s*(?:=\s*(.+))?$/s.exec(detail) ?? [];
      into.definitions.push({ ...span, term, scope: scope === '' ? undefined : scope });
      return;
    }
    case 'u':
      into.uses.push({ ...span, term: detail === '' ? undefined : detail });
      return;
    case 'r': {
      const [target = '', through] = detail.split(/\s+through\s+/);
      const kind = sign.includes(':') ? sign.slice(2) : undefined;
      if (target !== '') {
        into.references.push({ ...span, target, kind, through });
        return;
      }
      break;
    }
    case 'f':
      if (/^[a-z]+(?:-[a-z]+)*$/.test(detail)) {
        into.faults.push({ ...span, code: detail });
        return;
      }
      break;
    case 'n':
      into.neutral.push(span);
      return;
  }
  throw new Error(`“${surface}” has a label that is none: “${label}”`);
}

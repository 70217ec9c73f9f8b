import type { DocumentView } from '../index/documentView.js';
import { headingsOf } from '../index/provisionHeadings.js';
import { formatProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import { firstAtOrAfter, type Span } from '../text/span.js';
import { provisionPlaces, type Destination } from './definition.js';
import { provisionLabel } from './placeLabel.js';

/** Which hints are wanted. */
export interface InlayHintKinds {
  /** The heading of a provision behind a reference that has none in brackets. */
  readonly headings: boolean;
  /** What a number belongs to that stands without its part or clause. */
  readonly owners: boolean;
}

/** Words that an editor shows behind a reference and that are not in the text. */
export interface InlayHint {
  /** Reading offset behind the reference. */
  readonly offset: number;
  readonly kind: keyof InlayHintKinds;
  readonly words: string;
  /** Where the provision that they tell of stands. */
  readonly destination: Destination | undefined;
}

const longestHeading = 60;

/** A number or list labels alone, with or without the word before them. */
const bareNumber =
  /^(?:(?:this[\s\u00a0]+)?(?:sub-?)?(?:section|clause|paragraph|part)s?[\s\u00a0]+)?(?:\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2}){0,9}\.?|(?=\())(?:[\s\u00a0]?\([A-Za-z0-9]{1,7}\)|[a-z]\)){0,6}$/i;

/** The hints for the references that begin in a stretch of the text (reading offsets), in text order. */
export function inlayHints(view: DocumentView, within: Span, kinds: InlayHintKinds): InlayHint[] {
  const { references } = view.document;
  const startOf = (i: number): number => references[i]?.start ?? 0;
  const first = firstAtOrAfter(references.length, startOf, within.start);
  const last = firstAtOrAfter(references.length, startOf, within.end);
  const hints: InlayHint[] = [];
  for (const reference of references.slice(first, last)) {
    if (kinds.owners) {
      const words = ownerWords(view, reference);
      if (words !== undefined) hints.push(hintFor(view, reference, 'owners', words));
    }
    if (kinds.headings) {
      const words = headingWords(view, reference);
      if (words !== undefined) hints.push(hintFor(view, reference, 'headings', words));
    }
  }
  return hints;
}

function hintFor(
  view: DocumentView,
  reference: Reference,
  kind: InlayHint['kind'],
  words: string,
): InlayHint {
  const [destination] =
    view.resolveReference(reference).status === 'found' ? provisionPlaces(view, reference) : [];
  return { offset: reference.end, kind, words, destination };
}

/** `of Appendix AB`, `of Section D9.4`, `of this document`. */
function ownerWords(
  view: DocumentView,
  { start, end, id, isSelf, ownerStart }: Reference,
): string | undefined {
  if (isSelf || ownerStart !== undefined || id.definitionOf !== undefined) return undefined;
  const written = view.document.reading.slice(start, end);
  if (written.length > 60 || !bareNumber.test(written.trim())) return undefined;
  if (/\d/.test(written.replace(/\([^)]*\)/g, ''))) {
    return id.owner.kind === 'own' ? 'of this document' : `of ${labelOf({ ...id, number: '', levels: [] })}`;
  }
  const whole = labelOf({ ...id, levels: id.levels.slice(0, -countLevels(written)) });
  return whole === '' ? undefined : `of ${whole}`;
}

function countLevels(written: string): number {
  return Math.max(1, [...written.matchAll(/[A-Za-z0-9]\)/g)].length);
}

function labelOf(id: Reference['id']): string {
  return provisionLabel({ key: formatProvisionId(id), owner: id.owner });
}

/** The heading in brackets, as a drafter would write it, where facts or the text at hand confirm one. */
function headingWords(view: DocumentView, reference: Reference): string | undefined {
  const { id, heading, isSelf, through, start, end } = reference;
  if (heading || isSelf || through !== undefined || id.owner.kind === 'own') return undefined;
  // `paragraph (a) above` stands under the heading already.
  if (id.number !== '' && !/\d/.test(view.document.reading.slice(start, end))) return undefined;
  const [known] = headingsOf(view, id).filter(({ isRecalled }) => !isRecalled);
  if (!known) return undefined;
  const words = known.words.replace(/\s+/g, ' ');
  return `(${words.length <= longestHeading ? words : `${words.slice(0, longestHeading - 1)}…`})`;
}

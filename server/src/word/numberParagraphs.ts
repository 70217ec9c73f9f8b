import { paragraphsOf, type Block, type Paragraph, type ParagraphProperties } from './blocks.js';
import { NumberCounters } from './numberCounters.js';
import type { Numbering } from './numbering.js';

/** One of the two texts that a file with tracked changes holds. */
interface View {
  readonly counters: NumberCounters;
  /** A change of this kind is not in the text. */
  readonly without: 'insertion' | 'deletion';
  propertiesOf(paragraph: Paragraph): ParagraphProperties;
}

/**
 * Gives every paragraph its number as printed before and after the tracked changes. Each view counts for itself: where the mark
 * that ends a paragraph is not in a view, the paragraph and the next are one there, and count once.
 */
export function numberParagraphs(blocks: readonly Block[], numbering: Numbering): void {
  const all = [...paragraphsOf(blocks)].filter(({ isContents }) => !isContents);
  const now: View = {
    counters: new NumberCounters(),
    without: 'deletion',
    propertiesOf: ({ properties }) => properties,
  };
  const before: View = {
    counters: new NumberCounters(),
    without: 'insertion',
    propertiesOf: ({ properties, formerProperties }) => formerProperties ?? properties,
  };
  const labelsNow = numberView(all, numbering, now);
  // Where no paragraph came, went or changed its list, both views count alike.
  const isCountedAlike = all.every(({ markChange, formerProperties }) => !markChange && !formerProperties);
  const labelsBefore = isCountedAlike ? labelsNow : numberView(all, numbering, before);
  all.forEach((paragraph, i) => {
    paragraph.label = { now: labelsNow[i], before: labelsBefore[i] };
    const { now: shown, before: former } = paragraph.label;
    const place = (shown ?? former) === undefined ? undefined : numbering.placeOf(paragraph.properties);
    paragraph.list = place && { counter: place.list.counter, level: place.level };
    paragraph.indent = numbering.indentOf(paragraph.properties);
  });
}

function numberView(all: readonly Paragraph[], numbering: Numbering, view: View): (string | undefined)[] {
  const labels: (string | undefined)[] = [];
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to + 1 < all.length && (all[to] as Paragraph).markChange?.kind === view.without) to++;
    // Of paragraphs that are one in this view, the first with words of its own carries the number.
    let carrier = from;
    while (carrier < to && !hasText(all[carrier] as Paragraph, view)) carrier++;
    const first = all[from] as Paragraph;
    const isThere =
      hasText(all[carrier] as Paragraph, view) || (all[to] as Paragraph).markChange?.kind !== view.without;
    if (isThere) labels[carrier] = count(all[carrier] as Paragraph, numbering, view);
    for (let member = from + 1; member <= to; member++)
      (all[member] as Paragraph).labelChange ??= first.markChange;
    from = to + 1;
  }
  return labels;
}

function hasText({ pieces }: Paragraph, { without }: View): boolean {
  return pieces.some((piece) => piece.kind !== 'comment' && piece.change?.kind !== without);
}

function count(paragraph: Paragraph, numbering: Numbering, view: View): string | undefined {
  const place = numbering.placeOf(view.propertiesOf(paragraph));
  return place && view.counters.next(place.list, place.level, (loss) => void paragraph.losses.push(loss));
}

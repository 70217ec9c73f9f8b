import type { Change } from './blocks.js';
import type { Raised } from './raised.js';
import { isElement, type XmlElement } from './xml.js';

/** Elements that say that what they hold, or the mark or row whose properties hold them, was changed. */
export const changeKinds: Readonly<Record<string, Pick<Change, 'kind' | 'isMove'>>> = {
  'w:ins': { kind: 'insertion', isMove: false },
  'w:del': { kind: 'deletion', isMove: false },
  'w:moveFrom': { kind: 'deletion', isMove: true },
  'w:moveTo': { kind: 'insertion', isMove: true },
  'w:cellIns': { kind: 'insertion', isMove: false },
  'w:cellDel': { kind: 'deletion', isMove: false },
};

/** What holds inside an element and all that stands in it. */
export interface Surroundings {
  readonly change: Change | undefined;
  /** Words that one change inserted and another deleted stand in no version. */
  readonly isGone: boolean;
  readonly isHidden: boolean;
  /** Struck through by hand, not by a tracked change. */
  readonly isStruck: boolean;
  readonly raised?: Raised;
}

export const plain: Surroundings = { change: undefined, isGone: false, isHidden: false, isStruck: false };

/** The surroundings inside a change. */
export function within(change: Change, around: Surroundings): Surroundings {
  const isGone = around.isGone || (around.change !== undefined && around.change.kind !== change.kind);
  return { ...around, change, isGone };
}

/** The change that properties (of a paragraph's mark, of a row, of a cell) stand in. */
export function changeIn(properties: XmlElement | undefined): Change | undefined {
  const marks = (properties?.children ?? []).filter(
    (child): child is XmlElement => isElement(child) && changeKinds[child.name] !== undefined,
  );
  // A mark that was inserted and deleted again stands in neither version, as a deleted one does not.
  const mark = marks.find(({ name }) => changeKinds[name]?.kind === 'deletion') ?? marks[0];
  return mark && changeOf(mark);
}

/** The change that an element of `changeKinds` makes. */
export function changeOf(element: XmlElement): Change {
  return { ...(changeKinds[element.name] as Pick<Change, 'kind' | 'isMove'>), ...changeBy(element) };
}

export function changeBy({ attributes }: XmlElement): Pick<Change, 'author' | 'date'> {
  const { author = '', date = '' } = attributes;
  return { author, date };
}

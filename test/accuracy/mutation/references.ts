import { headingForm } from '../../../server/src/index/provisionHeadings.js';
import type { ReferenceLabel } from '../labels.js';
import { atHand, meets, surfaceOf, type Mutant, type MutableText, type MutationKind } from './mutableText.js';

function behind({ text }: MutableText, { end }: ReferenceLabel): string {
  return text.slice(end, end + 120);
}

/** Whether a later member of a list takes its number from this one: `paragraph (a) or (b)`. */
function isShared(text: MutableText, label: ReferenceLabel): boolean {
  return /^\s*(?:,|and|or|to|&|[-–—])[\s,andor]*\(/.test(behind(text, label));
}

/** `sections 3 and 4`: a later member may be a statute's too, unless a point in its number says otherwise. */
function isOfSmallSections(text: MutableText, label: ReferenceLabel): boolean {
  const before = text.text.slice(Math.max(0, label.start - 60), label.start);
  return /^\d+$/.test(surfaceOf(text, label)) && /\bsections\b[\d\s,.()a-z]*$/.test(before);
}

function kindOf(
  name: string,
  codes: readonly string[],
  make: (
    text: MutableText,
    label: ReferenceLabel,
    pick: <T>(choices: readonly T[]) => T,
  ) => Mutant | undefined,
): MutationKind {
  return {
    name,
    codes,
    *mutants(text, pick) {
      for (const label of text.labels.references) {
        if (meets(text.baseline, label) || meets(text.labels.neutral, label)) continue;
        yield () => make(text, label, pick);
      }
    },
  };
}

/** A number that no list reaches; a lower-case `section` may be that of a statute and is left out. */
export const referenceBroken = kindOf(
  'reference past the end of its list',
  ['unresolved-reference'],
  (text, label, pick) => {
    const surface = surfaceOf(text, label);
    const last = /(\d+|\([a-z]{1,4}\))$/.exec(surface)?.[1];
    // Annexes may be bound apart, and are not checked.
    if (/^#?Annex \w+$/.test(label.target)) return undefined;
    if (last === undefined || !label.target.endsWith(last) || /^(?:this\b|sections?\b)/.test(surface))
      return undefined;
    if (label.through !== undefined || isShared(text, label) || !atHand(text, label)) return undefined;
    if (isOfSmallSections(text, label)) return undefined;
    const fresh = last.startsWith('(')
      ? pick(['(y)', '(z)', '(w)'])
      : String(71 + pick([...Array(25).keys()]));
    if (new RegExp(`(?:^|[\\n\\t .])${fresh.replace(/[()]/g, '\\$&')}`).test(text.text)) return undefined;
    return {
      edits: [{ start: label.end - last.length, end: label.end, newText: fresh }],
      codes: ['unresolved-reference'],
      places: [label],
      // A definition that pointed to another's place points nowhere now.
      follows: ['duplicate-definition', 'dangling-meaning'],
      note: `“${surface}” now ends in ${fresh}`,
    };
  },
);

const otherWords = ['Archive', 'Correspondence', 'Holidays', 'Furniture'];

export const headingAltered = kindOf('heading altered', ['heading-mismatch'], (text, label, pick) => {
  const bracket = /^\s*\(([A-Z][^()]{5,100})\)/.exec(behind(text, label));
  const heading = bracket?.[1];
  if (heading === undefined || !atHand(text, label)) return undefined;
  const start = label.end + (bracket?.[0].indexOf(heading) ?? 0);
  const word = pick([...heading.matchAll(/[A-Za-z]{4,}/g)]);
  if (word === undefined || meets(text.baseline, { start, end: start + heading.length })) return undefined;
  const at = start + word.index;
  return {
    edits: [{ start: at, end: at + word[0].length, newText: pick(otherWords) }],
    codes: ['heading-mismatch'],
    places: [{ start, end: start + heading.length }],
    note: `the heading “${heading}” was altered`,
  };
});

export const otherSection = kindOf(
  'this Section is another',
  ['self-reference-mismatch'],
  (text, label, pick) => {
    const surface = surfaceOf(text, label);
    // Only a place with a number of the Code tells what `this` may mean (docs/findings.md).
    if (label.target.startsWith('#')) return undefined;
    const number = /^this (?:Section|Clause|clause) ([A-Z]?)(\d+)(?:\.\d+)?$/.exec(surface);
    if (!number || /^\s*\(/.test(behind(text, label)) || !atHand(text, label)) return undefined;
    const whole = (number[1] ?? '') + (number[2] ?? '');
    const others = text.view.document.tree.provisions
      .map(({ key }) => key.replace(/^.*[#/]/, ''))
      .filter((key) => /^[A-Z]?\d+$/.test(key) && key !== whole && key.startsWith(number[1] ?? ''));
    if (others.length === 0) return undefined;
    const other = pick(others);
    return {
      edits: [{ start: label.start + surface.indexOf(whole), end: label.end, newText: other }],
      codes: ['self-reference-mismatch'],
      places: [label],
      // What is defined for this Section is defined for the other one now.
      follows: ['undefined-term', 'unused-definition'],
      note: `“${surface}” became ${other}`,
    };
  },
);

export const directionTurned = kindOf('above for below', ['direction-mismatch'], (text, label) => {
  const word = /^\s+(above|below)\b/.exec(behind(text, label));
  if (!word || !atHand(text, label)) return undefined;
  const end = label.end + word[0].length;
  const start = end - (word[1]?.length ?? 0);
  if (/^\s*(?:,|and|or)/.test(text.text.slice(end, end + 6))) return undefined;
  return {
    edits: [{ start, end, newText: word[1] === 'above' ? 'below' : 'above' }],
    codes: ['direction-mismatch'],
    places: [{ start: label.start, end }],
    note: `“${surfaceOf(text, label)} ${word[1] ?? ''}” was turned round`,
  };
});

export const idShortened = kindOf('id shortened', ['malformed-modification-id'], (text, label) => {
  if (!/^SECMP\d{4}$/.test(label.target) || surfaceOf(text, label) !== label.target) return undefined;
  return {
    edits: [{ start: label.start + 5, end: label.start + 6, newText: '' }],
    codes: ['malformed-modification-id'],
    places: [label],
    note: `${label.target} lost a digit`,
  };
});

export const titleAltered = kindOf(
  'title of a modification altered',
  ['modification-title-mismatch'],
  (text, label, pick) => {
    const quoted = /^[\s,:–—-]*[“"‘']([A-Z][^“”"‘’\n]{8,110})[”"’']/.exec(behind(text, label));
    const title = quoted?.[1];
    const fact = text.catalogue.modifications.get(label.target);
    if (title === undefined || fact?.title === undefined || headingForm(fact.title) !== headingForm(title))
      return undefined;
    const word = pick([...title.matchAll(/[A-Za-z]{5,}/g)]);
    if (word === undefined) return undefined;
    const start = label.end + (quoted?.[0].indexOf(title) ?? 0);
    return {
      edits: [
        { start: start + word.index, end: start + word.index + word[0].length, newText: pick(otherWords) },
      ],
      codes: ['modification-title-mismatch'],
      places: [{ start, end: start + title.length }],
      note: `the title “${title}” was altered`,
    };
  },
);

/** The meaning is said to lie in a provision that is there and gives none. */
export const meaningElsewhere = kindOf(
  'meaning that is not there',
  ['dangling-meaning'],
  (text, label, pick) => {
    const before = text.text.slice(Math.max(0, label.start - 70), label.start);
    const surface = surfaceOf(text, label);
    const number = /[A-Z]\d+(?:\.\d+)?$/.exec(surface)?.[0];
    if (
      number === undefined ||
      !/\bmeaning (?:given|set out)[^.;]*\bin $/.test(before) ||
      !atHand(text, label)
    )
      return undefined;
    const { parts } = text.view.code;
    const clauses = [...parts.values()]
      .flat()
      .flatMap(({ tree, definitions }) =>
        tree.provisions
          .map(({ key }, provision) => ({ key, provision }))
          .filter(
            ({ key, provision }) =>
              /^[B-Z]\d+\.\d+$/.test(key) &&
              !definitions.some((definition) =>
                tree.provisions[definition.provision]?.key.startsWith(tree.provisions[provision]?.key ?? ''),
              ),
          ),
      );
    const other = clauses.length === 0 ? undefined : pick(clauses).key;
    if (other === undefined || other === number) return undefined;
    return {
      edits: [{ start: label.end - number.length, end: label.end, newText: other }],
      codes: ['dangling-meaning'],
      places: [label],
      follows: ['heading-mismatch'],
      note: `“${surface}” became ${other}, which gives no meaning`,
    };
  },
);

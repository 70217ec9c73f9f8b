import { nameProvisions, type ProvisionNames } from '../syntax/landmarks.js';
import type { PlacedStretch } from '../syntax/joinTrees.js';
import type { Definition } from '../syntax/definition.js';
import { startingIn } from '../text/span.js';
import { LineIndex } from '../text/lineIndex.js';
import type { DocumentFacts } from './documentFacts.js';

/** The facts of a stretch: offsets and indexes count in it, and the provisions around it come first. */
export function factsOfStretch(whole: DocumentFacts, { bound, fileStart }: PlacedStretch): DocumentFacts {
  const { stretch } = bound;
  const { reading, tree, scans } = stretch;
  let names: ProvisionNames | undefined;
  let lines: LineIndex | undefined;
  let definitions: readonly Definition[] | undefined;
  const namesHere = (): ProvisionNames => (names ??= nameProvisions(tree.provisions));
  const text = whole.text.slice(fileStart, fileStart + stretch.length);
  return {
    uri: whole.uri,
    version: whole.version,
    text,
    role: whole.role,
    frontMatter: whole.frontMatter,
    namesTheCode: whole.namesTheCode,
    // It is said once, of the head of the text.
    problem: fileStart === 0 ? whole.problem : undefined,
    isShallow: whole.isShallow,
    stretches: [bound],
    places: [],
    reading,
    tree,
    get references() {
      return bound.references;
    },
    get modifications() {
      return scans.modifications;
    },
    get documentVersions() {
      return scans.documentVersions;
    },
    get quotations() {
      return scans.quotations;
    },
    get capitals() {
      return scans.capitals;
    },
    get provisionIndex() {
      return namesHere().index;
    },
    get repeatedKeys() {
      return namesHere().repeated;
    },
    get lines() {
      return (lines ??= new LineIndex(text));
    },
    get definitions() {
      return (definitions ??= whole.definitionsIn(bound));
    },
    referencesIn: (span) => startingIn(bound.references, span),
    release: () => bound.release(),
    joinTree: () => bound.readReferences(),
    joinLists: () => bound.readReferences(),
    provisionAt: (index) => tree.provisions[index],
    definitionsIn: (other) => whole.definitionsIn(other),
  };
}

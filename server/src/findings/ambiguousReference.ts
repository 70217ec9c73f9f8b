import type { DocumentView } from '../index/documentView.js';
import type { StretchQuestion } from '../index/stretchAnswers.js';
import type { ProvisionSite } from '../index/resolve.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Provision } from '../syntax/documentTree.js';
import { lastAtOrBefore } from '../text/span.js';
import type { Report, Rule } from './finding.js';
import { lineOf, relatedTo } from './places.js';

/**
 * A reference that two provisions answer to. A reference from within a Part or list means that Part's or list's own paragraph;
 * numbers of a loose paper that begin anew mean the nearest one. Where two files claim one part, the first reference to each
 * such part says so and no other. Depends on every file that holds the target's part.
 */
export const ambiguousReference: Rule = {
  code: 'ambiguous-reference',
  runsOnLarge: false,
  *find(view: DocumentView): Iterable<Report | void> {
    const told = new Set<string>();
    const isThere = (yield* view.askInSteps(hasAmbiguous)).some(({ answer }) => answer);
    for (const reference of isThere ? view.document.references : []) {
      const resolution = view.resolveReference(reference);
      if (resolution.status !== 'ambiguous') continue;
      const answers = answersTo(view, reference, resolution.sites);
      if (answers.length < 2) continue;
      const files = new Set(answers.map(({ document }) => document));
      if (files.size === answers.length) {
        const rivals = [...files].map(({ uri }) => uri).join(' ');
        if (told.has(rivals)) continue;
        told.add(rivals);
      }
      yield reportOf(view, reference, answers, files.size);
    }
  },
};

/** Most texts have none: then what they refer to need not be looked up again. */
const hasAmbiguous: StretchQuestion<boolean> = {
  restsOn: 'provisions',
  ask: (view) =>
    view.document.references.some((reference) => view.resolveReference(reference).status === 'ambiguous'),
};

function answersTo(
  view: DocumentView,
  reference: Reference,
  sites: readonly ProvisionSite[],
): readonly ProvisionSite[] {
  const place = view.placeOf(reference.place);
  const inHere = sites.filter(({ document }) => document === view.document);
  if (place && inHere.length > 1) {
    const near = inHere.filter(({ provision }) => sharesPart(view, provision, place));
    if (near.length === 1) return near;
  }
  const isRelative = reference.id.levels.length > 0 && place?.number === reference.id.number;
  if (isRelative && inHere.length > 1) return [];
  return reference.id.owner.kind === 'own' && beginsAnew(view, sites) ? [] : sites;
}

/** Whether a provision and the place stand in one Part or Annex of their document. */
function sharesPart({ document }: DocumentView, provision: Provision, place: Provision): boolean {
  const partOf = (start: Provision): Provision | undefined => {
    let at: Provision | undefined = start;
    while (at && at.number !== '') at = document.tree.provisions[at.parent];
    return at;
  };
  return partOf(provision) === partOf(place);
}

/** Whether the numbers start at one again between two answers, as those of the parts of a paper do. */
function beginsAnew({ document }: DocumentView, sites: readonly ProvisionSite[]): boolean {
  const { provisions } = document.tree;
  const [first = 0, second = 0] = sites.map(({ provision }) =>
    lastAtOrBefore(provisions.length, (i) => (provisions[i] as Provision).start, provision.start),
  );
  const top = provisions[first]?.number.split('.')[0] ?? '';
  for (let i = first + 1; i <= second; i++) {
    const number = provisions[i]?.number.split('.')[0];
    if (number !== undefined && number !== '' && Number.parseInt(number, 10) < Number.parseInt(top, 10))
      return true;
    if (number === '1' && top === '1' && provisions[i]?.number === '1') return true;
  }
  return false;
}

function reportOf(
  view: DocumentView,
  reference: Reference,
  answers: readonly ProvisionSite[],
  files: number,
): Report {
  const name = reference.target.replace(/^#/, '');
  const places = answers.map((site) =>
    site.document === view.document ? `line ${lineOf(site.document, site.span.start)}` : nameOf(site),
  );
  const why =
    files > 1 && files === answers.length
      ? 'Two files claim the same part of the Code, so each reference to it has two answers: keep one of them in the code folder.'
      : 'Number one of them anew, or make the reference more exact.';
  return {
    span: reference,
    message: `${answers.length === 2 ? 'Two' : answers.length} provisions are called ${name}: ${places.join(' and ')}. ${why}`,
    related: answers.map(({ document, span }) => relatedTo(document, span, `One ${name}`)),
  };
}

/** A place in another file: its name and line. */
function nameOf({ document, span }: ProvisionSite): string {
  const name = decodeURIComponent(document.uri.slice(document.uri.lastIndexOf('/') + 1));
  return `${name}, line ${lineOf(document, span.start)}`;
}

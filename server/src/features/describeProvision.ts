import type { FactKind } from '../catalogue/facts.js';
import type { DocumentFacts } from '../index/documentFacts.js';
import type { DocumentView } from '../index/documentView.js';
import { headingsOf, partName } from '../index/provisionHeadings.js';
import { rangeEndingAt } from '../index/referenceMap.js';
import type { ProvisionSite } from '../index/resolve.js';
import { formatProvisionId, parseProvisionId, type ProvisionId } from '../model/provisionId.js';
import type { Reference } from '../syntax/bindReferences.js';
import type { Content, ContentPart } from './content.js';
import { clip } from './describeTerm.js';
import { factsAsAt } from './factDate.js';
import { provisionLabel } from './placeLabel.js';
import { provisionEnd } from './provisionEnd.js';

const longestText = 1200;
/** So many characters are looked at at a time. */
const textInStep = 4000;

/** The canonical names of a range's two ends. */
export interface RangeEnds {
  readonly from: string;
  readonly through: string;
}

/** The range of which a reference is the first or the last end, if it is one. */
export function rangeOf(document: DocumentFacts, reference: Reference): RangeEnds | undefined {
  if (reference.through !== undefined) return { from: reference.target, through: reference.through };
  const first = rangeEndingAt(document.references, reference)?.first;
  return first?.through === undefined ? undefined : { from: first.target, through: first.through };
}

/** What a reference means: heading and text of the provision, or what the facts know of it, or how far it did resolve. */
export function describeProvision(
  view: DocumentView,
  target: string,
  id: ProvisionId,
  kind: string,
  range?: RangeEnds,
): Content {
  const resolution = view.resolve(target, id);
  const headings = headingsOf(view, id);
  const [own] = headings.filter(({ isRecalled }) => !isRecalled);
  const label = provisionLabel({ key: target, owner: id.owner }) || target;
  const parts: ContentPart[] = [];
  const sources: string[] = [];
  if (range) parts.push({ type: 'text', text: rangeSentence(view, range.from, range.through) });
  switch (resolution.status) {
    case 'found':
    case 'ambiguous':
      if (resolution.status === 'ambiguous')
        parts.push({ type: 'text', text: `${resolution.sites.length} provisions answer to this number.` });
      for (const site of resolution.sites.slice(0, 3)) {
        parts.push({ type: 'quote', text: textOf(site) }, { type: 'note', text: siteNote(site) });
        sources.push(siteNote(site));
      }
      if (resolution.sites.length === 0) parts.push(...factParts(view, id, sources));
      break;
    case 'missing':
      parts.push({ type: 'text', text: `There is no such provision: ${resolution.reach}.` });
      break;
    case 'not-checked':
      parts.push(...factParts(view, id, sources), { type: 'note', text: `Not checked: ${resolution.why}.` });
      break;
  }
  const title = own ? `${label} ${own.words}` : label;
  return { kind, id: target, title, parts, sources: [...new Set(sources)] };
}

function textOf({ document, provision, span }: ProvisionSite): string {
  const start =
    span.start >= provision.start && span.start > provision.label.start ? span.start : provision.start;
  const end = provisionEnd(document, provision);
  // A whole Section is not taken apart for the few lines of it that are shown.
  let words = '';
  for (let at = start; at < end && words.length <= longestText; at += textInStep)
    words = withoutSpace(words + document.reading.sliceDisplay(at, Math.min(end, at + textInStep)));
  return clip(words.trim(), longestText);
}

/** Lines without the white space around and in them, and without those that are empty. */
function withoutSpace(words: string): string {
  return words.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n');
}

function siteNote({ document, provision }: ProvisionSite): string {
  const { role, frontMatter } = document;
  if (role.kind === 'part') {
    return `${provisionLabel(provision)} in the code folder${frontMatter.version === undefined ? '' : `, version ${frontMatter.version}`}.`;
  }
  return role.kind === 'draft'
    ? `${provisionLabel(provision)} as draft ${role.modification ?? 'modification'} has it.`
    : `${provisionLabel(provision)} of this text.`;
}

/** Headings and known clauses, with their dates; nothing that is only recalled is stated as fact. */
function factParts(view: DocumentView, id: ProvisionId, sources: string[]): ContentPart[] {
  const parts: ContentPart[] = [];
  const known = headingsOf(view, id);
  const confirmed = known.filter(({ isRecalled }) => !isRecalled);
  for (const { source } of confirmed) if (source !== undefined) sources.push(source);
  const shown = confirmed.length > 0 ? confirmed : known;
  const unique = [...new Map(shown.map((heading) => [heading.words, heading])).values()];
  const items = unique.map(
    ({ words, asOf, isRecalled }) =>
      `${words}${asOf === undefined ? '' : ` (${asOf})`}${isRecalled ? ' (not confirmed)' : ''}`,
  );
  if (items.length > 0) parts.push({ type: 'heading', text: 'Heading' }, { type: 'list', items });
  parts.push({
    type: 'note',
    text: `From ${factsAsAt(view.catalogue, kindOfFacts(id))}: no copy of ${partName(id)} is at hand, so its words are not known here.`,
  });
  return parts;
}

function kindOfFacts({ owner }: ProvisionId): FactKind {
  switch (owner.kind) {
    case 'section':
      return 'sections';
    case 'schedule':
      return 'schedules';
    case 'appendix':
      return 'appendices';
    default:
      return 'documents';
  }
}

/** A range shows its ends and how many provisions it counts, where both are at hand. */
function rangeSentence(view: DocumentView, from: string, through: string): string {
  const count = countBetween(view, from, through);
  return `From ${from.replace(/^#/, '')} to ${through.replace(/^#/, '')}${count === undefined ? '' : `: ${count} provisions`}.`;
}

function countBetween(view: DocumentView, from: string, through: string): number | undefined {
  const siteOf = (key: string): ProvisionSite | undefined => {
    const id = parseProvisionId(key);
    const resolution = id && view.resolve(key, id);
    return resolution?.status === 'found' ? resolution.sites[0] : undefined;
  };
  const first = siteOf(from);
  const last = siteOf(through);
  if (!first || !last || first.document !== last.document) return undefined;
  const { provisions } = first.document.tree;
  const parent = first.provision.parent;
  const between = provisions.filter(
    (provision) =>
      provision.parent === parent &&
      provision.start >= first.provision.start &&
      provision.start <= last.provision.start,
  );
  return between.some((provision) => formatProvisionId(provision) === through || provision.key === through)
    ? between.length
    : undefined;
}

import type { TermFact } from '../catalogue/facts.js';
import type { DocumentView, TermMeaning } from '../index/documentView.js';
import { sitesInForce, type DefinitionSite } from '../index/termTable.js';
import type { Provision } from '../syntax/documentTree.js';
import type { Content, ContentPart } from './content.js';
import { describeNamed } from './describeName.js';
import { factsAsAt } from './factDate.js';
import { meaningText } from './meaningText.js';
import { placeLabel } from './placeLabel.js';

const longestMeaning = 1500;

/**
 * What a term means at a place: the definition in force, where it stands, the chain of "has the meaning given" as far as it can
 * be followed, and the meanings that it has in other scopes. Facts alone say that they are facts, and as at when.
 */
export function describeTerm(
  view: DocumentView,
  meaning: TermMeaning,
  place: Provision | undefined,
): Content {
  const { entry, sites } = meaning;
  const [site] = sites;
  if (!site) return describeByFacts(view, meaning);
  const parts: ContentPart[] = [
    { type: 'quote', text: clip(meaningText(site.document, site.definition)) },
    placeNote(site),
  ];
  parts.push(...chainOf(view, site));
  const others = otherMeanings(view, meaning, place);
  if (others.length > 0)
    parts.push({ type: 'heading', text: 'Other meanings' }, { type: 'list', items: others });
  return { kind: 'term', id: entry.term, title: entry.term, parts, sources: [placeLabel(site)] };
}

function placeNote(site: DefinitionSite): ContentPart {
  const { role } = site.document;
  const where = placeLabel(site);
  if (role.kind !== 'part') {
    const which = role.kind === 'draft' ? `draft ${role.modification ?? 'modification'}` : 'this text';
    return { type: 'note', text: `Defined in ${which}${where === '' ? '' : `, ${where}`}.` };
  }
  const { version } = site.document.frontMatter;
  const holds = site.scope === 'Code' ? '' : ` It holds in ${site.scope} only.`;
  return {
    type: 'note',
    text: `Defined in ${where}${version === undefined ? '' : `, version ${version}`} of the code folder.${holds}`,
  };
}

/** Follows "has the meaning given to that expression in Section T3.34", each step once, and says where it ends. */
function chainOf(view: DocumentView, start: DefinitionSite): ContentPart[] {
  const parts: ContentPart[] = [];
  const seen = new Set<string>([identity(start)]);
  let at: DefinitionSite | undefined = start;
  while (at?.definition.isPointer) {
    const step: Step = nextStep(view, at);
    if (step.kind === 'end') {
      if (step.why !== '') parts.push({ type: 'note', text: step.why });
      return parts;
    }
    if (seen.has(identity(step.site))) {
      parts.push({
        type: 'note',
        text: `The definitions lead back to ${placeLabel(step.site)}: they only point at each other.`,
      });
      return parts;
    }
    seen.add(identity(step.site));
    parts.push(
      { type: 'heading', text: `As ${placeLabel(step.site)} gives it` },
      { type: 'quote', text: clip(meaningText(step.site.document, step.site.definition)) },
    );
    at = step.site;
  }
  return parts;
}

type Step =
  { readonly kind: 'site'; readonly site: DefinitionSite } | { readonly kind: 'end'; readonly why: string };

/** The definition of the same term in the provision, or part, that a definition points to. */
function nextStep(view: DocumentView, { document, definition }: DefinitionSite): Step {
  const references = document.references.filter(
    ({ start }) => start >= definition.meaning.start && start < definition.meaning.end,
  );
  const [target] = references;
  if (!target) {
    return { kind: 'end', why: 'The meaning lies in another document, which is not at hand.' };
  }
  const resolution = view.resolve(target.target, target.id);
  if (resolution.status === 'not-checked')
    return { kind: 'end', why: `The meaning lies in ${target.target}: ${resolution.why}.` };
  if (resolution.status === 'missing')
    return {
      kind: 'end',
      why: `The meaning is said to lie in ${target.target}, which is not there: ${resolution.reach}.`,
    };
  const [site] = resolution.sites;
  if (!site)
    return { kind: 'end', why: `The meaning lies in ${target.target}, which is known from facts only.` };
  const inside = definitionsWithin(view, site.document.uri, definition.term, site.provision);
  if (inside) return { kind: 'site', site: inside };
  return {
    kind: 'end',
    why: `The meaning lies in ${target.target}, which gives the term no definition of its own.`,
  };
}

function definitionsWithin(
  view: DocumentView,
  uri: string,
  term: string,
  provision: Provision,
): DefinitionSite | undefined {
  const candidates = view.definedTables.flatMap((table) => table.get(term)?.sites ?? []);
  const inCode = [...view.code.parts.values()].flat().find((document) => document.uri === uri);
  if (inCode) {
    for (const definition of inCode.definitions) {
      if (definition.term === term) candidates.push({ document: inCode, definition, scope: 'Code' });
    }
  }
  return candidates.find(
    ({ document, definition }) =>
      document.uri === uri && definition.start >= provision.start && definition.start < provision.end,
  );
}

function identity({ document, definition }: DefinitionSite): string {
  return `${document.uri} ${definition.start}`;
}

/** What the term means in scopes that do not hold at the place. */
function otherMeanings(
  view: DocumentView,
  { entry, sites }: TermMeaning,
  place: Provision | undefined,
): string[] {
  const chosen = sites[0];
  const all = [entry, ...view.definedTables.map((table) => table.get(entry.term))].flatMap(
    (held) => held?.sites ?? [],
  );
  const unique = new Map(all.map((site) => [identity(site), site]));
  const inForce = new Set(sitesInForce(entry, view.document, place).map(identity));
  return [...unique.values()]
    .filter((site) => chosen === undefined || identity(site) !== identity(chosen))
    .filter((site) => !chosen?.definition.isPointer || site.definition.form === 'row')
    .map((site) => {
      const role = inForce.has(identity(site)) ? 'outside it' : `in ${site.scope}`;
      return `${role} (${placeLabel(site)}): ${clip(meaningText(site.document, site.definition), 200)}`;
    });
}

/** A term that only the facts know. */
function describeByFacts(view: DocumentView, { entry }: TermMeaning): Content {
  const { fact, named } = entry;
  if (!fact && named) return describeNamed(view, named);
  const parts: ContentPart[] = [];
  const sources: string[] = [];
  if (fact) {
    parts.push({ type: 'text', text: factSentence(fact) });
    if (fact.abbreviation && fact.abbreviation !== entry.term) {
      const unsure = fact.abbreviationStatus === 'recalled' ? ' (not confirmed)' : '';
      parts.push({ type: 'text', text: `Abbreviated ${fact.abbreviation}${unsure}.` });
    } else if (fact.term !== entry.term) {
      parts.push({ type: 'text', text: `Stands for ${fact.term}.` });
    }
    if (fact.note) parts.push({ type: 'text', text: sentence(fact.note) });
    sources.push(fact.source);
  }
  if (named) {
    const content = describeNamed(view, named);
    parts.push(...content.parts.filter(({ type }) => type !== 'note'));
    sources.push(...content.sources);
  }
  parts.push({
    type: 'note',
    text: `From ${factsAsAt(view.catalogue, 'terms')}; the words of the definition are not at hand.`,
  });
  return { kind: 'term', id: entry.term, title: entry.term, parts, sources: [...new Set(sources)] };
}

function factSentence(fact: TermFact): string {
  if (fact.status === 'recalled') return 'Likely a defined term of the Code; no source at hand confirms it.';
  const ways = (fact.howDefined ?? []).map(({ how, where }) => `${how} (${where})`);
  const scope =
    fact.scope === undefined || fact.scope === 'Code'
      ? 'the Code'
      : fact.scope === 'paper'
        ? 'a report about the Code'
        : fact.scope;
  if (ways.length === 0) return `Used as a defined term of ${scope}; its definition was not seen.`;
  return `A defined term of ${scope}: ${ways.join('; ')}.`;
}

function sentence(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

export function clip(words: string, longest = longestMeaning): string {
  return words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}

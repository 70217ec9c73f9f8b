import { findModification } from '../catalogue/catalogue.js';
import type { DocumentView } from '../index/documentView.js';
import type { Content, ContentPart } from './content.js';
import { factDate, factsAsAt } from './factDate.js';

/** What the register at hand knows of a modification: title, status history with dates and sources, link. */
export function describeModification(view: DocumentView, canonical: string, written?: string): Content {
  const fact = findModification(view.catalogue, canonical);
  const parts: ContentPart[] = [];
  if (written !== undefined && written !== canonical)
    parts.push({ type: 'text', text: `Written “${written}”; the id is ${canonical}.` });
  if (!fact) {
    parts.push({ type: 'text', text: 'The register at hand does not hold this modification.' });
    parts.push(registerNote(view));
    return { kind: 'modification', id: canonical, title: canonical, parts, sources: [] };
  }
  if (fact.id !== canonical)
    parts.push({ type: 'text', text: `Held as ${fact.id}: one modification under two numbers.` });
  const statuses = (fact.statuses ?? []).map(({ state, date, asOf, asWritten }) => {
    const when = factDate(date) ?? (asOf === undefined ? 'no date' : `as at ${factDate(asOf)}`);
    return `${when}: ${state}${asWritten && asWritten.toLowerCase() !== state ? ` (${asWritten})` : ''}`;
  });
  if (statuses.length > 0) parts.push({ type: 'heading', text: 'Status' }, { type: 'list', items: statuses });
  const others = (fact.alsoWrittenAs ?? []).map(({ title, slip }) =>
    slip ? `${title} (a slip of its source)` : title,
  );
  if (others.length > 0) parts.push({ type: 'text', text: `Also titled: ${others.join('; ')}.` });
  const facts = (fact.facts ?? []).map(
    ({ key, value }) => `${words(key)}: ${typeof value === 'string' ? value : value.join(', ')}`,
  );
  if (facts.length > 0) parts.push({ type: 'list', items: facts });
  parts.push(registerNote(view));
  parts.push({ type: 'link', text: 'Register of modifications', url: registerLink });
  return {
    kind: 'modification',
    id: canonical,
    title: `${fact.id} ${fact.title}`,
    parts,
    sources: [...new Set([fact.titleSource, ...fact.sources])],
  };
}

export const registerLink = 'https://smartenergycodecompany.co.uk/modifications/';

function registerNote(view: DocumentView): ContentPart {
  return {
    type: 'note',
    text: `From ${factsAsAt(view.catalogue, 'modifications')}; the register may have moved on.`,
  };
}

/** `plannedImplementation` as `planned implementation`. */
function words(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ [A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

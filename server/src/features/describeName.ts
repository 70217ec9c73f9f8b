import type { NamedFact } from '../catalogue/catalogue.js';
import type { BodyFact, DocumentFact, FactKind } from '../catalogue/facts.js';
import { factDate, factsAsAt } from './factDate.js';
import type { DocumentView } from '../index/documentView.js';
import { formatOwner } from '../model/provisionId.js';
import type { Content, ContentPart } from './content.js';

const unconfirmed = 'not confirmed by any source at hand';

/** What a body, a document or a part of the Code is that a name stands for. */
export function describeNamed(view: DocumentView, named: NamedFact): Content {
  switch (named.kind) {
    case 'body':
      return describeBody(view, named.body);
    case 'document':
      return describeDocument(view, named.document);
    case 'part': {
      const id = formatOwner(named.owner);
      const { part } = named;
      const parts: ContentPart[] = [
        {
          type: 'text',
          text:
            part.status === 'recalled' ? `Likely ${id} of the Code (${unconfirmed}).` : `${id} of the Code.`,
        },
      ];
      if (part.abbreviation) parts.push({ type: 'text', text: `Abbreviated ${part.abbreviation}.` });
      parts.push(factsNote(view, named.owner.kind === 'schedule' ? 'schedules' : 'appendices'));
      return { kind: named.owner.kind, id, title: part.title, parts, sources: [part.source] };
    }
  }
}

function describeBody(view: DocumentView, body: BodyFact): Content {
  const parts: ContentPart[] = [];
  const name = body.abbreviation ? `${body.name} (${body.abbreviation})` : body.name;
  if (body.status === 'recalled' || body.nameStatus === 'recalled')
    parts.push({ type: 'text', text: `The name is ${unconfirmed}.` });
  if (body.role) parts.push({ type: 'text', text: capital(body.role) });
  if (body.alsoWrittenAs?.length)
    parts.push({ type: 'text', text: `Also written ${body.alsoWrittenAs.join(', ')}.` });
  parts.push(factsNote(view, 'bodies'));
  return { kind: 'body', id: body.abbreviation ?? body.name, title: name, parts, sources: [body.source] };
}

/** A document that the Code cites, with the versions that are known and when they may be used. */
export function describeDocument(view: DocumentView, fact: DocumentFact, version?: string): Content {
  const parts: ContentPart[] = [];
  const name = fact.abbreviation ? `${fact.title} (${fact.abbreviation})` : fact.title;
  if (fact.titleStatus === 'recalled') parts.push({ type: 'text', text: `The title is ${unconfirmed}.` });
  if (fact.sits)
    parts.push({
      type: 'text',
      text: `${capital(fact.sits)}${fact.sitsStatus === 'recalled' ? ` (${unconfirmed})` : ''}.`,
    });
  if (version === undefined) {
    if (fact.versions?.length) {
      const versions = fact.versions.map((number) =>
        fact.versionNotes?.[number] ? `${number} (${fact.versionNotes[number]})` : number,
      );
      parts.push({ type: 'text', text: `Known versions: ${versions.join(', ')}.` });
    }
  } else {
    const note = fact.versionNotes?.[version];
    if (note) parts.push({ type: 'text', text: capital(`${note}.`) });
    if (!fact.versions?.includes(version))
      parts.push({
        type: 'text',
        text: `Version ${version} is not among the known ones: ${fact.versions?.join(', ') || 'none'}.`,
      });
  }
  const windows = windowsOf(view, fact, version);
  if (windows.length > 0) parts.push({ type: 'heading', text: 'Validity' }, { type: 'list', items: windows });
  parts.push(factsNote(view, 'documents'));
  const id = fact.abbreviation ?? fact.title;
  return {
    kind: 'document',
    id: version === undefined ? id : `${id} v${version}`,
    title: version === undefined ? name : `${name}, version ${version}`,
    parts,
    sources: fact.source.split('; '),
  };
}

function windowsOf(view: DocumentView, fact: DocumentFact, version: string | undefined): string[] {
  const names = [fact.abbreviation ?? fact.title, ...(fact.alsoWrittenAs ?? [])];
  return view.catalogue.applicability
    .filter(
      (window) =>
        names.includes(window.specification) && (version === undefined || window.version === version),
    )
    .map((window) => {
      const state = window.status === 'proposed' ? 'as proposed' : window.asOf === undefined ? '' : 'as at';
      const words = [state, factDate(window.asOf) ?? ''].filter((word) => word !== '').join(' ');
      const parts = [
        period('installation', window.installationValidity),
        period('maintenance', window.maintenanceValidity),
        window.relevantGbcsVersion === undefined
          ? ''
          : `with GBCS v${window.relevantGbcsVersion}${window.applicabilityPeriod ? ` ${period('', window.applicabilityPeriod)}` : ''}`,
      ].filter((words) => words !== '');
      return `version ${window.version}: ${parts.join('; ')}${words === '' ? '' : ` (${words})`}`;
    });
}

function period(name: string, window: { start: string | null; end: string | null } | undefined): string {
  if (!window) return '';
  const words = `${name} from ${factDate(window.start) ?? 'a day not determined'} to ${factDate(window.end) ?? 'a day not determined'}`;
  return words.trim();
}

function factsNote(view: DocumentView, kind: FactKind): ContentPart {
  return { type: 'note', text: `From ${factsAsAt(view.catalogue, kind)}.` };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The files of data/, one line for what each holds. `asAt` is the newest date that a source of the file bears
 * (data/SOURCES.md says which); `id` names a record, `order` is what records are sorted by.
 */

/** One natural sort key for numbers inside words, so that A2 comes before A10 and 6.9 before 6.12. */
const natural = (text) => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(6, '0'));
const nameOrder = (record, name) => natural(record.abbreviation ?? record[name]);
/** Appendix Z comes before Appendix AA, as in the Code. */
const appendixOrder = (letters) => `${letters.length}${letters}`;

export const files = {
  sections: {
    asAt: '2022-07',
    note:
      'Headings changed over time. The first title is the one to show; among sub-sections of one number the first ' +
      'is the best attested. superseded: an early heading that a later one replaced. recalled: no source at hand ' +
      'confirmed it. heading null: the heading was not seen and note says what the provision is about. ' +
      'sideHeading: the unnumbered heading over a group of clauses. Lists of clauses hold what was seen and are ' +
      'never complete.',
    id: (record) => record.letter,
    order: (record) => record.letter,
  },
  schedules: {
    asAt: '2021-09',
    note: 'Schedules to the Code. recalled: no source at hand confirmed it.',
    id: (record) => String(record.schedule),
    order: (record) => natural(String(record.schedule)),
  },
  appendices: {
    asAt: '2022-07',
    note:
      'Appendices to the Code. In the newest versions some are renamed or replaced. recalled: no source at hand ' +
      'confirmed it.',
    id: (record) => record.appendix,
    order: (record) => appendixOrder(record.appendix),
  },
  documents: {
    asAt: '2022-07',
    note:
      'Technical specifications, Acts, licences and other documents that the Code cites. versions lists only ' +
      'versions seen, never all; those in unsettled are drafts, redlines or come from a secondary source and do ' +
      'not count as the highest known.',
    id: (record) => record.title,
    order: (record) => nameOrder(record, 'title'),
  },
  applicability: {
    asAt: '2018-10-01',
    note:
      'Validity windows of device specifications and the GBCS versions that go with them. null: not determined. ' +
      'before: the value that a proposal replaces. proposed: published as a proposal, designation not seen.',
    id: (record) => `${record.specification} ${record.version} with GBCS ${record.relevantGbcsVersion}`,
    order: (record) => natural(`${record.specification} ${record.version} ${record.relevantGbcsVersion}`),
  },
  modifications: {
    asAt: '2023-05',
    note:
      'The register of modifications as far as known; every status has its own date. SECMP0001 and on: to 2019. ' +
      'DP: Draft Proposal. MP: Modification Proposal from mid-2019, its number carried over from the Draft ' +
      'Proposal, with a letter when split. asWritten: wording of the source. asOf: date of the paper where the ' +
      'event has no date. completeTo: highest number up to which a series is held whole, null for none.',
    id: (record) => record.id,
    order: (record) => natural(record.id),
  },
  versions: {
    asAt: '2022-07-18',
    note:
      'Versions of the Code that a source confirms, a small part of all. Numbers ran as n.nn to 2019 and as whole ' +
      'numbers later.',
    id: (record) => record.version,
    order: (record) => natural(record.version),
  },
  terms: {
    asAt: '2022-07',
    note:
      'Names of defined terms only, no text of a definition. scope: Code counts everywhere, a part or clause only ' +
      'there, paper is the glossary of a report about the Code. recalled: no source at hand confirmed it.',
    id: (record) => `${record.term} (${record.scope ?? 'Code'})`,
    order: (record) => `${record.term.toLowerCase()} ${record.term}`,
  },
  bodies: {
    asAt: '2023',
    note: 'Organisations, committees and functions that papers about the Code name.',
    id: (record) => record.name,
    order: (record) => nameOrder(record, 'name'),
  },
};

/** Key order inside any record, so that a file reads name first, source and remarks last. */
export const keyOrder = [
  ...['letter', 'schedule', 'appendix', 'specification', 'id', 'alsoNumbered', 'term', 'number', 'version'],
  ...['abbreviation', 'abbreviationStatus', 'abbreviationSource', 'name', 'nameStatus'],
  ...['title', 'titleStatus', 'titleSource', 'heading', 'sideHeading', 'key', 'value', 'role'],
  ...['sits', 'sitsStatus', 'versions', 'unsettled', 'versionNotes', 'effective', 'reason'],
  ...['date', 'asOf', 'state', 'asWritten', 'how', 'where', 'scope', 'scopeStatus', 'status', 'slip'],
  ...['installationValidity', 'maintenanceValidity', 'relevantGbcsVersion', 'applicabilityPeriod'],
  ...['before', 'start', 'end', 'alsoWrittenAs', 'titles', 'subsections', 'clauses', 'statuses', 'facts'],
  ...['howDefined', 'usedIn', 'source', 'sources', 'note'],
];

/** Key order of a whole file. */
export const fileKeyOrder = ['$schema', 'note', 'asAt', 'completeTo', 'records'];

/** Sort key for a number of a provision. */
export const numberOrder = natural;

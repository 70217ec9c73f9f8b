import type { FactFiles } from '../../server/src/catalogue/facts.js';

const source = 'made up for tests';

/** Facts of each kind about the made-up Code, to be laid over the synthetic ones: nothing in them is true. */
export const widgetFacts: FactFiles = {
  terms: {
    asAt: '2020-03',
    records: [
      {
        term: 'Widget Report',
        howDefined: [{ how: 'by reference', where: 'Widget Manual', source }],
        abbreviation: 'WGR',
        note: 'the manual came out in 2018',
        source,
      },
      { term: 'Widget Ledger', status: 'recalled', source },
      { term: 'Widget Plan', source },
      { term: 'Widget Tally', scope: 'Appendix AB', source },
    ],
  },
  bodies: {
    asAt: '2020-02',
    records: [
      { name: 'Widget Office', abbreviation: 'WOF', role: 'keeps all widgets', source },
      { name: 'Widget Court', nameStatus: 'recalled', alsoWrittenAs: ['Court of Widgets'], source },
    ],
  },
  documents: {
    asAt: '2020-04',
    records: [
      {
        abbreviation: 'WTS',
        title: 'Widget Technical Specification',
        sits: 'Schedule 9',
        sitsStatus: 'recalled',
        versions: ['1.0', '1.2', '2.0'],
        versionNotes: { '1.2': 'draft' },
        source,
      },
      { title: 'Widget Manual', source },
    ],
  },
  applicability: {
    records: [
      {
        specification: 'WTS',
        version: '1.0',
        installationValidity: { start: '2016-09-30', end: '2019-10-27' },
        maintenanceValidity: { start: '2016-09-30', end: null },
        relevantGbcsVersion: '1.1',
        source,
      },
      {
        specification: 'WTS',
        version: '2.0',
        status: 'proposed',
        asOf: '2018-10-01',
        installationValidity: { start: '2018-10-28', end: null },
        source,
      },
    ],
  },
  modifications: {
    asAt: '2019-05',
    completeTo: { SECMP: 30 },
    records: [
      {
        id: 'SECMP0023',
        title: 'Widget Flow',
        titleSource: source,
        alsoWrittenAs: [{ title: 'Widget Flows', source, slip: true }],
        statuses: [
          { state: 'raised', date: '2016-11-07', source },
          { state: 'in refinement', asOf: '2018-05', asWritten: 'Refinement Process', source },
        ],
        facts: [{ key: 'plannedImplementation', value: ['November 2019'], source }],
        sources: [source],
      },
    ],
  },
};

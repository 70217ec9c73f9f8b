import { buildCatalogue, type Catalogue } from '../../server/src/catalogue/catalogue.js';
import type { FactFiles } from '../../server/src/catalogue/facts.js';
import { loadBundledFacts } from '../../server/src/files/loadFacts.js';
import type { DocumentFacts } from '../../server/src/index/documentFacts.js';
import type { DocumentView } from '../../server/src/index/documentView.js';
import { WorkspaceIndex } from '../../server/src/index/workspaceIndex.js';
import { readFixture, type Fixture } from './fixture.js';

/** A workspace that lives in memory. Files named `sec/*.sec` are the code folder, all others drafts or papers. */
export interface TestWorkspace {
  readonly index: WorkspaceIndex;
  readonly fixture: Fixture;
  /** What one of the files sees of the rest; without a name, the last file: a draft stands behind the Code it changes. */
  readonly view: (name?: string) => DocumentView;
  readonly document: (name?: string) => DocumentFacts;
}

let bundled: Promise<Catalogue> | undefined;

/** The catalogue of the facts that ship with the product; read once for all tests. */
export function bundledCatalogue(): Promise<Catalogue> {
  return (bundled ??= loadBundledFacts().then((facts) => buildCatalogue(facts)));
}

const source = 'made up for tests';

/** A few facts of a made-up Code, for tests that must not depend on what the bundled facts hold. */
export const syntheticFacts: FactFiles = {
  sections: {
    asAt: '2020-01',
    records: [
      { letter: 'A', titles: [{ title: 'Definitions', source }] },
      {
        letter: 'D',
        titles: [{ title: 'Changing the Rules', source }],
        subsections: [
          { number: 'D1', heading: 'How to Propose', source },
          { number: 'D7', heading: 'Appeals', status: 'recalled', source },
        ],
        clauses: [{ number: 'D1.2', sideHeading: 'Who may Propose', source }],
      },
    ],
  },
  schedules: { asAt: '2020-01', records: [{ schedule: 11, title: 'Tables of Versions', source }] },
  appendices: {
    asAt: '2020-01',
    records: [{ appendix: 'AB', title: 'Request Processing Document', abbreviation: 'RPD', source }],
  },
  terms: { asAt: '2020-01', records: [{ term: 'Widget Report', source }] },
};

/** A catalogue of the synthetic facts. */
export function syntheticCatalogue(): Catalogue {
  return buildCatalogue(syntheticFacts);
}

/** Puts the files of a fixture into an index, as the command line does with files that are given together. */
export function openFixture(fixtureSource: string | Fixture, catalogue: Catalogue): TestWorkspace {
  const fixture = typeof fixtureSource === 'string' ? readFixture(fixtureSource) : fixtureSource;
  const index = new WorkspaceIndex(catalogue);
  for (const { name, text } of fixture.files) putFile(index, name, text);
  const nameOf = (name: string | undefined): string => name ?? (fixture.files.at(-1)?.name as string);
  return {
    index,
    fixture,
    view: (name) => found(index.view(nameOf(name)), nameOf(name)),
    document: (name) => found(index.get(nameOf(name)), nameOf(name)),
  };
}

/** Adds a file to an index or replaces it. */
export function putFile(index: WorkspaceIndex, name: string, text: string): DocumentFacts {
  const fileName = name.slice(name.lastIndexOf('/') + 1);
  const inCodeFolder = name.startsWith('sec/');
  return index.put({ uri: name, version: 0, text, fileName, inCodeFolder }, { code: 'code', isMember: true });
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the workspace has no file ${name}`);
  return value;
}

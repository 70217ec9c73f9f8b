import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}
interface Facts extends JsonObject {
  records: JsonObject[];
}

const dataFolder = join(process.cwd(), 'data');
/** What names a record of each file, and how many records the bundled file has. */
const files = {
  sections: { id: ['letter'], count: 18 },
  schedules: { id: ['schedule'], count: 11 },
  appendices: { id: ['appendix'], count: 40 },
  documents: { id: ['title'], count: 47 },
  applicability: { id: ['specification', 'version', 'relevantGbcsVersion'], count: 6 },
  modifications: { id: ['id'], count: 99 },
  versions: { id: ['version'], count: 17 },
  terms: { id: ['term', 'scope'], count: 782 },
  bodies: { id: ['name'], count: 42 },
};
type Name = keyof typeof files;
const names = Object.keys(files) as Name[];

const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const facts = (name: Name, folder = dataFolder) => parse(join(folder, `${name}.json`)) as Facts;
const recordsOf = (name: Name) => facts(name).records;
const list = (value: Json | undefined) => (value ?? []) as JsonObject[];
const text = (value: Json | undefined) => (typeof value === 'string' ? value : '');

function validator(name: Name) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  return ajv.compile(parse(join(dataFolder, 'schema', `${name}.schema.json`)) as object);
}

/** Every object at any depth. */
function objects(value: Json): JsonObject[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(objects);
  return Array.isArray(value) ? inside : [value, ...inside];
}

function run(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/data.mjs', ...args], { encoding: 'utf8' });
}

describe('data: schemas', () => {
  for (const name of names) {
    it(`${name}.json is valid and says what it is`, () => {
      const validate = validator(name);
      assert.ok(validate(facts(name)), JSON.stringify(validate.errors));
      assert.equal(facts(name)['$schema'], `./schema/${name}.schema.json`);
      assert.match(text(facts(name)['asAt']), /^\d{4}(-\d{2}){0,2}$/);
      assert.notEqual(text(facts(name)['note']), '');
    });

    it(`${name}: a file of one's own needs neither note nor date`, () => {
      assert.ok(validator(name)({ records: recordsOf(name).slice(0, 1) }));
      assert.ok(validator(name)({ records: [] }));
    });

    it(`${name}: an unknown field is refused`, () => {
      assert.equal(validator(name)({ records: [{ ...recordsOf(name)[0], colour: 'red' }] }), false);
    });
  }

  for (const name of names.filter((each) => each !== 'sections' && each !== 'modifications')) {
    it(`${name}: a record without a source is refused`, () => {
      const record = Object.fromEntries(
        Object.entries(recordsOf(name)[0] ?? {}).filter(([key]) => key !== 'source'),
      );
      assert.equal(validator(name)({ records: [record] }), false);
    });
  }

  it('takes a modification, a term and a version of a user', () => {
    const source = 'our own register';
    const status = { date: '2024-03', state: 'raised', source };
    const modification = {
      id: 'MP250',
      title: 'A title',
      titleSource: source,
      sources: [source],
      statuses: [status],
    };
    assert.ok(validator('modifications')({ records: [modification] }));
    assert.ok(validator('terms')({ records: [{ term: 'Heat Network', source }] }));
    assert.ok(validator('versions')({ records: [{ version: '80.0', effective: '2025', source }] }));
    assert.ok(validator('sections')({ records: [{ letter: 'Q', titles: [{ title: 'A title', source }] }] }));
  });

  it('refuses ids, states and dates that are none', () => {
    const record = recordsOf('modifications').find((each) => each['id'] === 'SECMP0070');
    const refused = [
      { ...record, id: 'SECMP70' },
      { ...record, statuses: [{ date: '26 April 2019', state: 'raised', source: 'a paper' }] },
      { ...record, statuses: [{ date: '2019-13', state: 'raised', source: 'a paper' }] },
      { ...record, statuses: [{ date: null, state: 'raised', source: 'a paper' }] },
      { ...record, statuses: [{ date: '2019', state: 'pending', source: 'a paper' }] },
      { ...record, sources: [] },
    ];
    for (const each of refused) assert.equal(validator('modifications')({ records: [each] }), false);
  });
});

describe('data: records', () => {
  for (const name of names) {
    const { id, count } = files[name];

    it(`${name}.json has ${count} records, no two of one name`, () => {
      const ids = recordsOf(name).map((record) => id.map((key) => JSON.stringify(record[key])).join(' '));
      assert.equal(ids.length, count);
      assert.equal(new Set(ids).size, count);
    });

    it(`${name}.json holds names and glosses, no long text`, () => {
      const remarks = ['source', 'titleSource', 'abbreviationSource'];
      const texts = objects(recordsOf(name)).flatMap((object) =>
        Object.entries(object).filter(([key, value]) => !remarks.includes(key) && text(value).length > 200),
      );
      assert.deepEqual(texts, []);
    });

    it(`${name}.json: what is recalled says so`, () => {
      for (const object of objects(recordsOf(name)).filter((each) => 'source' in each)) {
        assert.equal(text(object['source']).startsWith('recalled'), object['status'] === 'recalled');
      }
    });
  }

  it('every fact has a source', () => {
    const nested = ['titles', 'subsections', 'clauses', 'statuses', 'facts', 'howDefined'];
    for (const record of names.flatMap(recordsOf)) {
      const inside = nested.flatMap((key) => list(record[key]));
      for (const item of inside) assert.notEqual(text(item['source']), '');
      if ('titleSource' in record)
        assert.ok((record['sources'] as Json[]).includes(record['titleSource'] ?? null));
      else if (!('letter' in record)) assert.notEqual(text(record['source']), '');
    }
  });

  it('pins what is inside Sections, and what nobody confirmed', () => {
    const inside = (key: string) => recordsOf('sections').flatMap((record) => list(record[key]));
    assert.deepEqual(
      ['titles', 'subsections', 'clauses'].map((key) => inside(key).length),
      [24, 136, 78],
    );
    const recalled = (name: Name) =>
      recordsOf(name).filter((record) => record['status'] === 'recalled').length;
    assert.deepEqual(
      ['schedules', 'appendices', 'terms'].map((name) => recalled(name as Name)),
      [6, 17, 442],
    );
  });
});

describe('data: relations', () => {
  const partNames = () =>
    new Set([
      ...recordsOf('sections').map((record) => `Section ${text(record['letter'])}`),
      ...recordsOf('schedules').map((record) => `Schedule ${String(record['schedule'] as number)}`),
      ...recordsOf('appendices').map((record) => `Appendix ${text(record['appendix'])}`),
    ]);

  it('windows name documents and versions that are listed', () => {
    const versions = new Map(
      recordsOf('documents').map((record) => [record['abbreviation'], record['versions']]),
    );
    for (const record of recordsOf('applicability')) {
      assert.ok(
        (versions.get(record['specification'] ?? null) as Json[]).includes(record['version'] ?? null),
      );
      assert.ok((versions.get('GBCS') as Json[]).includes(record['relevantGbcsVersion'] ?? null));
    }
  });

  it('documents that are parts of the Code have the name and abbreviation of the part', () => {
    const parts = new Map<string, JsonObject>([
      ...recordsOf('schedules').map(
        (record) => [`SEC Schedule ${String(record['schedule'] as number)}`, record] as const,
      ),
      ...recordsOf('appendices').map(
        (record) => [`SEC Appendix ${text(record['appendix'])}`, record] as const,
      ),
    ]);
    for (const record of recordsOf('documents').filter((each) => text(each['sits']).startsWith('SEC '))) {
      const part = parts.get(text(record['sits']));
      assert.equal(part?.['title'], record['title']);
      assert.equal(part?.['abbreviation'] ?? null, record['abbreviation']);
    }
  });

  it('modifications affect known parts, came in with known versions and fill their series', () => {
    const versions = new Set(recordsOf('versions').map((record) => record['version']));
    for (const fact of recordsOf('modifications').flatMap((record) => list(record['facts']))) {
      if (fact['key'] === 'secVersion') assert.ok(versions.has(fact['value'] ?? null));
      if (fact['key'] !== 'affects') continue;
      for (const part of fact['value'] as string[]) assert.ok(partNames().has(part), part);
    }
    const ids = new Set(recordsOf('modifications').map((record) => record['id']));
    assert.deepEqual(facts('modifications')['completeTo'], { DP: null, MP: null, SECMP: 70 });
    for (let number = 1; number <= 70; number += 1)
      assert.ok(ids.has(`SECMP${String(number).padStart(4, '0')}`));
  });

  it('terms refer to known parts', () => {
    const hows = recordsOf('terms').flatMap((record) =>
      list(record['howDefined']).map((item) => text(item['how'])),
    );
    const scopes = recordsOf('terms').map((record) => text(record['scope']));
    const pattern = /(Section|Schedule|Appendix) ([A-Z]{1,2}|\d+)(?![a-z])/;
    const named = [...hows, ...scopes]
      .map((each) => pattern.exec(each)?.[0])
      .filter((each) => each !== undefined);
    assert.ok(named.length > 10);
    for (const part of named) assert.ok(partNames().has(part), part);
  });
});

describe('data: command', function () {
  this.timeout(60_000);
  let folder = '';
  const at = (name: string) => join(folder, name);
  const change = (name: Name, edit: (file: Facts) => void) => {
    const file = facts(name, folder);
    edit(file);
    writeFileSync(at(`${name}.json`), `${JSON.stringify(file, null, 2)}\n`);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'facts-'));
    cpSync(dataFolder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds no problem in the bundled files', () => {
    const { status, stderr } = run();
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('tells each problem on a line of its own', () => {
    change('bodies', (file) => file.records.push({ name: 'A body' }));
    change('versions', (file) => file.records.push({ version: '99', source: 7 }));
    const { status, stderr } = run('--data', folder);
    assert.equal(status, 1);
    assert.deepEqual(stderr.trim().split('\n'), [
      'versions.json: /records/17/source must be string',
      "bodies.json: /records/42 must have required property 'source'",
    ]);
  });

  it('finds a file out of order', () => {
    change('bodies', (file) => file.records.reverse());
    const { status, stderr } = run('--data', folder);
    assert.equal(status, 1);
    assert.equal(stderr, 'bodies.json: not in canonical form (npm run data -- --write)\n');
  });

  it('finds what files say of each other', () => {
    change('applicability', (file) => Object.assign(file.records[0] ?? {}, { version: '1.3' }));
    change('modifications', (file) => {
      file.records = file.records.filter((record) => record['id'] !== 'SECMP0007');
    });
    const { status, stderr } = run('--data', folder);
    assert.equal(status, 1);
    assert.match(stderr, /applicability: CHTS 1\.3 is not in documents\.json/);
    assert.match(stderr, /completeTo claims SECMP0007, which is missing/);
  });

  it('refuses a recalled source that does not say so', () => {
    change('schedules', (file) => delete file.records[0]?.['status']);
    assert.match(run('--data', folder).stderr, /"recalled" go together/);
  });

  it('writes the canonical form', () => {
    change('terms', (file) => file.records.reverse());
    assert.equal(run('--data', folder, '--write').status, 0);
    assert.equal(
      readFileSync(at('terms.json'), 'utf8'),
      readFileSync(join(dataFolder, 'terms.json'), 'utf8'),
    );
  });

  it('changes nothing when it cleans what is clean', () => {
    assert.equal(run('--from', dataFolder, '--data', folder).status, 0);
    for (const name of names) {
      assert.equal(
        readFileSync(at(`${name}.json`), 'utf8'),
        readFileSync(join(dataFolder, `${name}.json`), 'utf8'),
      );
    }
  });

  it('mends what collected facts have wrong', () => {
    change('documents', (file) => {
      const document = file.records.find((record) => record['abbreviation'] === 'CTSD');
      Object.assign(document ?? {}, {
        versions: ['2.0', '1.9 (draft)', 'R1.0'],
        alsoWrittenAs: ['the Scenarios (in a slide)'],
      });
    });
    change('modifications', (file) => {
      const modification = file.records.find((record) => record['id'] === 'MP120');
      const source = text(modification?.['titleSource']);
      const statuses = [{ date: '2016/17', state: 'approved', source }];
      Object.assign(modification ?? {}, {
        title: 'A title.',
        alsoWrittenAs: [{ title: '(as Draft Proposal) DP120', source }],
        statuses,
      });
    });
    change('terms', (file) =>
      Object.assign(file.records[0] ?? {}, { source: 'SEC Appendix M textpublic copy in a code repository' }),
    );
    assert.equal(run('--from', folder, '--data', folder).stderr, '');
    const document = facts('documents', folder).records.find((record) => record['abbreviation'] === 'CTSD');
    assert.deepEqual(document?.['versions'], ['1.0', '1.9', '2.0']);
    assert.deepEqual(document['unsettled'], ['1.9']);
    assert.deepEqual(document['versionNotes'], { '1.0': 'written R1.0', 1.9: 'draft' });
    assert.deepEqual(document['alsoWrittenAs'], ['Scenarios']);
    const modification = facts('modifications', folder).records.find((record) => record['id'] === 'MP120');
    assert.equal(modification?.['title'], 'A title');
    assert.deepEqual(modification['alsoNumbered'], ['DP120']);
    assert.equal(list(modification['statuses'])[0]?.['asOf'], '2017-03-31');
    const source = facts('terms', folder).records[0]?.['source'];
    assert.equal(source, 'SEC Appendix M (text copy in a public code repository)');
  });
});

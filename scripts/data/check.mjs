/** Checks of data/: schemas, canonical form, and what the files say about each other. Each problem is one line. */
import { Ajv } from 'ajv';
import { canonicalText } from './canonical.mjs';
import { files } from './files.mjs';

/** Longest text that is a name, a title or a short gloss. More would be a sentence of somebody's. */
const longest = 200;

function schemaProblems(value, schema) {
  const validate = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  }).compile(schema);
  if (validate(value)) return [];
  return validate.errors.map((error) => `${error.instancePath || '/'} ${error.message}`);
}

/** Values that occur more than once. */
function repeated(list) {
  return [...new Set(list.filter((item, at) => list.indexOf(item) !== at))];
}

function uniqueProblems(name, records) {
  const ids = records.map(files[name].id);
  return repeated(ids).map((id) => `${id} stands here twice`);
}

/** Every object at any depth, with its path. */
function* objects(value, path = '') {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [path, value];
  for (const [key, item] of Object.entries(value)) yield* objects(item, `${path}/${key}`);
}

/** The parts of a source, which "; " divides. */
const partsOf = (source) => source.split('; ');

function badSource(source) {
  if (/[a-z\d]public copy|\d{4}\((?!\d)/.test(source)) return 'has words run together';
  if (/\bline \d|offset \d|stored/.test(source)) return 'names a place in a stored file';
  if (partsOf(source).some((part) => part.split('(').length !== part.split(')').length)) {
    return 'has an odd bracket or "; " inside brackets';
  }
  return source.trim() === source && source !== '' ? undefined : 'is empty or has spaces around it';
}

function sourceProblems(path, object) {
  const listed = [...(object.sources ?? []), ...(object.usedIn ?? [])];
  const all = [object.source, object.titleSource, object.abbreviationSource, ...listed];
  const bad = all.filter((source) => source !== undefined).map((source) => [source, badSource(source)]);
  return bad.filter(([, why]) => why).map(([source, why]) => `${path}: source "${source}" ${why}`);
}

/** What no source confirms says so in `status`, and nothing else does. */
function recalledProblems(path, object) {
  if (object.source === undefined) return [];
  const agrees = object.source.startsWith('recalled') === (object.status === 'recalled');
  return agrees ? [] : [`${path}: a recalled source and status "recalled" go together`];
}

/** A pattern takes 2019-02-30 for a date; the calendar does not. */
function dateProblems(path, object) {
  const texts = Object.entries(object).filter(([, item]) => /^\d{4}-\d{2}-\d{2}$/.test(item));
  const wrong = texts.filter(([, text]) => !isDay(text));
  return wrong.map(([key, text]) => `${path}/${key}: ${text} is no day`);
}

function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function lengthProblems(path, object) {
  const named = ['term', 'title', 'name', 'heading', 'sideHeading', 'role', 'reason', 'how', 'note'];
  const long = named.filter((key) => typeof object[key] === 'string' && object[key].length > longest);
  return long.map((key) => `${path}/${key}: longer than ${longest} characters`);
}

function recordProblems(records) {
  const each = [sourceProblems, recalledProblems, dateProblems, lengthProblems];
  return [...objects(records)].flatMap(([path, object]) =>
    each.flatMap((problems) => problems(path, object)),
  );
}

// ----------------------------------------------------------------------------------- what files say of each other

/** Names of all parts of the Code: `Section A`, `Schedule 1`, `Appendix AB`. */
function partsOfCode(all) {
  return new Set([
    ...all.sections.records.map((record) => `Section ${record.letter}`),
    ...all.schedules.records.map((record) => `Schedule ${record.schedule}`),
    ...all.appendices.records.map((record) => `Appendix ${record.appendix}`),
  ]);
}

function sectionProblems({ sections }) {
  return sections.records.flatMap((section) => {
    const inside = [...(section.subsections ?? []), ...(section.clauses ?? [])].map(
      (provision) => provision.number,
    );
    const strange = inside.filter((number) => !number.startsWith(section.letter));
    const clauses = (section.clauses ?? []).map((clause) => clause.number);
    return [
      ...strange.map((number) => `sections: ${number} stands in Section ${section.letter}`),
      ...repeated(clauses).map((number) => `sections: clause ${number} stands here twice`),
      ...repeated((section.subsections ?? []).map(subsectionKey)).map(
        (key) => `sections: ${key} stands here twice`,
      ),
    ];
  });
}

const subsectionKey = ({ number, heading, asOf, status }) => [number, heading, asOf, status].join(' ').trim();

/** A document that is a part of the Code has that part's title and abbreviation. */
function documentProblems({ documents, schedules, appendices }) {
  const parts = new Map([
    ...schedules.records.map((record) => [`SEC Schedule ${record.schedule}`, record]),
    ...appendices.records.map((record) => [`SEC Appendix ${record.appendix}`, record]),
  ]);
  const inCode = documents.records.filter((record) => /^SEC (Schedule|Appendix) /.test(record.sits ?? ''));
  return inCode.flatMap((record) => {
    const part = parts.get(record.sits);
    if (!part) return [`documents: ${record.title} sits in ${record.sits}, which is not known`];
    const same = part.title === record.title && (part.abbreviation ?? null) === (record.abbreviation ?? null);
    return same ? [] : [`documents: ${record.title} is named otherwise in ${record.sits}`];
  });
}

function remarkProblems({ documents }) {
  return documents.records.flatMap((record) => {
    const remarked = [...(record.unsettled ?? []), ...Object.keys(record.versionNotes ?? {})];
    const strange = remarked.filter((version) => !record.versions?.includes(version));
    return strange.map(
      (version) => `documents: ${record.title} has a remark on ${version}, which is not listed`,
    );
  });
}

/** Windows name documents and versions that documents.json lists. */
function applicabilityProblems({ applicability, documents }) {
  const versions = new Map(documents.records.map((record) => [record.abbreviation, record.versions]));
  const named = applicability.records.flatMap((record) => [
    [record.specification, record.version],
    ['GBCS', record.relevantGbcsVersion],
  ]);
  const strange = named.filter(([name, version]) => !versions.get(name)?.includes(version));
  return strange.map(([name, version]) => `applicability: ${name} ${version} is not in documents.json`);
}

function modificationSourceProblems(record) {
  const items = [...(record.statuses ?? []), ...(record.facts ?? [])];
  const cited = [record.titleSource, ...items.map((item) => item.source)].flatMap(partsOf);
  const missing = cited.filter((source) => !record.sources.includes(source));
  return [...new Set(missing)].map((source) => `modifications: ${record.id}: sources lacks "${source}"`);
}

/** Parts that a modification affects, and versions that brought it in, are known. */
function modificationFactProblems(record, parts, versions) {
  return (record.facts ?? []).flatMap(({ key, value }) => {
    if (key === 'secVersion') {
      return versions.has(value)
        ? []
        : [`modifications: ${record.id}: version ${value} is not in versions.json`];
    }
    const affected = key === 'affects' ? value : [];
    const strange = affected.filter((part) => !parts.has(part));
    return strange.map((part) => `modifications: ${record.id} affects ${part}, which is not known`);
  });
}

/** A series that is held whole to a number has every number up to it. */
function seriesProblems({ modifications }) {
  const ids = new Set(modifications.records.map((record) => record.id));
  return Object.entries(modifications.completeTo ?? {}).flatMap(([series, last]) => {
    const wanted = Array.from({ length: last ?? 0 }, (_, at) => idOf(series, at + 1));
    return wanted
      .filter((id) => !ids.has(id))
      .map((id) => `modifications: completeTo claims ${id}, which is missing`);
  });
}

const idOf = (series, number) => `${series}${String(number).padStart(series === 'SECMP' ? 4 : 3, '0')}`;

function modificationProblems(all) {
  const parts = partsOfCode(all);
  const versions = new Set(all.versions.records.map((record) => record.version));
  const each = all.modifications.records.flatMap((record) => [
    ...modificationSourceProblems(record),
    ...modificationFactProblems(record, parts, versions),
  ]);
  return [...each, ...seriesProblems(all)];
}

/** The part of the Code that a definition refers to, or that a scope names. */
function partNamed(text) {
  const [, kind, name] = /(Section|Schedule|Appendix) ([A-Z]{1,2}|\d+)(?![a-z])/.exec(text) ?? [];
  return kind && `${kind} ${name}`;
}

function termProblems(all) {
  const parts = partsOfCode(all);
  return all.terms.records.flatMap((record) => {
    const named = [...(record.howDefined ?? []).map((entry) => entry.how), record.scope ?? ''].map(partNamed);
    const strange = named.filter((part) => part && !parts.has(part));
    return strange.map((part) => `terms: ${record.term} names ${part}, which is not known`);
  });
}

const crossChecks = [
  ...[sectionProblems, documentProblems, remarkProblems, applicabilityProblems],
  ...[modificationProblems, termProblems],
];

// ------------------------------------------------------------------------------------------------------- the whole

function fileProblems(name, text, value) {
  const dated = value.asAt && value.note && value.$schema ? [] : ['$schema, note and asAt belong on top'];
  const written =
    canonicalText(name, value) === text ? [] : ['not in canonical form (npm run data -- --write)'];
  return [...dated, ...written, ...uniqueProblems(name, value.records), ...recordProblems(value.records)];
}

/** Problems of each file, with its name before them. */
function ofEach(problems) {
  return Object.keys(files).flatMap((name) => problems(name).map((problem) => `${name}.json: ${problem}`));
}

/** All problems of the files with these texts, by name, under these schemas. */
export function check(texts, schemas) {
  const all = Object.fromEntries(Object.keys(files).map((name) => [name, JSON.parse(texts[name])]));
  const wrong = ofEach((name) => schemaProblems(all[name], schemas[name]));
  // What a schema refuses may not have the fields that the other checks read.
  if (wrong.length > 0) return wrong;
  const own = ofEach((name) => fileProblems(name, texts[name], all[name]));
  return [...own, ...crossChecks.flatMap((problems) => problems(all))];
}

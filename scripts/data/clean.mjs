/**
 * Rules that turn a folder of collected facts into data/. Each mends one kind of dirt and says why.
 * Cleaning what is clean changes nothing.
 */
import { files } from './files.mjs';

/** Mark of a source that is no source: the fact is remembered, nothing at hand confirms it. */
export const recalledSource = 'recalled, no source at hand confirmed it';

const copyNote = '(text copy in a public code repository)';
const january2015 =
  'https://studylib.net/doc/18047119/section-a--definitions-and-interpretation-the-following';

/** `SEC Appendix M, version M8.0, 2.3 (text copy in a public code repository)`. */
function appendixCopy(letters, version, clause) {
  const parts = [`SEC Appendix ${letters}`];
  if (version) parts.push(`version ${version}`);
  if (clause) parts.push(clause.replace(/ \(/g, '('));
  return `${parts.join(', ')} ${copyNote}`;
}

/** Mended sources, in this order. A source lists its parts with "; " between them. */
const sourceRules = [
  // "; " parts sources, so it may not stand inside the one remark that is no source.
  [/^recalled; no source at hand confirmed it$/, () => recalledSource],
  // Copies of Appendices M, N and P: the words were run together ("textpublic copy", "v4.0public copy").
  [/^SEC Appendix ([A-Z]+) textpublic copy in a code repository$/, (_, letters) => appendixCopy(letters)],
  [
    /^SEC Appendix ([A-Z]+)(?: \([^)]*\))? v ?(\S+?)public copy in a code repository(?: ([\d.]+ [()a-z]+), .*)?$/,
    (_, letters, version, clause) => appendixCopy(letters, version, clause),
  ],
  // The same copies again, with places in somebody's stored file that nobody else can look up.
  [
    /^public copy in a code repository .*PDF-to-text copy of SEC Appendix ([A-Z]+) v ?(\S+?)\)$/,
    (_, letters, version) => appendixCopy(letters, version),
  ],
  [/^SEC Appendix ([A-Z]+) v ?([A-Z]?[\d.]+)(?:, ([\d.]+))?$/, (_, ...parts) => appendixCopy(...parts)],
  // A line of a stored file means nothing to a reader who holds the report itself.
  [/ Annex 1 Glossary line \d+$/, () => ', Annex 1 Glossary'],
  // One document, cited in three ways.
  [/https:\/\/studylib\.net\/doc\/18047119\/(?= |$)/, () => january2015],
  [/\(SEC January 2015 conclusions, clean\)/, () => '(January 2015, clean)'],
  // How badly the copy reads belongs to the remark in brackets.
  [/, clean\) — columns interleaved.*$/, () => ', clean, columns interleaved in the copy)'],
  [/, clean\) — stored text has '(\w+)'$/, (_, spelling) => `, clean, spelt ${spelling} in the copy)`],
  // A bracket that follows a year span without a space.
  [/(\d{4}-\d{4})\(/g, (_, years) => `${years} (`],
  [/ +; /g, () => '; '],
  // Two sources joined by a word, and remarks that look like sources of their own.
  [/ and (?=https?:)/, () => '; '],
  [/; a slip, (.*)$/, (_, why) => ` (a slip, ${why})`],
  [/; cited as (Schedule \d+) in (.*)$/, (_, part, paper) => `; ${paper} (cited as ${part})`],
  [/ \(truncated\)$/, () => ' (title cut short in the copy)'],
  // Inside brackets "; " would be read as the border of a source.
  [/\([^()]*\)/g, (bracket) => bracket.replaceAll('; ', ', ')],
];

/** A source as data/ writes it. */
export function mendSource(source) {
  return sourceRules.reduce((text, [pattern, mend]) => text.replace(pattern, mend), source.trim());
}

const isRecalled = (source) => source.startsWith('recalled');
const abbreviationOnly = /\(abbreviation[^)]*expansion recalled\)/;

/** Mends every source at any depth; a status of "recalled" goes with every recalled source, wherever it stands. */
function mendSources(value) {
  if (Array.isArray(value)) return value.map(mendSources);
  if (value === null || typeof value !== 'object') return value;
  const mended = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mendSourcesAt(key, item)]),
  );
  // Titles of Sections and other spellings of Appendices were recalled without saying so.
  if (typeof mended.source === 'string' && isRecalled(mended.source)) mended.status = 'recalled';
  return mended;
}

function mendSourcesAt(key, item) {
  if (typeof item === 'string' && /^(source|titleSource|abbreviationSource)$/.test(key))
    return mendSource(item);
  if (Array.isArray(item) && /^(sources|usedIn)$/.test(key)) return [...new Set(item.map(mendSource))];
  return mendSources(item);
}

/** The record without one field. */
function without(record, field) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== field));
}

/** An empty string says nothing; the field is left out instead. */
function withoutEmpty(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
}

/** `"2.0 (draft)"` as its number and its remark. */
function splitRemark(text) {
  const [, name, remark] = /^(.*?)(?: \(([^()]*)\))?$/.exec(text);
  return { name, remark };
}

// ---------------------------------------------------------------------------------------------------- sections

/** The title to show, where sources differ. SOURCES.md says why each was chosen. */
const titleToShow = {
  A: 'Definitions and Interpretation',
  D: 'Modification Process',
  J: 'Charges',
  L: 'Smart Metering Key Infrastructure and DCC Key Infrastructure',
};

/** Times that were written in words, as years and months that can be sorted. */
const asOfRules = [
  [/^later \((\d{4}-\d{4})\)$/, '$1'],
  [/^5\.14, Feb 2018$/, '2018-02'],
  [/^Alt HAN consultation draft, 2015\/16$/, '2015-2016 draft'],
  [/^(\d\d)(\d\d)\/(\d\d)$/, '$1$2-$1$3'],
];

/** Notes that speak of a layout that is not there any more, or lost a bracket. */
const noteRules = [
  [/^heading of X3 not seen; X3\.6 titled below$/, 'heading not seen'],
  [/^Definitions \(heading inferred from K1\.7$/, 'definitions; heading inferred from K1.7'],
];

function applyRules(text, rules) {
  return rules.reduce((mended, [pattern, replacement]) => mended.replace(pattern, replacement), text);
}

function cleanSubsection(subsection) {
  const clean = { ...subsection };
  if (clean.asOf) clean.asOf = applyRules(clean.asOf, asOfRules);
  if (clean.note) clean.note = applyRules(clean.note, noteRules);
  return clean;
}

function cleanSection(section) {
  const shown = section.titles.find((title) => title.title === titleToShow[section.letter]);
  const titles = shown ? [shown, ...section.titles.filter((title) => title !== shown)] : section.titles;
  return { ...section, titles, subsections: section.subsections.map(cleanSubsection) };
}

// ------------------------------------------------------------------------------------- appendices and schedules

/** "DCC User Gateway Services Schedule (2013-2014 name)": the years are no part of the title. */
function cleanSpelling(spelling) {
  const { name, remark } = splitRemark(spelling.title);
  const years = /^(\d{4}-\d{4}) name$/.exec(remark ?? '')?.[1];
  return years ? { ...spelling, title: name, asOf: years } : spelling;
}

/** "Appendix XXX / Appendix [tbc]" is how a draft numbered the Appendix, not another title of it. */
const isPlaceholder = (spelling) => /^Appendix XXX/.test(spelling.title);

function cleanPart(part) {
  if (!part.alsoWrittenAs) return part;
  const { alsoWrittenAs, ...rest } = part;
  const kept = alsoWrittenAs.filter((spelling) => !isPlaceholder(spelling)).map(cleanSpelling);
  const clean = kept.length > 0 ? { ...rest, alsoWrittenAs: kept } : rest;
  if (kept.length < alsoWrittenAs.length)
    clean.note = 'written Appendix XXX or Appendix [tbc] before designation';
  return clean;
}

// ----------------------------------------------------------------------------------------- documents and bodies

/** Remarks that say a version is no designated one, so that it must not count as the highest known. */
const unsettledRemark = /^(draft|redline|secondary source)/;

/**
 * CHTS 1.47 bears no remark, but continues the numbering of the 2014 drafts: designated CHTS began at 1.0 in 2016
 * and stood at 1.1 in 2018.
 */
const draftByNumber = { CHTS: { 1.47: 'draft series, inferred from its number' } };

/** Version numbers alone, with remarks beside them; an Appendix's own letter (M8.0) is no part of the number. */
function cleanVersion(text) {
  const { name, remark } = splitRemark(text);
  const number = name.replace(/^[A-Z](?=\d)/, '');
  return { number, remark: remark ?? (number === name ? undefined : `written ${name}`) };
}

function cleanVersions(document) {
  const versions = (document.versions ?? []).map(cleanVersion);
  const remarks = versions.filter((version) => version.remark).map(({ number, remark }) => [number, remark]);
  const notes = {
    ...document.versionNotes,
    ...draftByNumber[document.abbreviation],
    ...Object.fromEntries(remarks),
  };
  const numbers = versions.map((version) => version.number);
  const unsettled = numbers.filter((number) => unsettledRemark.test(notes[number] ?? ''));
  return {
    versions: numbers,
    ...(unsettled.length > 0 && { unsettled }),
    ...(Object.keys(notes).length > 0 && { versionNotes: notes }),
  };
}

/** "the Panel" is the name Panel; "Testing Assurance Group (in a DCC slide)" has a remark; own names say nothing. */
function cleanNames(record, name) {
  if (!record.alsoWrittenAs) return record;
  const names = record.alsoWrittenAs.map((text) => splitRemark(text).name.replace(/^the /, ''));
  const others = [...new Set(names)].filter(
    (other) => other !== record[name] && other !== record.abbreviation,
  );
  return others.length > 0 ? { ...record, alsoWrittenAs: others } : without(record, 'alsoWrittenAs');
}

/** Where only the abbreviation was seen, its expansion is recalled and must say so where programs look. */
function markRecalledName(record, field) {
  return abbreviationOnly.test(record.source) ? { ...record, [field]: 'recalled' } : record;
}

/** "SEC Appendix H (recalled)": the place is the value, the doubt is a field. */
function cleanPlace(document) {
  const place = /^(.*) \(recalled\)$/.exec(document.sits ?? '')?.[1];
  return place ? { ...document, sits: place, sitsStatus: 'recalled' } : document;
}

function cleanDocument(document) {
  const named = markRecalledName(cleanNames(cleanPlace(document), 'title'), 'titleStatus');
  return { ...named, ...cleanVersions(document) };
}

/** "stored" was said of somebody's copy. */
function cleanRelease(version) {
  const note = version.note?.replace('in the stored text', 'in the text read');
  return withoutEmpty(note ? { ...version, note } : version);
}

function cleanBody(body) {
  return withoutEmpty(markRecalledName(cleanNames(body, 'name'), 'nameStatus'));
}

// ------------------------------------------------------------------------------------------------ applicability

/** "proposed 2018-10-01": what it is, and as of when. */
function cleanWindow(window) {
  const [, status, asOf] = /^(proposed) (\d{4}-\d{2}-\d{2})$/.exec(window.status ?? '') ?? [];
  return status ? { ...window, status, asOf } : window;
}

// ------------------------------------------------------------------------------------------------ modifications

/** A regulatory year ends on 31 March; what happened in it has no date, and is reported as of its end. */
function cleanStatus(status) {
  const clean = { ...status };
  const year = /^(\d{2})\d{2}\/(\d{2})$/.exec(status.date ?? '');
  if (year) Object.assign(clean, { date: null, asOf: `${year[1]}${year[2]}-03-31` });
  // A Refinement Consultation belongs to refinement; it had been filed under report.
  if (status.asWritten === 'Refinement Consultation') clean.state = 'refinement';
  return clean;
}

const cutList = / \(list truncated\)$/;

/** "(list truncated)" behind a source speaks of the value, so it is a note of the fact. */
function cleanFact(fact) {
  if (cutList.test(fact.source)) {
    return cleanFact({
      ...fact,
      source: fact.source.replace(cutList, ''),
      note: 'list cut short in the copy',
    });
  }
  if (typeof fact.value !== 'string') return fact;
  // Lines of a stored file, as above.
  const value = fact.value.replace(/ \(line \d+\)/g, '');
  // "27.0 (part 2)" is version 27.0 with a remark.
  const { name, remark } = splitRemark(value);
  return fact.key === 'secVersion' && remark ? { ...fact, value: name, note: remark } : { ...fact, value };
}

/** A full stop at the end of two titles is the list's, not the title's. */
const withoutStop = (title) => title.replace(/\.$/, '');

/** "(as Draft Proposal) DP114" is another number, not another title. */
function numberOf(spelling) {
  return /^\(as Draft Proposal\) (DP\d+[A-Z]?)$/.exec(spelling.title)?.[1];
}

/** `sources` lists every source that the record cites; one had been left out. */
function allSources(modification) {
  const items = [...(modification.statuses ?? []), ...(modification.facts ?? [])];
  const cited = [modification.titleSource, ...items.map((item) => item.source.replace(cutList, ''))];
  return [...new Set([...modification.sources, ...cited.flatMap((source) => source.split('; '))])];
}

function cleanModification(modification) {
  const spellings = modification.alsoWrittenAs ?? [];
  const numbers = [...(modification.alsoNumbered ?? []), ...spellings.map(numberOf).filter(Boolean)];
  return {
    ...modification,
    ...(numbers.length > 0 && { alsoNumbered: numbers }),
    title: withoutStop(modification.title),
    alsoWrittenAs: spellings.filter((spelling) => !numberOf(spelling)),
    statuses: (modification.statuses ?? []).map(cleanStatus),
    facts: (modification.facts ?? []).map(cleanFact),
    sources: allSources(modification),
  };
}

// -------------------------------------------------------------------------------------------------------- terms

/** What defines a term is named, and no wording of a definition is carried along. */
const howRules = [
  [/ and like terms shall be interpreted accordingly$/, ''],
  [/^by reference to SEC Appendix \[TBC\]$/, 'by reference to an Appendix not yet lettered'],
];

/** "ordinary word when in lower case" says nothing of CHTS or SECCo, which are no words. */
const isWord = (term) => !/[A-Z0-9]{2}/.test(term);

const abbreviationDoubt = 'recalled unless the documents/bodies files give a source';

/** Abbreviations with their expansions and sources, from every file that has both and is sure of both. */
function knownAbbreviations(raw) {
  const records = ['documents', 'bodies', 'appendices', 'schedules'].flatMap((name) => raw[name].records);
  const sure = records.filter((record) => record.abbreviation && !isRecalled(record.source));
  const attested = sure.filter((record) => !abbreviationOnly.test(record.source));
  return new Map(
    attested.map((record) => [`${record.abbreviation}=${record.title ?? record.name}`, record.source]),
  );
}

/** Settles "recalled unless …" by looking there. */
function cleanAbbreviation(term, known) {
  if (term.abbreviationStatus !== abbreviationDoubt) return term;
  const source = known.get(`${term.abbreviation}=${term.term}`);
  return source
    ? { ...without(term, 'abbreviationStatus'), abbreviationSource: source }
    : { ...term, abbreviationStatus: 'recalled' };
}

function cleanTerm(term, known) {
  const howDefined = term.howDefined?.map((entry) => ({ ...entry, how: applyRules(entry.how, howRules) }));
  const clean = { ...cleanAbbreviation(term, known), ...(howDefined && { howDefined }) };
  if (!isWord(term.term)) delete clean.note;
  return clean;
}

// -------------------------------------------------------------------------------------------------------- files

const cleaners = {
  sections: cleanSection,
  schedules: cleanPart,
  appendices: cleanPart,
  documents: cleanDocument,
  applicability: cleanWindow,
  modifications: cleanModification,
  versions: cleanRelease,
  terms: cleanTerm,
  bodies: cleanBody,
};

/** One file of data/ from one file of collected facts; the note is ours, the date the facts' own if they have one. */
function cleanFile(name, file, known) {
  return {
    $schema: `./schema/${name}.schema.json`,
    note: files[name].note,
    asAt: file.asAt ?? files[name].asAt,
    ...(file.completeTo && { completeTo: file.completeTo }),
    records: file.records.map((record) => cleaners[name](record, known)),
  };
}

/** All files of data/ from all files of collected facts, by name. */
export function clean(raw) {
  const mended = mendSources(raw);
  const known = knownAbbreviations(mended);
  return Object.fromEntries(
    Object.entries(mended).map(([name, file]) => [name, cleanFile(name, file, known)]),
  );
}

/** One way to write each file of data/, so that a change of fact is the only change a diff shows. */
import { fileKeyOrder, files, keyOrder, numberOrder } from './files.mjs';

const rankOf = (order) => (key) => {
  const rank = order.indexOf(key);
  return rank < 0 ? order.length : rank;
};

function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A sorted copy; equal keys keep their order. */
function sortBy(list, key) {
  return [...list].sort((left, right) => compare(key(left), key(right)));
}

/** Known keys in the given order, all others (such as version numbers) after them by name. */
function orderKeys(value, order) {
  if (Array.isArray(value)) return value.map((item) => orderKeys(item, keyOrder));
  if (value === null || typeof value !== 'object') return value;
  const rank = rankOf(order);
  const keys = Object.keys(value).sort(
    (a, b) => rank(a) - rank(b) || compare(numberOrder(a), numberOrder(b)),
  );
  return Object.fromEntries(keys.map((key) => [key, orderKeys(value[key], keyOrder)]));
}

const statusRank = { superseded: 1, recalled: 2 };

/** By number; of one number, what a source attests before what none does, and the newest first. */
function subsectionOrder(subsection) {
  const year = Number(/\d{4}/.exec(subsection.asOf ?? '')?.[0] ?? 0);
  return `${numberOrder(subsection.number)} ${statusRank[subsection.status] ?? 0} ${9999 - year}`;
}

/** Oldest first, so that the last status is the newest; a bare month counts as its end. */
function statusOrder(status) {
  return (status.date ?? status.asOf ?? '').padEnd(10, '~');
}

/** Lists inside a record whose order says nothing by itself. */
function sortInside(record) {
  const sorted = { ...record };
  if (record.subsections) sorted.subsections = sortBy(record.subsections, subsectionOrder);
  if (record.clauses) sorted.clauses = sortBy(record.clauses, (clause) => numberOrder(clause.number));
  if (record.statuses) sorted.statuses = sortBy(record.statuses, statusOrder);
  if (record.versions) sorted.versions = sortBy(record.versions, numberOrder);
  if (record.unsettled) sorted.unsettled = sortBy(record.unsettled, numberOrder);
  return sorted;
}

/** The canonical value of the file `name`. */
export function canonical(name, file) {
  const records = sortBy(file.records.map(sortInside), files[name].order);
  return orderKeys({ ...file, records }, fileKeyOrder);
}

/** The canonical text of the file `name`. */
export function canonicalText(name, file) {
  return `${JSON.stringify(canonical(name, file), null, 2)}\n`;
}

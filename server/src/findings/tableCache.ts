import type { DocumentView } from '../index/documentView.js';
import type { TermTable } from '../index/termTable.js';

/**
 * What is made of the terms that a document knows. They stand in a few tables, of which the large ones are shared by many
 * documents and outlive an edit: what is made of a table is kept with it.
 */
export class TableCache<T extends object> {
  readonly #make: (terms: Iterable<string>) => T;
  readonly #whole = new WeakMap<TermTable, T>();
  /** Of the names in the facts alone, for documents in which the facts' terms do not count. */
  readonly #names = new WeakMap<TermTable, T>();

  constructor(make: (terms: Iterable<string>) => T) {
    this.#make = make;
  }

  /** In the order in which they count: the document's own terms, those of the parts of the Code, those of the facts. */
  of(view: DocumentView): readonly T[] {
    const { factTable } = view;
    return [
      ...view.definedTables.map((table) => keep(this.#whole, table, () => this.#make(table.terms()))),
      keep(view.factsCount ? this.#whole : this.#names, factTable, () => this.#make(knownFacts(view))),
    ];
  }
}

function keep<T extends object>(held: WeakMap<TermTable, T>, table: TermTable, make: () => T): T {
  const known = held.get(table);
  if (known) return known;
  const made = make();
  held.set(table, made);
  return made;
}

function* knownFacts(view: DocumentView): Iterable<string> {
  for (const term of view.factTable.terms()) {
    const entry = view.factTable.get(term);
    if (entry && view.countsAsKnown(entry)) yield term;
  }
}

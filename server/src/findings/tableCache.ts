import type { DocumentView } from '../index/documentView.js';
import type { TermTable } from '../index/termTable.js';
import { finish, type Steps } from '../text/steps.js';

/** So many terms are taken in one step. */
const termsInStep = 100;

/**
 * What is made of the terms that a document knows. They stand in a few tables, of which the large ones are shared by many
 * documents and outlive an edit: what is made of a table is kept with it.
 */
export class TableCache<T extends object> {
  readonly #make: () => T;
  readonly #add: (made: T, term: string) => void;
  readonly #whole = new WeakMap<TermTable, T>();
  /** Of the names in the facts alone, for documents in which the facts' terms do not count. */
  readonly #names = new WeakMap<TermTable, T>();

  constructor(make: () => T, add: (made: T, term: string) => void) {
    this.#make = make;
    this.#add = add;
  }

  /** In the order in which they count: the document's own terms, those of the parts of the Code, those of the facts. */
  of(view: DocumentView): readonly T[] {
    return finish(this.ofInSteps(view));
  }

  /** The same in steps: a table of thousands takes long when it is first asked for. */
  *ofInSteps(view: DocumentView): Steps<readonly T[]> {
    const made: T[] = [];
    for (const table of view.definedTables) made.push(yield* this.#keep(this.#whole, table, table.terms()));
    const ofFacts = view.factsCount ? this.#whole : this.#names;
    made.push(yield* this.#keep(ofFacts, view.factTable, knownFacts(view)));
    return made;
  }

  *#keep(held: WeakMap<TermTable, T>, table: TermTable, terms: Iterable<string>): Steps<T> {
    const known = held.get(table);
    if (known) return known;
    const made = this.#make();
    let taken = 0;
    for (const term of terms) {
      if (++taken % termsInStep === 0) yield;
      this.#add(made, term);
    }
    held.set(table, made);
    return made;
  }
}

function* knownFacts(view: DocumentView): Iterable<string> {
  for (const term of view.factTable.terms()) {
    const entry = view.factTable.get(term);
    if (entry && view.countsAsKnown(entry)) yield term;
  }
}

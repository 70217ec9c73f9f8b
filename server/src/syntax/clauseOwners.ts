import type { ProvisionOwner } from '../model/provisionId.js';
import type { Stretch } from './readStretch.js';

/**
 * Of which Appendix or Schedule a text means a clause that it has not itself: `clauses 10.3 and 10.4 of Appendix AB` in one
 * paragraph, `clause 10.4` in the next. The first whose clause of that whole number the text names.
 */
export class ClauseOwners {
  #stretches: readonly Stretch[];
  readonly #known = new Map<string, ProvisionOwner | undefined>();

  constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  /** @param top the whole number of a clause: `10` for 10.4 */
  of(top: string): ProvisionOwner | undefined {
    if (this.#known.has(top)) return this.#known.get(top);
    const holder = this.#stretches.find((stretch) => ownersIn(stretch).has(top));
    const owner = holder && ownersIn(holder).get(top);
    this.#known.set(top, owner);
    return owner;
  }

  /** What was asked is known from here on, and the text is not held for it. */
  settle(): void {
    this.#stretches = [];
  }
}

const held = new WeakMap<Stretch, ReadonlyMap<string, ProvisionOwner>>();

function ownersIn(stretch: Stretch): ReadonlyMap<string, ProvisionOwner> {
  const known = held.get(stretch);
  if (known) return known;
  const owners = new Map<string, ProvisionOwner>();
  for (const written of stretch.scans.references) {
    for (const { lead, owner, number, isElsewhere } of written) {
      const isOfPart = owner?.kind === 'appendix' || owner?.kind === 'schedule';
      const [top = ''] = number.split('.');
      if (lead === 'clause' && isOfPart && owner.name !== '' && !isElsewhere && !owners.has(top))
        owners.set(top, owner);
    }
  }
  held.set(stretch, owners);
  return owners;
}

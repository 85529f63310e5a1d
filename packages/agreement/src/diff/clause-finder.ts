import type { Agreement } from '../agreement.ts';
import { clausesOf } from '../clause/clauses-of.ts';

/** Finds the clause that an address lies in; the first step of the address where no clause does. */
export type ClauseOf = (steps: readonly string[]) => { readonly address: string; readonly depth: number };

/** Makes a finder of the clauses of an agreement. O(size of the agreement), then O(length of the address). */
export function clauseFinder(agreement: Agreement): ClauseOf {
  const addresses = new Set(clausesOf(agreement).map(({ address }) => address));
  return (steps) => {
    for (let depth = steps.length; depth > 1; depth--) {
      const address = steps.slice(0, depth).join('.');
      if (addresses.has(address)) return { address, depth };
    }
    return { address: steps[0] ?? '', depth: 1 };
  };
}

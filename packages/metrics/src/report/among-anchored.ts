import type { FactAggregate } from '../plan/reduction.ts';

/** The same aggregate over rows that all have the anchor: what is true of each of them is not asked. */
export function amongAnchored(aggregate: FactAggregate, anchor: string): FactAggregate {
  const where = aggregate.where.map((atoms) =>
    atoms.filter((atom) => atom.kind !== 'has' || !atom.is || atom.column !== anchor),
  );
  return { ...aggregate, where };
}

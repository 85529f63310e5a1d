import type { StageId } from '@sameteam/model';

/** A test on one row of facts. Every engine compiles it to its own form; a time is the effective one, implied or not. */
export type Atom =
  | { readonly kind: 'reached'; readonly stage: StageId }
  /** Reached by an event of its own, not implied by a later stage. */
  | { readonly kind: 'explicit'; readonly stage: StageId }
  /** Reached only because a later stage implies it. */
  | { readonly kind: 'implied'; readonly stage: StageId }
  /** Not reached. */
  | { readonly kind: 'open'; readonly stage: StageId }
  /** Both explicit, the second not before the first. */
  | { readonly kind: 'ordered'; readonly from: StageId; readonly to: StageId }
  /** Both explicit, the second before the first. */
  | { readonly kind: 'reversed'; readonly from: StageId; readonly to: StageId }
  /** Ordered, and at most `limitMs` apart. */
  | { readonly kind: 'within'; readonly from: StageId; readonly to: StageId; readonly limitMs: number }
  /** An opportunity whose amount is known, or is not. */
  | { readonly kind: 'amount'; readonly known: boolean };

/** All atoms of one of the alternatives hold. `[]` never does, `[[]]` always. */
export type Predicate = readonly (readonly Atom[])[];

/** What an engine computes of the rows of a group that are not excluded by the agreement. */
export type Aggregate =
  | { readonly kind: 'count'; readonly where: Predicate }
  /** Latest time of a stage, UTC milliseconds; `null` for no rows. */
  | { readonly kind: 'latest'; readonly stage: StageId; readonly where: Predicate }
  /** Type-7 quantile of whole seconds between two stages, over the rows that are ordered; `null` for no rows. */
  | { readonly kind: 'quantile'; readonly from: StageId; readonly to: StageId; readonly p: number };

/** The same aggregate over rows that have all reached a stage: what is true of each of them is not asked. */
export function amongReached(aggregate: Aggregate, stage: StageId): Aggregate {
  if (aggregate.kind === 'quantile') return aggregate;
  const where = aggregate.where.map((atoms) => atoms.filter((atom) => atom.kind !== 'reached' || atom.stage !== stage));
  return { ...aggregate, where };
}

/** Text that is equal for equal aggregates, to compute each once. */
export function aggregateKey(aggregate: Aggregate): string {
  return JSON.stringify(aggregate);
}

import { compareUtf8, type DimensionId } from '@sameteam/model';
import { dimension } from '../plan/dimensions.ts';
import type { Filter, Plan } from '../plan/plan.ts';

/** What stands for the values of a dimension that are folded into one row. The row says so itself, see `folded`. */
export const foldedValue = '(other)';

/** Which values of a dimension have a row of their own, and how many have not. */
export interface KeptValues {
  readonly dimension: DimensionId;
  readonly kept: readonly (string | null)[];
  readonly folded: number;
}

/** A plan for a part of the rows: some dimensions are cut to their kept values, others folded into one. */
export interface PartPlan {
  readonly plan: Plan;
  readonly folded: readonly KeptValues[];
}

/** The values that have a row of their own: the largest, by UTF-8 where as many are as large. */
export function keptValues(id: DimensionId, sizes: ReadonlyMap<string | null, number>, top: number): KeptValues | null {
  if (sizes.size <= top) return null;
  const ordered = [...sizes].sort(([a, left], [b, right]) => right - left || compareValues(a, b));
  return { dimension: id, kept: ordered.slice(0, top).map(([value]) => value), folded: sizes.size - top };
}

/** By UTF-8, the missing value last. */
export function compareValues(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : compareUtf8(a, b);
}

/** The plans whose rows together are those of a plan, each of its cut dimensions kept or folded. */
export function partPlans(plan: Plan, cut: readonly KeptValues[]): readonly PartPlan[] {
  const [first, ...rest] = cut;
  if (first === undefined) return [{ plan, folded: [] }];
  return partPlans(plan, rest).flatMap((part): readonly PartPlan[] => [
    { ...part, plan: withFilter(part.plan, { dimension: first.dimension, in: first.kept }) },
    {
      plan: without(withFilter(part.plan, { dimension: first.dimension, notIn: first.kept }), first.dimension),
      folded: [first, ...part.folded],
    },
  ]);
}

function withFilter(plan: Plan, filter: Filter): Plan {
  return { ...plan, filters: [...plan.filters, filter] };
}

function without(plan: Plan, id: DimensionId): Plan {
  return { ...plan, by: plan.by.filter((other) => other !== id) };
}

/** The dimensions of a plan that can be folded. */
export function foldableDimensions(plan: Plan): readonly DimensionId[] {
  return plan.by.filter((id) => dimension(id)?.kind === 'fact');
}

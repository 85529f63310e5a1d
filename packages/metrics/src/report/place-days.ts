import { dayNumber, nextBucket } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import type { GroupAddress } from '../plan/reduction.ts';
import { planGrain } from './metric-scope.ts';

/** The local days of which a row of a report is, both included; `null` where nothing bounds them. */
export function placeDays(
  { bucket }: Pick<GroupAddress, 'bucket'>,
  plan: Pick<Plan, 'from' | 'to' | 'by'>,
): { readonly first: number | null; readonly last: number | null } {
  const grain = planGrain(plan);
  const from = plan.from === null ? null : dayNumber(plan.from);
  const to = plan.to === null ? null : dayNumber(plan.to);
  const end = bucket === null || grain === null ? null : nextBucket(bucket, grain) - 1;
  return {
    first: bucket === null || from === null ? (bucket ?? from) : Math.max(bucket, from),
    last: end === null || to === null ? (end ?? to) : Math.min(end, to),
  };
}

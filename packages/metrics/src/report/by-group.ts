import { groupKey } from '../plan/group-addresses.ts';
import type { GroupAddress } from '../plan/reduction.ts';

/** Rows of reductions by the key of their group. */
export function byGroup<G extends GroupAddress>(rows: readonly G[]): ReadonlyMap<string, readonly G[]> {
  const groups = new Map<string, G[]>();
  for (const row of rows) {
    const key = groupKey(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

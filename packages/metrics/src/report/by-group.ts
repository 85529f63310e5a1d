import { groupKey } from '../plan/group-addresses.ts';
import type { GroupAddress } from '../plan/reduction.ts';

/** Groups of rows that were asked for: metrics that ask the same share the rows. */
const known = new WeakMap<readonly GroupAddress[], ReadonlyMap<string, readonly GroupAddress[]>>();

/** Rows of reductions, which must not change any more, by the key of their group. */
export function byGroup<G extends GroupAddress>(rows: readonly G[]): ReadonlyMap<string, readonly G[]> {
  const found = known.get(rows) as ReadonlyMap<string, readonly G[]> | undefined;
  if (found !== undefined) return found;
  const groups = new Map<string, G[]>();
  known.set(rows, groups);
  for (const row of rows) {
    const key = groupKey(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

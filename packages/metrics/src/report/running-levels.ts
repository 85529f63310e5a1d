import type { GroupAddress } from '../plan/reduction.ts';
import type { LevelMeasure } from './fact-measure.ts';

/** How much began or was left in one bucket of one group; without a bucket it is of before the first one. */
export interface Flow {
  readonly address: GroupAddress;
  readonly value: number;
  readonly excluded: number;
}

/** What stands at the end of a bucket; what has none came before all of them. */
export interface RunningLevel {
  readonly bucket: number;
  readonly value: number;
  readonly excluded: number;
}

const nothing: RunningLevel = { bucket: Number.NEGATIVE_INFINITY, value: 0, excluded: 0 };

/** The levels at the ends of the buckets in which anything began or was left, one after another. */
export function runningLevels(flows: readonly Flow[]): readonly RunningLevel[] {
  const levels: RunningLevel[] = [];
  const placed = flows.map((flow) => ({ ...flow, bucket: flow.address.bucket ?? nothing.bucket }));
  for (const { bucket, value, excluded } of placed.sort((a, b) =>
    a.bucket < b.bucket ? -1 : a.bucket > b.bucket ? 1 : 0,
  )) {
    const before = levels.at(-1) ?? nothing;
    const now = { bucket, value: before.value + value, excluded: before.excluded + excluded };
    if (before.bucket === bucket && levels.length > 0) levels[levels.length - 1] = now;
    else levels.push(now);
  }
  return levels;
}

/** The level at the end of a bucket, or at its beginning; without a bucket, what stood before all of them. */
export function levelAt(
  levels: readonly RunningLevel[],
  { bucket }: Pick<GroupAddress, 'bucket'>,
  moment: LevelMeasure['moment'],
): Pick<RunningLevel, 'value' | 'excluded'> {
  const at = bucket ?? nothing.bucket;
  return levels.findLast((level) => level.bucket < at || (moment === 'closing' && level.bucket === at)) ?? nothing;
}

import { compareUtf8 } from '@sameteam/model';
import { MetricsError } from '../metrics-error.ts';
import { bucketStart, type CalendarRules, nextBucket } from './calendar.ts';
import type { Grain } from './plan.ts';

/** Where a group of a report stands: the values of its dimensions and its bucket. */
export interface GroupAddress {
  readonly dimensions: readonly (string | null)[];
  readonly bucket: number | null;
}

/** The days that a report is about, and how large it may become. */
export interface Period {
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  /** Number of dimensions beside the calendar. */
  readonly width: number;
  readonly metrics: number;
  /** Most rows, all metrics together. */
  readonly limit: number;
}

/** Keys of groups that were asked for, by the dimensions, which the groups of an answer share. */
const keys = new WeakMap<
  GroupAddress['dimensions'],
  { readonly text: string; readonly of: Map<number | null, string> }
>();

/** Text that is equal for equal addresses, whose dimensions must not change any more. */
export function groupKey({ dimensions, bucket }: GroupAddress): string {
  let known = keys.get(dimensions);
  if (known === undefined) {
    known = { text: JSON.stringify(dimensions), of: new Map() };
    keys.set(dimensions, known);
  }
  let key = known.of.get(bucket);
  if (key === undefined) {
    key = `[${known.text},${bucket}]`;
    known.of.set(bucket, key);
  }
  return key;
}

/**
 * The groups of a report in their order: dimensions as UTF-8 bytes with the missing value last, then time. An empty
 * period stands among them (rule 5): each combination of dimensions that occurs has every bucket, from the first day
 * of the period to the last, or from the first to the last bucket that occurs where the period is open.
 */
export function groupAddresses(
  found: readonly GroupAddress[],
  calendar: { readonly grain: Grain; readonly rules: CalendarRules } | null,
  period: Period,
): readonly GroupAddress[] {
  const tuples = new Map<string, readonly (string | null)[]>();
  // The groups of an answer share their dimensions: few lists stand for many groups.
  for (const dimensions of new Set(found.map((address) => address.dimensions)))
    tuples.set(JSON.stringify(dimensions), dimensions);
  if (tuples.size === 0 && period.width === 0) tuples.set('[]', []);
  const ordered = [...tuples.values()].sort(compareTuples);
  const perBucket = ordered.length * period.metrics;
  const buckets = calendar === null ? [null] : bucketRange(found, calendar, period, perBucket);
  const cells = perBucket * buckets.length;
  if (cells > period.limit) throw new MetricsError('too-many-cells', { cells, limit: period.limit });
  return ordered.flatMap((dimensions) => buckets.map((bucket) => ({ dimensions, bucket })));
}

function bucketRange(
  found: readonly GroupAddress[],
  { grain, rules }: { readonly grain: Grain; readonly rules: CalendarRules },
  { firstDay, lastDay, limit }: Period,
  perBucket: number,
): readonly number[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { bucket } of found) {
    if (bucket === null) continue;
    first = Math.min(first, bucket);
    last = Math.max(last, bucket);
  }
  if (firstDay !== null) first = bucketStart(firstDay, grain, rules);
  if (lastDay !== null) last = bucketStart(lastDay, grain, rules);
  const buckets: number[] = [];
  if (!Number.isFinite(first) || !Number.isFinite(last)) return buckets;
  // The rows are counted before any is made: a single wrong year can span millions of days.
  for (let bucket = first; bucket <= last; bucket = nextBucket(bucket, grain)) {
    buckets.push(bucket);
    if (buckets.length * perBucket > limit) throw new MetricsError('too-many-cells', { cells: null, limit });
  }
  return buckets;
}

function compareTuples(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? null;
    const right = b[i] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return compareUtf8(left, right);
  }
  return 0;
}

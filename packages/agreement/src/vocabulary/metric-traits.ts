import { type MetricEntry, metricTable } from '@sameteam/model';

/** What this package must know of a metric: what it counts, and in which unit. */
export type MetricTraits = Pick<MetricEntry, 'facts' | 'unit'>;

const known: ReadonlyMap<string, MetricTraits> = new Map(
  Object.entries(metricTable).map(([id, { facts, unit }]) => [id, { facts, unit }]),
);

/**
 * What is counted by a metric that comes with Sameteam, and in which unit.
 * @returns `null` for any other metric
 * @example metricTraits('sla_attainment') // { facts: 'entries', unit: 'ratio' }
 */
export function metricTraits(id: string): MetricTraits | null {
  return known.get(id) ?? null;
}

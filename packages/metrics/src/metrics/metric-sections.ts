import { type MetricId, metricIds, metricSectionLabels, metricTable } from '@sameteam/model';

/** Metrics that belong together, in the order in which people read them. */
export interface MetricSection {
  readonly id: string;
  readonly label: string;
  readonly metrics: readonly MetricId[];
}

/**
 * The standard report: every metric that comes with Sameteam, in its section.
 * @example metricSections.map(({ id }) => id).slice(0, 3) // ['funnel', 'quality', 'velocity']
 */
export const metricSections: readonly MetricSection[] = Object.entries(metricSectionLabels).map(([id, label]) => ({
  id,
  label,
  metrics: metricIds.filter((metric) => metricTable[metric].section === id),
}));

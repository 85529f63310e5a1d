/**
 * The sections of the standard report and their headings, in the order in which people read them.
 * @example Object.keys(metricSectionLabels).slice(0, 3) // ['funnel', 'quality', 'velocity']
 */
export const metricSectionLabels = {
  funnel: 'Funnel',
  quality: 'Quality of leads',
  velocity: 'Velocity',
  cohorts: 'Cohorts',
  sla: 'SLA of both sides',
  targets: 'Targets and pacing',
  black_hole: 'Black hole',
  recycling: 'Recycling',
  cost: 'Cost',
  pipeline: 'Pipeline and bookings',
  after_sale: 'After the sale',
  pulse: 'Pulse',
} as const;

/** A key of {@link metricSectionLabels}. */
export type MetricSectionId = keyof typeof metricSectionLabels;

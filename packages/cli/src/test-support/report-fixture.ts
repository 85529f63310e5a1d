import type { Definitions, MetricDefinition, Report, ReportRow } from '@sameteam/api/client';

const asOf = '2026-11-22T07:00:00.000Z';

/** A row with everything that a test does not care for. */
export function reportRow(row: Partial<ReportRow> & Pick<ReportRow, 'metric' | 'unit'>): ReportRow {
  return {
    anchor: 'captured',
    dimensions: {},
    value: null,
    numerator: null,
    denominator: null,
    excluded: 0,
    implied: 0,
    low: null,
    high: null,
    mature: null,
    projected: null,
    projectedLow: null,
    projectedHigh: null,
    folded: null,
    restated: 0,
    unrecorded: [],
    binding: false,
    currency: null,
    clause: null,
    asOf,
    ...row,
  };
}

/** Counts and rate of one group, as Olist's channels have them. */
export function funnelRows(
  dimensions: ReportRow['dimensions'],
  captured: number,
  won: number,
  bounds: readonly [number, number],
) {
  return [
    reportRow({
      metric: 'captured',
      unit: 'leads',
      dimensions,
      value: captured,
      numerator: captured,
      clause: 'terms.lead',
    }),
    reportRow({ metric: 'won', unit: 'leads', dimensions, value: won, numerator: won }),
    reportRow({
      metric: 'lead_to_win_rate',
      unit: 'ratio',
      dimensions,
      value: won / captured,
      numerator: won,
      denominator: captured,
      low: bounds[0],
      high: bounds[1],
      mature: true,
      clause: 'windows.lead_to_win',
    }),
  ];
}

/** A report of rows that come group by group; they are put metric by metric, as the service does. */
export function reportOf(rows: readonly ReportRow[]): Report {
  const metrics = [...new Set(rows.map((row) => row.metric))];
  return {
    rows: metrics.flatMap((metric) => rows.filter((row) => row.metric === metric)),
    asOf,
    agreement: { name: 'Default agreement', version: 0, draft: true, standing: 'draft' },
  };
}

const metric = (id: string, label: string, unit: MetricDefinition['unit'], formula: string): MetricDefinition => ({
  id,
  label,
  unit,
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'count', stage: 'captured' },
  formula,
  numerator: null,
  denominator: null,
  clause: 'terms.lead',
});

/** Definitions of the metrics and dimensions that the fixtures use. */
export const definitions: Definitions = {
  metrics: [
    metric('captured', 'Captured', 'leads', 'Leads that were captured.'),
    metric('won', 'Won', 'leads', 'Leads that were won.'),
    metric('lead_to_win_rate', 'Lead to win', 'ratio', 'Of the captured leads, the share that were won.'),
    metric('days_to_won_median', 'Days to won, median', 'days', 'Median of the days from capture until won.'),
    metric('bookings', 'Bookings', 'money', 'Amounts of won opportunities.'),
  ],
  dimensions: [
    { id: 'source.channel', label: 'Channel', description: 'As the first capture says.', kind: 'capture' },
    { id: 'owner', label: 'Owner', description: 'At the anchor.', kind: 'anchor' },
  ],
};

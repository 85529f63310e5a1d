import type { Definitions, MetricDefinition, Report, ReportRow } from '@sameteam/api/client';

/** A report as a table reads it: groups down, metrics across. */
export interface ReportView {
  readonly report: Report;
  readonly metrics: readonly MetricDefinition[];
  /** Dimensions of the report with their labels. */
  readonly dimensions: readonly { readonly id: string; readonly label: string }[];
  /** One for each combination of values, in the order of the report. */
  readonly groups: readonly ReportGroup[];
}

/** One line of the table. */
export interface ReportGroup {
  readonly values: readonly (string | null)[];
  readonly rowOf: (metric: string) => ReportRow | undefined;
}

/**
 * Turns the rows of a report, which come metric after metric, into groups.
 * @param by dimensions of the report, in their order
 */
export function reportView(report: Report, definitions: Definitions, by: readonly string[]): ReportView {
  const rows = new Map<string, Map<string, ReportRow>>();
  for (const row of report.rows) {
    const key = JSON.stringify(by.map((dimension) => row.dimensions[dimension] ?? null));
    const group = rows.get(key) ?? new Map<string, ReportRow>();
    group.set(row.metric, row);
    rows.set(key, group);
  }
  const asked = new Set(report.rows.map((row) => row.metric));
  const order = [...asked];
  return {
    report,
    metrics: definitions.metrics
      .filter((metric) => asked.has(metric.id))
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    dimensions: by.map((id) => ({ id, label: definitions.dimensions.find((it) => it.id === id)?.label ?? id })),
    groups: [...rows].map(([key, group]) => ({
      values: JSON.parse(key) as (string | null)[],
      rowOf: (metric) => group.get(metric),
    })),
  };
}

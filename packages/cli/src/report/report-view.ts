import type { Definitions, MetricDefinition, Report, ReportRow } from '@sameteam/api/client';
import type { MetricUnit } from '@sameteam/model';

/** A report as a table reads it: groups down, metrics across. */
export interface ReportView {
  readonly report: Report;
  readonly metrics: readonly MetricDefinition[];
  /** Dimensions of the report with their labels. */
  readonly dimensions: readonly { readonly id: string; readonly label: string }[];
  /** One for each combination of values, in the order of the report. */
  readonly groups: readonly ReportGroup[];
  /** Unit of a metric by its id, those that are not in the report among them. */
  readonly unitOf: (metric: string) => MetricUnit | undefined;
  /** Currency of the agreement; `null` where it is not known. */
  readonly currency: string | null;
}

/** One line of the table. */
export interface ReportGroup {
  readonly values: readonly (string | null)[];
  /** As people read them: a missing value is `null`, and folded ones say how many they are. */
  readonly labels: readonly (string | null)[];
  readonly rowOf: (metric: string) => ReportRow | undefined;
}

/**
 * Turns the rows of a report, which come metric after metric, into groups.
 * @param by dimensions of the report, in their order
 * @param currency of the agreement
 */
export function reportView(
  report: Report,
  definitions: Definitions,
  by: readonly string[],
  currency: string | null = null,
): ReportView {
  const groups = new Map<string, Map<string, ReportRow>>();
  for (const row of report.rows) {
    // A value may be called as the folded ones are.
    const key = JSON.stringify([by.map((dimension) => row.dimensions[dimension] ?? null), row.folded]);
    const group = groups.get(key) ?? new Map<string, ReportRow>();
    group.set(row.metric, row);
    groups.set(key, group);
  }
  const order = [...new Set(report.rows.map((row) => row.metric))];
  const byId = new Map(definitions.metrics.map((metric) => [metric.id, metric]));
  return {
    report,
    metrics: order.flatMap((id) => byId.get(id) ?? []),
    dimensions: by.map((id) => ({ id, label: definitions.dimensions.find((it) => it.id === id)?.label ?? id })),
    groups: [...groups.values()].flatMap((rows): ReportGroup[] => {
      const [first] = rows.values();
      return first === undefined ? [] : [groupOf(first, rows, by)];
    }),
    unitOf: (metric) => byId.get(metric)?.unit,
    currency,
  };
}

function groupOf(first: ReportRow, rows: ReadonlyMap<string, ReportRow>, by: readonly string[]): ReportGroup {
  const values = by.map((dimension) => first.dimensions[dimension] ?? null);
  return {
    values,
    labels: by.map((dimension, index) => {
      const count = first.folded?.[dimension];
      return count === undefined ? (values[index] ?? null) : foldedLabel(count);
    }),
    rowOf: (metric) => rows.get(metric),
  };
}

/** `(other: 4,900 values)` */
function foldedLabel(count: number): string {
  return `(other: ${count.toLocaleString('en')} ${count === 1 ? 'value' : 'values'})`;
}

import type { StageId } from '@sameteam/model';
import type { Measure } from '../plan/measure.ts';
import type { ReportRow } from '../report-row.ts';

/** A metric: declared once as data, run by every engine. */
export interface MetricDefinition {
  readonly id: string;
  /** As people say it, for a table's heading. */
  readonly label: string;
  readonly unit: ReportRow['unit'];
  /** Which way is better. */
  readonly direction: 'up' | 'down' | 'neutral';
  /** Who answers for it. */
  readonly owner: 'marketing' | 'sales' | 'both';
  /** The event that places leads in time unless asked otherwise. */
  readonly anchor: StageId;
  readonly measure: Measure;
  /** The formula in words. */
  readonly formula: string;
  /** Who is counted above and below the line, in words; `null` where there is no such part. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Address of the clause that defines it; the window of a rate is looked up by its stages. */
  readonly clause: string;
}

/**
 * Declares a metric.
 * @example
 * export const won = defineMetric({ id: 'won', label: 'Won', measure: { kind: 'count', stage: 'won' }, ... });
 */
export function defineMetric(definition: MetricDefinition): MetricDefinition {
  return Object.freeze(definition);
}

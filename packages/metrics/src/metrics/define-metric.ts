import type { MetricId, MetricUnit, metricTable } from '@sameteam/model';
import type { Measure } from '../report/metric-measure.ts';

/** A metric: declared once as data, run by every engine. */
export interface MetricDefinition {
  readonly id: string;
  /** As people say it, for a table's heading. */
  readonly label: string;
  readonly unit: MetricUnit;
  /** Which way is better. */
  readonly direction: 'up' | 'down' | 'neutral';
  /** Who answers for it. */
  readonly owner: 'marketing' | 'sales' | 'both';
  /** The event that places its rows in time unless asked otherwise: name of a time column without `at_`. */
  readonly anchor: string;
  readonly measure: Measure;
  /** The formula in words. */
  readonly formula: string;
  /** Who is counted above and below the line, in words; `null` where there is no such part. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Address of the clause that defines it; the window of a rate is looked up by its stages. */
  readonly clause: string;
  /** Address of what says who is counted, where `clause` says only in which unit that is told. */
  readonly counts?: string | undefined;
}

/** The unit that `metricTable` gives a metric; any unit for a metric that does not come with Sameteam. */
type UnitOf<Id> = Id extends MetricId ? (typeof metricTable)[Id]['unit'] : MetricUnit;

/**
 * Declares a metric. `npm run new:metric` writes the file of one.
 * @example
 * export const mqlToWonRate = defineMetric({
 *   id: 'mql_to_won_rate',
 *   label: 'MQL to won',
 *   unit: 'ratio',
 *   direction: 'up',
 *   owner: 'both',
 *   anchor: 'mql',
 *   measure: { kind: 'ratio', from: 'mql', to: 'won' },
 *   formula: 'Of the leads that became an MQL, the share that were won.',
 *   numerator: 'leads that became an MQL and were won',
 *   denominator: 'leads that became an MQL',
 *   clause: 'windows.mql_to_won',
 * });
 */
export function defineMetric<const Id extends string>(
  definition: MetricDefinition & { readonly id: Id; readonly unit: UnitOf<Id> },
): MetricDefinition {
  return Object.freeze(definition);
}

import { accepted } from './accepted.ts';
import { bookings } from './bookings.ts';
import { captured } from './captured.ts';
import { capturedToHandedOffRate } from './captured-to-handed-off-rate.ts';
import { capturedToMqlRate } from './captured-to-mql-rate.ts';
import { capturedToOpportunityRate } from './captured-to-opportunity-rate.ts';
import { capturedToSalRate } from './captured-to-sal-rate.ts';
import { capturedToSqlRate } from './captured-to-sql-rate.ts';
import { daysToHandedOffMedian } from './days-to-handed-off-median.ts';
import { daysToHandedOffP90 } from './days-to-handed-off-p90.ts';
import { daysToMqlMedian } from './days-to-mql-median.ts';
import { daysToMqlP90 } from './days-to-mql-p90.ts';
import { daysToOpportunityMedian } from './days-to-opportunity-median.ts';
import { daysToOpportunityP90 } from './days-to-opportunity-p90.ts';
import { daysToSalMedian } from './days-to-sal-median.ts';
import { daysToSalP90 } from './days-to-sal-p90.ts';
import { daysToSqlMedian } from './days-to-sql-median.ts';
import { daysToSqlP90 } from './days-to-sql-p90.ts';
import { daysToWonMedian } from './days-to-won-median.ts';
import { daysToWonP90 } from './days-to-won-p90.ts';
import type { MetricDefinition } from './define-metric.ts';
import { handedOff } from './handed-off.ts';
import { handedOffToSalRate } from './handed-off-to-sal-rate.ts';
import { leadToWinRate } from './lead-to-win-rate.ts';
import { mqlToHandedOffRate } from './mql-to-handed-off-rate.ts';
import { mqlToSalRate } from './mql-to-sal-rate.ts';
import { mqlToWonRate } from './mql-to-won-rate.ts';
import { mqlWithin7Days } from './mql-within-7-days.ts';
import { mqlWithin30Days } from './mql-within-30-days.ts';
import { opportunities } from './opportunities.ts';
import { opportunityToWonRate } from './opportunity-to-won-rate.ts';
import { opportunityWithin30Days } from './opportunity-within-30-days.ts';
import { opportunityWithin90Days } from './opportunity-within-90-days.ts';
import { qualified } from './qualified.ts';
import { salToSqlRate } from './sal-to-sql-rate.ts';
import { salWithin7Days } from './sal-within-7-days.ts';
import { salWithin30Days } from './sal-within-30-days.ts';
import { salesQualified } from './sales-qualified.ts';
import { sqlToOpportunityRate } from './sql-to-opportunity-rate.ts';
import { won } from './won.ts';
import { wonInPeriod } from './won-in-period.ts';
import { wonWithin30Days } from './won-within-30-days.ts';
import { wonWithin60Days } from './won-within-60-days.ts';
import { wonWithin90Days } from './won-within-90-days.ts';
import { wonWithin180Days } from './won-within-180-days.ts';
import { wonWithin365Days } from './won-within-365-days.ts';

/**
 * All metrics, in the order in which people read a funnel. The generator adds to it.
 * @example metricDefinitions.find(({ unit }) => unit === 'money')?.id // 'bookings'
 */
export const metricDefinitions: readonly MetricDefinition[] = [
  captured,
  qualified,
  handedOff,
  accepted,
  salesQualified,
  opportunities,
  won,
  wonInPeriod,
  capturedToMqlRate,
  mqlToHandedOffRate,
  handedOffToSalRate,
  salToSqlRate,
  sqlToOpportunityRate,
  opportunityToWonRate,
  capturedToHandedOffRate,
  capturedToSalRate,
  capturedToSqlRate,
  capturedToOpportunityRate,
  leadToWinRate,
  mqlToSalRate,
  mqlToWonRate,
  daysToMqlMedian,
  daysToMqlP90,
  daysToHandedOffMedian,
  daysToHandedOffP90,
  daysToSalMedian,
  daysToSalP90,
  daysToSqlMedian,
  daysToSqlP90,
  daysToOpportunityMedian,
  daysToOpportunityP90,
  daysToWonMedian,
  daysToWonP90,
  mqlWithin7Days,
  mqlWithin30Days,
  salWithin7Days,
  salWithin30Days,
  opportunityWithin30Days,
  opportunityWithin90Days,
  wonWithin30Days,
  wonWithin60Days,
  wonWithin90Days,
  wonWithin180Days,
  wonWithin365Days,
  bookings,
];

const byId = new Map(metricDefinitions.map((metric) => [metric.id, metric]));

/**
 * The metric of an id; `undefined` for an unknown one.
 * @example metricDefinition('lead_to_win_rate')?.formula // 'Of the captured leads, the share that were won.'
 */
export function metricDefinition(id: string): MetricDefinition | undefined {
  return byId.get(id);
}

/**
 * Ids of all metrics.
 * @example metricIds.includes('won') // true
 */
export const metricIds: readonly string[] = metricDefinitions.map((metric) => metric.id);

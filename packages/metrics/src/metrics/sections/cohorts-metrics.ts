import type { MetricDefinition } from '../define-metric.ts';
import { mqlWithin7Days } from '../mql-within-7-days.ts';
import { mqlWithin30Days } from '../mql-within-30-days.ts';
import { opportunityWithin30Days } from '../opportunity-within-30-days.ts';
import { opportunityWithin90Days } from '../opportunity-within-90-days.ts';
import { salWithin7Days } from '../sal-within-7-days.ts';
import { salWithin30Days } from '../sal-within-30-days.ts';
import { wonWithin30Days } from '../won-within-30-days.ts';
import { wonWithin60Days } from '../won-within-60-days.ts';
import { wonWithin90Days } from '../won-within-90-days.ts';
import { wonWithin180Days } from '../won-within-180-days.ts';
import { wonWithin365Days } from '../won-within-365-days.ts';

/** The metrics of cohorts. */
export const cohortsMetrics: readonly MetricDefinition[] = [
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
];

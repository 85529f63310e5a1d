import type { MetricDefinition } from '../define-metric.ts';
import { acceptanceRate } from '../quality/acceptance-rate.ts';
import { decidedRate } from '../quality/decided-rate.ts';
import { handOffs } from '../quality/hand-offs.ts';
import { mqlToSqlRate } from '../quality/mql-to-sql-rate.ts';
import { rejectionRate } from '../quality/rejection-rate.ts';
import { workableLeads } from '../quality/workable-leads.ts';

/** The metrics of the quality of leads. */
export const qualityMetrics: readonly MetricDefinition[] = [
  acceptanceRate,
  rejectionRate,
  decidedRate,
  handOffs,
  workableLeads,
  mqlToSqlRate,
];

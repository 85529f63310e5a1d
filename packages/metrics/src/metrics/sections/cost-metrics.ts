import { costPerCustomer } from '../cost/cost-per-customer.ts';
import { costPerLead } from '../cost/cost-per-lead.ts';
import { costPerMql } from '../cost/cost-per-mql.ts';
import { costPerSal } from '../cost/cost-per-sal.ts';
import { returnOnSpend } from '../cost/return-on-spend.ts';
import { spend } from '../cost/spend.ts';
import type { MetricDefinition } from '../define-metric.ts';

/** The metrics of cost. */
export const costMetrics: readonly MetricDefinition[] = [
  spend,
  costPerLead,
  costPerMql,
  costPerSal,
  costPerCustomer,
  returnOnSpend,
];

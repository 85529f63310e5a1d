import { blackHole } from '../black-hole/black-hole.ts';
import { blackHoleAgeMedian } from '../black-hole/black-hole-age-median.ts';
import { blackHoleRate } from '../black-hole/black-hole-rate.ts';
import { blackHoleValue } from '../black-hole/black-hole-value.ts';
import { expectedDeal } from '../black-hole/expected-deal.ts';
import { leadsPastSla } from '../black-hole/leads-past-sla.ts';
import { leadsWithoutNextStep } from '../black-hole/leads-without-next-step.ts';
import { openLeads } from '../black-hole/open-leads.ts';
import { unownedLeads } from '../black-hole/unowned-leads.ts';
import type { MetricDefinition } from '../define-metric.ts';

/** The metrics of the black hole. */
export const blackHoleMetrics: readonly MetricDefinition[] = [
  openLeads,
  unownedLeads,
  leadsWithoutNextStep,
  leadsPastSla,
  blackHole,
  blackHoleRate,
  blackHoleAgeMedian,
  expectedDeal,
  blackHoleValue,
];

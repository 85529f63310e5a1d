import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** What CRMs call a conversion rate: counts of two cohorts, one over the other. Not a conversion, and labelled so. */
export const periodRatio = defineMetric({
  id: 'period_ratio',
  label: 'Won over captured: not a conversion',
  unit: 'ratio',
  direction: 'neutral',
  owner: 'both',
  anchor: 'captured',
  measure: quotientOf('won_in_period', 'captured'),
  formula:
    'Leads won in the period over leads captured in the period, as every CRM prints it: two different sets, not a conversion. For reconciliation only; beside it stands lead_to_win_rate.',
  numerator: 'leads won in the period',
  denominator: 'leads captured in the period',
  clause: 'terms.customer',
});

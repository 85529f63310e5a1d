import { productOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** What a lead is worth on average: lead_to_win_rate × average_deal, both of the same groups. */
export const expectedDeal = defineMetric({
  id: 'expected_deal',
  label: 'Expected value of a lead',
  unit: 'money',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: productOf('lead_to_win_rate', 'average_deal'),
  formula: 'What a captured lead is worth on average: the share of leads that are won times the average won deal.',
  numerator: null,
  denominator: null,
  clause: 'currency',
});

import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** Won over closed by amount: another number than win_rate, with a name of its own (rule 7). */
export const winRateByAmount = defineMetric({
  id: 'win_rate_by_amount',
  label: 'Win rate by amount',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'closed',
  measure: quotientOf('won_amount_closed', 'closed_amount'),
  formula: 'The amounts of the deals that were won over the amounts of those that were closed.',
  numerator: 'amount of won deals',
  denominator: 'amount of won and lost deals',
  clause: 'terms.opportunity',
});

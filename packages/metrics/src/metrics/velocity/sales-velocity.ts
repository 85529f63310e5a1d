import { productOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** What the open deals will bring a day, if they go as those that ended in the period: deals × average × win rate ÷ days. */
export const salesVelocity = defineMetric({
  id: 'sales_velocity',
  label: 'Sales velocity, per day',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'began',
  measure: productOf('open_opportunities', 'average_deal', 'win_rate', '/sales_cycle_median'),
  formula:
    'How much money the open deals bring in a day, at the pace of those that were won: open deals times the average won deal times the win rate, over the median days of a sales cycle.',
  numerator: null,
  denominator: null,
  clause: 'terms.opportunity',
});

import { shareOf } from '../../report/measures.ts';
import { isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Won over closed, by number of deals and by the date of closing (rule 7). */
export const winRate = defineMetric({
  id: 'win_rate',
  label: 'Win rate',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'closed',
  measure: shareOf({
    grain: 'opportunities',
    anchors: ['closed', 'opportunity'],
    numerator: rowsWith(isOneOf('outcome', 'won')),
    denominator: rowsWith(isOneOf('outcome', 'won', 'lost')),
  }),
  formula: 'Of the deals that were closed, the share that were won, by number.',
  numerator: 'deals that were won',
  denominator: 'deals that were won or lost',
  clause: 'terms.opportunity',
});

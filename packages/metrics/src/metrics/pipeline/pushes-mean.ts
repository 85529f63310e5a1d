import { numberOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Mean number of times that the planned close date of a deal was pushed. */
export const pushesMean = defineMetric({
  id: 'pushes_mean',
  label: 'Pushes per deal',
  unit: 'number',
  direction: 'down',
  owner: 'sales',
  anchor: 'opportunity',
  measure: numberOf({
    grain: 'opportunities',
    anchors: ['opportunity', 'won'],
    value: { kind: 'column', column: 'pushes' },
    counted: rowsWith(has('at_opportunity')),
    p: 'mean',
  }),
  formula: 'How often the planned day of closing of a deal was moved to a later one: the mean of all deals.',
  numerator: null,
  denominator: 'deals',
  clause: 'terms.opportunity',
});

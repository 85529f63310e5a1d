import { timeOf } from '../../report/measures.ts';
import { bothOf } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows, rowsInBlackHole } from '../row-sets.ts';

/** Median days since the leads of the black hole came to the state that they are in. */
export const blackHoleAgeMedian = defineMetric({
  id: 'black_hole_age_median',
  label: 'Age in the black hole, median',
  unit: 'days',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: timeOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    value: { kind: 'age', from: 'at_state' },
    counted: bothOf(openLeadRows, rowsInBlackHole),
    p: 0.5,
  }),
  formula:
    'The median of the days since the leads of the black hole came to where they stand. Half have been there no longer.',
  numerator: null,
  denominator: 'leads in the black hole',
  clause: 'sla',
});

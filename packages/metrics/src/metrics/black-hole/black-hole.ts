import { countOf } from '../../report/measures.ts';
import { bothOf } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows, rowsInBlackHole } from '../row-sets.ts';

/** Open leads in the black hole; each counts once, whatever is wrong with it. */
export const blackHole = defineMetric({
  id: 'black_hole',
  label: 'Black hole',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    counted: bothOf(openLeadRows, rowsInBlackHole),
  }),
  formula:
    'The number of open leads that nobody owns, or that have no next step, or whose SLA is broken. A lead whose deal was lost is open until it is recycled or disqualified.',
  numerator: 'leads in the black hole',
  denominator: null,
  clause: 'sla',
});

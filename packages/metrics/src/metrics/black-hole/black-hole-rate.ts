import { shareOf } from '../../report/measures.ts';
import { bothOf } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows, rowsInBlackHole } from '../row-sets.ts';

/** Share of the open leads that are in the black hole. */
export const blackHoleRate = defineMetric({
  id: 'black_hole_rate',
  label: 'Share in the black hole',
  unit: 'ratio',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: shareOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    numerator: bothOf(openLeadRows, rowsInBlackHole),
    denominator: openLeadRows,
  }),
  formula:
    'Of the open leads, the share that nobody owns, or that have no next step, or whose SLA is broken. A lead whose deal was lost is open until it is recycled or disqualified.',
  numerator: 'open leads in the black hole',
  denominator: 'open leads',
  clause: 'sla',
});

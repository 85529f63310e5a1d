import { conversionWindowOf, shareOf } from '../../report/measures.ts';
import { everyRow, has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedHandOffs } from '../row-sets.ts';

/** Share of hand-offs that were rejected. */
export const rejectionRate = defineMetric({
  id: 'rejection_rate',
  label: 'Rejection rate',
  unit: 'ratio',
  direction: 'down',
  owner: 'both',
  anchor: 'handed_off',
  measure: shareOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    numerator: rowsWith(has('at_rejected')),
    denominator: everyRow,
    implied: impliedHandOffs,
    matures: conversionWindowOf('handed_off', 'sal'),
    waiting: { from: 'at_handed_off', to: 'at_rejected', countsLater: true },
  }),
  formula: 'Of the hand-offs to sales, the share that were rejected; rejected, by reason, says why.',
  numerator: 'hand-offs that were rejected',
  denominator: 'hand-offs',
  clause: 'reasons',
});

import { conversionWindowOf, shareOf } from '../../report/measures.ts';
import { everyRow, has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedHandOffs } from '../row-sets.ts';

/** Share of hand-offs that ended with the lead going back to marketing. */
export const recycleRate = defineMetric({
  id: 'recycle_rate',
  label: 'Recycle rate',
  unit: 'ratio',
  direction: 'neutral',
  owner: 'both',
  anchor: 'handed_off',
  measure: shareOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    numerator: rowsWith(has('at_recycled')),
    denominator: everyRow,
    implied: impliedHandOffs,
    matures: conversionWindowOf('handed_off', 'sal'),
    waiting: { from: 'at_handed_off', to: 'at_recycled', countsLater: true },
  }),
  formula: 'Of the hand-offs, the share that were passed back to marketing.',
  numerator: 'hand-offs that were recycled',
  denominator: 'hand-offs',
  clause: 'reasons',
});

import { conversionWindowOf, shareOf } from '../../report/measures.ts';
import { everyRow, has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedAcceptances } from '../row-sets.ts';

/** Share of hand-offs that were accepted; each hand-off is judged by itself (rule 11). */
export const acceptanceRate = defineMetric({
  id: 'acceptance_rate',
  label: 'Acceptance rate',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'handed_off',
  measure: shareOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    numerator: rowsWith(has('at_accepted')),
    denominator: everyRow,
    implied: impliedAcceptances,
    matures: conversionWindowOf('handed_off', 'sal'),
    waiting: { from: 'at_handed_off', to: 'at_accepted', countsLater: true },
  }),
  formula: 'Of the hand-offs to sales, the share that were accepted.',
  numerator: 'hand-offs that were accepted',
  denominator: 'hand-offs',
  clause: 'windows',
});

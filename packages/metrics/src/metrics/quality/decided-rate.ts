import { conversionWindowOf, shareOf } from '../../report/measures.ts';
import { everyRow, has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedAcceptances } from '../row-sets.ts';

/** Share of hand-offs that were accepted, rejected, recycled or disqualified. */
export const decidedRate = defineMetric({
  id: 'decided_rate',
  label: 'Decided of hand-offs',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'handed_off',
  measure: shareOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    numerator: rowsWith(has('at_decided')),
    denominator: everyRow,
    implied: impliedAcceptances,
    matures: conversionWindowOf('handed_off', 'sal'),
    waiting: { from: 'at_handed_off', to: 'at_decided', countsLater: true },
  }),
  formula: 'Of the hand-offs, the share about which sales has decided: accepted, rejected, recycled or disqualified.',
  numerator: 'hand-offs that were decided',
  denominator: 'hand-offs',
  clause: 'windows',
});

import { conversionWindowOf, timeOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedAcceptances, timedDecisions } from '../row-sets.ts';

/** The 90th percentile of the days from hand-off to the decision: accepted, rejected, recycled or disqualified. */
export const daysToDecisionP90 = defineMetric({
  id: 'days_to_decision_p90',
  label: 'Hand-off to decision, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    value: { kind: 'seconds', from: 'at_handed_off', to: 'at_decided' },
    counted: timedDecisions,
    implied: impliedAcceptances,
    p: 0.9,
    matures: conversionWindowOf('handed_off', 'sal'),
  }),
  formula: 'The 90th percentile of the days from hand-off to the decision of sales. Nine of ten took no longer.',
  numerator: null,
  denominator: 'hand-offs that were decided',
  clause: 'windows',
});

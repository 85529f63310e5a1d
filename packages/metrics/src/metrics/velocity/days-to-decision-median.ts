import { conversionWindowOf, timeOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedAcceptances, timedDecisions } from '../row-sets.ts';

/** The median of the days from hand-off to the decision: accepted, rejected, recycled or disqualified. */
export const daysToDecisionMedian = defineMetric({
  id: 'days_to_decision_median',
  label: 'Hand-off to decision, median',
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
    p: 0.5,
    matures: conversionWindowOf('handed_off', 'sal'),
  }),
  formula: 'The median of the days from hand-off to the decision of sales. Half took no longer.',
  numerator: null,
  denominator: 'hand-offs that were decided',
  clause: 'windows',
});

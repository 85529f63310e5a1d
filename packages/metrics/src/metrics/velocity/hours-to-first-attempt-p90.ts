import { timeOf } from '../../report/measures.ts';
import { isOrdered, isReversed, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The 90th percentile of the hours from the first owner to the first attempt: the delay of the rep. */
export const hoursToFirstAttemptP90 = defineMetric({
  id: 'hours_to_first_attempt_p90',
  label: 'Owner to first attempt, 90th percentile',
  unit: 'hours',
  direction: 'down',
  owner: 'sales',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    unitSeconds: 3600,
    value: { kind: 'seconds', from: 'at_assigned', to: 'at_attempted' },
    counted: rowsWith(isOrdered('at_assigned', 'at_attempted')),
    excluded: rowsWith(isReversed('at_assigned', 'at_attempted')),
    p: 0.9,
  }),
  formula: 'The 90th percentile of the hours from having an owner to the first attempt. Nine of ten took no longer.',
  numerator: null,
  denominator: 'hand-offs with an owner that were attempted',
  clause: 'sla',
});

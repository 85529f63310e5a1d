import { timeOf } from '../../report/measures.ts';
import { isOrdered, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { isRecordedHandOff } from '../row-sets.ts';

/** The 90th percentile of the hours from hand-off to the first owner: the delay of routing. */
export const hoursToAssignedP90 = defineMetric({
  id: 'hours_to_assigned_p90',
  label: 'Hand-off to owner, 90th percentile',
  unit: 'hours',
  direction: 'down',
  owner: 'marketing',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    unitSeconds: 3600,
    value: { kind: 'seconds', from: 'at_handed_off', to: 'at_assigned' },
    counted: rowsWith(isOrdered('at_handed_off', 'at_assigned'), isRecordedHandOff),
    p: 0.9,
  }),
  formula: 'The 90th percentile of the hours from hand-off until the lead had an owner. Nine of ten took no longer.',
  numerator: null,
  denominator: 'hand-offs that got an owner',
  clause: 'handOffs',
});

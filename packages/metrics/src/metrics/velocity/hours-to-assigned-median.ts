import { timeOf } from '../../report/measures.ts';
import { isOrdered, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { isRecordedHandOff } from '../row-sets.ts';

/** The median of the hours from hand-off to the first owner: the delay of routing. */
export const hoursToAssignedMedian = defineMetric({
  id: 'hours_to_assigned_median',
  label: 'Hand-off to owner, median',
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
    p: 0.5,
  }),
  formula: 'The median of the hours from hand-off until the lead had an owner. Half took no longer.',
  numerator: null,
  denominator: 'hand-offs that got an owner',
  clause: 'handOffs',
});

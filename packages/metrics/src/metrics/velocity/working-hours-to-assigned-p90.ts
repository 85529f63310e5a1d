import { timeOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The 90th percentile of the working hours from hand-off to the first owner. */
export const workingHoursToAssignedP90 = defineMetric({
  id: 'working_hours_to_assigned_p90',
  label: 'Hand-off to owner, working time, 90th percentile',
  unit: 'working_hours',
  direction: 'down',
  owner: 'marketing',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    unitSeconds: 3600,
    value: { kind: 'column', column: 'worked_to_assigned' },
    counted: rowsWith(has('worked_to_assigned')),
    p: 0.9,
  }),
  formula:
    'The 90th percentile of the working hours from hand-off until the lead had an owner. Nine of ten took no longer.',
  numerator: null,
  denominator: 'hand-offs that got an owner',
  clause: 'calendars',
});
